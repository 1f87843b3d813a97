"""Ethical reviews in the workspace."""

from __future__ import annotations

import pytest

from data.ethics import MOST_BYTES, MOST_FILES, EthicsBook, shown_name
from data.store import Workspace
from frameworks.rollout.ethics import QUESTIONS, Answer, EthicsError


@pytest.fixture
def book(tmp_path):
    return Workspace(tmp_path).room(EthicsBook)


def answered(book, market="DEU"):
    for question in QUESTIONS:
        book.answer(market, Answer(question.key, "yes", evidence="seen"), by="Ana")


def test_answers_are_kept_by_market_and_signed(book):
    answered(book)
    assert book.review("DEU").state == "ready" and book.review("FRA").state == "empty"
    assert book.sign("DEU", by="Ana").by == "Ana" and book.review("DEU").state == "signed"
    book.answer("DEU", Answer("harm", "no", action="ask", revision=1), by="Bo")
    assert book.review("DEU").state == "outdated" and len(book.signed("DEU")) == 1


def test_a_file_is_evidence_and_changes_the_sign_off(book):
    book.answer("DEU", Answer("reach", "yes"), by="Ana")
    assert "reach" in book.review("DEU").lacking
    number = book.attach("DEU", "reach", "../../secret\\pic.png", b"png", by="Ana")
    assert "reach" not in book.review("DEU").lacking and book.file(number) == ("pic.png", b"png")
    assert book.attach("DEU", "reach", "pic.png", b"2", by="Ana") != number
    assert [name for _number, name in book.files("DEU", "reach")] == ["pic.png", "pic (2).png"]
    book.detach(number)
    assert book.file(number) is None


def test_a_file_taken_off_is_gone_from_the_disk(book, tmp_path):
    number = book.attach("DEU", "reach", "a.txt", b"qqzz-secret" * 50, by="")
    book.detach(number)
    assert not any(b"qqzz-secret" in file.read_bytes() for file in tmp_path.iterdir())


def test_a_review_can_be_forgotten(book):
    answered(book)
    book.attach("DEU", "reach", "a.txt", b"x", by="")
    book.forget("DEU")
    assert book.review("DEU").state == "empty" and not book.files("DEU", "reach")


def test_two_people_do_not_overwrite_each_other(book):
    book.answer("DEU", Answer("reach", "yes", evidence="a"), by="Ana")
    with pytest.raises(EthicsError, match="Somebody else"):
        book.answer("DEU", Answer("reach", "no", action="b"), by="Bo")
    assert book.review("DEU").answers[3].evidence == "a"


@pytest.mark.parametrize("content", [b"", b"x" * (MOST_BYTES + 1)])
def test_files_too_large_or_empty_are_refused(book, content):
    with pytest.raises(EthicsError, match="link"):
        book.attach("DEU", "reach", "a.pdf", content, by="")


def test_one_file_too_many_and_an_unknown_question_are_refused(book):
    for count in range(MOST_FILES):
        book.attach("DEU", "reach", "a.txt", bytes([count]), by="")
    with pytest.raises(EthicsError, match="10 files"):
        book.attach("DEU", "reach", "a.txt", b"x", by="")
    with pytest.raises(EthicsError, match="no question"):
        book.attach("DEU", "x", "a.txt", b"x", by="")


def test_names_of_files_are_harmless():
    assert shown_name("..\\..\\a\0b.txt") == "ab.txt" and shown_name("...") == "file"
    assert len(shown_name("x" * 500 + ".pdf")) <= 120
