"""Where the warehouse lives: one DuckDB file, opened once a process and rewritten when something is erased.

A damaged file is moved aside, never deleted; where nothing can be written the warehouse lives in
memory; in both cases ``notice`` says so in a sentence. Another process is told to wait its turn.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from data.warehouse.refusals import is_broken_file, is_damage, is_unwritable, refusal
from data.warehouse.schema import found_version, upgrade
from data.warehouse.turn import Turn
from frameworks.labels import N_, Sentence

FILE_NAME = "kpi.duckdb"
TEMPORARY = "kpi.tmp"
"""Folder for what does not fit in memory, and for files being read; empty between imports."""

DAMAGED = "kpi.damaged"
"""A mark that a part of the file proved unreadable, so that the next opening sets it aside."""

WAIT_TICK = 0.2
"""Seconds between two words to somebody who waits for a turn."""

Cursor = duckdb.DuckDBPyConnection

_OWN = r"kpi(\.corrupt-\w+)?\.duckdb(\.new)?(\.wal)?"
_open: weakref.WeakValueDictionary[Path, DuckFile]
_opening = threading.RLock()


class DuckFile:
    """The open file (or memory, when ``path`` is None), lent out as cursors.

    Readers share it; writers take turns, each inside one transaction.
    """

    def __init__(self, path: Path | None, memory_limit: str | None) -> None:
        self.path = path
        self.notice: Sentence | None = None
        self._limit = memory_limit
        self._writing = threading.RLock()
        self._gate = threading.Condition()
        self._readers = 0
        self._turn = Turn(path.with_name("kpi.lock")) if path else None
        self._connection: Cursor | None = None
        self._version = ""
        try:
            self._connect()
        except BaseException:
            self.close()
            raise

    @property
    def version(self) -> str:
        """Changes with every change of the rows; a key for caches."""
        return self._version

    @contextlib.contextmanager
    def work_folder(self) -> Iterator[Path]:
        """Lend an empty folder for the parts of a file being read; what a crash leaves goes at the next opening."""
        beside = self.path.with_name(TEMPORARY) if self.path else None
        if beside:
            beside.mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="reading-", dir=beside, ignore_cleanup_errors=True) as work:
            yield Path(work)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Cursor]:
        """Lend a cursor; raises WarehouseError with a sentence when DuckDB fails."""
        with self._gate:
            self._readers += 1
            try:
                cursor = self._connection.cursor()
            except BaseException:
                self._readers -= 1
                raise
        broken = False
        try:
            yield cursor
        except duckdb.Error as error:
            if self.path and is_broken_file(error):
                self.path.with_name(DAMAGED).touch()
            broken = isinstance(error, duckdb.FatalException)
            raise refusal(error) from error
        finally:
            cursor.close()
            with self._gate:
                self._readers -= 1
                self._gate.notify_all()
            if broken and self.path:
                self._connect_again()

    @contextlib.contextmanager
    def turn(self, wait: Callable[[], None] | None = None) -> Iterator[None]:
        """Hold the right to write; ``wait`` is called now and then until it is there."""
        while not self._writing.acquire(timeout=WAIT_TICK):
            if wait:
                wait()
        try:
            yield
        finally:
            self._writing.release()

    @contextlib.contextmanager
    def transaction(self, cursor: Cursor) -> Iterator[None]:
        """Keep all that is done with the cursor, or nothing; the caller holds the turn."""
        self.begin(cursor)
        try:
            yield
            self.keep(cursor)
        except BaseException:
            self.give_up(cursor)
            raise

    def begin(self, cursor: Cursor) -> None:
        """Begin a transaction, which ``keep`` or ``give_up`` ends; the caller holds the turn."""
        cursor.execute("BEGIN TRANSACTION")

    def keep(self, cursor: Cursor) -> None:
        """Keep all that was done since ``begin``; where that fails it is for the caller to give up."""
        cursor.execute("UPDATE about SET value = CAST(CAST(value AS BIGINT) + 1 AS VARCHAR) WHERE key = 'changes'")
        cursor.execute("COMMIT")
        self._version = _version(cursor)

    def give_up(self, cursor: Cursor) -> None:
        """Keep nothing of what was done since ``begin``."""
        with contextlib.suppress(duckdb.Error):
            cursor.execute("ROLLBACK")

    @contextlib.contextmanager
    def writing(self) -> Iterator[Cursor]:
        """Lend a cursor inside one transaction: all of it is kept, or none; one writer at a time."""
        with self.turn(), self.reading() as cursor, self.transaction(cursor):
            yield cursor

    def rewrite(self) -> None:
        """Write the file anew, so that nothing deleted is left in it, in its log or in temporary files."""
        if not self.path:
            return
        fresh = self.path.with_name(f"{FILE_NAME}.new")
        with self.turn(), self._alone():
            try:
                _tidy(self.path)
                _copy(self._connection, self.path.stem, fresh)
                # Closing empties the old log into the old file, so that it cannot be taken for the new one's.
                self._connection.close()
                self._connection = None
                fresh.replace(self.path)
                _sync_folder(self.path.parent)
            except duckdb.Error as error:
                raise refusal(error) from error
            finally:
                _tidy(self.path)
                if self._connection is None:
                    self._connect()

    def start_afresh(self) -> None:
        """Remove everything from the disk, also what was set aside as damaged, and begin an empty warehouse."""
        with self.turn(), self._alone():
            self._connection.close()
            self._connection = None
            try:
                for path in _belongings(self.path) if self.path else ():
                    path.unlink(missing_ok=True)
            finally:
                self._connect()

    def close(self) -> None:
        """Give the file back, for another process."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._turn:
            self._turn.give_back()

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            self.close()

    # Inside

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the gate, once nobody reads."""
        with self._gate:
            self._gate.wait_for(lambda: self._readers == 0)
            yield

    def _connect_again(self) -> None:
        """Open the file anew: after a fatal error DuckDB answers nothing any more."""
        with self._alone():
            with contextlib.suppress(duckdb.Error):
                self._connection.close()
            self._connection = None
            self._connect()

    def _connect(self) -> None:
        if self.path:
            self._turn.take()
            _tidy(self.path)
            if (mark := self.path.with_name(DAMAGED)).exists():
                self.notice = _set_aside(self.path)
                mark.unlink()
        try:
            self._connection = self._opened()
        except (duckdb.Error, ValueError) as error:
            if isinstance(error, Sentence) or not self.path or not is_damage(error):
                raise
            self.notice = _set_aside(self.path)
            self._connection = self._opened()
        self._version = _version(self._connection)

    def _opened(self) -> Cursor:
        settings = {"temp_directory": str(self.path.with_name(TEMPORARY))} if self.path else {}
        if self._limit:
            settings["memory_limit"] = self._limit
        connection = duckdb.connect(str(self.path) if self.path else ":memory:", config=settings)
        try:
            found_version(connection)
            connection.execute("BEGIN TRANSACTION")
            upgrade(connection)
            connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        return connection


def open_file(folder: Path, memory_limit: str | None = None) -> DuckFile:
    """Open or create the warehouse in ``folder``; the same one for everybody in this process.

    Raises WarehouseBusy when another process has it, NewerWarehouse when a newer Landfall wrote it.
    """
    path = Path(folder).absolute() / FILE_NAME
    with _opening:
        found = _open.get(path)
        if found is not None:
            return found
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            opened = DuckFile(path, memory_limit)
        except (OSError, duckdb.Error) as error:
            if not isinstance(error, OSError) and not is_unwritable(error):
                raise refusal(error) from error
            opened = DuckFile(None, memory_limit)
            opened.notice = Sentence(
                N_(
                    "Landfall cannot write to {folder}, so uploads last until you close Landfall; "
                    "set LANDFALL_HOME to a folder you can write to keep them."
                ),
                folder=str(path.parent),
            )
        _open[path] = opened
        return opened


_open = weakref.WeakValueDictionary()


def _version(cursor: Cursor) -> str:
    found = dict(cursor.execute("SELECT key, value FROM about WHERE key IN ('id', 'changes')").fetchall())
    return f"{found.get('id', '')}.{found.get('changes', '')}"


def _copy(connection: Cursor, name: str, fresh: Path) -> None:
    with contextlib.closing(connection.cursor()) as cursor:
        cursor.execute(f"ATTACH '{str(fresh).replace(chr(39), chr(39) * 2)}' AS fresh")
        try:
            cursor.execute(f'COPY FROM DATABASE "{name}" TO fresh')
            cursor.execute("CHECKPOINT fresh")
        finally:
            cursor.execute("DETACH fresh")
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _belongings(path: Path) -> list[Path]:
    return [found for found in path.parent.glob(f"{path.stem}*") if re.fullmatch(_OWN, found.name)]


def _tidy(path: Path) -> None:
    """Remove what a killed process left behind."""
    path.with_name(f"{FILE_NAME}.new").unlink(missing_ok=True)
    path.with_name(f"{FILE_NAME}.new.wal").unlink(missing_ok=True)
    shutil.rmtree(path.with_name(TEMPORARY), ignore_errors=True)


def _set_aside(path: Path) -> Sentence:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    kept = path.with_name(f"{path.stem}.corrupt-{stamp}{path.suffix}")
    for tail in ("", ".wal"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + tail).rename(kept.with_name(kept.name + tail))
    return Sentence(
        N_(
            "The file of the uploads could not be read, so Landfall started a fresh one; the old one is kept at {path}."
        ),
        path=str(kept),
    )
