"""A person brings her exports: several at once, one of them unknown; takes rows away, takes an upload out, erases it."""

from __future__ import annotations

import re

import pytest

RETAIL = (
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
    "536365,85123A,HEART,6,12/1/2010 8:26,2.55,17850,United Kingdom\n"
    "536366,71053,LANTERN,6,12/13/2010 8:26,3.39,17850,France\n"
    ",71053,LANTERN,6,12/13/2010 8:26,3.39,17850,=cmd|calc\n"
)
UNKNOWN = "Ref,When,Worth,Who,Place\nX1,2024-01-31,10.50,a@example.org,France\nX2,2024-02-01,20.00,b@example.org,Spain\n"
WIDTHS = (1280, 390)


def given(name: str, content: str) -> dict[str, object]:
    return {"name": name, "mimeType": "text/csv", "buffer": content.encode()}


def bring(page, settled, *files) -> None:
    before = page.locator("[class*=st-key-lf-delivery-]").count()
    page.locator("input[type=file]").set_input_files(list(files))
    page.wait_for_function(
        "count => document.querySelectorAll('[class*=st-key-lf-delivery-]').length >= count"
        " && !document.querySelector('[class*=st-key-lf-running-]')",
        arg=before + len(files), timeout=60_000,
    )  # fmt: skip
    settled(page)


def choose(page, settled, label: str, option: str) -> None:
    page.get_by_label(label, exact=True).first.click()
    page.get_by_role("option", name=option, exact=True).click()
    settled(page)


def action(page, settled, name: str, what: str) -> None:
    row = page.locator("[class*=st-key-lf-upload-]").filter(has_text=name)
    row.get_by_role("button").click()
    page.get_by_text(what, exact=True).click()
    settled(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_from_files_to_numbers_and_out_again(width, start_server, open_page, settled, axe_findings, tmp_path):
    with start_server(tmp_path / "home") as fresh:
        page = open_page("import", url=fresh.url, width=width)
        bring(page, settled, given("retail.csv", RETAIL), given("unknown.csv", UNKNOWN), given("junk.csv", "\x00\x01\x7fELF"))
        body = page.locator("[data-testid=stMain]")
        assert "2 orders and 2 order lines" in body.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert axe_findings(page) == []

        with page.expect_download() as download:
            page.get_by_role("button", name=re.compile("row set aside")).click()
        rejects = download.value.path().read_text("utf-8-sig")
        assert "no order number" in rejects and '"\'=cmd' in rejects and "17850" not in rejects

        page.get_by_role("button", name="Say what its columns hold").click()
        settled(page)
        choose(page, settled, "Order number", "Ref")
        choose(page, settled, "Order total, tax and shipping included", "Worth")
        assert page.locator("[data-testid=stDataFrame]").count() == 1
        page.get_by_role("button", name="Read the whole file like this").click()
        page.get_by_text("2 orders. Every row of the file is accounted for.").wait_for(timeout=30_000)
        settled(page)
        bring(page, settled, given("next month.csv", UNKNOWN.replace("X", "Y")))
        assert page.get_by_text("2 orders. Every row of the file is accounted for.").count() == 2

        action(page, settled, "retail.csv", "Take its rows out")
        assert "taken out" in page.locator("[class*=st-key-lf-upload-]").filter(has_text="retail.csv").inner_text()
        action(page, settled, "retail.csv", "Put its rows back")
        action(page, settled, "retail.csv", "Erase for good")
        page.get_by_role("button", name="Erase it").click()
        page.get_by_role("dialog").wait_for(state="detached")
        settled(page)
        assert page.locator("[class*=st-key-lf-upload-]").filter(has_text="retail.csv").count() == 0
        assert page.locator("[class*=st-key-lf-upload-]").count() == 2

        page.reload()
        settled(page)
        assert page.locator("[class*=st-key-lf-delivery-]").count() >= 2  # what was handed over is still there
        assert not list((tmp_path / "home").rglob("retail.csv"))


def test_everything_can_be_erased_and_says_so_first(start_server, open_page, settled, tmp_path):
    with start_server(tmp_path / "home") as fresh:
        page = open_page("import", url=fresh.url)
        bring(page, settled, given("retail.csv", RETAIL))
        page.get_by_text("How long rows are kept; erase everything").click()
        page.get_by_role("button", name="Erase everything …").click()
        dialog = page.get_by_role("dialog")
        dialog.wait_for()
        assert dialog.get_by_role("button", name="Erase everything").is_disabled()
        dialog.get_by_text("Yes, all of it").click()
        settled(page)
        dialog.get_by_role("button", name="Erase everything").click()
        dialog.wait_for(state="detached")
        settled(page)
        assert page.get_by_role("button", name="Load the sample exports").count() == 1
        assert page.locator("[class*=st-key-lf-delivery-]").count() == 0
