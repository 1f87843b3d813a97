"""What would have to change for one market to beat another."""

import numpy as np
import pytest

from frameworks.scoring.score import scoring
from frameworks.scoring.swap import clear_order, duel
from frameworks.weights import AFFINITY_PARTS, CRITERIA, POTENTIAL_DIMENSIONS, Weights


@pytest.fixture(scope="module")
def usa(reference):
    return scoring("USA", reference=reference, draws=300)


def reweighed(weights: Weights, name: str, share: float) -> Weights:
    """Give ``name`` that share of its axis, the others keeping their proportions."""
    if name == "balance":
        return Weights(weights.affinity, weights.potential, share)
    axis = "affinity" if name in AFFINITY_PARTS else "potential"
    points = dict(getattr(weights, axis))
    rest = sum(points.values()) - points[name]
    new = {k: (100 - share) * v / rest if k != name else share for k, v in points.items()}
    other = "potential" if axis == "affinity" else "affinity"
    return Weights(**{axis: new, other: getattr(weights, other), "balance": weights.balance})


@pytest.mark.parametrize("pair", [("CAN", "GBR"), ("FRA", "ESP"), ("JPN", "KOR"), ("MEX", "BRA")])
def test_the_weight_it_names_really_puts_them_level(reference, usa, pair):
    found = duel(usa, *pair)
    frame = usa.frame
    assert frame.at[found.ahead, "overall"] >= frame.at[found.behind, "overall"]
    assert found.gap == pytest.approx(frame.at[found.ahead, "overall"] - frame.at[found.behind, "overall"])
    steps = [change.weight_step for change in found.changes]
    assert steps == sorted(steps) and {c.criterion for c in found.changes} <= {*CRITERIA, "balance"}
    for change in [c for c in found.changes if c.weight_needed is not None][:3]:
        weights = reweighed(usa.weights, change.criterion, change.weight_needed)
        again = scoring("USA", reference=reference, weights=weights, draws=10).frame
        # scores carry one decimal and the weight is found in steps of a tenth of a point
        assert again.at[found.ahead, "overall"] - again.at[found.behind, "overall"] <= 0.2


def test_the_score_it_names_closes_the_gap(usa):
    found = duel(usa, "FRA", "ESP")
    for change in found.changes:
        if change.score_needed is None:
            continue
        axis = "affinity" if change.criterion in AFFINITY_PARTS else "potential"
        points = getattr(usa.weights, axis)
        table = usa.affinity.parts if axis == "affinity" else usa.potential.dimensions
        row = table.loc[found.behind]
        counted = sum(points[name] for name in row.index if not np.isnan(row[name]))
        gain = 0.5 * (change.score_needed - change.score_now) * points[change.criterion] / counted
        assert found.gap - 1e-9 <= gain <= found.gap + 0.1


def test_who_is_named_first_does_not_matter(usa):
    one, other = duel(usa, "JPN", "KOR"), duel(usa, "KOR", "JPN")
    assert (one.ahead, one.behind, one.gap, one.win_share) == (other.ahead, other.behind, other.gap, other.win_share)


def test_no_clear_order_where_bands_overlap_by_more_than_half():
    def band(low, high):
        return {"rank_low": low, "rank_high": high}

    assert clear_order(band(1, 4), band(5, 9))
    assert clear_order(band(1, 4), band(3, 9))
    assert not clear_order(band(1, 4), band(2, 9))
    assert not clear_order(band(3, 3), band(1, 9))


def test_a_home_without_culture_data_swaps_by_potential_alone(reference):
    found = duel(scoring("ARE", reference=reference, draws=50), "DEU", "FRA")
    assert {change.criterion for change in found.changes} <= set(POTENTIAL_DIMENSIONS)


@pytest.mark.parametrize("balance", [0, 100])
def test_the_balance_at_an_end(reference, balance):
    found = duel(scoring("USA", reference=reference, weights={"balance": balance}, draws=50), "FRA", "ESP")
    assert all(change.weight_needed is None or 0 <= change.weight_needed <= 100 for change in found.changes)


def test_a_market_without_a_score_cannot_be_compared(usa):
    with pytest.raises(ValueError, match="ATA has no overall score"):
        duel(usa, "CAN", "ATA")
