"""Takes files in at the door: copies each to the workspace's work folder and adds one after the other in the background.

What was handed over stays listed, with its report, until it is put away, whatever page is open meanwhile. The copies
hold what the exports hold, so they are deleted as soon as they are no longer needed, and at the latest after an hour.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import secrets
import shutil
import stat
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from data.ingest.model import Cancelled, IngestError
from data.jobs import DONE, Job, Jobs, Progress
from data.jobs import Cancelled as Stopping
from data.warehouse import Added
from frameworks.labels import N_, Sentence

FOLDER = "incoming"
KEEP_SECONDS = 3600
MOST_FILES = 100
SUFFIXES = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xls", ".ods", ".parquet", ".zip", ".gz")
UNKNOWN, EMPTY = "unknown", "empty"

_CHUNK = 1 << 20
log = logging.getLogger("landfall")


class Adding(Protocol):
    """What a warehouse must be able to do here."""

    def add(self, path: Path, **how: Any) -> Added: ...


@dataclass
class Delivery:
    """A file that was handed over.

    path:    where it lies; ``copied`` says whether that is our copy.
    mapping, assume: how it is to be read, as laid down by a person.
    added:   what became of it.
    job:     the reading of it, with how far that is and why it failed.
    """

    number: int
    name: str
    path: Path
    size: int
    copied: bool
    mapping: Mapping[str, str] | None = None
    assume: Mapping[str, Any] = field(default_factory=dict)
    added: Added | None = None
    at: float = 0.0
    job: Job = field(init=False)

    @property
    def state(self) -> str:
        """Waiting, running, done, unknown (to be mapped), empty, failed or stopped."""
        if self.job.state != DONE or self.added is None or self.added.import_id is not None:
            return self.job.state
        return EMPTY if self.added.imported.recognised else UNKNOWN

    @property
    def running(self) -> bool:
        """Whether it still waits or is being read."""
        return self.job.running

    @property
    def error(self) -> Sentence | None:
        """Why it could not be read."""
        return self.job.error

    @property
    def readable(self) -> bool:
        """Whether the file is still there to be read again."""
        return self.path.is_file()


class Receiving:
    """The door of one workspace.

    folder:    the workspace's folder. warehouse: where files are added.
    recall:    gives how a file with these headers was mapped before (``kind``, ``mapping``, ``assume``), or None.
    clock:     seconds, for how long copies are kept.
    """

    def __init__(
        self,
        folder: Path,
        warehouse: Adding,
        recall: Callable[[Sequence[str]], Any] = lambda _headers: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.folder = Path(folder) / FOLDER
        self._warehouse, self._recall, self._clock = warehouse, recall, clock
        self._deliveries: dict[int, Delivery] = {}
        self._numbers = itertools.count(1)
        self._jobs = Jobs()
        self._lock = threading.RLock()
        shutil.rmtree(self.folder, ignore_errors=True)  # what an earlier process left behind

    # --- handing over ------------------------------------------------------------------

    def take(self, name: str, content: BinaryIO) -> Delivery:
        """Copy a file that the browser sent, and queue it; raises IngestError when it cannot be kept."""
        place = self.folder / secrets.token_hex(8)
        path = place / _safe(name)
        try:
            place.mkdir(parents=True, mode=0o700)
            content.seek(0)
            with path.open("wb") as copy:
                path.chmod(0o600)
                shutil.copyfileobj(content, copy, _CHUNK)
        except OSError as error:
            shutil.rmtree(place, ignore_errors=True)
            told = N_("{name} could not be kept for reading ({error}). Free some disk space and try again.")
            raise IngestError(told, name=_shown(name), error=error.strerror or type(error).__name__) from error
        return self._queue(name, path, copied=True)

    def take_path(self, text: str) -> list[Delivery]:
        """Queue a file of this machine, or the files of a folder; raises IngestError with what is wrong with it."""
        return [self._queue(path.name, path, copied=False) for path in files_at(text)]

    def again(
        self, number: int, mapping: Mapping[str, str] | None = None, assume: Mapping[str, Any] | None = None
    ) -> None:
        """Read a file once more, with other assumptions or another mapping."""
        with self._lock:
            delivery = self._deliveries.get(number)
            if delivery is not None and not delivery.running:
                delivery.mapping = dict(mapping) if mapping else None
                delivery.assume = dict(assume or {})
                self._start(delivery)

    # --- looking after --------------------------------------------------------------------

    def all(self) -> tuple[Delivery, ...]:
        """Everything handed over and not yet put away, the latest first."""
        self._tidy()
        with self._lock:
            return tuple(sorted(self._deliveries.values(), key=lambda one: -one.number))

    def find(self, number: int) -> Delivery | None:
        """The delivery of a number, None when it was put away."""
        return self._deliveries.get(number)

    @property
    def busy(self) -> bool:
        """Whether something is being read or waits for it."""
        return any(one.running for one in tuple(self._deliveries.values()))

    def cancel(self, number: int) -> None:
        """Stop reading a file; nothing of it is kept."""
        self._jobs.cancel(str(number))

    def put_away(self, number: int | None = None) -> None:
        """Take a delivery (None: all that do not run) off the list and delete our copy of the file."""
        with self._lock:
            for one in tuple(self._deliveries.values()):
                if (number is None or one.number == number) and not one.running:
                    del self._deliveries[one.number]
                    self._jobs.put_away(str(one.number))
                    _delete(one)

    def forget_upload(self, import_id: int) -> None:
        """Put away what was handed over for an upload that is erased."""
        for one in tuple(self._deliveries.values()):
            if one.added is not None and one.added.import_id == import_id:
                self.put_away(one.number)

    # --- inside ---------------------------------------------------------------------------------

    def _queue(self, name: str, path: Path, *, copied: bool) -> Delivery:
        with self._lock:
            delivery = Delivery(next(self._numbers), _shown(name), path, path.stat().st_size, copied)
            self._start(delivery)
            self._deliveries[delivery.number] = delivery
            return delivery

    def _start(self, delivery: Delivery) -> None:
        delivery.at = self._clock()
        delivery.job = self._jobs.start(str(delivery.number), partial(self._read, delivery), line=FOLDER)

    def _read(self, delivery: Delivery, tell: Progress, stopping: Stopping) -> None:
        def progress(share: float, saying: Sentence) -> None:
            tell(share, 1.0, saying)
            if stopping():
                raise Cancelled(N_("The import was stopped; nothing was kept."))

        try:
            if not delivery.readable:
                raise IngestError(N_("The copy of the file is gone; hand it over once more."))
            added = self._add(delivery, progress)
            # The tables stay in the warehouse: here only what was said about them is kept.
            delivery.added = replace(added, imported=replace(added.imported, tables={}))
            tell(1.0, 1.0)
        except Sentence:
            raise
        except Exception as error:
            log.exception("reading an export failed")
            raise IngestError(N_("Something went wrong while the file was read; nothing of it was kept.")) from error
        finally:
            delivery.at = self._clock()
            if delivery.copied:
                # Nobody may come back to the page: the copy goes all the same.
                later = threading.Timer(KEEP_SECONDS + 1, self._tidy)
                later.daemon = True
                later.start()

    def _add(self, delivery: Delivery, progress: Callable[[float, Sentence], None]) -> Added:
        def add(mapping: Mapping[str, str] | None, assume: Mapping[str, Any]) -> Added:
            return self._warehouse.add(
                delivery.path, name=delivery.name, mapping=mapping, assume=assume or None, progress=progress
            )

        added = add(delivery.mapping, delivery.assume)
        if delivery.mapping is None and (not added.imported.recognised or added.imported.platform == "generic"):
            before = self._recall(added.imported.headers) if added.imported.headers else None
            if before is not None and dict(before.mapping) != dict(added.imported.mapping):
                delivery.mapping = dict(before.mapping)
                delivery.assume = {**before.assume, "kind": before.kind, **delivery.assume}
                added = add(delivery.mapping, delivery.assume)
        return added

    def _tidy(self) -> None:
        """Delete copies that nobody has asked for in the last hour; their reports stay."""
        old = self._clock() - KEEP_SECONDS
        with self._lock:
            for one in self._deliveries.values():
                if one.copied and not one.running and one.at < old:
                    _delete(one)


def files_at(text: str) -> list[Path]:
    """Return the file at a path of this machine, or the exports directly inside a folder.

    Raises IngestError when there is nothing, too much, or something that is no plain file.
    """
    text = text.strip().strip("\"'")
    if not text or "\0" in text or len(text) > 4096:
        raise IngestError(N_("Give the path of a file or folder on this machine."))
    path = Path(text).expanduser()
    if not path.is_absolute():
        raise IngestError(N_("Give the whole path, from the root of the disk or from your home folder (~)."))
    try:
        if path.is_dir():
            found = sorted(one for one in path.iterdir() if one.suffix.lower() in SUFFIXES and _plain(one))
            if not found:
                raise IngestError(N_("The folder {name} holds no exports (CSV, TSV, XLSX, Parquet, ZIP)."), name=_shown(path.name))
            if len(found) > MOST_FILES:
                told = N_("The folder {name} holds {count} files; at most {most} are read at once.")
                raise IngestError(told, name=_shown(path.name), count=len(found), most=MOST_FILES)
            return found
        if not path.exists():
            raise IngestError(N_("There is no file {name}. Check where it lies."), name=_shown(path.name))
        if not _plain(path):
            raise IngestError(N_("{name} is no plain file."), name=_shown(path.name))
        return [path]
    except OSError as error:
        raise IngestError(N_("{name} may not be read. Allow it, or copy it somewhere else."), name=_shown(path.name)) from error


def _plain(path: Path) -> bool:
    """Whether it is a file with content of its own: no device, pipe or socket, which may never end."""
    return stat.S_ISREG(path.stat().st_mode)


def _safe(name: str) -> str:
    """A file name that stays inside its folder and that any disk can hold."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(sign if sign.isalnum() or sign in "-_. ()" else "_" for sign in base).strip(". ")
    stem, dot, suffix = kept.rpartition(".")
    return f"{(stem or kept)[:60]}{dot if stem else ''}{suffix[:10] if stem else ''}" or "file"


def _shown(name: str) -> str:
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    text = "".join(sign if sign.isprintable() else "\ufffd" for sign in base)
    return (text if len(text) <= 120 else f"{text[:80]}…{text[-30:]}") or "file"


def _delete(delivery: Delivery) -> None:
    if delivery.copied:
        with contextlib.suppress(OSError):
            shutil.rmtree(delivery.path.parent)
