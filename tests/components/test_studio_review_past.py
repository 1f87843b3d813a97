"""Differences between sources as markup."""

from components.studio_review_past import changes
from frameworks.localization.memory import difference


def test_what_went_and_what_came_is_marked_and_escaped():
    assert changes(difference("in <2> days", "in <3> days")) == "in &lt;<del>2</del><ins>3</ins>&gt; days"
