"""Journey and Ethics on a screen and a phone: notes changed, added, undone; answers with evidence, files and a sign-off."""

from __future__ import annotations

import pytest

from frameworks.rollout.ethics import QUESTIONS

LOOKS = [(1280, "dark"), (390, "light")]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("address", ["journey?market=DEU", "journey?market=ARE", "ethics?market=NGA"])
def test_nothing_sticks_out_and_axe_is_content(address, width, scheme, open_page, settled, axe_findings):
    page = open_page(address, width=width, scheme=scheme)
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), "scrolls sideways"
    assert axe_findings(page) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_a_note_is_added_changed_and_taken_back(open_page, settled, width):
    market = "JPN" if width == 1280 else "MEX"
    page = open_page(f"journey?market={market}&about=payments", width=width)
    page.locator(".st-key-lf-jm-pay").get_by_role("button", name="Change").click()
    window = page.get_by_role("dialog")
    field = window.get_by_label("What changes here?")
    field.fill("Offer two days for <b>cash</b>")
    field.press("Tab")
    settled(page)
    window.get_by_role("combobox", name="About").last.click()
    page.get_by_role("option", name="Payments").click()
    settled(page)
    window.get_by_role("button", name="Add").click()
    settled(page)
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")
    note = page.locator(".st-key-lf-jm-pay").get_by_text("Offer two days for <b>cash</b>")
    note.wait_for()
    page.get_by_role("button", name="Undo").click()
    note.wait_for(state="hidden")


def test_a_review_is_answered_signed_and_goes_stale(open_page, settled, tmp_path):
    page = open_page("ethics?market=FRA")
    page.get_by_label("Your name").fill("Ana")
    page.get_by_label("Your name").press("Tab")
    settled(page)
    for question in QUESTIONS:
        card = page.locator(f".st-key-lf-et-{question.key}")
        card.get_by_text("Does not apply", exact=True).click()
        why = card.get_by_label("Why it does not apply")
        why.fill("We sell software only.")
        why.press("Tab")
        card.get_by_role("button", name="Save").click()
        card.get_by_text("Not saved yet.").wait_for(state="hidden")
    page.get_by_role("button", name="Sign off").click()
    page.get_by_text("Signed by Ana").wait_for()
    evidence = tmp_path / "banner.txt"
    evidence.write_text("a picture of the banner", encoding="utf-8")
    card = page.locator(".st-key-lf-et-consent")
    card.get_by_text("Yes", exact=True).click()
    card.get_by_role("button", name="Attach a file").click()
    page.locator("input[type=file]").set_input_files(evidence)
    page.get_by_role("button", name="Attach banner.txt").click()
    page.get_by_text("Answers have changed since it was signed").wait_for()
