"""The guard of phrasing: what it marks, what it lets pass, and that none of our own texts needs it."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from frameworks.culture.phrasing import KINDS, LONGEST, trait_of_persons
from tests.frameworks.culture.phrasing_examples import BAD, FRESH_BAD, FRESH_GOOD, GOOD, HARD_BAD, HARD_GOOD

ROOT = Path(__file__).resolve().parents[3]
CATALOGUE = ROOT / "components" / "locale" / "es.po"
NOT_PROSE = {"source", "reference", "words", "entry", "url", "iso3", "key"}
SHOWN_AS_WRONG = {"They always want a guarantee", "A typical buyer there distrusts new brands until somebody recommends them",
                  "Buyers there are cautious"}  # fmt: skip
"""Wrong answers of the quiz question which sentence may stand in guidance."""


def test_there_are_enough_labelled_sentences_and_none_twice():
    assert len(BAD) >= 60 and len(GOOD) >= 60
    assert len(set(BAD) | set(GOOD)) == len(BAD) + len(GOOD)


def test_precision_and_recall_on_the_labelled_sentences(capsys):
    hit = [text for text in BAD if trait_of_persons(text)]
    wrong = [text for text in GOOD if trait_of_persons(text)]
    precision, recall = len(hit) / (len(hit) + len(wrong)), len(hit) / len(BAD)
    with capsys.disabled():
        print(f"\nguard of phrasing: precision {precision:.2f}, recall {recall:.2f} ({len(BAD)} bad, {len(GOOD)} good)")
    assert wrong == []
    assert [text for text in BAD if text not in hit] == []


@pytest.mark.parametrize("name, bad, good", [("hard", HARD_BAD, HARD_GOOD), ("fresh", FRESH_BAD, FRESH_GOOD)])
def test_how_far_it_reaches_on_sentences_it_was_not_written_for(name, bad, good, capsys):
    hit, wrong = [text for text in bad if trait_of_persons(text)], [text for text in good if trait_of_persons(text)]
    precision, recall = len(hit) / (len(hit) + len(wrong)), len(hit) / len(bad)
    with capsys.disabled():
        print(f"\nguard, {name} sentences: precision {precision:.2f}, recall {recall:.2f} ({len(bad)} bad, {len(good)} good)")
    assert precision >= 0.75 and recall >= 0.6


def test_each_finding_says_where_what_and_what_instead():
    for text in BAD:
        for one in trait_of_persons(text):
            assert one.check == "trait" and one.severity in ("warning", "hint")
            assert 0 <= one.start < one.end <= len(text)
            assert one.message.values["words"] in " ".join(text.split())
            assert one.suggestion in {instead for _told, instead in KINDS.values()}


def test_a_hedged_sentence_on_a_people_is_a_hint_and_an_unhedged_one_a_warning():
    assert [one.severity for one in trait_of_persons("Germans tend to be punctual.")] == ["hint"]
    assert [one.severity for one in trait_of_persons("Germans are punctual.")] == ["warning"]


def test_every_place_of_a_text_is_marked_once():
    text = "Germans are punctual. Prices include tax. Italy is chaotic! Where the average lies lower, buyers tend to wait."
    found = trait_of_persons(text)
    assert [text[one.start : one.end] for one in found] == ["Germans are", "Italy is chaotic"]


@pytest.mark.parametrize("text", ["", " ", "\x00", "🙂", "…", "a" * 100_000, "Germans " * 5000, "the the the " * 4000, "ß’–" * 300])
def test_hostile_text_is_read_quickly(text):
    begun = time.perf_counter()
    trait_of_persons(text)
    assert time.perf_counter() - begun < 3


def test_what_lies_beyond_the_longest_is_not_read():
    assert trait_of_persons("x " * LONGEST + "Germans are punctual.") == ()


@given(st.text(max_size=300))
def test_it_never_raises_and_gives_places_inside_the_text(text):
    for one in trait_of_persons(text):
        assert 0 <= one.start < one.end <= len(text)


@given(st.sampled_from(BAD), st.sampled_from(GOOD))
def test_good_sentences_around_do_not_hide_a_bad_one(bad, good):
    assert trait_of_persons(f"{good} {bad} {good}")


# --- our own texts ----------------------------------------------------------------------------------


def _marked(texts):
    once = {text: where for where, text in texts}
    return [(where, one.message.values["words"], text[:160]) for text, where in once.items() for one in trait_of_persons(text)]


def _tables():
    for path in sorted((ROOT / "data" / "reference").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                for column, text in row.items():
                    if column not in NOT_PROSE and text and " " in text and text not in SHOWN_AS_WRONG:
                        yield f"{path.name}:{column}", text


def test_no_table_of_ours_speaks_of_what_persons_are():
    texts = list(_tables())
    for name in ("implications.csv:advice", "lint_words.csv:advice", "semiotics.csv:meaning", "incidents.csv:situation",
                 "incident_options.csv:why", "quiz_questions.csv:why"):  # fmt: skip
        assert any(where == name for where, _text in texts), name
    assert _marked(texts) == []


def test_no_text_of_the_interface_speaks_of_what_persons_are():
    with CATALOGUE.open("rb") as source:
        catalogue = read_po(source, locale="es")
    texts = [
        (", ".join(name for name, _line in message.locations[:1]), text)
        for message in catalogue
        for text in (message.id if isinstance(message.id, (tuple, list)) else (message.id,))
        if text and text not in SHOWN_AS_WRONG
    ]
    assert len(texts) > 3000
    assert _marked(texts) == []


def test_no_text_in_the_code_of_frameworks_and_pages_speaks_of_what_persons_are():
    marked = re.compile(r"""\b(?:N_|_)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)""")
    texts = []
    for room in ("frameworks", "components", "pages", "data"):
        for path in sorted((ROOT / room).rglob("*.py")):
            if path.name != "phrasing.py":  # its own words quote what it looks for
                for found in marked.finditer(path.read_text(encoding="utf-8")):
                    text = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found[1]))
                    texts.append((path.name, text))
    assert len(texts) > 1500
    assert _marked(texts) == []


def test_no_document_speaks_of_what_persons_are():
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
    assert _marked([(page.name, page.read_text(encoding="utf-8")) for page in pages]) == []
