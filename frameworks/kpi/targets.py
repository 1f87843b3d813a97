"""What a team planned for a KPI, and how far it is: the figure so far held against what should be there by now.

A sum (orders, revenue) is due evenly, day by day: of a month's 3,000 orders, 1,000 after ten of thirty days. That is an
assumption and no forecast; who knows the season plans by months. Any other KPI is due in full on each day.

While a period runs, a figure counts as ahead or behind only when the plan lies outside its 95 % interval. Once
every day of it is counted the plain figure decides: it was met or it was missed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from frameworks.kpi import intervals, moves
from frameworks.kpi.definition import KPIS, Kpi
from frameworks.kpi.intervals import Interval
from frameworks.kpi.where import checked_currency
from frameworks.labels import N_, Sentence

STATES = ("met", "missed", "ahead", "near", "behind", "to_come", "no_data")
MOST_DAYS = 3653
"""Days that a period has at most: ten years."""
MOST = 1e15
"""No figure is larger, either way; beyond it a float no longer tells cents apart."""

_MARKET = re.compile(r"[A-Z]{3}")
_RANGES = {"share": (0.0, 1.0), "points": (-100.0, 100.0), "stars": (1.0, 5.0)}
_NORMAL = 1.959963984540054
_SAME = 1e-9


@dataclass(frozen=True)
class Target:
    """What was planned for one KPI.

    market:      ISO 3166 alpha-3; None: all markets together.
    first, last: the days it is planned for, both included.
    value:       in the KPI's unit: a share is 0-1, money is in ``currency``.
    currency:    ISO 4217 for money, None for anything else.
    """

    kpi: str
    market: str | None
    first: date
    last: date
    value: float
    currency: str | None = None

    @property
    def days(self) -> int:
        """How many days it is planned for."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Standing:
    """How far a target is.

    state:     one of ``STATES``. Of a KPI that is neither better up nor down (ad spend), ahead says above the
               plan and behind below it; see ``judged``.
    value:     the figure so far, in the KPI's unit; None where there is none.
    low, high: its 95 % interval; None where the KPI has none.
    due:       what should be there by ``until``; None while no day is counted.
    until:     the last day counted.
    days:      days counted, of the ``of_days`` of the period. Data that begin after the period does leave out its
               first days, and the due of a sum leaves out the same.
    """

    target: Target
    state: str
    value: float | None
    low: float | None
    high: float | None
    due: float | None
    until: date | None
    days: int
    of_days: int

    @property
    def judged(self) -> bool:
        """Whether more or less of this KPI is better, so that the state praises or blames."""
        return KPIS[self.target.kpi].direction != "neutral"

    @property
    def whole(self) -> bool:
        """Whether every day of the period is counted."""
        return self.days == self.of_days

    @property
    def share(self) -> float | None:
        """The figure so far as a multiple of what is due (1: just that); None where that says nothing."""
        return None if self.value is None or not self.due or self.due < 0 else self.value / self.due


def targetable() -> tuple[str, ...]:
    """Return the names of the KPIs that can have a target: all but the payback, which is not known until it is over."""
    return tuple(name for name, kpi in KPIS.items() if kpi.aggregate != "payback")


def checked(target: Target) -> Target:
    """Return a target, its figure a float; raises Sentence saying what is wrong with it."""
    kpi = KPIS.get(target.kpi) if isinstance(target.kpi, str) else None
    if kpi is None:
        raise Sentence(N_("There is no KPI {name}."), name=f"{target.kpi!s:.40}")
    title = Sentence(kpi.title)
    if kpi.name not in targetable():
        raise Sentence(N_("{kpi} cannot have a target."), kpi=title)
    if target.market is not None:
        if not isinstance(target.market, str) or not _MARKET.fullmatch(target.market):
            raise Sentence(N_("{value} is not a market code (three capital letters)."), value=f"{target.market!r:.40}")
        if "market" not in kpi.dimensions:
            raise Sentence(N_("{kpi} is not known by market; plan it for all markets."), kpi=title)
    _check_days(target.first, target.last)
    value = _checked_value(kpi, title, target.value)
    if kpi.unit == "money" and target.currency is None:
        raise Sentence(N_("{kpi} is money; say in which currency."), kpi=title)
    if kpi.unit != "money" and target.currency is not None:
        raise Sentence(N_("{kpi} is no money; leave the currency out."), kpi=title)
    currency = None if target.currency is None else checked_currency(target.currency)
    return Target(kpi.name, target.market, target.first, target.last, value, currency)


def counted(target: Target, covered: tuple[date, date] | None) -> tuple[date, date] | None:
    """Return the first and last day of a target's period that data reach; None for none.

    covered: the first and last day of the data, None without any.
    """
    if covered is None:
        return None
    first, last = max(target.first, covered[0]), min(target.last, covered[1])
    return (first, last) if first <= last else None


