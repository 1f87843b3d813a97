"""Where a market stands on the matrix of affinity and potential."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from frameworks.labels import N_

QUADRANTS = ("lead", "adapt", "niche", "later")
UNKNOWN = "unknown"

NAMES = {
    "lead": N_("Lead"),
    "adapt": N_("Adapt"),
    "niche": N_("Easy niche"),
    "later": N_("Later"),
    "unknown": N_("Not enough data"),
}
MEANINGS = {
    "lead": N_("near and promising: enter first"),
    "adapt": N_("promising but far: worth the work of adapting"),
    "niche": N_("near but smaller: quick to serve"),
    "later": N_("far and smaller: leave for now"),
    "unknown": N_("a score is missing: see the gaps"),
}


@dataclass(frozen=True)
class Cuts:
    """Where the quadrants part, 0-100 on each axis; a market on a cut counts as high."""

    affinity: float
    potential: float


def median_cuts(affinity: np.ndarray, potential: np.ndarray) -> Cuts:
    """Return the medians of all markets of the reference that have both scores (50 where none has)."""
    both = ~np.isnan(affinity) & ~np.isnan(potential)
    if not both.any():
        known = potential[~np.isnan(potential)]
        return Cuts(50.0, float(np.round(np.median(known), 1)) if len(known) else 50.0)
    return Cuts(*(float(np.round(np.median(axis[both]), 1)) for axis in (affinity, potential)))


def quadrants(affinity: np.ndarray, potential: np.ndarray, cuts: Cuts) -> np.ndarray:
    """Return the quadrant of each market, same shape as the scores, ``unknown`` where one is NaN."""
    near, rich = affinity >= cuts.affinity, potential >= cuts.potential
    names = np.select([near & rich, ~near & rich, near & ~rich], QUADRANTS[:3], QUADRANTS[3])
    return np.where(np.isnan(affinity) | np.isnan(potential), UNKNOWN, names).astype(object)
