"""A reviewer's day in a real browser: from a finding to its place, everything checked and stopped, keys, bulk, two at once."""

from __future__ import annotations

import re
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from data.store import Workspace
from data.studio import Filter
from frameworks.localization.items import Item, Translation

ITEMS = (
    Item("cart.add", "Add to cart", "button", max_width=30),
    Item("cart.sum", "Your cart holds {count} things", "heading"),
    Item("mail.subject", "Your order is on its way", "subject", "email"),
    Item("story", "Soap that smells of the sea", "text"),
)
GERMAN = {
    "cart.add": "In den Warenkorb", "cart.sum": "Im Warenkorb sind drei Dinge",
    "mail.subject": "Ihre Bestellung  ist unterwegs", "story": "Seife, die nach Meer duftet",
}  # fmt: skip
AREA = ".st-key-lf-rv-text textarea"
SELECTED = "area => document.activeElement === area && area.value.slice(area.selectionStart, area.selectionEnd) === '  '"
MANY = 4_000
WIDTHS = (1280, 390)
TOLD = ".lf-rv-told"


def filled(home, items=ITEMS, german=GERMAN):
    """Return a workspace with these texts alone, and German drafts by Ann."""
    kept = Workspace(home, data_version="x")
    studio = kept.studio
    studio.begin()
    studio.remove_items([item.key for item in studio.items()], by="")
    studio.put_items(items, by="Ann")
    studio.set_locales(["de"])
    for key, text in german.items():
        studio.write(key, "de", text, by="Ann")
    return studio


@pytest.fixture(scope="module")
def place(tmp_path_factory, start_server):
    """A running server, and a function that puts its texts back as they were at first."""
    home = tmp_path_factory.mktemp("studio")
    filled(home)
    with start_server(home) as server:
        yield server


@pytest.fixture
def studio(place):
    return filled(place.home)


@contextmanager
def named(open_page, place, path="review?locale=de", name="Bea", width=1280):
    """Open Review under a name."""
    page = open_page(path, width=width, url=place.url)
    page.set_default_timeout(60_000)  # a busy machine
    box = page.locator(".st-key-rv_name input")
    box.fill(name)
    box.press("Enter")
    yield page


def settle(page, settled):
    settled(page)
    expect(page.locator("[data-stale=true]")).to_have_count(0, timeout=60_000)


def shown(page, key):
    """Wait until a text is the one on screen."""
    expect(page.locator(".lf-rv-key")).to_have_text(key, timeout=60_000)


def state(studio, key):
    return studio.row(key, "de").state


@pytest.mark.parametrize("width", WIDTHS)
def test_one_click_leads_from_a_finding_to_its_place_in_the_text(open_page, place, studio, settled, width):
    with named(open_page, place, "review?part=findings&locale=de", width=width) as page:
        page.locator(".st-key-rv_all_start button:visible").click()
        expect(page.get_by_text("4 of 4 translations are checked as they stand")).to_be_visible(timeout=60_000)
        row = page.locator("[class*=st-key-lf-rv-all-]").filter(has_text="mail.subject").filter(has_text="space")
        row.first.get_by_role("button", name="Open").locator("visible=true").click()
        shown(page, "mail.subject")
        page.wait_for_function(f"({SELECTED})(document.querySelector({AREA!r}))", timeout=60_000)
        expect(page.locator(AREA)).to_be_in_viewport()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_run_over_everything_shows_how_far_it_is_and_can_be_stopped(open_page, start_server, tmp_path, settled):
    items = [Item(f"text.{n}", f"Your order number {n} holds {{count}} things and leaves today") for n in range(MANY)]
    studio = filled(tmp_path / "many", items, {})
    studio.take_in((), [
        Translation(item.key, "de", f"Bestellung  Nummer {n} geht heute", "draft", "person", "Ann", source_digest=item.digest)
        for n, item in enumerate(items)
    ], by="Ann")  # fmt: skip
    with start_server(tmp_path / "many") as server, named(open_page, server, "review?part=findings") as page:
        page.locator(".st-key-rv_all_start button:visible").click()
        running = page.locator("[class*=st-key-lf-job-checks]")
        expect(running.locator("[role=progressbar]")).to_be_visible(timeout=60_000)
        expect(running).to_contain_text(re.compile(r"[1-9][\d,]* of 4,000"), timeout=60_000)
        running.get_by_role("button", name="Stop").locator("visible=true").click()
        expect(page.get_by_text("Stopped; what was found until then is kept.")).to_be_visible(timeout=60_000)
        done, total = studio.findings.standing()["de"]
        assert 0 < done < total == MANY
        expect(page.get_by_text(f"{done:,} of 4,000 translations are checked as they stand")).to_be_visible()
        assert sum(one.count for one in studio.findings.counts()) >= done
        page.locator(".st-key-rv_all_start button:visible", has_text=f"Check the {total - done:,} that changed").click()
        expect(page.get_by_text("4,000 of 4,000 translations are checked as they stand")).to_be_visible(timeout=120_000)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_has_no_findings_is_approved_at_once_and_taken_back(open_page, place, studio, settled, width):
    with named(open_page, place, width=width) as page:
        settle(page, settled)
        page.locator(".st-key-rv_bulk button:visible").click()
        expect(page.locator(TOLD)).to_contain_text("2 texts were approved. 2 have findings and wait.", timeout=60_000)
        assert [state(studio, key) for key in GERMAN] == ["approved", "draft", "draft", "approved"]
        page.locator(".st-key-rv_undo button:visible").click()
        expect(page.locator(TOLD)).to_contain_text("Undone.", timeout=60_000)
        assert {state(studio, key) for key in GERMAN} == {"draft"}


