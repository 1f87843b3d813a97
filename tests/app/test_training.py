"""The page Team training, driven without a browser."""

from __future__ import annotations

from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import world
from frameworks.culture.cases import cases
from frameworks.culture.quiz import quiz
from tests.app.reading import opened, words


def part(app: AppTest, name: str) -> AppTest:
    """Open a tab of the page."""
    app.session_state["training_part"] = name
    app.run()
    assert not app.exception
    return app


def press(app: AppTest, key: str) -> AppTest:
    """Click the button of this key."""
    app.button(key=key).click().run()
    assert not app.exception
    return app


def test_the_outline_names_gaps_needs_agenda_cases_and_reading():
    text = words(opened("training", market="JPN"))
    for said in ("Long-term orientation", "Who needs what", "Agenda of 75 minutes", "Arrive with a guess", "Cases chosen",
                 "What to read", "Steel &amp; Taras 2010", "standard deviations higher"):  # fmt: skip
        assert said in text, said


def test_roles_and_length_come_from_the_address_and_hostile_ones_are_left_out():
    text = words(opened("training", market="JPN", roles="sales.service.<script>", minutes="90"))
    assert "Agenda of 90 minutes" in text and "Open talks so that" in text and "Choose claims" not in text
    text = words(opened("training", market="JPN", roles="<script>alert(1)</script>", minutes="1e9"))
    assert "Agenda of 75 minutes" in text and "<script>alert" not in text


@pytest.mark.parametrize("market", ["ARE", "SAU", "NGA", "VAT", "BVT"])
def test_a_market_of_which_little_is_known_still_trains(market):
    app = opened("training", market=market)
    assert not app.error and "Agenda of 75 minutes" in words(app)
    assert "What would you do?" in words(part(app, "Cases"))


def test_home_as_the_market_says_so():
    app = opened("training", market="USA")
    assert any("is your home market" in info.value for info in app.info)
    assert "What would you do?" in words(part(app, "Cases"))


def test_a_case_is_answered_explained_and_thought_over_again():
    app = part(opened("training", market="JPN", case="silent_yes"), "Cases")
    case = next(one for one in cases(world()) if one.key == "silent_yes")
    assert case.title.strip("“”") in words(app) and case.best.why not in words(app)
    weaker = next(option for option in case.options if not option.best)
    press(app, f"training_silent_yes_{weaker.key}")
    text = words(app)
    assert "Another option would be stronger here." in text and "your choice" in text
    assert all(escape(option.why) in text for option in case.options)
    press(app, "training_again")
    press(app, f"training_silent_yes_{case.best.key}")
    assert "hold to be the best" in words(app) and "1 answered, 1 of them" in words(app)


def test_next_and_back_move_through_the_cases_and_the_address_follows():
    app = part(opened("training", market="JPN"), "Cases")
    first = app.query_params["case"]
    press(app, "training_next")
    assert app.query_params["case"] != first
    press(app, "training_back")
    assert app.query_params["case"] == first


def test_cases_are_filtered_by_function_dimension_and_gap():
    app = part(opened("training", market="JPN", case_function="pricing"), "Cases")
    assert "Case 1 of 4" in words(app)
    app = part(opened("training", market="JPN", case_dimension="hofstede.pdi"), "Cases")
    assert "Power distance" in words(app)
    app = part(opened("training", market="JPN", case_function="payments", case_dimension="schwartz.mastery"), "Cases")
    assert any("No case fits" in info.value for info in app.info)
    count = len(cases(world()))
    assert f"of {count};" in words(part(opened("training", market="JPN"), "Cases"))
    assert f"of {count};" not in words(part(opened("training", market="JPN", case_gap="gap"), "Cases"))


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "../../etc", "x" * 5000, ""])
def test_an_unknown_case_or_filter_in_the_address_is_ignored(hostile):
    app = part(opened("training", market="JPN", case=hostile, case_function=hostile, quiz=hostile, roles=hostile), "Cases")
    assert "What would you do?" in words(app) and "alert(1)" not in words(app)
    assert "Question 1 of" in "".join(bar.proto.text for bar in part(app, "Quiz").get("progress"))


def test_the_quiz_is_played_to_its_score():
    app = part(opened("training", market="JPN", quiz="7"), "Quiz")
    asked = quiz(world(), 7)
    for place, question in enumerate(asked):
        answer = question.right if place % 3 else (question.right + 1) % 4
        press(app, f"training_q_{question.key}_{answer}")
        assert ("Right." if place % 3 else "Not this one.") in words(app)
        press(app, "training_q_next")
    text = words(app)
    right = sum(1 for place in range(len(asked)) if place % 3)
    assert f"{right} of {len(asked)}" in text and "Answers explained" in text
    press(app, "training_q_another")
    assert app.query_params["quiz"] in ("8", ["8"])


def test_the_first_answer_counts_and_stays_for_the_session():
    app = part(opened("training", market="JPN", quiz="3"), "Quiz")
    question = quiz(world(), 3)[0]
    press(app, f"training_q_{question.key}_{question.right}")
    part(app, "Outline")
    assert "Right." in words(part(app, "Quiz"))


def test_a_sentence_of_the_team_is_read_by_the_guard():
    app = opened("training", market="JPN")
    app.text_area(key="training_sentence").set_value("Germans are punctual. <b>x</b>").run()
    text = words(app)
    assert "1 place to rewrite" in text and "Say it of the average" in text and "<b>x</b>" not in text
    app.text_area(key="training_sentence").set_value("Where the average lies higher, buyers tend to wait.").run()
    assert app.success


def test_outline_and_cases_can_be_taken_away():
    labels = {button.proto.label for button in opened("training", market="JPN").get("download_button")}
    assert {"HTML to print", "Agenda CSV", "Cases CSV"} <= labels


def test_the_page_speaks_spanish_without_breaking():
    app = opened("training", market="MEX", lang="es")
    assert not app.error and not app.exception


def test_an_unknown_market_is_answered():
    assert any("does not know" in warning.value for warning in opened("training", market="QQQ").warning)


def test_the_address_names_the_part_that_is_open():
    app = opened("training", market="JPN", part="quiz", quiz="7")
    assert [field.value for field in app.number_input] == [7]
    assert part(app, "Cases").query_params["part"] == "cases" and "part" not in part(app, "Outline").query_params
    assert not opened("training", market="JPN", part="<script>").error
