"""The glossary kept."""

import pytest

from frameworks.localization.checks import terms
from frameworks.localization.checks.pair import Pair
from frameworks.localization.glossary import Term

GLOSSARY = (
    Term("Lumo"), Term("cart", "preferred", text="Warenkorb"), Term("cheap", "forbidden", text="billig"),
    Term("", "forbidden", text="Kunde"),
)  # fmt: skip


def seen(source, target, locale="de", glossary=GLOSSARY):
    return [(found.check, found.severity) for found in terms.check(Pair(source, target, locale, glossary=glossary))]


@pytest.mark.parametrize("source, target", [
    ("Lumo lamp", "Lumo-Lampe"), ("Your cart", "Ihr Warenkorb"), ("Two carts", "Zwei Warenkörbe: Warenkor"),
    ("cartoon", "Zeichentrick"),
    ("cheap", "günstig"), ("write to help@lumo.example", "help@lumo.example"), ("Lumo sale", "LUMO AKTION"), ("x", ""),
    ("of the cart", "des Warenkorbs"),
])  # fmt: skip
def test_kept_terms_are_left_alone(source, target):
    assert seen(source, target) == []


@pytest.mark.parametrize("source, target, severity", [
    ("Lumo lamp", "Lampe", "error"), ("Lumo lamp", "lumo-Lampe", "error"), ("Your cart", "Ihr Korb", "warning"),
    ("cheap lamps", "billige Lampen", "warning"), ("Dear buyer", "Lieber Kunde", "warning"),
])  # fmt: skip
def test_broken_terms_are_found(source, target, severity):
    assert seen(source, target) == [("glossary", severity)]


def test_terms_in_languages_without_spaces():
    glossary = (Term("cart", "preferred", "ja", "カート"),)
    assert seen("View cart", "カートを見る", "ja", glossary) == []
    assert seen("View cart", "かごを見る", "ja", glossary) == [("glossary", "warning")]


def test_a_changed_name_comes_with_its_repair():
    assert next(terms.check(Pair("Lumo lamp", "lumo-Lampe", "de", glossary=GLOSSARY))).suggestion == "Lumo-Lampe"
