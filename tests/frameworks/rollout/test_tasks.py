"""Tasks of a plan: what may be kept, what is overdue, filter and order."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.rollout.tasks import ORDERS, STATUSES, TITLE, Task, TaskError, checked, narrowed, ordered

TODAY = dt.date(2026, 11, 22)


def task(number=1, **more):
    given = {
        "market": "JPN", "home": "USA", "title": "Call", "note": "", "owner": "", "due": None, "status": "open", "kind": "own",
        "origin": "", "original": "", "citation": "", "revision": 1, **more,
    }  # fmt: skip
    return Task(number=number, **given)


@pytest.mark.parametrize(
    ("due", "status", "late"),
    [
        (None, "open", False), (dt.date(2026, 11, 21), "open", True), (dt.date(2026, 11, 21), "doing", True),
        (TODAY, "open", False), (dt.date(2026, 11, 21), "done", False), (dt.date(2026, 11, 21), "dropped", False),
    ],
)  # fmt: skip
def test_overdue_is_past_due_and_not_finished(due, status, late):
    assert task(due=due, status=status).overdue(TODAY) is late


@pytest.mark.parametrize(
    "fields",
    [{"title": "  "}, {"title": "x" * (TITLE + 1)}, {"title": "x", "owner": "y" * 81}, {"title": "x", "status": "later"},
     {"title": "x", "due": dt.date(1999, 1, 1)}, {"title": "x", "due": "2026-01-01"}, {"title": "x", "note": "z" * 4001}],
)  # fmt: skip
def test_what_may_not_be_kept_is_refused_with_a_sentence(fields):
    with pytest.raises(TaskError) as refused:
        checked(**fields)
    assert str(refused.value).endswith(".")


def test_the_filter_takes_status_owner_overdue_and_text():
    tasks = (task(1, owner="Ana", due=dt.date(2026, 1, 1)), task(2, status="done"), task(3, note="ask Ana"))
    assert [one.number for one in narrowed(tasks, TODAY, statuses=["done"])] == [2]
    assert [one.number for one in narrowed(tasks, TODAY, owner="Ana")] == [1]
    assert [one.number for one in narrowed(tasks, TODAY, owner="")] == [2, 3]
    assert [one.number for one in narrowed(tasks, TODAY, overdue=True)] == [1]
    assert [one.number for one in narrowed(tasks, TODAY, text="ANA")] == [1, 3]


def test_due_first_finished_last():
    tasks = (task(1), task(2, due=TODAY), task(3, due=dt.date(2026, 1, 1), status="done"), task(4, due=dt.date(2026, 2, 1)))
    assert [one.number for one in ordered(tasks)] == [4, 2, 1, 3]


ROWS = st.lists(st.tuples(st.sampled_from(sorted(STATUSES)), st.none() | st.dates(), st.text(max_size=4)), max_size=12)


@given(ROWS, st.sampled_from(sorted(ORDERS)))
def test_every_order_keeps_every_task_and_does_not_depend_on_the_start(rows, by):
    tasks = tuple(task(number, status=status, due=due, owner=owner) for number, (status, due, owner) in enumerate(rows))
    found = ordered(tasks, by)
    assert sorted(one.number for one in found) == list(range(len(tasks)))
    assert ordered(tuple(reversed(tasks)), by) == found
