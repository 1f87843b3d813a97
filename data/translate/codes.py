"""What each translation engine calls a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from frameworks.reference import Reference

_SAME = {"no": "nb", "iw": "he", "in": "id", "tl": "fil", "jw": "jv", "zh": "zh_Hans", "zh_CN": "zh_Hans"}
"""Former codes and codes without a script, and how the table writes them."""
_ALSO = {
    "nb": ("no",), "he": ("iw",), "id": ("in",), "fil": ("tl",), "jv": ("jw",), "pt_BR": ("pb",),
    "zh_Hans": ("zh-CN", "zh"), "zh_Hant": ("zh-TW", "zt"), "sr": ("sr-Cyrl",),
}  # fmt: skip
"""What servers say instead."""
_MAIN = {"ar": "SA", "en": "US"}
"""The territory that MyMemory's own default stands for, where CLDR's main one is another."""
_PARENTS = {"en_001": "en_GB"}
"""What stands for a variety that no engine knows."""


@dataclass(frozen=True)
class Codes:
    """A language as the engines know it; empty where one does not."""

    google: str = ""
    mymemory: str = ""
    deepl: str = ""
    deepl_source: str = ""


def codes_for(reference: Reference, locale: str) -> Codes:
    """Return the codes for a CLDR or BCP 47 code such as ``"pt_BR"`` or ``"zh-TW"``; all empty for an unknown one.

    Source: table translator_codes.
    """
    rows = reference.derived(_rows)
    tries = near(locale)
    return next((_at_home(rows[code], (*tries, code)) for code in tries if code in rows), Codes())


def served(locale: str, offered: Iterable[str]) -> str:
    """Return the code that a server offers for ``locale``, as the server writes it; empty where it has none.

    >>> served("nb", ["de", "no"]), served("zh_TW", ["zh", "zt"]), served("pt_BR", ["pt", "pt-BR"])
    ('no', 'zt', 'pt-BR')
    """
    known = {code.replace("_", "-").casefold(): code for code in offered if isinstance(code, str)}
    for code in near(locale):
        for tried in (code, *_ALSO.get(code, ())):
            if (found := known.get(tried.replace("_", "-").casefold())) is not None:
                return found
    return ""


@lru_cache(maxsize=1024)
def near(locale: str) -> tuple[str, ...]:
    """Return the codes to look for, closest first; a language in another script is another language.

    >>> near("zh-TW"), near("es_AR"), near("sr_Latn_RS")
    (('zh_Hant_TW', 'zh_Hant'), ('es_AR', 'es_419', 'es'), ('sr_Latn_RS', 'sr_Latn'))
    """
    try:
        asked = Locale.parse(locale.replace("-", "_")[:40])
    except (UnknownLocaleError, ValueError, TypeError):
        return ()
    code, base = str(asked), _SAME.get(asked.language, asked.language)
    parent = get_global("parent_exceptions").get(code, "")
    parents = [_PARENTS.get(parent, parent)] if parent.split("_")[0] == asked.language else []
    script, usual = asked.script or _script(code), _script(asked.language)
    wider = [base] if script == usual else [f"{asked.language}_{script}"]
    return tuple(dict.fromkeys([code, _SAME.get(code, code), *parents, *wider]))


def _script(code: str) -> str:
    """Return the script that a code is written in when it does not say (Hant for zh_TW)."""
    full = get_global("likely_subtags").get(code) or get_global("likely_subtags").get(code.split("_")[0], "")
    return next((part for part in full.split("_")[1:] if len(part) == 4 and part.isalpha()), "")


def _rows(reference: Reference) -> Mapping[str, Codes]:
    rows = reference.table("translator_codes")
    columns = (rows[name] for name in ("google", "mymemory", "deepl", "deepl_source"))
    return {locale: Codes(*codes) for locale, *codes in zip(rows["locale"], *columns, strict=True)}


def _at_home(codes: Codes, tries: tuple[str, ...]) -> Codes:
    """Return the codes with one of MyMemory's: that of the territory asked for, or the language's main one."""
    regional = codes.mymemory.split()
    by_place = {code.rpartition("-")[2]: code for code in regional}
    language = tries[0].split("_")[0]
    main = _MAIN.get(language) or get_global("likely_subtags").get(language, "").rpartition("_")[2]
    places = [*(code.rpartition("_")[2] for code in tries if "_" in code), main]
    picked = next((by_place[place] for place in places if place in by_place), regional[0] if regional else "")
    return Codes(codes.google, picked, codes.deepl, codes.deepl_source)
