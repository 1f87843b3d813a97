"""The tables of methods and providers as the frameworks read them."""

from __future__ import annotations

import pytest

from frameworks.payments import METHOD_CLASSES, PaymentError, methods_in, providers
from frameworks.payments.methods import ANY, CLASS_NAMES, TYPE_NAMES, WORLD, catalogue, codes, supports
from tests.frameworks.payments.rows import method, support


def test_the_shipped_tables_fit_together(reference):
    methods = catalogue(reference)
    assert {m.type for m in methods.values()} <= set(METHOD_CLASSES) == set(TYPE_NAMES)
    assert set(METHOD_CLASSES.values()) <= set(CLASS_NAMES)
    for known in supports(reference).values():
        assert set(known) <= set(methods)
    for m in methods.values():
        assert m.buyers == {WORLD} or m.buyers <= set(reference.markets), m.method_id
        assert m.currencies == {ANY} or all(len(code) == 3 for code in m.currencies), m.method_id
        assert m.status in ("active", "retiring", "discontinued")
    for row in reference.tables["provider_methods"].itertuples():
        assert codes(row.merchant_countries) | codes(row.barred_merchants) <= set(reference.markets)


def test_ideal_is_still_active_while_it_changes_its_name(reference):
    ideal = catalogue(reference)["ideal"]
    assert (ideal.status, ideal.payment_class) == ("active", "bank_transfer")
    assert "Wero" in ideal.status_note


def test_methods_in_a_market_list_local_ones_first_and_leave_out_the_unchecked(reference):
    japan = methods_in(reference, "JPN")
    assert japan["local"].iloc[0] and not japan["local"].iloc[-1]
    assert "konbini" in japan.index and "pix" not in japan.index
    everything = methods_in(reference, "JPN", unchecked=True)
    assert everything.loc["konbini", "checked"]
    known = reference.tables["payment_methods"].set_index("method_id")["checked"]
    assert set(everything.index.difference(japan.index)) == {code for code in everything.index if known[code] == "no"}
    assert methods_in(reference, "ATA")["local"].sum() == 0


def test_providers_by_name_with_what_they_process(small, reference):
    world = small(
        [method("visa")],
        [support("b", "visa"), support("a", "visa", year=2024), support("a", "jcb", supported="n"),
         support("c", "visa", checked="no")], [],
    )  # fmt: skip
    assert providers(world).reset_index().to_numpy().tolist() == [["a", "A", 1, 2024], ["b", "B", 1, 2026]]
    assert list(providers(world, unchecked=True).index) == ["a", "b", "c"]
    assert len(providers(reference)) == 16
    assert providers(reference).loc["woocommerce-payments", "name"] == "WooPayments"


def test_gift_cards_and_crypto_are_no_cash_and_no_wallet(reference):
    assert {catalogue(reference)[name].payment_class for name in ("gift-card", "crypto")} == {"other"}


def test_an_unknown_market_is_refused(reference):
    with pytest.raises(PaymentError, match="'ATL' is no market"):
        methods_in(reference, "ATL")
