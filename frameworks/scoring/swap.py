"""What would have to change for one market to beat another.

Two answers for each criterion, the rest held: the weight at which the two change places (the other
weights of the axis keep their proportions), and the score the lower market would need.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from frameworks.labels import N_, Sentence
from frameworks.scale import weighted_mean
from frameworks.scoring.score import Scoring
from frameworks.weights import AFFINITY_PARTS

_STEPS = 1001


@dataclass(frozen=True)
class Change:
    """One way to put ``behind`` level with ``ahead``.

    criterion: a part of either axis, or ``balance``.
    weight_now, weight_needed: share of the axis in per cent (balance: share of affinity); needed is
        None where no weight does it.
    score_now, score_needed: 0-100 score of the market behind; needed is None where even 100 does not do.
    """

    criterion: str
    weight_now: float
    weight_needed: float | None
    score_now: float | None
    score_needed: float | None

    @property
    def weight_step(self) -> float:
        """How far the weight must move, in points; infinite where no weight does it."""
        return float("inf") if self.weight_needed is None else abs(self.weight_needed - self.weight_now)


@dataclass(frozen=True)
class Duel:
    """Two markets held against each other: overall scores, share of draws won, ways to swap."""

    ahead: str
    behind: str
    gap: float
    win_share: float
    clear: bool
    changes: tuple[Change, ...]


def duel(scoring: Scoring, one: str, other: str) -> Duel:
    """Return how ``one`` and ``other`` stand and what would swap them, smallest weight change first.

    clear: their rank bands overlap by no more than half of the narrower band.
    Raises ValueError when one of the two has no overall score.
    """
    frame = scoring.frame
    for market in (one, other):
        if market not in scoring.ranked:
            raise Sentence(N_("{market} has no overall score, so it cannot be compared"), market=market)
    ahead, behind = (one, other) if frame.at[one, "overall"] >= frame.at[other, "overall"] else (other, one)
    where = scoring.ranked.get_indexer([ahead, behind])
    changes = [*_axis(scoring, ahead, behind, "affinity"), *_axis(scoring, ahead, behind, "potential")]
    if scoring.affinity.models.shape[1]:
        changes.append(_balance(scoring, ahead, behind))
    changes.sort(key=lambda change: (change.weight_step, change.criterion))
    return Duel(
        ahead, behind, float(frame.at[ahead, "overall"] - frame.at[behind, "overall"]),
        float(scoring.draws.wins(where)[0, 1]), clear_order(frame.loc[ahead], frame.loc[behind]), tuple(changes),
    )  # fmt: skip


def clear_order(ahead, behind) -> bool:  # type: ignore[no-untyped-def]
    """Say whether two rows of a scored frame stand in clear order: rank bands overlap by at most half."""
    low, high = max(ahead["rank_low"], behind["rank_low"]), min(ahead["rank_high"], behind["rank_high"])
    overlap = max(0, high - low + 1)
    narrower = min(row["rank_high"] - row["rank_low"] + 1 for row in (ahead, behind))
    return bool(overlap <= narrower / 2)


def _axis(scoring: Scoring, ahead: str, behind: str, axis: str) -> list[Change]:
    near, rich = scoring.affinity, scoring.potential
    table, points = (
        (near.parts, np.array([scoring.weights.affinity[p] for p in AFFINITY_PARTS]))
        if axis == "affinity"
        else (rich.dimensions, rich.points(scoring.weights))
    )
    balance = scoring.weights.balance / 100
    share = balance if axis == "affinity" else 1 - balance
    if not near.models.shape[1]:
        share = float(axis == "potential")
    if not share:
        return []
    parts = table.loc[[ahead, behind]].to_numpy(float)
    other_axis = _overall_gap(scoring, ahead, behind) - share * np.subtract(*weighted_mean(parts, points))
    found = []
    for k, name in enumerate(table.columns):
        if np.isnan(parts[:, k]).any():
            continue
        found.append(
            Change(
                name, 100 * points[k] / points.sum(), _weight_needed(parts, points, k, share, other_axis),
                float(parts[1, k]), _score_needed(parts[1], points, k, share, _overall_gap(scoring, ahead, behind)),
            )
        )  # fmt: skip
    return found


def _overall_gap(scoring: Scoring, ahead: str, behind: str) -> float:
    return float(scoring.frame.at[ahead, "overall"] - scoring.frame.at[behind, "overall"])


def _weight_needed(parts: np.ndarray, points: np.ndarray, k: int, share: float, other_axis: float) -> float | None:
    rest = np.delete(points, k).sum()
    now = points[k] / points.sum()
    tries = np.linspace(0, 1, _STEPS)
    others = np.where(rest > 0, points / max(rest, 1e-12), 1 / max(len(points) - 1, 1))
    weights = (1 - tries)[:, None] * others
    weights[:, k] = tries
    means = [weighted_mean(np.broadcast_to(row, weights.shape), weights) for row in parts]
    gap = other_axis + share * (means[0] - means[1])
    swaps = np.flatnonzero(gap <= 0)
    if not len(swaps):
        return None
    return float(100 * tries[swaps[np.argmin(np.abs(tries[swaps] - now))]])


def _score_needed(parts: np.ndarray, points: np.ndarray, k: int, share: float, gap: float) -> float | None:
    counted = points[~np.isnan(parts)].sum()
    if points[k] <= 0 or counted <= 0:
        return None
    needed = parts[k] + gap / (share * points[k] / counted)
    return float(np.ceil(needed * 10) / 10) if needed <= 100 else None


def _balance(scoring: Scoring, ahead: str, behind: str) -> Change:
    frame = scoring.frame
    near = frame.at[ahead, "affinity"] - frame.at[behind, "affinity"]
    rich = frame.at[ahead, "potential"] - frame.at[behind, "potential"]
    needed = None
    if near * rich < 0:
        needed = float(100 * rich / (rich - near))
    return Change("balance", scoring.weights.balance, needed, None, None)
