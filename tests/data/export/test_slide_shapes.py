"""What slides are drawn with: sizes that fit, native tables."""

import io

from pptx import Presentation

from data.export.slide_shapes import INK, Deck


def test_long_text_shrinks_where_asked_to():
    deck = Deck()
    slide = deck.slide()
    long = [[("word " * 400, 12, False, INK)]]
    deck.text(slide, long, 1, 1, 4, 2, shrink=True)
    deck.text(slide, long, 1, 1, 4, 2)
    sizes = [shape.text_frame.paragraphs[0].runs[0].font.size.pt for shape in slide.shapes]
    assert sizes == [7, 12]


def test_a_table_says_how_high_it_is():
    deck = Deck()
    slide = deck.slide()
    low = deck.table(slide, ("A", "B"), [("x", "y")], (), (1,), 1, 1, 5, size=10)
    high = deck.table(slide, ("A", "B"), [("x " * 200, "y")], (1, 1), (), 1, 2, 5, size=10)
    assert 0 < low < high
    tables = [shape.table for shape in slide.shapes]
    assert tables[0].cell(1, 0).text == "x"


def test_wide_scripts_take_more_room():
    deck = Deck()
    slide = deck.slide()
    assert deck.note(slide, "日" * 200, 1, 1, 5, size=10) > deck.note(slide, "a" * 200, 1, 1, 5, size=10)


def test_the_file_opens_with_its_properties():
    import datetime as dt

    deck = Deck()
    deck.slide()
    deck.describe("Briefs", dt.datetime(2000, 1, 1))
    about = Presentation(io.BytesIO(deck.saved())).core_properties
    assert (about.title, about.author, about.created.year) == ("Briefs", "Landfall", 2000)
