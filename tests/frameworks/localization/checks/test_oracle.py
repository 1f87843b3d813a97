"""Every fault that translate-toolkit's filters flag in a seeded text is flagged here too."""

from __future__ import annotations

import pytest

filters = pytest.importorskip("translate.filters.checks")
from translate.storage import base  # noqa: E402

from bench.checks import phrase_pairs  # noqa: E402
from frameworks.localization.checks import check  # noqa: E402

SAME = {
    "placeholders": {"placeholders"}, "printf": {"placeholders"}, "pythonbraceformat": {"placeholders"},
    "variables": {"placeholders"}, "xmltags": {"tags"}, "urls": {"urls"}, "numbers": {"numbers", "units", "number_format"},
    "endpunc": {"end_punctuation"}, "untranslated": {"empty"}, "blank": {"empty"}, "unchanged": {"same_as_source"},
    "doublewords": {"doubled_word"}, "emails": {"emails"}, "brackets": {"brackets", "placeholders"}, "long": {"too_long"},
    "short": {"too_short"}, "startwhitespace": {"edge_space"}, "endwhitespace": {"edge_space"},
    "doublespacing": {"double_space"}, "newlines": {"line_breaks"}, "startcaps": {"first_letter"},
}  # fmt: skip
"""The checks here that look for what a filter there looks for."""

SEEDED = [
    ("placeholder", "Hello {name}, your parcel is here.", "Hallo, Ihr Paket ist da."),
    ("renamed", "Total: {amount}", "Summe: {betrag}"),
    ("printf type", "You have %d points.", "Sie haben %s Punkte."),
    ("printf lost", "Page %d of %d", "Seite %d"),
    ("tag", "Read <b>this</b> first.", "Lesen Sie <b>das zuerst."),
    ("url", "See https://lumo.example/help", "Siehe https://lumo.example.org/hilfe"),
    ("number", "Returns within 30 days", "Rückgabe innerhalb von 14 Tagen"),
    ("end stop", "Your order is on its way.", "Ihre Bestellung ist unterwegs"),
    ("question", "Are you sure?", "Sind Sie sicher."),
    ("empty", "Search", ""),
    ("blank", "Search", "  "),
    ("unchanged", "Choose your delivery date", "Choose your delivery date"),
    ("doubled", "The parcel is here.", "Das Paket ist ist da."),
    ("e-mail", "Write to help@lumo.example", "Schreiben Sie an hilfe@lumo.example"),
    ("bracket", "Price (with tax)", "Preis (mit Steuer"),
    ("leading space", "Search", " Suche"),
    ("trailing space", "Search ", "Suche"),
    ("double space", "Free delivery today", "Heute kostenlose  Lieferung"),
    ("line break", "Name\nCity", "Name Ort"),
    ("capital", "Delivery", "lieferung"),
    ("long", "Pay", "Bitte bezahlen Sie jetzt Ihre gesamte Bestellung, damit wir sie noch heute verschicken können"),
]


def flagged(source: str, target: str, language: str = "de") -> set[str]:
    """Return the names of translate-toolkit's filters that a pair sets off, of those known above."""
    checker = filters.StandardChecker(filters.CheckerConfig(targetlanguage=language))
    unit = base.TranslationUnit(source)
    unit.target = target
    listed = filters.StandardUnitChecker(checkerconfig=filters.CheckerConfig(targetlanguage=language))
    return (set(checker.run_filters(unit)) | set(listed.run_filters(unit))) & set(SAME)


@pytest.mark.parametrize("what, source, target", SEEDED, ids=[row[0] for row in SEEDED])
def test_what_the_oracle_flags_is_flagged(reference, what, source, target):
    theirs = flagged(source, target)
    ours = {finding.check for finding in check(source, target, "de", reference=reference)}
    missed = {name for name in theirs if not SAME[name] & ours}
    assert ours, what
    assert theirs or what in ("renamed", "leading space", "trailing space"), what
    assert not missed, (theirs, ours)


def faults(source: str, target: str) -> list[tuple[str, str]]:
    """Return the pair with one fault each."""
    made = [("space", f" {target}"), ("bracket", f"{target} (")]
    if word := next((word for word in target.split() if word.isalpha() and len(word) > 3), None):
        made.append(("doubled", target.replace(word, f"{word} {word}", 1)))
    if "{" in target:
        made.append(("placeholder", target.replace("{", "", 1).replace("}", "", 1)))
    return made


def test_faults_seeded_into_good_phrases_are_found(reference):
    kinds = {"doubled": "doubled_word", "space": "edge_space", "bracket": "brackets", "placeholder": "placeholders"}
    doubling = ("vi", "th", "zh", "ja", "id", "ms", "fil", "sw", "hi", "bn")
    missed = []
    for source, target, language in phrase_pairs(reference)[::40]:
        for kind, broken in faults(source, target):
            ours = {finding.check for finding in check(source, broken, language)}
            if kinds[kind] not in ours and not (kind == "doubled" and language.partition("_")[0] in doubling):
                missed.append((kind, language, broken))
    assert len(missed) <= 3, missed
