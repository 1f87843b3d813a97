"""Requests keep their distance, faults that pass are waited for, and nobody waits in vain."""

import threading
import time
from itertools import pairwise

import pytest

from data.translate.faults import TranslateError, fault
from data.translate.pace import Limits, Pace, persist, within


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


def test_requests_keep_their_distance():
    clock = Clock()
    pace = Pace(2, clock, clock.sleep)
    times = []
    for _ in range(4):
        pace.wait("It")
        times.append(round(clock.now - 100, 3))
    assert times == [0, 0.5, 1, 1.5]
    clock.now += 10
    pace.wait("It")
    assert clock.now == pytest.approx(111.5)


def test_no_limit_is_no_wait():
    clock = Clock()
    for _ in range(100):
        Pace(0, clock, clock.sleep).wait("It")
    assert clock.now == 100


def test_a_wait_can_be_cancelled():
    clock = Clock()
    with pytest.raises(TranslateError) as caught:
        Pace(1, clock, clock.sleep).pause(1000, "It", lambda: clock.now > 101)
    assert caught.value.kind == "cancelled" and clock.now < 102


def attempts(kinds, limits, after=None):
    clock = Clock()
    asked = iter(kinds)
    times = []

    def ask():
        times.append(clock.now - 100)
        if kind := next(asked):
            raise fault(kind, "It", 503, after)
        return "done"

    return times, lambda: persist(ask, limits, Pace(0, clock, clock.sleep), "It")


def test_the_wait_doubles_and_has_an_end():
    times, go = attempts(["slow", "busy", "server", "offline", ""], Limits(tries=5, first_wait=1, longest_wait=3))
    assert go() == "done"
    gaps = [later - earlier for earlier, later in pairwise(times)]
    for gap, meant in zip(gaps, [1, 2, 3, 3], strict=True):
        assert 0.75 * meant <= gap <= 1.25 * meant + 0.001


def test_a_named_wait_is_kept():
    times, go = attempts(["busy", ""], Limits(first_wait=0.1), after=9.0)
    assert go() == "done" and times[1] == pytest.approx(9)


@pytest.mark.parametrize("kind", ["key", "quota", "language", "length", "answer", "refused", "cancelled"])
def test_what_does_not_pass_is_not_tried_again(kind):
    times, go = attempts([kind, ""], Limits())
    with pytest.raises(TranslateError) as caught:
        go()
    assert caught.value.kind == kind and len(times) == 1


def test_tries_have_an_end():
    times, go = attempts(["slow"] * 9, Limits(tries=3))
    with pytest.raises(TranslateError):
        go()
    assert len(times) == 3


def test_work_that_does_not_return_is_left():
    held = threading.Event()
    began = time.monotonic()
    with pytest.raises(TranslateError) as caught:
        within(0.1, lambda: held.wait(5), "It")
    held.set()
    assert caught.value.kind == "slow" and time.monotonic() - began < 1


def test_a_fault_of_the_work_is_raised_bare():
    with pytest.raises(TranslateError) as caught:
        within(1, lambda: fault("key", "It"), "It")
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    assert within(1, lambda: "done", "It") == "done"
