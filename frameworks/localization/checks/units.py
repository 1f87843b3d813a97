"""Checks that a number keeps its unit: days must not become weeks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.figures import numbers
from frameworks.localization.checks.pair import MASK, Pair, cldr, found, quoted
from frameworks.localization.finding import Finding

_UNITS = {
    "duration-second": "time", "duration-minute": "time", "duration-hour": "time", "duration-day": "time",
    "duration-week": "time", "duration-month": "time", "duration-year": "time",
    "length-millimeter": "length", "length-centimeter": "length", "length-meter": "length",
    "length-kilometer": "length", "length-inch": "length", "length-foot": "length", "length-mile": "length",
    "mass-gram": "mass", "mass-kilogram": "mass", "mass-ounce": "mass", "mass-pound": "mass",
    "volume-milliliter": "volume", "volume-liter": "volume",
}  # fmt: skip
_MORE = {
    "zh": {"duration-day": "天 日", "duration-week": "周 週 星期", "duration-month": "个月 個月", "duration-hour": "小时 小時",
           "duration-minute": "分钟 分鐘", "duration-year": "年"},
    "ja": {"duration-day": "日", "duration-week": "週", "duration-month": "か月 ヶ月 カ月 ヵ月 ケ月", "duration-hour": "時間",
           "duration-minute": "分", "duration-year": "年"},
    "ko": {"duration-day": "일", "duration-week": "주", "duration-month": "개월", "duration-hour": "시간",
           "duration-minute": "분", "duration-year": "년"},
    "ar": {"duration-day": "يوم أيام", "duration-week": "أسبوع أسابيع", "duration-month": "شهر أشهر شهور",
           "duration-hour": "ساعة ساعات", "duration-year": "سنة سنوات عام أعوام"},
}  # fmt: skip
_UNSPACED = frozenset({"ja", "zh", "th", "ko"})
_COMPOUND = frozenset({"de", "nl", "sv", "da", "nb", "fi", "hu", "et"})
_SHORT = re.compile(r"\.|(?<![^\W\d_])[^\W\d_]{1,2}(?![^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.,;:!?()\n。、，\x00\d]")
_AHEAD, _WORDS = 28, 3


@lru_cache(maxsize=128)
def _stems(language: str) -> tuple[tuple[str, str], ...]:
    """Return (beginning of a word, unit), longest first; beginnings that fit two units are left out."""
    listed: dict[str, set[str]] = {}
    patterns = cldr(language)._data["unit_patterns"]
    for unit in _UNITS:
        words = _MORE.get(language, {}).get(unit, "").split()
        told = patterns.get(unit, {})
        for width in ("short", "long"):  # CLDR leaves out a long form that is as the short one
            for number, form in (told.get(width) or {}).items():
                if number != "per" and isinstance(form, str) and not (width == "short" and _SHORT.search(form)):
                    words += _WORD.findall(form.replace("{0}", " ").casefold())
        for word in words:
            stem = word if len(word) < 5 or language in _UNSPACED else word[: max(4, len(word) - 2)]
            if len(stem) > 1 or language in _UNSPACED:
                listed.setdefault(stem, set()).add(unit)
    short = {"kg": "mass-kilogram", "mm": "length-millimeter", "cm": "length-centimeter", "km": "length-kilometer",
             "ml": "volume-milliliter", "oz": "mass-ounce", "lb": "mass-pound", "lbs": "mass-pound"}  # fmt: skip
    for word, unit in short.items():
        listed.setdefault(word, set()).add(unit)
    sure = [(stem, next(iter(units))) for stem, units in listed.items() if len(units) == 1]
    return tuple(sorted(sure, key=lambda pair: -len(pair[0])))


def unit_after(text: str, end: int, language: str) -> str | None:
    """Return the unit that a number ending at ``end`` stands in (CLDR's name), None where none is seen.

    >>> unit_after("in 2-4 working days", 6, "en"), unit_after("2-4 Werktage", 3, "de"), unit_after("3点", 1, "ja")
    ('duration-day', 'duration-day', None)
    """
    ahead = text[end : end + _AHEAD].casefold().lstrip(" -–‑\u00a0\u202f")
    stop = _STOP.search(ahead)
    ahead = ahead[: stop.start()] if stop else ahead
    stems = _stems(language)
    if language in _UNSPACED and language != "ko":
        near = [(ahead.find(stem), -len(stem), unit) for stem, unit in stems if stem in ahead[:8]]
        return min(near)[2] if near else None
    for word in _WORD.findall(ahead)[:_WORDS]:
        for stem, unit in stems:
            if _is(word, stem, language):
                return unit
    return None


def _is(word: str, stem: str, language: str) -> bool:
    if len(stem) <= 2 and stem.isascii() and language not in _COMPOUND:
        return word == stem
    if word.startswith(stem):
        return len(word) - len(stem) <= 4
    return language in _COMPOUND and len(stem) > 2 and stem in word and len(word) - word.rfind(stem) - len(stem) <= 3


def check(pair: Pair) -> Iterator[Finding]:
    """Find numbers whose unit is another one in the translation."""
    if pair.branching or not re.search(r"\d", pair.target_plain) or not re.search(r"\d", pair.source_plain):
        return
    source, target = pair.source_plain, pair.target_plain
    wanted = [
        (number.value, unit)
        for number in numbers(source, str(pair.source_cldr))
        if (unit := unit_after(source, number.end, pair.source_language))
    ]
    if not wanted:
        return
    for number in numbers(target, str(pair.cldr)):
        units = {unit for value, unit in wanted if value == number.value}
        mine = unit_after(target, number.end, pair.language) if units else None
        if mine and mine not in units and _UNITS[mine] in {_UNITS[unit] for unit in units}:
            end = min(len(target), number.end + _AHEAD)
            cut = target[number.start : end].partition(MASK)[0]
            unit = next(iter(units)).partition("-")[2]
            message = Sentence(
                N_("The number stands in another unit than in the source ({unit}): {text}."), unit=unit, text=quoted(cut)
            )
            yield found("units", message, number.start, number.end)
