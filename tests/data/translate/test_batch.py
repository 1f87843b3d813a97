"""A batch keeps what is done, goes on past faults, stops when told, and is taken up again where it was."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from data.translate import Chain, Job, Limits, remaining, run
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item, Translation
from tests.data.translate import drafting

ROOT = Path(__file__).resolve().parents[3]
ITEMS = [Item("cart", "Add to cart"), Item("oak", "Made of oak"), Item("elm", "Made of elm"), Item("ash", "Made of ash")]


@pytest.fixture
def libre(reference, switch_on):
    made = switch_on("libre", Limits(seconds=3, tries=1, per_second=0))
    made.codes("en", "de")
    return Chain(reference, engine=made)


def test_each_is_handed_over_before_the_next_begins(libre, service):
    seen, told = [], []
    summary = run(
        remaining(ITEMS, ["de"], ()), libre, lambda draft: seen.append((draft.item.key, len(service.texts))),
        progress=lambda done, of: told.append((done, of)),
    )  # fmt: skip
    assert seen == [("cart", 0), ("oak", 1), ("elm", 2), ("ash", 3)]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert (summary.done, summary.drafted, summary.waiting, summary.cancelled) == (
        4, {"phrases": 1, "engine:libre": 3}, 0, False,
    )  # fmt: skip


def test_one_fault_costs_no_other_text(libre, service):
    service.reply = lambda asked: (500, "", {}) if asked.text == "Made of elm" else None
    drafts = []
    summary = run(remaining(ITEMS, ["de"], ()), libre, drafts.append)
    assert [bool(draft.translation) for draft in drafts] == [True, True, False, True]
    [(why, number)] = summary.lacking
    assert "status 500" in str(why) and number == 1 and summary.halted is None


@pytest.mark.parametrize("status, requests", [(403, 1), (456, 1), (500, 3), (404, 3), (200, 3)])
def test_an_engine_that_cannot_is_left_alone_and_the_phrases_go_on(libre, service, status, requests):
    service.asked.clear()
    service.always(status)
    items = [Item(f"k{number}", f"Unheard-of {'abcdefgh'[number]}") for number in range(8)]
    drafts = []
    summary = run(remaining([*items, Item("cart", "Add to cart")], ["de"], ()), libre, drafts.append)
    assert len(service.asked) == requests
    assert summary.halted is not None and summary.drafted == {"phrases": 1} and summary.waiting == 8
    assert drafts[-1].translation.text == "In den Warenkorb"


def test_a_language_that_it_lacks_does_not_stop_the_others(libre, service):
    drafts = []
    summary = run(remaining(ITEMS[1:], ["xx", "de"], ()), libre, drafts.append)
    assert [draft.fault for draft in drafts] == ["language"] * 3 + [""] * 3
    assert (summary.halted, summary.waiting) == (None, 3)


def test_cancelling_keeps_what_is_done(libre, service):
    drafts = []
    summary = run(remaining(ITEMS, ["de"], ()), libre, drafts.append, cancelled=lambda: len(drafts) == 2)
    assert (summary.done, summary.cancelled, len(drafts)) == (2, True, 2)


def test_cancelling_while_the_engine_is_waited_for_hands_nothing_over(libre, service):
    service.reply = lambda asked: service.over.wait(5) and "hang up"
    drafts = []
    summary = run([Job(ITEMS[1], "de")], libre, drafts.append, cancelled=lambda: bool(service.texts))
    assert (drafts, summary.done, summary.cancelled) == ([], 0, True)


def test_what_has_a_text_is_left_to_people():
    held = [
        Translation("cart", "de", "x", state="rejected"), Translation("oak", "de", " "), Translation("elm", "fr", "y"),
    ]  # fmt: skip
    jobs = remaining(ITEMS, ["de", "fr"], held)
    assert [(job.item.key, job.locale) for job in jobs] == [
        ("oak", "de"), ("elm", "de"), ("ash", "de"), ("cart", "fr"), ("oak", "fr"), ("ash", "fr"),
    ]  # fmt: skip


def test_killed_in_the_middle_it_goes_on_where_it_was(service, tmp_path):
    path = tmp_path / "drafts.jsonl"
    process = None

    def reply(asked):
        if len(service.texts) == 12:
            process.kill()
            process.wait(10)
            return "hang up"
        return None

    service.reply = reply
    command = [sys.executable, "-m", "tests.data.translate.drafting", service.url, str(path)]
    process = subprocess.Popen(command, cwd=ROOT)
    process.wait(30)
    assert len(drafting.kept(path)) == 11
    service.reply = lambda asked: None
    drafting.main(service.url, path)
    assert Counter(held.key for held in drafting.kept(path)) == Counter(item.key for item in drafting.ITEMS)
    asked_for = Counter(service.texts)
    assert [text for text, times in asked_for.items() if times > 1] == [drafting.ITEMS[11].source]


def test_damaged_names_are_told_text_by_text_and_halt_nothing(reference, switch_on, service):
    made = switch_on("libre", Limits(seconds=3, tries=1, per_second=0))
    made.codes("en", "de")
    service.reply = lambda asked: (200, '{"translatedText": "nichts davon"}', {})
    items = [Item(f"k{number}", f"Acme of {'abcdefgh'[number]} wood") for number in range(5)]
    drafts = []
    summary = run(remaining(items, ["de"], ()), Chain(reference, engine=made, glossary=[Term("Acme")]), drafts.append)
    assert [draft.fault for draft in drafts] == ["mask"] * 5 and summary.halted is None and summary.waiting == 5
