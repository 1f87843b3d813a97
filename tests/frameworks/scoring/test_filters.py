"""Filters show fewer markets and move no score."""

import pytest

from frameworks.potential.indicators import wide
from frameworks.scoring.filters import CONFIDENCES, INCOMES, REGIONS, SIZES, income, keep, size
from frameworks.scoring.score import score_markets


@pytest.fixture(scope="module")
def frame(reference):
    return score_markets("USA", reference=reference, draws=20)


def test_no_filter_lets_every_market_pass(frame, reference):
    assert keep(frame, reference).equals(frame)


def test_regions_and_confidence_narrow_and_move_nothing(frame, reference):
    kept = keep(frame, reference, regions=["150"], confidences=["A"])
    assert {"DNK", "POL"} <= set(kept.index) and not {"CAN", "JPN", "DEU"} & set(kept.index)
    assert kept["overall"].equals(frame.loc[kept.index, "overall"])
    assert len(keep(frame, reference, regions=REGIONS, confidences=CONFIDENCES)) >= 240


def test_income_bands_leave_unknown_unknown(reference):
    bands = income(reference)
    gdp = wide(reference)["gdp_pc_ppp"]
    assert set(bands) == {*INCOMES, ""} and ((bands == "") == gdp.isna()).all()
    assert bands["LUX"] == "high" and bands["BDI"] == "low"
    assert (gdp[bands == "middle"].between(5_000, 15_000)).all()


def test_bubble_measures_exist_and_others_are_none(reference):
    assert all(size(reference, measure).notna().sum() > 150 for measure in SIZES)
    assert size(reference, "iq") is None
