"""Protected words leave as codes and come back whole, or the answer is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.translate.masks import Masked, masked, protected_places, put_back
from frameworks.localization.glossary import Term

TERMS = (Term("Acme", exact=True), Term("Acme Bath Co"), Term("Tea", "preferred", "", "Tee"), Term("O’Neil & Sons"))


def test_only_protected_words_are_taken_out_the_longest_first():
    sent = masked("Acme Bath Co and Acme: Tea by O’Neil & Sons", TERMS, "en")
    assert (sent.text, sent.kept) == ("QZX1 and QZX2: Tea by QZX3", ("Acme Bath Co", "Acme", "O’Neil & Sons"))


def test_case_and_word_ends_are_heeded():
    assert masked("ACME acmes Acme’s acme bath co", TERMS, "en").text == "ACME acmes QZX1’s QZX2"
    assert masked("私はアクメが好き", [Term("アクメ")], "ja").text == "私はQZX1が好き"
    assert masked("overAcmed Acmed", TERMS, "en").kept == ()


def test_placeholders_and_tags_are_left_alone():
    terms = [Term("name"), Term("b"), Term("count")]
    assert masked("Hi {name} <b>you</b> %(count)s", terms, "en").kept == ()


def test_a_text_that_has_the_code_by_chance_gets_another():
    sent = masked("qzx1 is what Acme said", TERMS, "en")
    assert sent.letters != "QZX" and put_back(sent.text, sent) == "qzx1 is what Acme said"
    every = masked("QZX ZQJ XJQ JQZ ZXJ QJX Acme", TERMS, "en")
    assert put_back(every.text, every) == "QZX ZQJ XJQ JQZ ZXJ QJX Acme"


@pytest.mark.parametrize(
    "answer, back",
    [
        ("QZX1 kauft QZX2", "Acme kauft Acme"), ("qzx 1 kauft Qzx-2", "Acme kauft Acme"),
        ("von QZX2 zu QZX1s", "von Acme zu Acmes"), ("QZX1 kauft", None), ("QZX1 kauft QZX1", None),
        ("QZX1 kauft QZX2 und QZX3", None), ("QZX1 kauft QZX", None), ("QZX1 QZX2 QZX", None), ("Acme kauft Acme", None),
        ("QZX12", None), ("", None),
    ],
)  # fmt: skip
def test_a_code_that_comes_back_damaged_is_refused(answer, back):
    assert put_back(answer, masked("Acme buys Acme", TERMS, "en")) == back


def test_without_a_protected_word_nothing_is_looked_for():
    assert put_back("anything QZX9", Masked("text")) == "anything QZX9"


@given(st.text(max_size=60), st.lists(st.text("AbcÄé日本 &'.", min_size=1, max_size=6).filter(str.strip), max_size=4))
def test_what_goes_out_and_comes_back_unchanged_is_the_text(text, words):
    terms = [Term(word) for word in words]
    joined = f"{text} {' '.join(words)}"
    sent = masked(joined, terms, "en")
    assert put_back(sent.text, sent) == joined
    assert all(joined[start:end] in sent.kept for start, end in protected_places(joined, terms, "en"))
