"""What holds for every layout: its columns exist, its expressions bind, its words are there to be translated."""

from __future__ import annotations

import re

import pytest

from data.ingest.folding import fold
from data.ingest.layouts import ALL
from frameworks.kpi.tables import TABLES
from frameworks.kpi.vocabulary import CHANNELS
from tests.data.ingest.layouts.running import aliases, connection

LAYOUTS = [pytest.param(layout, id=f"{layout.platform}-{layout.kind}-{place}") for place, layout in enumerate(ALL)]
TYPES = {"text", "id", "count", "amount", "share", "instant", "day", "clock", "duration", "zone", "currency", "market", "channel",
         "device", "language", "flag", "contact", "personal"}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_columns_are_canonical_and_keys_filled(layout):
    for target in layout.targets:
        table = TABLES[target.table]
        assert set(target.columns) <= set(table.names) - {"source", "account", "import_id"}
        assert set(target.merge) <= set(target.columns)
        assert set(target.merge.values()) <= {"first", "sum", "max", "min", "last"}
        if table.day not in ("", "first_seen_at"):
            assert table.day in target.columns
        if any(column.unit == "currency" and column.name in target.columns for column in table.columns):
            assert "currency" in target.columns


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_expression_binds(layout):
    con = connection()
    columns = ", ".join(f'"{name}" {kind}' for name, kind in aliases(layout).items())
    con.execute(f"CREATE OR REPLACE TEMP TABLE given ({columns})")
    for target in layout.targets:
        for name, expression in target.columns.items():
            con.execute(f"SELECT CAST(({expression}) AS {TABLES[target.table][name].type}) FROM given")
        con.execute(f"SELECT ({target.where})::BOOLEAN, ({target.key or 'line'}) FROM given")
    for rule in layout.rules:
        con.execute(f"SELECT ({rule.when})::BOOLEAN FROM given")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_fields_are_well_formed(layout):
    names = [field.alias for field in layout.fields]
    assert len(names) == len(set(names))
    assert {field.type for field in layout.fields} <= TYPES
    assert all(field.headers or field.pattern for field in layout.fields)
    assert set(layout.measures) <= set(names)
    assert set(layout.any_of) <= set(names)
    assert any(field.required for field in layout.fields)
    for field in layout.fields:
        assert all(fold(header) for header in field.headers)
    contacts = {field.alias for field in layout.fields if field.type == "contact"}
    assert contacts <= {"email", "customer_id", "phone"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_personal_data_feeds_no_expression(layout):
    dropped = {field.alias for field in layout.fields if field.type in ("personal", "contact")}
    said = [expression for target in layout.targets for expression in (*target.columns.values(), target.key or "")]
    words = {word for expression in said for word in re.findall(r"[a-z_][a-z0-9_]*", re.sub("'[^']*'", "", expression))}
    assert not dropped & words


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rules_are_sentences(layout):
    for rule in layout.rules:
        assert rule.outcome in ("set_aside", "left_out", "noted")
        assert rule.reason[0].isupper()
        assert rule.reason.endswith(".")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_channels_that_are_named_are_in_the_vocabulary(layout):
    for target in layout.targets:
        expression = target.columns.get("channel", "")
        named = set(re.findall(r"(?:THEN|ELSE) '([a-z_]+)'", expression))
        named |= {expression.strip("'")} if re.fullmatch(r"'[a-z_]+'", expression) else set()
        assert named <= set(CHANNELS)
