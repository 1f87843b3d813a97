"""The page Dilemmas, driven without a browser: answers kept, sheets deleted, files, licensed scores, the affinity."""

import pytest

from data.placement_files import LICENSED
from data.placements import Licensed, Placements, new_person
from data.store import Workspace
from tests.app.reading import opened as opened_page
from tests.app.reading import words

HEADER = ",".join(LICENSED)


@pytest.fixture(autouse=True)
def own_workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    import streamlit as st

    st.cache_resource.clear()


@pytest.fixture
def room(tmp_path):
    return Workspace(tmp_path).room(Placements)


def opened(**params):
    app = opened_page("dilemmas", **{"home": "USA", "market": "DEU", **params})
    assert not app.error
    return app


def asked(app):
    return [group for group in app.get("button_group") if group.key.startswith("dl_")]


def fill(room, value, *markets, items=None):
    me = new_person()
    for market in markets:
        for item in items or [f"{a}{n}" for a in ("UP", "IC", "NA", "SD", "AA", "TS", "IE") for n in (1, 2)]:
            room.answer(me, market, item, value)
    return me


def test_fourteen_questions_the_two_of_a_dimension_apart():
    app = opened()
    keys = [group.key.rsplit("_", 1)[1] for group in asked(app)]
    assert len(keys) == 14 and keys[:7] == [f"{a}1" for a in ("UP", "IC", "NA", "SD", "AA", "TS", "IE")]
    text = words(app)
    assert "your team&#x27;s view, not a measurement" in text and "no study has validated" in text
    assert "Which answer is more usual there?" in text
    assert "me" not in app.query_params


def test_an_answer_is_kept_as_it_is_given_and_stands_after_a_reload(room):
    app = opened()
    app.text_input[0].set_value("Ana").run()
    asked(app)[0].set_value(75.0).run()
    asked(app)[1].set_value(0.0).run()
    sheet = room.sheets("USA")[0]
    assert (sheet.name, sheet.answers) == ("Ana", {"UP1": 75, "IC1": 0})
    assert app.query_params["me"] in (sheet.person, [sheet.person])
    again = opened(me=sheet.person)
    assert [group.value for group in asked(again)][:3] == [75.0, 0.0, None]
    assert again.text_input[0].value == "Ana"


@pytest.mark.parametrize(("host", "near"), [("127.0.0.1", True), ("localhost", True), ("[::1]", True), ("192.168.1.9", False)])
def test_an_address_no_phone_can_open_says_so(monkeypatch, host, near):
    monkeypatch.setattr("pages.answering.room_link", lambda home, market: f"http://{host}:8501/dilemmas?home={home}")
    app = opened()
    assert ("opens on this computer only" in words(app)) is near
    assert any("--server.address=0.0.0.0" in block.value for block in app.code) is near


def test_an_answer_can_be_changed_and_taken_back(room):
    me = fill(room, 100, "USA", items=["UP1"])
    app = opened(me=me)
    asked(app)[0].set_value(25.0).run()
    assert room.sheet(me, "USA").answers == {"UP1": 25}
    asked(app)[0].set_value(None).run()
    assert room.sheets() == ()
    asked(app)[0].set_value(50.0).run()
    assert room.sheet(me, "USA").answers == {"UP1": 50}


def test_home_and_market_are_two_sheets_of_one_person(room):
    app = opened()
    asked(app)[0].set_value(100.0).run()
    app.button(key="dilemma_other").click().run()
    assert "Think of business in this market (Germany)" in words(app)
    asked(app)[0].set_value(0.0).run()
    assert {sheet.market: dict(sheet.answers) for sheet in room.sheets()} == {"USA": {"UP1": 100}, "DEU": {"UP1": 0}}
    assert len({sheet.person for sheet in room.sheets()}) == 1


def test_the_next_person_gets_an_empty_sheet(room):
    app = opened()
    asked(app)[0].set_value(100.0).run()
    app.button(key="dilemma_next").click().run()
    assert [group.value for group in asked(app)] == [None] * 14
    asked(app)[0].set_value(0.0).run()
    assert len({sheet.person for sheet in room.sheets()}) == 2


def test_a_sheet_deleted_meanwhile_is_told_and_can_be_kept_again(room):
    app = opened()
    asked(app)[0].set_value(100.0).run()
    asked(app)[1].set_value(75.0).run()
    sheet = room.sheets()[0]
    room.delete(sheet.person, "USA")
    asked(app)[2].set_value(50.0).run()
    assert "deleted in another window" in words(app) and room.sheets() == ()
    app.button(key="dilemma_again").click().run()
    assert room.sheets()[0].answers == {"UP1": 100, "IC1": 75, "NA1": 50}
    assert "deleted in another window" not in words(app)


@pytest.mark.parametrize("me", ["<script>", "x" * 4000, "0123456789abcdeg", "../.."])
def test_a_hostile_person_in_the_address_is_nobody(me, room):
    app = opened(me=me)
    asked(app)[0].set_value(100.0).run()
    assert len(room.sheets()) == 1 and room.sheets()[0].person != me


def test_nobody_has_answered_yet():
    assert "Nobody has answered yet" in words(opened(step="result"))
    assert "no sheets of answers" in words(opened(step="sheets"))
    assert "No licensed scores are loaded" in words(opened(step="licensed"))


