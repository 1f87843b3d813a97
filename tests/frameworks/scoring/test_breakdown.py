"""How a score adds up."""

import numpy as np
import pytest

from frameworks.scoring.breakdown import AXES, breakdown
from frameworks.scoring.score import scoring


@pytest.fixture(scope="module")
def usa(reference):
    return scoring("USA", reference=reference, draws=20)


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("market", ["CAN", "JPN", "LUX", "CUB", "TWN"])
def test_what_the_parts_add_is_the_score(usa, axis, market):
    frame = breakdown(usa, market, axis)
    total = usa.frame.at[market, axis]
    assert frame["adds"].sum() == pytest.approx(total, abs=0.05 + 1e-9, nan_ok=True) or np.isnan(total)
    assert frame.attrs["total"] == pytest.approx(total, nan_ok=True)
    assert frame["share"].sum() == pytest.approx(1)
    assert (frame["low"] <= frame["score"].fillna(0) + 0.05).all()
    assert (frame["high"] >= frame["score"].fillna(100) - 0.05).all()


def test_without_a_score_nothing_is_added(usa):
    frame = breakdown(usa, "ATA", "affinity")
    assert np.isnan(frame.attrs["total"])
    assert frame["adds"].isna().all()


def test_unknown_markets_and_axes_are_a_key_error(usa):
    for market, axis in (("XKX", "affinity"), ("CAN", "charm")):
        with pytest.raises(KeyError):
            breakdown(usa, market, axis)
