"""Erases uploads and what is older than the team wants to keep, from the tables and from the disk.

Rows are deleted in one transaction that also notes that the file must be rewritten; what a crash
prevents then, the next opening makes up for.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from data.warehouse import uploads
from data.warehouse.file import Cursor, DuckFile
from data.warehouse.schema import quoted, superseded
from data.warehouse.settling import settle
from frameworks.kpi.tables import TABLES, Table

KEEP_UNDONE = timedelta(days=30)
"""How long an upload that was taken out can be put back."""


def erase(file: DuckFile, import_id: int, now: datetime) -> None:
    """Erase an upload with every row of it; what it had replaced counts again. Its earlier readings go too."""
    with file.writing() as cursor:
        digest = uploads.find(cursor, import_id).digest
        _erase_uploads(cursor, _also_read_before(cursor, [import_id], digest), now)
    scrub_if_due(file)


def _also_read_before(cursor: Cursor, numbers: list[int], digest: str) -> list[int]:
    found = cursor.execute(
        "SELECT import_id FROM imports WHERE digest = ? AND state = ?", [digest, uploads.REPLACED]
    ).fetchall()
    return [*numbers, *(number for (number,) in found if number not in numbers)]


def _erase_uploads(cursor: Cursor, numbers: list[int], now: datetime) -> None:
    listed = ", ".join(map(str, numbers))
    # First the readings that must not come back, then the upload itself.
    cursor.execute(f"UPDATE imports SET replaced_by = NULL WHERE import_id IN ({listed})")
    changed = [each for number in numbers for each in uploads.take_out(cursor, number, now)]
    settle(cursor, changed)
    for table in TABLES:
        for name in (table, superseded(table)):
            cursor.execute(f"DELETE FROM {name} WHERE import_id IN ({listed})")
    cursor.execute(f"DELETE FROM import_parts WHERE import_id IN ({listed})")
    cursor.execute(f"DELETE FROM imports WHERE import_id IN ({listed})")
    note_scrub(cursor)


def expire(file: DuckFile, now: datetime, keep_days: int | None) -> None:
    """Erase uploads taken out more than 30 days ago, and rows older than ``keep_days``."""
    limit = uploads.moment(now - KEEP_UNDONE)
    with file.reading() as cursor:
        old = [row[0] for row in cursor.execute(
            "SELECT import_id FROM imports WHERE state = ? AND undone_at < ?", [uploads.UNDONE, limit]
        ).fetchall()]  # fmt: skip
        cutoff = now.date() - timedelta(days=keep_days) if keep_days is not None else None
        outdated = cutoff is not None and _any_before(cursor, cutoff)
    if old or outdated:
        with file.writing() as cursor:
            if old:
                _erase_uploads(cursor, old, now)
            if outdated:
                _erase_before(cursor, cutoff)
    scrub_if_due(file)


def _last_day(table: Table) -> str:
    if "period_end" in table.names:
        return "coalesce(period_end, period_start, day)"
    return f"CAST({quoted(table.day)} AS DATE)"


def _dated() -> list[tuple[str, str]]:
    return [
        (name, _last_day(table))
        for table in TABLES.values()
        if table.day
        for name in (table.name, superseded(table.name))
    ]


def _any_before(cursor: Cursor, cutoff: date) -> bool:
    either = " OR ".join(f"EXISTS (SELECT 1 FROM {name} WHERE {day} < ?)" for name, day in _dated())
    undated = "EXISTS (SELECT 1 FROM imports WHERE added_at < ? AND NOT expired)"
    return cursor.execute(f"SELECT {either} OR {undated}", [cutoff] * (len(_dated()) + 1)).fetchall()[0][0]


def _erase_before(cursor: Cursor, cutoff: date) -> None:
    """Delete the rows of days before ``cutoff``; those without a day when their upload came before it.

    Lines go with their order, customers once they have no order left.
    """
    old_uploads = "import_id IN (SELECT import_id FROM imports WHERE added_at < ?)"
    cursor.execute(
        "CREATE OR REPLACE TEMP TABLE gone AS SELECT DISTINCT source, account, order_id FROM ("
        "SELECT * FROM orders UNION ALL BY NAME SELECT * FROM orders_superseded) WHERE CAST(ordered_at AS DATE) < ?",
        [cutoff],
    )
    for name, day in _dated():
        has_orders = (
            " AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_key = "
            f"{name}.customer_key AND CAST(o.ordered_at AS DATE) >= ?)"
            if name.startswith("customers")
            else ""
        )
        parameters = [cutoff, cutoff, *([cutoff] if has_orders else [])]
        cursor.execute(
            f"DELETE FROM {name} WHERE ({day} < ? OR {day} IS NULL AND {old_uploads}){has_orders}", parameters
        )
    for name in ("order_lines", superseded("order_lines")):
        cursor.execute(
            f"DELETE FROM {name} WHERE EXISTS (SELECT 1 FROM gone g WHERE g.source = {name}.source "
            f"AND g.account = {name}.account AND g.order_id = {name}.order_id) OR "
            f"{old_uploads} AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.source = {name}.source "
            f"AND o.account = {name}.account AND o.order_id = {name}.order_id)",
            [cutoff],
        )
    # What the report of an old upload quotes from the file goes as well; the upload stays listed.
    cursor.execute(
        "UPDATE imports SET expired = true, report = json_merge_patch(report, '{\"rejects\": null}') "
        "WHERE added_at < ? AND NOT expired",
        [cutoff],
    )
    note_scrub(cursor)


def note_scrub(cursor: Cursor) -> None:
    """Note that the file holds deleted bytes, in the transaction that deletes them."""
    cursor.execute("DELETE FROM about WHERE key = 'scrub'")
    cursor.execute("INSERT INTO about VALUES ('scrub', '1')")


def scrub_if_due(file: DuckFile) -> None:
    """Rewrite the file if something was deleted from it that is still on the disk."""
    with file.reading() as cursor:
        due = cursor.execute("SELECT count(*) FROM about WHERE key = 'scrub'").fetchall()[0][0]
    if due:
        file.rewrite()
        with file.writing() as cursor:
            cursor.execute("DELETE FROM about WHERE key = 'scrub'")
