"""Mapping by hand: a look at the head of a file, and a preview of what a mapping makes of it."""

import pytest

from data.ingest.model import IngestError
from data.ingest.trying import attempt, glimpse

UNKNOWN = "Ref,When,Worth,Who,Place\nX1,2024-01-31,10.50,a@example.org,France\nX2,2024-02-01,20.00,b@example.org,Spain\n"
MAPPING = {"order_id": "Ref", "ordered_at": "When", "total": "Worth", "email": "Who", "market": "Place"}


@pytest.fixture
def seen(tmp_path):
    path = tmp_path / "unknown.csv"
    path.write_text(UNKNOWN, encoding="utf-8")
    return glimpse(path)


def test_the_head_is_read_and_matched(seen):
    assert seen.headers == ("Ref", "When", "Worth", "Who", "Place")
    assert seen.rows[0] == ("X1", "2024-01-31", "10.50", "a@example.org", "France")
    assert seen.match.layout is None


def test_a_mapping_shows_its_first_records_without_the_person(seen):
    tried = attempt(seen, "orders", MAPPING, {"currency": "CHF"})
    orders = tried.tables["orders"]
    assert list(orders["order_id"]) == ["X1", "X2"] and set(orders["currency"]) == {"CHF"}
    assert list(orders["market"]) == ["FRA", "ESP"]
    assert "example.org" not in orders.to_string() and "source" not in orders
    assert tried.report.rows_read == tried.report.rows_kept == 2


def test_what_is_lacking_is_said(seen):
    with pytest.raises(IngestError, match="Order date"):
        attempt(seen, "orders", {"order_id": "Ref"})


def test_a_file_without_rows_gives_nothing(tmp_path):
    path = tmp_path / "empty.csv"
    path.write_text("a,b\n", encoding="utf-8")
    try:
        seen = glimpse(path)
    except IngestError:
        return
    assert attempt(seen, "orders", {"order_id": "a", "ordered_at": "b", "total": "a"}).tables == {}
