"""How often an engine is asked, how long an answer may take, and when to try again."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from data.translate.faults import AGAIN, TranslateError, fault

Answer = TypeVar("Answer")
Cancelled = Callable[[], bool]
_LOOK = 0.05
"""Seconds between two looks at whether the user has cancelled."""


@dataclass(frozen=True)
class Limits:
    """seconds: for one answer. tries: at most, the first included. first_wait, longest_wait: seconds between tries.

    per_second: requests at most, 0 for no limit; None takes the engine's own.
    """

    seconds: float = 15.0
    tries: int = 3
    first_wait: float = 1.0
    longest_wait: float = 30.0
    per_second: float | None = None


def never() -> bool:
    """Say that nobody has cancelled."""
    return False


class Pace:
    """Keeps requests apart; threads share one.

    per_second: at most, 0 for no limit. clock, sleep: in seconds.
    """

    def __init__(
        self,
        per_second: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._gap = 1 / per_second if per_second > 0 else 0.0
        self._clock, self._sleep = clock, sleep
        self._free = 0.0
        self._turn = threading.Lock()

    def wait(self, engine: str, cancelled: Cancelled = never) -> None:
        """Wait for the next turn; raises TranslateError when cancelled."""
        with self._turn:
            begins = max(self._free, self._clock())
            self._free = begins + self._gap
        self.pause(begins - self._clock(), engine, cancelled)

    def pause(self, seconds: float, engine: str, cancelled: Cancelled = never) -> None:
        """Wait ``seconds``, looking out for a cancellation; raises TranslateError when cancelled."""
        end = self._clock() + seconds
        while True:
            if cancelled():
                raise fault("cancelled", engine)
            left = end - self._clock()
            if left <= 0:
                return
            self._sleep(min(left, _LOOK))


def within(
    seconds: float, work: Callable[[], Answer | TranslateError], engine: str, cancelled: Cancelled = never
) -> Answer:
    """Return what ``work`` returns, or raise TranslateError once ``seconds`` have passed or the user has cancelled.

    The work runs in a thread that is left to itself then: no time limit of a socket covers the look-up of a
    name, or a server that sends a byte now and then. Work returns its faults instead of raising them, so
    that no traceback carries a library's message along.
    """
    box: list[Answer | TranslateError] = []
    done = threading.Event()

    def run() -> None:
        try:
            box.append(work())
        finally:
            done.set()

    end = time.monotonic() + seconds
    threading.Thread(target=run, name="translation", daemon=True).start()
    while not done.wait(max(0.0, min(_LOOK, end - time.monotonic()))):
        if cancelled():
            raise fault("cancelled", engine)
        if time.monotonic() >= end:
            raise fault("slow", engine)
    answer = box[0] if box else fault("answer", engine)
    if isinstance(answer, TranslateError):
        raise answer
    return answer


def persist(
    ask: Callable[[], Answer], limits: Limits, pace: Pace, engine: str, cancelled: Cancelled = never
) -> Answer:
    """Return what ``ask`` returns, trying again after faults that may pass; raises the last TranslateError.

    The wait doubles from ``first_wait``, a quarter more or less, so that two sessions do not march in step; a
    service that names a wait gets it, unless it is longer than ``longest_wait``: then the fault is final.
    """
    for attempt in range(1, max(1, limits.tries) + 1):
        pace.wait(engine, cancelled)
        try:
            return ask()
        except TranslateError as error:
            named = error.after or 0.0
            if error.kind not in AGAIN or attempt >= limits.tries or named > limits.longest_wait:
                raise
            wait = min(limits.longest_wait, limits.first_wait * 2 ** (attempt - 1)) * random.uniform(0.75, 1.25)
        pace.pause(max(named, wait), engine, cancelled)
    raise fault("server", engine)
