"""The hostile set without a browser: mock-ups hold it as letters, files hold it as cells, and bring it back or refuse it."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pandas as pd
import pytest

from components.mockup import POLICY, document
from data.catalog import world
from data.content import KINDS, Content, read_content, write_content
from data.export.brief_html import brief_html
from data.export.spreadsheet import table_csv, table_xlsx
from frameworks.localization.items import Item, Translation, clean_text
from frameworks.localization.scenes import SCENES, SURFACES, scene
from frameworks.report.document import Bar, Bars, Document, Figure, Figures, Point, Points, Section, Table, Text
from tests.browser.hostile import NAMED, STRINGS

ITEMS = tuple(Item(f"{text} {name}", text, text, "product", None, "en", False, text) for name, text in NAMED)
WRITTEN = tuple(
    Translation(item.key, locale, text, "draft", "person", text[:80], note=text)
    for locale in ("de", "ar") for item, text in zip(ITEMS, STRINGS, strict=True)
)  # fmt: skip
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "nav", "aside", "article", "section", "div", "span", "bdi",
    "i", "b", "svg", "path", "rect", "circle", "ellipse",
}  # fmt: skip
ADDRESSES = {"href", "src", "srcset", "srcdoc", "action", "formaction", "data", "poster", "background", "xlink:href", "ping"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Read(HTMLParser):
    """Reads tags, attributes and the text that is seen."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str, str]] = set()
        self.comments: list[str] = []
        self.seen: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {(tag, name, value or "") for name, value in attrs}

    def handle_comment(self, data):
        self.comments.append(data)

    def handle_data(self, data):
        self.seen.append(data)


def checked(page: str, tags: set[str]) -> Read:
    """Read a page: only these tags, no handlers, no addresses, no comments, nothing loaded by a style."""
    read = Read(page)
    assert read.tags <= tags
    assert not read.comments
    for tag, name, value in read.attributes:
        assert not name.startswith("on") and name not in ADDRESSES, (tag, name)
        if name == "style":
            assert "url(" not in value and "expression" not in value and "@import" not in value
        if name == "http-equiv":
            assert value == "Content-Security-Policy"
        if name == "content" and "default-src" in value:
            assert value == POLICY
    return read


@pytest.mark.parametrize("kind", SCENES)
def test_a_mock_up_holds_every_text_as_letters(kind):
    surface = SURFACES[kind][0]
    rows = [
        (Item(item.key, item.source, item.context, surface, None, "en", False, item.note), one)
        for item, one in zip(ITEMS, WRITTEN[: len(ITEMS)], strict=True)
    ]
    for locale in ("de", "ar-XB"):
        for start in range(0, len(rows), 60):
            made = scene(
                kind, rows[start : start + 60], market="DEU", locale=locale, reference=world(), price=Decimal(49), currency="EUR",
                product=STRINGS[start], today=date(2027, 3, 1),
            )  # fmt: skip
            checked(document(made, "phone"), TAGS)


def test_the_names_of_market_language_and_product_are_letters_too():
    for text in STRINGS:
        made = scene(
            "product", (), market="DEU", locale="de", reference=world(), price=Decimal(49), currency="EUR", product=text,
            today=date(2027, 3, 1),
        )  # fmt: skip
        checked(document(made, "desktop"), TAGS)


def test_a_brief_as_a_page_holds_every_text_as_letters():
    for text in STRINGS:
        blocks = (
            Text(text), Figures((Figure(text, text, text),)), Bars(text, (Bar(text, text, 1.0, note=text),)),
            Points((Point(text, text, (text,), text, text),)), Table((text,), ((text,),), title=text),
        )  # fmt: skip
        made = Document("market", text, text, text, text, "go", (Section("x", text, blocks),), (text,), "de", "2027-03-01")
        read = Read(brief_html([made], text).decode())
        assert not read.tags & {"script", "iframe", "object", "embed", "base", "link", "img", "form"}
        for tag, name, value in read.attributes:
            assert not name.startswith("on")
            assert name not in ADDRESSES or (tag == "a" and value.startswith(("http://", "https://"))), (tag, name, value)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if KINDS[kind].sources])
def test_a_file_of_texts_brings_each_back_or_tells_of_it(kind):
    content = Content(ITEMS, tuple(one for one in WRITTEN if one.locale == "de"))
    back = read_content(write_content(content, kind, locale="de"), f"x.{KINDS[kind].extension}", locale="de")
    there, came = {item.key: item for item in ITEMS}, {item.key: item for item in back.items}
    assert all(there[key] == item for key, item in came.items())
    assert len(there) - len(came) <= len(back.problems) < 40
    texts = {one.key: one.text for one in content.translations}
    assert all(texts[one.key] == one.text for one in back.translations)
    assert {key for key in came if texts[key].strip()} <= {one.key for one in back.translations}


def dead(workbook: bytes) -> None:
    """A workbook that calculates nothing and leads nowhere."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as book:
        assert not any(part in name for name in book.namelist() for part in ("externalLink", "vbaProject", "connections"))
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert sheets and not any(re.search(rb"<f[ >]|<hyperlink|<dde", sheet) for sheet in sheets)


def test_no_cell_of_a_table_is_a_formula():
    frame = pd.DataFrame({"text": [clean_text(text) for text in STRINGS], "=head": 1})
    for row in csv.reader(io.StringIO(table_csv(frame, index=False).decode("utf-8-sig"))):
        assert not any(cell.startswith(FORMULA) for cell in row if not cell.isdigit())
    dead(table_xlsx(frame, index=False, about={"note": list(STRINGS[:9])}))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_cell_of_a_file_of_texts_is_a_formula(kind):
    written = write_content(Content(ITEMS, WRITTEN), kind)
    if kind == "csv":
        for row in csv.reader(io.StringIO(written.decode("utf-8-sig"))):
            assert not any(cell.startswith(FORMULA) for cell in row)
    else:
        dead(written)