def stand(
    target: Target, kpi: Kpi, row: Mapping[str, Any] | None, days: tuple[date, date] | None, today: date | None = None
) -> Standing:
    """Return how far a target is.

    row:   the KPI computed for just these days and this market, a row of ``compile_kpi(..., moments=True)``;
           ``{"value": 0}`` where nothing counts as none; None where nothing is known. Money in the target's currency.
    days:  those that ``counted`` gives.
    today: tells a period that has not begun from one without data, and one that runs from one that is over;
           None: a period whose last day is counted is over.
    """
    if days is None:
        state = "to_come" if today is not None and target.first > today else "no_data"
        return Standing(target, state, None, None, None, None, None, 0, target.days)
    number = (days[1] - days[0]).days + 1
    due = target.value * number / target.days if kpi.aggregate == "sum" else target.value
    value = _figure(row)
    if value is None:
        return Standing(target, "no_data", None, None, None, due, days[1], number, target.days)
    sure = _interval(kpi, row or {}, value)
    low, high = (sure.low, sure.high) if sure else (None, None)
    over = number == target.days and (today is None or today > target.last)
    state = _state(kpi.direction, value, due, sure, over)
    return Standing(target, state, value, low, high, due, days[1], number, target.days)


def parts(target: Target, steps: Sequence[tuple[date, date]]) -> list[float | None]:
    """Return the plan for each step of a course, in the KPI's unit; None for a step wholly outside the period.

    steps: first and last day of each. A sum's share of a step is that of its days in the period.
    """
    whole = KPIS[target.kpi].aggregate == "sum"
    found: list[float | None] = []
    for step in steps:
        inside = counted(target, step)
        days = (inside[1] - inside[0]).days + 1 if inside else 0
        found.append(None if not inside else target.value * days / target.days if whole else target.value)
    return found


def choose(targets: Iterable[Target], kpi: str, market: str | None, day: date) -> Target | None:
    """Return the target of a KPI and market whose period holds a day: the shortest, then the one begun last."""
    holding = (
        target for target in targets if target.kpi == kpi and target.market == market and target.first <= day <= target.last
    )
    return min(holding, key=lambda target: (target.days, -target.first.toordinal()), default=None)


def _check_days(first: object, last: object) -> None:
    for day in (first, last):
        if not isinstance(day, date) or isinstance(day, datetime):
            raise Sentence(N_("{value} is not a day written as 2026-01-31."), value=f"{day!s:.40}")
    if first > last:  # type: ignore[operator]
        raise Sentence(N_("The period ends before it starts."))
    if (last - first).days >= MOST_DAYS:  # type: ignore[operator]
        raise Sentence(N_("A target spans at most ten years."))


def _checked_value(kpi: Kpi, title: Sentence, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or abs(value) > MOST:
        raise Sentence(N_("The target of {kpi} must be a number, not {value}."), kpi=title, value=f"{value!s:.40}")
    low, high = _RANGES.get(kpi.unit, (-math.inf if _can_be_negative(kpi) else 0.0, math.inf))
    if kpi.unit == "share" and not low <= value <= high:
        raise Sentence(N_("{kpi} is a share: its target lies between 0 % and 100 %."), kpi=title)
    if kpi.unit in _RANGES and not low <= value <= high:
        raise Sentence(N_("The target of {kpi} lies between {low} and {high}."), kpi=title, low=low, high=high)
    if value < low:
        raise Sentence(N_("The target of {kpi} cannot be below 0."), kpi=title)
    return float(value) + 0.0  # no minus zero


def _can_be_negative(kpi: Kpi) -> bool:
    """Whether costs are taken off its money, so that a loss may be planned."""
    return kpi.unit == "money" and "goods_share" in kpi.settings


def _figure(row: Mapping[str, Any] | None) -> float | None:
    value = row["value"] if row is not None else None
    try:
        return float(value) if value is not None and math.isfinite(value) else None
    except TypeError:  # pandas' own sign of a missing value
        return None


def _interval(kpi: Kpi, row: Mapping[str, Any], value: float) -> Interval | None:
    """Return the interval by chance alone.

    Counts: Poisson. Sums of money: as many amounts as chance has it, each of its own size, taken for so many equal
    ones as spread alike (a compound Poisson sum as a scaled Poisson count: Bohm & Zech 2014, Statistics of weighted
    Poisson events and its applications, Nuclear Instruments and Methods A 748, 1-6). Of a few very uneven amounts it
    is too narrow. What a team decides itself, such as ad spend, owes nothing to chance and has none.
    """
    if kpi.aggregate != "sum":
        sure = moves.interval(kpi, row)
    elif kpi.interval != "count" or kpi.direction == "neutral":
        sure = None
    elif kpi.unit == "count":
        sure = intervals.count(value) if value >= 0 else None
    else:
        sure = _sum_interval(value, row.get("numerator_squares"))
    return sure if sure and math.isfinite(sure.low) and math.isfinite(sure.high) else None


def _sum_interval(value: float, squares: Any) -> Interval | None:
    """Return the interval of a sum of amounts from the sum of their squares."""
    if not _finite(squares) or squares <= 0:
        return None
    if value <= 0:  # losses among them: no count stands for these
        half = _NORMAL * math.sqrt(squares)
        return Interval(value, value - half, value + half)
    each = squares / value
    alike = intervals.count(value / each)
    return Interval(value, alike.low * each, alike.high * each)


def _finite(value: Any) -> bool:
    try:
        return value is not None and math.isfinite(value)
    except TypeError:
        return False


def _state(direction: str, value: float, due: float, sure: Interval | None, over: bool) -> str:
    same = math.isclose(value, due, rel_tol=_SAME, abs_tol=_SAME)
    above = value > due
    if over and direction != "neutral":
        return "met" if same or above == (direction == "up") else "missed"
    if same or (sure and sure.low <= due <= sure.high):
        return "near"
    return "ahead" if above == (direction != "down") else "behind"
