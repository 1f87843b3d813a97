"""Takes one file in: reads it, lets its rows count in one transaction, and says what became of them."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from data.ingest.model import Import
from data.ingest.pace import Pace, Progress
from data.kpi_settings import Rate
from data.warehouse import asking, rates, reports, uploads
from data.warehouse.counting import recount
from data.warehouse.file import Cursor, DuckFile
from data.warehouse.landing import Landing, start
from data.warehouse.merging import take_in
from data.warehouse.settling import settle
from data.warehouse.staged import staged_tables
from frameworks.kpi.tables import TABLES
from frameworks.labels import N_, Sentence

READING_SHARE = 0.7
"""Part of the work that reading is, for the progress bar."""


@dataclass(frozen=True)
class Added:
    """What became of an upload.

    import_id: its number; None when the file was not recognised or held nothing.
    imported:  what was read, with the report.
    already:   True when the same file with the same settings had been added before; nothing was added.
    """

    import_id: int | None
    imported: Import
    already: bool = False


@dataclass(frozen=True)
class Order:
    """What is asked for: a file, how to read it, and when."""

    path: Path
    name: str
    mapping: Mapping[str, str] | None
    assume: Mapping[str, Any] | None
    salt: bytes
    now: datetime
    entered: Sequence[Rate] = ()

    @property
    def settings(self) -> str:
        """How the file is to be read, as text that is the same for the same settings."""
        return json.dumps(
            {"mapping": dict(self.mapping or {}), "assume": dict(self.assume or {})}, sort_keys=True, default=str
        )

    @property
    def account(self) -> str:
        return str((self.assume or {}).get("account") or "")


def add(file: DuckFile, order: Order, read: Callable[..., Import], progress: Progress | None) -> Added:
    """Add a file; ``read`` is ``data.ingest.reading.ingest`` or stands in for it."""
    size = order.path.stat().st_size if order.path.is_file() else None
    with contextlib.ExitStack() as stack, file.turn(_waiting(progress)), file.reading() as cursor:
        twin = _twin(cursor, size, lambda: _digest(order.path), order.settings)
        if twin:
            return Added(twin.import_id, _kept(file, twin), already=True)
        work = stack.enter_context(file.work_folder())
        landing = Landing(file, cursor, lambda digest: bool(_twin(cursor, size, lambda: digest, order.settings)))
        with landing:
            imported = read(
                cursor, order.path, salt=order.salt, mapping=order.mapping, assume=order.assume,
                progress=_part(progress, 0.0, READING_SHARE), folder=work, land=landing.place,
            )  # fmt: skip
            imported = replace(imported, name=order.name)
            staged = staged_tables(cursor)
            if not imported.recognised or not (landing.table or any(_any_row(cursor, name) for name in staged)):
                return Added(None, replace(imported, tables={}))
            twin = _twin(cursor, size, lambda: imported.digest, order.settings)
            if twin:
                return Added(twin.import_id, _kept(file, twin), already=True)
            with contextlib.closing(Pace(cursor, _part(progress, READING_SHARE, 1.0))) as pace:
                pace.step(0.95, Sentence(N_("Joining with what is there already")))
                with landing.kept(pace, imported.digest):
                    number, report = merge(pace, imported, order, size, staged, landing)
                    rates.fill(cursor, asking.span(cursor), order.entered)
    if progress:
        # The import is kept by now, so a late stop is no failure.
        with contextlib.suppress(Exception):
            progress(1.0, Sentence(N_("Done")))
    tables = Rows(file, number, report.records)
    return Added(number, replace(imported, report=report, tables=tables))


def merge(
    cursor: Cursor,
    imported: Import,
    order: Order,
    size: int | None,
    staged: Mapping[str, set[str]],
    landing: Landing | None = None,
) -> tuple[int, Any]:
    """Let the staged rows count as a new upload, inside the caller's transaction; return its number and report.

    landing: the upload where it has begun already.
    """
    if landing is None:
        (number, outdated), landed = start(cursor, imported.digest), {}
    else:
        number, outdated, landed = landing.number, landing.outdated, landing.landed
    taken = take_in(cursor, staged, number, imported.platform, order.account, imported.kind, landed=landed)
    first, last = cursor.execute(
        "SELECT min(first_day), max(last_day) FROM import_parts WHERE import_id = ?", [number]
    ).fetchall()[0]
    cursor.execute(
        "INSERT INTO imports (import_id, name, digest, size, platform, kind, account, settings, added_at, state, "
        "first_day, last_day, report) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}')",
        [number, imported.name, imported.digest, size, imported.platform, imported.kind, order.account,
         order.settings, uploads.moment(order.now), uploads.ACTIVE, first, last],
    )  # fmt: skip
    covered = settle(cursor, [number], fresh=True)
    report = recount(cursor, imported.report, number, taken, covered, read_again=bool(outdated))
    cursor.execute("UPDATE imports SET report = ? WHERE import_id = ?", [reports.to_json(report), number])
    return number, report


def _twin(cursor: Cursor, size: int | None, digest: Callable[[], str], settings: str) -> uploads.Upload | None:
    """Return the upload of the same bytes read in the same way; the bytes are hashed only if the size is known."""
    alike = cursor.execute(
        "SELECT import_id, digest FROM imports WHERE size = ? AND settings = ? AND state = ?",
        [size, settings, uploads.ACTIVE],
    ).fetchall()
    if not alike:
        return None
    wanted = digest()
    return next((uploads.find(cursor, number) for number, found in alike if found == wanted), None)


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _any_row(cursor: Cursor, table: str) -> bool:
    return cursor.execute(f"SELECT 1 FROM staged_{table} LIMIT 1").fetchall() != []


def _kept(file: DuckFile, upload: uploads.Upload) -> Import:
    """Return what was read when the file was first added."""
    report, settings = reports.from_json(upload.report), upload.settings or {}
    return Import(
        upload.name, upload.digest, upload.platform, upload.kind, Rows(file, upload.import_id, report.records), report,
        mapping=settings.get("mapping", {}), settings=settings.get("assume", {}),
    )  # fmt: skip


class Rows(Mapping[str, pd.DataFrame]):
    """The rows of an upload that count now, table by table, fetched when asked for."""

    def __init__(self, file: DuckFile, number: int, names: Iterable[str]) -> None:
        self._file, self._number, self._names = file, number, tuple(name for name in TABLES if name in names)

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._names:
            raise KeyError(name)
        with self._file.reading() as cursor:
            return asking.query(cursor, f"SELECT * FROM {name} WHERE import_id = ?", [self._number])

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _part(progress: Progress | None, start: float, end: float) -> Progress | None:
    """Return a callback for a part of the work that tells of it as a share of the whole."""
    return progress and (lambda fraction, doing: progress(start + (end - start) * fraction, doing))


def _waiting(progress: Progress | None) -> Callable[[], None] | None:
    return progress and (lambda: progress(0.0, Sentence(N_("Waiting for another import to finish"))))
