"""Numbers in any style: the mark is decided once for a column, and every cell comes back as it was meant."""

from __future__ import annotations

from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.ingest.amounts import bare, currency_sql, marks, number_sql, verdict
from data.ingest.shapes import shapes

CON = duckdb.connect()


def read(cells, mark=None):
    """The mark the cells prove, and the cells as read with it (or with the given one)."""
    CON.execute("CREATE OR REPLACE TEMP TABLE cells (line BIGINT, c0 VARCHAR)")
    CON.executemany("INSERT INTO cells VALUES (?, ?)", list(enumerate(cells, start=2)))
    found = marks(shapes(CON, "cells", "c0"))
    chosen = mark or found.decided or found.guess()
    rows = CON.execute(f"SELECT {number_sql('c0', chosen)} FROM cells ORDER BY line").fetchall()
    return found, [row[0] for row in rows]


@pytest.mark.parametrize(
    ("cells", "mark", "expected"),
    [
        (["1.234,56"], ",", ["1234.56"]),
        (["1,234.56"], ".", ["1234.56"]),
        (["1\u00a0020,50"], ",", ["1020.50"]),
        (["1\u2009020,50", "7"], ",", ["1020.50", "7"]),
        (["1\u202f020,50"], ",", ["1020.50"]),
        (["1'234.50"], ".", ["1234.50"]),
        (["12 345 678", "1 234.50", "5 000 €"], ".", ["12345678", "1234.50", "5000"]),
        (["1'234.50", "99.-", "5.–", "7.—", "-3.50", "3.50-"], ".", ["1234.50", "99", "5", "7", "-3.50", "-3.50"]),
        (["12,34,567.89"], ".", ["1234567.89"]),
        (["1.234.567"], ",", ["1234567"]),
        (["$1,020.50"], ".", ["1020.50"]),
        (["18,50 €"], ",", ["18.50"]),
        (["USD 5", "0.50"], ".", ["5", "0.50"]),
        (["R$ 1.234,50"], ",", ["1234.50"]),
        (["(5.00)", "5.00-", "-5.00", "−5.00", "-$5.00", "$-5.00", "(5.00) €"], ".", ["-5"] * 7),
        (["121401.0"], ".", ["121401"]),
        (["１２．５０", "12.5"], ".", ["12.50", "12.5"]),
        (["0.123", "1.234"], ".", ["0.123", "1.234"]),
    ],
)
def test_a_column_is_read_in_its_own_style(cells, mark, expected):
    found, numbers = read(cells)
    assert found.decided == mark
    assert numbers == [Decimal(one) for one in expected]


def test_a_phone_number_in_the_column_is_no_amount():
    assert read(["1.50", "+49 170 1234", "0012 3456 7890 12", "12 50"], ".")[1][1:] == [None, None, None]


@pytest.mark.parametrize("cell", ["abc", "12,34.5", "1,23", "1.2.3.4", "--", "", "< 10%", "5 apples", "1.234,56"])
def test_what_does_not_fit_the_mark_is_not_guessed_at(cell):
    assert read([cell], ".")[1] == [None]


def test_the_whole_column_decides_what_one_cell_leaves_open():
    found, numbers = read(["1,234", "1,5"])
    assert (found.decided, found.ambiguous) == (",", 1)
    assert numbers == [Decimal("1.234"), Decimal("1.5")]


def test_thousands_are_taken_where_nothing_decides():
    assert read(["1,234", "12,500"])[1] == [Decimal(1234), Decimal(12500)]
    assert read(["1.234", "12.500"])[1] == [Decimal(1234), Decimal(12500)]


def test_a_minority_that_disagrees_is_left_unread():
    found, numbers = read(["1.50", "2.50", "3,50"])
    assert found.decided == "."
    assert numbers == [Decimal("1.50"), Decimal("2.50"), None]


def test_the_proof_is_shown_with_its_line():
    assert read(["5", "7,25"])[0].shown == {",": ("7,25", 3)}


def test_currency_signs_are_counted_and_named_by_cell():
    found, _ = read(["$5.00", "€5.00", "€6.00"])
    assert found.signs == {"$": 1, "€": 2}
    sql = currency_sql("c0", found.signs, {"$": "USD", "€": "EUR"})
    assert CON.execute(f"SELECT {sql} FROM cells ORDER BY line").fetchall() == [("USD",), ("EUR",), ("EUR",)]


def test_bare_and_verdict():
    assert bare("USD -9,999.99 %") == "9,999.99"
    assert [verdict(one) for one in ("9.99", "9.999", "9999.999", "9,9,9")] == [".", "?", ".", "."]


STYLES = [(",", "."), (".", ","), (" ", ","), ("\u202f", ","), ("'", "."), ("", "."), ("", ",")]


@settings(max_examples=60, deadline=None)
@given(
    numbers=st.lists(st.decimals("-9999999.99", "9999999.99", places=2), min_size=1, max_size=8),
    style=st.sampled_from(STYLES),
    sign=st.sampled_from(["", "€", "$ ", "EUR "]),
    behind=st.booleans(),
    negative=st.sampled_from(["-{}", "({})", "{}-", "−{}"]),
)
def test_any_style_comes_back_equal(numbers, style, sign, behind, negative):
    group, mark = style

    def written(number):
        text = f"{abs(number):,.2f}".replace(",", "\x00").replace(".", mark).replace("\x00", group)
        text = f"{text} {sign}".strip() if behind else f"{sign}{text}"
        return negative.format(text) if number < 0 else text

    assert read([written(number) for number in numbers])[1] == numbers
