"""Plan: tasks added, changed, finished, deleted, filtered, exported; two windows at once."""

import datetime as dt
import io

import pytest
from python_calamine import CalamineWorkbook

from components.plan_list import for_export
from data.export.spreadsheet import table_csv, table_xlsx
from data.plans import Plans
from pages.desk import workspace
from tests.app.reading import opened, words


@pytest.fixture
def plans():
    return workspace().room(Plans)


def add(plans, title="Call the carrier", **more):
    return plans.add("USA", "JPN", title=title, **more)[0]


def test_an_empty_plan_says_what_to_do():
    app = opened("plan", market="JPN")
    assert any("This plan is empty" in info.value for info in app.info)


def test_a_task_of_ones_own_is_added_by_hand(plans):
    app = opened("plan", market="JPN")
    app.text_area(key="title_new_0").set_value("Ask <b>the</b> carrier")
    app.text_input(key="own_new_0").set_value("Ana")
    app.date_input(key="due_new_0").set_value(dt.date(2027, 1, 2))
    next(button for button in app.button if button.label == "Add").click().run()
    task = plans.tasks("JPN")[0]
    assert (task.title, task.owner, task.due, task.kind) == ("Ask <b>the</b> carrier", "Ana", dt.date(2027, 1, 2), "own")
    assert "Ask &lt;b&gt;the&lt;/b&gt; carrier" in words(app)
    assert app.text_area(key="title_new_1").value == ""


def test_a_task_without_words_is_refused_with_a_sentence(plans):
    app = opened("plan", market="JPN")
    next(button for button in app.button if button.label == "Add").click().run()
    assert plans.tasks("JPN") == ()
    assert "needs a few words" in words(app)
    assert any("needs a few words" in one.value for one in app.error)  # in the form: the message above may be out of sight
    app.text_area(key="title_new_0").set_value("Ask the carrier")
    next(button for button in app.button if button.label == "Add").click().run()
    assert not app.error and [task.title for task in plans.tasks("JPN")] == ["Ask the carrier"]


def test_a_task_is_changed_in_place_finished_and_undone(plans):
    task = add(plans)
    app = opened("plan", market="JPN")
    app.session_state[f"lf_task_{task.number}"] = True
    app.run()
    app.text_input(key=f"own_{task.number}").set_value("Ben")
    app.selectbox(key=f"state_{task.number}").set_value("doing")
    next(button for button in app.button if button.label == "Save").click().run()
    assert (plans.tasks("JPN")[0].owner, plans.tasks("JPN")[0].status) == ("Ben", "doing")
    app.button(key=f"done_{task.number}").click().run()
    assert plans.tasks("JPN")[0].status == "done"
    app.button(key="plan_undo").click().run()
    assert plans.tasks("JPN")[0].status == "doing"


def test_overdue_is_marked_and_filtered(plans):
    add(plans, "Late", due=dt.date(2001, 1, 1))
    add(plans, "Early", due=dt.date(2100, 1, 1))
    app = opened("plan", market="JPN")
    assert "1 overdue" in words(app)
    app.toggle(key="plan_late").set_value(True).run()
    assert "Late" in words(app)
    assert ">Early<" not in words(app)


def test_deleted_tasks_come_back_with_undo_and_are_erased_for_good(plans):
    task = add(plans)
    app = opened("plan", market="JPN")
    app.button(key=f"delete_{task.number}").click().run()
    assert plans.tasks("JPN") == ()
    app.button(key="plan_undo").click().run()
    app.button(key=f"delete_{task.number}").click().run()
    app.button(key="plan_purge").click().run()
    assert plans.deleted("JPN") == ()


def test_two_windows_at_once_are_refused_by_row_with_nothing_lost(plans):
    task = add(plans)
    app = opened("plan", market="JPN")
    app.session_state[f"lf_task_{task.number}"] = True
    app.run()
    plans.change(task.number, task.revision, title="Theirs")
    app.text_area(key=f"title_{task.number}").set_value("Mine")
    next(button for button in app.button if button.label == "Save").click().run()
    said = words(app)
    assert plans.tasks("JPN")[0].title == "Theirs"
    assert "Mine" in said
    assert "Theirs" in said
    app.button(key=f"mine_task-{task.number}").click().run()
    assert plans.tasks("JPN")[0].title == "Mine"


def test_a_form_stays_on_what_it_was_opened_on_while_the_page_runs_again(plans):
    task, other = add(plans), add(plans, "Another")
    app = opened("plan", market="JPN")
    app.session_state[f"lf_task_{task.number}"] = True
    app.run()
    plans.change(task.number, task.revision, title="Theirs")
    app.button(key=f"done_{other.number}").click().run()  # any other run of the page
    assert app.text_area(key=f"title_{task.number}").value == "Call the carrier"  # so a browser keeps what is typed
    app.text_area(key=f"title_{task.number}").set_value("Mine")
    next(button for button in app.button if button.label == "Save").click().run()
    assert plans.tasks("JPN")[0].title == "Theirs"
    assert "Mine" in words(app)


def test_leaving_theirs_forgets_mine(plans):
    task = add(plans)
    app = opened("plan", market="JPN")
    plans.change(task.number, task.revision, owner="Ana")
    app.button(key=f"done_{task.number}").click().run()
    app.button(key=f"theirs_task-{task.number}").click().run()
    assert plans.tasks("JPN")[0].status == "open"
    assert not [button for button in app.button if button.key.startswith("mine_")]


def test_the_files_hold_the_tasks_and_no_formula(plans):
    add(plans, "=1+1", due=dt.date(2001, 1, 1), owner="@Ana")
    table = for_export(plans.tasks("JPN"), dt.date(2026, 11, 22))
    assert b"'=1+1" in table_csv(table, index=False)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(table_xlsx(table, index=False))).get_sheet_by_index(0).to_python()
    assert rows[1][:2] == ["=1+1", "@Ana"]
    assert {button.label for button in opened("plan", market="JPN").get("download_button")} >= {"CSV", "XLSX", "ICS"}


def test_a_calendar_is_offered_once_a_task_has_a_day(plans):
    add(plans)
    assert "ICS" not in {button.label for button in opened("plan", market="JPN").get("download_button")}
    add(plans, title="Print labels", due=dt.date(2027, 1, 2))
    assert "ICS" in {button.label for button in opened("plan", market="JPN").get("download_button")}
