"""The canonical tables agree with themselves and with the KPI files."""

import duckdb
import pytest

from frameworks.kpi.tables import ORDER_STATUSES, ORIGIN, SOLD, TABLES


@pytest.mark.parametrize("name", TABLES)
def test_keys_and_days_are_columns(name):
    table = TABLES[name]
    assert set(table.key) <= set(table.names) and (not table.day or table.day in table.names)
    assert len(set(table.names)) == len(table.names)
    assert table.names[-3:] == tuple(column.name for column in ORIGIN)
    assert all(column.meaning for column in table.columns)
    assert table[table.names[0]] is table.columns[0]


@pytest.mark.parametrize("name", TABLES)
def test_duckdb_knows_the_types_and_money_has_a_currency(name):
    columns = ", ".join(f'"{column.name}" {column.type}' for column in TABLES[name].columns)
    duckdb.connect().execute(f"CREATE TABLE {name} ({columns})")
    if any(column.unit == "currency" for column in TABLES[name].columns):
        assert "currency" in TABLES[name].names


def test_sold_are_statuses():
    assert set(SOLD) < set(ORDER_STATUSES)
