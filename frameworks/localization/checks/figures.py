"""Checks that the numbers of the source are in the translation, written as the locale writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel import Locale

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.months import month_numbers
from frameworks.localization.checks.number_words import spelled
from frameworks.localization.checks.pair import Pair, ascii_digits, cldr, found, quoted
from frameworks.localization.finding import Finding

_GROUPED = "\u00a0\u202f\u2009'’٬"
_NUMBER = re.compile(rf"\d{{1,3}}(?:[{_GROUPED}]\d{{3}})+(?:[.,٫]\d+)?(?!\d)|\d+(?:[.,٫٬]\d+)*")
_SPACED = re.compile(rf"\d{{1,3}}(?:[ {_GROUPED}]\d{{3}})+(?:[.,٫]\d+)?(?!\d)|\d+(?:[.,٫٬]\d+)*")
_LONGEST = 24
"""Digits that are told apart, within the precision of decimal arithmetic."""
_PHONE = re.compile(r"(?<![\w.,])(?:\+|00|\(?0)\d[\d\s()./\-‑–\u00a0]{6,20}\d")
_HALF_DAY = re.compile(r"(\d{1,2})(?:[:.]\d\d)?\s*([ap])\.?\s?m\b", re.I)
_NAMED = re.compile(r"[A-Za-z]-?$|\b(?:USB|HDMI|Bluetooth|Version|Wi-?Fi|v|V)[ \u00a0-]?$")
_SCALES = {"万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8, "千": 1000, "천": 1000,
           "百": 100}  # fmt: skip
_FACTORS = (Decimal("1.609"), Decimal("2.54"), Decimal("30.48"), Decimal("0.3048"), Decimal("0.9144"),
            Decimal("0.4536"), Decimal("453.6"), Decimal("28.35"), Decimal("29.57"), Decimal("3.785"),
            Decimal("0.4732"), Decimal("25.4"))  # fmt: skip
"""Kilometres a mile, centimetres an inch and so on: a translator may convert."""
_CONVERTIBLE = re.compile(r"\d\s?-?(?:mi(?:les?)?|in(?:ch(?:es)?)?|f(?:oo|ee)?t|y(?:ar)?ds?|lbs?|pounds?|oz|ounces?|fl|"
                          r"gal(?:lons?)?|pints?|[\"″′]|°?\s?F)(?![a-z])", re.I)  # fmt: skip


@dataclass(frozen=True)
class Number:
    """A number in a text. value: as the locale reads it; other: as another country would, None without doubt.

    odd: whether its marks are not the locale's.
    """

    value: Decimal
    other: Decimal | None
    odd: bool
    raw: str
    start: int
    end: int


@lru_cache(maxsize=512)
def _marks(code: str) -> tuple[str, str]:
    """Return the decimal and the thousands mark of a locale."""
    locale: Locale = cldr(code)
    symbols = locale.number_symbols.get("latn") or next(iter(locale.number_symbols.values()))
    return symbols.get("decimal", "."), symbols.get("group", ",")


def numbers(text: str, code: str) -> tuple[Number, ...]:
    """Return the numbers in ``text`` as a locale reads them; a date or version counts as its parts.

    >>> [(str(n.value), n.odd) for n in numbers("1.299,50 € oder 12.50", "de")]
    [('1299.50', False), ('12.50', True)]
    """
    decimal, group = _marks(code)
    text = ascii_digits(text)
    shape = _SPACED if group in "\u00a0\u202f" else _NUMBER
    listed: list[Number] = []
    for hit in shape.finditer(text):
        listed += _read(hit[0], hit.start(), decimal, group, text)
    return tuple(listed)


def _read(raw: str, start: int, decimal: str, group: str, text: str) -> Iterator[Number]:
    end = start + len(raw)
    scale = _SCALES.get(text[end : end + 1], 1)
    marks = [letter for letter in raw if not letter.isdigit()]
    kinds = set(marks)
    plain = re.sub(r"\D", "", raw)
    if len(raw) > _LONGEST:
        yield Number(Decimal(plain[:_LONGEST]), None, False, raw, start, end)
        return
    if not marks:
        yield Number(Decimal(plain) * scale, None, False, raw, start, end)
        return
    last = marks[-1]
    tail = raw.rpartition(last)[2]
    if len(kinds) > 1:
        point = len(tail)
        value = Decimal(plain[:-point] + "." + plain[-point:]) * scale
        yield Number(value, None, last not in (decimal, "٫"), raw, start, end)
    elif len(marks) > 1:
        if all(len(part) == 3 for part in raw.split(last)[1:]):
            yield Number(Decimal(plain) * scale, None, last == decimal, raw, start, end)
        else:  # a date, a version or a time: part by part
            at = start
            for part in raw.split(last):
                yield Number(Decimal(part), None, False, part, at, at + len(part))
                at += len(part) + 1
    else:
        head = raw.partition(last)[0]
        as_decimal = Decimal(head + "." + tail) * scale
        if len(tail) == 3 and len(head) <= 3 and head != "0" and last not in "٫":
            whole = Decimal(plain)
            if last == decimal:
                yield Number(as_decimal, whole, False, raw, start, end)
            else:
                yield Number(whole * scale, as_decimal, False, raw, start, end)
        else:
            odd = last not in (decimal, "٫") and not _NAMED.search(text[max(0, start - 12) : start])
            yield Number(as_decimal, None, odd, raw, start, end)


def check(pair: Pair) -> Iterator[Finding]:
    """Find numbers that are missing, added, changed or written as in another country."""
    if pair.branching:
        return
    source, target = pair.source_plain, pair.target_plain
    digits_there, digits_here = _DIGIT.search(source), _DIGIT.search(target)
    if not target.strip() or not (digits_there or digits_here):
        return
    source, target = _joined(source), _joined(target)
    wanted = list(numbers(source, str(pair.source_cldr)))
    got = list(numbers(target, str(pair.cldr)))
    foreign = str(pair.cldr) != str(pair.source_cldr)
    for number in got:
        if number.odd and foreign and any(number.value == other.value for other in wanted):
            yield _format(number, pair)
    left, more = _unmatched(wanted, got)
    for number in tuple(left):
        same = next((n for n in more if n.other == number.value or (number.other and n.value == number.other)), None)
        if same is not None:
            left.remove(number)
            more.remove(same)
            if foreign:
                yield _format(same, pair)
    left, more = _explained(pair, source, target, left, more)
    if left and more and len(left) == len(more):
        for number, other in zip(left, more, strict=True):
            message = Sentence(N_("The source says {number}, the translation {other}."), number=number.raw, other=other.raw)
            yield found("numbers", message, other.start, other.end)
        return
    for number in left:
        yield found("numbers", Sentence(N_("The number {number} is missing."), number=number.raw))
    for number in more:
        message = Sentence(N_("The source has no number {number}."), number=number.raw)
        yield found("numbers", message, number.start, number.end)


_DIGIT = re.compile(r"\d")


def _format(number: Number, pair: Pair) -> Finding:
    decimal, _group = _marks(str(pair.cldr))
    message = Sentence(
        N_("{number} is not written as in this locale, where {mark} parts the decimals."),
        number=quoted(number.raw), mark=f"“{decimal}”",
    )  # fmt: skip
    return found("number_format", message, number.start, number.end)


def _joined(text: str) -> str:
    """Return ``text`` with the digits of each phone number in a row, as long as it was."""

    def closed(hit: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", hit[0])
        return digits.ljust(len(hit[0])) if len(digits) >= 8 else hit[0]

    return _PHONE.sub(closed, text)


def _unmatched(wanted: Sequence[Number], got: Sequence[Number]) -> tuple[list[Number], list[Number]]:
    left, more = [], list(got)
    for number in wanted:
        same = next((n for n in more if n.value == number.value), None)
        if same is None:
            left.append(number)
        else:
            more.remove(same)
    return left, more


def _explained(
    pair: Pair, source: str, target: str, left: list[Number], more: list[Number]
) -> tuple[list[Number], list[Number]]:
    """Leave aside what is the same said otherwise: hours, months, words, conversions, repetitions."""
    afternoon = {int(hit[1]) % 12 + (12 if hit[2] in "pP" else 0) for hit in _HALF_DAY.finditer(source)}
    morning = {int(hit[1]) % 12 + (12 if hit[2] in "pP" else 0) for hit in _HALF_DAY.finditer(target)}
    if afternoon or morning:
        left = [n for n in left if not any((h - n.value) % 12 == 0 for h in afternoon) and n.value not in morning]
        more = [n for n in more if n.value not in afternoon and n.value != 0
                and not any((h - n.value) % 12 == 0 for h in morning)]  # fmt: skip
    if len(left) + len(more) and (months := month_numbers(source, pair.source_language) | month_numbers(target, pair.language)):
        left, more = ([n for n in side if n.value not in months] for side in (left, more))
    left = [n for n in left if not _as_word(n, pair.language, target)]
    more = [n for n in more if not _as_word(n, pair.source_language, source)]
    more = [n for n in more if not any(n.raw == other.raw for other in numbers(source, str(pair.source_cldr)))]
    if left and more and _CONVERTIBLE.search(source):
        converted = {number.raw for number in left for other in more if _same_length(number.value, other.value)}
        if converted:
            left = [n for n in left if n.raw not in converted]
            more = [n for n in more if not any(_same_length(o.value, n.value) for o in numbers(source, "en"))]
    return left, more


def _as_word(number: Number, language: str, text: str) -> bool:
    if not 1 <= number.value <= 10 or number.value != int(number.value):
        return False
    word = spelled(language, int(number.value))
    return word is not None and word.search(text) is not None


def _same_length(one: Decimal, other: Decimal) -> bool:
    if not one:
        return False
    fahrenheit = (one - 32) / Decimal("1.8")
    return abs(fahrenheit - other) <= 1 or any(abs(other / one / factor - 1) < Decimal("0.06") for factor in _FACTORS)
