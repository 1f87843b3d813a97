"""Which rows count: a period, markets, channels and devices, each checked before it comes near a query."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from frameworks.kpi.vocabulary import CHANNELS, DEVICES
from frameworks.labels import N_, Sentence

_MARKET = re.compile(r"[A-Z]{3}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_KEYS = {
    "period": "period", "start": "start", "from": "start", "end": "end", "to": "end",
    "market": "markets", "markets": "markets", "channel": "channels", "channels": "channels",
    "device": "devices", "devices": "devices",
}  # fmt: skip


@dataclass(frozen=True)
class Where:
    """Rows to count; an empty tuple or None sets no bound.

    start, end: first and last day, both included.
    markets:    ISO 3166 alpha-3 codes; None among them stands for rows whose market is unknown.
    channels, devices: keys of the vocabularies; None likewise.

    Raises Sentence for anything else, so that a Where is safe to write into a query.
    """

    start: date | None = None
    end: date | None = None
    markets: tuple[str | None, ...] = ()
    channels: tuple[str | None, ...] = ()
    devices: tuple[str | None, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", _day(self.start))
        object.__setattr__(self, "end", _day(self.end))
        for name in ("markets", "channels", "devices"):
            object.__setattr__(self, name, _several(getattr(self, name)))
        if self.start and self.end and self.start > self.end:
            raise Sentence(N_("The period ends before it starts."))
        _known(
            self.markets,
            lambda code: bool(_MARKET.fullmatch(code)),
            N_("{value} is not a market code (three capital letters)."),
        )
        _known(self.channels, CHANNELS.__contains__, N_("{value} is not a channel."))
        _known(self.devices, DEVICES.__contains__, N_("{value} is not a device."))

    @classmethod
    def of(cls, given: Where | Mapping[str, object] | None) -> Where:
        """Return a Where from one, from None or from ``{"period": (start, end), "market": [...], ...}``.

        >>> Where.of({"period": ("2026-01-01", None), "market": "DEU"}).markets
        ('DEU',)
        """
        if given is None or isinstance(given, Where):
            return given or cls()
        named: dict[str, object] = {}
        for key, value in given.items():
            if key not in _KEYS:
                raise Sentence(
                    N_("There is no filter {name}; known are {known}."), name=f"{key!s:.40}", known=", ".join(_KEYS)
                )
            if _KEYS[key] == "period":
                named["start"], named["end"] = value if value is not None else (None, None)  # type: ignore[misc]
            else:
                named[_KEYS[key]] = value
        return cls(
            **{name: () if value is None and name not in ("start", "end") else value for name, value in named.items()}
        )  # type: ignore[arg-type]


def checked_currency(code: object) -> str:
    """Return ``code`` if it looks like an ISO 4217 code, else raise Sentence."""
    if not isinstance(code, str) or not _CURRENCY.fullmatch(code):
        raise Sentence(N_("{value} is not a currency code (three capital letters)."), value=f"{code!r:.40}")
    return code


def checked_zone(zone: object) -> str:
    """Return ``zone`` if it is a time zone's name (Europe/Berlin), else raise Sentence."""
    if not isinstance(zone, str) or zone not in _zones():
        raise Sentence(N_("{value} is not the name of a time zone, such as Europe/Berlin."), value=f"{zone!r:.40}")
    return zone


@cache
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones()) | {"UTC"}


def _day(value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise Sentence(N_("{value} is not a day written as 2026-01-31."), value=f"{value!r:.40}") from None


def _several(value: object) -> tuple[str | None, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Iterable):
        raise Sentence(N_("{value} is not a list of filter values."), value=f"{value!r:.40}")
    return tuple(dict.fromkeys(value))


def _known(values: tuple[str | None, ...], good, told: str) -> None:
    for value in values:
        if value is not None and not (isinstance(value, str) and good(value)):
            raise Sentence(told, value=f"{value!r:.40}")
