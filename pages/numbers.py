"""What every page of numbers starts from: the warehouse, the filters in force, and KPIs computed once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any

import pandas as pd
import streamlit as st

from components import kpi_filters, tile
from components.kpi_filters import Choices, Filters
from components.period import Period
from components.sources import plain
from components.words import _, date_text, said
from data.warehouse.coverage import Coverage, Matched, coverage, matched
from data.warehouse.shared import SharedWarehouse
from frameworks.kpi import KPIS, Kpi
from frameworks.kpi.vocabulary import CHANNELS
from frameworks.kpi.where import Where
from frameworks.labels import Sentence
from pages.desk import Desk, open_desk
from pages.storeroom import Held, warehouse

CURRENCIES = ("EUR", "USD", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "BRL", "MXN", "INR", "KRW", "SEK", "PLN", "ZAR")
"""Offered beside the currencies of the data."""

LEADING = ("orders", "payments", "sessions", "spend")
"""The first of these that holds rows says where the period ends that a page opens with."""


@dataclass(frozen=True)
class Numbers:
    """The numbers on the desk of one run of a page.

    filters:  what is in force; None where there are no data yet.
    coverage: which days, markets and channels the data hold.
    """

    desk: Desk
    warehouse: Held
    filters: Filters | None
    coverage: Coverage
    version: str

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return self.filters is None

    def kpi(self, name: str, by: tuple[str, ...] = (), *, groups: pd.DataFrame | None = None) -> pd.DataFrame:
        """Return a KPI under the filters in force: the columns of ``by``, value, numerator, denominator, n."""
        return self.at(self.filters.where(), name, by, groups)

    def before(self, name: str, by: tuple[str, ...] = ()) -> pd.DataFrame | None:
        """Return a KPI in the period of comparison; None without one or where the data begin later."""
        former = self.former(name)
        return self.at(self.filters.where(former), name, by) if former else None

    def at(
        self, where: Where, name: str, by: tuple[str, ...] = (), groups: pd.DataFrame | None = None, *, moments: bool = False
    ) -> pd.DataFrame:  # fmt: skip
        """Return a KPI for other rows than the filters', in the same currency and time zone.

        Of a KPI that sets one table against another only the days count that both reach, see ``within``.
        moments: add the sums of squares that intervals need (see ``frameworks.kpi.moves.interval``).
        """
        grouped = None if groups is None else tuple(groups[["market", "group"]].itertuples(index=False, name=None))
        chosen = self.filters
        how = (self.within(where, name), chosen.currency, chosen.zone, grouped, moments)
        return _computed(self.warehouse, self.version, name, tuple(by), *how).copy()

    def former(self, name: str) -> Period | None:
        """Return the period of comparison, None where there is none or the KPI's data begin after its start."""
        former, covered = self.filters.before, self.covered(name)
        return former if former and covered and covered.start <= former.start else None

    def covered(self, name: str) -> Period | None:
        """Return the days that the data of every table a KPI needs reach; None where there are none."""
        found = self.coverage.common(KPIS[name].needs)
        return Period(*found) if found else None

    def within(self, where: Where, kpi: str | Kpi) -> Where:
        """Return which rows of ``where`` a KPI counts: those of days that every table it needs reaches."""
        return self.coverage.within(where, (KPIS[kpi] if isinstance(kpi, str) else kpi).needs)

    def need(self, name: str) -> tuple[str, ...]:
        """Return the canonical tables a KPI needs and no upload fills, and the settings it needs and nobody entered."""
        entered = self.warehouse.costs if KPIS[name].settings else {}
        unset = (setting for setting in KPIS[name].settings if entered.get(setting) is None)
        return (*_missing(self.warehouse, self.version, name), *unset)

    def unconverted(self) -> pd.DataFrame:
        """Return the amounts that no rate brings into the reporting currency: currency, rows, amount."""
        return _unconverted(self.warehouse, self.version, self.filters.where(), self.filters.currency).copy()

    def matched(self) -> Matched:
        """Return how many customers are known to more than one source."""
        return _matched(self.warehouse, self.version)


def open_numbers() -> Numbers:
    """Draw the bar of filters, where there are data, and return the numbers. Call it once, under the title."""
    desk, held = open_desk(), warehouse()
    tile.style()
    _source(held)
    version = held.version
    found = _coverage(held, version)
    filters = kpi_filters.bar(_choices(found)) if found.span else None
    if filters and filters.before and filters.before.start < found.span[0]:
        st.caption(_("Your data begin on {day}, so there is nothing to compare this period with.").format(
            day=date_text(found.span[0])))  # fmt: skip
    return Numbers(desk, held, filters, found, version)


def _source(held: Held) -> None:
    """Say where the figures come from, where that is not the local file, and offer to read them again."""
    if isinstance(held, SharedWarehouse):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="lf-kpi-source"):
            st.caption(_("The figures are read from {place}, anew every ten minutes.").format(place=plain(held.place)))
            st.button(_("Read again"), key="read_again", type="tertiary", icon=":material/refresh:", on_click=held.read_again)


def answered(ask: Callable[..., Any]) -> Callable[..., Any]:
    """Make a question to the warehouse end the page with a sentence where it finds no answer."""

    @wraps(ask)
    def asked(*given: Any) -> Any:
        try:
            return ask(*given)
        except Sentence as error:
            st.error(plain(said(error)), icon=":material/report:")
            st.stop()

    return asked


def _choices(found: Coverage) -> Choices:
    currencies = tuple(dict.fromkeys((*found.currencies, *CURRENCIES)))
    channels = tuple(channel for channel in found.channels if channel in CHANNELS)
    until = next((found.spans[name][1] for name in LEADING if name in found.spans), found.span[1])
    return Choices(Period(*found.span), found.markets, channels, currencies, until)


@answered
@lru_cache(maxsize=16)
def _coverage(held: Held, version: str) -> Coverage:
    return coverage(held)


@answered
@lru_cache(maxsize=16)
def _matched(held: Held, version: str) -> Matched:
    return matched(held)


@answered
@lru_cache(maxsize=64)
def _unconverted(held: Held, version: str, where: Where, currency: str) -> pd.DataFrame:
    return held.unconverted(where, currency)


@answered
@lru_cache(maxsize=512)
def _missing(held: Held, version: str, name: str) -> tuple[str, ...]:
    there = {table for table, rows in held.present().items() if rows}
    return tuple(table for table in KPIS[name].needs if table not in there)


@answered
@lru_cache(maxsize=1024)
def _computed(
    held: Held, version: str, name: str, by: tuple[str, ...], where: Where, currency: str, zone: str,
    groups: tuple[tuple[str, str], ...] | None, moments: bool,
) -> pd.DataFrame:  # fmt: skip
    grouped = None if groups is None else pd.DataFrame(groups, columns=["market", "group"])
    how = {"where": where, "currency": currency, "zone": zone, "groups": grouped, "moments": moments}
    return held.compute(name, by=by, **how)
