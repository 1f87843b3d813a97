"""Steps on a plan: recorded with what was before, taken back only while nothing has changed since."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from data.plan_steps import PlanError, row_of
from data.plans import Plans
from data.store import Workspace


@pytest.fixture
def plans(tmp_path):
    return Workspace(tmp_path).room(Plans)


def test_a_step_with_several_rows_is_taken_back_as_one(plans):
    step = plans.keep("USA", "JPN", "a", "Test trials.", citation="c", seen=0)
    assert plans.undo(step) == "keep"
    assert plans.choices("USA", "JPN") == {}
    assert plans.tasks("JPN") == ()
    assert [task.title for task in plans.deleted("JPN")] == ["Test trials."]


def test_a_step_is_taken_back_once(plans):
    _task, step = plans.add("USA", "JPN", title="Call")
    plans.undo(step)
    with pytest.raises(PlanError):
        plans.undo(step)
    with pytest.raises(PlanError):
        plans.undo(12345)


def test_nothing_is_undone_where_another_window_changed_it_since(plans):
    task, step = plans.add("USA", "JPN", title="Call")
    plans.change(task.number, task.revision, title="Write")
    with pytest.raises(PlanError, match="nothing is lost"):
        plans.undo(step)
    assert [one.title for one in plans.tasks("JPN")] == ["Write"]


def test_an_undone_change_raises_the_revision_so_that_stale_windows_are_refused(plans):
    task, _step = plans.add("USA", "JPN", title="Call")
    changed, step = plans.change(task.number, task.revision, title="Write")
    plans.undo(step)
    now = plans.tasks("JPN")[0]
    assert now.title == "Call"
    assert now.revision > changed.revision


def test_steps_are_undone_one_after_the_other_to_the_beginning(plans):
    steps = [plans.keep("USA", "JPN", "a", "Test trials.", citation="c", seen=0)]
    for words in ("Once", "Twice"):
        seen = plans.choices("USA", "JPN")["a"].revision
        steps.append(plans.keep("USA", "JPN", "a", "Test trials.", citation="c", seen=seen, words=words))
    steps.append(plans.reject("USA", "JPN", "a", "Test trials.", seen=plans.choices("USA", "JPN")["a"].revision))
    steps.append(plans.reopen("USA", "JPN", "a", seen=plans.choices("USA", "JPN")["a"].revision))
    said = []
    while steps:
        plans.undo(steps.pop())
        choice = plans.choices("USA", "JPN").get("a")
        said.append((choice.decision, choice.words, [task.title for task in plans.tasks("JPN")]) if choice else None)
    assert said == [
        ("rejected", "Twice", []), ("kept", "Twice", ["Twice"]), ("kept", "Once", ["Once"]),
        ("kept", "", ["Test trials."]), None,
    ]  # fmt: skip
    assert plans.tasks("JPN") == ()


class Two(RuleBasedStateMachine):
    """Changes and undos of one task in any order end where a list of its titles says."""

    def __init__(self):
        super().__init__()
        self.plans = Workspace(Path(tempfile.mkdtemp())).room(Plans)
        self.task = self.plans.add("USA", "JPN", title="0")[0]
        self.titles, self.steps = ["0"], []

    @rule(title=st.sampled_from("123"))
    def change(self, title):
        now = self.plans.tasks("JPN")[0]
        _task, step = self.plans.change(now.number, now.revision, title=title)
        if step:
            self.titles.append(title)
            self.steps.append(step)

    @rule()
    def undo(self):
        if self.steps:
            self.plans.undo(self.steps.pop())
            self.titles.pop()

    @invariant()
    def agrees(self):
        assert self.plans.tasks("JPN")[0].title == self.titles[-1]


TestTwo = Two.TestCase
TestTwo.settings = settings(max_examples=10, stateful_step_count=12, deadline=None)


def test_rows_are_found_by_their_key(tmp_path):
    workspace = Workspace(tmp_path)
    plans = workspace.room(Plans)
    plans.note("USA", "JPN", "time", "Early.", seen=0)
    with workspace._backing.reading() as db:
        assert row_of(db, "plan_notes", {"home": "USA", "market": "JPN", "part": "time"})["text"] == "Early."
        assert row_of(db, "plan_notes", {"home": "USA", "market": "JPN", "part": "trust"}) is None
