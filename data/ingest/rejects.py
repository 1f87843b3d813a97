"""Says which rows did not count and why, with their lines, and keeps the rejected rows with personal data blanked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import pandas as pd

from data.ingest import looks
from data.ingest.columns import MOMENTS, NUMBERS
from data.ingest.model import Reason
from data.ingest.pace import Pace
from data.ingest.privacy import BLANK, blanked, blanked_surely
from data.ingest.staging import Staged
from data.ingest.typed import Cause, Reading, mentions, note
from frameworks.labels import N_, Sentence

MOST_ROWS = 10_000
"""Rows set aside that are kept for download."""
MOST_LINES = 20
"""Lines that a reason names."""


def reasons(
    con: Pace,
    reading: Reading,
    causes: Sequence[Cause],
    counts: Mapping[int, int],
    noted: Mapping[int, int],
    *,
    lines: bool = True,
) -> list[Reason]:
    """Return why rows were not simply kept.

    counts: rows by place among the causes, from 1; noted: by place among the layout's rules.
    lines: also where the noted rows lie, which takes a pass a rule.
    """
    found = []
    where: dict[int, tuple[int, ...]] = {}
    if counts:
        rows = con.execute(
            f"SELECT outcome, min(line, {MOST_LINES}) FROM {reading.rows} WHERE outcome <> 0 GROUP BY 1"
        ).fetchall()
        where = {outcome: tuple(first) for outcome, first in rows}
    for place in sorted(counts):
        found.append(Reason(causes[place - 1].outcome, causes[place - 1].reason, counts[place], where.get(place, ())))
    for place, rows in sorted(noted.items()):
        if not rows:
            continue
        rule = reading.layout.rules[place]
        first = ()
        if lines:
            row = con.execute(
                f"SELECT min(line, {MOST_LINES}) FROM {reading.rows} WHERE outcome = 0 AND {note(place)}"
            ).fetchone()
            first = tuple(row[0]) if row and row[0] else ()
        found.append(Reason("noted", Sentence(rule.reason), rows, first))
    return found


def rejects(
    con: Pace,
    reading: Reading,
    causes: Sequence[Cause],
    staged: Staged,
    people: Sequence[str],
) -> pd.DataFrame:
    """Return the rows set aside in the order of their lines: ``line``, ``reason`` and the file's columns.

    What is about people is blanked; the cell for which the row was set aside, a number and a date are not taken for
    it because of their many digits. people: headers of columns that hold personal data.
    """
    aside = [str(place) for place, cause in enumerate(causes, start=1) if cause.outcome == "set_aside"]
    hidden = set(people)
    cells = [f"cells.c{place}" for place in range(len(reading.headers))]
    rows = []
    if aside:
        rows = con.execute(
            f"SELECT line, outcome, {', '.join(cells)} FROM (SELECT line, outcome FROM {reading.rows} "
            f"WHERE outcome IN ({', '.join(aside)}) ORDER BY line LIMIT {MOST_ROWS}) "
            f"JOIN {reading.staged} AS cells USING (line) ORDER BY line"
        ).fetchall()
    ways = {int(place): _ways(reading, causes[int(place) - 1], hidden) for place in aside}
    shown = []
    for line, outcome, *row in rows:
        told = [way(cell) if cell is not None else None for way, cell in zip(ways[outcome], row, strict=True)]
        shown.append([line, str(causes[outcome - 1].reason), *told])
    width = len(reading.headers)
    shown += [
        [line, str(reason), *([blanked(text)] if not hidden else [BLANK]), *([None] * (width - 1))]
        for line, text, reason in staged.malformed[:MOST_ROWS]
    ]
    shown.sort(key=lambda row: row[0])
    return pd.DataFrame(shown[:MOST_ROWS], columns=["line", "reason", *_apart(reading.headers)])


def _ways(reading: Reading, cause: Cause, hidden: Collection[str]) -> list[Callable[[str], str]]:
    """Return for each of the file's columns how its cells are shown where a row was set aside for a cause."""
    bound = {column.header: column.field for column in reading.columns}
    ways: list[Callable[[str], str]] = []
    for header in reading.headers:
        field = bound.get(header)
        if header in hidden:
            ways.append(lambda cell: BLANK)
        elif field is None or field.type not in (*NUMBERS, *MOMENTS, "id"):
            ways.append(blanked)
        elif field.type == "id" or mentions(cause.when, field.alias):
            ways.append(blanked_surely)
        else:
            ways.append(lambda cell: cell if looks.date(cell) or looks.amount(cell) else blanked(cell))
    return ways


def malformed(staged: Staged) -> list[Reason]:
    """Return the reasons of rows that did not fit the table, by what was wrong."""
    groups: dict[str, list[tuple[int, Sentence]]] = {}
    for line, _, reason in staged.malformed:
        groups.setdefault(str(reason), []).append((line, reason))
    return [
        Reason("set_aside", group[0][1], len(group), tuple(line for line, _ in group[:MOST_LINES]))
        for group in groups.values()
    ]


def parts_of_orders(con: Pace, reading: Reading, causes: Sequence[Cause]) -> list[Reason]:
    """Return a note where a row was set aside and other rows of the same order were kept."""
    key = reading.layout.targets[0].key
    aside = [str(place) for place, cause in enumerate(causes, start=1) if cause.outcome == "set_aside"]
    if not key or not aside:
        return []
    row = con.execute(
        f"SELECT count(*), min(line, {MOST_LINES}) FROM {reading.rows} WHERE outcome = 0 AND ({key}) IN "
        f"(SELECT {key} FROM {reading.rows} WHERE outcome IN ({', '.join(aside)}))"
    ).fetchone()
    if not row or not row[0]:
        return []
    told = Sentence(N_("Another row of the same record was set aside: what it held is missing here."))
    return [Reason("noted", told, row[0], tuple(row[1]))]


def _apart(headers: Sequence[str]) -> list[str]:
    """Headers that don't clash with ours."""
    return [f"{header} (file)" if header in ("table", "line", "reason") else header for header in headers]
