"""Each part of a workspace counts its own changes, and a change that is not kept is not counted."""

import pytest

from data.revisions import advance, revision
from data.store import Workspace


def test_parts_count_apart_and_only_what_was_kept(tmp_path):
    backing = Workspace(tmp_path)._backing
    with backing.writing() as db:
        advance(db, ".one")
        advance(db, ".one")
    with pytest.raises(RuntimeError), backing.writing() as db:
        advance(db, ".two")
        raise RuntimeError
    assert (revision(backing, ".one"), revision(backing, ".two")) == (2, 0)
