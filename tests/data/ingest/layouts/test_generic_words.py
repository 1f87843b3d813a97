"""The stems of words in cells: sound patterns, and no stem that says two things."""

import re

import pytest

from data.ingest.layouts import generic
from data.ingest.layouts import generic_words as words
from tests.data.ingest.layouts.running import column

GROUPS = {
    "paid": words.PAID, "cancelled": words.CANCELLED, "partly": words.PARTLY, "refunded": words.REFUNDED,
    "pending": words.PENDING,
}  # fmt: skip


@pytest.mark.parametrize("pattern", [*GROUPS.values(), *words.FINE, *words.TICKET_STATUSES.values()])
def test_patterns_are_sound_and_need_no_escaping(pattern):
    re.compile(pattern)
    assert "'" not in pattern and pattern == pattern.lower()


def test_refunds_in_part_are_asked_for_before_refunds():
    assert re.search(words.PARTLY, "partially_refunded") and re.search(words.REFUNDED, "partially_refunded")
    assert not re.search(words.PARTLY, "refunded") and not re.search(words.CANCELLED, "completed")


@pytest.mark.parametrize("said", [
    "not paid", "nicht bezahlt", "non payé", "no pagado", "non pagato", "não pago", "niet betaald", "nie opłacone", "inte betald",
    "未支払い", "incomplete", "unconfirmed", "Entwurf",
])  # fmt: skip
def test_what_is_not_paid_is_not_paid(said):
    assert status(said) == "pending"


def test_a_part_that_was_paid_was_not_paid_back():
    assert [status(said) for said in ("częściowo opłacone", "gedeeltelijk betaald", "zwrot częściowy", "refunded (partial)")] == [
        "paid", "paid", "partially_refunded", "partially_refunded",
    ]  # fmt: skip
    assert [status(said) for said in ("unsuccessful", "abandoned", "anulado", "返品")] == ["cancelled"] * 3 + ["refunded"]


def test_who_is_not_satisfied_is_not_satisfied():
    bad = ("not satisfied", "nicht zufrieden", "no satisfecho", "pas satisfait", "niet tevreden", "満足していない", "не доволен")
    good = ("satisfied", "sehr zufrieden", "satisfecho", "満足", "доволен", "muy bueno")
    assert [ticket("satisfaction", "csat", said) for said in (*bad, *good)] == [0] * len(bad) + [1] * len(good)


def test_a_request_that_is_not_solved_is_open():
    said = ("unresolved", "not resolved", "nicht gelöst", "未解決", "Resuelto", "Clôturé", "Gelöst")
    assert [ticket("status", "status", word) for word in said] == ["open"] * 4 + ["solved", "closed", "solved"]


def status(said):
    return column(generic.layout("orders", {"total": "Total", "status": "Status"}), "status", {"total": 10, "status": said})[0]


def ticket(alias, name, said):
    return column(generic.layout("tickets", {alias: alias}), name, {alias: said})[0]
