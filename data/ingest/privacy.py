"""Keeps personal data out: buyers become salted hashes, free text is blanked, columns about people are found and dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence

import duckdb

from data.ingest.columns import Column
from data.ingest.header_words import spellings
from data.ingest.headings import columns_of
from data.ingest.shapes import quoted

BLANK = "•••"
EMAIL = r"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+"
IBAN = r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b"
CARD = r"\b[0-9](?:[ -]?[0-9]){12,18}\b"
ADDRESS_4 = r"\b(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}\b"
ADDRESS_6 = r"\b(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{1,4}\b|\b(?:[0-9a-fA-F]{1,4}:){1,6}:(?:[0-9a-fA-F]{1,4}:?){1,6}"
PHONE = (
    r"(?:\+|\b00)[0-9][0-9 ().\-/\x{00a0}]{5,18}[0-9]\b|\(?\b0[0-9]{1,5}\)?[ \-/.][0-9][0-9 \-/.]{3,12}[0-9]\b"
    r"|\(?\b[0-9]{3}\)?[ \-.][0-9]{3}[ \-.][0-9]{4}\b|\b0[0-9]{8,11}\b|\b[0-9]{2}(?:[ .][0-9]{2}){4}\b"
)
PATTERNS = {
    "e-mail": EMAIL,
    "bank account": IBAN,
    "card": CARD,
    "IP address": f"{ADDRESS_4}|{ADDRESS_6}",
    "phone": PHONE,
}
"""What personal data looks like, in the dialect of DuckDB's regular expressions."""

KINDS = {"email": "e-mail", "phone": "phone", "name": "name", "address": "address", "customer": "customer",
         "identity": "personal"}  # fmt: skip
"""Concept of ``header_words`` to the kind that the report names."""

_SHARE = 0.3
"""Of the filled cells of a column so many must look alike for it to be dropped as that."""


def _python(pattern: str) -> str:
    return pattern.replace(r"\p{L}\p{N}", r"\w").replace(r"\x{00a0}", "\u00a0")


_BLANKED = re.compile("|".join(f"(?:{_python(pattern)})" for pattern in PATTERNS.values()))


_DATE = re.compile(
    r"(?<![\w.+/(-])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2}))"
    r"(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?![\w/(-]|\.\d| \d)"
)
_SURE = re.compile(f"(?:{_python(EMAIL)})|(?:{IBAN})")


def blanked(text: str) -> str:
    """Return ``text`` with whatever looks like an e-mail, card, bank account, IP address or phone number blanked.

    A date in it stays, though some of its digits are arranged as in a phone number.
    """
    parts, at = [], 0
    for date in _DATE.finditer(text):
        parts += [_BLANKED.sub(_blank, text[at : date.start()]), date[0]]
        at = date.end()
    return "".join((*parts, _BLANKED.sub(_blank, text[at:])))


def _blank(found: re.Match[str]) -> str:
    """What stands for personal data; the number of an article or order is no card's without its check digit."""
    if re.fullmatch(CARD, found[0]) and not _luhn(re.sub(r"\D", "", found[0])):
        return re.sub(_python(PHONE), BLANK, found[0])
    return BLANK


def blanked_surely(text: str) -> str:
    """Return ``text`` with e-mail addresses and bank accounts blanked, which no number or date can be taken for."""
    return _SURE.sub(BLANK, text)


def blank_sql(expression: str) -> str:
    """Return the SQL that blanks personal data in free text."""
    pattern = "|".join(f"(?:{pattern})" for pattern in PATTERNS.values())
    return f"regexp_replace({expression}, {quoted(pattern)}, '{BLANK}', 'g')"


def blank_email_sql(expression: str) -> str:
    """Return the SQL that blanks e-mail addresses; costs next to nothing where there are none."""
    clean = f"regexp_replace({expression}, {quoted(EMAIL)}, '{BLANK}', 'g')"
    return f"CASE WHEN contains({expression}, '@') THEN {clean} ELSE {expression} END"


# --- buyers --------------------------------------------------------------------------------


def set_salt(con: duckdb.DuckDBPyConnection, salt: bytes) -> None:
    """Let the connection know the workspace's salt, as a variable: no view's text holds it."""
    con.execute(f"SET VARIABLE ingest_salt = {_literal(salt)}")


