"""Opens XLSX, XLS and ODS workbooks: each visible sheet as records, of bounded size."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.ingest import container, workbook_reader
from data.ingest.limits import CELL_LIMIT, COLUMN_LIMIT, WORKBOOK_LIMIT
from data.ingest.model import IngestError
from data.ingest.records import Record
from frameworks.labels import N_

#: Bytes of address space for reading a workbook.
MEMORY = 3 << 30
_REPEATED = re.compile(rb'number-columns-repeated="0*[1-9]\d{5,}"')
_RANGE = re.compile(rb'<dimension ref="(?:[A-Z]{1,3}\d+:)?([A-Z]{1,3})(\d+)"')


@dataclass(frozen=True)
class Pages:
    """A sheet of a workbook: its name and where its rows lie, each after its row number."""

    name: str
    path: Path

    def records(self) -> Iterator[Record]:
        """Yield its rows; blank ones too, since they part tables."""
        last = 0
        with self.path.open(encoding="utf-8", newline="") as file:
            for number, *cells in csv.reader(file):
                line = int(number)
                if line > last + 1:
                    yield Record(last + 1, line - 1, [])
                last = line
                yield Record(line, line, cells)


def sheets_of(path: Path, kind: str, name: str, folder: Path) -> list[Pages]:
    """Return the sheets of a workbook that have rows, written to ``folder``.

    kind: xlsx, xlsb, xls or ods. Raises ``IngestError`` for a workbook that is locked, damaged or too large.
    """
    if kind in ("xlsx", "xlsb", "ods"):
        container.check_workbook_size(path, name, WORKBOOK_LIMIT)
    if kind == "xlsx":
        _check_dimensions(path, name)
    if kind == "ods":
        _check_repeats(path, name)
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable,
        "-P",
        workbook_reader.__file__,
        str(path.absolute()),
        str(folder),
        str(MEMORY),
        str(CELL_LIMIT),
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=workbook_reader.SECONDS + 60, check=False)
        found = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise _too_large(name) from error
    problem = found.get("error")
    if problem == "password":
        raise container.locked(name)
    if problem == "size":
        raise _too_large(name)
    if problem:
        raise IngestError(N_("{name} is damaged and cannot be opened. Save it again as XLSX or CSV."), name=name)
    return [Pages(one["name"], folder / f"sheet-{one['number']}.csv") for one in found["sheets"] if one["rows"]]


def _check_dimensions(path: Path, name: str) -> None:
    """Raise ``IngestError`` for a sheet that says it reaches further than is read."""
    with zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            if not member.startswith("xl/worksheets/"):
                continue
            with archive.open(member) as file:
                said = _RANGE.search(file.read(4096))
            if said and _column(said[1]) > COLUMN_LIMIT and _column(said[1]) * int(said[2]) > CELL_LIMIT:
                raise _too_large(name)


def _check_repeats(path: Path, name: str) -> None:
    """Raise ``IngestError`` for an ODS sheet that repeats a cell more often than a sheet has columns."""
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as file:
        kept = b""
        while chunk := file.read(1 << 20):
            if _REPEATED.search(kept + chunk):
                raise _too_large(name)
            kept = chunk[-100:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_large(name: str) -> IngestError:
    return IngestError(
        N_(
            "{name} is too large to open: it may reach over a million empty rows or columns. "
            "Delete them, or save the sheet with the data as CSV."
        ),
        name=name,
    )
