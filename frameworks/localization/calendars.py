"""A day in the calendars of a market: Gregorian, Buddhist, Persian, Islamic, Japanese eras, Minguo."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date
from hijridate import Gregorian
from persiantools.jdatetime import JalaliDate

from frameworks.labels import N_
from frameworks.localization.scripts import local_digits

CALENDARS = {
    "gregorian": N_("Gregorian"), "buddhist": N_("Buddhist era"), "persian": N_("Persian (solar Hijri)"),
    "islamic": N_("Islamic (Umm al-Qura)"), "japanese": N_("Japanese eras"), "roc": N_("Minguo (Republic of China)"),
}  # fmt: skip
_USED = {
    "TH": ("buddhist", "gregorian"), "IR": ("persian", "gregorian", "islamic"), "AF": ("persian", "gregorian", "islamic"),
    "SA": ("gregorian", "islamic"), "JP": ("gregorian", "japanese"), "TW": ("gregorian", "roc"),
    **dict.fromkeys(
        ("AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "OM", "QA", "SY", "TN", "YE"), ("gregorian", "islamic")
    ),
}  # fmt: skip
_ERAS = (
    (date(2019, 5, 1), "令和", "Reiwa"), (date(1989, 1, 8), "平成", "Heisei"), (date(1926, 12, 25), "昭和", "Shōwa"),
    (date(1912, 7, 30), "大正", "Taishō"), (date(1873, 1, 1), "明治", "Meiji"),
)  # fmt: skip
"""First day of each era; before 1873 Japan had no Gregorian days."""
_MEIJI = 1868
_ISLAMIC_FIRST, _ISLAMIC_LAST = date(1924, 8, 1), date(2077, 11, 16)


@dataclass(frozen=True)
class LocalDay:
    """A day in one calendar. calendar: key of ``CALENDARS``; year, month, day: its numbers; text: as it is written."""

    calendar: str
    year: int
    month: int
    day: int
    text: str


def calendars_of(territory: str | None) -> tuple[str, ...]:
    """Return the calendars of a territory (alpha-2), the one of everyday first (Unicode CLDR, calendar preference).

    >>> calendars_of("TH"), calendars_of("DE")
    (('buddhist', 'gregorian'), ('gregorian',))
    """
    return _USED.get(territory or "", ("gregorian",))


def local_days(day: date, locale: Locale, territory: str | None) -> tuple[LocalDay, ...]:
    """Return the day in each calendar of the territory; calendars whose tables do not reach it are left out."""
    made = (_MAKERS[calendar](day, locale) for calendar in calendars_of(territory))
    return tuple(one for one in made if one is not None)


def _gregorian(day: date, locale: Locale) -> LocalDay:
    text = local_digits(_cleaned(format_date(day, "long", locale=locale)), locale)
    return LocalDay("gregorian", day.year, day.month, day.day, text)


def _buddhist(day: date, locale: Locale) -> LocalDay:
    year = day.year + 543
    if locale.language != "th":
        return LocalDay("buddhist", year, day.month, day.day, f"{day.day} {_month(day, locale)} {year} BE")
    text = f"{day.day} {_month(day, locale)} พ.ศ. {year}"
    return LocalDay("buddhist", year, day.month, day.day, text)


def _persian(day: date, locale: Locale) -> LocalDay:
    there = JalaliDate(day)
    words = "fa" if locale.language == "fa" else "en"
    text = f"{there.day} {there.strftime('%B', locale=words)} {there.year}"
    return LocalDay("persian", there.year, there.month, there.day, local_digits(text, locale))


def _islamic(day: date, locale: Locale) -> LocalDay | None:
    if not _ISLAMIC_FIRST <= day <= _ISLAMIC_LAST:
        return None
    there = Gregorian(day.year, day.month, day.day).to_hijri()
    era = {"ar": "هـ", "fa": "قمری"}.get(locale.language, "AH")
    text = f"{there.day} {there.month_name('en' if era == 'AH' else 'ar')} {there.year} {era}"
    return LocalDay("islamic", there.year, there.month, there.day, local_digits(text, locale))


def _japanese(day: date, locale: Locale) -> LocalDay | None:
    for first, name, latin in _ERAS:
        if day >= first:
            year = day.year - (_MEIJI if name == "明治" else first.year) + 1
            if locale.language == "ja":
                text = f"{name}{'元' if year == 1 else year}年{day.month}月{day.day}日"
            else:
                text = f"{day.day} {_month(day, locale)} {latin} {year}"
            return LocalDay("japanese", year, day.month, day.day, text)
    return None


def _minguo(day: date, locale: Locale) -> LocalDay | None:
    year = day.year - 1911
    if year < 1:
        return None
    text = f"{day.day} {_month(day, locale)} Minguo {year}"
    if locale.language == "zh":
        text = f"民國{year}年{day.month}月{day.day}日"
    return LocalDay("roc", year, day.month, day.day, text)


def _month(day: date, locale: Locale) -> str:
    return locale.months["format"]["wide"][day.month]


def _cleaned(text: str) -> str:
    return re.sub("[\u200e\u200f\u061c]", "", text)


_MAKERS = {
    "gregorian": _gregorian, "buddhist": _buddhist, "persian": _persian, "islamic": _islamic, "japanese": _japanese, "roc": _minguo,
}  # fmt: skip
