"""The studio keeps texts and translations, says what became stale and why, and lets a person approve."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from data.catalog import world
from data.samples.shop_texts import shop_texts
from data.store import Workspace
from data.studio import Change, Filter, Overtaken, StudioError
from data.translate import Chain, remaining, run
from frameworks.localization.items import ContentError, Item, Translation
from frameworks.localization.memory import Remembered
from frameworks.localization.states import exportable

FIRST = Item("cart.add", "Add to cart", "button", max_width=18)


def states(studio, locale="de"):
    return {row.item.key: row.state for row in studio.list(locale).rows}


def test_items_come_back_as_they_went_in(studio, tmp_path):
    assert studio.item("cart.add") == FIRST
    assert studio.item("nowhere") is None
    plural = Item("bars", "{n, plural, one {# bar} other {# bars}}", "", "legal", None, "es", True, "a note")
    assert studio.put_items([plural, FIRST], by="Ann").done == 1
    assert studio.put_items([plural, FIRST], by="Ann").step is None
    assert Workspace(tmp_path).studio.items()[-1] == plural


def test_locales_keep_their_order_and_those_in_use_follow(studio):
    assert studio.locales() == ("de", "pt_BR")
    studio.write("cart.add", "ar", "أضف إلى السلة", by="Ann")
    assert studio.locales() == ("de", "pt_BR", "ar")
    with pytest.raises(ContentError):
        studio.set_locales(["nonsense!"])
    with pytest.raises(StudioError, match="more than 100"):
        studio.set_locales([f"{a}{b}" for a in "abcdefghijk" for b in "abcdefghijk"])


def test_a_person_writes_another_approves_and_it_may_go_out(studio):
    studio.write("checkout.pay", "de", "Jetzt {amount} zahlen", by="Ann", state="needs_review")
    done = studio.move([("checkout.pay", "de")], "approved", by="Bob", why="read aloud")
    held = studio.row("checkout.pay", "de").translation
    assert (done.done, held.state, held.by, held.note, held.self_reviewed) == (1, "approved", "Bob", "read aloud", False)
    assert exportable(studio.item("checkout.pay"), held)


def test_ones_own_approval_is_marked_even_after_others_have_moved_it(studio):
    studio.write("cart.add", "de", "In den Korb", by="Ann")
    studio.move([("cart.add", "de")], "needs_review", by="Bob")
    studio.move([("cart.add", "de")], "approved", by="ann ")
    assert studio.row("cart.add", "de").translation.self_reviewed


def test_nothing_written_is_approved_by_writing(studio):
    with pytest.raises(StudioError, match="step of its own"):
        studio.write("cart.add", "de", "Kaufen", by="Ann", state="approved")
    with pytest.raises(StudioError, match="no text"):
        studio.write("gone", "de", "Kaufen", by="Ann")


def test_a_write_that_crosses_another_is_held_back(studio):
    studio.write("cart.add", "de", "Kaufen", by="Ann", seen=0)
    version = studio.row("cart.add", "de").version
    studio.write("cart.add", "de", "In den Korb", by="Bob", seen=version)
    with pytest.raises(Overtaken) as caught:
        studio.write("cart.add", "de", "Einkaufen", by="Ann", seen=version)
    assert caught.value.current.text == "In den Korb"
    assert studio.write("cart.add", "de", "In den Korb", by="Ann").step is None


def test_a_blank_text_removes_the_translation_and_history_brings_it_back(studio):
    studio.write("cart.add", "de", "Kaufen", by="Ann")
    studio.move([("cart.add", "de")], "approved", by="Bob")
    studio.write("cart.add", "de", "  ", by="Ann")
    assert states(studio)["cart.add"] == "missing"
    history = studio.history("cart.add", "de")
    assert [(one.action, one.translation and one.translation.state) for one in history] == [
        ("write", None), ("move", "approved"), ("write", "draft"),
    ]  # fmt: skip
    studio.restore("cart.add", "de", history[1].number, by="Cy")
    held = studio.row("cart.add", "de").translation
    assert (held.text, held.state, held.by) == ("Kaufen", "needs_review", "Cy")
    with pytest.raises(StudioError, match="no such version"):
        studio.restore("cart.add", "pt_BR", history[1].number, by="Cy")


def test_a_changed_source_makes_stale_and_shows_the_difference(studio):
    studio.write("cart.add", "de", "Kaufen", by="Ann")
    studio.write("cart.add", "pt_BR", "Comprar", by="Ann")
    assert studio.change("cart.add", "de") is None
    done = studio.put_items([replace(FIRST, source="Add to basket")], by="Ann")
    assert (done.done, done.stale) == (1, 2)
    assert states(studio)["cart.add"] == "stale"
    change = studio.change("cart.add", "de")
    assert change.before == "Add to cart"
    assert [(span.kind, span.text) for span in change.difference] == [
        ("same", "Add to "), ("removed", "cart"), ("added", "basket"),
    ]  # fmt: skip
    assert not studio.move([("cart.add", "de")], "approved", by="Bob").refused
    assert studio.row("cart.add", "de").translation.fits(studio.item("cart.add"))
    assert studio.put_items([replace(FIRST, source="Add to basket", context="link")], by="Ann").stale == 0


def test_a_translation_from_an_unknown_source_says_so(studio):
    studio.take_in((), [Translation("cart.add", "de", "Alt", source_digest="0" * 16)], by="Ann")
    assert states(studio)["cart.add"] == "stale"
    assert studio.change("cart.add", "de") == Change(None)


def test_bulk_moves_tell_what_they_refuse_and_do_the_rest(studio):
    studio.write("cart.add", "de", "Kaufen", by="Ann")
    studio.write("faq.returns", "de", "Rückgabe?", by="Ann")
    studio.move([("faq.returns", "de")], "rejected", by="Bob", why="wrong")
    wanted = [("cart.add", "de"), ("faq.returns", "de"), ("mail.subject", "de"), ("gone", "de")]
    done = studio.move(wanted, "approved", by="Bob")
    assert done.done == 1
    assert [(key, str(told)[:24]) for key, _, told in done.refused] == [
        ("faq.returns", "A text that is Rejected "), ("mail.subject", "There is no translation."),
        ("gone", "There is no translation."),
    ]  # fmt: skip
    assert [str(told) for *_, told in studio.move(wanted[:1], "draft", by="").refused] == []
    assert "name of a person" in str(studio.move(wanted[:1], "approved", by=" ").refused[0][2])


def test_drafts_are_drafts_and_replace_nobodys_work(studio):
    studio.write("cart.add", "de", "Kaufen", by="Ann")
    made = [
        Translation(key, "de", "Maschine", "approved", "engine:google", self_reviewed=True)
        for key in ("cart.add", "faq.returns", "gone")
    ]
    done = studio.put_drafts(made)
    assert (done.done, [key for key, *_ in done.refused]) == (1, ["cart.add", "gone"])
    held = studio.row("faq.returns", "de").translation
    assert (held.state, held.origin, held.self_reviewed) == ("draft", "engine:google", False)
    assert held.fits(studio.item("faq.returns"))
    studio.move([("cart.add", "de")], "approved", by="Bob")
    assert "approved" in str(studio.put_drafts(made[:1], over=True).refused[0][2])
    assert studio.put_drafts([replace(made[1], text="Besser")], over=True).done == 1


def test_a_batch_kept_one_by_one_is_undone_at_once(studio):
    step = None
    for key in ("cart.add", "checkout.pay", "faq.returns"):
        step = studio.put_drafts([Translation(key, "pt-br", "Rascunho", origin="memory")], step=step).step
    assert [(one.action, one.count) for one in studio.steps(1)] == [("drafts", 3)]
    studio.undo(by="Ann")
    assert set(states(studio, "pt_BR").values()) == {"missing"}
    assert studio.put_drafts([Translation("cart.add", "de", "Neu")], step=step).step != step


def test_what_a_file_says_wrongly_is_refused_or_put_to_review(studio):
    made = [Translation("cart.add", "no language", "x"), Translation("cart.add", "de", "x", "signed off")]
    done = studio.take_in((), made, by="Ann")
    assert "no language code" in str(done.refused[0][2])
    assert states(studio)["cart.add"] == "needs_review"


def test_a_batch_drafts_from_the_memory_and_is_taken_up_again(studio):
    studio.memory.remember([Remembered("Add to cart", "In den Korb", reviewer="Ann")], "en", "de")
    chain = Chain(world(), studio.memory, phrases=False, cache=studio.answers)

    def left():
        return remaining(studio.items(), ["de"], studio.translations())

    assert run(left(), chain, lambda draft: draft.translation and studio.put_drafts([draft.translation])).waiting == 3
    held = studio.row("cart.add", "de").translation
    assert (held.text, held.state, held.origin) == ("In den Korb", "draft", "memory")
    assert len(left()) == 3


def test_a_killed_batch_keeps_what_was_finished(studio, tmp_path):
    code = f"""
