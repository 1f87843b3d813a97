"""Field checks, where ``test_scenario`` does not reach them."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.scoring import scenario_fields as fields


@given(st.text(max_size=150))
def test_cleaned_text_is_one_plain_line_and_stays_as_it_is(text):
    clean = fields.plain_text("name", text)
    assert clean == fields.plain_text("name", clean)
    assert not set(clean) & set("\x00\n\r\t\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    clean.encode()


@given(st.floats() | st.integers() | st.text(max_size=3) | st.booleans() | st.none())
def test_a_number_lies_in_range_or_is_refused(value):
    found = 0.0
    with contextlib.suppress(fields.ScenarioError):
        found = fields.check_number("cut", value, 100.0)
    assert 0 <= found <= 100
    assert str(found)[0] != "-"


def test_what_is_shown_of_a_foreign_value_is_short_and_plain():
    assert fields.shown("\u202eabc\n" + "x" * 500) == repr("abc " + "x" * 36 + "…")
    assert str(fields.shown([1])) == "a list"
    assert str(fields.kind_of(object())) == "something else"


@pytest.mark.parametrize("version", ["a b", "x" * 129, None, "<b>", "é"])
def test_versions_are_short_and_plain(version):
    with pytest.raises(fields.ScenarioError, match="data_version"):
        fields.check_version("data_version", version)
