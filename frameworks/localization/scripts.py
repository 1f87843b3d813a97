"""Direction, digits and locale of a language in a market, from Unicode CLDR.

Babel writes separators of a locale but always Western digits; ``local_digits`` puts in the digits of the
locale's default numbering system, as CLDR has it. Many shops in such markets use Western digits all the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import pycountry
from babel import Locale, UnknownLocaleError, localedata

UNLISTED = {"XKX": "XK"}
"""Kosovo has no ISO 3166 code; statistics use XKX, phone and currency tables XK."""

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "prd", "ps", "sd", "ug", "ur", "yi"})
_ALIASES = {"no": "nb", "iw": "he", "in": "id", "tl": "fil"}
_ZEROS = {
    "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "gujr": "૦", "guru": "੦", "khmr": "០", "knda": "೦",
    "laoo": "໐", "mlym": "൦", "mymr": "၀", "olck": "᱐", "orya": "୦", "tamldec": "௦", "telu": "౦", "thai": "๐",
    "tibt": "༠", "mtei": "꯰", "cakm": "𑄶", "adlm": "𞥐",
}  # fmt: skip
_EMBEDDING = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def alpha2(market: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a market's alpha-3 code, None where there is none.

    >>> alpha2("JPN")
    'JP'
    """
    country = pycountry.countries.get(alpha_3=market)
    return country.alpha_2 if country else UNLISTED.get(market)


@lru_cache(maxsize=4096)
def plain(language: str) -> str:
    """Return the language without script and territory, in CLDR's code.

    >>> plain("zh-Hant_TW"), plain("no")
    ('zh', 'nb')
    """
    base = re.split(r"[-_]", language)[0].lower()
    return _ALIASES.get(base, base)


def direction(language: str) -> str:
    """Return ``"rtl"`` where the language is written from right to left, else ``"ltr"``.

    >>> direction("ur"), direction("ja")
    ('rtl', 'ltr')
    """
    script = next((part for part in re.split(r"[-_]", language)[1:] if len(part) == 4), None)
    if script is not None:
        return "rtl" if script.title() in ("Arab", "Hebr", "Thaa", "Nkoo", "Adlm", "Syrc") else "ltr"
    return "rtl" if plain(language) in _RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=4096)
def locale_for(language: str, territory: str | None) -> Locale:
    """Return the locale of a language in a territory (alpha-2); without the territory where CLDR has no such pair.

    >>> str(locale_for("ar", "SA")), str(locale_for("zh", "TW")), str(locale_for("en", "JP"))
    ('ar_SA', 'zh_Hant_TW', 'en')
    """
    base = plain(language)
    script = next((part.title() for part in re.split(r"[-_]", language)[1:] if len(part) == 4), None)
    tries = [f"{base}_{script}_{territory}"] if script and territory else []
    tries += [f"{base}_{territory}"] if territory else []
    tries += [language.replace("-", "_"), base]
    for tag in tries:
        try:
            found = Locale.parse(tag)
        except (ValueError, UnknownLocaleError):
            continue
        if found.language == base and (script is None or found.script in (None, script)):
            return found
    return Locale.parse("en")


def known(language: str) -> bool:
    """Say whether CLDR, as Babel ships it, has formats for the language."""
    return localedata.exists(plain(language))


def local_digits(text: str, locale: Locale) -> str:
    """Return ``text`` with the digits of the locale's default numbering system.

    >>> local_digits("1 250", Locale.parse("ar_SA")), local_digits("1 250", Locale.parse("ar_AE"))
    ('١ ٢٥٠', '1 250')
    """
    zero = _ZEROS.get(locale.default_numbering_system)
    if zero is None:
        return text
    return text.translate({ord("0") + step: chr(ord(zero) + step) for step in range(10)})


def harmless(text: str) -> tuple[str, bool]:
    """Return text without control letters and bidirectional overrides on one line, and whether any were taken out.

    What is left can still hold markup: escape it where it is drawn.

    >>> harmless("Tea\u202e pot")
    ('Tea pot', True)
    """
    cleaned = "".join(
        " " if letter in "\t\n\r\v\f\x85\u2028\u2029" else letter
        for letter in _EMBEDDING.sub("", text)
        if letter in "\t\n\r\v\f\x85\u2028\u2029" or unicodedata.category(letter) not in ("Cc", "Cs", "Co")
    )
    gone = len(cleaned) != len(text)
    return " ".join(cleaned.split()), gone
