"""Text as the search compares it."""

from __future__ import annotations

import unicodedata

_LINE = "\n"


def folded(*texts: str) -> str:
    """Return texts without case, accents, full-width forms and doubled spaces; a line each, so that no hit spans two.

    >>> folded("Café  CRÈME"), folded("ＡＢＣ"), folded("Straße", "Nº 5")
    ('cafe creme', 'abc', 'strasse\\nno 5')
    """
    return _LINE.join(_folded(text) for text in texts)


def words(query: str) -> list[str]:
    """Return the words of a query, each to be found somewhere; those in double quotes are one."""
    parts = _folded(query).split('"')
    found = [part.strip() for part in parts[1::2]] + [word for part in parts[::2] for word in part.split()]
    return [word for word in found if word]


def _folded(text: str) -> str:
    if text.isascii():
        return " ".join(text.casefold().split())
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())
