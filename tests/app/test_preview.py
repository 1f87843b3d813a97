"""The Preview page: choices, what did not fit, the way to Review, measuring everything, pictures, empty states."""

from __future__ import annotations

import io
import zipfile

import pytest

from components.preview_frame import Answer
from components.preview_measured import Measured, Missing, SheetMeasured
from components.preview_picture import Assembly
from data.store import Workspace
from data.studio.layout import Layout, Seen
from frameworks.localization.items import Item
from frameworks.localization.layout import Overrun
from pages import preview_run
from pages.preview_work import Job, View
from tests.app.reading import opened, words
from tests.components.test_preview_picture import picture, text

ITEMS = (
    Item("product.name", "Tea for two", "name of a product", max_width=40),
    Item("product.add_to_cart", "Add to cart", "button", max_width=18),
    Item("checkout.pay", "Pay {amount} now", "button", "checkout"),
)
CLIPPED = Overrun("clipped", "x", 300.0, 120.0, True, "add")


@pytest.fixture
def workspace():
    """The texts of a small shop in German and Japanese."""
    kept = Workspace()
    studio = kept.studio
    studio.begin()
    studio.remove_items([item.key for item in studio.items()], by="")
    studio.put_items(ITEMS, by="Ann")
    studio.set_locales(["de", "ja"])
    studio.write("product.add_to_cart", "de", "In den Warenkorb", by="Ann")
    studio.write("product.name", "ja", "ふたりのお茶", by="Ann")
    return kept


@pytest.fixture
def browser(monkeypatch):
    """A browser that measures at once. Its list of texts that do not fit can be changed; asked: what it was given."""
    told = {"over": {}, "missing": (), "asked": [], "refuse": False}

    def draw(sheets, *, key, ask=None, hidden=False):
        told["asked"].append((key, tuple(sheet.id for sheet in sheets)))
        found = {
            sheet.id: SheetMeasured(
                sheet.id, sheet.mark, 900.0, 0.0,
                tuple((name, one) for name, one in told["over"].items() if name in sheet.keys), told["missing"],
            )
            for sheet in sheets
        }  # fmt: skip
        piece = None
        if ask is not None:
            data = text(picture())
            piece = {**ask, "mark": sheets[0].mark, "total": len(data), "text": data}
            if told["refuse"]:
                piece = {**ask, "refused": "refused"}
        return Answer(Measured(found, ("Tibt",)), piece)

    monkeypatch.setattr("components.preview_frame.draw", draw)
    monkeypatch.setattr("pages.preview_run.draw", draw)
    return told


def press(app, key):
    app.button(key=key).click().run()
    assert not app.exception
    return app


def test_it_opens_with_the_first_two_languages_and_says_how_far_their_texts_are(workspace, browser):
    app = opened("preview")
    assert app.multiselect(key="view_locales").value == ["de", "ja"]
    assert browser["asked"][-1][1] == ("de|DEU|product|desktop|0", "ja|JPN|product|desktop|0")
    said = words(app)
    assert "German (de) · Germany · Product page · Desktop" in said and "2 not approved" in said
    assert "Every text fits" in said and "Tibetan" in said


def test_choices_come_from_the_address_and_go_there(workspace, browser):
    app = opened("preview", locales="ja.en-XA.nonsense", markets="KOR.XXX", surface="product", frame="phone")
    assert browser["asked"][-1][1][0] == "ja|KOR|product|phone|0" and browser["asked"][-1][1][1].startswith("en-XA|")
    app.selectbox(key="in_preview_market_ja").set_value("JPN").run()
    app.multiselect(key="view_locales").set_value(["ja", "ar-XB"]).run()
    assert not app.exception
    assert app.query_params["locales"] == "ja.ar-XB" and app.query_params["frame"] == "phone"
    assert browser["asked"][-1][1][1].startswith("ar-XB|")


def test_nothing_chosen_and_nothing_there_are_said(workspace, browser):
    app = opened("preview")
    app.multiselect(key="view_locales").set_value([]).run()
    assert "Choose one to four languages" in words(app)
    workspace.studio.remove_items([item.key for item in workspace.studio.items()], by="Ann")
    assert "There is nothing to see yet" in words(opened("preview"))


def test_without_languages_the_texts_stand_as_written_and_made_up(browser):
    studio = Workspace().studio
    studio.begin()
    app = opened("preview")
    assert app.multiselect(key="view_locales").value == ["en", "en-XA"]
    assert "No language is chosen" in words(app)


