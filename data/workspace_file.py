"""Where the workspace lives: finding the file, opening it safely, or doing without one.

A damaged file is moved aside, never deleted; where nothing can be written the workspace
lives in memory; in both cases ``notice`` says so in a sentence.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from data.migrations import APPLICATION_ID, WorkspaceError
from frameworks.labels import N_, Sentence

FILE_NAME = "workspace.sqlite"
BUSY_SECONDS = 5.0

_UNWRITABLE = {
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH,
}  # fmt: skip
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = N_("Another window or program is writing to the workspace; try again in a moment.")
_BROKEN = N_("The workspace file is damaged; restart Landfall, which keeps it and starts a fresh one.")
_OTHER = N_("The workspace could not be read or written ({error}); try again.")
_SENTENCES = {
    sqlite3.SQLITE_FULL: N_(
        "The disk is full, so this was not saved; free some space and try again. What was saved before is safe."
    ),
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: N_("The workspace can no longer be written to; check its folder's permissions."),
    sqlite3.SQLITE_CANTOPEN: N_("The workspace can no longer be opened; check that its folder is still there."),
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_NOTADB: _BROKEN,
}
_HEADER = b"SQLite format 3\0"
_one_opening = threading.Lock()


class Backing:
    """The place where rows live: a SQLite file, or memory when ``path`` is None."""

    def __init__(self, path: Path | None, notice: Sentence | None, memory: sqlite3.Connection | None = None) -> None:
        self.path = path
        self.notice = notice
        self._memory = memory
        self._lock = threading.RLock()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Database]:
        """Lend a connection; raises WorkspaceError with a sentence when SQLite fails."""
        with self._lock if self._memory else contextlib.nullcontext():
            connection = self._memory
            try:
                connection = connection or _connect(self.path)
                yield Database(connection, recursive_triggers=False, execute_plugins=False)
            except sqlite3.Error as error:
                raise _refusal(error) from error
            finally:
                if connection is not None and connection is not self._memory:
                    connection.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[Database]:
        """Lend a connection inside one transaction that holds the write lock from its start."""
        with self.reading() as db, _transaction(db):
            yield db

    def scrub(self) -> bool:
        """Rewrite the file so that nothing deleted is left in it or in its write-ahead log.

        Returns False when another window was reading, so that the log could not be emptied yet.
        """
        with self.reading() as db:
            db.vacuum()
            return not self.path or db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0


def scrub_later(db: Database) -> None:
    """Note, inside the erasing transaction, that the file is to be rewritten; a crash before that is made up for."""
    db["settings"].upsert({"key": ".scrub", "value": "1"}, pk="key")


def default_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return LANDFALL_HOME, or Landfall's folder among the user's own data on this platform."""
    chosen = environ.get("LANDFALL_HOME", "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    if platform == "win32":
        return Path(environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "Landfall"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Landfall"
    shared = Path(environ.get("XDG_DATA_HOME", ""))
    return (shared if shared.is_absolute() else Path.home() / ".local" / "share") / "landfall"


def open_backing(folder: Path | None, prepare: Callable[[Database], None]) -> Backing:
    """Open or create the workspace file in ``folder`` (None: the default one) and prepare it.

    ``prepare`` brings the schema up to date; it must write, which proves that saving works.
    Raises WorkspaceError when another program holds the file, NewerWorkspace from ``prepare``.
    """
    path = None
    try:
        folder = Path(folder) if folder is not None else default_folder()
        path = folder / FILE_NAME
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _one_opening:
            notice = _set_aside(path) if _damaged(path) else None
            backing = Backing(path, notice)
            _prepare_file(path, prepare)
        return backing
    except (OSError, RuntimeError):
        pass
    except sqlite3.Error as error:
        if _code(error) not in _UNWRITABLE:
            raise _refusal(error) from error
    return _in_memory(path, prepare)


def _connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    # mode=rw: a file that vanished while Landfall runs is an error, not a silent empty workspace.
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


@contextlib.contextmanager
def _transaction(db: Database) -> Iterator[None]:
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def _prepare_file(path: Path, prepare: Callable[[Database], None]) -> None:
    with contextlib.closing(_connect(path, "rwc")) as connection:
        db = Database(connection, recursive_triggers=False, execute_plugins=False)
        db.enable_wal()
        with _transaction(db):
            prepare(db)


def _damaged(path: Path) -> bool:
    """True when the file is no readable workspace: broken, not SQLite, or someone else's SQLite."""
    if not path.exists() or path.stat().st_size == 0:
        return False
    if path.is_file() and _beginning(path) != _HEADER:
        return True  # SQLite itself would overwrite a file too short to judge
    try:
        with contextlib.closing(_connect(path)) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return True
            empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
            return not empty and connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID
    except sqlite3.DatabaseError as error:
        if _code(error) in _DAMAGED:
            return True
        raise


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_HEADER))


def _set_aside(path: Path) -> Sentence:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    kept = path.with_name(f"{path.stem}.corrupt-{stamp}{path.suffix}")
    for tail in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(FileNotFoundError):  # or another window has just moved it
            path.with_name(path.name + tail).rename(kept.with_name(kept.name + tail))
    return Sentence(
        N_("The workspace file could not be read, so Landfall started a fresh one; the old file is kept at {path}."),
        path=str(kept),
    )


def _in_memory(path: Path | None, prepare: Callable[[Database], None]) -> Backing:
    memory, copied = _copy_of(path)
    notice = Sentence(
        N_(
            "Landfall cannot write to {folder}, so changes last until you close Landfall; "
            "set LANDFALL_HOME to a folder you can write to keep them."
        ),
        folder=str(path.parent) if path else Sentence(N_("your data folder")),
    )
    if copied:
        notice = Sentence(N_("{notice} What was saved there before is shown."), notice=notice)
    backing = Backing(None, notice, memory)
    with backing.writing() as db:
        prepare(db)
    return backing


def _copy_of(path: Path | None) -> tuple[sqlite3.Connection, bool]:
    """Return a connection in memory, holding what an unwritable file holds when it can be read."""
    for mode in ("ro", "ro&immutable=1") if path else ():
        memory = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            uri = f"{path.absolute().as_uri()}?mode={mode}"
            with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)) as source:
                source.backup(memory)
            if memory.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
                return memory, True
        except (sqlite3.Error, OSError):
            pass
        memory.close()
    return sqlite3.connect(":memory:", check_same_thread=False), False


def _code(error: sqlite3.Error) -> int:
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _refusal(error: sqlite3.Error) -> WorkspaceError:
    return WorkspaceError(_SENTENCES.get(_code(error), _OTHER), error=str(error))
