"""The filters of every page of numbers: period, comparison, markets, channels, currency, time zone.

They live in the address (``from``, ``to``, ``versus``, ``in``, ``via``, ``cur``, ``tz``) and stay in force from
page to page. The browser's word is not enough: every value is checked against the data here.
"""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import streamlit as st

from components import period, view
from components.period import VERSUS, Period
from components.words import N_, _, market_name, ngettext
from frameworks.kpi.vocabulary import CHANNELS
from frameworks.kpi.where import Where

_VERSUS = {
    "previous": N_("the days before"),
    "year": N_("a year earlier"),
    "none": N_("nothing"),
}
_KEY = "kpi_{}"
ZONES = (
    "UTC", "Pacific/Auckland", "Australia/Sydney", "Asia/Tokyo", "Asia/Shanghai", "Asia/Singapore", "Asia/Kolkata",
    "Asia/Dubai", "Europe/Istanbul", "Europe/Athens", "Africa/Johannesburg", "Europe/Berlin", "Europe/Madrid",
    "Europe/Paris", "Africa/Lagos", "Europe/London", "Europe/Lisbon", "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires", "America/Santiago", "America/New_York", "America/Toronto", "America/Bogota",
    "America/Chicago", "America/Mexico_City", "America/Denver", "America/Los_Angeles", "Pacific/Honolulu",
)  # fmt: skip
"""Time zones on offer; any other of the tz database can be typed."""


@dataclass(frozen=True)
class Choices:
    """What the data can be filtered by: its first and last day, its markets (alpha-3) and channels, most rows first.

    currencies: ISO 4217 codes amounts can be shown in, the one most rows are in first.
    until:      the day with which the period ends that a page opens with; None: the last of the data.
    """

    span: Period
    markets: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ("EUR",)
    until: dt.date | None = None

    def last(self, days: int = period.DAYS) -> Period:
        """Return the last ``days`` days of the data."""
        return period.last(Period(self.span.start, self.until or self.span.end), days)


@dataclass(frozen=True)
class Filters:
    """The filters in force; no market or no channel named means all of them."""

    period: Period
    versus: str = "previous"
    markets: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    currency: str = "EUR"
    zone: str = "UTC"

    @property
    def before(self) -> Period | None:
        """The period to compare with, None for no comparison."""
        return self.period.against(self.versus)

    def where(self, stretch: Period | None = None) -> Where:
        """Return the rows that count, in the period on show or in another one."""
        days = stretch or self.period
        return Where(days.start, days.end, self.markets, self.channels)


def bar(choices: Choices) -> Filters:
    """Draw the bar of filters and return what is in force."""
    _begin(choices)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="lf-kpi-filters"):
        chosen, versus = _period(choices)
        markets = _several("in", choices.markets, _all_markets, _("Markets"), ":material/public:", market_name)
        channels = _several("via", choices.channels, _all_channels, _("Channels"), ":material/campaign:", channel_name)
        currency, zone = _reporting(choices.currencies)
        _reset(choices)
    _write(choices, chosen, versus, markets, channels, currency, zone)
    return Filters(chosen, versus, tuple(markets), tuple(channels), currency, zone)


def clicked(key: str) -> None:
    """Take up a click on a chart whose selection ``pick`` names a market. For callbacks."""
    picked = (st.session_state.get(key) or {}).get("selection", {}).get("pick") or []
    code = picked[0].get("iso3") if picked and isinstance(picked[0], dict) else None
    _only(code)


def clicked_row(key: str, markets: Sequence[str]) -> None:
    """Take up the choice of a row in a table of markets. For callbacks."""
    picked = (st.session_state.get(key) or {}).get("selection", {}).get("rows") or []
    _only(markets[picked[0]] if picked and isinstance(picked[0], int) and 0 <= picked[0] < len(markets) else None)


def _only(market: object) -> None:
    if isinstance(market, str):  # the bar lets go of what the data do not hold
        st.session_state[_KEY.format("in")] = [market]
        st.session_state["lf_narrowed"] = True


def widen() -> None:
    """Show every market again from the next run on. For callbacks."""
    st.session_state[_KEY.format("in")] = []
    st.session_state["lf_narrowed"] = True


def channel_name(channel: str) -> str:
    """Return a channel's name in the visitor's language; the key itself where it has none."""
    return _(CHANNELS[channel]) if channel in CHANNELS else channel


def _begin(choices: Choices) -> None:
    """Take up the address the first time, and let go of what the data no longer hold."""
    kept, params = st.session_state, st.query_params
    default = _days(choices.last())
    kept.pop("lf_narrowed", None)
    if _KEY.format("period") not in kept:
        asked = period.asked(params.get("from"), params.get("to"), choices.span)
        kept[_KEY.format("period")] = _days(asked) if asked else default
        kept[_KEY.format("versus")] = params.get("versus")
        kept[_KEY.format("in")] = params.get("in", "")[:4000].split(".")
        kept[_KEY.format("via")] = params.get("via", "")[:4000].split(".")
        kept[_KEY.format("cur")] = params.get("cur")
        kept[_KEY.format("tz")] = params.get("tz")
    held = kept[_KEY.format("period")]
    if held == kept.get("lf_kpi_default", default) or not isinstance(held, tuple | list):
        held = default  # new data move the default along
    if len(held) == 2:
        held = _days(Period(*held).within(choices.span))
    kept[_KEY.format("period")], kept["lf_kpi_default"] = held, default
    for name, options in (("in", choices.markets), ("via", choices.channels)):
        kept[_KEY.format(name)] = [part for part in dict.fromkeys(kept.get(_KEY.format(name)) or ()) if part in options]
    for name, options in (("versus", VERSUS), ("cur", choices.currencies), ("tz", _known_zones())):
        if kept.get(_KEY.format(name)) not in options:
            kept[_KEY.format(name)] = "UTC" if name == "tz" else options[0]


