"""File names for downloads: plain ASCII that every system and mail program accepts."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_LONGEST = 100


def filename(stem: str, extension: str, *parts: str, day: date | None = None) -> str:
    """Return a name such as ``landfall-ranking-usa-2026-11-22.csv``.

    Text from users may go in: accents are dropped, anything but letters and digits becomes a
    hyphen, and a part without any is left out.

    >>> filename("ranking", "csv", "USA", day=date(2026, 11, 22))
    'landfall-ranking-usa-2026-11-22.csv'
    >>> filename("scenario", "json", "../Crème brûlée?", "日本")
    'landfall-scenario-creme-brulee.json'
    """
    words = "-".join(filter(None, map(_slug, ("landfall", stem, *parts))))[:_LONGEST].rstrip("-")
    dated = f"{words}-{day.isoformat()}" if day else words
    return f"{dated}.{_slug(extension) or 'txt'}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
