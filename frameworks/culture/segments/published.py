"""Published groupings of markets by culture, and how far a segmentation agrees with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from frameworks.culture.segments.agreement import Agreement, agreement
from frameworks.culture.segments.segmentation import Segmentation
from frameworks.labels import N_
from frameworks.reference import Reference

ZONES = {
    "african_islamic": N_("African-Islamic"),
    "catholic_europe": N_("Catholic Europe"),
    "confucian": N_("Confucian"),
    "english_speaking": N_("English-speaking"),
    "latin_america": N_("Latin America"),
    "orthodox_europe": N_("Orthodox Europe"),
    "protestant_europe": N_("Protestant Europe"),
    "west_south_asia": N_("West and South Asia"),
}
"""Zones of the Inglehart-Welzel map by the key in the table; which market is in which zone is how others read the picture."""


@dataclass(frozen=True)
class Comparison:
    """A segmentation against a published grouping.

    agreement: over the markets in both; None where they are fewer than four.
    table:     frame of counts by published group (rows) and segment letter (columns), of markets in both.
    outside:   how many markets of the segmentation the published grouping does not hold.
    """

    agreement: Agreement | None
    table: pd.DataFrame
    outside: int


def zones(reference: Reference) -> dict[str, str]:
    """Return the Inglehart-Welzel zone (key of ``ZONES``) by market; empty where the table is switched off."""
    rows = reference.table("value_zones")
    return dict(rows[["iso3", "zone"]].itertuples(index=False, name=None))


def comparison(made: Segmentation, groups: Mapping[str, str]) -> Comparison:
    """Compare a segmentation with ``groups`` (published group by market)."""
    segment = made.frame["segment"]
    both = segment[segment.index.isin(list(groups))]
    rows = pd.Series([groups[code] for code in both.index], index=both.index, dtype=object)
    counts = pd.crosstab(rows, both.astype(object)).reindex(columns=list(made.letters), fill_value=0)
    counts.index.name, counts.columns.name = "group", "segment"
    return Comparison(agreement(segment.to_dict(), groups), counts, len(segment) - len(both))
