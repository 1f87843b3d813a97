"""Shopping events of a market: sales, gift days and seasons, with their dates where these are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pandas as pd

from frameworks.reference import Reference

DATED = (2025, 2026, 2027, 2028)
"""Years for which dates are known; none is made up for another."""


def events(reference: Reference, market: str, *, unchecked: bool = False) -> pd.DataFrame:
    """Return the shopping events of ``market`` as in table ``shopping_events``.

    The columns of the table; checked and firm are bool, year is Int64.

    unchecked: include events written from memory or from weak sources.
    """
    rows = reference.derived(_by_market)
    rows = rows[rows["iso3"] == market]
    return (rows if unchecked else rows[rows["checked"]]).reset_index(drop=True)


def spans(row: Any) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield first and last day of each known occurrence of an event, a row of ``events`` by name."""
    for year in DATED:
        days = [dt.date.fromisoformat(day) for day in row[f"date_{year}"].split("/") if day]
        if days:
            yield days[0], days[-1]


def open_years(row: Any, start: dt.date, end: dt.date) -> tuple[int, ...]:
    """Return the years from ``start`` to ``end`` for which the event has no date yet."""
    known = {year for year in DATED if row[f"date_{year}"]}
    return tuple(year for year in range(start.year, end.year + 1) if year not in known)


def _by_market(reference: Reference) -> pd.DataFrame:
    rows = reference.table("shopping_events")
    rows = rows.assign(
        iso3=rows["countries"].str.split("|"), checked=rows["checked"] == "yes", firm=rows["firm"] == "yes",
        year=rows["year"].astype("Int64"),
    )  # fmt: skip
    return rows.explode("iso3", ignore_index=True)
