"""The dilemmas on a phone in a room: answered by two, kept through a reload, read as home against market."""

from __future__ import annotations

import pytest

WIDE = "document.documentElement.scrollWidth > innerWidth + 1"
SMALL = """() => [...document.querySelectorAll('[class*="st-key-dl_"] button')]
    .map(button => button.getBoundingClientRect())
    .filter(box => box.height < 40 || box.right > innerWidth || box.left < 0).length"""


@pytest.fixture(scope="module")
def quiet(start_server, tmp_path_factory):
    """A server of one's own: answers move the affinity."""
    with start_server(tmp_path_factory.mktemp("dilemmas")) as started:
        yield started


def answer(page, settled, step, places=range(14)):
    for place in places:
        page.locator("[class*='st-key-dl_'] [data-testid=stButtonGroup]").nth(place).get_by_text(step, exact=True).click()
        settled(page)


def test_nothing_sticks_out_on_a_phone(open_page, axe_findings, quiet):
    for step in ("answer", "result", "sheets", "licensed"):
        page = open_page(f"dilemmas?home=USA&market=DEU&step={step}", width=390, height=844, scheme="light", url=quiet.url)
        assert not page.evaluate(WIDE), step
        assert page.evaluate(SMALL) == 0, step
        assert axe_findings(page) == [], step


def test_a_room_answers_and_sees_home_against_the_market(open_page, settled, axe_findings, quiet):
    page = open_page("dilemmas?home=USA&market=ARE", width=390, height=844, url=quiet.url)
    page.get_by_label("Your name (may stay empty)").fill("Ana")
    answer(page, settled, "rather A")
    page.get_by_text("14 of 14 answered, all kept.").wait_for()
    assert "me=" in page.url

    page.reload()
    settled(page)
    page.get_by_text("14 of 14 answered, all kept.").wait_for()
    assert page.get_by_label("Your name (may stay empty)").input_value() == "Ana"

    page.get_by_role("button", name="Answer for: United Arab Emirates").click()
    settled(page)
    answer(page, settled, "B", range(11))  # both questions of four dimensions: just enough
    page.get_by_role("button", name="Next person").click()
    settled(page)
    answer(page, settled, "both", (0, 7))  # both questions of the first dimension

    page.get_by_role("button", name="See the result").click()
    settled(page)
    text = page.locator("[data-testid=stMain]").inner_text()
    assert "now counts as one more model" in text and "no public source" in text
    assert "75 1 respondent" in text and "25 (0–50, 2 respondents)" in text
    assert not page.evaluate(WIDE)
    assert axe_findings(page) == []

    other = open_page("market?home=USA&market=ARE", url=quiet.url)
    assert "your team's view" in other.locator("[data-testid=stMain]").inner_text()
    sheets = open_page("dilemmas?home=USA&market=ARE&step=sheets", width=390, height=844, url=quiet.url)
    sheets.get_by_role("button", name="Delete all 3 sheets").click()
    settled(sheets)
    sheets.get_by_text("3 entries were erased for good.").wait_for()
    sheets.get_by_role("button", name="Undo").click()
    settled(sheets)
    sheets.get_by_role("button", name="Delete all 3 sheets").wait_for()
