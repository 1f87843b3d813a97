import pytest

from data.studio import intake
from data.studio.journal import Journal
from frameworks.localization.items import Translation


def put(workspace, made, **how):
    with workspace._backing.writing() as db:
        journal = Journal(db, "import", "Ann", "2026-01-01T00:00:00Z")
        return intake.put(db, journal, made, **{"over": True, **how})


def test_a_draft_comes_in_under_the_present_source(workspace, studio):
    assert put(workspace, Translation("cart.add", "de", "In den Korb", origin="memory")) is None
    held = studio.row("cart.add", "de").translation
    assert (held.source_digest, held.at) == (studio.item("cart.add").digest, "2026-01-01T00:00:00Z")


@pytest.mark.parametrize(("made", "how", "told"), [
    (Translation("gone", "de", "x"), {}, "no text of this key"),
    (Translation("cart.add", "de", "Anders"), {"over": False}, "translation already"),
    (Translation("cart.add", "de", "Anders"), {}, "approved"),
])  # fmt: skip
def test_what_is_left_out_says_why(workspace, studio, made, how, told):
    studio.write("cart.add", "de", "In den Korb", by="Ann")
    studio.move([("cart.add", "de")], "approved", by="Bob")
    assert told in str(put(workspace, made, **how))
    assert studio.row("cart.add", "de").translation.text == "In den Korb"


def test_a_file_may_replace_what_is_approved(workspace, studio):
    studio.write("cart.add", "de", "In den Korb", by="Ann")
    studio.move([("cart.add", "de")], "approved", by="Bob")
    assert put(workspace, Translation("cart.add", "de", "Anders"), approved_too=True) is None
    assert studio.row("cart.add", "de").translation.text == "Anders"
