"""Values that are true to the locale, by the name of the placeholder and what the note says about it."""

from __future__ import annotations

import pytest

SHOWN = [
    ("{first_name} {last_name}", "JPN", "ja", "花子 山田"),
    ("{name}", "HUN", "hu", "Kovács Anna"),
    ("{customerName}", "DEU", "de", "Lena Hoffmann"),
    ("{order_number}", "DEU", "de", "10482"),
    ("{tracking_url}", "SAU", "ar", "https://shop.example/t/10482"),
    ("{price}", "DEU", "de", "24,90\xa0€"),
    ("{date}", "THA", "th", "22 พฤศจิกายน พ.ศ. 2569"),
    ("{date}", "IRN", "fa", "۱ آذر ۱۴۰۵"),
    ("{arrival_date}", "DEU", "de", "27. November 2026"),
    ("{time}", "DEU", "de", "13:40"),
    ("{percent}", "FRA", "fr", "20\xa0%"),
    ("{weight}", "USA", "en", "4.4 ounces"),
    ("{phone}", "JPN", "ja", "090-1234-5678"),
    ("{country}", "DEU", "fr", "Allemagne"),
    ("{days}", "EGY", "ar", "٣"),
    ("{reviews}", "IND", "hi", "1,284"),
    ("{shop}", "DEU", "de", "Tidewick Soap"),
]


@pytest.mark.parametrize(("source", "market", "locale", "shown"), SHOWN)
def test_values(made, source, market, locale, shown):
    there = made("product", locale, market, source=source, text=source)
    (part,) = [part for part in there.parts if part.key == "a.key"]
    assert part.text.replace("\u2068", "").replace("\u2069", "") == shown and not any("No example" in str(n) for n in there.notes)


def test_the_note_of_an_item_helps(made):
    there = made("product", source="{x}", text="{x}", context="label; {x} is a formatted amount")
    assert "24,90" in next(part.text for part in there.parts if part.key)


def test_an_unknown_placeholder_shows_its_name_and_is_told(made):
    there = made("product", source="{foo_bar}", text="{foo_bar}")
    assert next(part.text for part in there.parts if part.key) == "\u2068foo bar\u2069"
    assert "No example is known for “foo_bar”" in str(there.notes[-1])


def test_the_given_name_of_a_family_first_language_is_told(made):
    there = made("reply", "ja", "JPN", source="Hi {first_name}", text="{first_name}様")
    assert any("family name" in str(note) for note in there.notes)


def test_no_tax_is_a_dash(made):
    there = made("checkout", "en", "USA", currency="USD", source="Includes {tax} tax")
    assert any("dash" in str(note) for note in there.notes)


def test_ways_to_pay_as_a_list(made):
    (part,) = [part for part in made("product", source="{payment_methods}", text="{methods}").parts if part.key]
    assert "Karte" in part.text or "karte" in part.text
