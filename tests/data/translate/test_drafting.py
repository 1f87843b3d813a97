"""A filling keeps each draft, says what is lacking and why, and is taken up again after a cancel, a fault or a kill."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from data.studio import Filter
from data.translate import Chain, Job, Limits
from data.translate.drafting import ALL, OFF, Account, Choice, Drafting, Left, fill
from frameworks.localization.items import Item
from frameworks.localization.memory import Remembered
from tests.data.translate import filling
from tests.data.translate.conftest import well

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def kept(tmp_path):
    return filling.opened(tmp_path)


def served(asked):
    """Answer in French too."""
    if asked.path == "/languages":
        return 200, json.dumps([{"code": code, "targets": ["en", "de", "fr"]} for code in ("en", "de", "fr")]), {}
    return None


def filled(kept, chains, jobs, account=None, cancelled=lambda: False, told=None):
    account = account or Account(tuple(chains))
    progress = (lambda done, of: told.append((done, of))) if told is not None else (lambda done, of: None)
    return fill(kept.studio, account, chains, jobs, by="Ana", progress=progress, cancelled=cancelled)


def jobs_of(kept, *locales):
    return [
        Job(row.item, locale)
        for locale in locales
        for row in kept.studio.list(locale, Filter(states=("missing",)), limit=100).rows
    ]


def test_each_draft_is_one_step_to_undo_and_says_where_it_is_from(kept, reference, switch_on, service):
    kept.studio.put_items([Item("cart", "Add to cart"), Item("oak", "Made of oak"), Item("n", "24/7")], by="")
    chain = Chain(reference, kept.studio.memory, engine=switch_on("libre"), cache=kept.studio.answers)
    told = []
    account = filled(kept, {"de": chain}, jobs_of(kept, "de"), told=told)
    assert {one.key: one.origin for one in kept.studio.translations(["de"])} == {"cart": "phrases", "oak": "engine:libre"}
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)] and account.over and account.locale == "de"
    assert account.drafted == {"phrases": 1, "engine:libre": 1} and account.waiting == 1
    assert kept.studio.answers.count() == 1
    assert kept.studio.undo(account.step, by="Ana")[0].done == 2 and not kept.studio.translations(["de"])


def test_what_is_lacking_is_told_by_locale_and_text(kept, reference, switch_on, service):
    kept.studio.put_items([Item("cart", "Add to cart"), Item("oak", "Made of oak"), Item("elm", "Made of elm")], by="")
    made = switch_on("libre", Limits(seconds=3, tries=1, per_second=0))
    chain = Chain(reference, engine=made)
    service.reply = lambda asked: (500, "", {}) if asked.text == "Made of elm" else None
    account = filled(kept, {"de": chain, "fr": chain}, jobs_of(kept, "de", "fr"))
    [why] = account.lacking["de"]
    assert "status 500" in str(why) and account.lacking["de"][why] == 1
    assert all("does not translate" in str(one) for one in account.lacking["fr"])
    assert {(key, locale) for key, locale, _ in account.problems} == {("elm", "de"), ("oak", "fr"), ("elm", "fr")}
    assert account.over and account.halted is None


def test_each_locale_goes_to_its_own_engine(kept, reference, switch_on, service):
    kept.studio.put_items([Item("oak", "Made of oak")], by="")
    chains = {"de": Chain(reference, engine=switch_on("libre")), "fr": Chain(reference, engine=switch_on("google")),
              "it": Chain(reference)}  # fmt: skip
    account = filled(kept, chains, jobs_of(kept, "de", "fr", "it"))
    assert account.drafted == {"engine:libre": 1, "engine:google": 1} and list(account.lacking) == ["it"]


def test_a_close_text_of_the_memory_is_told_with_its_difference(kept, reference):
    kept.studio.put_items([Item("a", "Delivered to your front door")], by="")
    kept.studio.memory.remember([Remembered("Delivered to your own door", "Bis an Ihre Tür")], "en", "de")
    account = filled(kept, {"de": Chain(reference, kept.studio.memory)}, jobs_of(kept, "de"))
    [(key, locale, close)] = account.close
    assert (key, locale) == ("a", "de")
    assert [span.text for span in close.difference if span.kind != "same"] == ["own", "front"]
    assert kept.studio.row("a", "de").state == "draft"


def test_a_person_who_writes_meanwhile_is_not_overwritten(kept, reference, switch_on, service):
    kept.studio.put_items([Item("oak", "Made of oak"), Item("elm", "Made of elm")], by="")
    chain = Chain(reference, engine=switch_on("libre"))

    def reply(asked):
        if asked.text == "Made of oak":
            kept.studio.write("elm", "de", "Aus Ulme", by="Ben")
            kept.studio.remove_items(["oak"], by="Ben")

    service.reply = reply
    account = filled(kept, {"de": chain}, jobs_of(kept, "de"))
    assert [(one.key, one.text) for one in kept.studio.translations(["de"])] == [("elm", "Aus Ulme")]
    assert {key for key, _, _ in account.problems} == {"oak", "elm"}


def test_cancelled_it_keeps_what_is_done_and_goes_on_later(kept, reference, switch_on, service):
    kept.studio.put_items([Item(f"k{number}", f"Unheard-of {'abcdef'[number]} wood") for number in range(6)], by="")
    chain = Chain(reference, engine=switch_on("libre"), cache=kept.studio.answers)
    account = filled(kept, {"de": chain}, jobs_of(kept, "de"), cancelled=lambda: len(service.texts) >= 3)
    done = len(kept.studio.translations(["de"]))
    assert not account.over and 2 <= done <= 3
    again = filled(kept, {"de": chain}, jobs_of(kept, "de"))
    assert again.over and len(kept.studio.translations(["de"])) == 6 and len(service.texts) == 6


@pytest.mark.parametrize("at", [1, 7, 25])
def test_killed_in_the_middle_the_workspace_has_what_was_done_and_the_rest_is_taken_up(service, tmp_path, at):
    process = None

    def reply(asked):
        if asked.text is not None and len(service.texts) == at:
            process.kill()
            process.wait(10)
            return "hang up"
        return served(asked)

    service.reply = reply
    command = [sys.executable, "-m", "tests.data.translate.filling", service.url, str(tmp_path)]
    process = subprocess.Popen(command, cwd=ROOT)
    process.wait(60)
    kept = filling.opened(tmp_path)
    # What came from this machine is kept with the first answer at the latest.
    ours = [one for one in kept.studio.translations(filling.LOCALES) if one.origin.startswith("engine:")]
    assert len(ours) == at - 1 == kept.studio.answers.count()
    left = kept.room(Drafting).left()
    assert (left.locales, left.sent) == (filling.LOCALES, True)
    service.reply = served
    account = filling.main(service.url, tmp_path)
    assert account.over and account.waiting == 0 and kept.room(Drafting).left() is None
    made = kept.studio.translations(filling.LOCALES)
    assert Counter((one.key, one.locale) for one in made) == Counter(
        (item.key, locale) for item in filling.ITEMS for locale in filling.LOCALES
    )
    asked_for = Counter((asked.text, asked.target) for asked in service.asked if asked.text is not None)
    assert [times for times in asked_for.values() if times > 1] == [2]  # the one it was at


HOSTILE = [
    '<script>alert(1)</script><img src=x onerror="alert(1)">', "\u202eevil\u202c\u2066", "a\u200b\u200c\u200d\ufeffb",
    "nul\x00 bell\x07 esc\x1b[31m x",
    "{{7*7}} ${jndi:ldap://x} {__class__} %n%n", "'; DROP TABLE studio_items; --", "\ud800 lone", "Z" + "\u0301" * 300,
]  # fmt: skip


@pytest.mark.parametrize("name", ["google", "mymemory", "libre", "deepl", "microsoft"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_answer_is_a_text_like_any_other(kept, reference, switch_on, service, name, hostile):
    kept.studio.put_items([Item("oak", "Made of oak")], by="")
    made = switch_on(name)
    made.codes("en", "de")

    def answered(asked):
        asked.query.pop("q", None) if "q" in asked.query else None
        return 200, _with(well, asked, hostile), {}

    service.reply = answered
    filled(kept, {"de": Chain(reference, engine=made)}, jobs_of(kept, "de"))
    for one in kept.studio.translations(["de"]):
        assert one.state == "draft" and not set(one.text) & set("\x00\x07\x1b\ud800")
    assert [item.key for item in kept.studio.items()] == ["oak"]


def _with(answer, asked, text):
    """Return the service's answer with another text in it."""
    if isinstance(asked.body, list):
        asked.body[0]["text"] = text
    elif isinstance(asked.body, dict):
        asked.body |= {"text": [text]} if "text" in asked.body else {"q": text}
    else:
        asked.query["q"] = [text]
    said = answer(asked)
    return said.encode("utf-8", "surrogatepass")