def _days(stretch: Period) -> tuple:  # type: ignore[type-arg]
    return stretch.start, stretch.end


def _period(choices: Choices) -> tuple[Period, str]:
    key, against, span = _KEY.format("period"), _KEY.format("versus"), choices.span
    held = st.session_state[key]
    shown = Period(*held) if len(held) == 2 else st.session_state.get("lf_kpi_period", choices.last())
    label = shown.text
    with st.popover(label, icon=":material/calendar_month:", key="lf-kpi-period"):
        with st.container(horizontal=True, gap="xsmall"):
            for days, name in _stretches(span.days):
                st.button(name, key=f"kpi_last_{days}", on_click=_show_last, args=(choices, days))
        st.date_input(
            _("First and last day"), key=key, min_value=span.start, max_value=span.end, format="YYYY-MM-DD",
            persist_state="session",
        )  # fmt: skip
        st.caption(_("Your data run from {first} to {last}.").format(first=_date(span.start), last=_date(span.end)))
    with st.popover(_against(shown, st.session_state[against]), icon=":material/compare_arrows:", key="lf-kpi-versus"):
        versus = st.radio(
            _("Compare with"), VERSUS, key=against, format_func=lambda option: _(_VERSUS[option]), persist_state="session"
        )
    st.session_state["lf_kpi_period"] = shown
    return shown, versus if versus in VERSUS else VERSUS[0]


_date = period.words.date_text


def _against(shown: Period, versus: str) -> str:
    former = shown.against(versus)
    return _("vs {period}").format(period=former.text) if former else _("No comparison")


def _stretches(most: int) -> list[tuple[int, str]]:
    named = [(30, _("30 days")), (90, _("90 days")), (365, _("12 months"))]
    return [(days, name) for days, name in named if days < most] + [(most, _("All days"))]


def _show_last(choices: Choices, days: int) -> None:
    shown = choices.span if days == choices.span.days else choices.last(days)
    st.session_state[_KEY.format("period")] = _days(shown)


def _several(name, options: Sequence[str], said, label: str, icon: str, naming) -> list[str]:  # type: ignore[no-untyped-def]
    key = _KEY.format(name)
    with st.popover(said(st.session_state[key]), icon=icon, key=f"lf-kpi-{name}", disabled=not options):
        chosen = st.multiselect(
            label, options, key=key, format_func=naming, placeholder=_("All"), persist_state="session"
        )
    return [option for option in chosen or [] if option in options]


def _all_markets(chosen: Sequence[str]) -> str:
    if len(chosen) < 2:
        return market_name(chosen[0]) if chosen else _("All markets")
    return ngettext("{count} market", "{count} markets", len(chosen)).format(count=len(chosen))


def _all_channels(chosen: Sequence[str]) -> str:
    if len(chosen) < 2:
        return channel_name(chosen[0]) if chosen else _("All channels")
    return ngettext("{count} channel", "{count} channels", len(chosen)).format(count=len(chosen))


def _reporting(currencies: Sequence[str]) -> tuple[str, str]:
    held, place = st.session_state[_KEY.format("cur")], st.session_state[_KEY.format("tz")]
    zones = [*ZONES, *([place] if place not in ZONES else [])]
    with st.popover(f"{held} · {place.rsplit('/')[-1].replace('_', ' ')}", icon=":material/tune:", key="lf-kpi-reporting"):
        currency = st.selectbox(_("Currency"), currencies, key=_KEY.format("cur"), persist_state="session")
        zone = st.selectbox(
            _("A day begins at midnight in"), zones, key=_KEY.format("tz"), persist_state="session",
            accept_new_options=True, help=_("Any name of the tz database, such as Asia/Seoul."),
        )  # fmt: skip
    return currency if currency in currencies else currencies[0], zone if zone in _known_zones() else "UTC"


@cache
def _known_zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def _reset(choices: Choices) -> None:
    kept = st.session_state
    default = (_days(choices.last()), VERSUS[0], [], [], choices.currencies[0], "UTC")
    names = ("period", "versus", "in", "via", "cur", "tz")
    held = tuple(kept[_KEY.format(name)] for name in names)

    def back() -> None:
        for name, value in zip(names, default, strict=True):
            kept[_KEY.format(name)] = value

    if (tuple(held[0]), *held[1:]) != default:
        st.button(_("Reset"), key="kpi_reset", on_click=back, type="tertiary", icon=":material/restart_alt:")


def _write(choices: Choices, chosen: Period, versus: str, markets, channels, currency: str, zone: str) -> None:  # type: ignore[no-untyped-def]
    """Bring the address in line; what is as the page opens stays out of it."""
    default = choices.last()
    moved = chosen != default
    view.keep("from", chosen.start.isoformat() if moved else None)
    view.keep("to", chosen.end.isoformat() if moved else None)
    view.keep("versus", versus, VERSUS[0])
    view.keep("in", markets)
    view.keep("via", channels)
    view.keep("cur", currency, choices.currencies[0])
    view.keep("tz", zone, "UTC")
