"""What each field of a scenario may hold, checked with one sentence on refusal."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from frameworks.labels import N_, Sentence
from frameworks.weights import AFFINITY_PARTS, CRITERIA, WeightError, Weights

MAX_TEXT = 200
MAX_ITEMS = 300
MAX_POINTS = 1_000_000.0

MARKET = re.compile(r"[A-Z]{3}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
TABLE = re.compile(r"[a-z][a-z0-9_]{0,63}")
_VERSION = re.compile(r"[0-9A-Za-z._:+-]{0,128}")
_JOINERS = "\u200c\u200d"  # kept: Persian and Indic spelling and emoji need them


class ScenarioError(Sentence):
    """The scenario cannot be used; the message is one sentence that names the field."""


def plain_text(key: str, value: object) -> str:
    """Return text on one line without control, direction-override or invisible characters (NFC).

    Raises ScenarioError, naming ``key``, when it is no text or longer than 200 characters.
    """
    if not isinstance(value, str):
        raise ScenarioError(N_("The field {key} must be text, not {kind}."), key=key, kind=kind_of(value))
    kept = "".join(" " if char.isspace() else char for char in value if _visible(char))
    text = " ".join(unicodedata.normalize("NFC", kept).split())
    if len(text) > MAX_TEXT:
        raise ScenarioError(N_("The field {key} is longer than {most} characters; shorten it."), key=key, most=MAX_TEXT)
    return text


def _visible(char: str) -> bool:
    if char.isspace() or char in _JOINERS:
        return True
    point = ord(char)
    return (
        unicodedata.category(char) not in ("Cc", "Cf", "Cs")
        and point & 0xFFFE != 0xFFFE
        and not 0xFDD0 <= point <= 0xFDEF
    )


def check_code(key: str, value: object, shape: re.Pattern[str], what: str) -> str:
    """Return a code of that shape; ``what``, marked with ``N_``, says in the refusal what was expected."""
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise ScenarioError(
            N_("In the field {key}, {value} is not {what}."), key=key, value=shown(value), what=Sentence(what)
        )
    return value


def check_codes(key: str, values: object, shape: re.Pattern[str], what: str) -> tuple[str, ...]:
    """Return distinct codes of that shape in the order given (a set: sorted), at most 300."""
    if not isinstance(values, list | tuple | set | frozenset):
        raise ScenarioError(N_("The field {key} must be a list, not {kind}."), key=key, kind=kind_of(values))
    codes = tuple(values) if isinstance(values, list | tuple) else tuple(sorted(values, key=str))
    if len(codes) > MAX_ITEMS:
        raise ScenarioError(N_("The field {key} lists more than {most} entries."), key=key, most=MAX_ITEMS)
    for position, code in enumerate(codes):
        check_code(key, code, shape, what)
        if code in codes[:position]:
            raise ScenarioError(N_("The field {key} lists {code} twice; keep one of the two."), key=key, code=code)
    return codes


def check_number(key: str, value: object, most: float) -> float:
    """Return a finite number from 0 to ``most``; text, true and false are no numbers."""
    if isinstance(value, bool) or not hasattr(value, "__float__"):
        raise ScenarioError(N_("The field {key} must be a number, not {kind}."), key=key, kind=kind_of(value))
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        found = math.inf
    if not 0 <= found <= most:
        raise ScenarioError(N_("The field {key} must be a number from 0 to {most}."), key=key, most=most)
    return found + 0.0  # no negative zero: equal scenarios have equal text


def check_weights(given: object) -> Weights:
    """Return usable weights from ready ones or from a flat mapping; what it leaves out counts 0."""
    if isinstance(given, Weights):
        given = given.flat()
    elif not isinstance(given, Mapping):
        raise ScenarioError(
            N_("The field weights must map criteria to points, not be {kind}."), kind=kind_of(given)
        )
    unknown = sorted(str(name) for name in set(given) - {*CRITERIA, "balance"})
    if unknown:
        raise ScenarioError(N_("Landfall does not know the weight {name}; remove it."), name=shown(unknown[0]))
    points = {name: check_number(f"weights: {name}", given.get(name, 0.0), MAX_POINTS) for name in CRITERIA}
    try:
        return Weights(
            {name: value for name, value in points.items() if name in AFFINITY_PARTS},
            {name: value for name, value in points.items() if name not in AFFINITY_PARTS},
            check_number("weights: balance", given.get("balance", 50.0), 100.0),
        )
    except WeightError as error:
        raise ScenarioError(N_("The weights cannot be used: {error}."), error=error) from None


def check_competition(given: object) -> Mapping[str, float]:
    """Return the team's judgements, 0-100 by market, as a read-only mapping."""
    if not isinstance(given, Mapping):
        raise ScenarioError(
            N_("The field competition must map markets to numbers, not be {kind}."), kind=kind_of(given)
        )
    if len(given) > MAX_ITEMS:
        raise ScenarioError(N_("The field {key} lists more than {most} entries."), key="competition", most=MAX_ITEMS)
    what = N_("a three-letter country code such as CAN")
    rated = {}
    for market, value in given.items():
        check_code("competition", market, MARKET, what)
        rated[market] = check_number(f"competition: {market}", value, 100.0)
    return MappingProxyType(rated)


def check_version(key: str, value: object) -> str:
    """Return a version or digest: up to 128 letters, digits and . _ : + -"""
    if not isinstance(value, str) or not _VERSION.fullmatch(value):
        raise ScenarioError(
            N_("The field {key} must be a short version or digest, not {value}."), key=key, value=shown(value)
        )
    return value


def kind_of(value: object) -> Sentence:
    """Return what a value of the wrong kind is, in words."""
    names = {
        dict: N_("an object"), list: N_("a list"), str: N_("text"), bool: N_("true or false"), type(None): N_("empty"),
    }  # fmt: skip
    other = N_("a number") if isinstance(value, int | float) else N_("something else")
    return Sentence(names.get(type(value), other))


def shown(value: object) -> str | Sentence:
    """Return a foreign value in a form safe to print inside a sentence."""
    if not isinstance(value, str):
        return kind_of(value)
    visible = " ".join("".join(char for char in value[:200] if _visible(char)).split())
    return repr(visible if len(visible) <= 40 else visible[:40] + "…")
