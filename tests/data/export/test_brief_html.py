"""Briefs as HTML: escaped, without scripts, one page of its own."""

from html.parser import HTMLParser

from data.export.brief_html import brief_html, fragment
from tests.data.export.briefs import HOSTILE_DOCUMENTS, document


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def tags(markup: str):
    parser = Tags()
    parser.feed(markup)
    return parser.found


def test_hostile_text_stays_text():
    for hostile in HOSTILE_DOCUMENTS:
        text = brief_html([hostile], hostile.title).decode()
        found = tags(text)
        assert not {tag for tag, _attrs in found} & {"script", "img", "iframe", "object", "form"}
        assert not any(name.startswith("on") for _tag, attrs in found for name in attrs)
        assert all(attrs["href"].startswith("https://") for tag, attrs in found if tag == "a")
        assert "\u202e" not in text


def test_the_same_documents_give_the_same_bytes():
    documents = [document(), document("Japan")]
    assert brief_html(documents, "Briefs") == brief_html(documents, "Briefs")


def test_a_file_stands_alone_and_fetches_nothing():
    text = brief_html([document()], "Briefs").decode()
    assert "default-src 'none'" in text
    assert not {"link", "script", "img"} & {tag for tag, _attrs in tags(text)}
    assert "@import" not in text
    assert "url(" not in text


def test_every_section_has_a_heading_below_the_title():
    found = [tag for tag, _attrs in tags(fragment(document(), 2))]
    assert found.count("h2") == 1
    assert found.count("h3") == len(document().sections)


def test_right_to_left_is_marked():
    assert 'dir="rtl"' in fragment(document(rtl=True))
