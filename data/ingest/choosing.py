"""Which of a file's tables are read, so that no visit, click or order is counted twice."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from data.ingest.folding import fold
from data.ingest.model import Layout, Sheet
from data.ingest.period import stated
from data.ingest.recognise import recognise
from data.ingest.staging import rows_in
from frameworks.labels import N_, Sentence

SAMPLE = 200
"""Rows of a table that are looked at."""
_NOTES = 5
"""A table of fewer rows and of one or two columns is the date or name that a report says of itself."""

# Reports that break the same visits or clicks down by one thing after another, in one file; what to prefer.
_ONE_OF = {
    "google_analytics": ("market", "channel", "device", "source_medium", "source", "day"),
    "search_console": ("market", "day", "device", "query", "page"),
}


@dataclass(frozen=True)
class Choice:
    """A table of the file: its layout and the columns of the layout's aliases, or why it is not read."""

    sheet: Sheet
    layout: Layout | None = None
    columns: Mapping[str, int] = field(default_factory=dict)
    why_not: Sentence | None = None


def choose(sheets: Sequence[Sheet]) -> tuple[Choice, ...]:
    """Recognise each table of a file, and say which are left unread beside the others.

    A table without a layout and without a ``why_not`` may still be a plain table that a person understands.
    A report whose lines above the table name no period takes that of its sister tables.
    """
    found = [_recognised(sheet) for sheet in sheets]
    if not any(choice.layout for choice in found):
        return tuple(found)
    found = [_beside(choice) for choice in found]
    for platform, wanted in _ONE_OF.items():
        found = _only_one(found, platform, wanted)
    found = _without_raw_data(found)
    return tuple(found)


def sample_of(sheet: Sheet, rows: int = SAMPLE) -> list[list[str]]:
    """The first rows of a table, as text."""
    return list(islice(rows_in(sheet), rows))


def beside(found: Sequence[Choice]) -> tuple[Choice, ...]:
    """Plain tables of one file: one headed like another is read like it; of one that nobody knows it is said, unless it
    is but a few lines of notes.

    Without a table that is known, all are left as they are.
    """
    known = {choice.sheet.headers: choice for choice in found if choice.layout}
    if not known:
        return tuple(found)
    told = N_("{title}: not known what it holds, so it is not read. Bring it as a file of its own to say what its columns mean.")
    result = []
    for choice in found:
        twin = known.get(choice.sheet.headers)
        if twin is not None:
            choice = replace(choice, layout=twin.layout, columns=twin.columns)
        elif len(choice.sheet.headers) > 2 or len(sample_of(choice.sheet, _NOTES)) >= _NOTES:
            choice = replace(choice, why_not=Sentence(told, title=_title(choice.sheet)))
        result.append(choice)
    return tuple(result)


def _recognised(sheet: Sheet) -> Choice:
    try:
        sample = sample_of(sheet)
    except (OSError, csv.Error):
        sample = []
    found = recognise(sheet.headers, sheet.preamble, sample)
    return Choice(sheet, *found) if found else Choice(sheet)


def _beside(choice: Choice) -> Choice:
    """A table nobody knows, beside one that is: a summary, notes, another view of the same figures."""
    if choice.layout:
        return choice
    return replace(
        choice,
        why_not=Sentence(N_("{title}: another table of this export; it is not read."), title=_title(choice.sheet)),
    )


def _only_one(found: list[Choice], platform: str, wanted: Sequence[str]) -> list[Choice]:
    """Keep the table that tells most of a report that shows the same totals by one thing after another."""
    ours = [choice for choice in found if choice.layout and choice.layout.platform == platform]
    if not ours:
        return found
    best = max(ours, key=lambda choice: _worth(choice, wanted))
    period = _period(ours)
    result = []
    for choice in found:
        if choice is best:
            choice = replace(choice, sheet=_dated(choice.sheet, period))
        elif choice in ours:
            told = N_("{title}: the same figures by something else; reading them too would count them twice.")
            choice = replace(choice, why_not=Sentence(told, title=_title(choice.sheet)))
        result.append(choice)
    return result


def _worth(choice: Choice, wanted: Sequence[str]) -> tuple[int, int]:
    """How much a table tells: the things it is broken down by, then which of them."""
    there = [alias for alias in wanted if alias in choice.columns]
    parts = {"market", "channel", "device"} & set(there)
    return len(parts), -min((wanted.index(alias) for alias in there), default=len(wanted))


def _period(choices: Sequence[Choice]) -> str:
    """The period that any of the tables names, above it or by its days: ``20261001-20261031``, or nothing."""
    for choice in choices:
        days = stated(choice.sheet.preamble, choice.sheet.title)
        if days is None and "day" in choice.columns:
            at = choice.columns["day"]
            cells = [row[at] for row in sample_of(choice.sheet, 2000) if at < len(row)]
            days = stated(cells)
        if days is not None:
            return f"{days[0]:%Y%m%d}-{days[1]:%Y%m%d}"
    return ""


def _dated(sheet: Sheet, period: str) -> Sheet:
    if not period or stated(sheet.preamble, sheet.title) is not None:
        return sheet
    return replace(sheet, preamble=(*sheet.preamble, f"# {period}"))


def _without_raw_data(found: list[Choice]) -> list[Choice]:
    """Meta's workbook holds the report twice, formatted and raw."""
    layouts = [choice.layout.platform for choice in found if choice.layout and not choice.why_not]
    result = []
    for choice in found:
        raw = choice.layout is not None and "rawdata" in fold(choice.sheet.title)
        if raw and choice.layout is not None and layouts.count(choice.layout.platform) > 1:
            told = N_("{title}: the same report again; reading it too would count it twice.")
            choice = replace(choice, why_not=Sentence(told, title=_title(choice.sheet)))
        result.append(choice)
    return result


def _title(sheet: Sheet) -> str:
    return sheet.title or ", ".join(sheet.headers[:3])
