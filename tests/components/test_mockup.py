"""Mock-ups as documents: nothing that a text holds becomes markup, and every text can be found and measured."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.mockup import FRAMES, POLICY, STYLESHEET, WIDTHS, document
from components.mockup_art import face, icon, picture
from data.catalog import world
from data.samples.shop_texts import shop_texts
from frameworks.localization.items import Item, Translation
from frameworks.localization.scenes import SCENES, SURFACES, scene

TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "nav", "aside", "article", "section", "div", "span", "bdi",
    "i", "b", "svg", "path", "rect", "circle", "ellipse",
}  # fmt: skip
NAMES = {
    "lang", "dir", "class", "charset", "http-equiv", "content", "name", "style", "aria-hidden", "viewbox", "preserveaspectratio",
    "d", "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "fill", "opacity", "stroke", "stroke-width", "stroke-linecap",
    "data-lf-key", "data-lf-role", "data-lf-state", "data-lf-script", "data-lf-fit",
}  # fmt: skip
EVIL = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)",
    "</span></style>", "</style><style>*{ display: none }", "javascript:alert(1)", "<a href=\"https://evil.example\">x</a>",
    "url(https://evil.example)", "<!-- x",
    "]]>", "&lt;b&gt;", "{{7*7}} ${7*7} #{7}", "\u202e\u2069\u2066evil", "\u200b\ufeff\u200d" * 50, "A" * 5000,
    "<b onclick=alert(1)>x</b>", "<b style='position:fixed'>x</b>", "<meta http-equiv=refresh content=0>",
    "\x00\x1b<", "<base href=//e>",
)  # fmt: skip


class Read(HTMLParser):
    """Reads tags, attributes, and the text in the span of each key."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.names, self.styles, self.said, self.open = set(), set(), [], {}, []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.add(tag)
        self.names |= set(found)
        if "style" in found:
            self.styles.append((tag, found["style"]))
        if tag not in ("meta",):
            self.open.append((tag, found.get("data-lf-key")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        key = next((key for _tag, key in reversed(self.open) if key is not None), None)
        if key:
            self.said[key] = self.said.get(key, "") + data


def made(kind, rows, locale="de", market="DEU", **more):
    """A scene at 24.90 EUR."""
    given_more = {"price": Decimal("24.90"), "currency": "EUR", "product": None, "today": date(2026, 11, 22)} | more
    return scene(kind, rows, market=market, locale=locale, reference=world(), **given_more)


def harmless_page(page):
    """Check that a page has our tags and attributes alone, and one style on its body."""
    found = Read(page)
    assert found.tags <= TAGS and found.names <= NAMES and found.open == []
    assert [tag for tag, _style in found.styles] == ["body"]
    return found


@pytest.mark.parametrize("kind", SCENES)
@pytest.mark.parametrize("frame", WIDTHS)
def test_every_scene_in_every_frame(kind, frame):
    rows = tuple((item, None) for item in shop_texts())
    there = made(kind, rows)
    page = document(there, frame)
    found = harmless_page(page)
    assert {item.key for item, _ in rows if item.surface in SURFACES[kind]} <= set(found.said)
    assert POLICY in page and "url(" not in page and "http-equiv" in page and f"--wide:{WIDTHS[frame]}px" in page
    assert set(FRAMES) == set(WIDTHS) and 'data-lf-fit="1"' in page


@pytest.mark.parametrize("kind", SCENES)
def test_everything_on_the_page_is_drawn(kind):
    there = made(kind, tuple((item, None) for item in shop_texts()))
    page = document(there)
    lost = {part.role for part in there.parts if f'data-lf-role="{part.role}"' not in page}
    assert lost <= UNDRAWN


UNDRAWN = {"tax.value"}
"""What stands in a scene for others than the drawing."""


@pytest.mark.parametrize("kind", SCENES)
@pytest.mark.parametrize("evil", EVIL)
def test_hostile_texts_stay_texts(kind, evil):
    safe = evil.replace("\x00", "").replace("\x1b", "")
    rows = [(Item(f"k{place} {evil}", evil, evil, surface), Translation(f"k{place} {evil}", "de", evil))
            for place, surface in enumerate(SURFACES[kind])]  # fmt: skip
    page = document(made(kind, rows, product=evil, shop=evil))
    found = harmless_page(page)
    shown = "".join(found.said.values())
    if "<a " not in evil and "<b" not in evil and "&" not in evil and "\u202e" not in evil and "#" not in evil:
        assert safe in shown


_HOSTILE = st.text(alphabet="<>\"'&;/=:{}$%#!-()[]abpsx \n\u202e\u2068\u2069\u200b日ع", max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_HOSTILE, _HOSTILE, _HOSTILE, st.sampled_from(SCENES), st.sampled_from(["de", "ar", "en-XA", "ar-XB"]))
def test_no_text_becomes_markup(source, text, key, kind, locale):
    item = Item(f"k{key}", source, text, SURFACES[kind][0])
    page = document(made(kind, [(item, Translation(item.key, locale, text))], locale, shop=text, product=source))
    harmless_page(page)


def test_direction_language_and_script_of_a_part():
    rows = [(Item("k", "Handmade", surface="ad"), None)]
    page = document(made("ad", rows, "ar", "SAU"))
    assert '<html lang="ar-SA" dir="rtl" data-lf-script="Arab">' in page
    assert 'data-lf-key="k" data-lf-role="social" data-lf-state="source" data-lf-script="Latn" lang="en" dir="ltr"' in page


def test_values_are_isolated():
    rows = [(Item("k", "Hi {name}", surface="reply"), Translation("k", "de", "Hallo {name}"))]
    assert "Hallo <bdi>Lena Hoffmann</bdi>" in document(made("reply", rows))


def test_an_unknown_frame_is_the_desktop():
    assert f"--wide:{WIDTHS['desktop']}px" in document(made("ad", []), "watch")


def test_the_style_sheet_loads_and_hides_nothing_of_a_text():
    assert "@import" not in STYLESHEET and "url(" not in STYLESHEET and "http" not in STYLESHEET
    assert "text-overflow" not in STYLESHEET and "line-clamp" not in STYLESHEET


def test_pictures_are_drawn_in_place():
    for number in range(5):
        assert "http" not in picture(number) + face(number) and 'aria-hidden="true"' in picture(number)
    assert icon("cart").startswith("<svg")
