"""Placeholders filled and isolated, plurals chosen, tags told from words, direction kept within the text."""

from __future__ import annotations

from datetime import datetime

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from frameworks.localization.placeholders import find_placeholders
from frameworks.localization.scenes.filling import balanced, filled, flat, name_of
from frameworks.localization.scenes.model import Run

NOON = datetime(2026, 11, 22, 12, 40)


def put(text, locale="de_DE", count=3):
    """The pieces of a text whose values are their names in capitals."""
    return filled(text, Locale.parse(locale), lambda name: name.upper(), lambda _: count, NOON)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hi {name}!", "Hi [NAME]!"),
        ("{{ name }} and ${sum}", "[NAME] and [SUM]"),
        ("%(days)d days, %d%% off", "[DAYS] days, [%D]% off"),
        ("{} of {0}", "[{}] of [0]"),
        ("100% sure", "100% sure"),
        ("{{7*7}} ${7*7} {%raw%} #{y}", "{{7*7}} ${7*7} {%raw%} #[Y]"),
    ],
)
def test_values_stand_between_isolates(text, shown):
    assert flat(put(text)[0]).replace("\u2068", "[").replace("\u2069", "]") == shown


@pytest.mark.parametrize(
    ("locale", "count", "shown"),
    [("en", 1, "[1] bag"), ("en", 3, "[3] bags"), ("pl", 3, "[3] torby"), ("pl", 5, "[5] toreb"), ("ar_EG", 3, "[٣] أكياس")],
)
def test_the_plural_of_the_language_is_chosen(locale, count, shown):
    texts = {
        "en": "{n, plural, one {# bag} other {# bags}}",
        "pl": "{n, plural, one {# torba} few {# torby} many {# toreb} other {# torby}}",
        "ar_EG": "{n, plural, one {كيس} few {# أكياس} other {# كيس}}",
    }
    runs, sound = put(texts[locale], locale, count)
    assert sound and flat(runs).replace("\u2068", "[").replace("\u2069", "]") == shown


def test_icu_dates_choices_and_names_within_branches():
    runs, sound = put("{d, date, long} {g, select, female {she} other {they}} {n, plural, other {{who} has # '#'}}", "en")
    assert sound and flat(runs) == "November 22, 2026 they \u2068WHO\u2069 has \u20683\u2069 #"


def test_a_broken_message_stays_as_it_is():
    runs, sound = put("{n, plural, one {x")
    assert not sound and flat(runs) == "{n, plural, one {x"


def test_pairs_of_tags_become_styles_and_others_stay_words():
    assert put("Get <b>10% off</b> now")[0] == (Run("Get "), Run("10% off", style="strong"), Run(" now"))
    assert put('<a href="https://x.example">terms</a><br>x')[0] == (Run("terms", style="link"), Run("\n"), Run("x"))
    for text in ("<b>open", "</b>shut", "<b><i>x</b></i>", "<script>alert(1)</script>", "a < b > c"):
        assert flat(put(text)[0]) == text
    assert put("Oat &amp; honey &nope;")[0] == (Run("Oat & honey &nope;"),)


def test_what_turns_the_direction_ends_within_the_text():
    assert balanced("a\u202eb") == "a\u202eb\u202c" and balanced("a\u2069b\u202c") == "ab"


@given(st.text(alphabet="ab{}$%#<>/&;'\"\u2068\u2069\u202e\u202c\ufdd0\ufdd1 1", max_size=40))
def test_any_text_is_filled_without_fault_and_its_turns_end(text):
    runs, _ = put(text)
    assert all("\ufdd0" not in run.text and "\ufdd1" not in run.text for run in runs)
    shown = flat(runs)
    assert shown.count("\u2068") == shown.count("\u2069") and shown.count("\u202e") == shown.count("\u202c")


def test_names():
    assert [name_of(one) for one in find_placeholders("{a.b} %s ${c}")] == ["a.b", "", "c"]
