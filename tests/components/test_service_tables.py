"""Service side by side: tinted where weaker than the average, faint on few rows, everything escaped."""

import pandas as pd
import pytest

from components import service_tables
from frameworks.kpi import KPIS


def column(rows):
    return pd.DataFrame(rows, columns=["market", "value", "numerator", "denominator", "n"])


def hours(rows):
    return {"resolution_hours": column([(market, value, None, None, n) for market, value, n in rows])}


def cells(found, name):
    return service_tables._column(found[name].set_index("market"), KPIS[name], "EUR")


def drawn(found, named=str):
    return service_tables.side_by_side(found, KPIS, "market", named, "EUR", corner="Market", label="By market")


def test_only_the_slower_than_average_are_tinted_and_the_slowest_most():
    found = cells(
        hours([("DEU", 10.0, 100), ("FRA", 20.0, 100), ("ITA", 30.0, 100), ("ESP", 60.0, 100)]), "resolution_hours"
    )
    assert (found["DEU"].share, found["FRA"].share, found["ITA"].share) == (None, None, None)
    assert found["ESP"].share == pytest.approx(0.75)


def test_more_is_better_for_scores_and_their_scale_counts():
    found = {"csat": column([("DEU", 0.9, 90, 100, 100), ("FRA", 0.5, 50, 100, 100)])}
    shares = {market: cell.share for market, cell in cells(found, "csat").items()}
    assert shares["DEU"] is None and shares["FRA"] == pytest.approx(0.75 * 0.2)


def test_a_trifle_is_not_tinted_and_few_rows_are_faint_whatever_they_say():
    found = cells(hours([("DEU", 10.0, 100), ("FRA", 10.02, 100), ("JPN", 90.0, 2)]), "resolution_hours")
    assert found["FRA"].share is None and not found["FRA"].faint
    assert found["JPN"].share is None and found["JPN"].faint and found["JPN"].note == "2"


@pytest.mark.parametrize("rows", [[], [("DEU", None, 0)], [("DEU", 0.0, 50), ("FRA", 0.0, 50)], [("DEU", 5.0, 0)]])
def test_nothing_and_zero_draw_without_a_tint(rows):
    assert "background:" not in drawn(hours(rows))


def test_rows_come_by_their_weight_and_unknown_markets_stay_out():
    html = drawn(hours([("AAA", 1.0, 40), ("BBB", 1.0, 400), (None, 1.0, 9000)]))
    assert html.index("BBB") < html.index("AAA") and "None" not in html and "9,000" not in html


def test_names_are_escaped():
    assert "<img" not in drawn(hours([("DEU", 1.0, 40)]), lambda code: '<img src=x onerror="a()">')


def test_the_export_holds_every_figure_with_its_rows():
    found = {**hours([("DEU", 1.5, 40)]), "csat": column([("FRA", 0.5, 5, 10, 10)])}
    table = service_tables.for_export(found, KPIS, "market").set_index("market")
    assert table.loc["DEU", "Hours to resolution"] == 1.5 and table.loc["FRA", "n (Customer satisfaction)"] == 10
    assert pd.isna(table.loc["FRA", "Hours to resolution"])
