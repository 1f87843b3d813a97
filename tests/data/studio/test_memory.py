"""The memory finds the same and the like, of the right languages, and forgets what it is told to."""

from __future__ import annotations

import pytest

from data.store import Workspace
from data.studio import memory as module
from frameworks.localization.memory import Remembered

PAIRS = (
    Remembered("Free shipping from {amount}", "Versandkostenfrei ab {amount}", "product", "Ann", "2026-01-01"),
    Remembered("Free shipping from {total}", "Gratisversand ab {total}", "ad", "", "2026-01-02"),
    Remembered("Checkout", "Kasse", "checkout", "Ann", "2026-01-01"),
    Remembered("Checkout", "Bezahlen", "email", "", "2026-01-03"),
    Remembered(" ", "nothing"),
)


@pytest.fixture
def memory(workspace):
    made = workspace.studio.memory
    assert made.remember(PAIRS, "en", "de") == 4
    return made


def found(memory, source, locale="de", **how):
    return [(one.text, one.score) for one in memory.suggest(source, "en", locale, **how)]


def test_exact_hits_show_all_senses_the_reviewed_one_first(memory):
    assert found(memory, "Checkout") == [("Kasse", 100), ("Bezahlen", 100)]
    assert found(memory, "Checkout", limit=1) == [("Kasse", 100)]
    assert found(memory, "Checkout", "fr") == []
    assert memory.suggest("Checkout", "es", "de") == ()


def test_fuzzy_hits_reach_the_floor_and_show_what_differs(memory):
    (best, second) = memory.suggest("Free shipping from {total}!", "en", "de")
    assert (best.text, second.text) == ("Gratisversand ab {total}", "Versandkostenfrei ab {amount}")
    assert 85 <= second.score <= best.score < 100
    assert second.alarms == ("placeholders",)
    assert [span.text for span in best.difference if span.kind == "added"] == ["!"]
    assert found(memory, "Free returns within 30 days") == []
    assert found(memory, "Free shipping from {total}!", floor=100) == []


def test_the_index_follows_every_change(memory, tmp_path):
    assert found(memory, "Check out") == [("Kasse", pytest.approx(94.1, abs=0.1)), ("Bezahlen", pytest.approx(94.1, abs=0.1))]
    memory.forget("Checkout", "Kasse", "en", "de")
    Workspace(tmp_path).studio.memory.remember([Remembered("Check-out", "Auschecken")], "EN", "de")
    assert [text for text, _ in found(memory, "Check out")] == ["Bezahlen", "Auschecken"]
    memory.erase()
    assert found(memory, "Check out") == [] and memory.count() == 0


def test_the_same_pair_is_kept_once_with_its_last_reviewer(memory):
    memory.remember([Remembered("Checkout", "Bezahlen", "email", "Bob")], "en", "de")
    assert memory.count() == 4
    assert [pair.reviewer for pair in memory.pairs("en", "de")][-1] == "Bob"


def test_the_index_can_be_made_beforehand(memory):
    memory.get_ready("en", "de")
    assert len(memory._indexes["en", "de"][1]) == 4


def test_only_so_many_languages_are_kept_ready(memory, monkeypatch):
    monkeypatch.setattr(module, "MOST_INDEXES", 2)
    for locale in ("fr", "it", "es", "de"):
        found(memory, "Check out", locale)
    assert [locale for _, locale in memory._indexes] == ["es", "de"]


def test_it_says_whether_an_index_is_there_or_soon_made(studio, monkeypatch):
    assert studio.memory.is_ready("en", "de")
    monkeypatch.setattr("data.studio.memory.SOON", -1)
    assert not studio.memory.is_ready("en", "de")
    studio.memory.get_ready("en", "de")
    assert studio.memory.is_ready("en", "de") and not studio.memory.is_ready("en", "ja")
