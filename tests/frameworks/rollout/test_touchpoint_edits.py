"""What a team makes of the touchpoints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from frameworks.labels import Sentence
from frameworks.rollout.touchpoint_edits import LONGEST, Edit, TouchpointError, checked, kept
from frameworks.rollout.touchpoints import STAGES, SUBJECTS, Note

FIRST = Note("discover", "channels", "", "fact", Sentence("a"), "x")
SECOND = Note("pay", "payments", "web", "advice", Sentence("b"))


def own(**change):
    return Edit(**{"number": 7, "market": "DEU", "key": "", "stage": "buy", "subject": "rules", "channel": "", "text": "ours",
                   **change})  # fmt: skip


def test_the_teams_words_stand_beside_the_notes():
    found = kept([FIRST, SECOND], [own(), own(number=8, key=SECOND.key, stage="pay", subject="payments", text="b2", hidden=True)])
    assert [(one.stage, one.text, one.hidden) for one in found] == [
        ("discover", "", False), ("buy", "ours", False), ("pay", "b2", True),
    ]  # fmt: skip
    assert found[1].note is None and found[0].edit is None


def test_words_on_a_note_that_is_gone_stay_and_a_note_put_away_that_is_gone_goes():
    found = kept([FIRST], [own(key="gone"), own(number=9, key="gone too", text="", hidden=True)])
    assert [one.text for one in found] == ["", "ours"]


@pytest.mark.parametrize(
    "change", [{"stage": "x"}, {"subject": "<b>"}, {"channel": "fax"}, {"text": " "}, {"text": "x" * (LONGEST + 1)}]
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(change):
    with pytest.raises(TouchpointError) as error:
        checked(own(**change))
    assert str(error.value).endswith(".")


@given(some.text(max_size=LONGEST), some.sampled_from(list(STAGES)), some.sampled_from(list(SUBJECTS)))
def test_a_text_is_kept_clean_or_refused(text, stage, subject):
    try:
        found = checked(own(text=text, stage=stage, subject=subject))
    except TouchpointError:
        assert not "".join(text.split()).strip() or not text.isprintable()
        return
    assert found.text == " ".join(found.text.split()) and "\0" not in found.text and checked(found) == found