def test_the_result_shows_mean_spread_respondents_and_what_is_unclear(room):
    fill(room, 100, "USA", "DEU")
    fill(room, 50, "USA")
    for _turn in range(2):
        me = fill(room, 100, "DEU", items=["TS1"])
        room.answer(me, "DEU", "TS2", 0)
    text = words(opened(step="result"))
    assert "<strong>75</strong> (50–100, 2 respondents)" in text
    assert "no clear picture: the two questions lie 67 points apart" in text
    assert "Trompenaars now counts as one more model" in text and "does not raise the confidence" in text
    assert "Public texts: United States: Rules before relations (A)" in text
    assert "more than 40 points apart" in text and "no market moves another" in text


def test_too_few_dimensions_count_nowhere(room):
    fill(room, 100, "USA")
    fill(room, 100, "DEU", items=["UP1", "UP2", "IC1", "IC2", "NA1", "NA2", "SD1"])
    text = words(opened(step="result"))
    assert "does not count in any score yet" in text and "share 3" in text
    assert "1 answered one of two questions" in text


def test_home_alone_and_sparse_markets_stand(room):
    fill(room, 75, "USA", "ARE")
    assert not opened(market="USA", step="result").exception
    for market in ("ARE", "SAU", "NGA"):
        text = words(opened(market=market, step="result"))
        assert "no public source" in text
    assert "Trompenaars" in words(opened_page("market", home="USA", market="ARE"))


def test_sheets_can_be_opened_deleted_and_put_back(room):
    me = fill(room, 75, "DEU")
    other = fill(room, 0, "USA")
    app = opened(step="sheets")
    app.button(key="dilemma_delete").click().run()
    assert [sheet.person for sheet in room.sheets()] == [other] and "erased for good" in words(app)
    app.button(key="sheets_undo").click().run()
    assert {sheet.person for sheet in room.sheets()} == {me, other}
    app.button(key="dilemma_delete_all").click().run()
    assert room.sheets() == ()
    app.button(key="sheets_undo").click().run()
    app.button(key="dilemma_open").click().run()
    assert len(asked(app)) == 14 and asked(app)[0].value in (75.0, 0.0)


def test_answers_come_in_as_a_file_with_faults_by_line(room):
    app = opened(step="sheets")
    app.file_uploader[0].upload("bad.csv", b"iso3,UP1\nDEU,500\nZZZ,1\n", "text/csv").run()
    assert app.error and list(app.dataframe[0].value["line"]) == [2, 3] and room.sheets() == ()
    app.file_uploader[0].upload("good.csv", b"iso3,name,UP1,UP2\nDEU,Ana,100,75\nDEU,,0,25\n", "text/csv").run()
    app.button(key="take_answers_0").click().run()
    assert [dict(sheet.answers) for sheet in room.sheets("DEU")] in (
        [{"UP1": 100, "UP2": 75}, {"UP1": 0, "UP2": 25}], [{"UP1": 0, "UP2": 25}, {"UP1": 100, "UP2": 75}],
    )  # fmt: skip


def test_licensed_scores_come_in_count_and_are_erased(room):
    app = opened(step="licensed")
    app.file_uploader[0].upload("bad.csv", f"{HEADER}\nDEU,1,2,3,4,5,6,700,s,l,2026-01-01\n".encode(), "text/csv").run()
    assert app.error and list(app.dataframe[0].value["column"]) == ["internal_external"] and room.licensed() == ()
    good = f"{HEADER}\nDEU,90,53,40,60,70,80,,S,L,2026-01-01\nUSA,91,60,40,60,70,80,82,S,L,2026-01-01\n"
    app.file_uploader[0].upload("good.csv", good.encode(), "text/csv").run()
    app.button(key="take_licensed-scores_0").click().run()
    assert [row.market for row in room.licensed()] == ["DEU", "USA"]
    text = words(opened(step="result"))
    assert "now counts as one more model" in text and "does not raise" not in text and "Nobody has answered" in text
    app.button(key="licensed_delete_all").click().run()
    assert room.licensed() == ()
    app.button(key="scores_undo").click().run()
    assert len(room.licensed()) == 2


def test_the_market_page_names_the_model_and_its_basis(room):
    room.keep_licensed([
        Licensed(code, dict.fromkeys(LICENSED[1:5], 50.0), "s", "l", "2026-01-01") for code in ("USA", "DEU")
    ])  # fmt: skip
    text = words(opened_page("market", home="USA", market="DEU"))
    assert "licensed</span>" in text and "placed at random" in text
    assert "no numbers of yours" in words(opened_page("market", home="USA", market="JPN"))


def test_switched_off_the_view_counts_nowhere(room):
    fill(room, 100, "USA", "DEU")
    app = opened(off="dilemmas")
    assert "switched off" in words(app) and not asked(app)
    assert "no numbers of yours" in words(opened_page("market", home="USA", market="DEU", off="dilemmas"))
    assert "no numbers of yours" not in words(opened_page("market", home="USA", market="DEU"))


def test_the_page_speaks_spanish_without_breaking(room):
    fill(room, 100, "USA", "DEU")
    for step in ("answer", "result", "sheets", "licensed"):
        assert not opened(step=step, lang="es").exception
