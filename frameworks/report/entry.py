"""What it takes to sell in a market: payment, channels, rules, tax and dates, as plain records for a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from frameworks.calendar import calendar
from frameworks.channels import platforms
from frameworks.labels import Sentence
from frameworks.payments import PaymentFit, SetUp, fit_for, methods_in
from frameworks.payments.methods import WORLD, catalogue, supports
from frameworks.payments.missing import Gain
from frameworks.reference import Reference
from frameworks.rules import Tax, duties, tax

SHOWN = 5
"""How many methods of one kind a report names."""


@dataclass(frozen=True)
class Method:
    """Payment methods of one share: points (0-100) they would add to the fit together, and the providers that add them.

    codes, names: of one method, or of several that the figures do not tell apart. gate: what stops them now; reason:
    that in a sentence. same_as: names of methods whose points these are as well.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    payment_class: str
    points: float
    providers: tuple[str, ...]
    gate: str
    reason: Sentence | str
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True)
class Payments:
    """How far the team's set-up covers the way people pay.

    low, high: the fit (0-100), None where the market has no mix; confirmed: its low end once the providers confirm
               what they do not publish. confidence: A to D, None without a fit.
    offered:   names of the methods that work with the set-up; unknown: of those that cannot be judged; the
               heaviest first. missing: the most useful first.
    """

    low: float | None
    high: float | None
    confirmed: float | None
    confidence: str | None
    source: str
    year: int | None
    region: str
    offered: tuple[str, ...]
    missing: tuple[Method, ...]
    unknown: tuple[str, ...]

    @property
    def useful(self) -> tuple[Method, ...]:
        """The missing methods that would add points; all of them where there is no mix."""
        return tuple(one for one in self.missing if one.points > 0 or self.low is None)


@dataclass(frozen=True)
class Channel:
    """A platform: its kind, standing, and a figure with unit where one is published."""

    kind: str
    name: str
    standing: str
    value: float | None
    unit: str
    year: int | None
    source: str
    checked: bool


@dataclass(frozen=True)
class Duty:
    """A rule: the law, the duty in one sentence, from when it binds where that lies ahead, days where it counts some."""

    topic: str
    law: str
    duty: str
    binds_from: str
    days: int | None
    year: int | None
    source: str
    checked: bool


@dataclass(frozen=True)
class Event:
    """A date to sell around: first and last day, kind, whether the day is certain, and by when to be ready."""

    start: date
    end: date
    name: str
    local_name: str
    kind: str
    firm: bool
    lead_days: int | None
    prepare_by: date | None
    checked: bool


@dataclass(frozen=True)
class Entry:
    """All of it for one market."""

    payments: Payments
    channels: tuple[Channel, ...]
    duties: tuple[Duty, ...]
    tax: Tax | None
    events: tuple[Event, ...]


def payments(fit: PaymentFit, reference: Reference) -> Payments:
    """Return the payment part of a report from a fit; without a mix, the most local methods come first."""
    mix, known = fit.mix, catalogue(reference)
    rows = fit.methods.reset_index().to_dict("records")
    gains = list(fit.gains)
    if mix is None:
        rows = _local_first(rows, known)
        order = [row["method_id"] for row in _local_first(fit.missing.to_dict("records"), known)]
        gains = sorted((gain for gain in gains if _first(gain) in order), key=lambda gain: order.index(_first(gain)))
    named = {code: support.name for code, found in supports(reference).items() for support in found.values()}
    missing = tuple(
        Method(tuple(gain.methods), tuple(gain.methods.values()), gain.payment_class, _known(gain.points) or 0.0,
               tuple(named.get(code, code) for code in gain.providers), gain.gate, gain.reason, gain.same_as)
        for gain in gains
    )  # fmt: skip
    return Payments(
        fit.low, fit.high, fit.low_confirmed, fit.confidence,
        source=mix.source if mix else "", year=mix.year if mix else None, region=(mix.region or "") if mix else "",
        offered=tuple(row["name"] for row in rows if row["available"] == "yes"), missing=missing,
        unknown=tuple(row["name"] for row in rows if row["available"] == "unknown"),
    )  # fmt: skip


