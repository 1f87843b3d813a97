"""What the cells of a column look like: a bounded sample tells whether a header means what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.ingest import durations, money
from data.ingest.yes_no import NO, YES

_MOST = 200
_DIGITS = r"[0-9０-９]"
_DATE = re.compile(
    rf"""^(
      {_DIGITS}{{4}}[-/.年\s]\s?{_DIGITS}{{1,2}}([-/.月\s]\s?{_DIGITS}{{1,2}}日?)?\.?          # 2024-05-31, 2024年5月31日
    | {_DIGITS}{{1,2}}[-/.\s]\s?{_DIGITS}{{1,2}}[-/.\s]\s?({_DIGITS}{{4}}|{_DIGITS}{{2}})     # 31.05.2024, 5/31/24
    | {_DIGITS}{{8}}                                                                          # 20240531
    | ([^\W\d_]{{2,12}}[.,]?\s+)?{_DIGITS}{{1,2}}(st|nd|rd|th|\.|º)?[-\s/,]*(de\s+|of\s+)?   # 31 May 2024,
      [^\W\d_]{{3,12}}[.,]?[-\s/,]*(de\s+)?{_DIGITS}{{2,4}}                               # 31 de mayo de 2024
    | [^\W\d_]{{3,12}}[.,]?\s+{_DIGITS}{{1,2}}(st|nd|rd|th)?,?\s+{_DIGITS}{{4}}               # May 31, 2024
    )
    ([T\s,]+.{{0,30}})?$""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"^[(+\-−]?\s*(\d[\d.,'’\s\u00a0\u202f_]*|[.,]\d+)\s*%?[)\-−–—]?$")
_EMAIL = re.compile(r"^[^\s@]+@[^\s@]+\.[^\s@]+$")
_ID = re.compile(r"^[^\s]*\d[^\s]*$")
_COUNTED = re.compile(r"^([345]\d{4}(\.\d+)?|1[0-9]{9}(\.\d+)?|1[0-9]{12})$")
_CLOCK = re.compile(r"^\d{1,3}:\d{2}(:\d{2})?$")


def date(cell: str) -> bool:
    """Whether a cell looks like a date or an instant."""
    digits = cell.isdigit()
    return bool(_DATE.match(cell)) and (not digits or "19000101" <= cell <= "21001231")


def moment(cell: str) -> bool:
    """Whether a cell under a heading of dates is one: also as spreadsheets and machines count, 46082.5 or 1760000000."""
    return date(cell) or bool(_COUNTED.match(cell))


def amount(cell: str) -> bool:
    """Whether a cell looks like a number, with or without a currency."""
    if _CLOCK.match(cell):
        return False
    bare = cell.strip()
    sign = money.sign_in(bare) if not _NUMBER.match(bare) else ""
    return bool(_NUMBER.match(bare.replace(sign, "", 1).strip() if sign else bare))


def duration(cell: str) -> bool:
    """Whether a cell looks like how long something took, with or without its unit."""
    return bool(_NUMBER.match(cell.strip())) or durations.spoken(cell)


def email(cell: str) -> bool:
    """Whether a cell looks like an e-mail address."""
    return bool(_EMAIL.match(cell.strip()))


def number(cell: str) -> float | None:
    """A plain reading of a number, for comparing columns only: the last mark is the decimal one."""
    bare = re.sub(r"[^\d.,\-−]", "", cell).replace("−", "-")
    if re.search(r"[.,]\d{3}$", bare) and len(re.findall(r"[.,]", bare)) > 1:
        bare = re.sub(r"[.,]", "", bare)
    else:
        head, mark, tail = (bare.replace(",", ".")).rpartition(".")
        bare = head.replace(".", "") + mark + tail
    try:
        return float(bare)
    except ValueError:
        return None


_TESTS = {
    "amount": amount, "count": amount, "share": amount, "instant": moment, "day": moment,
    "duration": duration,
    "currency": lambda cell: money.code(cell) is not None,
    "market": lambda cell: not (amount(cell) or date(cell) or email(cell)) and len(cell) < 80,
    "channel": lambda cell: not (amount(cell) or email(cell)),
    "device": lambda cell: not (amount(cell) or date(cell) or email(cell)),
    "language": lambda cell: not (amount(cell) or date(cell) or email(cell)),
    "id": lambda cell: not email(cell),
    "flag": lambda cell: cell.lower() in _FLAGS,
}  # fmt: skip


def fit(type_: str, alias: str, cells: Sequence[str]) -> float | None:
    """The share of filled cells that look like a field's values, 0 to 1; None when no cell is filled."""
    filled = [cell for cell in map(str.strip, cells[:_MOST]) if cell and cell.lower() not in _SILENT]
    if not filled:
        return None
    if alias == "email":
        return sum(map(email, filled)) / len(filled)
    if alias == "customer_id":
        return sum(bool(_ID.match(cell)) for cell in filled) / len(filled)
    if alias in ("product", "campaign", "comment", "text", "method", "status", "type"):
        return sum(not (date(cell) or email(cell)) for cell in filled) / len(filled)
    test = _TESTS.get(type_)
    return 1.0 if test is None else sum(map(test, filled)) / len(filled)


_FLAGS = {*YES, *NO}
_SILENT = {"-", "--", "—", "–", "n/a", "na", "null", "none", "nan", "nil", "(not set)", "(none)", "?"}
