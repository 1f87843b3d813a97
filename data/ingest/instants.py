"""Reads dates and times written in any style: patterns become formats, and the order of day and month is decided once.

A format is a ``strptime`` format of DuckDB. The cell "03/04/2024 2:30 PM" has the shape "99/99/9999 9:99 PM" and,
with the day first, the format "%d/%m/%Y %I:%M %p".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.ingest import month_names, zones
from data.ingest.shapes import quoted

_DATE = re.compile(
    r"(?P<ymd>9999(?P<s1>[-/. ])9{1,2}(?P=s1)9{1,2})"
    r"|(?P<compact>99999999(?=\D|$))"
    r"|(?P<cjk>9999\s*[年년]\s*9{1,2}\s*[月월]\s*9{1,2}\s*[日일])"
    r"|(?P<dots>9{1,2}\. ?9{1,2}\. ?(?:9999|99)\.?)"
    r"|(?P<parts>9{1,2}(?P<s2>[/\-])9{1,2}(?P=s2)(?:9999|99))"
    r"|(?P<named>(?:(?P<weekday>[^\W\d_]{2,9}\.?),? )?9{1,2}(?:st|nd|rd|th|\.|er|º)?(?P<s3>[- /]|\s?de\s)"
    r"(?P<month>[^\W\d_]{3,12})\.?,?(?:[- /,]+|\s?de\s)(?:9999|99))"
    r"|(?P<us>(?:(?P<weekday2>[^\W\d_]{2,9}\.?),? )?(?P<month2>[^\W\d_]{3,12})\.? 9{1,2}(?:st|nd|rd|th)?,? 9999)"
    r"|(?P<ym>9999[-/.]99(?!\d)|999999(?!\d))"
)
_COUNTED = re.compile(r"(9{5})(?:\.9+)?|(9{10})(?:\.[9]+)?|(9{13})|(9{16})")
_COUNTS = {5: "days", 10: "seconds", 13: "milliseconds", 16: "microseconds"}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(
    r"(?P<gap>[T ,]*(?:at|um|à|kl\.?|в)? *)"
    r"(?P<hour>9{1,2})(?P<h>[:.h])99(?P<second>:99)?(?P<fraction>[.,]9{1,9})?(?P<half> ?[AaPp]\.?[ \u00a0\u202f]?[Mm]\.?)?"
)


@dataclass(frozen=True)
class Pattern:
    """How cells of one shape are read.

    format:  ``{order}`` stands for the day and month where only the column can tell which comes first;
             for the zone "counted" it is the unit (days of a spreadsheet, seconds since 1970).
    zone:    "" for a naive instant, "offset" when the format reads an offset, else DuckDB's name of the zone.
    timed:   whether there is a time of day.
    open:    whether the order of day and month is open.
    swap:    a month's name that is no English one, and the number to read in its place.
    """

    format: str
    zone: str = ""
    timed: bool = False
    open: bool = False
    swap: tuple[str, str] | None = None


def pattern(shape: str) -> Pattern | None:
    """Return how cells of the shape (digits as 9) are read, None when they are no date.

    >>> pattern("99/99/9999 9:99 PM")
    Pattern(format='{order}/%Y %I:%M %p', zone='', timed=True, open=True)
    >>> pattern("9999-99-99 99:99:99 +9999")
    Pattern(format='%Y-%m-%d %H:%M:%S %z', zone='offset', timed=True, open=False)
    """
    shape = shape.strip().replace("º", "9")
    if counted := _COUNTED.fullmatch(shape):
        unit = _COUNTS[len(next(group for group in counted.groups() if group))]
        return Pattern(unit, "counted", unit != "days" or "." in shape)
    found = _DATE.match(shape)
    if found is None:
        return None
    date = _date_format(found)
    if date is None:
        return None
    rest = shape[found.end() :]
    time, timed = "", False
    if clock := _TIME.match(rest):
        time, timed = _time_format(clock), True
        rest = rest[clock.end() :]
    zone, tail = _zone(rest, shape)
    if zone is None:
        return None
    return Pattern(date + time + tail, zone, timed, "{order}" in date, _swap(found))


def _date_format(found: re.Match[str]) -> str | None:
    text = found[0]
    year = "%Y" if "9999" in text else "%y"
    if found["ymd"]:
        return "%Y{0}%m{0}%d".format(found["s1"])
    if found["compact"]:
        return "%Y%m%d"
    if found["cjk"]:
        return re.sub(r"9{1,2}(?=\s*[日일])", "%d", re.sub(r"9{1,2}(?=\s*[月월])", "%m", text.replace("9999", "%Y")))
    if found["ym"]:
        return text.replace("9999", "%Y", 1).replace("99", "%m", 1)
    if found["dots"]:
        return re.sub(r"^9{1,2}\.( ?)9{1,2}\.( ?)9+", rf"%d.\1%m.\g<2>{year}", text)
    if found["parts"]:
        # The order stands for "%d/%m" or "%m/%d" with the separator the cells use.
        return "{order}" + found["s2"] + year
    word = found["month"] or found["month2"]
    weekday = found["weekday"] or found["weekday2"] or ""
    if month_names.month(word) is None or month_names.month(weekday) is not None:
        return None
    body = text[len(weekday) :]
    body = re.sub("9{4}$", "%Y", body) if year == "%Y" else re.sub("9{2}$", "%y", body)
    body = re.sub("9{1,2}", "%d", body, count=1).replace(word, _month_format(word), 1)
    return ("%a" if weekday.rstrip(".").lower() in _WEEKDAYS else weekday) + body


def _month_format(word: str) -> str:
    if word.lower() in {short.lower() for short in month_names.ENGLISH}:
        return "%b"
    return "%B" if word.lower() in month_names.FULL else "%m"


def _swap(found: re.Match[str]) -> tuple[str, str] | None:
    word = found["month"] or found["month2"]
    if word is None or _month_format(word) != "%m":
        return None
    return word, f"{month_names.month(word):02}"


def _time_format(clock: re.Match[str]) -> str:
    half = clock["half"] or ""
    text = clock["gap"] + ("%I" if half else "%H") + clock["h"] + "%M"
    if clock["second"]:
        text += ":%S"
    if clock["fraction"]:
        text += clock["fraction"][0] + ("%n" if len(clock["fraction"]) > 7 else "%f")
    return text + re.sub(r"[AaPp]\.?[ \u00a0\u202f]?[Mm]\.?", "%p", half)


def _zone(rest: str, shape: str) -> tuple[str | None, str]:
    """Return (zone, what the format must say of it) for what follows the time."""
    bare = rest.strip()
    if not bare:
        return "", ""
    if re.fullmatch(r"[+\-]99(:?99)?", bare):
        return "offset", rest.replace(bare, "%z")
    if re.search(r"9", bare):
        return None, ""
    name = zones.zone(bare.strip("()"))
    return (name, rest.replace("%", "%%")) if name else (None, "")


def format_sql(format_: str, order: str) -> str:
    """Return the format with the order ("dmy" or "mdy") put in."""
    if "{order}" not in format_:
        return format_
    separator = format_[len("{order}")]
    return format_.replace("{order}", f"%d{separator}%m" if order == "dmy" else f"%m{separator}%d")


def instant_sql(column: str, patterns: tuple[Pattern, ...], order: str, zone: str) -> str:
    """Return the SQL that reads ``column`` as a UTC TIMESTAMP; cells without time stay at midnight of their day.

    zone: where naive times were taken; DuckDB's name.
    """
    tries = []
    for swap in sorted({pattern.swap for pattern in patterns if pattern.swap}, key=lambda swap: (-len(swap[0]), swap)):
        column = f"replace({column}, {quoted(swap[0])}, {quoted(swap[1])})"
    for spoken in dict.fromkeys(pattern.zone for pattern in patterns):
        for timed in (True, False):
            formats = tuple(
                dict.fromkeys(
                    format_sql(pattern.format, order)
                    for pattern in sorted(patterns, key=lambda pattern: "%Y" in pattern.format)
                    if pattern.zone == spoken and pattern.timed == timed
                )
            )
            if spoken == "counted":
                tries += [_counted(column, unit, zone if timed else "UTC") for unit in formats]
            elif formats:
                tries.append(_read(column, formats, spoken, zone if timed else "UTC"))
    if not tries:
        return "NULL::TIMESTAMP"
    # CASE, because COALESCE works all its parts out for every row.
    whens = " ".join(f"WHEN {one} IS NOT NULL THEN {one}" for one in tries[:-1])
    return f"CASE {whens} ELSE {tries[-1]} END" if whens else tries[-1]


def _read(column: str, formats: tuple[str, ...], spoken: str, zone: str) -> str:
    listed = "[" + ", ".join(quoted(format_) for format_ in formats) + "]" if len(formats) > 1 else quoted(formats[0])
    moment = f"try_strptime({column}, {listed})"
    if spoken == "offset":
        return f"({moment} AT TIME ZONE 'UTC')"
    there = spoken or zone
    return moment if there == "UTC" else f"(({moment} AT TIME ZONE {quoted(there)}) AT TIME ZONE 'UTC')"


def _counted(column: str, unit: str, zone: str) -> str:
    """Return the SQL for a number that counts from 1970, or in days as spreadsheets do."""
    number = f"TRY_CAST({column} AS DOUBLE)"
    if unit == "days":
        moment = f"TIMESTAMP '1899-12-30' + to_seconds(round({number} * 86400))"
        there = moment if zone == "UTC" else f"({moment}) AT TIME ZONE {quoted(zone)} AT TIME ZONE 'UTC'"
        return f"CASE WHEN {number} BETWEEN 20000 AND 80000 THEN {there} END"
    scale = {"seconds": 1, "milliseconds": 1000, "microseconds": 1_000_000}[unit]
    moment = f"make_timestamp(TRY_CAST(round({number} * {1_000_000 // scale}) AS BIGINT))"
    lasting = f"CASE WHEN {number} / {scale} BETWEEN 631152000 AND 4102444800 THEN {moment} END"
    if unit == "seconds":  # GA4 writes hours as 2024013118, which as seconds would lie in 2034
        return f"CASE WHEN starts_with({column}, '20') THEN try_strptime({column}, '%Y%m%d%H') ELSE {lasting} END"
    return lasting
