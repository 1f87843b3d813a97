"""Rows land inside one transaction: all of them with their upload, or none."""

from __future__ import annotations

from types import SimpleNamespace

import duckdb
import pytest

from data.warehouse.file import DuckFile
from data.warehouse.landing import Landing


@pytest.fixture
def file():
    return DuckFile(None, None)


def plain(odd="false", table="orders", rows=5):
    relation = f"(SELECT 'A' || i AS order_id, 'shop' AS source, '' AS account, {odd} AS odd FROM range({rows}) r(i))"
    return SimpleNamespace(
        table=table, relation=relation, columns=("order_id", "source", "account"), key="order_id", odd="odd"
    )


def orders(cursor):
    return cursor.execute("SELECT count(*) FROM orders").fetchone()[0]


def test_what_landed_is_kept_with_the_upload(file):
    version = file.version
    with file.reading() as cursor, Landing(file, cursor, lambda _: False) as landing:
        written = landing.place("digest").write(cursor, plain())
        assert cursor.execute(f"SELECT count(*) FROM {written}").fetchone() == (5,)
        assert landing.landed == {"orders": True}
        with landing.kept(cursor, "digest"):
            pass
    with file.reading() as cursor:
        assert orders(cursor) == 5
    assert file.version != version


def test_the_first_odd_row_stops_it_and_nothing_stays(file):
    with file.reading() as cursor, Landing(file, cursor, lambda _: False) as landing:
        assert landing.write(cursor, plain("i = 3")) is None
        assert (orders(cursor), landing.landed) == (0, {})
        assert landing.write(cursor, plain()) is not None


def test_what_is_not_kept_is_gone(file):
    with file.reading() as cursor:
        with Landing(file, cursor, lambda _: False) as landing:
            landing.write(cursor, plain())
        assert orders(cursor) == 0
        landing = Landing(file, cursor, lambda _: False)
        with pytest.raises(ZeroDivisionError), landing, landing.kept(cursor, "digest"):
            cursor.execute("INSERT INTO orders (order_id) VALUES ('A1')")
            raise ZeroDivisionError
        assert orders(cursor) == 0


def test_another_failure_is_no_odd_row(file):
    with file.reading() as cursor, Landing(file, cursor, lambda _: False) as landing:
        with pytest.raises(duckdb.Error, match="out of"):
            landing.write(cursor, plain("error('out of luck') IS NULL"))
        assert orders(cursor) == 0


def test_a_file_that_is_there_already_lands_nowhere(file):
    with file.reading() as cursor, Landing(file, cursor, lambda digest: digest == "known") as landing:
        assert landing.place("known") is None
        assert landing.place("new") is landing
