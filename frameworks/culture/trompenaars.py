"""Trompenaars and Hampden-Turner's seven dimensions: leans with a grade, never scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from frameworks.labels import N_
from frameworks.reference import Reference


@dataclass(frozen=True)
class Dilemma:
    """A dimension whose two poles are answers to one dilemma; ``first`` and ``second`` name them."""

    code: str
    name: str
    first: str
    second: str


@dataclass(frozen=True)
class Lean:
    """What public texts say of a country on one dimension.

    pole:  first, second, middle, mixed (the sources disagree) or none (no public source).
    grade: A three or more independent sources agree, B two or a clear majority, C one; else empty.
    sources: how many independent sources.
    """

    dimension: Dilemma
    pole: str
    grade: str
    sources: int


DIMENSIONS = (
    Dilemma(
        "universalism_particularism", N_("Rules or relationships"), N_("Rules before relations"), N_("Relations before rules")
    ),
    Dilemma(
        "individualism_communitarianism", N_("Individual or group"), N_("The individual first"), N_("The group first")
    ),
    Dilemma("neutral_affective", N_("Neutral or emotional"), N_("Feelings kept in"), N_("Feelings shown")),
    Dilemma("specific_diffuse", N_("Specific or diffuse"), N_("Business apart from person"), N_("Whole person involved")),
    Dilemma("achievement_ascription", N_("Achieved or given status"), N_("Status by what one does"), N_("Status by who one is")),
    Dilemma("sequential_synchronic", N_("One thing at a time or many"), N_("One thing after another"), N_("Many things at once")),
    Dilemma("internal_external", N_("Inner or outer control"), N_("Shape events"), N_("Go along with events")),
)

MEASURES = N_("Which answer to a dilemma managers chose; only the lean that public texts report is known here.")
SAMPLE = N_("One proprietary database of managers, mostly of the 1980s and 1990s, retold by third parties.")
YEARS = N_("Answers mostly of the 1980s and 1990s; each text that retells them names its own year.")
CRITICISM = N_("A re-analysis confirmed two of the seven dimensions (Hofstede 1996); agreement of texts is no second measurement.")


def leans(reference: Reference, market: str) -> tuple[Lean, ...]:
    """Return the market's lean on all seven dimensions, in the authors' order."""
    rows = reference.table("trompenaars_consensus")
    known = rows[rows["iso3"] == market].set_index("dimension")
    return tuple(
        Lean(d, known.at[d.code, "consensus"], known.at[d.code, "grade"].replace("mixed", ""), int(known.at[d.code, "n_sources"]))
        if d.code in known.index
        else Lean(d, "none", "", 0)
        for d in DIMENSIONS
    )


def sides(reference: Reference, market: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return who says what of a market: by dimension and pole (first, middle, second) the texts that count.

    Texts that repeat one another are one; rows marked suspect are left out.
    """
    rows = reference.table("trompenaars_placements")
    rows = rows[(rows["iso3"] == market) & (rows["suspect"] != 1)].drop_duplicates(["dimension", "lean", "lineage"])
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for (dimension, lean), some in rows.groupby(["dimension", "lean"], sort=True):
        found.setdefault(dimension, {})[lean.removesuffix("_pole")] = tuple(some["source"])
    return found
