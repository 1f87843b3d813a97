"""Reads an export from file to canonical rows: opens it, recognises it, and runs its layout."""

from __future__ import annotations

import contextlib
import secrets
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from data.ingest import engine, privacy
from data.ingest.choosing import Choice, beside, choose, sample_of
from data.ingest.combining import combined
from data.ingest.matching import Match, layout_from_mapping, match
from data.ingest.model import Import, IngestError, Layout, Report, Sheet
from data.ingest.opening import Opened, open_file
from data.ingest.outright import Land
from data.ingest.pace import Pace, Progress
from data.ingest.recognise import columns_of
from data.ingest.reshape import remarks, straighten
from data.ingest.targets import publish
from frameworks.kpi.tables import TABLES
from frameworks.labels import N_, Sentence

if TYPE_CHECKING:
    import pandas as pd

PREFIX = "reading_"
OPENING = 0.15
"""Part of the work that opening the file is."""
EMPTY = Report(0, 0, 0, 0, 0, {})


class Tables(Mapping[str, "pd.DataFrame"]):
    """The canonical tables of an import, each fetched when it is asked for."""

    def __init__(self, con: duckdb.DuckDBPyConnection | None, names: Sequence[str]) -> None:
        self._con, self._names = con, tuple(names)

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._names or self._con is None:
            raise KeyError(name)
        return self._con.execute(f"SELECT *, NULL::BIGINT AS import_id FROM staged_{name}").df()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def read_export(
    path: Path | str,
    *,
    mapping: Mapping[str, str] | None = None,
    assume: Mapping[str, str] | None = None,
    salt: bytes | None = None,
    progress: Progress | None = None,
    layout: Layout | None = None,
) -> Import:
    """Read an export into the canonical tables, apart from any workspace.

    path:     the file.
    mapping:  alias to header, for a plain table that is not recognised; ``assume["kind"]`` then says what it is.
    assume:   what the person says and the file doesn't: currency, zone, account, market, kind, decimal ("." or ","),
              date_order ("dmy", "mdy"); the last two also for one column ("decimal:total").
    salt:     for the keys that stand for buyers; made up for this call when None.
    progress: called with a fraction and what is being done; may raise ``Cancelled``.
    layout:   the layout to read it by, instead of the one recognised.

    Raises ``IngestError`` when the file can't be read.
    """
    con = duckdb.connect()
    try:
        found = ingest(
            con,
            path,
            salt=salt or secrets.token_bytes(16),
            mapping=mapping,
            assume=assume,
            layout=layout,
            progress=progress,
        )
    except BaseException:
        con.close()
        raise
    weakref.finalize(found.tables, con.close)
    return found


def ingest(
    con: duckdb.DuckDBPyConnection,
    path: Path | str,
    *,
    salt: bytes,
    mapping: Mapping[str, str] | None = None,
    assume: Mapping[str, str] | None = None,
    layout: Layout | None = None,
    progress: Progress | None = None,
    folder: Path | None = None,
    land: Callable[[str], Land | None] | None = None,
) -> Import:
    """Read an export into temporary tables or views ``staged_<table>`` of ``con``; see ``read_export``.

    They have the canonical columns but ``import_id``. Of a large file they are views that read it anew each time they
    are asked, so ask once; they live as long as the returned Import. What an earlier call left is dropped first.

    folder: where what must be unpacked or rewritten lies meanwhile; None: the system's temporary folder.
    land:   told the SHA-256 of the file, says where the rows of a large plain table may be written at once.
    """
    drop(con)
    if folder is not None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="landfall-", dir=folder))
    pace = Pace(con, progress)
    said = {name: str(value) for name, value in (assume or {}).items() if value not in (None, "")}
    try:
        privacy.set_salt(con, salt)
        pace.step(OPENING, Sentence(N_("Opening the file")))
        opened = open_file(path, work)
        found = _read(pace, con, opened, work, mapping, said, layout, land)
    except BaseException as error:
        shutil.rmtree(work, ignore_errors=True)
        with contextlib.suppress(duckdb.TransactionException):  # the caller's transaction, which it rolls back
            drop(con)
        if isinstance(error, duckdb.Error):
            told = N_(
                "{name} holds something that can't be worked with: {reason}. Check the file, or map its columns by hand."
            )
            raise IngestError(
                told, name=Path(path).name, reason=privacy.blanked(str(error).splitlines()[0][:200])
            ) from error
        raise
    finally:
        pace.close()
    weakref.finalize(found.tables, shutil.rmtree, work, ignore_errors=True)
    return found


