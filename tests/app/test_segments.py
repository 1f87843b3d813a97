"""The Segments page: groups of markets, what they share, keeping them, customers across borders."""

import pytest
import streamlit as st

from data.segment_names import SegmentNames
from data.store import Workspace
from tests.app.reading import opened, words


@pytest.fixture(autouse=True)
def own_workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    st.cache_resource.clear()
    return tmp_path


def book(folder):
    return Workspace(folder).room(SegmentNames)


def taken(app):
    return " ".join(f"{button.proto.id} " for button in app.get("download_button"))


def chosen(app, name):
    return app.segmented_control(key=f"view_{name}").value


def open_segments(**params):
    app = opened("segments", home="USA", **params)
    assert not app.error
    return app


def test_the_first_view_says_what_was_found_and_how_firm_it_is():
    text = words(open_segments())
    assert "3 segments of 63 markets" in text and "stand between two" in text
    assert "Suggested: 3" in text and "no clear-cut groups" in text
    assert "What they share, on average" in text and "What differs inside" in text
    assert "Income per person" in text and "Largest religion family" in text and "Most spoken languages" in text
    assert "A shared message could start from" in text and "A tendency of averages" in text
    assert "most of the variation in values lies within countries" in text


def test_agreement_with_published_groups_has_an_interval_and_a_mark():
    text = words(open_segments())
    assert text.count("Adjusted Rand index") == 2 and "95 % interval" in text
    assert "Zones of the map of 2023 as two research groups read it" in text


@pytest.mark.parametrize("show", ["map", "tree", "table"])
def test_every_view_can_be_taken_away(show):
    app = open_segments(show=show, k="4")
    assert "4 segments of 63 markets" in words(app)
    offered = taken(app)
    for kind in ("csv", "xlsx", "png", "svg"):
        assert f"take_segments_{kind} " in offered


@pytest.mark.parametrize("method", ["medoids", "average", "ward"])
def test_every_method_on_every_model(method):
    for models in ("hofstede", "world_values.schwartz"):
        text = words(open_segments(method=method, models=models))
        assert "segments of" in text and "lf-seg-card" in text


@pytest.mark.parametrize("home", ["ARE", "SAU"])
def test_a_home_market_that_no_model_knows_is_told(home):
    text = words(opened("segments", home=home, short="NGA.KEN"))
    assert "in no segment, no chosen model has scores" in text and "barred for commercial use" in text
    assert "Kenya: in no segment, only World Values" in text and "By that alone it lies nearest to segment" in text


def test_a_sparse_market_that_models_know_is_in_a_segment():
    text = words(opened("segments", home="NGA"))
    assert "Nigeria: known to GLOBE, Schwartz, and World Values" in text


def test_a_short_list_is_too_few_and_the_world_stands_in():
    text = words(open_segments(short="JPN.DEU", among="shortlist"))
    assert "segments need 8. All markets are grouped instead" in text and "of 63 markets" in text


def test_only_the_candidates_are_grouped():
    codes = "DEU.FRA.ITA.ESP.SWE.NOR.FIN.JPN.KOR.CHN.BRA.MEX.COL"
    text = words(open_segments(markets=codes, among="candidates"))
    assert "of 63 markets" not in text and "grouped instead" not in text and "segments of" in text


@pytest.mark.parametrize(
    "params",
    [
        {"models": "<script>.hofstede'--"}, {"method": "kmeans", "k": "99"}, {"k": "-1", "show": "../x", "part": "%00"},
        {"among": "x" * 5000},
    ],
)
def test_a_hostile_address_is_ignored(params):
    text = words(open_segments(**params))
    assert "segments of" in text and "<script>." not in text


def test_all_models_off_says_what_to_do():
    app = opened("segments", home="USA", off="hofstede.globe.schwartz.world_values")
    assert "no segments can be made" in words(app)


