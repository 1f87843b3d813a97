"""Header and word comparison: text brought to a form that ignores case, accents, spaces and punctuation."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text for comparison: casefolded, Latin accents, punctuation and every kind of space gone.

    Letters and digits of any script stay, so that ``注文番号`` and ``Дата`` compare too. Signs that tell one
    header from another are kept as words: ``%`` as "percent" and ``#`` as "number" ("Order #").
    """
    text = unicodedata.normalize("NFKC", text).casefold().replace("%", "percent").replace("#", "number")
    text = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED))
    # A mark that follows a Latin letter is an accent; elsewhere (か + ゛, и + ˘) it makes another letter.
    kept: list[str] = []
    latin = False
    for sign in text:
        if unicodedata.category(sign)[0] == "M":
            if not latin:
                kept.append(sign)
            continue
        latin = sign < "ɐ"
        if sign.isalnum():
            kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept))
