"""A team reads its numbers: filters, opens what lies behind a figure, takes rows away, goes on to the next page."""

from __future__ import annotations

import csv

import pytest


@pytest.mark.parametrize("width", [1280, 390])
def test_filter_drill_and_take_away(width, open_page, settled):
    page = open_page("overview", width=width)
    assert page.get_by_text("What moved beyond noise").count() == 1

    page.get_by_role("button", name="All markets").click()
    page.get_by_label("Markets", exact=True).click()
    page.get_by_role("option", name="Germany", exact=True).click()
    settled(page)
    picker = page.get_by_label("Markets", exact=True)
    for _step in range(3):  # the first press closes the list, the next what it stands in
        if picker.is_visible():
            page.keyboard.press("Escape")
            settled(page)
    picker.wait_for(state="hidden")
    assert "in=DEU" in page.url

    page.locator(".st-key-tiles_revenue button").click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    settled(page)
    assert "FROM sold" in dialog.locator("[data-testid=stCode]").first.inner_text()
    dialog.get_by_role("tab", name="Rows").click()
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Rows CSV").click()
    rows = list(csv.DictReader(download.value.path().read_text("utf-8-sig").splitlines()))
    assert rows and {row["market"] for row in rows} == {"DEU"}
    dialog.get_by_role("button", name="Close").click()
    dialog.wait_for(state="detached")

    address = page.url
    page.goto(address)
    settled(page)
    assert page.get_by_role("button", name="Germany").count() >= 1  # the link holds the filter


def test_every_part_of_a_page_can_be_taken_away(open_page):
    page = open_page("retention")
    with page.expect_download() as download:
        page.get_by_role("button", name="XLSX").first.click()
    assert download.value.suggested_filename.endswith(".xlsx")
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").first.click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
