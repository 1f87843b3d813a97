"""Takes a large file in outright: one reading from its text to the rows that count, as long as every row is plain.

A row is plain when it counts, nothing is to be noted about it, all its cells could be read, and what it holds of
each measure stands in a canonical column as it stands in the file. Of plain rows alone, what was written is the
account: as many rows, the same sums, the same days. The first row that is not plain stops the writing and nothing of
it stays. If the file has words that its beginning did not show, they are learnt and it begins anew; else, and if it
stops again, the file is read the careful way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from data.ingest import typed
from data.ingest.columns import MOMENTS, NUMBERS
from data.ingest.model import Target
from data.ingest.pace import Pace
from data.ingest.reconcile import Group, Tally, dated_by
from data.ingest.shapes import named
from data.ingest.targets import Written, columns_sql, measures_of
from data.ingest.typed import Cause, Reading, mentions
from data.ingest.values import READERS
from frameworks.kpi.tables import TABLES

ODD = "odd row"


@dataclass(frozen=True)
class Plain:
    """Rows to be written as long as they are plain: of which canonical table, and the view that reads them.

    relation: has the ``columns`` of the table in the shape they are kept in, and ``odd``: whether a row is not plain.
    key:      the column that is found to tell the rows apart, or the writing is undone.
    """

    table: str
    relation: str
    columns: tuple[str, ...]
    key: str | None
    odd: str = ODD


class Land(Protocol):
    """Where rows are written while the file is read."""

    def write(self, con: Pace, plain: Plain) -> str | None:
        """Write the rows; return a relation of what was written, None when one was not plain and nothing stays."""

    def undo(self) -> None:
        """Let nothing stay of what was written."""


@dataclass(frozen=True)
class Taken:
    """What came of it: the account of the rows and what was written."""

    tally: Tally
    written: list[Written]


def take(con: Pace, reading: Reading, causes: Sequence[Cause], lost: Mapping[str, str], land: Land) -> Taken | None:
    """Write the rows by ``land``; return None, with nothing written, when they need the careful way.

    causes, lost: see ``data.ingest.engine``.
    """
    target = reading.layout.targets[0]
    carriers = _carriers(reading, target)
    if carriers is None:
        return None
    shown = columns_sql(reading, target)
    odd = _odd_sql(reading, causes, lost)
    tried = _rows_sql(shown, carriers, odd, f"({typed.typed_sql(replace(reading, staged=reading.sample))})")
    if con.execute(f"SELECT 1 FROM ({tried}) WHERE {named(ODD)} LIMIT 1").fetchall():
        return None
    relation = f"{reading.prefix}plain"
    con.execute(f"CREATE OR REPLACE TEMP VIEW {relation} AS {_rows_sql(shown, carriers, odd, reading.typed)}")
    plain = Plain(target.table, relation, tuple(shown), _key(target))
    landed = land.write(con, plain)
    if landed is None and _learn(con, reading):
        landed = land.write(con, plain)
    if landed is None:
        return None
    tally = _tally(con, target, carriers, lost, landed)
    if tally is None:
        land.undo()
        return None
    return Taken(tally, [Written(0, target, relation, measures_of(reading, target), False)])


def _carriers(reading: Reading, target: Target) -> dict[str, str] | None:
    """The canonical column that shows each measure; None where one has none, or the account needs more than sums."""
    columns = {column.name: column.type for column in TABLES[target.table].columns if column.name in target.columns}
    key_hidden = target.key is not None and _key(target) is None
    if len(reading.layout.targets) > 1 or reading.styles.open or key_hidden:
        return None
    carriers = {}
    for alias in measures_of(reading, target):
        users = [
            name for name, kind in columns.items()
            if kind == typed.DUCK_TYPES["amount"] and mentions(target.columns[name], alias)
        ]  # fmt: skip
        users.sort(key=lambda name: target.columns[name] != alias)
        column = reading.column(alias)
        if not users or column is None or column.field.type != "amount" or users[0] in carriers.values():
            return None
        carriers[alias] = users[0]
    return carriers if not carriers or target.columns.get("currency") == "currency" else None


def _key(target: Target) -> str | None:
    """The canonical column that shows the key; where its values differ, the file's do."""
    return next((name for name, expression in target.columns.items() if expression == target.key), None)


