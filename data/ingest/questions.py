"""Survey questions as headers: whether one asks how likely a person is to recommend, or how satisfied she is.

Every tool words them a little differently, so what counts is a question with the word that stays the same.
"""

from __future__ import annotations

import re

from data.ingest.folding import fold

_STEMS = {
    "nps": ("recommend", "weiterempfehl", "recommand", "recomend", "recomiend", "consigli", "raccomand", "aanbeve", "aanrad",
            "polec", "すすめ", "勧め", "薦め", "推奨", "推荐", "推薦", "rekommender", "tavsiye", "onerme", "onerir", "рекоменд"),
    "satisfaction": ("satisf", "zufrieden", "soddisf", "tevreden", "zadowol", "satysfak", "満足", "满意", "滿意", "nojd",
                     "memnun", "доволен", "довольн", "удовлетвор"),
}  # fmt: skip
"""What the folded question holds, by the concept of ``header_words`` it then means."""

_OTHER = """
    why reason warum wieso grund pourquoi raison motivo razon perche waarom reden dlaczego powod varfor anledning neden
    почему причина many wieviele viele combien cuantos cuantas quanti quantos quantas hoeveel ilu manga kac сколько nicht
"""
"""Words of a question after the reason or a number of people, or of one turned round."""
_OTHER_SIGNS = ("なぜ", "理由", "何人", "为什么", "為什麼", "原因", "多少人")
_REMARKS = "comment comments kommentar comentario commentaire commento opmerking komentarz yorum date"
"""Last words of a column that holds no answer."""
_SCALE = re.compile(r"\d{1,2}\s*(-|–|~|〜|to|bis|à|a|до)\s*\d{1,2}\s*[)\]）]?\s*$", re.I)
_WORDS = 4


def asked(header: str) -> str | None:
    """Return the concept a header asks for, ``nps`` or ``satisfaction``; None where it is no such question.

    >>> asked("How likely are you to recommend us (0-10)?"), asked("Why would you recommend us?")
    ('nps', None)
    """
    words = [word for part in re.split(r"[\W_]+", header[:400]) if (word := fold(part))]
    if not (
        re.search("[?？]", header) or _SCALE.search(header) or len(words) >= _WORDS or header.endswith(("か", "性"))
    ):
        return None
    whole = "".join(words)
    if any(word in _OTHER.split() for word in words) or any(sign in whole for sign in _OTHER_SIGNS):
        return None
    if words and words[-1] in _REMARKS.split():
        return None
    return next((concept for concept, stems in _STEMS.items() if any(stem in whole for stem in stems)), None)
