"""A view as address parameters, and back: a link restores what its sender saw.

Product names and notes stay out of the address. Everything read from an address is hostile:
what is not valid is left at its former value and named in a sentence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from components.words import _, list_text
from frameworks.scoring.scenario import Scenario
from frameworks.weights import CRITERIA, DEFAULT, WeightError, Weights

_MAX = 4000
_CODE = re.compile(r"[A-Z]{3}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
NAMES = ("home", "langs", "markets", "weights", "cuts", "short", "room", "off", "on")


@dataclass(frozen=True)
class Known:
    """What an address may name: market codes, language codes, table names, optional tables."""

    markets: Collection[str]
    languages: Collection[str]
    tables: Collection[str]
    optional: Collection[str]


def encode(scenario: Scenario) -> dict[str, str]:
    """Return the parameters that differ from a plain scenario; ``decode`` reads them back."""
    weights = scenario.weights.flat()
    changed = {name: value for name, value in weights.items() if value != DEFAULT.flat()[name]}
    cuts = (scenario.affinity_cut, scenario.potential_cut)
    found = {
        "home": scenario.home,
        "langs": ".".join(scenario.languages),
        "markets": ".".join(scenario.candidates),
        "weights": ".".join(f"{name}~{_number(value)}" for name, value in changed.items()),
        "cuts": "" if cuts == (None, None) else "~".join("" if cut is None else _number(cut) for cut in cuts),
        "short": ".".join(scenario.shortlist),
        "room": ".".join(f"{market}~{_number(value)}" for market, value in sorted(scenario.competition.items())),
        "off": ".".join(sorted(scenario.tables_off)),
        "on": ".".join(sorted(scenario.tables_on)),
    }
    return {name: value for name, value in found.items() if value}


def decode(params: Mapping[str, str], scenario: Scenario, known: Known) -> tuple[Scenario, list[str]]:
    """Return the scenario an address asks for and a sentence for each part that was not valid."""
    problems: list[str] = []

    def codes(name: str, valid: Collection[str], shape: re.Pattern[str] | None) -> tuple[str, ...] | None:
        if name not in params:
            return None
        asked = [part for part in params[name][:_MAX].split(".") if part]
        good = [part for part in asked if (shape is None or shape.fullmatch(part)) and part in valid]
        if len(good) < len(asked):
            problems.append(_("The link names an unknown {what}; it was left out.").format(what=_WHAT[name]()))
        return tuple(dict.fromkeys(good))

    changes: dict[str, object] = {}
    home = codes("home", known.markets, _CODE)
    if home:
        changes["home"] = home[0]
    for name, valid, shape, target in (
        ("langs", known.languages, _LANGUAGE, "languages"), ("markets", known.markets, _CODE, "candidates"),
        ("short", known.markets, _CODE, "shortlist"), ("off", known.tables, None, "tables_off"),
        ("on", known.optional, None, "tables_on"),
    ):  # fmt: skip
        found = codes(name, valid, shape)
        if found is not None:
            changes[target] = found
    if "weights" in params:
        changes["weights"] = _weights(params["weights"], scenario.weights, problems)
    if "cuts" in params:
        changes["affinity_cut"], changes["potential_cut"] = _cuts(params["cuts"], problems)
    if "room" in params:
        changes["competition"] = _room(params["room"], known, problems)
    return replace(scenario, **changes), problems


def _room(text: str, known: Known, problems: list[str]) -> dict[str, float]:
    """Read the team's own judgement of the room competitors leave: ``JPN~40.KOR~70``."""
    given: dict[str, float] = {}
    for part in filter(None, text[:_MAX].split(".")):
        market, _tilde, value = part.partition("~")
        points = _read(value)
        if market in known.markets and points is not None and 0 <= points <= 100:
            given[market] = points
        else:
            problems.append(_("A judgement of competition in the link is not valid; it was left out."))
    return given


def _weights(text: str, former: Weights, problems: list[str]) -> Weights:
    given: dict[str, float] = {}
    faulty = []
    for part in text[:_MAX].split("."):
        name, _tilde, value = part.partition("~")
        points = _read(value)
        if name in (*CRITERIA, "balance") and points is not None and 0 <= points <= 100:
            given[name] = points
        elif part:
            faulty.append(name if name in CRITERIA else _("an unknown criterion"))
    try:
        weights = Weights.of(given)
    except WeightError:
        problems.append(_("The weights in the link are all zero on one axis; the former weights were kept."))
        return former
    if faulty:
        problems.append(
            _("The link gives no usable weight for {criteria}; the default was kept.").format(criteria=list_text(faulty[:3]))
        )
    return weights


def _cuts(text: str, problems: list[str]) -> tuple[float | None, float | None]:
    ends = (text[:_MAX] + "~").split("~")[:2]
    values = [_read(end) if end else None for end in ends]
    for place, (end, value) in enumerate(zip(ends, values, strict=True)):
        if end and (value is None or not 0 <= value <= 100):
            problems.append(_("A cut in the link is not a number from 0 to 100; the median was kept."))
            values[place] = None
    return values[0], values[1]


def _number(value: float) -> str:
    """Write a number without a point, which separates the parts: 12.5 as 12_5."""
    return f"{value:.10g}".replace(".", "_")


def _read(text: str) -> float | None:
    try:
        value = float(text[:20].replace("_", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


_WHAT: Mapping[str, Callable[[], str]] = {
    "home": lambda: _("home market"),
    "langs": lambda: _("language"),
    "markets": lambda: _("candidate market"),
    "short": lambda: _("shortlisted market"),
    "off": lambda: _("table"),
    "on": lambda: _("optional table"),
}
