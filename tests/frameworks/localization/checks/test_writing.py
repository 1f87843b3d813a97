"""Script, direction, characters."""

import pytest

from frameworks.localization.checks import writing
from frameworks.localization.checks.pair import Pair
from frameworks.localization.glossary import Term


def seen(source, target, locale):
    return [(found.check, found.severity) for found in writing.check(Pair(source, target, locale))]


@pytest.mark.parametrize("source, target, locale", [
    ("Café", "Größe für Ærø", "de"), ("USB cable", "USB-кабель", "ru"), ("Lumo", "Lumo", "ar"), ("PDF", "PDF", "ja"),
    ("Total", "合計", "ja"), ("Sum", "Zbir", "sr_Latn"), ("Sum", "Збир", "sr"), ("Order", "訂單", "zh_TW"),
    ("Order", "订单", "zh"),
    ("Word", "می‌خواهم", "fa"), ("👨‍👩‍👧", "👨‍👩‍👧", "de"), ("5 €", "5\u00a0€", "de"), ("Ω 5", "Ω 5", "de"),
    ("", "", "ja"),
    ("Tea (茶)", "Tee (茶)", "de"), ("Isolated", "\u2068Lumo\u2069 جديد", "ar"),
])  # fmt: skip
def test_what_belongs_is_left_alone(source, target, locale):
    assert seen(source, target, locale) == []


@pytest.mark.parametrize("source, target, locale, check", [
    ("Choose a size", "Vyberite razmer", "ru", "script"), ("Pay", "Zаhlen", "de", "script"),
    ("Gift", "ギフト包装", "ko", "script"),
    ("Order", "订单号码", "zh_Hant", "script"), ("Order", "訂單號碼", "zh_Hans", "script"),
    ("Order", "Заказать", "de", "script"),
    ("a", "a\u200bb", "de", "characters"), ("a", "a\ufffdb", "de", "characters"), ("a", "fÃ¼r", "de", "characters"),
    ("a", "donâ€™t", "de", "characters"), ("a", "x\ue000", "de", "characters"), ("a", "b\u202ec", "de", "direction"),
    ("a", "\u2067ب", "ar", "direction"), ("a", "\u2067b\u2069", "de", "direction"),
    ("a", "جـــديد", "ar", "characters"),
])  # fmt: skip
def test_what_does_not_belong_is_found(source, target, locale, check):
    assert check in {key for key, _severity in seen(source, target, locale)}


def test_protected_names_may_be_in_any_script():
    assert list(writing.check(Pair("Lumo", "Lumo Лайт", "ru", glossary=(Term("Lumo"),)))) == []


def test_hidden_characters_come_with_their_removal():
    assert next(writing.check(Pair("a", "a\u200bb", "de"))).suggestion == "ab"
    assert next(writing.check(Pair("a", "b\u202ec", "de"))).suggestion == "bc"


def test_varieties_of_chinese():
    assert [writing.traditional(code) for code in ("zh", "zh_TW", "zh_HK", "zh_Hans_HK", "zh_SG", "ja")] == [
        False, True, True, False, False, None,
    ]  # fmt: skip


def test_a_simplified_and_a_traditional_character_are_two():
    assert not writing._SIMPLE & writing._TRADITIONAL
