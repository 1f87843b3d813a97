"""Headers compare however they are spelt."""

from __future__ import annotations

import pytest

from data.ingest.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Order ID", "order_id"),
        ("Impr.", "impr"),
        ("Campaña", "CAMPANA"),
        ("Größe", "grösse"),
        ("\ufeffDate", "date"),
        ("Coût\u00a0moy.", "cout moy"),
        ("Conv.-Wert", "Conv Wert"),
        ("Ｏｒｄｅｒ", "order"),
        ("Ørder", "order"),
        ("İl", "il"),
        ("Łódź", "lodz"),
        ("注文 番号", "注文番号"),
    ],
)
def test_spellings_of_one_header(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Order #", "Order"), ("Discount %", "Discount"), ("か", "が"), ("и", "й"), ("Total", "Totals"), ("日", "月")],
)
def test_other_headers_stay_apart(one, other):
    assert fold(one) != fold(other)


def test_folding_twice_changes_nothing():
    for text in ("Größe #1", "Ｏｒｄｅｒ %", "デバイス カテゴリ", "Æon œuvre"):
        assert fold(fold(text)) == fold(text)
