"""The Review page: the queue, judging, what is typed, findings, comments, history, bulk approval and hostile texts."""

import pytest

from data.store import Workspace
from frameworks.localization.items import Item
from tests.app.reading import opened, words

HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script>\u202e[a](javascript:b)'
ITEMS = (
    Item("cart.add", "Add to cart", "button", max_width=30),
    Item("cart.sum", "Your cart holds {count} things", "heading"),
    Item("mail.subject", "Your order is on its way", "subject", "email"),
    Item("pay.now", "Pay now", "button", "checkout"),
)


@pytest.fixture
def studio():
    """The texts of a small shop, with German drafts by Ann; the sample shop stays out."""
    studio = Workspace().studio
    studio.begin()
    studio.remove_items([item.key for item in studio.items()], by="")
    studio.put_items(ITEMS, by="Ann")
    studio.set_locales(["de", "ar"])
    studio.write("cart.add", "de", "In den Warenkorb", by="Ann")
    studio.write("cart.sum", "de", "Im Warenkorb sind drei Dinge", by="Ann", state="needs_review")
    studio.write("pay.now", "de", "Jetzt bezahlen", by="Ann")
    return studio


def page(name="Bea", **params):
    app = opened("review", **params)
    if name:
        app.text_input(key="rv_name").set_value(name).run()
    assert not app.exception
    return app


def field(app):
    return next(area for area in app.text_area if area.key.startswith("rv_text_"))


def press(app, key):
    app.button(key=key).click().run()
    assert not app.exception
    return app


def test_without_locales_the_page_says_where_to_choose_them():
    assert "Choose the locales you translate into" in opened("review").info[0].value


def test_a_text_is_shown_with_all_a_reviewer_needs(studio):
    text = words(page())
    assert "Add to cart" in text and "Product page" in text and "at most 30 columns" in text
    assert "Draft" in text and "written by a person" in text and "Ann, " in text
    assert field(page()).value == "In den Warenkorb"


def test_approving_goes_on_to_the_next_and_can_be_undone(studio):
    app = press(page(), "rv_approve")
    held = studio.row("cart.add", "de").translation
    assert (held.state, held.by, held.self_reviewed) == ("approved", "Bea", False)
    assert "cart.add was approved." in words(app) and field(app).value == "Im Warenkorb sind drei Dinge"
    press(app, "rv_undo")
    assert studio.row("cart.add", "de").state == "draft"


def test_the_queue_of_a_state_is_worked_off_one_by_one(studio):
    app = page()
    app.multiselect(key="rv_states").set_value(["draft"]).run()
    press(app, "rv_approve")
    assert field(app).value == "Jetzt bezahlen"
    press(app, "rv_approve")
    assert "No text fits these filters." in app.info[0].value


def test_judging_needs_a_name_and_keeps_what_was_typed(studio):
    app = page(name="")
    field(app).set_value("In den Korb").run()
    press(app, "rv_save")
    assert "Write your name first" in words(app)
    assert field(app).value == "In den Korb" and studio.row("cart.add", "de").translation.text == "In den Warenkorb"


def test_ones_own_text_is_marked_self_reviewed(studio):
    app = page()
    field(app).set_value("In den Korb").run()
    assert "marked self-reviewed" in words(app)
    press(app, "rv_approve")
    held = studio.row("cart.add", "de").translation
    assert (held.text, held.state, held.self_reviewed) == ("In den Korb", "approved", True)
    press(app, "rv_undo")
    assert studio.row("cart.add", "de").translation.text == "In den Warenkorb"


def test_what_is_typed_survives_going_away_and_coming_back(studio):
    app = page()
    field(app).set_value("Noch nicht fertig").run()
    press(app, "rv_next")
    assert field(app).value == "Im Warenkorb sind drei Dinge"
    press(app, "rv_previous")
    assert field(app).value == "Noch nicht fertig" and "Not saved yet." in words(app)
    press(app, "rv_discard")
    assert field(app).value == "In den Warenkorb"


def test_a_saved_draft_stays_a_draft_and_an_approved_text_needs_review_again(studio):
    app = page()
    field(app).set_value("In den Korb").run()
    press(app, "rv_save")
    assert studio.row("cart.add", "de").state == "draft"
    studio.move([("cart.add", "de")], "approved", by="Ann")
    app.run()
    field(app).set_value("In den Wagen").run()
    press(app, "rv_save")
    assert studio.row("cart.add", "de").state == "needs_review"


def test_someone_elses_change_is_told_and_nothing_typed_is_lost(studio):
    app = page()
    field(app).set_value("Meins").run()
    studio.write("cart.add", "de", "Ihres <b>", by="Cem")
    press(app, "rv_save")
    text = words(app)
    assert "Someone else changed this translation in the meantime." in text and "Ihres &lt;b&gt;" in text
    assert field(app).value == "Meins" and studio.row("cart.add", "de").translation.text == "Ihres <b>"
    press(press(app, "rv_mine"), "rv_save")
    assert studio.row("cart.add", "de").translation.text == "Meins"


def test_their_text_can_be_taken_instead(studio):
    app = page()
    field(app).set_value("Meins").run()
    studio.write("cart.add", "de", "Ihres", by="Cem")
    app.run()
    press(app, "rv_theirs")
    assert field(app).value == "Ihres" and "Not saved yet." not in words(app)


