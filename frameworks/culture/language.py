"""How near the market's languages are, and how many of its people the team can already serve."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from frameworks.reference import Reference
from frameworks.scale import nearness, shown

_HOME_SHARE = 0.2


def home_languages(reference: Reference, home: str) -> tuple[str, ...]:
    """Return the official languages that at least a fifth of the home market speaks, else its most spoken one."""
    rows = reference.table("languages")
    rows = rows[(rows["iso3"] == home) & (rows["language"] != "und")].sort_values("share", ascending=False)
    official = rows[rows["official"] & (rows["share"] >= _HOME_SHARE)]
    return tuple((rows.head(1) if official.empty else official)["language"])


def speakers_reached(reference: Reference, languages: Sequence[str]) -> pd.Series:
    """Return the share (0-100) of each market's people who speak at least one of ``languages``.

    Speaking one language is taken to say nothing about speaking another:
    1 - product of (1 - share). Markets without language shares are NaN.
    """
    rows = reference.table("languages")
    missed = (1 - rows["share"].clip(upper=1)).where(rows["language"].isin(languages), 1.0)
    missed = missed.groupby(rows["iso3"]).prod()
    return (100 * (1 - missed)).round(1).reindex(reference.markets)


def tree_nearness(reference: Reference, home: str) -> pd.Series:
    """Return the linguistic nearness (0-100) of each market to home: percentile among all pairs."""
    rows = reference.table("linguistic_distance")
    world = reference.derived(_tree_world)
    ahead = rows[rows["iso3_a"] == home].set_index("iso3_b")["linguistic_distance"]
    behind = rows[rows["iso3_b"] == home].set_index("iso3_a")["linguistic_distance"]
    distance = pd.concat([ahead, behind]).reindex(reference.markets)
    return pd.Series(nearness(distance.to_numpy(float), world), reference.markets)


def language_part(reference: Reference, home: str, languages: Sequence[str]) -> pd.Series:
    """Return the language part of the affinity (0-100).

    People who speak a language the team serves count in full, the others by linguistic
    nearness: served + (1 - served) * nearness. NaN where either figure is unknown.
    """
    served = speakers_reached(reference, languages or home_languages(reference, home)) / 100
    near = tree_nearness(reference, home)
    return pd.Series(shown(100 * (served + (1 - served) * near / 100).to_numpy()), reference.markets)


def _tree_world(reference: Reference) -> np.ndarray:
    return np.sort(reference.table("linguistic_distance")["linguistic_distance"].to_numpy(float))
