"""Groups of markets as dots: the group keeps the line, a market alone is no group, nothing is claimed from few."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components import group_dots
from frameworks.kpi.group_difference import Difference, Spread, pooled

NAMES = {"near": "Near <b>", "far": "Far", "middle": "In between"}


def shares(rows):
    return pd.DataFrame(rows, columns=["market", "group", "numerator", "denominator"])


def plot(rows):
    found = shares(rows)
    return group_dots.plot(pooled(found), found, NAMES)


def said(found):
    """What the verdict writes, run as a page."""

    def page(found, names):
        from components import group_dots

        group_dots.verdict(found, names)

    app = AppTest.from_function(page, args=(found, NAMES), default_timeout=60).run()
    assert not app.exception
    return " ".join([*(html.proto.body for html in app.get("html")), *(caption.value for caption in app.caption)])


def test_the_group_keeps_the_line_and_its_markets_stand_below():
    html = plot([("DEU", "near", 50, 1000), ("FRA", "near", 50, 1000)])
    group = html.index("lf-sign-0")
    assert "--lane:0" in html[:group] and html[group:].count("--lane:0") == 0
    assert "2\u00a0markets" in html and "few markets" in html and "n\u00a0=\u00a02,000" in html


def test_a_market_alone_keeps_its_own_share_and_is_named():
    html = plot([("JPN", "far", 0, 87)])
    assert "0.0%" in html and "Japan\u00a0alone" in html
    assert "lf-sign-0" not in html and "few markets" not in html


def test_rows_follow_the_order_of_the_groups_and_empty_ones_stay_out():
    html = plot([("JPN", "far", 5, 100), ("DEU", "near", 5, 100)])
    assert html.index("Near &lt;b&gt;") < html.index(">Far<") and "In between" not in html


def test_shares_of_nothing_but_zero_can_be_drawn():
    assert "0.0%" in plot([("DEU", "near", 0, 50), ("FRA", "near", 0, 50), ("ITA", "near", 0, 50)])


@pytest.mark.parametrize(("found", "text"), [
    (None, "Only one group"),
    (Difference("near", "far", 0.1, 0.01, 20, (2, 9), claim=False), "Too few markets"),
    (Spread("near", "far", 0.1, 0.01, 20_000, 7, claim=False), "Too few markets"),
])  # fmt: skip
def test_few_markets_make_no_claim(found, text):
    words = said(found)
    assert text in words and "chance" not in words.lower()


def test_a_difference_says_how_easily_chance_does_the_same():
    near = said(Difference("near", "far", 0.012, 0.01, 200, (5, 6), claim=True))
    assert "Near &lt;b&gt;: +1.2 points against Far" in near and "Of 200 ways" in near and "2 lie as far apart" in near
    assert "more than chance usually does" in near
    assert "Chance does that easily" in said(Difference("near", "far", 0.012, 0.4, 200, (5, 6), claim=True))


def test_a_spread_names_the_ends():
    words = said(Spread("near", "far", 0.05, 0.2, 20_000, 9, claim=True))
    assert "Highest is Near &lt;b&gt;, 5.0 points above the lowest, Far" in words and "4,000 differ as much" in words
