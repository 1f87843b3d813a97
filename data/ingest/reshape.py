"""Tables that are not one row a thing, straightened: pivots, double headers, sheets of keys and values."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from data.ingest import month_columns
from data.ingest.choosing import sample_of
from data.ingest.folding import fold
from data.ingest.headers import unique
from data.ingest.layouts.google_analytics import REPORT
from data.ingest.layouts.phrases import TOTALS
from data.ingest.model import Sheet
from data.ingest.staging import is_parquet, rows_in
from frameworks.labels import N_, Sentence

_NUMBER = re.compile(r"[-+]?[\d\s.,'’  ]+%?")
_DEVICES = {fold(word) for word in ("desktop", "mobile", "tablet", "smart tv", "tv", "web", "Computer", "Ordinateur")}
_METRICS = {
    fold(header) for field in REPORT.fields if field.type in ("count", "amount") for header in field.headers
} | {
    fold(word)
    for word in ("Event count", "Engaged sessions", "Engagement rate", "Views", "Average engagement time per session",
                 "Session key event rate", "Events per session", "Bounce rate", "Purchaser conversion rate")
}  # fmt: skip
_TOTALS = {fold(word) for word in TOTALS}
_BLANK = re.compile(r"(?:(?:column|unnamed|spalte|columna|colonne)[ _:]*\d+)?", re.IGNORECASE)
_HEAD = 24


@dataclass(frozen=True)
class Plain:
    """How a table becomes a plain one.

    headers: of the plain table.
    above:   how many rows of the table belong to its header.
    turn:    what a row of the table becomes.
    rows:    rows that are there from the start.
    totals:  what the file's own total rows become.
    """

    headers: tuple[str, ...]
    above: int
    turn: Callable[[Sequence[str]], Iterable[Sequence[str]]]
    rows: tuple[tuple[str, ...], ...] = ()
    totals: tuple[tuple[int, str, tuple[str | None, ...]], ...] = ()


def straighten(sheet: Sheet, work: Path) -> Sheet:
    """The sheet as a plain table with one header; the same sheet where it is one already.

    work: the folder a rewritten table goes to.
    """
    if is_parquet(sheet) or not sheet.headers:
        return sheet
    try:
        head = sample_of(sheet, _HEAD)
    except (OSError, csv.Error):
        return sheet
    for step in (key_values, pivot, two_headers, months):
        plain = step(sheet, head)
        if plain is not None:
            return _written(sheet, plain, work)
    return sheet


def pivot(sheet: Sheet, head: Sequence[Sequence[str]]) -> Plain | None:
    """An exploration of GA4: values of one dimension across the top, metrics repeated below them.

    The table is turned so that each value has its own row; the column of totals is left out.
    """
    upper, lower, above = _pivot_headers(sheet, head)
    first = next((at for at, name in enumerate(lower) if fold(name) in _METRICS), 0)
    metrics = [name.strip() for name in lower[first:]]
    if not first or len(set(map(fold, metrics))) == len(metrics) or not all(metrics):
        return None
    values = _filled_along(upper[first:])
    named = next((name for name in upper[:first] if name.strip() and not _BLANK.fullmatch(name.strip())), "")
    wanted = list(dict.fromkeys(metrics))

    def by_value(cells: Sequence[str | None], totals: bool) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for value, metric, cell in zip(values, metrics, cells[first:], strict=False):
            if (fold(value) in _TOTALS) is totals:
                found.setdefault(value, {})[metric] = cell or ""
        return found

    def turn(row: Sequence[str]) -> Iterable[list[str]]:
        for value, found in by_value(row, totals=False).items():
            if any(found.values()):
                yield [*row[:first], value, *(found.get(metric, "") for metric in wanted)]

    stated = tuple(
        (line, label, (*cells[:first], None, *(found.get(metric) for metric in wanted)))
        for line, label, cells in sheet.totals
        for found in by_value(cells, totals=True).values()
    )
    headers = (*(name.strip() for name in lower[:first]), named or _dimension(values), *wanted)
    return Plain(headers, above, turn, totals=stated)


def months(sheet: Sheet, head: Sequence[Sequence[str]]) -> Plain | None:
    """A column a month: each month of a row becomes a row."""
    found = month_columns.turned(sheet.headers, head, (sheet.title, *sheet.preamble))
    return Plain(found[0], 0, found[1]) if found else None


def remarks(before: Sequence[Sheet], after: Sequence[Sheet]) -> tuple[Sentence, ...]:
    """Return what a person should know of tables that were straightened: that rows were made of columns."""
    told = N_("The columns of the file are months or days: each figure under one is read as a row of its own.")
    turned = any(month_columns.START in new.headers and new.headers != old.headers and months(old, sample_of(old, _HEAD))
                 for old, new in zip(before, after, strict=True))  # fmt: skip
    return (Sentence(told),) if turned else ()


def _pivot_headers(sheet: Sheet, rows: Sequence[Sequence[str]]) -> tuple[list[str], list[str], int]:
    """Upper and lower header and how many of the rows they take, wherever the reader saw the header."""
    if rows and _metric_row(rows[0]):
        return ["" if _BLANK.fullmatch(name) else _bare(name) for name in sheet.headers], list(rows[0]), 1
    if sheet.preamble and _metric_row(sheet.headers):
        above = _cells(sheet.preamble[-1], sheet.delimiter)
        if len(above) > 1 and not sheet.preamble[-1].lstrip().startswith("#"):
            width = len(sheet.headers)
            return [*above, *[""] * (width - len(above))][:width], [_bare(name) for name in sheet.headers], 0
    joined = [name.split(" | ") for name in sheet.headers]
    if sum(len(parts) == 2 for parts in joined) >= 2 and _metric_row([parts[-1] for parts in joined]):
        upper = [parts[0] if len(parts) == 2 else "" for parts in joined]
        return [_bare(name) for name in upper], [_bare(parts[-1]) for parts in joined], 0
    return [], [], 0


def _metric_row(cells: Sequence[str]) -> bool:
    """Whether cells name dimensions and then the same metrics again and again."""
    said = [fold(_bare(cell)) for cell in cells if cell.strip()]
    metrics = [cell for cell in said if cell in _METRICS]
    return len(metrics) >= 2 and len(set(metrics)) < len(metrics) and not any(_NUMBER.fullmatch(cell) for cell in said)


def _bare(name: str) -> str:
    """A header without the number that told it from its double."""
    return re.sub(r"\s*(?:\(\d+\)|[._]\d+)$", "", name.strip())


def _filled_along(cells: Sequence[str]) -> list[str]:
    """Cells where a blank one repeats the one before, as merged cells do."""
    filled: list[str] = []
    for cell in cells:
        filled.append(cell.strip() or (filled[-1] if filled else ""))
    return filled


def _dimension(values: Sequence[str]) -> str:
    """What the values across the top are values of: devices, days, countries or channels."""
    said = [value for value in values if value and fold(value) not in _TOTALS]
    if said and sum(fold(value) in _DEVICES for value in said) >= 0.5 * len(said):
        return "Device category"
    if said and all(re.fullmatch(r"20\d{6}|20\d\d-\d\d-\d\d", value) for value in said):
        return "Date"
    channels = ("organic", "paid", "direct", "referral", "email", "social", "display", "affiliat", "unassigned")
    if said and sum(any(word in value.casefold() for word in channels) for value in said) >= 0.5 * len(said):
        return "Session default channel group"
    return "Country"


def two_headers(sheet: Sheet, head: Sequence[Sequence[str]]) -> Plain | None:
    """A survey whose second header row ("Response", "Open-Ended Response", choices) was taken for an answer."""
    folded = [fold(header) for header in sheet.headers]
    if "respondentid" not in folded or not head:
        return None
    place = folded.index("respondentid")
    second = [*head[0], *[""] * (len(sheet.headers) - len(head[0]))]
    if second[place].strip() or not any(cell.strip() for cell in second):
        return None
    headers, question = [], ""
    for header, choice in zip(sheet.headers, second, strict=False):
        question = question if _BLANK.fullmatch(header) and question else header
        headers.append(f"{question} | {choice.strip()}" if choice.strip() else header)
    return Plain(tuple(headers), 1, lambda row: [row], totals=sheet.totals)


def key_values(sheet: Sheet, head: Sequence[Sequence[str]]) -> Plain | None:
    """One campaign of Mailchimp as a sheet of keys and values, turned into a row."""
    if len(sheet.headers) > 3:
        return None
    lines = [_cells(line, sheet.delimiter) for line in sheet.preamble]
    pairs = [line for line in lines if len(line) == 2]
    pairs += [list(sheet.headers[:2]), *([*row[:2]] for row in head)]
    pairs = [pair for pair in pairs if len(pair) == 2 and pair[0].strip()]
    if not {"successfuldeliveries", "totalrecipients"} <= {_key(pair[0]) for pair in pairs}:
        return None
    table: dict[str, str] = {}
    for key, value in pairs:
        table.setdefault(_MAILCHIMP.get(_key(key), key.strip().rstrip(":")), value.strip())
    title = sheet.title or next((line[0] for line in lines if len(line) == 1), "")
    for name, value in (("Title", title or "Campaign"), ("Send Date", ""), ("Abuse Complaints", "")):
        table.setdefault(name, value)
    return Plain(tuple(table), 0, lambda row: (), rows=(tuple(table.values()),))


def _key(text: str) -> str:
    return fold(text.strip().rstrip(":"))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.replace("\r", " ").replace("\n", " ")], delimiter=delimiter), [])
    except csv.Error:
        return []


_MAILCHIMP = {
    "campaigntitle": "Title",
    "subjectline": "Subject",
    "deliverydatetime": "Send Date",
    "deliverydate": "Send Date",
    "totalabusecomplaints": "Abuse Complaints",
    "recipientswhoclicked": "Unique Clicks",
    "uniqueclicks": "Unique Clicks",
    "totalunsubs": "Unsubscribes",
}


def _written(sheet: Sheet, plain: Plain, work: Path) -> Sheet:
    """The plain table as a file of its own; each row keeps the line of the row it comes from."""
    path = work / f"{sheet.path.stem}-plain.csv"
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")  # so that a cell with either sign is quoted
        writer.writerow(("line", *plain.headers))
        for row in plain.rows:
            writer.writerow((sheet.first_line, *row))
            count += 1
        for line, row in islice(_with_lines(sheet), plain.above, None):
            for turned in plain.turn([*row, *[""] * (len(sheet.headers) - len(row))]):
                writer.writerow((line, *turned))
                count += 1
    return replace(
        sheet, path=path, headers=unique(plain.headers), first_line=sheet.first_line + plain.above, delimiter=",",
        quote='"', totals=plain.totals, rows=count, numbered=True,
    )  # fmt: skip


def _with_lines(sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """Each row of a table with its line in the original file."""
    if sheet.numbered:
        for row in rows_in(replace(sheet, numbered=False)):
            yield int(row[0]), row[1:]
    else:
        yield from enumerate(rows_in(sheet), start=sheet.first_line)
