"""Whatever a step did can be taken back, except where someone has worked on since."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.migrations import upgrade
from data.studio import Filter, Studio, StudioError
from data.workspace_file import Backing
from frameworks.localization.items import Item, Translation

PAIRS = [("cart.add", "de"), ("faq.returns", "de")]


def everything(studio):
    rows = [row for locale in ("de", "pt_BR") for row in studio.list(locale, Filter()).rows]
    return [(row.item, row.translation, row.state) for row in rows]


@pytest.fixture
def busy(studio):
    studio.write("cart.add", "de", "Kaufen", by="Ann")
    studio.write("faq.returns", "de", "Rückgabe?", by="Ann")
    studio.move(PAIRS[:1], "approved", by="Bob")
    return studio


CHANGES = {
    "move": lambda s: s.move(PAIRS, "needs_review", by="Bob"),
    "write": lambda s: s.write("cart.add", "de", "Neu", by="Ann"),
    "blank": lambda s: s.write("cart.add", "de", "", by="Ann"),
    "new locale": lambda s: s.write("cart.add", "pt_BR", "Comprar", by="Ann"),
    "source": lambda s: s.put_items([Item("cart.add", "Buy"), Item("new", "New")], by="Ann"),
    "remove": lambda s: s.remove_items(["cart.add", "mail.subject"], by="Ann"),
    "import": lambda s: s.take_in(
        [Item("cart.add", "Buy"), Item("new", "New")],
        [Translation("cart.add", "de", "Holen"), Translation("new", "de", "Neu")], by="Ann",
    ),
    "drafts": lambda s: s.put_drafts([Translation("mail.subject", "de", "Unterwegs", origin="phrases")]),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_step_is_undone_and_done_again(busy, change):
    before = everything(busy)
    remembered = busy.memory.pairs("en", "de")
    step = CHANGES[change](busy).step
    after = everything(busy)
    assert after != before
    outcome, left = busy.undo(by="Cy")
    assert everything(busy) == before
    assert left == 0
    assert [(pair.source, pair.text) for pair in busy.memory.pairs("en", "de")] == [
        (pair.source, pair.text) for pair in remembered
    ]
    assert busy.steps()[0].action == "undo" and busy.steps()[1].undone
    with pytest.raises(StudioError, match="before"):
        busy.undo(step, by="Cy")
    busy.undo(outcome.step, by="Cy")
    assert sorted(map(repr, everything(busy))) == sorted(map(repr, after))


def test_undoing_goes_back_step_by_step(busy):
    busy.undo(by="Cy")
    assert busy.row("cart.add", "de").state == "draft"
    busy.undo(by="Cy")
    assert busy.row("faq.returns", "de").state == "missing"
    assert busy.undo(by="Cy")[1] == 0
    assert busy.undo(by="Cy")[1] == 0
    assert busy.items() == ()
    with pytest.raises(StudioError, match="nothing to undo"):
        busy.undo(by="Cy")


def test_later_work_is_left_and_counted(busy):
    step = busy.move(PAIRS, "needs_review", by="Bob").step
    busy.write("cart.add", "de", "Später", by="Ann")
    outcome, left = busy.undo(step, by="Cy")
    assert (outcome.done, left) == (1, 1)
    assert busy.row("cart.add", "de").translation.text == "Später"
    assert busy.row("faq.returns", "de").state == "draft"


def test_an_item_that_someone_has_translated_since_stays(studio):
    step = studio.put_items([Item("new", "New")], by="Ann").step
    studio.write("new", "de", "Neu", by="Bob")
    outcome, left = studio.undo(step, by="Ann")
    assert (outcome.done, left) == (0, 1)
    assert studio.row("new", "de").translation.text == "Neu"


def test_undoing_a_source_makes_stale_what_was_written_for_it(busy):
    step = busy.put_items([Item("cart.add", "Buy"), Item("faq.returns", "Returns?", surface="faq")], by="Ann").step
    busy.write("cart.add", "de", "Holen", by="Bob")
    _, left = busy.undo(step, by="Cy")
    assert left == 1
    assert busy.item("cart.add").source == "Add to cart"
    assert busy.row("cart.add", "de").state == "stale"
    assert busy.change("cart.add", "de").before == "Buy"
    assert busy.row("faq.returns", "de").state == "draft"


def test_a_key_taken_anew_is_not_overrun(busy):
    step = busy.remove_items(["cart.add"], by="Ann").step
    busy.put_items([Item("cart.add", "Another")], by="Bob")
    _, left = busy.undo(step, by="Cy")
    assert left == 1
    assert busy.item("cart.add").source == "Another"


def test_the_memory_learns_and_unlearns_with_approvals(busy):
    def known():
        return [(pair.source, pair.text, pair.domain, pair.reviewer) for pair in busy.memory.pairs("en", "de")]

    assert known() == [("Add to cart", "Kaufen", "product", "Bob")]
    busy.put_items([replace(busy.item("cart.add"), source="Buy")], by="Ann")
    assert len(known()) == 1
    busy.move(PAIRS[:1], "approved", by="Bob")
    assert {source for source, *_ in known()} == {"Add to cart", "Buy"}
    busy.move(PAIRS[:1], "rejected", by="Bob")
    assert [source for source, *_ in known()] == ["Add to cart"]


KEYS = st.sampled_from(["a", "b"])
LOCALES = st.sampled_from(["de", "ja"])
WORK = st.one_of(
    st.tuples(st.just("items"), KEYS, st.sampled_from(["One", "Two", "Three"])),
    st.tuples(st.just("remove"), KEYS),
    st.tuples(st.just("write"), KEYS, LOCALES, st.sampled_from(["x", "y", ""])),
    st.tuples(st.just("move"), KEYS, LOCALES, st.sampled_from(["approved", "rejected", "needs_review", "stale"])),
    st.tuples(st.just("import"), KEYS, LOCALES, st.sampled_from(["x", "z"])),
)


def do(studio, name, key, *rest):
    if name == "items":
        return studio.put_items([Item(key, *rest)], by="Ann").step
    if name == "remove":
        return studio.remove_items([key], by="Ann").step
    if name == "move":
        return studio.move([(key, rest[0])], rest[1], by="Bob").step
    if name == "import":
        return studio.take_in([Item(key, "New")], [Translation(key, *rest, "approved")], by="Cy", believe=True).step
    try:
        return studio.write(key, *rest, by="Ann").step
    except StudioError:
        return None


def all_there_is(studio):
    shown = {locale: studio.list(locale, Filter(), order="key").rows for locale in ("de", "ja")}
    return {locale: [(row.item, row.translation, row.state) for row in rows] for locale, rows in shown.items()}


@settings(max_examples=60, deadline=None)
@given(st.lists(WORK, max_size=12))
def test_whatever_was_done_is_undone_step_by_step(work):
    backing = Backing(None, None, sqlite3.connect(":memory:", check_same_thread=False))
    with backing.writing() as db:
        upgrade(db)
    studio = Studio(backing, lambda: "2026-01-01T00:00:00+00:00", lambda: None)
    stages = [all_there_is(studio)]
    for one in work:
        if do(studio, *one) is not None:
            stages.append(all_there_is(studio))
    for stage in reversed(stages[:-1]):
        assert studio.undo(by="Dee")[1] == 0
        assert all_there_is(studio) == stage
