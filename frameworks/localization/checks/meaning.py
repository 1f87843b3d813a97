"""Checks that a no stays a no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import Pair, found, quoted
from frameworks.localization.finding import Finding

_SOURCE = re.compile(
    r"\b(?:not|never|cannot|without|(?:do|does|did|is|are|was|were|wo|ca|could|should|must|have|has)n['’]t|"
    r"no longer|no (?=refunds?|returns?|extra|hidden|fees?|minimum|charge|exchange))\b", re.I,
)  # fmt: skip
_SOFT = re.compile(r"\b(?:do not|don['’]t) (?:miss|forget|worry|wait|hesitate)|why not|whether or not|not only|if not\b", re.I)
_WORDS = {
    "de": r"\b(?:nicht|kein\w*|nie|niemals|ohne|weder|un\w{3,}|ausgeschlossen|\w+los|\w+frei)\b",
    "fr": r"\b(?:ne|n['’]|pas|jamais|sans|aucun\w*|non|ni|plus|im\w{4,}|in\w{4,}|exclu\w*)|\bn['’]",
    "es": r"\b(?:no|nunca|sin|ning\w+|jamás|ni|nada|tampoco|im\w{4,}|in\w{4,})\b",
    "it": r"\b(?:non|mai|senza|nessun\w*|né|no|im\w{4,}|in\w{4,}|esclus\w*)\b",
    "pt": r"\b(?:não|nunca|sem|nenhum\w*|jamais|nem|im\w{4,}|in\w{4,})\b",
    "nl": r"\b(?:niet|geen|nooit|zonder|on\w{3,}|nergens|\w+loos|\w+vrij)\b",
    "pl": r"\b(?:nie\w*|bez\w*|nigdy|żad\w+|brak\w*)\b",
    "ru": r"\b(?:не\w*|без\w*|бес\w*|нет|ни\w*|нельзя)\b",
    "uk": r"\b(?:не\w*|без\w*|ні\w*|немає|жод\w+)\b",
    "cs": r"\b(?:ne\w*|bez\w*|nikdy|žád\w+|není)\b",
    "tr": r"\w*(?:m[ae]z|m[ae]d|m[ae]y|m[ıiuü]yor|[ae]mez|s[ıiuü]z)\w*"
          r"|\b(?:değil\w*|yok\w*|hiç|asla|m\w+m[ae]\w*)\b|m[ae](?:yın|yin|k)?\b",
    "sv": r"\b(?:inte|ej|aldrig|utan|ing\w+|o\w{3,}|\w+fri\w*)\b",
    "da": r"\b(?:ikke|aldrig|uden|ing\w+|u\w{3,}|\w+fri\w*)\b",
    "nb": r"\b(?:ikke|aldri|uten|ing\w+|u\w{3,}|\w+fri\w*)\b",
    "id": r"\b(?:tidak|tak|bukan|jangan|tanpa|belum|non)\b", "ms": r"\b(?:tidak|tak|bukan|jangan|tanpa|belum)\b",
    "vi": r"\b(?:không|chưa|chẳng|đừng|miễn)\b",
    "ja": r"な[いくしけか]|ません|ず|ぬ|無|不|未|非|なし", "zh": r"不|没|沒|无|無|未|别|勿|非|免|否|莫",
    "ko": r"않|없|안 |못|불|무|아니|말[고아]|마세요|비|미",
    "ar": r"\b[وف]?(?:لا|لم|لن|ليس\w*|غير|دون|بدون|ما|عدم)\b", "he": r"\bו?ש?(?:לא|אין|בלי|ללא|אל|אינ\w+|מבלי)\b",
    "hi": r"(?<![\u0900-\u097f])(?:नहीं|न|मत|बिना|ना)(?![\u0900-\u097f])", "th": r"ไม่|ห้าม|อย่า|ไร้|ปราศจาก|มิ",
    "fi": r"\b(?:ei\w*|en|et|emme|ette|eivät|älä|ilman|\w+(?:ton|tön|ttom\w+|ttöm\w+|tta|ttä)|maksu\w+)\b",
    "el": r"(?:δεν|μη|όχι|χωρίς|ποτέ|ούτε|δίχως|καμία|κανέν)",
    "hu": r"\b(?:nem|ne|nincs\w*|nélkül|soha|sem|\w+(?:tlan|tlen|talan|telen|mentes)\w*)\b",
}  # fmt: skip
_SHAPES = {language: re.compile(words, re.I) for language, words in _WORDS.items()}


def check(pair: Pair) -> Iterator[Finding]:
    """Find texts whose source denies something and that do not."""
    shape = _SHAPES.get(pair.language)
    if shape is None or pair.source_language != "en" or not pair.target.strip():
        return
    if _SOURCE.search(pair.target_plain):
        return  # left in the source language, which is another check
    denied = _SOURCE.search(pair.source_plain)
    if denied and not _SOFT.search(pair.source_plain) and not shape.search(pair.target_plain):
        message = Sentence(N_("The source says {word}; no such word is seen in the translation."), word=quoted(denied[0]))
        yield found("negation", message)
