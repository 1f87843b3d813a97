"""The kinds of plain table."""

from data.ingest.plain import KINDS
from frameworks.kpi.tables import TABLES


def test_what_is_needed_can_be_given():
    for kind in KINDS.values():
        assert {alias for group in kind.needs for one in group for alias in one} <= set(kind.aliases)
        assert len(set(kind.aliases)) == len(kind.aliases)


def test_what_is_lacking_is_told():
    orders = KINDS["orders"]
    assert orders.lacks(frozenset({"order_id", "ordered_at", "net"})) == ()
    assert orders.lacks(frozenset({"order_id", "ordered_at"})) == ((("total",), ("net",), ("refunded",)),)
    items = KINDS["order_items"]
    assert items.lacks(frozenset({"order_id", "ordered_at", "quantity"})) == ((("quantity", "unit_price"), ("line_total",)),)


def test_kinds_are_named_after_tables_or_their_rows():
    assert set(KINDS) - {"order_items"} <= set(TABLES)