def test_segments_are_named_kept_changed_deleted_undone_and_erased(own_workspace):
    app = open_segments(k="2", models="schwartz")
    names = [field for field in app.text_input if field.key.startswith("name_segments")]
    names[0].set_value("Ours <b>")
    names[1].set_value("Group one")
    app.button(key=next(b.key for b in app.button if "Keep these segments" in b.label)).click().run()
    assert not app.exception and not app.error
    (kept,) = book(own_workspace).list()
    assert kept.name == "Ours <b>" and kept.segments[0].name == "Group one" and kept.how["models"] == ["schwartz"]
    assert "On average these markets" in kept.segments[0].message
    assert any("Ours \\<b\\>" in each.label for each in app.expander)
    app.toggle(key=f"change_segments_{kept.id}").set_value(True).run()
    field = next(f for f in app.text_area if f.key.startswith(f"edit_segments_{kept.id}") and f.key.endswith("A_message"))
    field.set_value("Say it plainly")
    app.button(key=next(b.key for b in app.button if "Keep the changes" in b.label)).click().run()
    assert book(own_workspace).list()[0].segments[0].message == "Say it plainly"
    assert f"take_kept-segments-{kept.id}_csv " in taken(app)
    app.button(key=f"drop_segments_{kept.id}").click().run()
    assert book(own_workspace).list() == ()
    app.button(key=f"undo_segments_{kept.id}").click().run()
    assert len(book(own_workspace).list()) == 1
    app.button(key=f"drop_segments_{kept.id}").click().run()
    app.button(key=f"erase_segments_{kept.id}").click().run()
    assert book(own_workspace).list() == () and book(own_workspace).deleted() == () and not app.exception


def test_an_empty_name_is_refused_with_a_sentence():
    app = open_segments(k="2", models="schwartz")
    next(field for field in app.text_input if field.key.startswith("name_segments")).set_value("  ")
    app.button(key=next(b.key for b in app.button if "Keep these segments" in b.label)).click().run()
    assert "1 to 80" in app.error[0].value


def test_templates_are_without_data_and_a_mapping_needs_more_than_a_passport(own_workspace):
    app = open_segments(part="people")
    text = words(app)
    assert "Templates to start from, without data" in text and "never by passport" in text
    assert text.count("Ask in a survey") == 6 and "KPIs that would show it" in text
    assert "take_customer-segments_csv " in taken(app) and "take_customer-segments_xlsx " in taken(app)
    app.text_input(key="map_name").set_value("Early *birds*")
    app.text_area(key="map_rule").set_value("People from Japan")
    submit = next(b.key for b in app.button if "Keep this mapping" in b.label)
    app.button(key=submit).click().run()
    assert "origin is no segment" in app.error[0].value.replace("\\", "")
    app.text_area(key="map_rule").set_value("Orders within two weeks of a launch")
    app.multiselect(key="map_markets").set_value(["JPN", "BRA"])
    app.button(key=submit).click().run()
    (kept,) = book(own_workspace).mappings()
    assert kept.mapped.markets == ("JPN", "BRA") and not kept.mapped.firm
    assert "An assumption until" in words(app) and "Early \\*birds\\*" in words(app)
    app.button(key=f"drop_mapping_{kept.id}").click().run()
    app.button(key=f"undo_mapping_{kept.id}").click().run()
    assert len(book(own_workspace).mappings()) == 1


def test_spanish_works_too():
    app = opened("segments", home="ESP", lang="es")
    assert "lf-seg-card" in words(app)


def test_what_two_windows_change_at_once_is_kept_twice(own_workspace):
    from data.segment_names import NamedSegment

    number = book(own_workspace).add("Ours", {}, [NamedSegment("A", "North", "", ("DNK", "SWE"))])
    mine, theirs = open_segments(), open_segments()
    for app, name in ((theirs, "Theirs"), (mine, "Mine")):
        app.toggle(key=f"change_segments_{number}").set_value(True).run()
        app.text_input(key=f"edit_segments_{number}_1_name").set_value(name)
    for app in (theirs, mine):
        next(button for button in app.button if button.label == "Keep the changes").click().run()
        assert not app.exception
    assert sorted(one.name for one in book(own_workspace).list()) == ["Mine (2)", "Theirs"]
    assert "your version is kept as" in mine.toast[0].value


def test_nothing_moves_on_the_second_run_so_that_what_is_open_stays_open():
    from pages import segmenting

    segmenting._checked.clear()
    app = open_segments(k="2", models="schwartz")
    first = len(app.main.children)
    app.run()
    assert len(app.main.children) == first > 10
