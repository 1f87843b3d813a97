from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.localization.plural_message import branch, plural_forms, plural_message, spoken


def test_a_message_comes_apart_and_together():
    message = "{n, plural, =0 {none} one {# bag} other {# bags}}"
    assert plural_forms(message) == ("n", {"=0": "none", "one": "# bag", "other": "# bags"})
    assert plural_message(*plural_forms(message)) == message


@pytest.mark.parametrize("text", [
    "bags", "{n}", "You have {n, plural, other {#}}", "{n, plural, other {#}} left", "{n, plural, offset:1 other {#}}",
    "{n, plural, one {a} one {b} other {c}}", "{n, select, other {#}}", "{n, plural, other {#}", "{n, plural, }",
])  # fmt: skip
def test_what_is_no_plural_alone_is_left_whole(text):
    assert plural_forms(text) is None


def test_a_branch_says_its_number_by_name():
    assert spoken("# of '#'1 {x}", "count") == "{count} of #1 {x}"
    assert branch("{count} of #1 {x}", "count") == "# of '#'1 {x}"


@given(st.text(alphabet="ab#{}'{n}%d ", max_size=30))
def test_a_text_made_a_branch_is_spoken_as_it_was(text):
    assert "'" in text or spoken(branch(text, "n"), "n") == text
