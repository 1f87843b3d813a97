"""Frames become staged tables with the canonical types."""

from __future__ import annotations

import duckdb
import pandas as pd

from data.warehouse.staged import stage_frames, staged_tables


def test_frames_are_typed_and_say_where_they_come_from():
    with duckdb.connect() as cursor:
        frame = pd.DataFrame({"customer_key": ["a"], "at": ["2026-01-01 10:00"], "converted": [True], "source": [None]})
        stage_frames(cursor, {"touchpoints": frame.set_index(pd.Index([5]))}, "o'hara", "eu")
        assert staged_tables(cursor) == {"touchpoints": {"customer_key", "at", "converted", "source", "account"}}
        rows = cursor.execute('SELECT typeof("at"), source, account FROM staged_touchpoints').fetchall()
        assert rows == [("TIMESTAMP", "o'hara", "eu")]


def test_other_tables_of_the_connection_are_not_taken():
    with duckdb.connect() as cursor:
        cursor.execute("CREATE TEMP TABLE staged_secrets (a INT)")
        cursor.execute("CREATE TABLE staged_orders (a INT)")
        cursor.execute("CREATE TEMP VIEW staged_spend AS SELECT 1 AS spend")
        assert staged_tables(cursor) == {"spend": {"spend"}}
