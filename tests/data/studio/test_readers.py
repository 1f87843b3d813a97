"""Who approved the texts."""

from __future__ import annotations

from data.store import Workspace
from data.studio.readers import Readers
from frameworks.localization.items import Item


def test_approvals_by_the_author_are_counted(tmp_path):
    workspace = Workspace(tmp_path)
    studio = workspace.studio
    studio.put_items([Item("a", "Pay"), Item("b", "Buy")], by="")
    assert workspace.room(Readers).counted() == (0, 0)
    studio.write("a", "de", "Zahlen", by="Ana")
    studio.write("b", "de", "Kaufen", by="Ana")
    studio.move([("a", "de")], "approved", by="Ana")
    studio.move([("b", "de")], "approved", by="Bo")
    assert workspace.room(Readers).counted() == (2, 1)
