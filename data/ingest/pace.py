"""Runs an import's statements beside the caller, who is told how far they are and can stop them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Waiting
from typing import Any

import duckdb

from data.ingest.model import Cancelled
from frameworks.labels import N_, Sentence

Progress = Callable[[float, Sentence], None]

TICK = 0.1
"""Seconds between two words to the caller."""


class Pace:
    """A connection that tells ``progress`` how far a step is; whatever that raises stops the statement.

    The callback runs in the caller's thread. Without one, statements run as they are.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection, progress: Progress | None) -> None:
        self._con, self._progress = con, progress
        self._beside: ThreadPoolExecutor | None = None
        self._said = 0.0
        self._span = (0.0, 1.0)
        self._until, self._doing = 0.0, Sentence(N_("Opening the file"))

    def span(self, start: float, end: float) -> None:
        """Let the fractions of the steps to come be parts of this part of the work."""
        self._span = (start, end)

    def step(self, until: float, doing: Sentence) -> None:
        """Say what comes next and what fraction of all work is done once it is."""
        self._said = self._until
        start, end = self._span
        self._until, self._doing = max(start + (end - start) * until, self._said), doing
        self._tell(self._said)

    def execute(self, sql: str, parameters: Sequence[Any] | None = None) -> Any:
        """Run a statement; see ``duckdb``."""
        if self._progress is None:
            return self._con.execute(sql, parameters) if parameters is not None else self._con.execute(sql)
        if self._beside is None:
            self._beside = ThreadPoolExecutor(1, thread_name_prefix="ingest")
        running = self._beside.submit(self._con.execute, sql, parameters)
        try:
            while True:
                try:
                    return running.result(timeout=TICK)
                except Waiting:
                    if running.done():
                        return running.result()
                    self._tell(self._said + (self._until - self._said) * self._share())
        except BaseException:
            while not running.done():
                # Again and again: an interruption that comes before the statement has begun is forgotten.
                self._con.interrupt()
                with contextlib.suppress(Waiting, Exception):
                    running.exception(timeout=TICK)
            raise

    def close(self) -> None:
        """Let the thread go."""
        if self._beside is not None:
            self._beside.shutdown(wait=True)

    def _share(self) -> float:
        with contextlib.suppress(duckdb.Error):
            return min(max(self._con.query_progress() / 100, 0.0), 1.0)
        return 0.0

    def _tell(self, fraction: float) -> None:
        if self._progress is not None:
            self._progress(min(fraction, 1.0), self._doing)


def stopped() -> Cancelled:
    """Return what is raised when the person stops an import."""
    return Cancelled(N_("The import was stopped; nothing was kept."))
