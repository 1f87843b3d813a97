"""Checks how a text speaks to its buyer: politely or familiarly, and the same way throughout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import MASK, Pair, found, quoted
from frameworks.localization.finding import Finding
from frameworks.localization.scripts import plain

REGISTERS = ("formal", "informal")
REGISTER_LABELS = {"formal": N_("polite"), "informal": N_("familiar")}

_B, _E = r"(?<![^\W_])(?:", r")(?![^\W_])"
_SHAPES: dict[str, tuple[str, str]] = {
    # (polite, familiar); capitals count where the language sets polite words apart by them
    "de": (_B + r"Sie|Ihnen|Ihr(?:e[mnrs]?)?|Ihrerseits" + _E,
           _B + r"[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[mnrs]?)?|[Ee]uch|[Ee]ure?[mnrs]?" + _E),
    "fr": (r"(?i)" + _B + r"vous|votre|vos|veuillez|\w{3,}ez(?<!chez)(?<!assez)(?<!\bnez)" + _E,
           r"(?i)" + _B + r"tu|toi|ton|ta|tes|t['’](?=\w)\w*" + _E),
    "es": (r"(?i)" + _B + r"usted(?:es)?" + _E + r"|(?<![^\W_])(?:haga|añada|introduzca|seleccione|consulte|escriba|"
           r"elija|revise|inicie|ingrese|realice|espere|contacte|descubra|aproveche|reciba|póngase|confirme)(?![^\W_])",
           r"(?i)" + _B + r"tú|ti|tu|tus|contigo|haz|añade|selecciona|escribe|elige|inicia|ingresa|descubre|aprovecha|"
           r"recibe|ponte|puedes|tienes|quieres|eres|estás" + _E),
    "it": (_B + r"Lei|Le(?= (?:abbiamo|è|invi|con|ric|augur|chied|off))|Suo|Sua|Suoi|Sue|La preghiamo|preghiamo di" + _E,
           r"(?i)" + _B + r"tu|te|ti|tuo|tua|tuoi|tue|puoi|hai|sei|vuoi" + _E),
    "nl": (_B + r"u|U|uw|Uw|uzelf" + _E, r"(?i)" + _B + r"je|jij|jou|jouw|jezelf" + _E),
    "ru": (_B + r"[Вв]ы|[Вв]ас|[Вв]ам|[Вв]ами|[Вв]аш\w{0,3}" + _E + r"|(?<![^\W_])\w{3,}(?:йте|ите|ьте)(?:сь)?(?![^\W_])",
           r"(?i)" + _B + r"ты|тебя|тебе|тобой|твой|твоя|твоё|твое|твои|твоего|твоей|твоих|твоему|твоим|твою" + _E),
    "uk": (_B + r"[Вв]и|[Вв]ас|[Вв]ам|[Вв]ами|[Вв]аш\w{0,3}" + _E,
           r"(?i)" + _B + r"ти|тебе|тобі|тобою|твій|твоя|твоє|твої|твого|твоєї|твоїх|твою" + _E),
    "pl": (_B + r"Państw[aou]|Państwem|Pan[ai]?|Panu|Panem|Panią|Pani" + _E,
           r"(?i)" + _B + r"ty|ciebie|cię|ci|tobie|twój|twoja|twoje|twojego|twojej|twoich|twoją|swój|masz|możesz|chcesz" + _E),
    "cs": (r"(?i)" + _B + r"vy|vás|vám|vámi|váš|vaše|vašeho|vaší|vašich|vašim|vaši|\w{2,}(?:ejte|ujte|ěte)" + _E,
           r"(?i)" + _B + r"ty|tebe|tě|tobě|tebou|tvůj|tvoje|tvého|tvé|tvá|tvou|tvých|můžeš|máš|chceš" + _E),
    "tr": (r"(?i)" + _B + r"siz(?:in|e|i|den|lere?)?|\w{2,}(?:nız|niz|nuz|nüz)(?:[ıiuüaey]\w{0,4}|d[ae]\w{0,3})?|"
           r"\w{3,}(?:iniz|ınız|unuz|ünüz)" + _E,
           r"(?i)" + _B + r"sen|senin|sana|seni|senden|sende" + _E),
    "ja": (r"(?:です|ます|ません|ました|でした|ください|下さい|ましょう|ございま|いたし|いただ|お客様|くださ)",
           r"(?:君|おまえ|お前|あんた)|(?:だよ|だぜ|だぞ|だね|しろ|してね|しよう|みてね|ちゃう|じゃん|だろ|してくれ)(?=[。！!？?\s」]|$)"),
    "ko": (r"(?:니다|니까|세요|십시오|시오|어요|아요|해요|에요|예요|네요|지요|죠|고객님|드립|드려|까요|군요)",
           r"(?:너의|너는|너를|네가|당신의 거)|(?<=[가-힣])(?:했어|할게|하자|해라|해봐|할래|였어|았어|었어|거야"
           r"|이야|인가\b|한다|합시다|줄게|봐|하지 마)(?=[.!?~\s]|$)"),
    "pt": (_B + r"[Oo] senhor|[Aa] senhora|[Vv]ossa|[Vv]osso" + _E,
           r"(?i)" + _B + r"tu|ti|teu|tua|teus|tuas|contigo|podes|tens|queres" + _E),
    "ro": (_B + r"dumneavoastră|dvs|Dumneavoastră|vă|Vă" + _E,
           r"(?i)" + _B + r"tu|tine|ție|tău|ta|tăi|tale|te|îți|poți|vrei|ai" + _E),
    "hi": (r"(?<![\u0900-\u097f])(?:आप|आपका|आपके|आपकी|आपको|आपने|आपसे|आपकें)(?![\u0900-\u097f])|(?:इए|िए|ें)(?=[।!\s]|$)",
           r"(?<![\u0900-\u097f])(?:तुम|तू|तुम्हारा|तुम्हारे|तुम्हारी|तुम्हें|तुझे|तेरा|तेरे|तेरी)(?![\u0900-\u097f])"),
    "sv": (_B + r"Ni|Er|Ert|Era" + _E, r"(?i)" + _B + r"du|dig|din|ditt|dina" + _E),
    "id": (r"(?i)" + _B + r"anda" + _E, r"(?i)" + _B + r"kamu|kau|lo|lu|elo|kalian" + _E + r"|(?<=\w{3})mu(?![^\W_])"),
    "vi": (r"(?i)" + _B + r"quý khách|quý vị" + _E, r"(?i)" + _B + r"mày|cậu|bồ" + _E),
    "zh": (r"您", r"你(?!好)"),
    "el": (r"(?i)" + _B + r"σας|εσείς|εσάς" + _E, r"(?i)" + _B + r"σου|εσύ|εσένα" + _E),
    "hu": (_B + r"Ön\w{0,4}" + _E, r"(?i)" + _B + r"te|téged|neked|veled|tied|tőled" + _E),
    "fi": (_B + r"Te|Teidän|Teitä|Teille" + _E, r"(?i)" + _B + r"sinä|sinun|sinua|sinulle|sinulla|sinut" + _E),
}  # fmt: skip
_EVEN_THERE = frozenset({"ja", "ko"})
"""Languages whose shops speak politely to every buyer; polite words beside familiar ones are a fault of their own."""
_START = re.compile(r"(?:^|[.!?:…]\s+|\n|\x00\s*)[\"„»«“(]*$")


@lru_cache(maxsize=64)
def _shapes(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    told = _SHAPES.get(language)
    return (re.compile(told[0]), re.compile(told[1])) if told else None


def _spoken(text: str, language: str) -> dict[str, re.Match[str]]:
    """Return the first word of each register in a text."""
    shapes = _shapes(language)
    if shapes is None:
        return {}
    seen: dict[str, re.Match[str]] = {}
    for register, shape in zip(REGISTERS, shapes, strict=True):
        for hit in shape.finditer(text):
            if language in ("de", "nl", "sv", "pl", "it", "fi", "ro") and _unsure(text, hit, language):
                continue
            seen[register] = hit
            break
    return seen


def _unsure(text: str, hit: re.Match[str], language: str) -> bool:
    """Say whether a capital stands for the start of a sentence rather than for politeness ("Sie kommt")."""
    if language == "nl":
        return False
    return hit[0][0].isupper() and hit[0] not in ("Państwa", "Państwo", "La preghiamo") and _at_start(text, hit)


def _at_start(text: str, hit: re.Match[str]) -> bool:
    if hit[0].casefold() in ("du", "dein", "deine", "deinen", "deinem", "deiner", "din", "ditt", "dina", "tu", "tuo", "tua",
                             "twój", "twoje", "twoja", "sinun", "ihnen"):  # fmt: skip
        return False
    return _START.search(text[: hit.start()]) is not None


def register(text: str, locale: str) -> str:
    """Return how a text speaks to its reader: formal, informal, mixed, or empty where that cannot be seen.

    >>> register("Bitte prüfen Sie Ihre Adresse", "de"), register("Prüf deine Adresse", "de"), register("Weiter", "de")
    ('formal', 'informal', '')
    """
    seen = _spoken(text, plain(locale))
    return "mixed" if len(seen) == 2 else next(iter(seen), "")


def usual(texts: Iterable[str], locale: str) -> str:
    """Return the register that most of the texts use, empty without a clear one (fewer than 3 or under 70 %)."""
    told = [spoken for text in texts if (spoken := register(text, locale)) in REGISTERS]
    for name in REGISTERS:
        if len(told) >= 3 and told.count(name) >= 0.7 * len(told):
            return name
    return ""


def check(pair: Pair) -> Iterator[Finding]:
    """Find texts that mix both forms of address or use the one the team does not."""
    if not pair.target.strip():
        return
    seen = _spoken(pair.target_plain, pair.language)
    if len(seen) == 2:
        polite, familiar = seen["formal"], seen["informal"]
        message = Sentence(
            N_("{polite} is polite, {familiar} is familiar: speak to the buyer in one way."),
            polite=quoted(polite[0]), familiar=quoted(familiar[0].strip(MASK)),
        )  # fmt: skip
        yield found("formality", message, familiar.start(), familiar.end())
        return
    if not seen:
        return
    mine, hit = next(iter(seen.items()))
    if pair.register and mine != pair.register:
        message = Sentence(
            N_("{word} is {mine}; the team speaks to buyers in the {usual} form."),
            word=quoted(hit[0]), mine=Sentence(REGISTER_LABELS[mine]), usual=Sentence(REGISTER_LABELS[pair.register]),
        )  # fmt: skip
        yield found("formality", message, hit.start(), hit.end())
    elif mine == "informal" and pair.language in _EVEN_THERE and not pair.register:
        message = Sentence(N_("{word} is familiar; shops speak politely in this language."), word=quoted(hit[0]))
        yield found("formality", message, hit.start(), hit.end())
