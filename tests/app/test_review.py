"""The Review page: the queue, judging, what is typed, findings, comments, history, bulk approval and hostile texts."""

import pytest

from data.jobs import Jobs
from data.store import Workspace
from data.studio import Studio
from frameworks.localization.items import Item
from pages.desk import workspace
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
    assert "Undone." in words(app) and field(app).value == "In den Warenkorb"


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


# --- everything --------------------------------------------------------------------------------


def everything(**params):
    app = page(part="findings", **params)
    press(app, "rv_all_start")
    assert job("checks").wait(20)
    return app.run()


def job(name):
    return workspace().room(Jobs).state(name)


def test_everything_is_checked_beside_the_page_and_listed_by_severity(studio):
    app = page(part="findings")
    assert app.button(key="rv_all_start").label == "Check everything" and "0 of 3 translations" in words(app)
    app = everything()
    text = words(app)
    assert "3 of 3 translations are checked as they stand" in text and "Placeholders" in text and "cart.sum" in text
    assert app.button(key="rv_all_start").label == "Check again"
    assert app.selectbox(key="rv_all_check").options[0].startswith("All (")
    studio.write("cart.add", "de", "In den Einkaufswagen", by="Ann")
    assert page(part="findings").button(key="rv_all_start").label == "Check the 1 that changed"


def test_a_finding_leads_to_its_text_with_the_place_selected(studio):
    studio.write("mail.subject", "de", "Ihre Bestellung  ist unterwegs", by="Ann")
    app = everything()
    app.selectbox(key="rv_all_check").set_value("double_space").run()
    press(app, "rv_all_go_0")
    assert field(app).value == "Ihre Bestellung  ist unterwegs"
    script = next(one.proto.body for one in app.get("html") if "setSelectionRange" in one.proto.body)
    assert "setSelectionRange(15, 17)" in script and "!== 30" in script
    press(app, "rv_spot_0")
    assert any("setSelectionRange(15, 17)" in one.proto.body for one in app.get("html"))


def test_a_finding_is_set_aside_from_the_list_with_a_reason(studio):
    app = everything()
    app.selectbox(key="rv_all_check").set_value("placeholders").run()
    press(app, "rv_all_aside_0")
    app.text_input(key="rv_aside_reason").set_value("shown elsewhere")
    next(one for one in app.button if one.label == "Set aside" and not one.key.startswith("rv_all")).click().run()
    assert studio.remarks.ignored("de")["cart.sum", "de", "", "placeholders"].why == "shown elsewhere"
    assert not any(one.finding.check == "placeholders" for one in studio.findings.list())


def test_the_queue_can_be_narrowed_to_texts_with_findings(studio):
    everything()
    app = page()
    app.toggle(key="rv_found").set_value(True).run()
    assert field(app).value == "Im Warenkorb sind drei Dinge"


def test_the_address_can_ask_for_a_text(studio):
    assert field(page(locale="de", key="pay.now")).value == "Jetzt bezahlen"
    assert field(page(locale="de", key="no.such")).value == "In den Warenkorb"


def test_what_someone_changed_after_it_was_shown_is_not_approved(studio, monkeypatch):
    app = page()
    move = Studio.move

    def meanwhile(self, *pairs, **how):
        monkeypatch.setattr(Studio, "move", move)
        Workspace().studio.write("cart.add", "de", "In den Sack", by="Cem")
        return move(self, *pairs, **how)

    monkeypatch.setattr(Studio, "move", meanwhile)
    press(app, "rv_approve")
    held = studio.row("cart.add", "de").translation
    assert (held.state, held.text) == ("draft", "In den Sack") and "Someone else changed" in words(app)
    assert field(app).value == "In den Sack"


def test_bulk_approval_leaves_what_someone_changed_meanwhile(studio, monkeypatch):
    studio.write("mail.subject", "de", "Ihre Bestellung ist unterwegs", by="Ann")
    app, move = page(), Studio.move

    def meanwhile(self, *pairs, **how):
        monkeypatch.setattr(Studio, "move", move)
        Workspace().studio.write("mail.subject", "de", "Ganz anders", by="Cem")
        return move(self, *pairs, **how)

    monkeypatch.setattr(Studio, "move", meanwhile)
    press(app, "rv_bulk")
    assert studio.row("mail.subject", "de").state == "draft" and studio.row("cart.add", "de").state == "approved"
    assert "1 was changed by someone else in the meantime and waits." in words(app)


# --- before translation --------------------------------------------------------------------------


def test_without_a_shortlist_the_sources_are_not_judged(studio):
    assert "Put markets on your shortlist" in words(page(part="sources", home="USA", short=""))


def test_sources_show_what_may_travel_badly_and_can_be_set_aside(studio):
    studio.put_items([Item("ad.1", "Setting it up is a piece of cake", "line", "ad")], by="Ann")
    app = page(part="sources", short="DEU.JPN")
    text = words(app)
    assert "Figure of speech" in text and "Germany and Japan" in text and "Try:" in text and "ad.1" in text
    assert app.selectbox(key="rv_sources_market").options == ["All (1)", "Germany (1)", "Japan (1)"]
    press(app, "rv_sources_aside_0")
    app.text_input(key="rv_aside_reason").set_value("we rewrite it there")
    next(one for one in app.button if one.label == "Set aside" and not one.key.startswith("rv_sources")).click().run()
    assert {market for _key, _locale, market, _name in studio.remarks.ignored("")} == {"DEU", "JPN"}
    app.run()
    assert "2 cautions set aside" in [one.label for one in app.expander]
    press(app, "rv_sources_heed_0")
    assert len(studio.remarks.ignored("")) == 1
