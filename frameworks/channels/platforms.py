"""Which platforms people in a market search, talk, meet and shop on, and how they stand there."""

from __future__ import annotations

import pandas as pd

from frameworks.reference import Reference

KINDS = ("search", "social", "messaging", "superapp", "marketplace")
STANDINGS = ("dominant", "used", "ranked", "available", "restricted", "blocked", "discontinued")
COLUMNS = ("kind", "platform", "name", "standing", "value", "unit", "note", "year", "source", "url", "confidence", "checked")
OPEN = ("dominant", "used", "ranked", "available")
"""Standings of platforms that a shop can use."""
CLOSED = ("restricted", "blocked", "discontinued")


def platforms(reference: Reference, market: str, *, unchecked: bool = False) -> pd.DataFrame:
    """Return what is known of platforms in ``market``, one statement a row, by kind and standing.

    Columns ``COLUMNS``: kind (one of ``KINDS``), platform (identifier), name, standing (one of
    ``STANDINGS``; ``used`` and ``ranked`` carry a ``value`` in ``unit``, the others none), note, year (Int64),
    source, url, confidence (low, medium, high), checked (bool). Without rows where nothing is known.
    Values of different units cannot be compared, and a shared unit is no ranking of the market: shares
    of referred visits count links, not people.

    unchecked: include statements written from memory or from weak sources. Source: table ``platforms``.
    """
    rows = reference.table("platforms")
    return _shaped(rows[rows["iso3"] == market], unchecked)


def worldwide(reference: Reference) -> pd.DataFrame:
    """Return worldwide shares of internet users by platform, in the columns of ``platforms``."""
    return _shaped(reference.table("platforms_world"), False)


def named(rows: pd.DataFrame, standing: str, *kinds: str) -> tuple[str, ...]:
    """Return the names of the platforms of these kinds (all when none is given) that have a standing."""
    hit = rows[(rows["standing"] == standing) & (rows["kind"].isin(kinds) if kinds else True)]
    return tuple(dict.fromkeys(hit["name"]))


def _shaped(rows: pd.DataFrame, unchecked: bool) -> pd.DataFrame:
    frame = rows.assign(checked=rows["checked"] == "yes", year=rows["year"].astype("Int64"))
    if not unchecked:
        frame = frame[frame["checked"]]
    place = pd.DataFrame(
        {
            "kind": frame["kind"].map(KINDS.index),
            "standing": frame["standing"].map(STANDINGS.index),
            "value": frame["value"].where(frame["standing"] == "ranked", -frame["value"]),
            "name": frame["name"].str.casefold(),
        }
    ).sort_values(["kind", "standing", "value", "name"], na_position="last", kind="stable")
    return frame.loc[place.index, list(COLUMNS)].reset_index(drop=True)
