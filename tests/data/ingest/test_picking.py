"""Choosing columns: what is exact goes first, money is never guessed."""

import pytest

from data.ingest.headings import columns_of
from data.ingest.picking import pick
from data.ingest.plain import KINDS


def picked(kind, headers, *rows):
    found = pick(KINDS[kind], columns_of(headers, rows))
    return None if found is None else {alias: column.header for alias, (column, _score) in found.items()}


def test_an_exact_word_goes_before_a_loose_one():
    found = picked("orders", ["Date", "Order date", "Amount", "Order total", "Order"], ["2024-01-02", "2024-01-01", "1", "2", "A"])
    assert found["ordered_at"] == "Order date" and found["total"] == "Order total"


def test_two_amounts_that_differ_are_no_guess():
    assert picked("orders", ["Order", "Date", "Amount", "Total"], ["1", "2024-01-01", "10", "12"]) is None
    same = picked("orders", ["Order", "Date", "Amount", "Total"], ["1", "2024-01-01", "10", "10"])
    assert same["total"] in ("Amount", "Total")


@pytest.mark.parametrize("cell", ["ten", "2024-01-01", "a@b.example"])
def test_a_total_that_holds_no_amounts_is_none(cell):
    assert picked("orders", ["Order", "Date", "Order total"], ["1", "2024-01-01", cell]) is None


def test_a_customer_column_is_what_it_holds():
    head = ["Order", "Date", "Order total", "Customer"]
    assert picked("orders", head, ["1", "2024-01-01", "5", "a@b.example"])["email"] == "Customer"
    assert picked("orders", head, ["1", "2024-01-01", "5", "C-17"])["customer_id"] == "Customer"
    named = picked("orders", head, ["1", "2024-01-01", "5", "Anna Karenina"])
    assert "email" not in named and "customer_id" not in named


LINES = ["Order", "Date", "Product", "Quantity", "Unit price", "Amount"]


def test_an_amount_that_is_quantity_times_price_is_the_line():
    found = picked("order_items", LINES, ["1", "2024-01-01", "x", "2", "5", "10"], ["1", "2024-01-01", "y", "3", "5", "15"])
    assert found["line_total"] == "Amount" and "total" not in found


def test_an_amount_repeated_on_every_line_is_the_order():
    found = picked("order_items", LINES, ["1", "2024-01-01", "x", "2", "5", "25"], ["1", "2024-01-01", "y", "3", "5", "25"])
    assert found["total"] == "Amount" and "line_total" not in found


def test_an_amount_that_could_be_either_is_not_recognised():
    assert picked("order_items", LINES, ["1", "2024-01-01", "x", "2", "5", "12"], ["1", "2024-01-01", "y", "3", "5", "16"]) is None


def test_orders_that_come_twice_with_different_totals_are_lines():
    rows = (["1", "2024-01-01", "x", "10"], ["1", "2024-01-01", "y", "12"])
    head = ["Order", "Date", "Product", "Total"]
    assert picked("orders", head, *rows) is None
    assert picked("order_items", head, *rows)["line_total"] == "Total"


def test_a_score_is_only_told_by_its_scale():
    head = ["Date", "Score", "Comment"]
    assert picked("surveys", head, ["2024-01-01", "9", ""])["nps"] == "Score"
    assert picked("surveys", head, ["2024-01-01", "4", ""]) is None
    assert picked("surveys", ["Date", "NPS"], ["2024-01-01", "45"]) is None