def drop(con: duckdb.DuckDBPyConnection) -> None:
    """Drop what an earlier import left in the connection."""
    for kind, function in (("VIEW", "duckdb_views"), ("TABLE", "duckdb_tables")):
        name = f"{kind.lower()}_name"
        for (relation,) in con.execute(
            f"SELECT {name} FROM {function}() WHERE temporary "
            f"AND (starts_with({name}, '{PREFIX}') OR starts_with({name}, 'staged_'))"
        ).fetchall():
            con.execute(f'DROP {kind} IF EXISTS temp."{relation}"')


def _read(
    pace: Pace,
    con: duckdb.DuckDBPyConnection,
    opened: Opened,
    work: Path,
    mapping: Mapping[str, str] | None,
    assume: Mapping[str, str],
    layout: Layout | None,
    land: Callable[[str], Land | None] | None,
) -> Import:
    sheets = tuple(straighten(sheet, work) for sheet in opened.sheets)
    choices, suggested = _chosen(sheets, mapping, assume, layout)
    read = [choice for choice in choices if choice.layout is not None and choice.why_not is None]
    notes = (*opened.notes, *remarks(opened.sheets, sheets), *(each.why_not for each in choices if each.why_not))
    headers = (read[0].sheet if read else max(sheets, key=lambda sheet: len(sheet.headers))).headers
    if not read:
        return Import(
            opened.name, opened.digest, "generic", suggested.likely, Tables(None, ()), replace(EMPTY, notes=notes),
            mapping=_suggestion(suggested), recognised=False, headers=headers, settings=dict(assume),
        )  # fmt: skip
    outcomes = []
    spot = land(opened.digest) if land and len(read) == 1 else None
    for place, choice in enumerate(read):
        assert choice.layout is not None
        pace.span(*(OPENING + (1 - OPENING) * part / len(read) for part in (place, place + 1)))
        prefix = f"{PREFIX}{place}_"
        outcomes.append(engine.run(pace, choice.sheet, choice.layout, choice.columns, assume, prefix, spot))
    names = publish(pace, [one for outcome in outcomes for one in outcome.written])
    report = combined([outcome.report for outcome in outcomes], notes, [choice.sheet.title for choice in read])
    main = outcomes[0]
    pace.step(1.0, Sentence(N_("Done")))
    return Import(
        opened.name, opened.digest, main.reading.layout.platform, main.reading.layout.kind,
        Tables(con, [name for name in TABLES if name in names]), report, mapping=main.mapping, headers=headers,
        settings=dict(assume),
    )  # fmt: skip


def _chosen(
    sheets: Sequence[Sheet], mapping: Mapping[str, str] | None, assume: Mapping[str, str], layout: Layout | None
) -> tuple[tuple[Choice, ...], Match]:
    """Return what is read by which layout, and the suggestion where nothing is."""
    if layout is not None:
        return tuple(Choice(sheet, layout, _places(layout, sheet, mapping)) for sheet in sheets[:1]), Match()
    if mapping and assume.get("kind"):
        sheet = max(sheets, key=lambda sheet: len(set(mapping.values()) & set(sheet.headers)))
        made = layout_from_mapping(assume["kind"], mapping, sheet.headers)
        return (Choice(sheet, made, columns_of(made, sheet.headers)),), Match()
    choices = choose(sheets)
    if any(choice.layout for choice in choices):
        return choices, Match()
    best = Match()
    found = []
    for sheet in sheets:
        matched = match(sheet.headers, sample_of(sheet))
        layout = matched.layout
        found.append(Choice(sheet, layout, _places(layout, sheet, matched.mapping) if layout is not None else {}))
        if matched.confidence > best.confidence or not best.suggestions:
            best = matched
    return beside(found), best


def _places(layout: Layout, sheet: Sheet, mapping: Mapping[str, str] | None) -> dict[str, int]:
    """The column of each alias: as the headers say, and as the mapping says otherwise."""
    places = columns_of(layout, sheet.headers)
    for alias, header in (mapping or {}).items():
        if header not in sheet.headers:
            raise IngestError(N_("The file has no column called {header}."), header=str(header)[:80])
        places[alias] = sheet.headers.index(header)
    return places


def _suggestion(found: Match) -> dict[str, str]:
    """The mapping to start from: for each field the header that suits it best."""
    wanted: Any = found.suggestions.get(found.likely, {})
    offers = sorted(
        ((score, alias, header) for alias, options in wanted.items() for header, score in options),
        key=lambda offer: (-offer[0], offer[1]),
    )
    chosen: dict[str, str] = {}
    for _, alias, header in offers:
        if alias not in chosen and header not in chosen.values():
            chosen[alias] = header
    return chosen