def _first(gain: Gain) -> str:
    return next(iter(gain.methods))


def _local_first(rows: list[dict[str, Any]], known: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Leave out what is offered everywhere, and order by how few countries have the method."""
    local = [row for row in rows if WORLD not in known[row["method_id"]].buyers]
    return sorted(local, key=lambda row: (len(known[row["method_id"]].buyers), row["name"].casefold()))


def named_methods(fit: PaymentFit, found: Payments) -> pd.DataFrame:
    """Return the rows of ``fit.methods`` that a report names."""
    names = {*found.offered[:SHOWN], *found.unknown[:SHOWN], *(name for one in found.useful[:SHOWN] for name in one.names)}
    return fit.methods[fit.methods["name"].isin(names)]


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows of platforms, duties and dates of a market as their rooms give them, unchecked ones included."""

    platforms: pd.DataFrame
    duties: pd.DataFrame
    dates: pd.DataFrame

    def checked(self) -> Rows:
        """Return the rows that somebody checked."""
        return Rows(*(rows[rows["checked"]] for rows in (self.platforms, self.duties, self.dates)))

    def __len__(self) -> int:
        return len(self.platforms) + len(self.duties) + len(self.dates)


def all_rows(reference: Reference, market: str, today: date, *, months: int, language: str = "en") -> Rows:
    """Return all rows on a market; the dates are those of ``months`` months from ``today``."""
    return Rows(
        platforms(reference, market, unchecked=True), duties(reference, market, unchecked=True),
        calendar(reference, market, today, months=months, language=language, unchecked=True),
    )  # fmt: skip


def channels(rows: pd.DataFrame) -> tuple[Channel, ...]:
    """Return the platforms of a market as ``platforms`` orders them: by kind, the weightiest first."""
    return tuple(
        Channel(row["kind"], row["name"], row["standing"], _known(row["value"]), str(row["unit"] or ""),
                _whole(row["year"]), row["source"], bool(row["checked"]))
        for row in rows.to_dict("records")
    )  # fmt: skip


def rules(rows: pd.DataFrame) -> tuple[Duty, ...]:
    """Return the duties of a market in the order a shop meets them."""
    return tuple(
        Duty(row["topic"], row["law"], row["duty"], row["binds_from"], _whole(row["days"]), _whole(row["year"]), row["source"],
             bool(row["checked"]))
        for row in rows.to_dict("records")
    )  # fmt: skip


def events(rows: pd.DataFrame) -> tuple[Event, ...]:
    """Return the holidays and shopping dates of a market, the next one first."""
    return tuple(
        Event(_day(row["start"]), _day(row["end"]) or _day(row["start"]), row["name"], str(row["local_name"] or ""),
              row["kind"], bool(row["firm"]), _whole(row["lead_days"]), _day(row["prepare_by"]), bool(row["checked"]))
        for row in rows.to_dict("records")
    )  # fmt: skip


def sales_tax(reference: Reference, market: str, *, unchecked: bool = False) -> Tax | None:
    """Return the tax on sales, None where none is known or checked; unchecked limits on imports are left out, too."""
    found = tax(reference, market)
    if found is None or unchecked:
        return found
    kept = {name: limit if limit and limit.checked else None for name, limit in
            (("duty_free", found.duty_free), ("tax_free", found.tax_free))}  # fmt: skip
    return replace(found, changes="", **kept) if found.checked else None


__all__ = [
    "SHOWN", "Channel", "Duty", "Entry", "Event", "Method", "PaymentFit", "Payments", "Rows", "SetUp", "Tax", "all_rows",
    "channels", "events", "fit_for", "methods_in", "named_methods", "payments", "rules", "sales_tax",
]  # fmt: skip


def _known(value: object) -> float | None:
    return None if value is None or pd.isna(value) else float(value)  # type: ignore[arg-type, call-overload]


def _whole(value: object) -> int | None:
    return None if value is None or value == "" or pd.isna(value) else int(value)  # type: ignore[call-overload]


def _day(value: object) -> date | None:
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return None
    return value.date() if hasattr(value, "date") else value  # type: ignore[return-value, union-attr]
