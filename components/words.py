"""What people read: interface text, and numbers, dates and names in their locale.

Text is written in English and looked up in gettext catalogues, one ``<lang>.po`` a
language under ``components/locale``, compiled in memory when first needed. A further
language is one further file. Figures and names come from CLDR through Babel.

The language is, in this order: ``?lang=`` in the address, what the visitor chose in
this session, what the browser asks for, English. Outside a Streamlit session it is
English, or whatever ``using`` sets.

``python -m components.words update`` collects the texts into the catalogues and
``python -m components.words check`` names what is untranslated or was never marked.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import gettext
import io
import math
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from decimal import Decimal
from pathlib import Path

import pycountry
import streamlit as st
from babel import Locale, localedata
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal, format_percent, get_currency_symbol
from streamlit.runtime.scriptrunner import get_script_run_ctx

from frameworks.labels import N_, Figure, Sentence
from frameworks.reference import own_knowledge

SOURCE_LANGUAGE = "en"
MISSING = "–"
"""Shown where there is no figure; never 0."""

LOCALE_DIR = Path(__file__).resolve().parent / "locale"
_CODE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?")
_CHOSEN = "lf_language"
_settled: ContextVar[tuple[str, str | None] | None] = ContextVar("settled", default=None)
_forced: ContextVar[tuple[str, str | None] | None] = ContextVar("language", default=None)


# --- text ---------------------------------------------------------------------------


def _(text: str) -> str:
    """The text in the visitor's language, or the English text where no translation exists."""
    return _catalogue(language()).gettext(text) if text else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The plural form that fits ``count``; fill ``{count}`` with ``.format`` afterwards."""
    return _catalogue(language()).ngettext(singular, plural, count)


def said(thing: object) -> str:
    """What an error, a notice or a fault tells, in the visitor's language; else its ``str``."""
    if not isinstance(thing, Sentence):
        return str(thing)
    return thing.filled(_, _figure)


def _figure(value: Figure) -> str:
    if isinstance(value, dt.date):
        return date_text(value)
    return format_decimal(value, locale=locale(), decimal_quantization=not isinstance(value, Decimal))


def _catalogue(code: str) -> gettext.NullTranslations:
    if code == SOURCE_LANGUAGE:
        return _ENGLISH
    file = LOCALE_DIR / f"{code}.po"
    try:
        return _compiled(file, file.stat().st_mtime_ns)
    except OSError:
        return _ENGLISH


_ENGLISH = gettext.NullTranslations()


@functools.lru_cache(maxsize=32)
def _compiled(file: Path, stamp: int) -> gettext.GNUTranslations:
    """The catalogue compiled in memory; ``stamp`` makes an edited file count at once."""
    buffer = io.BytesIO()
    with file.open("rb") as source:
        write_mo(buffer, read_po(source, locale=file.stem))
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)


# --- which language -----------------------------------------------------------------


def languages() -> Mapping[str, str]:
    """Codes of the available languages with their own names, English first."""
    return _languages(LOCALE_DIR.stat().st_mtime_ns)


@functools.lru_cache(maxsize=8)
def _languages(stamp: int) -> Mapping[str, str]:
    codes = sorted(file.stem for file in LOCALE_DIR.glob("*.po") if _CODE.fullmatch(file.stem))
    named = {}
    for code in (SOURCE_LANGUAGE, *codes):
        name = Locale.parse(code).get_display_name() or code
        named[code] = name[:1].upper() + name[1:]
    return named


def language() -> str:
    """Code of the language in use, for example ``"en"`` or ``"es"``."""
    fixed = _forced.get() or _settled.get()
    if fixed is not None:
        return fixed[0]
    if get_script_run_ctx(suppress_warning=True) is None:
        return SOURCE_LANGUAGE
    available = languages()
    for code in (st.query_params.get("lang"), st.session_state.get(_CHOSEN)):
        if code in available:
            return code
    return _best_match(_browser_tag(), tuple(available))


