"""The SQL that expressions are put together from."""

from __future__ import annotations

import pytest

from data.ingest.folding import fold
from data.ingest.layouts import phrases
from tests.data.ingest.layouts.running import connection


def asked(expression: str, text: str | None):
    return connection().execute(f"SELECT {expression} FROM (SELECT ?::VARCHAR AS said)", [text]).fetchone()[0]


@pytest.mark.parametrize("text", ["Größe", "Campaña #", "wc-completed", "Terminé", "On hold", "In Wartestellung"])
def test_folding_in_sql_is_folding(text):
    assert asked(phrases.folded("said"), text) == fold(text.replace("#", ""))


def test_words_and_vocabularies():
    assert asked(phrases.among("said", ("On hold", "It's")), "on-hold") is True
    assert asked(phrases.among("said", ("On hold", "It's")), "ITS") is True
    assert asked(phrases.case("said", {"paid": ("Completed",), "pending": ("En attente",)}), "EN ATTENTE") == "pending"
    assert asked(phrases.case("said", {"paid": ("Completed",)}), "else") is None
    assert asked(phrases.case("said", {"paid": ("Completed",)}), None) is None
    assert asked(phrases.matches("said", "ruckzahl"), "Rückzahlung") is True
    assert asked(phrases.total_row("said"), "Total général") is True
    assert asked(phrases.total_row("said"), "Total comfort") is False


@pytest.mark.parametrize(("currency", "amount"), [("EUR", 49.9), ("JPY", 4990.0), ("KWD", 4.99)])
def test_smallest_units(currency, amount):
    sql = phrases.minor_units("CAST(4990 AS DECIMAL(18, 4))", f"'{currency}'")
    assert float(connection().execute(f"SELECT {sql}").fetchone()[0]) == amount


def test_personal_columns_are_told_apart():
    fields = phrases.personal("Billing Name", "Shipping Name")
    assert {field.type for field in fields} == {"personal"}
    assert len({field.alias for field in fields}) == 2


def test_quotes_in_words_are_escaped():
    assert phrases.listed(["a'b"]) == "'a''b'"


def test_an_order_is_in_one_currency():
    rule = phrases.one_currency("amount")
    rows = "(VALUES ('1', 5, 'EUR'), ('1', 5, NULL), ('2', 5, NULL), ('3', 1, 'USD')) AS given(order_id, amount, currency)"
    hits = connection().execute(f"SELECT order_id, currency, {rule.when} FROM {rows}").fetchall()
    assert sorted((order, hit) for order, currency, hit in hits if currency is None) == [("1", True), ("2", False)]
