"""How long something took: the unit that a header names, and cells such as 90, 26:15:00 and 1h 20m as seconds."""

from __future__ import annotations

import re

from data.ingest.folding import fold

UNITS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
"""Unit to its seconds."""

_WORDS = {
    "seconds": "s sec secs second seconds sek sekunden seconde secondes segundo segundos seg secondi seconden sekund sekundy"
    " sekunder sn saniye 秒 сек секунд секунды",
    "minutes": "m min mins minute minutes minuten minutos minuti minuut minuty minut minuter dk dakika"
    " 分 分钟 分鐘 мин минут минуты",
    "hours": "h hr hrs hour hours std stunden heure heures hora horas ore uur uren godz godziny godzin timmar tim saat"
    " 時間 小时 小時 час часы часов ч",
    "days": "d day days tag tage tagen jour jours j dia dias giorni dagen dagar dni gun 日 天 дни дней",
}
UNIT_OF = {fold(word): unit for unit, words in _WORDS.items() for word in words.split()}
"""Folded word of a header to the unit it names."""

_IN = {"in", "en", "em", "w", "i", "в"}
_TAIL = re.compile(r"^(?P<word>.*?)[\s_\-–—:,/.(\[|]+(?P<unit>[^\W\d_]+)\.?\s*[)\]]*\s*$", re.S)


def unit_in(header: str) -> tuple[str, str] | None:
    """Return a header without the unit of time at its end, and that unit; None where it names none.

    >>> unit_in("Full resolution time (hrs)"), unit_in("first_reply_time_in_minutes"), unit_in("Resolution time")
    (('Full resolution time', 'hours'), ('first_reply_time', 'minutes'), None)
    """
    found = _TAIL.match(header.replace("（", "(").replace("）", ")"))
    unit = UNIT_OF.get(fold(found["unit"])) if found else None
    if found is None or unit is None:
        return None
    before = _TAIL.match(found["word"])
    word = before["word"] if before and fold(before["unit"]) in _IN else found["word"]
    return (word.strip(), unit) if fold(word) else None


def spellings(header: str) -> tuple[str, ...]:
    """Return a header as it is and with each unit an English export may name after it."""
    words = ("minutes", "mins", "min", "hours", "hrs", "hr", "h", "seconds", "secs", "sec", "s", "days")
    return (header, *(f"{header} {link}{word}" for word in words for link in ("", "in ")))


# --- cells -------------------------------------------------------------------------------

_PARTS = {
    "days": r"d|days?|d[ií]as?|dag|dagen|dagar|dni|dzie[nń]|tage?n?|j|jours?|giorn[oi]|gg|g[uü]n|дн[еяй]*|день|日|天",
    "hours": r"h|hrs?|hours?|heures?|horas?|or[ae]|std|stunden?|uur|uren|u|godz|godzin[ay]?|tim|timm[ae]r?|sa|saat"
    r"|час[аов]*|ч|時間|小時|小时",
    "minutes": r"m|mins?|min[a-z]+|dk|dakika|мин[а-я]*|分|分钟|分鐘",
    "seconds": r"s|secs?|sec[a-z]+|seks?|sek[a-z]+|seg|seg[a-z]+|sn|saniye|сек[а-я]*|秒",
}
_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_CLOCK = r"(?:([0-9]+) ?(?:d|days?),? ?)?([0-9]+):([0-5]?[0-9])(?::([0-5]?[0-9])(?:[.,][0-9]+)?)?"
_SAID = rf"(?:{_NUMBER}\s*(?:{'|'.join(_PARTS.values())})[.,\s]*)+"
_SPOKEN = re.compile(rf"(?:{_CLOCK}|{_SAID})", re.I)


def spoken(cell: str) -> bool:
    """Whether a cell says how long, with its unit: 26:15:00, 1h 20m, 2 days 3:04:05."""
    return bool(_SPOKEN.fullmatch(cell.strip()))


def seconds_sql(cell: str, number: str, unit: str, minutes: bool = False) -> str:
    """Return the SQL for the seconds that a cell says.

    number:  the SQL of the cell read as a number. unit: what a number alone counts.
    minutes: 12:30 is minutes and seconds, as under a header that names minutes, and not hours and minutes.
    """
    low = f"lower(trim({cell}))"
    parts = [f"coalesce(TRY_CAST(regexp_extract({low}, '{_CLOCK}', {place}) AS DOUBLE), 0)" for place in range(1, 5)]
    days, first, second, third = parts
    whole = f"{days} * 86400 + {first} * 3600 + {second} * 60 + {third}"
    if minutes:
        whole = f"CASE WHEN regexp_full_match({low}, '[0-9]+:[0-9]+') THEN {first} * 60 + {second} ELSE {whole} END"
    said = " + ".join(
        f"coalesce(TRY_CAST(replace(regexp_extract({low}, '({_NUMBER})\\s*(?:{words})(?:[^\\p{{L}}]|$)', 1), ',', '.')"
        f" AS DOUBLE), 0) * {UNITS[name]}"
        for name, words in _PARTS.items()
    )
    return (
        f"CASE WHEN {number} IS NOT NULL THEN ({number})::DOUBLE * {UNITS[unit]}"
        f" WHEN regexp_full_match({low}, '{_CLOCK}') THEN {whole}"
        f" WHEN regexp_full_match({low}, '{_SAID}') THEN {said} END"
    )