@pytest.mark.parametrize("width", WIDTHS)
def test_a_review_goes_by_keys_alone(open_page, place, studio, settled, width):
    with named(open_page, place, width=width) as page:
        settle(page, settled)
        shown(page, "cart.add")
        page.locator(".st-key-rv_name input").blur()
        page.keyboard.press("j")
        shown(page, "cart.sum")
        settle(page, settled)
        page.keyboard.press("k")
        shown(page, "cart.add")
        settle(page, settled)
        page.keyboard.press("a")
        expect(page.locator(TOLD)).to_contain_text("cart.add was approved.", timeout=60_000)
        shown(page, "cart.sum")
        settle(page, settled)
        page.keyboard.press("e")
        expect(page.locator(AREA)).to_be_focused(timeout=60_000)
        settle(page, settled)
        page.keyboard.press("Control+a")
        page.keyboard.type("{count} Dinge, ja")  # letters that are keys elsewhere are letters here
        page.keyboard.press("Tab")
        expect(page.get_by_text("Not saved yet.")).to_be_visible(timeout=60_000)
        settle(page, settled)
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("a")
        expect(page.locator(TOLD)).to_contain_text("cart.sum was approved.", timeout=60_000)
        held = studio.row("cart.sum", "de").translation
        assert (held.text, held.state, held.by) == ("{count} Dinge, ja", "approved", "Bea")
        assert state(studio, "cart.add") == "approved" and state(studio, "mail.subject") == "draft"


def test_two_windows_judge_the_same_text_and_the_second_is_refused(open_page, place, studio, settled):
    with named(open_page, place) as first, named(open_page, place, name="Cem") as second:
        for page, text in ((first, "Ab in den Korb"), (second, "In die Tüte")):
            settle(page, settled)
            shown(page, "cart.add")
            page.locator(AREA).fill(text)
            page.keyboard.press("Tab")
            expect(page.get_by_text("Not saved yet.")).to_be_visible(timeout=60_000)
        first.locator(".st-key-rv_approve button:visible").click()
        expect(first.locator(TOLD)).to_contain_text("cart.add was approved.", timeout=60_000)
        second.locator(".st-key-rv_approve button:visible").click()
        expect(second.locator(TOLD).first).to_contain_text("Someone else changed this translation", timeout=60_000)
        expect(second.locator(TOLD).nth(1)).to_contain_text("Ab in den Korb")
        expect(second.locator(AREA)).to_have_value("In die Tüte")
        held = studio.row("cart.add", "de").translation
        assert (held.text, held.state, held.by) == ("Ab in den Korb", "approved", "Bea")
        second.locator(".st-key-rv_mine button:visible").click()
        expect(second.locator(".st-key-rv_mine")).to_have_count(0, timeout=60_000)
        settle(second, settled)
        second.locator(".st-key-rv_approve button:visible").click()
        expect(second.locator(TOLD)).to_contain_text("cart.add was approved.", timeout=60_000)
        assert list(dict.fromkeys(
            one.translation.text for one in studio.history("cart.add", "de")
        ))[:2] == ["In die Tüte", "Ab in den Korb"]


def test_a_text_changed_in_one_window_is_not_approved_unseen_in_the_other(open_page, place, studio, settled):
    with named(open_page, place) as page:
        settle(page, settled)
        shown(page, "cart.add")
        studio.write("cart.add", "de", "In den Sack", by="Cem")
        page.locator(".st-key-rv_approve button:visible").click()
        expect(page.locator(TOLD).first).to_contain_text("Someone else changed this translation", timeout=60_000)
        expect(page.locator(AREA)).to_have_value("In den Sack")
        assert (state(studio, "cart.add"), studio.row("cart.add", "de").translation.text) == ("draft", "In den Sack")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_of_texts_is_searched_and_a_text_opened_from_it(open_page, place, studio, settled, width):
    page = open_page("texts", width=width, url=place.url)
    rows = page.locator(".lf-tx-row")
    expect(rows).to_have_count(len(ITEMS), timeout=60_000)
    search = page.locator(".st-key-texts_search input")
    search.fill("smells of the sea")
    search.press("Enter")
    expect(rows).to_have_count(1, timeout=60_000)
    assert studio.list("de", Filter(text="smells of the sea")).total == 1
    settle(page, settled)
    page.locator(".st-key-texts_open_0 button:visible").click()
    expect(page.get_by_role("dialog").get_by_text("Soap that smells of the sea").first).to_be_visible(timeout=60_000)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0, timeout=60_000)
    expect(rows).to_have_count(1)
