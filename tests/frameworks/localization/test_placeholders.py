from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.localization.placeholders import branches, closing, find_placeholders


@pytest.mark.parametrize("text, found", [
    ("{name} {0} {} {price:.2f} {a.b[0]}", ["{name}", "{0}", "{}", "{price:.2f}", "{a.b[0]}"]),
    ("{{ name }} ${x} {{user.name|upper}}", ["{{ name }}", "${x}", "{{user.name|upper}}"]),
    ("%s %d %(name)s %1$s %.2f %5d", ["%s", "%d", "%(name)s", "%1$s", "%.2f", "%5d"]),
    ("100%% 20% discount 50%d 5%de", []),
    ("{color: red} { } {a b} }{", []),
    ("{d, date, short} {n, number}", ["{d}", "{n}"]),
    ("{n, plural, one {# of {total}} other {%d of {total}}}", ["{n}", "{total}", "%d", "{total}"]),
    ("{n, plural, one {x", ["{n}"]),
    ("{g, select, her {Ms {name}} other {{name}}}", ["{g}", "{name}", "{name}"]),
])  # fmt: skip
def test_places_for_values_are_found(text, found):
    assert [one.text for one in find_placeholders(text)] == found


def test_the_words_of_a_branch_are_no_places():
    assert [one.text for one in find_placeholders("{n, plural, one {item} other {items}}")] == ["{n}"]


def test_branches_come_with_their_places():
    text = "{n, plural, =0 {none} one {# '{'} other {#}}"
    assert [(name, text[start:end]) for name, start, end in branches(text, 0) or ()] == [
        ("=0", "none"), ("one", "# '{'"), ("other", "#"),
    ]  # fmt: skip
    assert branches("{n, number}", 0) is None
    assert branches("{n, plural, one {a}", 0) is None


def test_a_brace_in_quotes_closes_nothing():
    assert closing("{a '}' b}", 0) == 8
    assert closing("{a", 0) is None


@given(st.text(alphabet="{}%$'#(), absplurone", max_size=200))
def test_nothing_upsets_it_and_places_are_where_they_say(text):
    for found in find_placeholders(text):
        assert 0 <= found.start < found.end <= len(text)
        if found.kind != "icu":
            assert text[found.start : found.end] == found.text


def test_deep_nesting_takes_no_long_time():
    find_placeholders("{n, plural, other {" * 500 + "}}" * 500)
    find_placeholders("{" * 20_000)
