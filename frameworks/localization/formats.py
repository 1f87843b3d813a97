"""How a locale writes dates, times, numbers, money, measures and lists, and how names, numbers and addresses go there.

Babel (Unicode CLDR 48) with its known gaps filled: tender of today (the euro in Bulgaria), digits of the locale, units
whose long form it lacks, and the calendars it does not have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from types import MappingProxyType

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal

from frameworks.labels import N_, Sentence
from frameworks.localization.address import AddressForm, address_form
from frameworks.localization.calendars import LocalDay, local_days
from frameworks.localization.clock import clock_text
from frameworks.localization.items import ContentError, locale_code
from frameworks.localization.measures import local_measure, system
from frameworks.localization.money import currency_of, minor_units, money_text, percent_text
from frameworks.localization.person_name import name_order
from frameworks.localization.phone import PhoneExample, phone_example
from frameworks.localization.scripts import alpha2, direction, known, local_digits, locale_for
from frameworks.reference import Reference

NUMBER, PERCENT, AMOUNT, BIG = Decimal("1234567.89"), 19.5, Decimal("1299.5"), 1_250_000
"""The numbers that the examples are written with."""
_LISTED = ("A", "B", "C")
_MEASURED = (
    ("length", Decimal(12), "length-kilometer"), ("size", Decimal(30), "length-centimeter"),
    ("weight", Decimal(2), "mass-kilogram"), ("light", Decimal(125), "mass-gram"),
    ("volume", Decimal(250), "volume-milliliter"), ("temperature", Decimal(25), "temperature-celsius"),
)  # fmt: skip
_LETTER_PAPER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())  # noqa: SIM905
_WHOLE = (*range(101), 1000, 1_000_000)


@dataclass(frozen=True)
class Formats:
    """The shapes of one locale.

    locale, territory: as found (``"ja_JP"``, ``"JP"``); known: whether CLDR has the language, else the shapes are English.
    direction: ``"ltr"`` or ``"rtl"``. digits: the ten digits.
    dates:     short, medium, long and full; day_order: ``"D/M/Y"``; times: short and medium; hours: 12 or 24.
    calendars: the day in each calendar used, that of everyday first.
    numbers:   decimal, percent and compact. currency: its code, money: an amount in it, decimals: its minor units.
    measures:  length, size, weight, light, volume, temperature in the market's units; system: metric, us or uk.
    lists:     and, or.
    plurals:   CLDR category to the first whole numbers that take it.
    first_day, weekend: names of days in the language.
    name_order: family_name and given_name as a form asks for them.
    paper:     A4 or letter.
    notes:     what was filled in or is missing.
    """

    locale: str
    territory: str | None
    known: bool
    direction: str
    digits: str
    dates: Mapping[str, str]
    day_order: str
    times: Mapping[str, str]
    hours: int
    calendars: tuple[LocalDay, ...]
    numbers: Mapping[str, str]
    currency: str | None
    money: str
    decimals: int | None
    measures: Mapping[str, str]
    system: str
    lists: Mapping[str, str]
    plurals: Mapping[str, tuple[int, ...]]
    first_day: str
    weekend: tuple[str, ...]
    name_order: tuple[str, str]
    phone: PhoneExample | None
    address: AddressForm
    paper: str
    notes: tuple[Sentence, ...]


def formats_for(
    locale: str, *, reference: Reference | None = None, market: str | None = None, today: date, amount: Decimal = AMOUNT
) -> Formats:
    """Return how dates, numbers, money, names and addresses are written in a locale.

    locale:    ``"de"``, ``"pt-BR"``, ``"zh_Hant_TW"``; without a territory the one where most speak it.
    reference: where given, ``market`` must be one of its markets.
    market:    ISO alpha-3 code, in place of the locale's territory.
    today:     the day that is written; amount: the money that is written.

    Raises ContentError for what is no language code or no market.

    >>> shown = formats_for("ja", today=date(2026, 11, 22))
    >>> shown.dates["long"], shown.currency, shown.calendars[1].text
    ('2026年11月22日', 'JPY', '令和8年11月22日')
    """
    code = locale_code(locale)
    territory = _territory(code, reference, market)
    place = locale_for(code, territory)
    currency = currency_of(territory)
    days = local_days(today, place, territory)
    noon = datetime.combine(today, time(17, 5, 9))
    return Formats(
        locale=str(place), territory=territory, known=known(code), direction=direction(code),
        digits=local_digits("0123456789", place),
        dates=_frozen({kind: _digits(format_date(today, kind, place), place) for kind in ("short", "medium", "long", "full")}),
        day_order=_order(place),
        times=_frozen({kind: _digits(clock_text(noon, place, kind), place) for kind in ("short", "medium")}),
        hours=12 if "h" in place.time_formats["short"].pattern.split("'")[0] else 24, calendars=days,
        numbers=_frozen({
            "decimal": local_digits(format_decimal(NUMBER, locale=place, numbering_system="default"), place),
            "percent": percent_text(PERCENT, place),
            "compact": _digits(format_compact_decimal(BIG, locale=place, fraction_digits=1, numbering_system="default"), place),
        }),
        currency=currency, money=money_text(amount, currency, place) if currency else "",
        decimals=minor_units(currency) if currency else None,
        measures=_frozen({name: local_measure(value, unit, place, territory) for name, value, unit in _MEASURED}),
        system=system(territory),
        lists=_frozen({"and": format_list(_LISTED, "standard", place), "or": format_list(_LISTED, "or", place)}),
        plurals=_frozen(_plurals(place)), first_day=get_day_names("wide", locale=place)[place.first_week_day],
        weekend=_weekend(place), name_order=name_order(code), phone=phone_example(territory),
        address=address_form(territory, code), paper="letter" if territory in _LETTER_PAPER else "A4",
        notes=tuple(_notes(code, territory, place, days)),
    )  # fmt: skip


def _territory(code: str, reference: Reference | None, market: str | None) -> str | None:
    if market is not None:
        found = alpha2(market)
        if found is None or (reference is not None and market not in reference.markets):
            raise ContentError(N_("There is no market {market}."), market=f"“{market:.12}”")
        return found
    last = code.rpartition("_")[2]
    if "_" in code and len(last) in (2, 3) and last.isupper():
        return last if len(last) == 2 else None
    likely = get_global("likely_subtags").get(code) or get_global("likely_subtags").get(code.partition("_")[0])
    end = str(likely).rpartition("_")[2] if likely else ""
    return end if len(end) == 2 and end.isupper() else None


def _order(place: Locale) -> str:
    shape = "".join(part for number, part in enumerate(place.date_formats["short"].pattern.split("'")) if number % 2 == 0)
    return "/".join(dict.fromkeys(letter.upper() for letter in shape if letter in "dMy"))


def _plurals(place: Locale) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number in _WHOLE:
        taken = found.setdefault(place.plural_form(number), [])
        if len(taken) < 4:
            taken.append(number)
    return {name: tuple(taken) for name, taken in found.items()}


def _weekend(place: Locale) -> tuple[str, ...]:
    names, first = get_day_names("wide", locale=place), place.weekend_start
    length = (place.weekend_end - first) % 7 + 1
    return tuple(names[(first + step) % 7] for step in range(length))


def _notes(code: str, territory: str | None, place: Locale, days: tuple[LocalDay, ...]) -> list[Sentence]:
    notes = []
    if not known(code):
        notes.append(Sentence(N_("CLDR has no formats for the language {language}; the English ones are shown."), language=code))
    elif territory and place.territory != territory:
        told = N_("CLDR has no formats for {language} in {territory}; those of the language are shown.")
        notes.append(Sentence(told, language=place.language, territory=territory))
    if territory is None:
        notes.append(Sentence(N_("No territory is known; currency, phone and address stay open.")))
    if days and days[0].calendar != "gregorian":
        notes.append(Sentence(N_("Everyday dates there are in another calendar: {day}."), day=days[0].text))
    if local_digits("0", place) != "0":
        notes.append(Sentence(N_("The digits are those of the locale; many shops there use 0 to 9 all the same.")))
    return notes


def _digits(text: str, place: Locale) -> str:
    return local_digits(text, place)


def _frozen(found: dict) -> Mapping:
    return MappingProxyType(found)


def delivery_window(today: date, first: int, last: int, locale: Locale) -> str:
    """Return a span of days from today on, as two medium dates of the locale.

    >>> delivery_window(date(2026, 11, 22), 2, 4, Locale.parse("de_DE"))
    '24.11.2026 – 26.11.2026'
    """
    days = (format_date(today + timedelta(days=step), "medium", locale) for step in (first, last))
    return " – ".join(_digits(day, locale) for day in days)
