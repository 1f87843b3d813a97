"""Lists are narrowed by everything a reviewer asks for, and searched in any script."""

from __future__ import annotations

import pytest

from data.studio import Filter, StudioError
from frameworks.localization.items import Item, Translation


@pytest.fixture
def filled(studio):
    studio.write("cart.add", "de", "In den Warenkorb", by="Ann")
    studio.put_drafts([Translation("checkout.pay", "de", "Jetzt {amount} zahlen", origin="engine:google")])
    studio.put_drafts([Translation("faq.returns", "de", "Rückgabe möglich?", origin="memory")])
    studio.move([("faq.returns", "de")], "approved", by="Bob")
    studio.put_items([Item("checkout.pay", "Pay {amount}", "button", "checkout")], by="Ann")
    return studio


def keys(studio, locale="de", **narrow):
    return [row.item.key.split(".")[0] for row in studio.list(locale, Filter(**narrow)).rows]


@pytest.mark.parametrize(
    ("narrow", "expected"),
    [
        ({}, ["cart", "checkout", "mail", "faq"]),
        ({"surfaces": ["checkout", "faq"]}, ["checkout", "faq"]),
        ({"states": ["missing"]}, ["mail"]),
        ({"states": ["stale", "draft"]}, ["cart", "checkout"]),
        ({"origins": ["engine"]}, ["checkout"]),
        ({"origins": ["person", "memory"]}, ["cart", "faq"]),
        ({"by": "Bob"}, ["faq"]),
        ({"keys": ["mail.subject", "gone"]}, ["mail"]),
        ({"keys": []}, []),
        ({"text": "RUCKGABE"}, ["faq"]),
        ({"text": "warenkorb button"}, ["cart"]),
        ({"text": '"on its way"'}, ["mail"]),
        ({"text": '"way on"'}, []),
        ({"text": "cart.ADD"}, ["cart"]),
        ({"text": "%"}, []),
        ({"text": "pay", "states": ["stale"], "surfaces": ["checkout"]}, ["checkout"]),
        ({"text": "'; DROP TABLE studio_items --"}, []),
    ],
)
def test_filters(filled, narrow, expected):
    assert keys(filled, **narrow) == expected


def test_the_search_knows_scripts_without_spaces_and_other_widths(filled):
    filled.write("cart.add", "ja", "カートに入れる", by="Ann")
    filled.write("faq.returns", "ja", "ＡＢＣは返品できますか", by="Ann")
    assert keys(filled, "ja", text="入れ") == ["cart"]
    assert keys(filled, "ja", text="abc") == ["faq"]


def test_a_page_tells_how_many_there_are_and_in_what_state(filled):
    page = filled.list("de", start=1, limit=2)
    assert [row.item.key for row in page.rows] == ["checkout.pay", "mail.subject"]
    assert (page.total, page.states) == (4, {"draft": 1, "stale": 1, "missing": 1, "approved": 1})
    assert filled.list("xx").states == {"missing": 4}
    assert filled.list("de", start=9).rows == ()


def test_orders(filled):
    assert [row.item.key for row in filled.list("de", order="key").rows][:2] == ["cart.add", "checkout.pay"]
    assert filled.list("de", order="changed").rows[0].item.key == "checkout.pay"
    with pytest.raises(StudioError, match="no order"):
        filled.list("de", order="1; --")


def test_comments_are_counted_and_filtered(filled):
    filled.remarks.comment("mail.subject", "Which order?", by="Ann")
    number = filled.remarks.comment("cart.add", "Too long", by="Bob", locale="de")
    assert keys(filled, commented=True) == ["cart", "mail"]
    assert keys(filled, "fr", commented=True) == ["mail"]
    filled.remarks.resolve(number)
    assert [row.comments for row in filled.list("de").rows] == [0, 0, 1, 0]


def test_pairs_come_with_their_items(filled):
    assert [(item.key, text.text) for item, text in filled.pairs("de", ["cart.add", "mail.subject"])] == [
        ("cart.add", "In den Warenkorb")
    ]
    assert len(filled.pairs("de")) == 3
