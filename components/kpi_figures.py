"""Figures of the team's own numbers as people write them: by unit, with their change and what stands in their way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_currency

from components.words import MISSING, N_, _, compact, list_text, locale, number, percent, signed
from frameworks.kpi.settings import SETTINGS

EXPORTS = {
    "orders": N_("orders export (shop or marketplace)"),
    "order_lines": N_("orders export with products"),
    "payments": N_("payments export (Stripe, PayPal …)"),
    "sessions": N_("sessions export (GA4 or other analytics)"),
    "spend": N_("ads export (Google, Meta, TikTok …)"),
    "touchpoints": N_("touchpoints export"),
    "tickets": N_("tickets export (service desk)"),
    "surveys": N_("survey export (NPS or CSAT)"),
    "reviews": N_("reviews export"),
    "customers": N_("customers export"),
}
"""What a person uploads to fill a canonical table."""


@dataclass(frozen=True)
class Change:
    """How a figure moved: what to write, an arrow, and whether that is good, bad or neither."""

    text: str
    arrow: str
    tone: str


def figure(value: float | None, unit: str, currency: str = "EUR") -> str:
    """Return a KPI's value in its unit; a dash where it is undefined."""
    if value is None or not math.isfinite(value):
        return MISSING
    if unit == "money":
        return money(value, currency)
    if unit == "share":
        return percent(value, 1)
    if unit == "count":
        return number(value, 0) if abs(value) < 100_000 else compact(value)
    if unit == "hours":
        return _hours(value)
    if unit == "months":
        return _("{value} months").format(value=number(value, 1))
    if unit == "ratio":
        return _("{value}×").format(value=number(value, 2 if abs(value) < 10 else 1))
    if unit == "points":
        return signed(value, 0)
    if unit == "stars":
        return _("{value} of 5").format(value=number(value, 2))
    return number(value, 1 if abs(value) >= 10 else 2)


def money(value: float, currency: str) -> str:
    """Return an amount: with its cents below a thousand, whole below ten thousand, in short above."""
    if abs(value) >= 10_000:
        return compact(value, currency)
    whole = abs(value) >= 1000
    return format_currency(round(value) if whole else value, currency, locale=locale(), currency_digits=not whole,
                           format=_whole(locale()) if whole else None).replace("-", "−")  # fmt: skip


def _whole(place: Locale) -> str:
    return place.currency_formats["standard"].pattern.split(";")[0].replace(".00", "")


def _hours(value: float) -> str:
    if abs(value) >= 72:
        return _("{value} days").format(value=number(value / 24, 1))
    if abs(value) < 1:
        return _("{value} min").format(value=number(value * 60, 0))
    return _("{value} h").format(value=number(value, 1))


def change(now: float | None, before: float | None, unit: str, direction: str = "") -> Change | None:
    """Return how a figure moved: in points for shares and scores, else in per cent; None where it cannot be said.

    direction: ``up`` where more is better, ``down`` where less is, anything else where neither is.
    """
    if now is None or before is None or not (math.isfinite(now) and math.isfinite(before)):
        return None
    moved = now - before
    if unit == "share":
        text, still = _("{value} points").format(value=signed(100 * moved, 1)), round(100 * moved, 1) == 0
    elif unit in ("points", "stars"):
        digits = 0 if unit == "points" else 2
        text, still = signed(moved, digits), round(moved, digits) == 0
    elif before == 0:
        return None
    else:
        text, still = ("+" if moved > 0 else "−") + percent(abs(moved / before), 1), round(moved / before, 3) == 0
    if still:
        return Change(_("no change"), "→", "even")
    good = {"up": moved > 0, "down": moved < 0}.get(direction)
    return Change(text, "▲" if moved > 0 else "▼", "even" if good is None else "good" if good else "bad")


def needs(missing: Sequence[str]) -> str:
    """Return what a KPI still waits for, ``needs: sessions export``; missing: canonical tables or settings."""
    return _("needs: {things}").format(things=list_text(_waited(name) for name in missing))


def _waited(name: str) -> str:
    if name in SETTINGS:
        return _("{setting} (you enter it)").format(setting=_(SETTINGS[name].label))
    return _(EXPORTS[name]) if name in EXPORTS else name