def choose(code: str) -> None:
    """Use this language for the rest of the session and keep it in the address.

    Raises ValueError when there is no such language.
    """
    if code not in languages():
        raise ValueError(f"There is no catalogue for the language {str(code)[:20]!r}.")
    _settled.set(None)
    st.session_state[_CHOSEN] = code
    st.query_params["lang"] = code


def settle() -> None:
    """Look up language and locale once for this run of a page or fragment, which asks thousands of times."""
    _settled.set(None)
    _settled.set((language(), _browser_tag()))


def remember() -> str:
    """Keep the language found in the address or the browser for the session, and return it.

    Following a link inside the app drops the address's parameters; the language stays.
    """
    code = language()
    st.session_state[_CHOSEN] = code
    return code


@contextlib.contextmanager
def using(code: str, tag: str | None = None) -> Iterator[None]:
    """Speak another language inside the block, for exports and tests.

    code: a language of ``languages()``. tag: a BCP-47 tag such as ``"es-MX"`` whose
    territory decides how numbers and dates look.
    """
    token = _forced.set((code, tag))
    try:
        yield
    finally:
        _forced.reset(token)


def _browser_tag() -> str | None:
    try:
        return st.context.locale
    except Exception:  # the context is not filled in every kind of run
        return None


@functools.lru_cache(maxsize=256)
def _best_match(tag: str | None, available: tuple[str, ...]) -> str:
    parts = re.findall(r"[A-Za-z0-9]+", (tag or "")[:40])
    if parts:
        wanted = Locale.negotiate(["_".join(parts), parts[0].lower()], available)
        if wanted is not None:
            return str(wanted)
    return SOURCE_LANGUAGE


# --- figures, dates and names in the visitor's locale ---------------------------------


def locale() -> Locale:
    """The CLDR locale for figures and dates: the language in use, the visitor's territory.

    English text in Germany is ``en_DE``, with a decimal comma, as CLDR has it.
    """
    fixed = _forced.get() or _settled.get()
    if fixed is not None:
        return _locale(*fixed)
    inside = get_script_run_ctx(suppress_warning=True) is not None
    return _locale(language(), _browser_tag() if inside else None)


@functools.lru_cache(maxsize=256)
def _locale(code: str, tag: str | None) -> Locale:
    territories = [part for part in re.split(r"[-_]", (tag or "")[:40])[1:] if re.fullmatch(r"[A-Z]{2}", part)]
    for name in (f"{code}_{territory}" for territory in territories):
        if localedata.exists(name):
            return Locale.parse(name)
    return Locale.parse(code)


def _missing(value: object) -> bool:
    if value is None:
        return True
    try:
        return not math.isfinite(value)  # type: ignore[arg-type]
    except TypeError:  # pandas.NA, text
        return True


def number(value: float | None, digits: int = 1) -> str:
    """A number with exactly ``digits`` decimals, grouped; a dash where it is missing."""
    if _missing(value):
        return MISSING
    return _decimal(round(float(value), digits) + 0.0, digits, locale())  # adding 0.0 turns -0.0 into 0.0


@functools.lru_cache(maxsize=16_384)
def _decimal(value: float, digits: int, place: Locale) -> str:
    return format_decimal(value, format=f"#,##0{_decimals(digits)}", locale=place)


def _decimals(digits: int) -> str:
    return f".{'0' * digits}" if digits else ""


def signed(value: float | None, digits: int = 1) -> str:
    """A difference with its sign, ``+3.2`` or ``−3.2``; a dash where it is missing."""
    if _missing(value):
        return MISSING
    text = number(abs(value), digits)
    if not float(f"{value:.{digits}f}"):
        return text
    return ("+" if value > 0 else "−") + text


def percent(value: float | None, digits: int = 0) -> str:
    """A share between 0 and 1 as per cent; a dash where it is missing."""
    if _missing(value):
        return MISSING
    place = locale()
    shape = place.percent_formats[None].pattern.replace("#,##0", f"#,##0{_decimals(digits)}")
    return format_percent(value, format=shape, locale=place)


