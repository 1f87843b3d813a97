"""Ways to pay: which are listed, in which order, and what the set-up leaves out."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from data.catalog import world
from frameworks.localization.checkout_methods import MOST, chosen, left_out, methods, pays_later, ranked
from frameworks.localization.checkout_model import Text
from frameworks.payments import SetUp, fit_for

COLUMNS = ["method_id", "name", "type", "payment_class", "available", "gate", "weight"]


def fit(*rows, shares=None):
    """A fit of a few methods; shares by class make a mix."""
    frame = pd.DataFrame(rows, columns=COLUMNS).set_index("method_id")
    return SimpleNamespace(methods=frame, mix=SimpleNamespace(shares=shares) if shares else None)


def say(key):
    return Text(key, "en")


CARDS = (("visa", "Visa", "card", "card", "yes", "", 0.6), ("amex", "American Express", "card", "card", "unknown", "needs", 0.4))
PIX = ("pix", "Pix", "real_time", "bank_transfer", "yes", "", 1.0)
KLARNA = ("klarna", "Klarna", "bnpl", "bnpl", "unknown", "currency", 1.0)
IDEAL = ("ideal", "iDEAL", "bank_redirect", "bank_transfer", "no", "provider", 1.0)


def names(rows):
    return [way.name.text for way in methods(rows, say, {})[0]]


def test_the_largest_share_leads():
    found = ranked(world(), fit(*CARDS, PIX, shares={"card": 0.4, "bank_transfer": 0.6}))
    assert names(found) == ["Pix", "pay.card"]
    found = ranked(world(), fit(*CARDS, PIX, shares={"card": 0.7, "bank_transfer": 0.3}))
    assert names(found) == ["pay.card", "Pix"]


def test_what_is_known_to_work_comes_before_what_may_work():
    found = ranked(world(), fit(KLARNA, PIX, shares={"bnpl": 0.9, "bank_transfer": 0.1}))
    assert names(found) == ["Pix", "Klarna"]


def test_of_wallets_that_many_markets_have_the_better_known_ones_lead():
    rows = [(code, code, "wallet", "wallet", "unknown", "", 0.0) for code in ("samsung-pay", "apple-pay", "paypal", "paypay")]
    assert [way.name for way in ranked(world(), fit(*rows))] == ["paypay", "paypal", "apple-pay", "samsung-pay"]


def test_cards_are_one_way_with_the_brands_that_are_taken():
    ways = methods(ranked(world(), fit(*CARDS)), say, {"unknown": 3})[0]
    assert [(way.brands, way.available, way.mark) for way in ways] == [(("Visa",), "yes", None)]


def test_what_is_refused_is_left_out_and_named():
    found = fit(*CARDS, IDEAL)
    assert names(ranked(world(), found)) == ["pay.card"]
    assert left_out(world(), found) == ("iDEAL",)


def test_where_nothing_is_taken_what_buyers_use_is_shown_with_its_mark():
    found = fit(IDEAL, ("pix", "Pix", "real_time", "bank_transfer", "no", "buyer_country", 1.0))
    ways = methods(ranked(world(), found), say, {"no": 2})[0]
    assert [(way.name.text, way.mark) for way in ways] == [("iDEAL", 2)]
    assert left_out(world(), found) == ()


def test_nothing_on_record_gives_nothing():
    assert ranked(world(), None) == () and left_out(world(), None) == ()
    assert not pays_later(()) and chosen(()) == ()


def test_each_class_is_listed_before_a_third_of_one_type():
    wallets = [(f"w{i}", f"Wallet {i}", "wallet", "wallet", "yes", "", 0.1) for i in range(9)]
    found = ranked(world(), fit(*wallets, KLARNA, *CARDS, shares={"wallet": 0.9}))
    ways, folded = methods(found, say, {})
    assert len(ways) <= MOST and {way.type for way in ways} == {"wallet", "bnpl", "card"}
    assert len(folded) == 9 - sum(way.type == "wallet" for way in ways)


def test_paying_later_is_seen():
    assert pays_later(ranked(world(), fit(KLARNA)))
    assert not pays_later(ranked(world(), fit(PIX)))


@pytest.mark.parametrize(("market", "name"), [("NLD", "iDEAL (Wero)"), ("BRA", "Pix"), ("POL", "BLIK"), ("KEN", "M-PESA")])
def test_the_way_a_market_is_known_for_is_listed_or_named(market, name):
    for providers in ((), ("adyen", "stripe")):
        found = fit_for(market, SetUp(providers=providers, merchant_country="NLD", currencies=("EUR",)), reference=world())
        rows = ranked(world(), found)
        assert name in {*(way.name for way in rows), *left_out(world(), found)}
