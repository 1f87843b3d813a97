"""The checkout as data: known markets in detail, every market without error, hostile names and prices."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalog import world
from frameworks.localization.checkout import LONGEST_PRODUCT, PriceError, checkout, languages_offered
from frameworks.localization.money import currency_of
from frameworks.localization.scripts import alpha2
from frameworks.payments import SetUp, fit_for

DAY = date(2027, 1, 15)


def shown(market, *, price="1290", currency=None, set_up=None, **more):
    """The checkout of a thing at 1290 in the market's own currency."""
    own = currency or currency_of(alpha2(market)) or "USD"
    fit = fit_for(market, set_up, reference=world()) if set_up else None
    given_more = {"product": "Teapot", "delivery": DAY} | more
    return checkout(world(), market, fit=fit, price=Decimal(price), currency=own, **given_more)


def names(found):
    return [[entry.name for entry in row] for row in found.rows]


def said(found):
    return " ".join(str(note.said) for note in found.notes)


def test_germany():
    found = shown("DEU")
    assert (found.language, found.direction, found.price) == ("de-DE", "ltr", "1.290,00\xa0€")
    assert names(found)[1:] == [["street_address"], ["postal_code", "city"]]
    assert found.summary[-1].value == "205,97\xa0€" and "MwSt" in found.summary[-1].label.text
    assert found.total.value == found.price
    assert "Freitag, 15. Januar 2027" in found.delivery.value


def test_japan_asks_for_the_prefecture_and_the_family_name_first():
    found = shown("JPN")
    assert (found.language, found.price) == ("ja-JP", "￥1,290")
    assert names(found) == [["postal_code"], ["country_area"], ["street_address"], ["family_name", "given_name"]]
    assert found.family_first
    assert found.rows[1][0].choices[0] == "北海道" and found.rows[0][0].example == "154-0023"
    assert "2027年1月15日" in found.delivery.value


@pytest.mark.parametrize("market", ["SAU", "ARE", "ISR", "IRN", "EGY"])
def test_scripts_that_run_from_right_to_left(market):
    found = shown(market)
    assert found.direction == "rtl" and not found.family_first
    assert all(text.direction == "rtl" for text in found.words.values())


def test_saudi_arabia_has_its_digits_and_the_emirates_others():
    assert "١٬٢٩٠٫٠٠" in shown("SAU").price and "1,290.00" in shown("ARE").price
    assert "many shops here write 0-9" in said(shown("SAU")) and "0-9" not in said(shown("ARE"))


def test_kuwait_has_three_decimals_and_japan_none():
    assert "٫٥٠٠" in shown("KWT", price="1.5").price
    with pytest.raises(PriceError, match="has no decimals"):
        shown("JPN", price="1.5")


def test_the_united_states_add_tax_by_state():
    found = shown("USA")
    assert len(found.summary) == 2 and found.tax_note.mark is not None
    assert "by address" in said(found)
    assert [entry.kind for entry in found.rows[2]] == ["city", "state", "zip"]


def test_india_asks_for_a_pin():
    found = shown("IND")
    assert found.language == "hi-IN" and found.price == "₹1,290.00"
    assert "pin" in {entry.kind for row in found.rows for entry in row}
    assert shown("IND", language="en").language == "en-IN"


def test_every_text_in_another_language_says_so():
    found = shown("ISL")
    assert all(text.language == "en" for text in found.words.values())
    assert "has no texts yet" in said(found)


def test_every_mark_is_explained_and_every_number_used_once():
    for market in ("DEU", "USA", "JPN", "IND", "KEN"):
        found = shown(market, set_up=SetUp(providers=("adyen",), cash_on_delivery=True), rate_day=DAY)
        numbers = [note.number for note in found.notes if note.number is not None]
        assert numbers == list(range(1, len(numbers) + 1))
        marks = {found.price_mark, found.total.mark, found.delivery.mark, *(line.mark for line in found.summary),
                 *(way.mark for way in found.methods)}  # fmt: skip
        marks |= {text.mark for text in (found.tax_note, found.instalments) if text is not None}
        assert marks - {None} == set(numbers)


def test_converted_amounts_are_marked_with_the_day():
    found = shown("JPN", rate_day=DAY)
    assert found.price_mark is not None and "2027-01-15" in said(found)
    assert shown("JPN").price_mark is None


def test_cash_on_delivery_and_instalments_need_the_set_up_and_the_market():
    found = shown("DEU", set_up=SetUp(providers=("adyen",), merchant_country="DEU", currencies=("EUR",), cash_on_delivery=True))
    assert "cash_on_delivery" in {way.type for way in found.methods} and "Cash on delivery" in said(found)
    assert found.instalments is not None and "107,50" in found.instalments.text
    without = shown("DEU", set_up=SetUp(providers=("adyen",), merchant_country="DEU", currencies=("EUR",)))
    assert "cash_on_delivery" not in {way.type for way in without.methods}


def test_another_currency_and_another_calendar_are_told():
    assert "pay in JPY" in said(shown("JPN", currency="USD"))
    assert "buddhist" in said(shown("THA")) and "persian" in said(shown("IRN"))


def test_a_long_name_is_cut_and_overrides_are_taken_out():
    found = shown("DEU", product="x" * 500)
    assert len(found.product) == LONGEST_PRODUCT and "first 120 letters" in said(found)
    found = shown("DEU", product="\u202egnp.exe\u2066 <script>")
    assert found.product == "gnp.exe <script>" and "taken out" in said(found)


@pytest.mark.parametrize(("price", "says"), [("-1", "below zero"), ("1e400", "above"), ("NaN", "number"), ("1.001", "decimals")])
def test_a_hostile_price_is_refused(price, says):
    with pytest.raises(PriceError, match=says):
        shown("DEU", price=price)


def test_a_strange_language_gives_the_market_s_own():
    assert shown("DEU", language="xx-<b>").language == "de-DE"
    assert shown("TWN", language="zh").language == "zh-Hant-TW"
    assert languages_offered(world(), "CHE")[:3] == ("de", "fr", "it")
    assert languages_offered(world(), "ATA") == ("en",)


@pytest.mark.parametrize("market", world().markets)
def test_every_market_has_a_checkout(market):
    found = shown(market, set_up=SetUp(providers=("stripe", "adyen"), currencies=("USD",)), price="1000")
    assert found.methods and found.rows and found.total.value
    assert found.direction in ("ltr", "rtl")
    assert all(text.text for text in found.words.values())


@given(st.text(max_size=300), st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["DEU", "SAU", "THA", "NPL"]))
def test_any_name_and_price_can_be_shown(product, price, market):
    found = shown(market, product=product, price=str(price), currency="USD")
    assert len(found.product) <= LONGEST_PRODUCT
    assert not any("\u202a" <= letter <= "\u202e" or "\u2066" <= letter <= "\u2069" for letter in found.product)
