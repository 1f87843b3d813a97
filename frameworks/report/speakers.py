"""Which languages to serve in a market, and how many people each would reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from frameworks.culture.language import home_languages, speakers_reached
from frameworks.potential.indicators import latest
from frameworks.reference import Reference

LEAST_SHARE = 0.02
"""A language that fewer speak is not proposed (a rule of ours)."""


@dataclass(frozen=True)
class Spoken:
    """A language of a market: share of its people (0-1), how many they are, official or not, served by the team.

    people is None where the population is not known.
    """

    code: str
    share: float
    people: int | None
    official: bool
    served: bool


@dataclass(frozen=True)
class Speakers:
    """The languages of a market and whom the team reaches.

    languages:  most spoken first. serving: what the team serves today.
    served:     share (0-1) of the people who speak one of them, None where no shares are known.
    population: people, with its year; None where unknown.
    """

    languages: tuple[Spoken, ...]
    serving: tuple[str, ...]
    served: float | None
    population: int | None
    year: int | None


def speakers(reference: Reference, home: str, market: str, serving: Sequence[str], *, most: int = 5) -> Speakers:
    """Return up to ``most`` languages of a market with the people each reaches (population times share).

    serving: language codes; none means the home market's own. Languages overlap: the people of two must
    not be added. Shares are CLDR's, of all people including second languages.
    """
    served = tuple(serving) or home_languages(reference, home)
    rows = latest(reference)
    found = rows[(rows["iso3"] == market) & (rows["indicator"] == "population")]
    population = int(found["value"].iloc[0]) if len(found) else None
    year = int(found["year"].iloc[0]) if len(found) else None
    table = reference.table("languages")
    table = table[(table["iso3"] == market) & (table["language"] != "und") & (table["share"] > 0)]
    table = table.sort_values(["share", "official", "language"], ascending=[False, False, True])
    listed = tuple(
        Spoken(row.language, float(row.share), _people(population, row.share), bool(row.official), row.language in served)
        for row in table.itertuples(index=False)
        if row.share >= LEAST_SHARE or row.language in served
    )
    reached = speakers_reached(reference, served)[market] if len(table) else float("nan")
    return Speakers(listed[:most], served, None if pd.isna(reached) else float(reached) / 100, population, year)


def _people(population: int | None, share: float) -> int | None:
    return None if population is None else round(population * min(share, 1.0))
