"""The shortlist side by side: briefs in order of rank, and how often one market beats another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from frameworks.labels import N_
from frameworks.report.brief import Brief, ReportError
from frameworks.scoring.score import Scoring
from frameworks.scoring.swap import clear_order

MOST = 12
"""How many markets a comparison holds."""


@dataclass(frozen=True)
class Order:
    """Two neighbours in rank: share of draws (0-1) in which ``market`` beats ``other``, and whether that is clear."""

    market: str
    other: str
    share: float
    clear: bool


@dataclass(frozen=True)
class Comparison:
    """Briefs made from one scenario, the best ranked first, and how firm the order of neighbours is."""

    briefs: tuple[Brief, ...]
    orders: tuple[Order, ...]


def comparison(scoring: Scoring, briefs: Sequence[Brief]) -> Comparison:
    """Return the comparison of briefs made from ``scoring``; markets without a rank come last.

    Raises ReportError for no brief, for more than ``MOST``, and for briefs of different scenarios or days.
    """
    if not briefs:
        raise ReportError(N_("There is nothing to compare; put markets on the shortlist first."))
    if len(briefs) > MOST:
        raise ReportError(N_("A comparison holds {most} markets at most; take some off the shortlist."), most=MOST)
    if len({(one.home, one.fingerprint, one.set_up, one.today) for one in briefs}) > 1:
        raise ReportError(N_("These briefs come from different scenarios or days; make them anew."))
    ordered = tuple(sorted(briefs, key=lambda one: (one.verdict.rank is None, one.verdict.rank or 0, one.market)))
    codes = [one.market for one in ordered if one.market in scoring.ranked]
    wins = scoring.draws.wins(np.array([scoring.ranked.get_loc(code) for code in codes], dtype=int))
    orders = [
        Order(codes[i], codes[i + 1], float(wins[i, i + 1]),
             clear_order(scoring.frame.loc[codes[i]], scoring.frame.loc[codes[i + 1]]))
        for i in range(len(codes) - 1)
    ]  # fmt: skip
    return Comparison(ordered, tuple(orders))