def test_no_engine_is_on_until_somebody_switches_one_on(kept):
    drafting = kept.room(Drafting)
    assert drafting.choice() == Choice() and drafting.choice().engine("de") == ""
    drafting.choose(Choice({ALL: "google", "fr": OFF, "de": "deepl"}, "http://localhost:5000"))
    held = drafting.choice()
    assert [held.engine(locale) for locale in ("de", "fr", "it")] == ["deepl", "", "google"]
    assert held.set("de", "").engine("de") == "google" and held.url == "http://localhost:5000"


@pytest.mark.parametrize("value", ["[]", "{", '{"engines": {"": "evil", "de": 7}, "url": 3, "locales": ["no such"]}', '"x"'])
def test_what_was_damaged_from_outside_counts_as_nothing(kept, value):
    with kept._backing.writing() as db:
        for key in (".engines", ".drafting"):
            db["settings"].upsert({"key": key, "value": value}, pk="key")
    drafting = kept.room(Drafting)
    assert drafting.choice().engines == {} and drafting.left() is None


def test_a_run_counts_as_broken_off_until_it_ends(kept):
    drafting = kept.room(Drafting)
    drafting.begin(["de", "pt_BR"], sent=True)
    left = drafting.left()
    assert left == Left(("de", "pt_BR"), True, left.at) and left.at
    drafting.end()
    assert drafting.left() is None