def compact(value: float | None, currency: str | None = None, digits: int = 1) -> str:
    """A large number in short, ``1.2B``, or an amount of money, ``$1.2B`` (ISO 4217 code)."""
    if _missing(value):
        return MISSING
    if abs(value) < 1000:
        digits = 0 if float(value).is_integer() else digits
    place = locale()
    text = format_compact_decimal(abs(value), locale=place, fraction_digits=digits)
    if currency is not None:
        # CLDR's own short currency pattern runs together in Spanish ("1230 MUS$")
        around = place.currency_formats["standard"].pattern.split(";")[0]
        text = re.sub(r"[#0,.]+", lambda _match: text, around, count=1)
        symbol = get_currency_symbol(currency, locale=place)
        text = re.sub(r"¤(?=\d)", f"{symbol}\xa0" if symbol[-1:].isalpha() else symbol, text).replace("¤", symbol)
    return f"−{text}" if value < 0 else text


def tenths() -> str:
    """How a table's column writes one decimal: in the browser's own way where the visitor's mark is no point."""
    return "%.1f" if locale().number_symbols["latn"]["decimal"] == "." else "localized"


def date_text(day: dt.date | str | None) -> str:
    """A date, or an ISO 8601 text (also only a year, or year and month), as the visitor writes it; a dash where it is missing."""
    if isinstance(day, str):
        try:
            if len(day) == 7:
                return format_skeleton("yMMMM", dt.date.fromisoformat(f"{day}-01"), locale=locale())
            if len(day) == 4:
                return str(int(day))
            day = dt.date.fromisoformat(day[:10])
        except ValueError:
            return MISSING
    if day is None or day != day:  # not-a-time is unequal to itself
        return MISSING
    return format_date(day, format="medium", locale=locale())


def list_text(items: Iterable[str], *, any_of: bool = False) -> str:
    """Items joined as a sentence would, ``Chile, Peru, and Japan``; with ``or`` where any one of them will do."""
    return format_list(list(items), style="or" if any_of else "standard", locale=locale())


def source_text(name: str) -> str:
    """A source as a reader sees it; whatever was written from our own knowledge in one plain wording."""
    return _("Landfall’s own knowledge") if own_knowledge(name) else _(name) if name else ""


def market_name(iso3: str) -> str:
    """A market's name in the visitor's language; the code itself where it has none."""
    code = str(iso3)
    return _(_SHORT_NAMES[code]) if code in _SHORT_NAMES else _territory(code, language())


_SHORT_NAMES = {"HKG": N_("Hong Kong"), "MAC": N_("Macao"), "PSE": N_("Palestine")}
"""Where CLDR's long form would not fit a chart."""
_UNLISTED = {"XKX": "XK"}
"""Kosovo has no ISO 3166 code; statistics use XKX."""


@functools.lru_cache(maxsize=4096)
def _territory(iso3: str, code: str) -> str:
    country = pycountry.countries.get(alpha_3=iso3)
    alpha2 = country.alpha_2 if country else _UNLISTED.get(iso3)
    return Locale.parse(code).territories.get(alpha2, iso3)


@functools.lru_cache(maxsize=4096)
def _language_name(code: str, shown_in: str) -> str:
    plain = Locale.parse(shown_in).languages.get(code)
    if plain or not re.search("[-_]", code):
        return plain or Locale.parse(SOURCE_LANGUAGE).languages.get(code) or code
    try:
        name = Locale.parse(code.replace("-", "_")).get_display_name(shown_in)
    except (ValueError, UnknownLocaleError):
        name = None
    return name or code


def language_name(code: str) -> str:
    """A language's name (code as in Babel, ``"pt"``) in the visitor's language."""
    return _language_name(str(code), language())


if __name__ == "__main__":
    from components.locale import upkeep

    sys.exit(upkeep.main(sys.argv[1:]))
