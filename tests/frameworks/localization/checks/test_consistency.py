"""One source, one translation."""

from frameworks.localization.checks.consistency import by_source, check
from frameworks.localization.checks.pair import Pair

OTHERS = by_source([("Send", "Senden"), ("send", "Abschicken"), ("Cancel", "Abbrechen"), ("Back", " ")])


def test_another_translation_is_found_and_suggested():
    assert [found.suggestion for found in check(Pair("SEND", "abschicken", "de", others=OTHERS))] == ["Senden"]
    assert list(check(Pair("Cancel", "abbrechen ", "de", others=OTHERS))) == []
    assert list(check(Pair("Back", "Zurück", "de", others=OTHERS))) == list(check(Pair("Send", "x", "de"))) == []
