"""The uploads: what came when, from where, what it said, and whether it counts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import duckdb

from data.warehouse.schema import WarehouseError
from frameworks.kpi.tables import TABLES
from frameworks.labels import N_

ACTIVE, UNDONE, REPLACED = "active", "undone", "replaced"
"""States of an upload: it counts; it was taken out; it was read again with other settings."""

_COLUMNS = "import_id, name, digest, platform, kind, account, added_at, first_day, last_day, report, state, undone_at, settings"


@dataclass(frozen=True)
class Upload:
    """One upload: where it came from and what became of it.

    rows:   rows of it that count now, in all tables.
    report: the reader's report as plain data; ``data.warehouse.reports.from_json`` makes it a Report again.
    state:  active, undone or replaced (the same file was read again with other settings).
    """

    import_id: int
    name: str
    digest: str
    platform: str
    kind: str
    account: str
    added_at: datetime
    rows: int
    first_day: date | None
    last_day: date | None
    report: dict[str, Any]
    state: str
    undone_at: datetime | None = None
    settings: Mapping[str, Any] | None = None


def listed(cursor: duckdb.DuckDBPyConnection, import_id: int | None = None) -> Sequence[Upload]:
    """Return the uploads, latest first; of one number only when it is given."""
    where, parameters = ("", []) if import_id is None else ("WHERE import_id = ?", [import_id])
    found = cursor.execute(f"SELECT {_COLUMNS} FROM imports {where} ORDER BY import_id DESC", parameters).fetchall()
    counts = dict(cursor.execute(_counts(), []).fetchall()) if found else {}
    return [
        Upload(
            *row[:7], counts.get(row[0], 0), row[7], row[8], json.loads(row[9]), row[10], row[11], json.loads(row[12])
        )
        for row in found
    ]


def find(cursor: duckdb.DuckDBPyConnection, import_id: int) -> Upload:
    """Return an upload by its number, or raise WarehouseError."""
    proper = isinstance(import_id, int) and not isinstance(import_id, bool) and 0 < import_id < 2**63
    found = listed(cursor, import_id) if proper else []
    if not found:
        raise WarehouseError(N_("This upload is no longer there."))
    return found[0]


def moment(now: datetime) -> datetime:
    """Return an aware time as the warehouse keeps it: UTC without a zone."""
    return now.astimezone(UTC).replace(tzinfo=None)


def replace_readings(cursor: duckdb.DuckDBPyConnection, digest: str, number: int) -> list[int]:
    """Take earlier readings of the same file out, in favour of upload ``number``; return theirs."""
    return _numbers(
        cursor,
        "UPDATE imports SET state = ?, replaced_by = ? WHERE digest = ? AND state = ? RETURNING import_id",
        [REPLACED, number, digest, ACTIVE],
    )


def take_out(cursor: duckdb.DuckDBPyConnection, import_id: int, now: datetime) -> list[int]:
    """Note that an upload no longer counts, and that what it had replaced does; return all concerned."""
    upload = find(cursor, import_id)
    if upload.state != ACTIVE:
        return []
    cursor.execute("UPDATE imports SET state = ?, undone_at = ? WHERE import_id = ?", [UNDONE, moment(now), import_id])
    back = _numbers(
        cursor,
        "UPDATE imports SET state = ? WHERE replaced_by = ? AND state = ? RETURNING import_id",
        [ACTIVE, import_id, REPLACED],
    )
    return [import_id, *back]


def put_back(cursor: duckdb.DuckDBPyConnection, import_id: int) -> list[int]:
    """Note that an upload counts again; return all concerned. Raises WarehouseError for a replaced reading."""
    upload = find(cursor, import_id)
    if upload.state == ACTIVE:
        return []
    if upload.state == REPLACED:
        raise WarehouseError(N_("This file was read again with other settings; take the later reading out first."))
    cursor.execute("UPDATE imports SET state = ?, undone_at = NULL WHERE import_id = ?", [ACTIVE, import_id])
    out = _numbers(
        cursor,
        "UPDATE imports SET state = ?, replaced_by = ? WHERE import_id <> ? AND state = ? AND digest = ? RETURNING import_id",
        [REPLACED, import_id, import_id, ACTIVE, upload.digest],
    )
    return [import_id, *out]


def _numbers(cursor: duckdb.DuckDBPyConnection, sql: str, parameters: list[Any]) -> list[int]:
    return [number for (number,) in cursor.execute(sql, parameters).fetchall()]


def _counts() -> str:
    parts = [f"SELECT import_id, count(*) AS n FROM {name} GROUP BY 1" for name in TABLES]
    return f"SELECT import_id, sum(n)::BIGINT FROM ({' UNION ALL '.join(parts)}) GROUP BY 1"
