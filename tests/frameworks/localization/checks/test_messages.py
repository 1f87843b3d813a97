"""ICU messages: syntax, plural forms, choices."""

import pytest

from frameworks.localization.checks import messages
from frameworks.localization.checks.pair import Pair
from frameworks.localization.items import Item

BAGS = "{n, plural, one {# bag} other {# bags}}"


def seen(source, target, locale, plural=False):
    item = Item("k", source, plural=plural)
    return [(found.check, found.severity) for found in messages.check(Pair(source, target, locale, item))]


@pytest.mark.parametrize("locale, target", [
    ("de", "{n, plural, one {# Tasche} other {# Taschen}}"), ("ja", "{n, plural, other {バッグ#点}}"),
    ("ru", "{n, plural, one {# сумка} few {# сумки} many {# сумок} other {# сумки}}"),
    ("de", "{n, plural, =1 {eine Tasche} other {# Taschen}}"), ("es", "{n, plural, one {# bolso} other {# bolsos}}"),
    ("es", "{n, plural, one {# bolso} many {# de bolsos} other {# bolsos}}"), ("ja", "バッグ{n}点"), ("de", ""),
])  # fmt: skip
def test_whole_messages_are_left_alone(locale, target):
    assert [kind for kind in seen(BAGS, target, locale) if kind[1] != "warning"] == []


@pytest.mark.parametrize("locale, target, check", [
    ("pl", "{n, plural, one {# torba} other {# torby}}", "plural_forms"), ("de", "# Taschen", "plural_forms"),
    ("ar", "{n, plural, one {حقيبة} other {# حقيبة}}", "plural_forms"),
    ("de", "{n, plural, one {# Tasche}}", "icu_syntax"),
    ("de", "{n, plural, one {# Tasche} other {# Taschen}", "icu_syntax"),
    ("de", "{n, plural one {x} other {y}}", "icu_syntax"),
    ("ru", "{n, plural, =1 {# сумка} few {# сумки} many {# сумок} other {# сумки}}", "plural_forms"),
])  # fmt: skip
def test_broken_messages_are_found(locale, target, check):
    assert check in {kind for kind, severity in seen(BAGS, target, locale) if severity == "error"}


def test_one_without_a_number_is_wrong_where_one_means_21():
    assert seen(BAGS, "{n, plural, one {одна сумка} few {# сумки} many {# сумок} other {# сумки}}", "ru") == [
        ("plural_forms", "warning")
    ]
    assert seen(BAGS, "{n, plural, one {eine Tasche} other {# Taschen}}", "de") == []


def test_forms_that_never_come_up_are_a_hint():
    assert seen(BAGS, "{n, plural, one {# 点} other {# 点}}", "ja") == [("plural_forms", "hint")]


def test_names_of_choices_are_not_translated():
    source = "{who, select, male {his} female {her} other {their}} bag"
    assert seen(source, "{who, select, male {seine} female {ihre} other {ihre}} Tasche", "de") == []
    assert seen(source, "{who, select, mann {seine} female {ihre} other {ihre}} Tasche", "de") == [("plural_forms", "error")] * 2


def test_an_item_marked_plural_must_be_readable():
    assert seen("{n} bags", "{n Taschen", "de", plural=True) == [("icu_syntax", "error")]


def test_needed_forms_are_those_of_whole_numbers():
    assert messages.needed_forms("ar") == ("zero", "one", "two", "few", "many", "other")
    assert messages.needed_forms("pl") == ("one", "few", "many") and messages.needed_forms("fr") == ("one", "other")
