"""How the score of one market on one axis adds up, part by part."""

from __future__ import annotations

import numpy as np
import pandas as pd

from frameworks.scale import shown, weighted_mean
from frameworks.scoring.score import Scoring
from frameworks.weights import AFFINITY_PARTS, TEAM_DIMENSIONS

AXES = ("affinity", "potential")


def breakdown(scoring: Scoring, market: str, axis: str) -> pd.DataFrame:
    """Return the parts of a market's score on ``axis`` (affinity or potential), one row a part.

    Columns: ``score`` (0-100, NaN where unknown), ``low`` and ``high`` (its band; 0 to 100 where unknown),
    ``points`` (the user's weight), ``counted`` (points that enter: 0 where the score is unknown),
    ``share`` (0-1 of the counted points), ``adds`` (share times score, in points of the total).
    Parts only the team can fill appear when they have a weight or a score.

    ``attrs["total"]``: the sum of ``adds`` rounded as shown, the score of the axis; NaN where the
    method gives none (no values model, too few dimensions), in which case ``adds`` is NaN too.

    Raises KeyError for an unknown market or axis.
    """
    frame = {"affinity": _affinity, "potential": _potential}[axis](scoring, market)
    known = frame["score"].notna()
    frame["counted"] = frame["points"].where(known, 0.0)
    total = frame["counted"].sum()
    has_score = _has_score(scoring, market, axis) and total > 0
    frame["share"] = frame["counted"] / total if total > 0 else np.nan
    frame["adds"] = (frame["share"] * frame["score"]).where(known) if has_score else np.nan
    frame.attrs["total"] = _total(scoring, market, axis) if has_score else float("nan")
    return frame


def _total(scoring: Scoring, market: str, axis: str) -> float:
    if axis == "affinity":
        table, points = scoring.affinity.parts, np.array([scoring.weights.affinity[part] for part in AFFINITY_PARTS])
    else:
        table, points = scoring.potential.dimensions, scoring.potential.points(scoring.weights)
    totals = weighted_mean(table.to_numpy(float), points)  # all markets, so that ties round as in the ranking
    return float(shown(totals)[table.index.get_loc(market)])


def _affinity(scoring: Scoring, market: str) -> pd.DataFrame:
    near = scoring.affinity
    score = near.parts.loc[market, list(AFFINITY_PARTS)].astype(float)
    low, high = score.fillna(0.0), score.fillna(100.0)
    models = near.models.loc[market].dropna()
    if len(models):
        low["values"], high["values"] = models.min(), models.max()
    points = [scoring.weights.affinity[part] for part in AFFINITY_PARTS]
    return pd.DataFrame({"score": score, "low": low, "high": high, "points": points})


def _potential(scoring: Scoring, market: str) -> pd.DataFrame:
    rich = scoring.potential
    frame = pd.DataFrame(
        {
            "score": rich.dimensions.loc[market].astype(float),
            "low": shown(rich.low.loc[market].fillna(0.0).to_numpy(float)),
            "high": shown(rich.high.loc[market].fillna(100.0).to_numpy(float)),
            "points": rich.points(scoring.weights),
        }
    )
    unused = frame.index.isin(TEAM_DIMENSIONS) & (frame["points"] == 0) & frame["score"].isna()
    return frame[~unused].copy()


def _has_score(scoring: Scoring, market: str, axis: str) -> bool:
    if axis == "affinity":
        return bool(scoring.affinity.models.loc[market].notna().any())
    return bool(scoring.potential.scored()[scoring.potential.dimensions.index.get_loc(market)])
