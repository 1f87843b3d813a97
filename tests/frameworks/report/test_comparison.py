"""The shortlist side by side: order, firmness, refusals."""

from dataclasses import replace

import pytest

from frameworks.report import ReportError, comparison
from frameworks.report.comparison import MOST


def test_markets_stand_in_order_of_rank_unranked_ones_last(made, scored):
    found = comparison(scored, [made(code) for code in ("ARE", "JPN", "CAN", "DEU")])
    assert [one.market for one in found.briefs] == ["CAN", "DEU", "JPN", "ARE"]
    assert [(one.market, one.other) for one in found.orders] == [("CAN", "DEU"), ("DEU", "JPN")]
    assert all(0 <= one.share <= 1 for one in found.orders)


def test_one_market_alone_has_no_order(made, scored):
    assert comparison(scored, [made("JPN")]).orders == ()


def test_it_refuses_what_cannot_be_compared(made, scored):
    one = made("JPN")
    for briefs in ([], [one] * (MOST + 1), [one, replace(made("DEU"), fingerprint="other")]):
        with pytest.raises(ReportError):
            comparison(scored, briefs)
