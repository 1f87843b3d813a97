"""How a file's columns are written is decided once each, with what shows it."""

from __future__ import annotations

import duckdb
import pytest

from data.ingest.columns import Column, clock_sql, decide, flag_sql, id_sql, lost_sql
from data.ingest.model import Field


def settled(columns, assume=None, assumed=None):
    """Styles of columns given as alias to (type, cells)."""
    con = duckdb.connect()
    names = [f"c{place}" for place in range(len(columns))]
    con.execute(f"CREATE TABLE t (line BIGINT, {', '.join(f'{name} VARCHAR' for name in names)})")
    for line, cells in enumerate(zip(*(cells for _, cells in columns.values()), strict=True), start=2):
        con.execute(f"INSERT INTO t VALUES ({', '.join('?' * (len(names) + 1))})", [line, *cells])
    fields = [
        Column(Field(alias, (alias,), kind), alias, name)
        for (alias, (kind, _)), name in zip(columns.items(), names, strict=True)
    ]
    return decide(con, "t", fields, assume or {}, assumed or {})


def test_other_columns_decide_an_open_one():
    styles = settled({"total": ("amount", ["1,234", "5,678"]), "tax": ("amount", ["1,50", "2,50"])})
    assert styles.mark == {"total": ",", "tax": ","}
    (assumption,) = styles.assumptions
    assert (assumption.name, assumption.value, assumption.options) == ("decimal:total", ",", (".", ","))
    assert "“1,234” in line 2" in str(assumption.evidence)


def test_nothing_decides_then_thousands_are_assumed_and_said():
    styles = settled({"total": ("amount", ["1.234"])})
    assert styles.mark == {"total": ","}
    assert styles.open == {"total"}
    assert "whole thousands" in str(styles.assumptions[0].evidence)


@pytest.mark.parametrize("key", ["decimal", "decimal:total"])
def test_the_person_overrules(key):
    styles = settled({"total": ("amount", ["1.234"])}, {key: "."})
    assert styles.mark == {"total": "."}
    assert styles.assumptions == []


def test_a_date_that_fits_one_order_only_is_the_proof():
    styles = settled({"day": ("day", ["01/02/2025", "31/12/2025"])})
    assert styles.order == {"day": "dmy"}
    assert "“31/12/2025” in line 3" in str(styles.assumptions[0].evidence)
    assert settled({"day": ("day", ["01/02/2025", "12/31/2025"])}).order == {"day": "mdy"}


def test_an_open_order_is_assumed_and_offered():
    styles = settled({"day": ("day", ["01/02/2025"])})
    assert styles.order == {"day": "dmy"}
    assert styles.assumptions[0].options == ("dmy", "mdy")
    assert settled({"day": ("day", ["01/02/2025"])}, {"date_order": "mdy"}).order == {"day": "mdy"}
    assert settled({"day": ("day", ["01/02/2025"])}, {}, {"date_order": "mdy"}).order == {"day": "mdy"}
    assert settled({"day": ("day", ["01/02/2025"]), "total": ("amount", ["$5.00"])}).order == {"day": "mdy"}


def test_other_dates_of_the_file_decide():
    styles = settled({"sent": ("day", ["01/02/2025"]), "paid": ("day", ["01/31/2025"])})
    assert styles.order == {"paid": "mdy", "sent": "mdy"}


def test_naive_times_say_their_zone():
    assert [one.name for one in settled({"at": ("instant", ["2025-01-01 10:00"])}).assumptions] == ["zone"]
    assert settled({"at": ("instant", ["2025-01-01 10:00 +0100"])}).assumptions == []
    assert settled({"at": ("instant", ["2025-01-01"])}).assumptions == []
    assert settled({"at": ("instant", ["2025-01-01 10:00"])}, {"zone": "Europe/Berlin"}).zone == "Europe/Berlin"


def test_shares_are_hundredths_when_beyond_one():
    assert settled({"rate": ("share", ["2.60", "0.5"])}).percent == {"rate"}
    assert settled({"rate": ("share", ["0.26", "0.5"])}).percent == set()
    assert settled({"rate": ("share", ["2.60%", "0.5%"])}).percent == set()


@pytest.mark.parametrize(
    ("make", "cell", "expected"),
    [(id_sql, "'01234", "01234"), (id_sql, '="0123"', "0123"), (id_sql, "12345.0", "12345"), (id_sql, "#1001", "#1001"),
     (id_sql, "A 1.0", "A 1.0"), (flag_sql, "Yes", True), (flag_sql, "nein", False), (flag_sql, "maybe", None)],
)  # fmt: skip
def test_cells_of_other_types(make, cell, expected):
    assert duckdb.execute(f"SELECT {make('$1::VARCHAR')}", [cell]).fetchone() == (expected,)


@pytest.mark.parametrize("cell", ["14:30:05", "2:30:05 pm", "02:30:05 PM"])
def test_times_of_day(cell):
    assert str(duckdb.execute(f"SELECT {clock_sql('$1::VARCHAR')}", [cell]).fetchone()[0]) == "14:30:05"


def test_a_cell_is_lost_when_it_says_something_that_was_not_read():
    column = Column(Field("total", (), "amount"), "Total", "$1::VARCHAR")
    for cell, lost in (("abc", True), ("--", False), (None, False), ("", False)):
        assert duckdb.execute(f"SELECT {lost_sql(column, 'NULL')}", [cell]).fetchone() == (lost,)
