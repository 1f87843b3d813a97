"""Reads numbers written in any style: the decimal mark is decided once for a column, from its own cells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.ingest import money
from data.ingest.shapes import Shape

DECIMAL = "DECIMAL(18,4)"
_SPACES = " \t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\u200e\u200f\u2066-\u2069"
_QUOTES = "'’‘´`＇\""
_MINUS = "\\-−–—"
_ODD = ("０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹．，٫٬﹣－", "012345678901234567890123456789.,.,--")


@dataclass(frozen=True)
class Marks:
    """What the cells of a column say about its decimal mark.

    point, comma: rows that can only be read with that mark; ambiguous: rows such as "1,234" that fit both.
    shown:        by "." "," and "?" the example that shows it, with its line.
    signs:        the currency signs and codes met, with how many rows; percent: rows with a percent sign.
    """

    point: int = 0
    comma: int = 0
    ambiguous: int = 0
    shown: dict[str, tuple[str, int]] | None = None
    signs: dict[str, int] | None = None
    percent: int = 0
    rows: int = 0

    @property
    def decided(self) -> str:
        """The mark the column itself proves ("" when it proves none); the majority when cells disagree."""
        if not self.point and not self.comma:
            return ""
        return "." if self.point >= self.comma else ","

    def guess(self) -> str:
        """Return the mark under which the ambiguous cells are whole thousands."""
        text = (self.shown or {}).get("?", (",", 0))[0]
        return "," if "." in text and "," not in text else "."


def bare(text: str) -> str:
    """Return the digits and marks of a cell (or of its shape): no sign, currency, space, quote or percent."""
    text = text.translate(str.maketrans(*_ODD))
    text = re.sub(f"[{_SPACES}{_QUOTES}%٪()+{_MINUS}]", "", text)
    return re.sub("[0-8]", "9", re.sub(money.pattern(), "", text))


def verdict(core: str) -> str:
    """Return what a bare shape (9 a digit, º a lone leading zero) proves: ".", ",", "?" both fit, "" nothing.

    >>> [verdict(shape) for shape in ("9.999,99", "9,999.9", "99,9", "9,999", "9999,999", "º,999", "9.999.999", "99")]
    [',', '.', ',', '?', ',', ',', ',', '']
    """
    points, commas = core.count("."), core.count(",")
    if not points and not commas:
        return ""
    if points and commas:
        return "." if core.rfind(".") > core.rfind(",") else ","
    used, other = (".", ",") if points else (",", ".")
    if points + commas > 1:
        return other
    head, tail = core.split(used)
    return "?" if len(tail) == 3 and 1 <= len(head) <= 3 and head != "º" else used


def marks(found: Iterable[Shape]) -> Marks:
    """Return what the shapes of a column say about its decimal mark, its currency signs and percent signs."""
    tally = {".": 0, ",": 0, "?": 0, "": 0}
    shown: dict[str, tuple[str, int]] = {}
    signs: dict[str, int] = {}
    percent = rows = 0
    for shape in found:
        rows += shape.rows
        core = bare(shape.text)
        if not re.fullmatch(r"[9º.,]*", core):
            continue
        said = verdict(core)
        tally[said] += shape.rows
        if said and (said not in shown or shape.line < shown[said][1]):
            shown[said] = (shape.example, shape.line)
        percent += shape.rows if "%" in shape.text else 0
        if sign := money.sign_in(shape.text):
            signs[sign] = signs.get(sign, 0) + shape.rows
    return Marks(tally["."], tally[","], tally["?"], shown, signs, percent, rows)


def number_sql(column: str, mark: str) -> str:
    """Return the SQL that reads a cell of ``column`` as DECIMAL(18,4) with ``mark`` as decimal mark, null if it can't.

    Groups must be whole: with a point as the mark "1,234" is 1234, and "1,23" can't be read.
    """
    group = "," if mark == "." else "."
    if mark == ".":
        plain = f"TRY_CAST({column} AS {DECIMAL})"
    else:
        plain = (
            f"CASE WHEN contains({column}, '.') THEN NULL ELSE TRY_CAST(replace({column}, ',', '.') AS {DECIMAL}) END"
        )
    clean = f"translate({column}, '{_ODD[0]}', '{_ODD[1]}')"
    strip = f"[{_SPACES}{_QUOTES}%٪()+{_MINUS}]".replace("'", "''")
    signs = money.pattern().replace("'", "''")
    body = f"regexp_replace(regexp_replace({clean}, '{strip}', '', 'g'), '{signs}', '', 'g')"
    whole = f"([0-9]{{1,3}}([{group}][0-9]{{2,3}})*[{group}][0-9]{{3}}|[0-9]+)?([{mark}][0-9]*)?"
    # The line in 99.– stands for no hundredths and is no minus.
    minus = f"regexp_matches({clean}, '^[^0-9]*[{_MINUS}(]|[^.,{_MINUS}][{_MINUS}][{_SPACES}]*[^0-9]*$')"
    value = f"TRY_CAST(replace(replace({body}, '{group}', ''), '{mark}', '.') AS {DECIMAL})"
    # Spaces group whole thousands: a phone number that slipped into the column is no amount of millions.
    torn = f"regexp_matches({clean}, '[0-9][{_SPACES}]+([0-9]{{1,2}}([^0-9]|$)|[0-9]{{4}})')"
    sound = f"regexp_full_match({body}, '{whole}') AND NOT {torn}"
    careful = f"CASE WHEN {sound} THEN {value} * CASE WHEN {minus} THEN -1 ELSE 1 END END"
    # CASE, because COALESCE works its second part out for every row.
    return f"CASE WHEN {plain} IS NOT NULL THEN {plain} ELSE ({careful})::{DECIMAL} END"


def currency_sql(column: str, signs: Iterable[str], choices: dict[str, str]) -> str:
    """Return the SQL that names the currency of a cell by the ``signs`` seen in its column, null without one."""
    whens = " ".join(
        f"WHEN contains({column}, '{sign.replace(chr(39), chr(39) * 2)}') THEN '{choices[sign]}'"
        for sign in sorted(signs, key=len, reverse=True)
    )
    return f"CASE {whens} END" if whens else "NULL::VARCHAR"
