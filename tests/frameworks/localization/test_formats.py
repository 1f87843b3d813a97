"""Formats: the gaps of the locale data filled, every market answered."""

from datetime import date

import pytest
from babel import Locale, localedata

from frameworks.localization.formats import delivery_window, formats_for
from frameworks.localization.items import ContentError

TODAY = date(2026, 11, 22)


def test_every_locale_is_answered():
    for code in localedata.locale_identifiers()[::7]:
        shown = formats_for(code.removesuffix("_POSIX"), today=TODAY)
        assert shown.dates["long"] and shown.numbers["decimal"] and shown.measures["weight"] and len(shown.digits) == 10
        assert shown.plurals and shown.first_day and 1 <= len(shown.weekend) <= 3 and set(shown.day_order) == set("D/M/Y")


def test_every_market_is_answered_in_english(reference):
    for market in reference.markets:
        shown = formats_for("en", market=market, reference=reference, today=TODAY)
        assert shown.territory and shown.address.fields
        assert shown.money or shown.currency is None


def test_known_faults_of_the_locale_data_are_filled():
    assert formats_for("bg", today=TODAY).currency == "EUR"
    assert formats_for("zh", today=TODAY).measures["length"] == "12公里"
    thai, persian = formats_for("th", today=TODAY), formats_for("fa", today=TODAY)
    assert thai.calendars[0].year == 2569 and persian.calendars[0].year == 1405
    assert "another calendar" in str(thai.notes[0])
    egypt = formats_for("ar_EG", today=TODAY)
    assert egypt.digits == "٠١٢٣٤٥٦٧٨٩" and "." not in egypt.numbers["compact"]


@pytest.mark.parametrize(("code", "order", "hours", "paper", "first"), [
    ("en-US", "M/D/Y", 12, "letter", "Sunday"), ("en_GB", "D/M/Y", 24, "A4", "Monday"), ("ja", "Y/M/D", 24, "A4",
    "日曜日"),
    ("pt_BR", "D/M/Y", 24, "A4", "domingo"), ("hu", "Y/M/D", 24, "A4", "hétfő"),
])  # fmt: skip
def test_shapes(code, order, hours, paper, first):
    shown = formats_for(code, today=TODAY)
    assert (shown.day_order, shown.hours, shown.paper, shown.first_day) == (order, hours, paper, first)


def test_plurals_lists_and_names():
    assert set(formats_for("pl", today=TODAY).plurals) == {"one", "few", "many"}
    assert set(formats_for("ar", today=TODAY).plurals) == {"zero", "one", "two", "few", "many", "other"}
    assert formats_for("ja", today=TODAY).name_order[0] == "family_name"
    assert formats_for("de", today=TODAY).lists == {"and": "A, B und C", "or": "A, B oder C"}


def test_the_market_goes_before_the_territory(reference):
    shown = formats_for("de_DE", market="CHE", reference=reference, today=TODAY)
    assert shown.territory == "CH" and shown.currency == "CHF" and shown.numbers["decimal"] == "1’234’567.89"


def test_what_is_unknown_is_said():
    assert not formats_for("xx", today=TODAY).known and "no formats" in str(formats_for("xx", today=TODAY).notes[0])
    assert "in FJ" in str(formats_for("de", market="FJI", today=TODAY).notes[0])
    for wrong in ({"locale": "no code!"}, {"locale": "de", "market": "XYZ"}):
        with pytest.raises(ContentError):
            formats_for(**wrong, today=TODAY)


def test_a_span_of_days():
    assert delivery_window(date(2026, 12, 30), 1, 3, Locale.parse("en_US")) == "Dec 31, 2026 – Jan 2, 2027"
