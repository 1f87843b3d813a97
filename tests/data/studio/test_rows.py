"""Items survive the form they are kept in, and long lists of keys are taken in parts."""

from __future__ import annotations

import pytest

from data.studio import StudioError, rows
from frameworks.localization.items import Item


@pytest.mark.parametrize("item", [Item("a", "b"), Item("ключ", "\"'\n{x}", "c", "legal", 3, "es", True, "n")])
def test_an_item_survives(item):
    assert rows.from_body(rows.body(item)) == item


def test_chunks_hold_everything_once():
    parts = list(rows.chunks(range(2000)))
    assert [value for part in parts for value in part] == list(range(2000))
    assert max(map(len, parts)) < 999


def test_numbers_of_keys(workspace):
    workspace.studio.put_items([Item("a", "A"), Item("b", "B")], by="")
    with workspace._backing.reading() as db:
        assert rows.numbers(db, ["b", "gone", "b"]).keys() == {"b"}
        assert rows.held(db, rows.number(db, "a"), "de") is None
        with pytest.raises(StudioError, match="“gone”"):
            rows.number(db, "gone")