def forget_salt(con: duckdb.DuckDBPyConnection) -> None:
    """Let the connection forget the salt."""
    con.execute("RESET VARIABLE ingest_salt")


def _literal(salt: bytes) -> str:
    return "'" + "".join(f"\\x{byte:02X}" for byte in salt) + "'::BLOB"


def _hash(text: str) -> str:
    return f"left(sha256(getvariable('ingest_salt') || encode({text})), 32)"


def keys_sql(contacts: Sequence[Column], platform: str) -> str:
    """Return the SQL of ``customer_key``: by e-mail, else by the platform's own number, else by phone.

    It is the first 32 hexadecimal digits of SHA-256 over the salt and the lower-case e-mail, "platform:number" or
    "tel:" with the digits of the phone.
    """
    mails, numbers, phones = [], [], []
    for column in contacts:
        cell = column.cell
        if column.field.alias.startswith(("phone", "tel", "mobile")):
            phones.append(f"'tel:' || nullif(ltrim(regexp_replace({cell}, '[^0-9]', '', 'g'), '0'), '')")
            continue
        if not column.field.alias.endswith("_id"):
            mails.append((f"contains({cell}, '@')", _address(cell)))
        number = f"nullif(nullif(trim({cell}, ' ''\"#'), ''), '0')"
        mails_in_it = (
            f"CASE WHEN contains({cell}, '@') THEN {_address(cell)} ELSE {quoted(platform + ':')} || {number} END"
        )
        numbers.append(mails_in_it)
    rest = [*numbers, *phones]
    if not rest:
        return "NULL::VARCHAR"
    # CASE, because COALESCE works all its parts out for every row.
    whens = " ".join(f"WHEN {there} THEN {address}" for there, address in mails)
    otherwise = f"COALESCE({', '.join(rest)})"
    return _hash(f"CASE {whens} ELSE {otherwise} END" if whens else otherwise)


def _address(cell: str) -> str:
    """An e-mail address as it is compared: in lower case, without quotes and angle brackets around it."""
    around = " '\"<>\u00a0\t"
    odd = " OR ".join(f"contains({cell}, {quoted(sign)})" for sign in around)
    return f"CASE WHEN {odd} THEN lower(trim({cell}, {quoted(around)})) ELSE lower({cell}) END"


def key_sql(column: Column, platform: str) -> str:
    """Return the SQL of the key that one contact column gives."""
    return keys_sql([column], platform)


# --- finding -------------------------------------------------------------------------------


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def kind_of(cells: Sequence[str]) -> str | None:
    """Return what kind of personal data a column's cells hold, None when they hold none."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return None
    for kind, pattern in PATTERNS.items():
        found = [match for cell in filled if (match := re.search(_python(pattern), cell))]
        if kind == "card":
            found = [match for match in found if _luhn(re.sub(r"\D", "", match[0]))]
            if len(found) < 0.9 * len(filled):  # one number in ten passes the test by chance
                continue
        if kind == "phone":  # dates and order numbers look like phones to a search
            found = [match for match in found if len(match[0]) >= 0.7 * len(match.string)]
        if len(found) >= max(1, _SHARE * len(filled)):
            return kind
    return None


def find(
    con: duckdb.DuckDBPyConnection, table: str, headers: Sequence[str], cells: Sequence[int]
) -> tuple[tuple[str, str], ...]:
    """Return (header, kind) of the columns among ``cells`` that hold personal data, by their header or cells."""
    if not cells:
        return ()
    listed = ", ".join(f"left(c{cell}, 200)" for cell in cells)
    rows = con.execute(f"SELECT {listed} FROM {table} LIMIT 2000").fetchall()
    read = columns_of([headers[cell] for cell in cells], ())
    found = []
    for place, column in enumerate(read):
        means = spellings().get(column.word, {})
        by_header = next((kind for concept, kind in KINDS.items() if concept in means), None)
        by_cells = kind_of([str(row[place]) for row in rows if row[place] is not None])
        if by_cells or by_header:
            found.append((headers[cells[place]], by_cells or by_header or ""))
    return tuple(found)


def kinds_of(
    con: duckdb.DuckDBPyConnection, table: str, headers: Sequence[str], cells: Sequence[str]
) -> dict[str, str]:
    """Return what kind of personal data each of some columns holds, by header."""
    return dict(find(con, table, headers, [int(cell[1:]) for cell in cells]))
