"""What a change of the reference does to the scores: who gains or loses a figure, whose figure moves."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class AxisEffect:
    """One axis before and after.

    lost, gained: markets that have no score any more, or have one now. moved: how many of the others changed
    by at least 0.1. typical, largest: median and largest size of those changes, in points.
    """

    lost: tuple[str, ...]
    gained: tuple[str, ...]
    moved: int
    typical: float
    largest: float

    @property
    def nothing(self) -> bool:
        """True when no score of the axis differs."""
        return not (self.lost or self.gained or self.moved)


@dataclass(frozen=True)
class Effect:
    """Both axes, and how many of the first ten markets are others than before."""

    affinity: AxisEffect
    potential: AxisEffect
    new_in_top: int

    @property
    def nothing(self) -> bool:
        """True when no score differs."""
        return self.affinity.nothing and self.potential.nothing


def effect(before: pd.DataFrame, after: pd.DataFrame, top: int = 10) -> Effect:
    """Return what differs between two frames of ``score_markets`` for the same home and markets."""
    first, then = (set(frame.index[frame["rank"].notna()][:top]) for frame in (before, after))
    return Effect(_axis(before["affinity"], after["affinity"]), _axis(before["potential"], after["potential"]),
                  len(then - first))  # fmt: skip


def _axis(before: pd.Series, after: pd.Series) -> AxisEffect:
    after = after.reindex(before.index)
    lost = before.index[before.notna() & after.isna()]
    gained = before.index[before.isna() & after.notna()]
    change = (after - before).abs().dropna()
    change = change[change >= 0.05]
    typical, largest = (float(change.median()), float(change.max())) if len(change) else (0.0, 0.0)
    return AxisEffect(tuple(lost), tuple(gained), len(change), typical, largest)