def test_a_text_that_changed_unseen_is_not_approved(studio):
    app = page()
    studio.write("cart.add", "de", "Ganz anders", by="Cem")
    press(app, "rv_approve")
    assert studio.row("cart.add", "de").state == "draft"
    assert "Someone else changed" in words(app) and field(app).value == "Ganz anders"


def test_rejecting_needs_a_reason_which_the_next_one_reads(studio):
    app = press(page(), "rv_reject")
    assert "Say why it is rejected" in words(app) and studio.row("cart.add", "de").state == "draft"
    app.text_input(key="rv_why").set_value("Too stiff").run()
    press(app, "rv_reject")
    assert studio.row("cart.add", "de").translation.note == "Too stiff"
    assert app.text_input(key="rv_why").value == ""
    assert "Why: Too stiff" in words(press(app, "rv_previous"))


def test_findings_are_shown_and_set_aside_with_a_reason(studio):
    app = press(page(), "rv_next")
    assert "Placeholders" in words(app) and "{count}" in words(app)
    press(app, "rv_aside_do_placeholders")
    assert "Write 1 to 4,000 characters." in words(app)
    app.text_input(key="rv_aside_why_placeholders").set_value("There are always three").run()
    press(app, "rv_aside_do_placeholders")
    assert "There are always three" in words(app) and studio.remarks.ignored("de")
    press(app, "rv_heed_placeholders")
    assert not studio.remarks.ignored("de")


def test_what_is_typed_is_not_held_against_its_own_saved_text(studio):
    app = page()
    field(app).set_value("In den Korb").run()
    assert "Inconsistent" not in words(app)
    studio.put_items([Item("cart.again", "Add to cart")], by="Ann")
    studio.write("cart.again", "de", "In den Wagen", by="Ann")
    assert "Inconsistent" in words(app.run())


def test_comments_are_kept_and_settled(studio):
    app = page()
    app.text_area(key="rv_comment").set_value("Is it the <b>button</b>?").run()
    press(app, "rv_comment_add")
    one = studio.remarks.comments("cart.add", "de")[0]
    assert one.by == "Bea" and "Is it the &lt;b&gt;button&lt;/b&gt;?" in words(app)
    assert app.text_area(key="rv_comment").value == ""
    press(app, f"rv_settle_{one.number}")
    assert studio.remarks.comments("cart.add", "de")[0].resolved


def test_an_earlier_version_comes_back(studio):
    studio.write("cart.add", "de", "Kaufen", by="Cem")
    app = page()
    first = studio.history("cart.add", "de")[-1]
    press(app, f"rv_restore_{first.number}")
    assert field(app).value == "In den Warenkorb" and "The earlier text is back." in words(app)


def test_a_changed_source_shows_what_changed(studio):
    studio.put_items([Item("cart.add", "Add all to cart", "button", max_width=30)], by="Ann")
    text = words(page())
    assert "Stale" in text and "<ins>all </ins>" in text


def test_a_suggestion_is_taken_over_but_not_saved(studio):
    studio.write("cart.add", "de", "In den Warenkorb!", by="Ann")
    studio.move([("cart.add", "de")], "approved", by="Bea")
    studio.write("cart.add", "de", "Kaufen", by="Ann")
    app = press(page(), "rv_take_0")
    assert field(app).value != "Kaufen" and "Not saved yet." in words(app)
    assert studio.row("cart.add", "de").translation.text == "Kaufen"


def test_bulk_approval_leaves_findings_and_the_checkout_for_a_look(studio):
    app = press(page(), "rv_bulk")
    assert [studio.row(item.key, "de").state for item in ITEMS] == ["approved", "needs_review", "missing", "draft"]
    assert "1 text was approved. 1 has findings and waits." in words(app)
    press(app, "rv_undo")
    assert studio.row("cart.add", "de").state == "draft"


def test_right_to_left_and_search(studio):
    studio.write("mail.subject", "ar", "طلبك في الطريق", by="Ann")
    app = page(locale="ar")
    app.text_input(key="rv_search").set_value("طلبك").run()
    assert field(app).value == "طلبك في الطريق"
    assert 'dir="rtl"' in words(app)


def test_another_locale_shows_the_same_text_and_keeps_what_was_typed(studio):
    app = press(page(), "rv_next")
    field(app).set_value("Halb fertig").run()
    app.selectbox(key="view_locale").set_value("ar").run()
    assert field(app).value == "" and "Your cart holds" in words(app) and "2 / 4" in words(app)
    app.selectbox(key="view_locale").set_value("de").run()
    assert field(app).value == "Halb fertig"


def test_hostile_texts_are_shown_as_they_are(studio):
    studio.put_items([Item("cart.add", HOSTILE, HOSTILE, note=HOSTILE), Item(HOSTILE, "x")], by=HOSTILE)
    studio.write("cart.add", "de", HOSTILE, by=HOSTILE)
    studio.move([("cart.add", "de")], "rejected", by=HOSTILE, why=HOSTILE)
    studio.remarks.comment("cart.add", HOSTILE, by=HOSTILE, locale="de")
    app = page(name=HOSTILE)
    text = words(app)
    assert "<img" not in text and "<script>alert" not in text and "&lt;script&gt;" in text
    assert "\u202e" not in text and "U+202E" in text
    press(app, "rv_needs_review")
    assert studio.row("cart.add", "de").state == "needs_review"


def test_an_address_with_an_unknown_locale_opens_the_first(studio):
    assert field(page(locale="xx'><b>")).value == "In den Warenkorb"
