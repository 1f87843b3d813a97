"""What to adapt and Plan on a screen and a phone: read by axe, kept, worded anew, undone, nothing sticks out."""

from __future__ import annotations

import pytest

WIDE = "document.documentElement.scrollWidth > innerWidth + 1"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_every_part_stands_in_both_themes_and_widths(open_page, settled, axe_findings, scheme, width):
    for name in ("guidance?unchecked=1", "guidance?part=protocol", "plan?status=open"):
        address = f"{name}&home=USA&market=BRA"
        page = open_page(address, width=width, height=844, scheme=scheme)
        settled(page)
        assert not page.evaluate(WIDE), address
        assert axe_findings(page) == [], address
        page.close()


@pytest.mark.parametrize("market", ["SAU", "VAT", "USA"])
def test_markets_of_which_little_is_known_look_right(open_page, settled, market):
    for part in ("advice", "protocol"):
        page = open_page(f"guidance?home=USA&market={market}&part={part}", width=390, height=844)
        settled(page)
        assert not page.evaluate(WIDE)
        page.close()


def test_advice_is_worded_anew_becomes_a_task_and_comes_back_with_undo(open_page, settled, axe_findings):
    page = open_page("guidance?home=USA&market=JPN")
    page.get_by_role("button", name="Edit or assign").first.click()
    field = page.get_by_label("In our words")
    field.wait_for()
    settled(page)
    assert axe_findings(page) == []
    field.fill("Say what the trial costs")
    page.get_by_label("Owner").fill("Ana")
    page.get_by_role("button", name="Keep in these words").click()
    page.get_by_text("In our words: Say what the trial costs").wait_for()
    page.get_by_text("Kept, Ana does it").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Open the plan of this market").click()
    page.get_by_text("Say what the trial costs").first.wait_for()
    settled(page)
    page.get_by_role("button", name="Edit").first.click()
    page.get_by_role("group", name="Due", exact=True).wait_for()
    settled(page)
    assert axe_findings(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("This plan is empty").wait_for()
