"""Faults are told by what came back, and what is no translation is refused."""

import copy

import pytest

from data.translate.faults import AGAIN, FINAL, TranslateError, checked, fault


@pytest.mark.parametrize(
    "answer, kind",
    [(None, "answer"), ("", "answer"), (" \n", "answer"), (7, "answer"), ([], "answer"), ("\x00\x1b", "answer"), ("42", "answer"),
     ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS", "quota"), (" mymemory warning", "quota"),
     ("<!DOCTYPE html><html>", "answer"), ("word " * 200, "answer"), ("NO QUERY SPECIFIED. EXAMPLE", "language")],
)  # fmt: skip
def test_what_is_no_translation(answer, kind):
    with pytest.raises(TranslateError) as caught:
        checked("Hello", answer, "It")
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    "source, answer, text",
    [("Hello", "Hallo", "Hallo"), ("It's", "C&#39;est", "C'est"), ("A &amp; B", "A &amp; B", "A &amp; B"),
     ("Hello", "Ha\x00l\r\nlo", "Hal\nlo"), ("Hello", "&#0;Hallo&#27;", "\ufffdHallo"), ("Hello", "&nbspx;Hi", "&nbspx;Hi"),
     ("<html> is a tag", "<html> ist ein Tag", "<html> ist ein Tag")],
)  # fmt: skip
def test_what_is_one(source, answer, text):
    assert checked(source, answer, "It") == text


@pytest.mark.parametrize("kind", [*sorted(AGAIN), "quota", "key", "refused", "language", "length", "answer", "cancelled"])
def test_every_fault_can_be_said_and_copied(kind):
    told = fault(kind, "DeepL", 500, 2.0)
    assert "{" not in str(told)
    assert (copy.copy(told).kind, copy.copy(told).after, str(copy.copy(told))) == (kind, 2.0, str(told))
    assert not AGAIN & FINAL
