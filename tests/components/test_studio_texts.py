"""The studio's texts as markup: bars, rows and findings, with hostile words in every field."""

from collections import Counter

import pytest

from components import studio_texts, studio_texts_forms
from data.studio import Row
from data.translate import Summary
from frameworks.labels import Sentence
from frameworks.localization.finding import Finding
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item, Translation
from frameworks.localization.states import progress_of

ATTACK = '"><img src=x onerror=alert(1)>'


def test_a_bar_tells_what_is_approved_made_missing_and_stale():
    counted = Counter({("product", "approved"): 1, ("product", "draft"): 1, ("product", "missing"): 1, ("product", "stale"): 1})
    told = studio_texts.bar(progress_of(counted, "de"))
    assert "25% approved · 50% with a text · 1 missing · 1 stale" in told
    assert "--share:50.0%" in told and "--share:25.0%" in told


def test_a_locale_without_texts_has_an_empty_bar():
    assert "0% approved" in studio_texts.bar(progress_of({}, "de"))


@pytest.mark.parametrize("made", [None, Translation("k", ATTACK, ATTACK, origin="engine:" + ATTACK)])
def test_a_row_escapes_everything(made):
    item = Item(ATTACK, ATTACK, ATTACK, source_language=ATTACK)
    told = studio_texts.row(Row(item, made, "draft" if made else "missing"))
    assert "<img" not in told and '="">' not in told


def test_a_long_text_is_cut_in_the_list():
    assert len(studio_texts.row(Row(Item("k", "x" * 20_000), None, "missing"))) < 1_200


def test_the_same_thing_said_of_two_markets_stands_once():
    one = Finding("sport", "warning", Sentence("A picture."), 0, 4, "Say it plainly.", "DEU", ATTACK, "judgement", 2026)
    told = studio_texts.points({"DEU": [one], "JPN": [one]})
    assert len(told) == 1
    assert "Germany and Japan" in told[0] and "Try: Say it plainly." in told[0] and "<img" not in told[0]


def test_what_filling_in_came_to_names_origins_and_what_waits():
    told = studio_texts.drafted(Summary(5, {"memory": 1, "phrases": 2}, 2))
    assert told == "3 drafts filled in (1 from your memory and 2 from the phrase pack). 2 wait for a person or an engine."
    assert studio_texts.drafted(Summary(0)) == "0 drafts filled in."


def test_a_term_is_escaped():
    assert "<img" not in studio_texts_forms.told(Term(ATTACK, "forbidden", "de", ATTACK))


@pytest.mark.parametrize("typed, code", [("es-mx", "es_MX"), ("DE", "de"), ("zh-hant-tw", "zh_Hant_TW")])
def test_a_language_that_was_typed_is_written_as_the_project_does(typed, code):
    assert studio_texts_forms.language_code(typed) == code


@pytest.mark.parametrize("typed", ["zz", "not a code", "", None, "english", "<b>"])
def test_a_language_that_is_none_is_refused(typed):
    with pytest.raises(Sentence, match="language"):
        studio_texts_forms.language_code(typed)
