"""Font stacks by script that need no network: Noto, then what Windows, macOS, iOS, Android and Linux bring along."""

from __future__ import annotations

import re
from functools import lru_cache

from babel.core import get_global

_LATIN = '"Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans"'

STACKS = {
    "Latn": _LATIN,
    "Cyrl": _LATIN,
    "Grek": _LATIN,
    "Arab": '"Noto Sans Arabic", "Segoe UI", "Geeza Pro", "SF Arabic", Tahoma, "Noto Naskh Arabic", "Noto Naskh Arabic UI"',
    "Hebr": '"Noto Sans Hebrew", "Segoe UI", "Arial Hebrew", "SF Hebrew", Arial, "DejaVu Sans"',
    "Deva": '"Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari", "Noto Sans Devanagari UI", Mangal, "Lohit Devanagari"',
    "Beng": '"Noto Sans Bengali", "Nirmala UI", "Kohinoor Bangla", "Noto Sans Bengali UI", Vrinda, "Lohit Bengali"',
    "Guru": '"Noto Sans Gurmukhi", "Nirmala UI", "Gurmukhi MN", "Noto Sans Gurmukhi UI", Raavi, "Lohit Gurmukhi"',
    "Gujr": '"Noto Sans Gujarati", "Nirmala UI", "Kohinoor Gujarati", "Noto Sans Gujarati UI", Shruti, "Lohit Gujarati"',
    "Taml": '"Noto Sans Tamil", "Nirmala UI", "Tamil Sangam MN", "Noto Sans Tamil UI", Latha, "Lohit Tamil"',
    "Telu": '"Noto Sans Telugu", "Nirmala UI", "Kohinoor Telugu", "Noto Sans Telugu UI", Gautami, "Lohit Telugu"',
    "Knda": '"Noto Sans Kannada", "Nirmala UI", "Noto Sans Kannada UI", "Kannada Sangam MN", Tunga, "Lohit Kannada"',
    "Mlym": '"Noto Sans Malayalam", "Nirmala UI", "Malayalam Sangam MN", "Noto Sans Malayalam UI", Kartika',
    "Sinh": '"Noto Sans Sinhala", "Nirmala UI", "Sinhala Sangam MN", "Noto Sans Sinhala UI", "Iskoola Pota"',
    "Thai": '"Noto Sans Thai", "Leelawadee UI", Thonburi, "Noto Looped Thai", "Noto Sans Thai UI", Tahoma, Loma',
    "Laoo": '"Noto Sans Lao", "Leelawadee UI", "Lao Sangam MN", "Noto Looped Lao", "Noto Sans Lao UI"',
    "Khmr": '"Noto Sans Khmer", "Leelawadee UI", "Khmer Sangam MN", "Noto Sans Khmer UI", "Khmer OS"',
    "Mymr": '"Noto Sans Myanmar", "Myanmar Text", "Noto Sans Myanmar UI", "Myanmar Sangam MN", Padauk',
    "Ethi": '"Noto Sans Ethiopic", Ebrima, Kefa, "Noto Serif Ethiopic", Nyala',
    "Geor": '"Noto Sans Georgian", "Segoe UI", Helvetica, Sylfaen, "DejaVu Sans"',
    "Armn": '"Noto Sans Armenian", "Segoe UI", "Mshtakan", Sylfaen, "DejaVu Sans"',
    "Hans": '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", '
            '"Droid Sans Fallback"',
    "Hant": '"Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei UI", '
            '"Microsoft JhengHei", "Droid Sans Fallback"',
    "Jpan": '"Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", "Hiragino Sans", "Yu Gothic UI", "Yu Gothic", Meiryo, '
            '"Droid Sans Fallback"',
    "Kore": '"Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", '
            '"Droid Sans Fallback"',
    "Tibt": '"Noto Serif Tibetan", "Microsoft Himalaya", Kailasa',
    "Thaa": '"Noto Sans Thaana", "MV Boli", "Thaana"',
}  # fmt: skip
"""Families by ISO 15924 script, quoted for a style sheet; the generic family is put behind them."""

_TALL = ("Deva", "Beng", "Guru", "Gujr", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Thai", "Laoo", "Khmr", "Mymr", "Tibt")
_ROOM = dict.fromkeys(_TALL, ";--lead:1.9;--head:1.8;--tight:1.8") | {"Arab": ";--lead:1.9;--head:1.95;--tight:1.95"}
"""Scripts whose letters and marks need more room: height of the lines of texts, small and large headings."""
_MARKS = '"Noto Sans Symbols 2", "Noto Sans Symbols2", "Segoe UI Symbol", "Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji"'


@lru_cache(maxsize=512)
def script_of(language: str) -> str:
    """Return the ISO 15924 script of a language, Latin where nothing is known (Unicode CLDR, likely subtags).

    >>> [script_of(code) for code in ("de-DE", "ja", "zh-TW", "zh", "sr-Latn", "ar-XB", "hi-IN")]
    ['Latn', 'Jpan', 'Hant', 'Hans', 'Latn', 'Latn', 'Deva']
    """
    parts = re.split(r"[-_]", language)
    if "XA" in parts or "XB" in parts:
        return "Latn"
    named = next((part.title() for part in parts[1:] if len(part) == 4), "")
    if named:
        return named if named in STACKS else "Latn"
    likely = get_global("likely_subtags")
    full = likely.get("_".join(parts[:2])) or likely.get(parts[0].lower(), "")
    found = next((part for part in full.split("_")[1:] if len(part) == 4), "Latn")
    return found if found in STACKS else "Latn"


def families(script: str) -> tuple[str, ...]:
    """Return the names of the families tried for a script, in order."""
    return tuple(name.strip().strip('"') for name in STACKS.get(script, _LATIN).split(","))


def rules(scripts: set[str]) -> str:
    """Return the style rules that give texts of each script their fonts."""
    made = []
    for script in sorted(scripts & set(STACKS)):
        stack = STACKS[script] if STACKS[script] == _LATIN else f"{STACKS[script]}, {_LATIN}"
        made.append(f'[data-lf-script="{script}"]{{font-family:{stack}, {_MARKS}, sans-serif{_ROOM.get(script, "")}}}')
    return "".join(made)
