"""Time zones as exports write them: names, offsets and abbreviations, brought to names DuckDB knows."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

ABBREVIATIONS: dict[str, int] = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 60, "BST": 60, "IST": 330, "CET": 60, "CEST": 120, "MEZ": 60,
    "MESZ": 120, "HNEC": 60, "HAEC": 120, "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "GST": 240, "PKT": 300,
    "WIB": 420, "ICT": 420, "HKT": 480, "SGT": 480, "MYT": 480, "PHT": 480, "AWST": 480, "JST": 540, "KST": 540,
    "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "SAST": 120, "EAT": 180, "WAT": 60,
    "NST": -210, "NDT": -150, "AST": -240, "ADT": -180, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "BRT": -180, "BRST": -120,
    "ART": -180, "CLT": -240, "CLST": -180, "COT": -300, "PET": -300,
}  # fmt: skip
"""Abbreviation to minutes east of Greenwich, as PayPal, Amazon, Zendesk and mail tools write them. Those with
several meanings have the one these tools use: IST is India, CST and BST are United States and Britain."""

_SPOKEN: dict[str, str] = {
    "eastern time": "America/New_York", "central time": "America/Chicago", "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles", "atlantic time": "America/Halifax", "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu", "arizona": "America/Phoenix",
}  # fmt: skip
"""Zones as North American tills and mail tools spell them out: "Eastern Time (US & Canada)"."""

_OFFSET = re.compile(r"(?:GMT|UTC)?\s*\(?([+\-−])(\d{1,2})(?::?(\d{2}))?\)?", re.IGNORECASE)


def fixed(minutes: int) -> str:
    """Return DuckDB's name of the zone that lies ``minutes`` east of Greenwich all year."""
    if not minutes:
        return "UTC"
    return f"GMT{'+' if minutes > 0 else '-'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


@cache
def zone(text: str) -> str | None:
    """Return DuckDB's name for the zone a cell names, None when it is none.

    >>> [zone(text) for text in ("CEST", "europe/berlin", "+0530", "GMT-8", "(GMT-03:00) Brasilia", "lunch")]
    ['GMT+02:00', 'Europe/Berlin', 'GMT+05:30', 'GMT-08:00', 'GMT-03:00', None]
    """
    text = text.strip()
    if text.upper() in ABBREVIATIONS:
        return fixed(ABBREVIATIONS[text.upper()])
    if text.casefold().replace(" ", "_") in _names():
        return _names()[text.casefold().replace(" ", "_")]
    if spoken := _SPOKEN.get(re.sub(r"\s*\((?:us|usa|canada|us & canada|us and canada)\)$", "", text.casefold())):
        return spoken
    found = _OFFSET.fullmatch(text) or re.match(rf"\({_OFFSET.pattern}\)", text, re.IGNORECASE)
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return fixed(-minutes if found[1] in "-−" else minutes) if minutes <= 14 * 60 else None
