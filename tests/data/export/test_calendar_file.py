"""The iCalendar file: line ends, folding, escaping, whole days, the same bytes."""

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as some

from data.export.calendar_file import Entry, calendar_ics

MADE = dt.date(2026, 11, 22)
DAY = dt.date(2026, 11, 27)


def unfolded(raw: bytes) -> list[str]:
    return re.sub("\r\n ", "", raw.decode()).split("\r\n")


def test_a_day_by_hand():
    raw = calendar_ics([Entry(DAY, DAY, "Black Friday", "Source: A, 2022", "Sales")], "Germany", MADE)
    lines = unfolded(raw)
    assert lines[:5] == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Landfall//Market calendar//EN", "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Germany",
    ]  # fmt: skip
    assert "DTSTART;VALUE=DATE:20261127" in lines and "DTEND;VALUE=DATE:20261128" in lines  # the end is not included
    assert "DESCRIPTION:Source: A\\, 2022" in lines and "DTSTAMP:20261122T000000Z" in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_signs_are_escaped_and_line_breaks_cannot_start_a_property():
    hostile = "a;b,c\\d\nATTACH:file:///etc/passwd\r\nBEGIN:VALARM\x00\x07"
    lines = unfolded(calendar_ics([Entry(DAY, DAY, hostile, hostile, hostile)], hostile, MADE))
    assert "SUMMARY:a\\;b\\,c\\\\d\\nATTACH:file:///etc/passwd\\nBEGIN:VALARM" in lines
    assert not any(line.startswith(("ATTACH", "BEGIN:VALARM")) for line in lines)


@given(some.text(max_size=300))
def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(text):
    raw = calendar_ics([Entry(DAY, DAY, text, text)], text, MADE)
    lines = raw.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines) and b"\n" not in b"".join(lines)
    for line in lines:
        line.decode()  # a cut character could not be read


def test_the_same_inputs_give_the_same_bytes_and_identities_differ():
    entries = [Entry(DAY, DAY, "A"), Entry(DAY, DAY, "B"), Entry(DAY, DAY + dt.timedelta(days=1), "A")]
    raw = calendar_ics(entries, "Germany", MADE)
    assert raw == calendar_ics(entries, "Germany", MADE)
    assert len(set(re.findall(rb"UID:(.+)\r\n", raw))) == 3
