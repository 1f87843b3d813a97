"""The team's plans: kept, edited, rejected, changed by two at once, undone, erased for good."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.plans import LONGEST, Overtaken, Plans
from data.store import Workspace
from frameworks.rollout.tasks import TaskError

TEXT = "Trials are worth a test."


@pytest.fixture
def plans(tmp_path):
    return Workspace(tmp_path).room(Plans)


def kept(plans, advice="a-1", **more):
    given = {"citation": "Works 2000 (single study)", "seen": 0, **more}
    return plans.keep("USA", "JPN", advice, TEXT, **given)


def test_kept_advice_becomes_a_task_with_its_citation(plans):
    kept(plans)
    task = plans.tasks("JPN")[0]
    assert (task.title, task.origin, task.citation) == (TEXT, "a-1", "Works 2000 (single study)")
    assert (task.kind, task.status) == ("guidance", "open")
    choice = plans.choices("USA", "JPN")["a-1"]
    assert (choice.decision, choice.task, choice.words) == ("kept", task.number, "")


def test_own_words_stand_beside_the_original(plans):
    kept(plans, words="Offer a trial", owner="Ana")
    task, choice = plans.tasks("JPN")[0], plans.choices("USA", "JPN")["a-1"]
    assert (task.title, task.original, task.owner) == ("Offer a trial", TEXT, "Ana")
    assert (choice.words, choice.original) == ("Offer a trial", TEXT)


def test_new_words_and_owner_change_the_same_task(plans):
    kept(plans)
    number = plans.tasks("JPN")[0].number
    kept(plans, seen=plans.choices("USA", "JPN")["a-1"].revision, words="Other words", owner="Ben")
    assert [(task.number, task.title, task.owner) for task in plans.tasks("JPN")] == [(number, "Other words", "Ben")]


def test_a_rejected_piece_takes_its_task_off_and_undo_brings_both_back(plans):
    kept(plans)
    step = plans.reject("USA", "JPN", "a-1", TEXT, seen=plans.choices("USA", "JPN")["a-1"].revision)
    assert plans.tasks("JPN") == ()
    assert plans.choices("USA", "JPN")["a-1"].decision == "rejected"
    assert plans.undo(step) == "reject"
    assert plans.choices("USA", "JPN")["a-1"].decision == "kept"
    assert len(plans.tasks("JPN")) == 1


def test_a_decision_can_be_opened_again_and_kept_anew(plans):
    kept(plans)
    plans.reopen("USA", "JPN", "a-1", seen=plans.choices("USA", "JPN")["a-1"].revision)
    assert plans.choices("USA", "JPN") == {}
    kept(plans)
    assert len(plans.tasks("JPN")) == 1


def test_decisions_belong_to_a_pair_and_tasks_to_a_market(plans):
    kept(plans)
    assert plans.choices("DEU", "JPN") == {}
    assert plans.tasks("BRA") == ()


def test_two_windows_deciding_at_once_are_told_and_nothing_is_lost(plans):
    kept(plans, words="Ours")
    with pytest.raises(Overtaken) as refused:
        plans.reject("USA", "JPN", "a-1", TEXT, seen=0)
    assert refused.value.theirs.words == "Ours"
    assert plans.choices("USA", "JPN")["a-1"].decision == "kept"
    assert len(plans.tasks("JPN")) == 1


def test_two_windows_changing_a_task_at_once_are_refused_by_row(plans):
    first, _step = plans.add("USA", "JPN", title="First")
    second, _step = plans.add("USA", "JPN", title="Second")
    plans.change(first.number, first.revision, owner="Ana")
    with pytest.raises(Overtaken) as refused:
        plans.change(first.number, first.revision, owner="Ben")
    assert refused.value.theirs.owner == "Ana"
    plans.change(second.number, second.revision, owner="Ben")  # the other row is not held up
    again = plans.change(first.number, refused.value.theirs.revision, owner="Ben")[0]
    assert again.owner == "Ben"


def test_a_task_deleted_elsewhere_is_said_to_be_gone(plans):
    task, _step = plans.add("USA", "JPN", title="First")
    plans.delete(task.number, task.revision)
    with pytest.raises(Overtaken) as refused:
        plans.change(task.number, task.revision, title="Mine")
    assert refused.value.theirs is None


def test_a_change_of_nothing_is_no_step(plans):
    task, _step = plans.add("USA", "JPN", title="First")
    assert plans.change(task.number, task.revision, title="First") == (task, 0)


def test_a_deleted_task_comes_back_with_undo_and_is_erased_for_good(plans, tmp_path):
    task, _step = plans.add("USA", "JPN", title="Zanzibarsecret")
    step = plans.delete(task.number, task.revision)
    plans.undo(step)
    task = plans.tasks("JPN")[0]
    plans.delete(task.number, task.revision)
    assert plans.purge("JPN") == 1
    assert plans.deleted("JPN") == ()
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert b"Zanzibarsecret" not in left


def test_what_was_deleted_long_ago_is_erased_by_the_next_deletion(tmp_path):
    now = [dt.datetime(2026, 1, 1, tzinfo=dt.UTC)]
    plans = Workspace(tmp_path, clock=lambda: now[0]).room(Plans)
    for title in ("Old", "New"):
        task, _step = plans.add("USA", "JPN", title=title)
        plans.delete(task.number, task.revision)
        now[0] += dt.timedelta(days=31)
    assert [task.title for task in plans.deleted("JPN")] == ["New"]


def test_notes_on_the_protocol_are_kept_changed_and_taken_off(plans):
    plans.note("USA", "JPN", "time", " Early. ", seen=0)
    assert plans.notes("USA", "JPN")["time"].text == "Early."
    with pytest.raises(Overtaken):
        plans.note("USA", "JPN", "time", "Late.", seen=0)
    step = plans.note("USA", "JPN", "time", "", seen=1)
    assert plans.notes("USA", "JPN") == {}
    plans.undo(step)
    assert plans.notes("USA", "JPN")["time"].text == "Early."
    with pytest.raises(TaskError):
        plans.note("USA", "JPN", "trust", "x" * (LONGEST + 1), seen=0)


def test_another_opening_of_the_same_file_sees_the_plan(tmp_path):
    Workspace(tmp_path).room(Plans).add("USA", "JPN", title="First", due=dt.date(2027, 1, 2))
    task = Workspace(tmp_path).room(Plans).tasks("JPN")[0]
    assert (task.title, task.due) == ("First", dt.date(2027, 1, 2))


@given(st.text(max_size=60), st.text(max_size=60), st.one_of(st.none(), st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))))
def test_whatever_is_kept_comes_back_the_same(tmp_path_factory, title, owner, due):
    plans = Workspace(tmp_path_factory.mktemp("plan")).room(Plans)
    try:
        task, _step = plans.add("USA", "JPN", title=title, owner=owner, due=due)
    except TaskError:
        assert plans.tasks("JPN") == ()
        return
    assert plans.tasks("JPN") == (task,)
    assert (task.due, task.title.strip(), task.owner.strip()) == (due, task.title, task.owner)
