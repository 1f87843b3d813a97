"""Days as an iCalendar file (RFC 5545) that calendar programs read."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST = 75
"""Octets in a line, without its end (RFC 5545, 3.1)."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Entry:
    """An entry of whole days: both included, a summary, what more there is to say, and a category.

    identity: what stays the same when day or words change, so that a calendar replaces the entry; "" for none.
    """

    start: dt.date
    end: dt.date
    summary: str
    description: str = ""
    category: str = ""
    identity: str = ""


def calendar_ics(entries: Iterable[Entry], title: str, made: dt.date) -> bytes:
    """Return entries as an iCalendar file in UTF-8; the same inputs give the same bytes.

    title: name of the calendar. made: day stamped on every entry. Entries do not block time.
    """
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Landfall//Market calendar//EN", "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(title)}",
    ]  # fmt: skip
    for entry in entries:
        lines += _event(entry, title, made)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(entry: Entry, title: str, made: dt.date) -> list[str]:
    named = f"{title}|{entry.identity}" if entry.identity else (
        f"{title}|{entry.start.isoformat()}|{entry.end.isoformat()}|{entry.summary}|{entry.category}"
    )
    lines = [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(named.encode('utf-8', 'replace')).hexdigest()[:32]}@landfall",
        f"DTSTAMP:{made:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry.end + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(entry.summary)}",
    ]
    if entry.description:
        lines.append(f"DESCRIPTION:{_text(entry.description)}")
    if entry.category:
        lines.append(f"CATEGORIES:{_text(entry.category)}")
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _text(text: str) -> str:
    """Escape a text value (RFC 5545, 3.3.11) and drop what no line may hold."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line after at most 75 octets, never inside a character; a space continues it."""
    parts, part, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LONGEST - bool(parts):
            parts.append(part)
            part, size = "", 0
        part += letter
        size += octets
    return "\r\n ".join([*parts, part])
