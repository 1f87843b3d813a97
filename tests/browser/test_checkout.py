"""Checkout previews of sixty markets in a real browser: nothing cut, the right way round, in both frames."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from components.checkout_preview import document
from data.catalog import world
from frameworks.localization.checkout import checkout
from frameworks.localization.money import currency_of
from frameworks.localization.scripts import alpha2, direction
from frameworks.payments import SetUp, fit_for

MARKETS = (
    "ARE", "ARG", "AUS", "AUT", "BEL", "BGD", "BGR", "BRA", "CAN", "CHE", "CHL", "CHN", "COL", "CZE", "DEU", "DNK",
    "DZA", "EGY", "ESP", "EST", "FIN", "FRA", "GBR", "GRC", "HKG", "HRV", "HUN", "IDN", "IND", "IRL", "IRN", "IRQ",
    "ISR", "ITA", "JPN", "KEN", "KOR", "KWT", "LTU", "LVA", "MAR", "MEX", "MYS", "NGA", "NLD", "NOR", "NPL", "PER",
    "PHL", "PAK", "POL", "PRT", "ROU", "RUS", "SAU", "SRB", "SVK", "SVN", "SWE", "THA", "TUR", "TWN", "UKR", "USA",
    "VNM", "ZAF",
)  # fmt: skip
"""Every language of the phrase pack, every script, and the largest markets."""

LONG = "Extraordinarily-long-product-name-without-a-break-0123456789 and a hand-thrown teapot for eight"

CUT = """() => {
    const found = [];
    for (const page of document.querySelectorAll('.lf-co-page')) {
        const frame = page.getBoundingClientRect();
        const name = page.lang;
        for (const box of [page, ...page.querySelectorAll('*')]) {
            const shape = getComputedStyle(box);
            if (shape.display === 'inline' || shape.display === 'contents') continue;
            const told = [box.className, box.textContent.slice(0, 60)];
            if (box.scrollWidth > box.clientWidth + 1 && box.clientWidth) found.push([name, 'wide', ...told]);
            if (shape.overflowY === 'hidden' && box.scrollHeight > box.clientHeight + 1) found.push([name, 'tall', ...told]);
        }
        const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const spot of range.getClientRects())
                if (spot.left < frame.left - 1 || spot.right > frame.right + 1)
                    found.push([name, 'outside', node.parentElement.className, node.textContent.slice(0, 60)]);
        }
    }
    return found;
}"""

SIDES = """() => [...document.querySelectorAll('.lf-co-page')].map(page => {
    const head = page.querySelector('.lf-co-title'), range = document.createRange();
    range.selectNodeContents(head);
    const text = range.getBoundingClientRect(), box = head.getBoundingClientRect();
    return [page.lang, getComputedStyle(page).direction, box.right - text.right < text.left - box.left ? 'right' : 'left'];
})"""


@pytest.fixture(scope="module")
def previews():
    """The checkout of every market with a long product name and a six-figure price."""
    found = []
    for market in MARKETS:
        own = currency_of(alpha2(market))
        set_up = SetUp(providers=("adyen", "stripe"), merchant_country="NLD", currencies=(own,), cash_on_delivery=True)
        found.append(
            checkout(
                world(), market, fit=fit_for(market, set_up, reference=world()), product=LONG, price=Decimal(123456),
                currency=own, shipping=Decimal(4900), delivery=date(2027, 9, 22), rate_day=date(2026, 10, 30),
            )
        )  # fmt: skip
    return found


@pytest.fixture
def drawn(chromium, previews):
    """Function that puts all previews of a frame into one page of the given width."""
    contexts = []

    def draw(frame, width):
        context = chromium.new_context(viewport={"width": width, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.set_content(document(previews, frame))
        return page

    yield draw
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("frame", "width"), [("desktop", 1280), ("desktop", 390), ("phone", 390), ("phone", 360)])
def test_no_text_of_sixty_markets_is_cut(drawn, frame, width):
    page = drawn(frame, width)
    assert page.locator(".lf-co-page").count() == len(MARKETS) >= 60
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), "scrolls sideways"
    assert page.evaluate(CUT) == []


def test_scripts_that_run_from_right_to_left_stand_right(drawn, previews):
    sides = drawn("desktop", 1280).evaluate(SIDES)
    wanted = {one.language: direction(one.language) for one in previews}
    assert {language: way for language, way, _side in sides} == wanted
    assert [language for language, way, side in sides if (side == "right") != (way == "rtl")] == []
    assert {"ar-SA", "he-IL", "fa-IR"} <= {language for language, way in wanted.items() if way == "rtl"}


def test_two_markets_stand_side_by_side_where_there_is_room(open_page):
    page = open_page("checkout?home=USA&market=JPN&beside=SAU", width=1280)
    page.get_by_text("Phone", exact=True).click()
    page.locator(".lf-co-phone").nth(1).wait_for()
    boxes = [page.locator(".lf-co-phone").nth(place).bounding_box() for place in (0, 1)]
    assert boxes[0]["y"] == pytest.approx(boxes[1]["y"], abs=2) and boxes[1]["x"] > boxes[0]["x"]
    assert page.evaluate(CUT) == []
