"""What to adapt: gaps, advice, trade-offs and protocol, by the words a visitor reads and the steps she takes."""

import pytest

from data.plans import Plans
from pages.desk import workspace
from tests.app.reading import opened, words

MARKETS = ("JPN", "BRA", "NGA", "SAU", "ARE", "VAT")


def kept(home="USA", market="BRA"):
    plans = workspace().room(Plans)
    return plans, plans.choices(home, market), plans.tasks(market)


def first_keep(app):
    return next(button for button in app.button if button.key.startswith("keep_"))


@pytest.mark.parametrize("market", MARKETS)
@pytest.mark.parametrize("part", ["advice", "protocol"])
def test_rich_sparse_and_empty_markets_are_drawn(market, part):
    for unchecked in ("0", "1"):
        said = words(opened("guidance", market=market, part=part, unchecked=unchecked))
        assert "averages of countries" in said
        if part == "protocol":
            assert "Complaints and recovery" in said


def test_home_says_what_to_do():
    app = opened("guidance", market="USA")
    assert any("Pick another market" in info.value for info in app.info)


def test_a_market_that_no_model_knows_says_so():
    app = opened("guidance", market="ARE")
    assert any("nothing can be advised from averages" in info.value for info in app.info)
    assert not [button for button in app.button if button.key.startswith("keep_")]


def test_contested_and_unchecked_advice_comes_only_on_request_and_marked():
    few, many = opened("guidance", market="BRA"), opened("guidance", market="BRA", unchecked="1")
    assert len([b for b in few.button if b.key.startswith("keep_")]) < len([b for b in many.button if b.key.startswith("keep_")])
    assert "lf-gd-mark" not in words(few).split("Known as a lean")[0]
    assert "not checked" in words(many)


def test_kept_advice_becomes_a_task_and_undo_takes_it_back():
    app = opened("guidance", market="BRA")
    first_keep(app).click().run()
    _plans, choices, tasks = kept()
    assert len(choices) == len(tasks) == 1
    assert "Kept as a task" in words(app)
    app.button(key="plan_undo").click().run()
    _plans, choices, tasks = kept()
    assert choices == {}
    assert tasks == ()
    assert "Undone" in words(app)


def test_own_words_stand_beside_the_original_and_markup_stays_text():
    app = opened("guidance", market="BRA")
    name = first_keep(app).key.removeprefix("keep_")
    app.session_state[f"lf_edit_{name}"] = True
    app.run()
    app.text_area(key=f"words_{name}").set_value("<b>Offer</b> a *trial*")
    app.text_input(key=f"owner_{name}").set_value("Ana")
    next(button for button in app.button if button.label == "Keep in these words").click().run()
    assert not app.exception
    _plans, choices, tasks = kept()
    assert tasks[0].title == "<b>Offer</b> a *trial*"
    assert tasks[0].owner == "Ana"
    assert tasks[0].original == choices[name].original != tasks[0].title
    said = words(app)
    assert "&lt;b&gt;Offer&lt;/b&gt;" in said
    assert choices[name].original in said


def test_rejecting_and_opening_again():
    app = opened("guidance", market="BRA")
    name = first_keep(app).key.removeprefix("keep_")
    app.button(key=f"reject_{name}").click().run()
    assert kept()[1][name].decision == "rejected"
    app.button(key=f"reopen_{name}").click().run()
    assert name not in kept()[1]


def test_a_decision_of_another_window_is_not_overwritten():
    app = opened("guidance", market="BRA")
    name = first_keep(app).key.removeprefix("keep_")
    plans, _choices, _tasks = kept()
    plans.reject("USA", "BRA", name, "As it was.", seen=0)
    app.button(key=f"keep_{name}").click().run()
    assert kept()[1][name].decision == "rejected"
    assert "another window was first" in words(app)
    app.button(key=f"mine_choice-BRA-{name}").click().run()
    assert kept()[1][name].decision == "kept"


def test_decided_advice_stays_when_the_switch_is_off():
    app = opened("guidance", market="JPN", unchecked="1")
    button = next(b for b in app.button if b.key.startswith("keep_uai"))
    name = button.key.removeprefix("keep_")
    button.click().run()
    again = opened("guidance", market="JPN")
    assert [b for b in again.button if b.key == f"reject_{name}"]


def test_trade_offs_show_both_sides():
    said = words(opened("guidance", market="JPN", unchecked="1"))
    assert "Come to the point" in said
    assert "The relation first" in said


def test_the_protocol_takes_the_teams_words_and_makes_tasks_of_them():
    app = opened("guidance", market="BRA", part="protocol")
    app.session_state["lf_note_complaints"] = True
    app.run()
    app.text_area(key="noted_complaints").set_value("A <i>senior</i> agent writes.")
    next(button for button in app.button if button.label == "Save").click().run()
    plans, _choices, _tasks = kept()
    assert plans.notes("USA", "BRA")["complaints"].text == "A <i>senior</i> agent writes."
    assert "A &lt;i&gt;senior&lt;/i&gt; agent writes." in words(app)
    next(button for button in app.button if button.label == "Add as a task").click().run()
    assert [task.kind for task in kept()[2]] == ["protocol"]


def test_words_longer_than_a_task_stand_whole_in_its_note_and_no_words_make_no_task():
    app = opened("guidance", market="BRA", part="protocol")
    app.session_state["lf_note_complaints"] = True
    app.run()
    app.text_area(key="noted_complaints").set_value("   ")
    next(button for button in app.button if button.label == "Add as a task").click().run()
    assert kept()[2] == ()
    long = "Answer with care. " * 40
    app.session_state["lf_note_complaints"] = True
    app.run()
    app.text_area(key="noted_complaints").set_value(long)
    next(button for button in app.button if button.label == "Add as a task").click().run()
    assert [(len(task.title), task.note) for task in kept()[2]] == [(400, long.strip())]


def test_what_beyond_uncertainty_means_is_stated():
    said = words(opened("guidance", market="BRA"))
    assert "standard deviations" in said
    assert "publish no errors" in said


def test_one_part_of_the_business_can_be_asked_for():
    said = words(opened("guidance", market="BRA", unchecked="1", function="service"))
    headings = [one.value for one in opened("guidance", market="BRA", unchecked="1", function="service").subheader]
    assert "Service" in headings
    assert not {"Marketing", "Sales", "Product", "Pricing"} & set(headings)
    assert "Trade-offs" in headings or "Trade-offs" in said
