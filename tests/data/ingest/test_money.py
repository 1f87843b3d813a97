"""Signs, short forms and codes name currencies."""

from __future__ import annotations

import pytest

from data.ingest import money


@pytest.mark.parametrize(
    ("text", "first"),
    [("$5", "USD"), ("R$ 5", "BRL"), ("18,50 €", "EUR"), ("USD 5", "USD"), ("5 zł", "PLN"), ("1 000 Kč", "CZK"),
     ("Amount spent (EGP)", "EGP"), ("￥500", "JPY"), ("kr 50", "SEK")],
)  # fmt: skip
def test_a_cell_or_header_names_a_currency(text, first):
    assert money.read(text)[0] == first


@pytest.mark.parametrize("text", ["Total price", "12.50", "", "Recurring"])
def test_words_are_no_currencies(text):
    assert money.read(text) == ()


def test_a_shared_sign_offers_all_it_may_mean():
    assert set(money.read("$5")) >= {"USD", "CAD", "AUD", "MXN"}
    assert money.sign_in("US$ 5") == "US$"


def test_codes_in_any_case():
    assert [money.code(one) for one in ("eur", "€", "GBP", "XYZ", "kr")] == ["EUR", "EUR", "GBP", None, "SEK"]
    assert {"EUR", "JPY", "KWD"} <= money.codes()
    assert "DEM" not in money.codes() or "EUR" in money.codes()
    assert "R\\$" in money.pattern()
