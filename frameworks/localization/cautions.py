"""What colours, numbers, gestures and symbols can mean in a market, and how good the evidence is."""

from __future__ import annotations

import pandas as pd

from frameworks.labels import N_, Sentence
from frameworks.reference import Reference

KINDS = {
    "colour": N_("Colours"), "number": N_("Numbers"), "symbol": N_("Symbols"), "gesture": N_("Gestures"),
    "animal": N_("Animals"), "flower": N_("Flowers"),
}  # fmt: skip
EVIDENCE = {
    "academic": N_("academic study"),
    "review": N_("studies, as summarised elsewhere"),
    "practitioner": N_("practitioner lore"),
}
VALENCES = ("negative", "mixed", "functional", "neutral", "positive")
EVERYWHERE = "WORLD"
COLUMNS = (
    "kind", "item", "culture", "meaning", "valence", "context", "evidence", "everywhere", "source", "url", "year",
    "confidence", "checked",
)  # fmt: skip
STANDING_NOTE = Sentence(
    N_(
        "A meaning holds for some people in some contexts, never for a whole country. Most of this is practitioner lore,"
        " repeated by many and measured by few: let people on the spot look before you change a design."
    )
)


def cautions(reference: Reference, market: str, *, unchecked: bool = False) -> pd.DataFrame:
    """Return what is said of colours, numbers and symbols in ``market``; those to be careful with first.

    Columns ``COLUMNS``: kind (key of ``KINDS``), item, culture (for whom the source says it holds), meaning,
    valence (one of ``VALENCES``), context (where it matters), evidence (key of ``EVIDENCE``), everywhere (bool:
    said of all markets), source, url, year (Int64, NA where undated), confidence, checked (bool). Show
    ``STANDING_NOTE`` beside it.

    unchecked: include rows written from memory or from weak sources. Source: table ``semiotics``.
    """
    rows = reference.derived(_by_market)
    rows = rows[rows["iso3"].isin([market, EVERYWHERE])]
    rows = rows if unchecked else rows[rows["checked"]]
    order = pd.DataFrame(
        {
            "everywhere": rows["everywhere"],
            "valence": rows["valence"].map(VALENCES.index),
            "evidence": rows["evidence"].map(list(EVIDENCE).index),
            "kind": rows["kind"].map(list(KINDS).index),
        }
    ).sort_values(["everywhere", "valence", "evidence", "kind"], kind="stable")
    return rows.loc[order.index, list(COLUMNS)].reset_index(drop=True)


def _by_market(reference: Reference) -> pd.DataFrame:
    rows = reference.table("semiotics")
    rows = rows.assign(
        iso3=rows["countries"].str.split("|"), checked=rows["checked"] == "yes", year=rows["year"].astype("Int64"),
        everywhere=rows["countries"] == EVERYWHERE,
    )  # fmt: skip
    return rows.explode("iso3", ignore_index=True)
