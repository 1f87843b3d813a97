"""Team training on a screen and a phone: read by axe, answered from the keyboard, nothing sticks out."""

from __future__ import annotations

import pytest

WIDE = "document.documentElement.scrollWidth > innerWidth + 1"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_every_part_stands_in_both_themes_and_widths(open_page, settled, axe_findings, scheme, width):
    page = open_page("training?home=USA&market=JPN", width=width, height=844, scheme=scheme)
    for part in ("Outline", "Cases", "Quiz"):
        page.get_by_role("tab", name=part).click()
        settled(page)
        assert not page.evaluate(WIDE), part
        assert axe_findings(page) == [], part
    page.keyboard.press("1")
    page.get_by_role("button", name="Next question").wait_for()
    settled(page)
    assert not page.evaluate(WIDE) and axe_findings(page) == []


def test_a_room_plays_a_case_from_the_keyboard(open_page, settled):
    page = open_page("training?home=USA&market=JPN")
    page.get_by_role("tab", name="Cases").click()
    page.get_by_text("What would you do?").wait_for()
    settled(page)
    page.keyboard.press("2")
    page.get_by_text("your choice").wait_for()
    page.keyboard.press("n")
    page.get_by_text("What would you do?").wait_for()
    page.get_by_text("Case 2 of").wait_for()
    page.keyboard.press("b")
    page.get_by_text("your choice").wait_for()


def test_the_sheet_to_print_is_made(open_page):
    page = open_page("training?home=USA&market=JPN&roles=sales&minutes=60")
    with page.expect_download() as coming:
        page.get_by_role("button", name="HTML to print").click()
    text = coming.value.path().read_text("utf-8")
    assert "Agenda" in text and "Answers for whoever leads the session" in text and "<script" not in text


@pytest.mark.parametrize("market", ["SAU", "VAT", "USA"])
def test_markets_of_which_little_is_known_look_right(open_page, market):
    page = open_page(f"training?home=USA&market={market}", width=390, height=844)
    page.get_by_text("Agenda of 75 minutes").wait_for()
    assert not page.evaluate(WIDE)
