"""What did not fit is kept with the text it was measured with, and no longer."""

from __future__ import annotations

import pytest

from data.studio.layout import Layout, Seen
from frameworks.localization.layout import Overrun

OVER = Overrun("clipped", "x", 180.4, 120.0, True, "button")


@pytest.fixture
def layout(workspace, studio):
    studio.write("cart.add", "de", "In den Warenkorb legen", by="Ann")
    studio.write("mail.subject", "de", "Unterwegs", by="Ann")
    return workspace.room(Layout)


def texts(studio, *keys):
    return {item.key: made.text for item, made in studio.pairs("de") if item.key in keys}


def test_what_did_not_fit_is_found_again_with_its_place(studio, layout):
    assert layout.record("de", "product", "phone", texts(studio, "cart.add", "mail.subject"), {"cart.add": OVER}) == 1
    found = layout.overruns("de")
    assert list(found) == [("cart.add", "de")]
    one = found["cart.add", "de"][0]
    assert (one.kind, one.needed, one.room, one.fit, one.role) == ("clipped", 180.4, 120.0, True, "button")
    assert (one.surface, one.frame) == ("product", "phone")
    assert layout.overruns("fr") == {} and layout.overruns(keys=("mail.subject",)) == {}
    assert layout.seen() == {("de", "product", "phone"): Seen(2, 1)}


def test_another_text_forgets_it_and_the_old_text_brings_it_back(studio, layout):
    layout.record("de", "product", "phone", texts(studio, "cart.add"), {"cart.add": OVER})
    studio.write("cart.add", "de", "Kaufen", by="Ann")
    assert layout.overruns() == {} and layout.seen() == {}
    studio.undo(by="Ann")
    assert list(layout.overruns()) == [("cart.add", "de")]


def test_a_later_look_takes_the_place_of_the_former(studio, layout):
    shown = texts(studio, "cart.add")
    layout.record("de", "product", "phone", shown, {"cart.add": OVER})
    layout.record("de", "product", "desktop", shown, {"cart.add": OVER})
    assert len(layout.overruns()["cart.add", "de"]) == 2
    assert layout.record("de", "product", "phone", shown, {}) == 0
    assert [one.frame for one in layout.overruns()["cart.add", "de"]] == ["desktop"]


def test_texts_that_are_gone_are_left_out(studio, layout):
    assert layout.record("de", "product", "phone", {"no.such": "x"}, {"no.such": OVER}) == 0
    layout.record("de", "product", "phone", texts(studio, "cart.add"), {"cart.add": OVER})
    studio.remove_items(["cart.add"], by="Ann")
    assert layout.overruns() == {}


def test_erasing_forgets_all(studio, layout):
    layout.record("de", "product", "phone", texts(studio, "cart.add"), {"cart.add": OVER})
    layout.erase()
    assert layout.overruns() == {} and layout.seen() == {}
    layout.record("de", "product", "phone", texts(studio, "cart.add"), {"cart.add": OVER})
    studio.erase()
    assert layout.seen() == {}