def test_what_does_not_fit_is_told_kept_and_leads_to_review(workspace, browser):
    browser["over"] = {"product.add_to_cart": CLIPPED}
    app = opened("preview", frame="phone")
    said = words(app)
    assert "product.add_to_cart" in said and "Phone: cut off. It needs 300 px and has 120." in said
    held = workspace.room(Layout).overruns()
    assert [(one.surface, one.frame) for one in held["product.add_to_cart", "de"]] == [("product", "phone")]
    assert ("product.add_to_cart", "ja") not in held, "it stands in the source language there"
    press(app, "preview_open_0")
    shown = words(app)
    assert "product.add_to_cart" in shown and "Does not fit" in shown and "It needs 300 px and has 120." in shown


def test_review_lets_it_be_set_aside_and_forgets_it_with_the_text(workspace, browser):
    browser["over"] = {"product.add_to_cart": CLIPPED}
    opened("preview", locales="de")
    app = opened("review", locale="de", key="product.add_to_cart")
    app.text_input(key="rv_name").set_value("Bea").run()
    app.text_input(key="rv_aside_why_overflow").set_value("The shop has another button").run()
    press(app, "rv_aside_do_overflow")
    assert "1 finding set aside" in " ".join(one.label for one in app.expander)
    workspace.studio.write("product.add_to_cart", "de", "Kaufen", by="Ann")
    assert "Does not fit" not in words(opened("review", locale="de", key="product.add_to_cart"))


def test_letters_without_a_font_are_told_with_script_and_text(workspace, browser):
    browser["missing"] = (Missing("Thai", ("ก",), 1, ("product.name",)),)
    said = words(opened("preview", locales="de"))
    assert "no font for 1 letter of the script Thai" in said.replace("\\", "") and "U+0E01" in said.replace("\\", "")


def test_measuring_all_languages_keeps_what_was_found(workspace, browser):
    browser["over"] = {"product.add_to_cart": CLIPPED}
    app = press(opened("preview"), "preview_all")
    for _turn in range(60):
        if preview_run.RUN not in app.session_state:
            break
        app.run()
    assert preview_run.RUN not in app.session_state
    seen = workspace.room(Layout).seen()
    assert seen["de", "product", "desktop"] == Seen(1, 1) and seen["de", "product", "phone"] == Seen(1, 1)
    assert seen["ja", "product", "phone"] == Seen(1, 0)
    assert "documents" in words(app) and not app.exception
    done = app.session_state[preview_run.DONE]
    assert done.over == sum(one.over for one in seen.values()) > 0 and done.other > 0
    assert "more without a translation or made up" in words(app)


def test_a_run_can_be_cancelled(workspace, browser, monkeypatch):
    monkeypatch.setattr("pages.preview_run.draw", lambda *args, **kwargs: Answer())
    app = press(opened("preview"), "preview_all")
    assert preview_run.RUN in app.session_state
    press(app, "preview_cancel")
    assert preview_run.RUN not in app.session_state and "Cancelled" in words(app)


def test_pictures_are_drawn_and_offered(workspace, browser):
    app = press(opened("preview"), "preview_pictures")
    for _turn in range(20):
        if preview_run.RUN not in app.session_state:
            break
        app.run()
    done = app.session_state[preview_run.DONE]
    assert sorted(done.files) == ["landfall-preview-de-deu-product-desktop.png", "landfall-preview-ja-jpn-product-desktop.png"]
    assert all(data == picture() for data in done.files.values())
    labels = {button.label for button in app.get("download_button")}
    assert "All pictures (ZIP)" in labels and "Documents (ZIP of HTML)" in labels
    inside = zipfile.ZipFile(io.BytesIO(preview_run.zipped(done.files)))
    assert inside.namelist() == sorted(done.files) and inside.testzip() is None


def test_a_browser_that_refuses_pictures_is_told_once(workspace, browser):
    browser["refuse"] = True
    app = press(opened("preview"), "preview_pictures")
    for _turn in range(20):
        if preview_run.RUN not in app.session_state:
            break
        app.run()
    assert "does not hand out pictures" in words(app)
    assert app.session_state[preview_run.DONE].files == {}


def test_an_answer_to_another_request_changes_nothing():
    assembly = Assembly(7, "a", "m")
    assembly.take({"number": 6, "id": "a", "at": 0, "mark": "m", "total": 4, "text": "AAAA"})
    assert assembly.png is None and assembly.ask is not None


def test_files_have_names_that_tell_what_they_are():
    assert preview_run.name(Job(View("pt_BR", "BRA"), "checkout", "phone", 2), "png") == (
        "landfall-preview-pt-br-bra-checkout-phone-3.png"
    )


def test_emoji_without_a_font_are_no_letters_of_a_script(workspace, browser):
    browser["missing"] = (Missing("Zyyy", ("🙂",), 2, ("product.name",)),)
    said = words(opened("preview", locales="de")).replace("\\", "")
    assert "no font for 2 signs or emoji: U+1F642. In: product.name." in said and "of the script" not in said
    assert "places of texts in 1 language;" in said
    assert "In the pictures, dashed: not approved and yellow: still in the source language." in said
