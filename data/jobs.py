"""Long work outside the page: started by name, watched, stopped, one of a name at a time.

It goes on whatever page is open, in every window the same, and ends with the process; work that must not be lost keeps
what it has done as it goes. Work that would be in its own way stands in a line, where one piece follows the other.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from data.workspace_file import Backing
from frameworks.labels import N_, Sentence

WAITING, RUNNING, DONE, STOPPED, FAILED = "waiting", "running", "done", "stopped", "failed"
Cancelled = Callable[[], bool]
log = logging.getLogger("landfall")


class Progress(Protocol):
    """Told how much is done, of how much, and what is being done where that can be said."""

    def __call__(self, done: float, total: float, saying: Sentence | None = None) -> None: ...


Work = Callable[[Progress, Cancelled], Any]


@dataclass
class Job:
    """One piece of work.

    state:  waiting (in a line), running, done, stopped (by a person) or failed.
    done, total: how far it is; total 0 while unknown. saying: what is being done.
    about:  what whoever started it wants to know again, such as a locale.
    result: what the work returned, None until then. error: why it failed, or what there is to say of its being stopped.
    began, ended: seconds of ``time.monotonic``.
    """

    name: str
    about: Any = None
    state: str = RUNNING
    done: float = 0
    total: float = 0
    saying: Sentence | None = None
    result: Any = None
    error: Sentence | None = None
    began: float = 0.0
    ended: float | None = None
    _stop: threading.Event = field(default_factory=threading.Event, repr=False)
    _over: threading.Event = field(default_factory=threading.Event, repr=False)

    @property
    def running(self) -> bool:
        """Whether it is still at work, or waits for its turn."""
        return self.state in (WAITING, RUNNING)

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return min(self.done / self.total, 1.0) if self.total else 0.0

    @property
    def seconds(self) -> float:
        """How long it has taken so far or took in all."""
        return (self.ended if self.ended is not None else time.monotonic()) - self.began

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop and has not yet."""
        return self.running and self._stop.is_set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is over; return whether it is."""
        return self._over.wait(seconds)


class Jobs:
    """The work of one workspace; ask ``Workspace.room`` for it, so that every window sees the same."""

    def __init__(
        self, backing: Backing | None = None, now: Callable[[], str] | None = None, scrub: Callable[[], None] | None = None
    ) -> None:
        self._jobs: dict[str, Job] = {}
        self._lines: dict[str, deque[tuple[Job, Work]]] = {}
        self._lock = threading.Lock()

    def start(self, name: str, work: Work, about: Any = None, *, line: str = "") -> Job:
        """Begin work under a name, or return the work of that name that is still running.

        work: is given what to tell its progress to, and what to ask now and then whether to stop.
        line: work of the same line is done one after the other, in the order in which it was started.
        """
        with self._lock:
            held = self._jobs.get(name)
            if held is not None and held.running:
                return held
            job = self._jobs[name] = Job(name, about, WAITING, began=time.monotonic())
            there = self._lines.get(line, deque()) if line else deque()
            there.append((job, work))
            if len(there) > 1:
                return job  # whoever does the work before it goes on with it
            if line:
                self._lines[line] = there
            else:
                job.state = RUNNING
        threading.Thread(target=self._do, args=(there, line), name=f"landfall-{line or name}", daemon=True).start()
        return job

    def _do(self, there: deque[tuple[Job, Work]], line: str) -> None:
        """Do what stands in a line until nothing does."""
        while there:
            job, work = there[0]
            with self._lock:
                wanted = job.running
                job.state = RUNNING if wanted else job.state
            if wanted:
                _run(job, work)
            with self._lock:
                there.popleft()
                if not there:
                    self._lines.pop(line, None)

    @staticmethod
    def after(seconds: float, work: Callable[[], Any]) -> Work:
        """Return work that begins a little later, so that what is on screen is not held up by it."""

        def waited(_progress: Progress, _cancelled: Cancelled) -> Any:
            time.sleep(seconds)
            return work()

        return waited

    def state(self, name: str) -> Job | None:
        """Return the work of a name, running or over; None without any."""
        return self._jobs.get(name)

    def cancel(self, name: str) -> None:
        """Ask work to stop; what it has kept stays. Work that waits for its turn does not begin."""
        with self._lock:
            job = self._jobs.get(name)
            if job is not None:
                job._stop.set()
                if job.state == WAITING:
                    _end(job, STOPPED)

    def put_away(self, name: str) -> None:
        """Forget work that is over."""
        with self._lock:
            job = self._jobs.get(name)
            if job is not None and not job.running:
                del self._jobs[name]


def _run(job: Job, work: Work) -> None:
    def progress(done: float, total: float, saying: Sentence | None = None) -> None:
        job.done, job.total, job.saying = done, total, saying

    job.began = time.monotonic()
    state = FAILED
    try:
        job.result = work(progress, job._stop.is_set)
        state = STOPPED if job._stop.is_set() and job.done < job.total else DONE
    except Sentence as error:
        job.error = error
        state = STOPPED if job._stop.is_set() else FAILED
    except Exception:
        log.exception("work in the background failed")
        job.error = Sentence(N_("Something went wrong while this ran; what was done until then is kept."))
    _end(job, state)


def _end(job: Job, state: str) -> None:
    job.ended = time.monotonic()
    job.state = state
    job._over.set()
