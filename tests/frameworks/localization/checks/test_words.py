"""Empty, untranslated and doubled words."""

import pytest

from frameworks.localization.checks import words
from frameworks.localization.checks.pair import Pair
from frameworks.localization.glossary import Term


def seen(source, target, locale="de", glossary=()):
    return [(found.check, found.severity) for found in words.check(Pair(source, target, locale, glossary=glossary))]


@pytest.mark.parametrize("source, target, locale", [
    ("Newsletter", "Newsletter", "de"), ("PDF", "PDF", "ja"), ("Colour", "Colour", "en_GB"), ("", "", "de"),
    ("{name}", "{name}", "ru"),
    ("you pay", "weil die die Ware kaufen", "de"), ("You rest", "Vous vous reposez", "fr"),
    ("pretty", "xinh xinh", "vi"),
    ("Visa and Mastercard", "Visa und Mastercard", "de"), ("iPhone case", "iPhone-Hülle", "de"),
    ("{n} left", "noch {n}", "de"),
    ("The new Blue Moon lamp", "Die neue Lampe Blue Moon", "de"), ("very very good", "sehr sehr gut", "de"),
])  # fmt: skip
def test_what_is_right_is_left_alone(source, target, locale):
    assert seen(source, target, locale) == []


@pytest.mark.parametrize("source, target, locale, expected", [
    ("Search", "", "de", ("empty", "error")), ("Search", " \n", "de", ("empty", "error")),
    ("Add to cart", "Add to cart", "de", ("same_as_source", "warning")),
    ("Checkout", "Checkout", "ja", ("same_as_source", "warning")),
    ("Checkout", "Checkout", "de", ("same_as_source", "hint")),
    ("the parcel", "das Paket Paket", "de", ("doubled_word", "warning")),
    ("Free", "مجانًا مجانًا", "ar", ("doubled_word", "warning")),
    ("Delivery", "lieferung", "de", ("first_letter", "hint")),
    ("Pay with a saved card now", "Mit einer saved card now zahlen", "de", ("untranslated_part", "warning")),
    ("track your parcel", "ここでtrack your parcel", "ja", ("untranslated_part", "warning")),
])  # fmt: skip
def test_faults_are_found(source, target, locale, expected):
    assert expected in seen(source, target, locale)


def test_protected_names_are_no_untranslated_words():
    names = (Term("Lumo Living Room"),)
    assert seen("Lumo Living Room", "Lumo Living Room", glossary=names) == []
    assert seen("The Lumo living room lamp", "Die Lampe Lumo living room", glossary=names) == []


def test_repairs():
    doubled = next(words.check(Pair("a parcel", "ein ein Paket", "de")))
    assert doubled.suggestion == "ein Paket" and (doubled.start, doubled.end) == (0, 7)
    assert next(words.check(Pair("Delivery", "lieferung", "de"))).suggestion == "Lieferung"
