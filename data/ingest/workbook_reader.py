"""Reads a workbook in a process of its own, so that a hostile one can take neither our memory nor our life.

Run as a script: ``workbook_reader.py <workbook> <folder> <memory in bytes> <cells>``. Each visible sheet is written to
``<folder>/sheet-<n>.csv``, every row after its row number, and the outcome to the standard output as JSON.
"""

from __future__ import annotations

import csv
import datetime
import decimal
import json
import sys
from collections.abc import Iterator
from pathlib import Path

#: Seconds of computing that a workbook may take.
SECONDS = 90


def text_of(value: object) -> str:
    """Return a cell as text: dates in ISO form, numbers with all their digits and no exponent."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 2**53:
            return str(int(value))
        shown = repr(value)
        return format(decimal.Decimal(shown), "f") if "e" in shown else shown
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ")
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return str(value)


def main(path: str, folder: str, memory: int, cells: int) -> dict[str, object]:
    """Write the sheets of the workbook at ``path`` and return what they are, or why not."""
    _bounded(memory)
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_path(path)
        sheets = []
        for number, found in enumerate(book.sheets_metadata):
            if found.visible != calamine.SheetVisibleEnum.Visible or found.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(found.name)
            if sheet.height * max(1, sheet.width) > cells:
                return {"error": "size"}
            rows = _written(sheet.iter_rows(), Path(folder) / f"sheet-{number}.csv")
            sheets.append({"number": number, "name": found.name, "rows": rows})
        return {"sheets": sheets}
    except calamine.PasswordError:
        return {"error": "password"}
    except MemoryError:
        return {"error": "size"}
    except BaseException as error:  # the reader's own panics are no Exception
        return {"error": "damaged", "detail": str(error)[:200]}


def _written(rows: Iterator[list[object]], path: Path) -> int:
    """Write the rows that hold something and return how many."""
    count = 0
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")  # so that a cell with either sign is quoted
        for number, row in enumerate(rows, start=1):
            if any(cell != "" for cell in row):
                writer.writerow([number, *(cell if type(cell) is str else text_of(cell) for cell in row)])
                count += 1
    return count


def _bounded(memory: int) -> None:
    """Let the system refuse more than ``memory`` bytes and more than ``SECONDS`` of computing, where it can."""
    try:
        import resource
    except ImportError:
        return
    for kind, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, SECONDS)):
        try:
            resource.setrlimit(kind, (limit, limit))
        except (ValueError, OSError):
            continue


if __name__ == "__main__":
    json.dump(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])), sys.stdout)
