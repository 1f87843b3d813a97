"""The Culture page: default, few and many countries, gaps, hostile addresses, tables switched off."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.reading import words

SHELL = str(Path(__file__).parents[2] / "components" / "shell.py")


@pytest.fixture(autouse=True)
def own_workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    import streamlit as st

    st.cache_resource.clear()


def opened(**params):
    app = AppTest.from_file(SHELL, default_timeout=60)
    for name, value in {"home": "USA", **params}.items():
        app.query_params[name] = value
    app.switch_page("../pages/culture.py")
    app.run()
    assert not app.exception
    assert not app.error
    return app


def chosen(app):
    return app.multiselect[0].value


def test_it_starts_with_home_and_the_shortlist():
    app = opened(short="JPN.DEU")
    assert chosen(app) == ["USA", "JPN", "DEU"]
    text = words(app)
    assert "United States – Germany" in text and "nearer than" in text
    assert text.count("Steel &amp; Taras 2010") == 1


def test_without_a_shortlist_it_takes_the_first_ranked_markets():
    app = opened()
    assert chosen(app)[0] == "USA" and len(chosen(app)) == 4
    assert "countries" not in app.query_params


@pytest.mark.parametrize("model", ["hofstede", "globe", "schwartz", "world_values", "trompenaars"])
def test_six_countries_in_every_model(model):
    app = opened(countries="USA.JPN.DEU.BRA.NGA.IND", model=model)
    text = words(app)
    assert len(chosen(app)) == 6
    assert text.count("lf-sign-5") >= 1
    if model != "trompenaars":
        assert "lf-dots-track" in text and "lf-dots-low" in text


def test_contested_dimensions_and_poles_are_named():
    text = words(opened(countries="USA.JPN"))
    assert text.count("contested</span>") == 2
    assert "Rank is accepted" in text and "Power is shared and questioned" in text
    assert "Japan 54" in text and "United States 40" in text


def test_stand_ins_are_marked_and_named():
    text = words(opened(countries="USA.DEU", model="globe"))
    assert "lf-sign-hollow" in text and "(part sample)" in text
    assert "Germany (WEST)" in text


def test_estimates_are_marked_once_they_are_switched_on():
    off = words(opened(countries="USA.ARE"))
    assert "Not in this model: United Arab Emirates" in off and "barred for commercial use" in off
    on = words(opened(countries="USA.ARE", on="hofstede_estimates"))
    assert "(estimate)" in on and "Not in this model" not in on


def test_leans_show_grades_disagreement_and_silence_but_no_scores():
    text = words(opened(countries="USA.CHN.DEU.VAT", model="trompenaars"))
    assert "lf-lean-a" in text and "A · " in text
    assert "sources disagree" in text and "no public source" in text
    assert "lf-dots-low" not in text
    assert "firm leans agree on" in text and "no dimension on which both" in text


def test_practices_come_on_request():
    app = opened(countries="USA.JPN", model="globe")
    assert "Hierarchy as practised" not in words(app)
    app.toggle(key="in_practices").set_value(True).run()
    assert not app.exception
    assert "Hierarchy as practised" in words(app) and "often point the other way" in words(app)


def test_the_whole_scale_moves_the_marks():
    app = opened(countries="USA.JPN", model="schwartz")
    before = words(app)
    app.toggle(key="in_whole_scale").set_value(True).run()
    assert "whole scale of the model" in words(app) and words(app) != before


@pytest.mark.parametrize("method", ["euclidean", "kogut_singh", "mahalanobis"])
def test_every_distance_formula(method):
    text = words(opened(countries="USA.JPN.DEU", method=method))
    assert "lf-heat" in text and "Spearman" in text
    assert "The models disagree most on" in text


def test_no_country_and_one_country_say_what_to_do():
    app = opened(countries="USA.JPN")
    app.multiselect[0].set_value([]).run()
    assert not app.exception
    assert "Choose at least two countries" in words(app)
    app.multiselect[0].set_value(["JPN"]).run()
    assert not app.exception
    assert "Choose one more country" in words(app) and "lf-dots-track" in words(app)


def test_countries_without_any_data_are_named_not_dropped():
    app = opened(countries="VAT.BVT.ATA")
    text = words(app)
    assert "No model knows both countries of any pair" in text
    assert "Not in this model: Vatican City, Bouvet Island, and Antarctica" in text


def test_home_without_culture_data():
    app = opened(home="ARE")
    assert chosen(app)[0] == "ARE"
    assert "United Arab Emirates" in words(app)


@pytest.mark.parametrize(
    "asked",
    ["<script>alert(1)</script>", "XXX.USA.JPN", "usa", "A" * 5000, "USA..JPN.USA", "日本", "../..", "USA;DROP"],
)
def test_a_hostile_address_is_read_with_care(asked):
    app = opened(countries=asked, model=asked[:50], method=asked[:50])
    assert set(chosen(app)) <= {"USA", "JPN"} | set(chosen(opened()))
    assert "<script>alert" not in words(app)
    assert app.query_params.get("model") is None


def test_more_than_six_in_the_address_are_cut_with_a_word():
    app = opened(countries="USA.JPN.DEU.BRA.NGA.IND.CHN.FRA")
    assert len(chosen(app)) == 6
    assert "more than six" in words(app)


@pytest.mark.parametrize("model", ["hofstede", "globe", "schwartz", "world_values"])
def test_a_model_switched_off_says_so(model):
    app = opened(countries="USA.JPN", model=model, off=model)
    assert "switched off" in words(app)


def test_all_models_switched_off():
    app = opened(countries="USA.JPN", off="hofstede.globe.schwartz.world_values.trompenaars_consensus")
    assert "All culture models are switched off" in words(app)
    app = opened(countries="USA.JPN", model="trompenaars", off="trompenaars_consensus")
    assert "switched off" in words(app)


def test_in_spanish_the_countries_have_spanish_names():
    assert "Alemania" in words(opened(countries="USA.DEU", lang="es"))


def test_who_disagrees_stands_behind_the_chip():
    text = words(opened(countries="USA.FRA", model="trompenaars"))
    assert "<details" in text and "<strong>Rules before relations</strong> (4): " in text
    assert "<strong>Relations before rules</strong> (2): " in text


def test_quoted_percentages_come_with_question_year_and_confidence():
    app = opened(countries="USA.CHN.ARE", model="trompenaars")
    quoted = next(frame.value for frame in app.dataframe if "Per cent" in frame.value.columns)
    assert {"Question and answer counted", "Year", "Confidence", "Source"} <= set(quoted.columns)
    assert set(quoted["Country"]) == {"United States", "China"} and set(quoted["Confidence"]) <= {"medium", "low"}
    assert "never averaged" in words(app)
    assert "No percentage is quoted" in words(opened(countries="ARE.NGA", model="trompenaars"))


@pytest.mark.parametrize("model", ["hofstede", "globe", "schwartz", "world_values", "trompenaars"])
def test_every_model_says_what_it_measures_on_whom_when_and_its_criticism(model):
    text = words(opened(countries="USA.JPN", model=model))
    for said in ("What it measures", "Sample", "Years of these figures", "Criticism", "Source", "Licence"):
        assert f'<th scope="row">{said}</th>' in text, said


@pytest.mark.parametrize("market", ["ARE", "SAU", "NGA"])
def test_sparse_markets_keep_their_gaps_visible(market):
    text = words(opened(countries=f"USA.{market}", model="trompenaars"))
    assert "no public source" in text


def test_licensed_scores_take_the_place_of_the_chip_and_the_own_view_stands_beside(tmp_path):
    from data.placements import Licensed, Placements, new_person
    from data.store import Workspace

    room = Workspace(tmp_path).room(Placements)
    room.keep_licensed([Licensed("USA", {"universalism_particularism": 12.0}, "s", "l", "2026-01-01")])
    me = new_person()
    for item in ("IC1", "IC2"):
        room.answer(me, "JPN", item, 25)
    text = words(opened(countries="USA.JPN", model="trompenaars"))
    assert "lf-lean-licensed" in text and "88 · licensed" in text and "88 of 100 towards “Relations before rules”" in text
    assert "75 of 100 towards “The group first”" in text and "1 respondent" in text
    assert text.count("A · ") > 0
