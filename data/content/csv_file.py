"""Texts as CSV: commas, semicolons or tabs, written as UTF-8 with a byte order mark for Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from data.content.gathering import Gathering
from data.content.model import TEXT_LIMIT, Content
from data.content.table import is_heading, key_of, read_table, table_of
from frameworks.labels import N_, Sentence
from frameworks.localization.items import ContentError

_DELIMITERS = ",;\t|"


def write_csv(content: Content, locales: Sequence[str]) -> bytes:
    """Return the texts as a table."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(table_of(content, locales))
    return buffer.getvalue().encode("utf-8-sig")


def read_csv(text: str, gathering: Gathering) -> None:
    """Take in a table, its delimiter found from its heading. Raises ContentError for one that is none."""
    csv.field_size_limit(TEXT_LIMIT * 4)
    heading = text.lstrip("\ufeff\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=heading.count)
    try:
        read_table(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), gathering)
    except csv.Error as fault:
        raise ContentError(N_("The table cannot be read: {reason}."), reason=str(fault)) from None


def read_lines(text: str, gathering: Gathering) -> None:
    """Take in pasted text: a table with a heading as that, else line by line.

    A line is a text, its key made from its first words; or key, tab and text; or key, tab, text, tab and context.
    """
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    if any(is_heading(first.split(mark), alone=mark == "\t") for mark in _DELIMITERS if mark in first):
        read_csv(text, gathering)
        return
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = Sentence(N_("Line {number}"), number=number)
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > 1 and cells[0] and cells[1]:
            gathering.item(place, cells[0], cells[1], " ".join(filter(None, cells[2:])))
            continue
        source = " ".join(filter(None, cells))
        key = key_of(source)
        seen[key] = seen.get(key, 0) + 1
        gathering.item(place, key if seen[key] == 1 else f"{key}_{seen[key]}", source)