import os
from pathlib import Path
from data.store import Workspace
from frameworks.localization.items import Translation
studio = Workspace(Path({str(tmp_path)!r})).studio
def made():
    yield Translation("mail.subject", "de", "halb")
    os.kill(os.getpid(), 9)
studio.put_drafts([Translation("cart.add", "de", "fertig")])
studio.put_drafts(made())
"""
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=False)
    assert done.returncode != 0
    assert {key for key, state in states(studio).items() if state == "draft"} == {"cart.add"}


def test_a_file_is_believed_only_where_a_person_says_so(studio):
    file = [Translation("cart.add", "de", "Kaufen", "approved", "import", "Eve", self_reviewed=True)]
    studio.take_in([replace(FIRST, source="Buy")], file, by="Ann")
    assert states(studio)["cart.add"] == "needs_review"
    studio.take_in((), file, by="Ann", believe=True)
    assert states(studio)["cart.add"] == "approved"
    assert "already" in str(studio.take_in((), [replace(file[0], text="x")], by="Ann", over=False).refused[0][2])


def test_progress_counts_what_is_missing_and_stale(studio):
    studio.write("cart.add", "de", "Kaufen", by="Ann")
    studio.write("faq.returns", "de", "Rückgabe?", by="Ann")
    studio.move([("cart.add", "de")], "approved", by="Bob")
    studio.put_items([Item("faq.returns", "Can I send it back?", surface="faq")], by="Ann")
    found = studio.progress()
    assert list(found) == ["de", "pt_BR"]
    assert found["de"].states == {"missing": 2, "approved": 1, "stale": 1}
    assert found["de"].share == pytest.approx(2 / 8)
    assert found["pt_BR"].states == {"missing": 4} and found["pt_BR"].items == 4
    assert [one.key for one in studio.translations(["de"])] == ["cart.add", "faq.returns"]
    assert len(studio.list("de", Filter(keys=["cart.add"])).rows) == 1


def test_the_sample_shop_comes_once(workspace):
    assert workspace.studio.begin()
    assert workspace.studio.items() == shop_texts()
    assert "Tidewick" in {term.term for term in workspace.studio.glossary.all()}
    workspace.studio.remove_items([one.key for one in shop_texts()], by="Ann")
    assert not workspace.studio.begin()
    assert workspace.studio.items() == ()


def test_erasing_leaves_nothing_in_the_file(studio, workspace):
    studio.write("cart.add", "de", "Wortschatzperle", by="Ann")
    studio.move([("cart.add", "de")], "approved", by="Bob")
    studio.memory.suggest("Add to cart", "en", "de")
    studio.erase()
    assert studio.items() == () and studio.steps() == () and studio.memory.count() == 0
    files = [path.read_bytes() for path in workspace.path.parent.iterdir()]
    assert not any(b"Wortschatzperle" in content for content in files)


def test_what_someone_changed_meanwhile_is_not_judged(studio):
    for key in ("cart.add", "faq.returns"):
        studio.write(key, "de", "Eins", by="Ann")
    seen = {(row.item.key, "de"): row.version for row in studio.list("de").rows}
    studio.write("cart.add", "de", "Zwei", by="Cem")
    done = studio.move([("cart.add", "de"), ("faq.returns", "de"), ("mail.subject", "de")], "approved", by="Bob", seen=seen)
    assert done.done == 1 and states(studio)["faq.returns"] == "approved" and states(studio)["cart.add"] == "draft"
    (key, _locale, told), (missing, *_) = done.refused
    assert key == "cart.add" and isinstance(told, Overtaken) and told.current.text == "Zwei" and missing == "mail.subject"


def test_an_earlier_version_does_not_come_back_over_someone_elses(studio):
    studio.write("cart.add", "de", "Eins", by="Ann")
    first = studio.history("cart.add", "de")[0].number
    seen = studio.row("cart.add", "de").version
    studio.write("cart.add", "de", "Zwei", by="Cem")
    with pytest.raises(Overtaken):
        studio.restore("cart.add", "de", first, by="Bob", seen=seen)
    assert studio.row("cart.add", "de").translation.text == "Zwei"
    studio.restore("cart.add", "de", first, by="Bob", seen=studio.row("cart.add", "de").version)
    assert studio.row("cart.add", "de").translation.text == "Eins"


def test_two_who_work_at_once_lose_nothing(tmp_path):
    """One approves what she has read while another writes: each text is either her approval of that very text, or his."""
    mine = Workspace(tmp_path).studio
    keys = [f"text.{n}" for n in range(60)]
    mine.put_items([Item(key, f"Source {key}") for key in keys], by="Ann")
    for key in keys:
        mine.write(key, "de", f"Erst {key}", by="Ann")
    theirs = Workspace(tmp_path).studio
    seen = {(row.item.key, "de"): row.version for row in mine.list("de", limit=100).rows}
    ready, refused = threading.Barrier(2), []

    def approve():
        ready.wait()
        for start in range(0, 60, 5):
            chunk = [(key, "de") for key in keys[start : start + 5]]
            refused.extend(mine.move(chunk, "approved", by="Bea", seen=seen).refused)

    def write():
        ready.wait()
        for key in reversed(keys):
            with contextlib.suppress(Overtaken):
                theirs.write(key, "de", f"Dann {key}", by="Cem", seen=seen[key, "de"])

    at_once = [threading.Thread(target=work) for work in (approve, write)]
    for each in at_once:
        each.start()
    for each in at_once:
        each.join()
    held = {row.item.key: row.translation for row in mine.list("de", limit=100).rows}
    assert all((one.text == f"Erst {key}") == (one.state == "approved") for key, one in held.items())
    assert {key for key, *_ in refused} == {key for key, one in held.items() if one.state == "draft"}
