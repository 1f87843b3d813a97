"""The checkout as markup: everything escaped, no scripts, language and direction where they belong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from components import words
from components.checkout_preview import document, legend, markup, side_by_side
from data.catalog import world
from frameworks.localization.checkout import checkout
from frameworks.localization.checkout_model import Entry, Line, Method, Note, Text
from frameworks.payments import SetUp, fit_for

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'\u202e"
ALLOWED = {"div", "p", "span", "b", "i", "bdi", "strong", "small", "ul", "li"}


@pytest.fixture(autouse=True)
def _american():
    with words.using("en", "en-US"):
        yield


class Tags(HTMLParser):
    """Collects tags, attributes and whether every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags, self.attributes, self.open = set(), set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def read(text):
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    return tags


def shown(market, product="Teapot", currency="USD"):
    fit = fit_for(market, SetUp(providers=("adyen",), cash_on_delivery=True), reference=world())
    return checkout(
        world(), market, fit=fit, product=product, price=Decimal("12"), currency=currency, shipping=Decimal("3"),
        delivery=date(2027, 1, 15), rate_day=date(2026, 10, 30),
    )  # fmt: skip


@pytest.mark.parametrize("market", world().markets)
def test_every_market_is_drawn_escaped_and_well_formed(market):
    one = shown(market, EVIL)
    for frame in ("desktop", "phone"):
        text = markup(one, frame)
        tags = read(text)
        assert tags.tags <= ALLOWED
        assert tags.attributes <= {"class", "lang", "dir", "role", "aria-label", "aria-hidden"}
        assert f'dir="{one.direction}"' in text and f'lang="{one.language}"' in text
    read(legend(one))


def test_every_text_of_the_model_is_escaped():
    evil = Text(EVIL, EVIL, 1)
    hostile = replace(
        shown("DEU"), market=EVIL, language=EVIL, direction=EVIL, product=EVIL, price=EVIL,
        words=dict.fromkeys(shown("DEU").words, evil), summary=(Line(evil, EVIL, 1), Line(evil, EVIL)), total=Line(evil, EVIL),
        tax_note=evil, instalments=evil, delivery=Line(evil, EVIL), contact=(Entry("a", "b", evil, EVIL, False, EVIL, EVIL),),
        rows=((Entry("a", "b", evil, EVIL, True, choices=(EVIL,)),),), methods=(Method(evil, evil, "card", "yes", (EVIL,)),),
        unshown=(EVIL,), left_out=(EVIL,),
    )  # fmt: skip
    for text in (markup(hostile), markup(hostile, "phone"), legend(hostile), document([hostile], EVIL)):
        assert "<script" not in text and "<img" not in text
        assert "onerror=alert(1)>" not in text


def test_a_note_is_escaped():
    note = shown("DEU").notes[0]
    assert "<b>" not in legend(replace(shown("DEU"), notes=(Note(1, type(note.said)("{x}", x="<b>"), True),)))


def test_right_to_left_page_keeps_numbers_and_the_address_left_to_right():
    text = markup(shown("SAU"))
    assert '<bdi dir="ltr">shop.example</bdi>' in text
    assert '<bdi dir="ltr">+966 51 234 5678</bdi>' in text
    assert 'lang="ar-SA" dir="rtl"' in text


def test_words_in_another_language_are_isolated_and_named():
    one = shown("ISL")
    foreign = replace(one, language="is-IS", words={**one.words, "contact": Text("Contact", "en")})
    assert '<bdi lang="en" dir="ltr">Contact</bdi>' in markup(foreign)


def test_marks_are_explained():
    one = shown("DEU")
    for number in {note.number for note in one.notes if note.number is not None}:
        assert f'<i class="lf-co-mark">{number}</i>' in markup(one)
        assert f'<i class="lf-co-mark">{number}</i>' in legend(one)


def test_two_markets_stand_in_one_set():
    assert side_by_side([shown("DEU"), shown("JPN")], "phone").count("lf-co-page") == 2


def test_the_page_to_keep_is_whole_and_runs_nothing():
    text = document([shown("JPN"), shown("SAU")], "phone")
    assert text.startswith("<!doctype html>") and "default-src 'none'" in text
    assert "<script" not in text and "http://" not in text and "url(" not in text and "@import" not in text


def test_an_unknown_frame_is_the_desktop_s():
    assert "lf-co-desktop" in markup(shown("DEU"), "<x>")
