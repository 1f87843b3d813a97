"""The team's own demand: what its uploaded orders and visits say of each market."""

from __future__ import annotations

import numpy as np
import pandas as pd

SIGNALS = ("orders", "sessions")


def own_demand(counts: pd.DataFrame, home: str) -> pd.Series:
    """Return each market's own demand, 0-100, named ``own_demand``; empty without any signal.

    counts: frame by market (ISO alpha-3) with ``orders`` and ``sessions`` of the same period, NaN or absent
            where the team has no such export.
    home:   the market that stands for 100.

    Each signal scores 100 x ln(1 + count) / ln(1 + count at home), capped at 100: doubling a small demand
    counts as much as doubling a large one, and one market never moves another. Without any from home the
    largest market stands for 100. The score is the mean of the signals there are. A market with orders
    that the visits do not name had none, so its visits score 0; one with visits that the orders do not name is
    scored by its visits alone, because a shop may not deliver there; one that neither names has no score.
    This is our own rule.
    """
    scores = {name: _against(counts[name], home) for name in SIGNALS if name in counts and (counts[name] > 0).any()}
    if "sessions" in scores:
        scores["sessions"] = scores["sessions"].fillna(0.0)
    if not scores:
        return pd.Series(dtype=float, name="own_demand")
    mean = pd.DataFrame(scores).mean(axis=1)
    return mean.dropna().round(1).rename("own_demand")


def _against(counts: pd.Series, home: str) -> pd.Series:
    known = pd.to_numeric(counts, errors="coerce").clip(lower=0)
    anchor = known.get(home, 0.0)
    anchor = anchor if anchor > 0 else known.max()
    return (100 * np.log1p(known) / np.log1p(anchor)).clip(upper=100)
