"""Brackets, ends of sentences, marks of the language."""

import pytest

from frameworks.localization.checks import marks
from frameworks.localization.checks.pair import Pair


def seen(source, target, locale):
    return [(found.check, found.severity) for found in marks.check(Pair(source, target, locale))]


@pytest.mark.parametrize("source, target, locale", [
    ("Why?", "Warum?", "de"), ("Why?", "Pourquoi\u202f?", "fr"), ("Why?", "Pourquoi?", "fr_CA"),
    ("Why?", "¿Por qué?", "es"),
    ("Really?!", "¡¿De verdad?!", "es"), ("Why?", "Γιατί;", "el"), ("Why?", "なぜですか？", "ja"),
    ("In stock?", "在庫はありますか。", "ja"),
    ("Done.", "完了しました。", "ja"), ("Done.", "เสร็จแล้ว", "th"), ("Why?", "لماذا؟", "ar"),
    ("Yes, now.", "نعم، الآن.", "ar"),
    ("Done.", "हो गया।", "hi"), ("Wait…", "Warten...", "de"), ("Hi {name},", "Здравствуйте, {name}!", "ru"),
    (":)", ":)", "de"),
    ("a) first", "a) erstens", "de"), ("It's 10:30", "Il est 10:30", "fr"), ("<b>Why?</b>", "<b>Warum?</b>", "de"),
    ("Price (net)", "价格（净）", "zh_Hans"), ("https://a.example?x", "https://a.example?x", "fr"),
    ("Size: M", "Taille\u00a0: M", "fr"),
])  # fmt: skip
def test_what_the_language_does_is_left_alone(source, target, locale):
    assert seen(source, target, locale) == []


@pytest.mark.parametrize("source, target, locale, check", [
    ("Why?", "Warum.", "de", "end_punctuation"), ("Total:", "Summe", "de", "end_punctuation"),
    ("Now.", "现在", "zh_Hans", "end_punctuation"),
    ("(a)", "(a", "de", "brackets"), ("[a]", "a]", "de", "brackets"), ("(a)", "（a", "ja", "brackets"),
    ("Why?", "Pourquoi?", "fr", "language_punctuation"), ("Size: M", "Taille: M", "fr", "language_punctuation"),
    ("Why?", "Por qué?", "es", "language_punctuation"), ("Wow!", "Vaya!", "es", "language_punctuation"),
    ("Yes, now", "是的,现在", "zh_Hans", "language_punctuation"), ("Yes.", "はい.", "ja", "language_punctuation"),
    ("Why?", "لماذا?", "ar", "language_punctuation"), ("Why?", "Warum ?", "de", "language_punctuation"),
    ("Why?", "Γιατί?", "el", "language_punctuation"), ("Now.", "Jetzt。", "de", "language_punctuation"),
])  # fmt: skip
def test_marks_that_differ_are_found(source, target, locale, check):
    assert check in {key for key, _severity in seen(source, target, locale)}


def test_how_loudly_one_speaks_is_a_hint():
    assert seen("Thank you!", "Vielen Dank.", "de") == [("end_punctuation", "hint")]


def test_a_breaking_space_in_french_is_a_hint_with_its_repair():
    found = next(marks.check(Pair("Why?", "Pourquoi ?", "fr")))
    assert found.severity == "hint" and found.suggestion == "Pourquoi\u00a0?"
    assert next(marks.check(Pair("Why?", "Pourquoi?", "fr"))).suggestion == "Pourquoi\u202f?"
