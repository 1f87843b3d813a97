"""What is not known about a market, what it costs the score and what would fill it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from frameworks.culture.scores import MODELS, model_scores
from frameworks.reference import Reference
from frameworks.scoring.score import Scoring
from frameworks.weights import POTENTIAL_DIMENSIONS

ESTIMATES = "hofstede_estimates"


@dataclass(frozen=True)
class Missing:
    """One gap.

    kind:   ``model`` (a culture model), ``part`` (of the affinity), ``indicators`` (of one dimension)
            or ``team`` (only the team can know).
    code:   model key, part, dimension or team dimension.
    table:  the reference table that lacks it, "" for ``team``.
    whose:  codes of the markets it is missing for: the market, home or both.
    items:  codes of the missing indicators, for ``indicators``.
    whole:  the part or dimension is missing as a whole, so its weight goes to the others.
    fills:  what would fill it, best first: ``switch_on`` (its table is off), ``estimates`` (optional
            country-tool estimates know it), ``licensed`` (own CSV of the table), ``judgement`` (the team's own),
            ``upload`` (the team's own exports).
    """

    kind: str
    code: str
    table: str
    whose: tuple[str, ...]
    items: tuple[str, ...]
    whole: bool
    fills: tuple[str, ...]


def missing(reference: Reference, scoring: Scoring, market: str) -> tuple[Missing, ...]:
    """Return the gaps in the data on ``market`` as seen from the scoring's home, affinity first.

    Raises KeyError for a code that is no market of the reference.
    """
    if market not in reference.markets:
        raise KeyError(market)
    home = scoring.affinity.home
    return (
        *_models(reference, home, market), *_parts(reference, scoring, home, market),
        *_indicators(reference, scoring, market), *_team(scoring, market),
    )  # fmt: skip


def _models(reference: Reference, home: str, market: str) -> list[Missing]:
    known = model_scores(reference)
    estimated = set(reference.tables[ESTIMATES]["iso3"])
    found = []
    for key, model in MODELS.items():
        scores = known[key].scores.notna().sum(axis=1) if key in known else pd.Series(dtype=int)
        whose = tuple(code for code in (market, home) if scores.get(code, 0) < model.needed)
        if not whose:
            continue
        fills = ["switch_on"] if key in reference.off else ["licensed"]
        if key == "hofstede" and ESTIMATES in reference.off and set(whose) <= estimated:
            fills.insert(0, "estimates")
        found.append(Missing("model", key, key, tuple(dict.fromkeys(whose)), (), True, tuple(fills)))
    return found


def _parts(reference: Reference, scoring: Scoring, home: str, market: str) -> list[Missing]:
    parts = scoring.affinity.parts.loc[market]
    found: list[Missing] = []
    if market == home:
        return found
    for part, table, code in (
        ("language", "linguistic_distance", "iso3_a"), ("religion", "religion", "iso3"),
        ("ties", "bilateral", "iso3_o"), ("proximity", "bilateral", "iso3_o"),
    ):  # fmt: skip
        if pd.notna(parts[part]):
            continue
        rows = reference.table(table)
        there = set(rows[code]) | set(rows.get(code.replace("_a", "_b").replace("_o", "_d"), ()))
        if part == "language" and not {market, home} - there:
            table, there = "languages", set(reference.table("languages")["iso3"])
        whose = tuple(name for name in dict.fromkeys((market, home)) if name not in there)
        fills = ("switch_on",) if table in reference.off else ("licensed",) if table == "religion" else ()
        found.append(Missing("part", part, table, whose or (market,), (), True, fills))
    return found


def _indicators(reference: Reference, scoring: Scoring, market: str) -> list[Missing]:
    rich = scoring.potential
    found = []
    for dimension in POTENTIAL_DIMENSIONS:
        scores = rich.scores.loc[market, list(rich.members[dimension])]
        lacking = tuple(scores.index[scores.isna()])
        if lacking:
            table = "bilateral" if all(code.startswith("home_") for code in lacking) else "indicators"
            whole = bool(pd.isna(rich.dimensions.at[market, dimension]))
            fills = ("switch_on",) if table in reference.off else ("licensed",) if table == "indicators" else ()
            found.append(Missing("indicators", dimension, table, (market,), lacking, whole, fills))
    return found


def _team(scoring: Scoring, market: str) -> list[Missing]:
    own = scoring.potential.dimensions
    weights = scoring.weights.potential
    lacking = [name for name in ("own_demand", "competition") if weights[name] > 0 and pd.isna(own.at[market, name])]
    fills = {"competition": ("judgement",), "own_demand": ("upload",)}
    return [Missing("team", name, "", (market,), (), True, fills[name]) for name in lacking]