def _odd_sql(reading: Reading, causes: Sequence[Cause], lost: Mapping[str, str]) -> str:
    """Return the condition over aliases under which a row does not count, or there is something to say about it."""
    figures = reading.of_type(*NUMBERS, *MOMENTS)
    unread = [typed.lost(reading, column) for column in figures]
    others = [cause.when for cause in causes if cause.when not in unread]
    others += [rule.when for rule in reading.layout.rules if rule.outcome == "noted"]
    others += [condition for condition in lost.values() if condition not in unread]
    if figures:
        # A cell that could not be read left its alias empty: where none is empty there is no need to look closer.
        full = " AND ".join(f"{named(column.field.alias)} IS NOT NULL" for column in figures)
        others.insert(0, f"CASE WHEN {full} THEN false ELSE {' OR '.join(unread)} END")
    return f"coalesce({' OR '.join(f'({one})' for one in others)}, false)"


def _learn(con: Pace, reading: Reading) -> bool:
    """Learn the words of the whole file; whether there was one that its beginning did not show."""
    told = reading.of_type(*READERS)
    cells = {column.cell for column in (*told, *filter(None, map(reading.column, reading.memo.aliases)))}
    if not cells:
        return False
    seen = f"{reading.prefix}seen"
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE {seen} AS SELECT {', '.join(sorted(cells))} FROM {reading.staged} "
        f"GROUP BY GROUPING SETS ({', '.join(f'({cell})' for cell in sorted(cells))})"
    )
    if con.execute(f"SELECT count(*) FROM {seen}").fetchone()[0] > typed.MOST_WORDS:
        return False
    tables = [reading.memo_table(alias) for alias in reading.memo.aliases]
    count = "SELECT " + (" + ".join(f"(SELECT count(*) FROM {table})" for table in tables) or "0")
    known = con.execute(count).fetchone()[0]
    typed.make_memo(con, reading, seen)
    fresh = con.execute(count).fetchone()[0] - known
    return fresh + sum(typed.add_words(con, reading, column, seen) for column in told) > 0


def _rows_sql(shown: Mapping[str, str], carriers: Mapping[str, str], odd: str, source: str) -> str:
    """Return the SELECT of the canonical columns and ``ODD``, over typed rows."""
    columns = [f"{sql} AS {named(name)}" for name, sql in shown.items()]
    columns += [f"{named(alias)} AS {named(f'file {alias}')}" for alias in carriers]
    differs = [
        f"coalesce({named(name)}, 0) <> coalesce({named(f'file {alias}')}, 0)" for alias, name in carriers.items()
    ]
    return (
        f"SELECT {', '.join(map(named, shown))}, {' OR '.join((named(ODD), *differs))} AS {named(ODD)} "
        f"FROM (SELECT {', '.join(columns)}, {odd} AS {named(ODD)} FROM {source})"
    )


def _tally(
    con: Pace, target: Target, carriers: Mapping[str, str], lost: Mapping[str, str], landed: str
) -> Tally | None:
    """Return the account of plain rows from what was written; None when two of them share a key."""
    group = Group(0, 0, (True,))
    day = TABLES[target.table].day if dated_by(target) else None
    edges = [f"{edge}({named(day)})::DATE::VARCHAR" if day else "NULL" for edge in ("min", "max")]
    currency = "coalesce(currency, '')" if carriers else "''"
    sums = [f"sum({named(name)})" for name in carriers.values()]
    found = Tally({group: 0}, {group: {}}, lost=dict.fromkeys(lost, 0))
    days = []
    rows = con.execute(f"SELECT {', '.join((currency, 'count(*)', *edges, *sums))} FROM {landed} GROUP BY 1").fetchall()
    for code, count, first, last, *amounts in rows:
        found.rows[group] += count
        days += [(first, last)] if first and last else []
        found.sums[group] |= {(alias, code): amount or 0 for alias, amount in zip(carriers, amounts, strict=True)}
    if days:
        found.days[0] = (min(first for first, _ in days), max(last for _, last in days))
    key = _key(target)
    if key is None:
        return found
    keys, different = con.execute(
        f"SELECT count({named(key)}), count(DISTINCT hash({named(key)})) FROM {landed}"
    ).fetchone()
    found.distinct[0] = [True]
    return found if found.rows[group] == keys == different else None
