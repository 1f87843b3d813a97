"""The page Journey, driven without a browser."""

from __future__ import annotations

import pytest

from components import journey_map
from data.export.spreadsheet import table_csv, table_xlsx
from frameworks.labels import Sentence
from frameworks.rollout.touchpoint_edits import Edit, kept
from frameworks.rollout.touchpoints import STAGES, Note
from tests.app.reading import opened, words


def test_every_touchpoint_stands_with_what_the_rooms_know():
    app = opened("journey", market="DEU")
    text = words(app)
    assert all(name in text for name in STAGES.values())
    for said in ("speak German", "standard rate of", "14 days", "a public holiday", "of payments"):
        assert said in text, said


@pytest.mark.parametrize("market", ["ARE", "SAU", "NGA", "ATA"])
def test_sparse_markets_stand(market):
    app = opened("journey", market=market)
    assert not app.error and not app.exception


def test_a_note_of_ones_own_is_kept_escaped_undone_and_taken_away():
    app = opened("journey", market="FRA")
    app.button(key="jm_change_pay").click().run()
    next(area for area in app.text_area if area.label == "What changes here?").set_value("Offer <b>two</b> dates")
    next(button for button in app.button if button.label == "Add").click().run()
    assert not app.exception
    text = words(opened("journey", market="FRA"))
    assert "Offer &lt;b&gt;two&lt;/b&gt; dates" in text and "your note" in text
    app.button(key="journey_undo").click().run()
    assert "two&lt;/b&gt; dates" not in words(opened("journey", market="FRA"))


def test_a_known_note_gets_the_teams_words_and_goes_back():
    app = opened("journey", market="ITA")
    app.button(key="jm_change_discover").click().run()
    assert not any("\\" in name for name in app.selectbox(key="jm_pick_discover").options)  # a menu shows text as it is
    area = next(area for area in app.text_area if area.label == "In your words")
    area.set_value("In our own words").run()
    next(button for button in app.button if button.label == "Save").click().run()
    text = words(opened("journey", market="ITA"))
    assert "In our own words" in text and "your words" in text and "Before: " in text


def test_the_map_can_be_narrowed_by_the_address():
    text = words(opened("journey", market="DEU", about="payments"))
    assert "of payments" in text and "speak German" not in text


def test_the_page_speaks_spanish_without_breaking():
    assert not opened("journey", market="MEX", lang="es").error


def test_a_year_is_taken_away_as_a_whole_number():
    note = Note("pay", "payments", "", "fact", Sentence("80 %"), "A survey", 2024, True)
    own = Edit(1, "FRA", "", "pay", "payments", "", "Ask the bank")
    text = table_csv(journey_map.for_export(kept([note], [own]), "France"), index=False).decode()
    assert "2024" in text and "2024.0" not in text and "Ask the bank" in text
    assert table_xlsx(journey_map.for_export(kept([note], [own]), "France"), index=False)
    assert journey_map.for_export((), "France").empty


def test_a_note_without_words_is_refused_in_sight():
    app = opened("journey", market="FRA")
    app.button(key="jm_change_pay").click().run()
    next(button for button in app.button if button.label == "Add").click().run()
    assert len(app.warning) == 1 and not app.exception


def field(app):
    return next(area for area in app.text_area if area.label == "In your words")


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def test_words_typed_over_a_note_that_another_window_changed_stay_beside_theirs():
    ours, theirs = opened("journey", market="ESP"), opened("journey", market="ESP")
    for app in (ours, theirs):
        app.button(key="jm_change_discover").click().run()
    field(ours).set_value("Mine, not saved").run()
    field(theirs).set_value("Theirs <b>first</b>").run()
    press(theirs, "Save")
    press(ours, "Save")
    assert field(ours).value == "Mine, not saved"
    assert any("Theirs" in one.value for one in ours.warning)
    press(ours, "Save mine instead")
    assert "Mine, not saved" in words(opened("journey", market="ESP"))
    press(ours, "Back to what is known")
    assert "Mine" not in field(ours).value  # what was typed once does not come back


def test_words_for_a_note_that_another_window_removed_become_a_new_note():
    from data.journeys import Journeys
    from data.store import Workspace

    book = Workspace().room(Journeys)
    made = book.keep(Edit(0, "PRT", "", "discover", "language", "", "Ours"), by="Ana")
    app = opened("journey", market="PRT")
    app.button(key="jm_change_discover").click().run()
    app.selectbox(key="jm_pick_discover").set_value(str(made.number)).run()
    field(app).set_value("Ours, longer").run()
    book.remove(made.number, made.revision)
    press(app, "Save")
    assert next(area for area in app.text_area if area.label == "What changes here?").value == "Ours, longer"


def test_unsaved_words_of_one_market_do_not_stand_in_another():
    app = opened("journey", market="DEU")
    app.button(key="jm_change_use").click().run()
    known = {one.key for one in app.text_area}
    app.query_params["market"] = "FRA"
    app.run()
    assert all(one.key not in known for one in app.text_area if one.label == "In your words")


def test_a_new_note_shows_under_the_filter_in_force_and_its_undo_stays_with_its_market():
    app = opened("journey", market="AUT", about="calendar")
    app.button(key="jm_change_use").click().run()
    next(area for area in app.text_area if area.label == "What changes here?").set_value("Closed in August")
    press(app, "Add")
    assert "Closed in August" in words(app) and any(one.key == "journey_undo" for one in app.button)
    app.query_params["market"] = "FRA"
    app.run()
    assert not any(one.key == "journey_undo" for one in app.button)
