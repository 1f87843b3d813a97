"""The checkout of the market with the shop's texts laid over it."""

from __future__ import annotations

from decimal import Decimal

from data.catalog import world
from frameworks.payments import SetUp, fit_for


def test_items_take_the_place_of_what_they_say(made):
    there = made("checkout")
    place = {part.key: part.role for part in there.parts if part.key}
    assert place["checkout.title"] == "title" and place["checkout.pay"] == "pay" and place["checkout.total"] == "total"
    assert place["checkout.subtotal"] == place["checkout.shipping"] == "sum" and place["checkout.zip"] == "field"
    assert place["checkout.card_declined"] == "error" and place["checkout.empty"] == "empty" and place["checkout.terms"] == "terms"
    assert there.first("total.value").text == "24,90\xa0€" and there.first("tax.value").text == "3,98\xa0€"


def test_a_field_that_the_market_does_not_ask_for_is_shown_and_told(made):
    there = made("checkout", "en", "HKG")
    assert next(part.role for part in there.parts if part.key == "checkout.zip").startswith("more.")
    assert any("does not ask for what checkout.zip names" in str(note) for note in there.notes)


def test_the_ways_to_pay_come_from_the_payments_room(made):
    fit = fit_for("NLD", SetUp(providers=("adyen",), merchant_country="NLD", currencies=("EUR",)), reference=world())
    there = made("checkout", "nl", "NLD", fit=fit)
    assert "iDEAL" in "".join(part.text for part in there.all("way")) and there.first("way.brand") is not None
    assert len(made("checkout", "nl", "NLD").all("way")) == 1


def test_instalments_delivery_and_names(made):
    there = made("checkout", "ja", "JPN", price=Decimal(12000), currency="JPY", shipping=Decimal(600))
    assert there.first("delivery.price").text == "￥600" and there.first("total.value").text == "￥12,600"
    assert [part.text for part in there.all("field.value") if part.place >= 40] == ["山田", "花子"]
    assert there.first("field.choice").text == "東京都" and any("no one place" in str(note) for note in there.notes)
