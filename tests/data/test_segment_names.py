"""The team's segments: kept as saved, changed safely, deleted with undo, erased for good."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from data.segment_names import NamedSegment, SegmentNames, SegmentsConflict, SegmentsError, with_texts
from data.store import Workspace
from frameworks.culture.segments.personas import Mapped

NORTH = NamedSegment("A", "North", "Say it plainly", ("DNK", "SWE"), ("SWE",))
SOUTH = NamedSegment("B", "South", "", ("ESP", "ITA"))
HOW = {"models": ["schwartz"], "method": "medoids", "segments": 2}


@pytest.fixture
def book(tmp_path):
    return Workspace(tmp_path).room(SegmentNames)


def test_what_is_kept_comes_back_in_any_window(book, tmp_path):
    number = book.add("  Ours ", HOW, [NORTH, SOUTH])
    (found,) = Workspace(tmp_path).room(SegmentNames).list()
    assert (found.id, found.name, found.how, found.segments, found.revision) == (number, "Ours", HOW, (NORTH, SOUTH), 1)
    assert found.groups() == {"DNK": "A", "SWE": "A", "ESP": "B", "ITA": "B"}


def test_names_and_messages_change_and_members_do_not(book):
    number = book.add("Ours", HOW, [NORTH, SOUTH])
    texts = {"A": ("Nordics", "One\n two\x00"), "Z": ("nobody", "")}
    found = book.update(number, "Renamed", with_texts([NORTH, SOUTH], texts), seen=1)
    assert (found.name, found.revision, found.segments[0].name, found.segments[0].message) == ("Renamed", 2, "Nordics", "One\ntwo")
    assert found.segments[1] == SOUTH and found.segments[0].members == NORTH.members


def test_two_windows_lose_nothing(book):
    number = book.add("Ours", HOW, [NORTH])
    book.update(number, "First", [NORTH], seen=1)
    with pytest.raises(SegmentsConflict, match="kept as “Second \\(2\\)”") as caught:
        book.update(number, "Second", [SOUTH], seen=1)
    assert {one.name for one in book.list()} == {"First", "Second (2)"}
    assert next(one for one in book.list() if one.id == caught.value.number).segments == (SOUTH,)


def test_a_change_of_deleted_segments_is_kept_as_a_copy(book):
    number = book.add("Ours", HOW, [NORTH])
    book.delete(number)
    with pytest.raises(SegmentsConflict):
        book.update(number, "Ours", [NORTH], seen=1)
    book.purge(number)
    with pytest.raises(SegmentsError, match="erased for good"):
        book.update(number, "Ours", [NORTH], seen=1)


def test_a_deletion_can_be_undone_and_an_erasure_leaves_no_trace(book, tmp_path):
    number = book.add("Ours", HOW, [NamedSegment("A", "Secret-name-9", "Secret-message-9", ("DNK",))])
    book.delete(number)
    assert book.list() == () and [one.id for one in book.deleted()] == [number]
    book.restore(number)
    assert [one.id for one in book.list()] == [number] and book.deleted() == ()
    book.delete(number)
    assert book.purge(number) and not book.purge(number)
    assert b"Secret-" not in b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    with pytest.raises(SegmentsError, match="erased for good"):
        book.restore(number)


def test_what_was_deleted_long_ago_is_erased(tmp_path):
    now = [datetime(2026, 1, 1, tzinfo=UTC)]
    book = Workspace(tmp_path, clock=lambda: now[0]).room(SegmentNames)
    old, new = book.add("Old", HOW, [NORTH]), book.add("New", HOW, [NORTH])
    book.delete(old)
    now[0] += timedelta(days=31)
    book.delete(new)
    assert [one.name for one in book.deleted()] == ["New"]


@pytest.mark.parametrize(
    ("name", "segments", "told"),
    [
        ("", [NORTH], "1 to 80"), ("x" * 81, [NORTH], "1 to 80"), ("Ours", [], "needs markets"),
        ("Ours", [NamedSegment("A", "North", "", ())], "needs markets"),
        ("Ours", [NORTH, NamedSegment("B", "Again", "", ("SWE",))], "one segment only"),
        ("Ours", [NamedSegment("A", "North", "", ("sweden",))], "needs markets"),
        ("Ours", [NamedSegment("A", " ", "", ("SWE",))], "1 to 80"),
        ("Ours", [NamedSegment("A", "North", "x" * 2001, ("SWE",))], "2,000"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept(book, name, segments, told):
    with pytest.raises(SegmentsError, match=told):
        book.add(name, HOW, segments)
    assert book.list() == ()


def test_no_plain_value(book):
    with pytest.raises(SegmentsError, match="plain value"):
        book.add("Ours", {"models": {1}}, [NORTH])


def test_rows_damaged_from_outside_are_left_out(book):
    number = book.add("Ours", HOW, [NORTH])
    with book._backing.writing() as db:
        into = "INSERT INTO segment_book (kind, name, body, created_at, updated_at) VALUES "
        for body in ("", "[]", "null", json.dumps({"how": {}, "segments": [{}]}), json.dumps({"how": 3, "segments": []})):
            db.execute(f"{into} ('markets', 'x', ?, '', '')", [body])
        db.execute(f"{into} ('people', 'x', '{{}}', '', '')")
    assert [one.id for one in book.list()] == [number] and book.mappings() == ()


def test_mappings_are_kept_and_undone(book):
    kept = Mapped("Early", "Orders at launch", "explorer", "behaviour", 12, ("JPN",), "fewer than a tenth do")
    number = book.add_mapping(kept)
    assert book.mappings()[0].mapped == kept and book.list() == ()
    book.delete(number)
    assert book.mappings() == () and book.deleted_mappings()[0].id == number
    book.restore(number)
    assert book.mappings()[0].id == number


def test_there_is_an_end_to_it(book, monkeypatch):
    monkeypatch.setattr("data.segment_names.MOST_KEPT", 2)
    book.add("One", HOW, [NORTH]), book.add("Two", HOW, [NORTH])
    with pytest.raises(SegmentsError, match="already"):
        book.add("Three", HOW, [NORTH])
