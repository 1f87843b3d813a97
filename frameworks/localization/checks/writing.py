"""Checks of script, direction and characters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from babel.core import get_global

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import Pair, found, quoted
from frameworks.localization.finding import Finding
from frameworks.localization.scripts import direction, plain

_SCRIPTS = {
    "ar": ("ARABIC",), "fa": ("ARABIC",), "ur": ("ARABIC",), "he": ("HEBREW",), "ru": ("CYRILLIC",), "uk": ("CYRILLIC",),
    "bg": ("CYRILLIC",), "mk": ("CYRILLIC",), "kk": ("CYRILLIC",), "ky": ("CYRILLIC",), "mn": ("CYRILLIC",),
    "el": ("GREEK",), "hi": ("DEVANAGARI",), "mr": ("DEVANAGARI",), "ne": ("DEVANAGARI",), "bn": ("BENGALI",),
    "ta": ("TAMIL",), "te": ("TELUGU",), "th": ("THAI",), "lo": ("LAO",), "km": ("KHMER",), "my": ("MYANMAR",),
    "ka": ("GEORGIAN",), "hy": ("ARMENIAN",), "ko": ("HANGUL", "CJK"), "zh": ("CJK", "BOPOMOFO"),
    "ja": ("HIRAGANA", "KATAKANA", "CJK"), "gu": ("GUJARATI",), "kn": ("KANNADA",), "ml": ("MALAYALAM",),
    "pa": ("GURMUKHI",), "si": ("SINHALA",), "am": ("ETHIOPIC",),
}  # fmt: skip
"""First words of the Unicode names of the letters that a language is written in; any other language in Latin."""
_LETTERS = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u2c00-\ua71f\ua800-\uffff]")
_LOOKALIKE = {frozenset({"LATIN", "CYRILLIC"}), frozenset({"LATIN", "GREEK"}), frozenset({"CYRILLIC", "GREEK"})}

_ZERO = re.compile("[\u200b\u2060\ufeff\u00ad\u180e]")
_BAD = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffc-\ufffe\ufff9-\ufffb\ue000-\uf8ff\ufdd0-\ufdef\ud800-\udfff]")
_BROKEN = re.compile(r"Ã[\x80-\xbf¤©¨¡³±¼¶Ÿ‰§ª«­®´µ¹º]|â€[™œ\x9d“”¦˜\"]|Â[ \u00a0«»¿¡°©®]|Ð[\x80-\xbf°±²³´µ¸¹º»¼½¾]Ð?|ï»¿|�")
_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENED, _CLOSED = frozenset("\u202a\u202b\u202d\u202e"), "\u202c"
_ISOLATED, _RELEASED = frozenset("\u2066\u2067\u2068"), "\u2069"
_JOINERS = re.compile("(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])")

_PAIRS = """
    购購 车車 货貨 订訂 单單 价價 费費 运運 员員 会會 们們 请請 点點 击擊 选選 择擇 账賬 户戶 码碼 录錄 邮郵 电電
    话話 号號 问問 题題 联聯 关關 于於 条條 隐隱 质質 库庫 时時 间間 内內 发發 尽盡 产產 详詳 评評 论論 图圖 样樣
    颜顏 数數 认認 证證 续續 开開 买買 卖賣 网網 经經 过過 还還 这這 为為 对對 说說 让讓 个個 来來 国國 书書 学學
    长長 门門 见見 处處 实實 应應 变變 线線 务務 热熱 销銷 欢歡 确確 额額 优優 给給 满滿 减減 获獲 领領 税稅 语語
    译譯 缩縮 华華 湾灣 东東 乐樂 动動 场場 宝寶 带帶 广廣 报報 无無 机機 样樣 节節 装裝 贴貼 团團 赠贈 转轉 轻輕
    递遞 适適 钟鐘 钱錢 银銀 随隨 难難 页頁 顾顧 须須 预預 饮飲 馆館 验驗 龙龍
"""
"""Characters that shop texts use often, simplified then traditional; written for Landfall."""
_SIMPLE = frozenset(pair[0] for pair in _PAIRS.split())
_TRADITIONAL = frozenset(pair[1] for pair in _PAIRS.split())


@lru_cache(maxsize=16384)
def script_of(letter: str) -> str:
    """Return the first word of a letter's Unicode name: ``"LATIN"``, ``"CJK"``; empty for a letter without name.

    >>> script_of("я"), script_of("茶"), script_of("ｱ")
    ('CYRILLIC', 'CJK', 'KATAKANA')
    """
    words = unicodedata.name(letter, "").split()
    word = next((word for word in words if word not in ("FULLWIDTH", "HALFWIDTH")), "")
    return word.partition("-")[0]


@lru_cache(maxsize=512)
def scripts_of(locale: str) -> tuple[str, ...]:
    """Return the scripts a locale is written in, as ``script_of`` names them.

    >>> scripts_of("sr_Latn"), scripts_of("sr"), scripts_of("ja")
    (('LATIN',), ('CYRILLIC', 'LATIN'), ('HIRAGANA', 'KATAKANA', 'CJK'))
    """
    named = next((part.title() for part in re.split(r"[-_]", locale)[1:] if len(part) == 4), "")
    language = plain(locale)
    if named in ("Latn", "Cyrl", "Arab"):
        return ({"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC"}[named],)
    if language in ("sr", "uz", "az", "bs"):
        return ("CYRILLIC", "LATIN")
    return _SCRIPTS.get(language, ("LATIN",))


def traditional(locale: str) -> bool | None:
    """Say whether a locale of Chinese is written in traditional characters; None for another language."""
    parts = re.split(r"[-_]", locale)
    if plain(locale) != "zh":
        return None
    if "Hant" in parts or "Hans" in parts:
        return "Hant" in parts
    likely = get_global("likely_subtags").get("_".join(parts[:2]), "zh_Hans_CN")
    return "Hant" in likely


def check(pair: Pair) -> Iterator[Finding]:
    """Find letters of the wrong script, direction marks that turn text around, and broken characters."""
    if not pair.target.strip():
        return
    if not pair.target.isascii():
        yield from _characters(pair)
        yield from _direction(pair)
    yield from _script(pair)


def _script(pair: Pair) -> Iterator[Finding]:
    wanted, text = scripts_of(pair.locale), pair.target_plain
    if "LATIN" in wanted and (text.isascii() or not _BEYOND_LATIN.search(text)):
        return
    for name in pair.protected:
        text = text.replace(name, " " * len(name))
    counted: Counter[str] = Counter()
    for hit in _LETTERS.finditer(text):
        here = {script_of(letter) for letter in hit[0]} if not hit[0].isascii() else {"LATIN"}
        if frozenset(here) in _LOOKALIKE:
            least = Counter(script_of(letter) for letter in hit[0]).most_common()[-1][0]
            odd = "".join(letter for letter in hit[0] if script_of(letter) == least)
            message = Sentence(N_("{word} mixes letters of two scripts: {odd}."), word=quoted(hit[0]), odd=quoted(odd))
            yield found("script", message, hit.start(), hit.end())
        if not (hit[0].isascii() and hit[0].isupper()):
            for letter in hit[0]:
                counted[script_of(letter)] += 1
    known = sum(counted[script] for script in wanted)
    total = sum(counted.values())
    strange = Counter({name: n for name, n in counted.items() if name not in (*wanted, "LATIN", "MODIFIER", "COMBINING", "")})
    if strange and pair.source_language == "en" and _shared(strange, pair.source_plain):
        return
    if total > 3 and known == 0 and not _only_source_words(pair):
        message = Sentence(N_("The letters are {script}, not those of this language."), script=counted.most_common(1)[0][0].title())
        yield found("script", message, severity="" if total > known else "warning")
    elif strange and strange.most_common(1)[0][1] > 1:
        script = strange.most_common(1)[0][0]
        at = next(at for at, letter in enumerate(text) if script_of(letter) == script)
        message = Sentence(N_("There are {script} letters, which this language does not use."), script=script.title())
        yield found("script", message, at, at + 1)
    yield from _chinese(pair)


def _shared(strange: Counter[str], source: str) -> bool:
    return not source.isascii() and all(any(script_of(letter) == name for letter in source) for name in strange)


def _only_source_words(pair: Pair) -> bool:
    """Say whether all words are those of the source: that is another check, or a brand and its number."""
    there = set(_LETTERS.findall(pair.source_plain.casefold()))
    return all(word in there for word in _LETTERS.findall(pair.target_plain.casefold()))


def _chinese(pair: Pair) -> Iterator[Finding]:
    wanted = traditional(pair.locale)
    if wanted is None:
        return
    wrong = _SIMPLE if wanted else _TRADITIONAL
    places = [at for at, letter in enumerate(pair.target) if letter in wrong]
    if places:
        told = N_("{letters}: simplified characters in a text for readers of traditional ones.")
        told = told if wanted else N_("{letters}: traditional characters in a text for readers of simplified ones.")
        message = Sentence(told, letters=quoted("".join(pair.target[at] for at in places)))
        yield found("script", message, places[0], places[0] + 1)


def _direction(pair: Pair) -> Iterator[Finding]:
    if not _MARKS.search(pair.target):
        return
    embedded = isolated = 0
    forced = re.search("[\u202d\u202e]", pair.target)
    if forced and forced[0] not in pair.source:
        message = Sentence(N_("A hidden mark forces the order of the letters; take it out."))
        cleaned = _MARKS.sub("", pair.target)
        yield found("direction", message, forced.start(), forced.end(), suggestion=cleaned, severity="error")
    for hit in _MARKS.finditer(pair.target):
        letter = hit[0]
        embedded += (letter in _OPENED) - (letter == _CLOSED)
        isolated += (letter in _ISOLATED) - (letter == _RELEASED)
    if embedded or isolated:
        message = Sentence(N_("A hidden direction mark is opened and not closed, or closed and not opened."))
        yield found("direction", message, suggestion=_MARKS.sub("", pair.target))
    elif direction(pair.locale) == "ltr" and re.search("[\u202b\u2067]", pair.target) and not _MARKS.search(pair.source):
        message = Sentence(N_("A hidden mark says right to left in a language written from left to right."))
        yield found("direction", message, suggestion=_MARKS.sub("", pair.target))


def _characters(pair: Pair) -> Iterator[Finding]:
    target = pair.target
    for shape, told, fix in (
        (_ZERO, N_("There is an invisible character ({code}); search and line breaks go wrong with it."), True),
        (_JOINERS, N_("There is an invisible character ({code}); search and line breaks go wrong with it."), True),
        (_BAD, N_("There is a control or private character ({code}), which shows as a box."), True),
        (_BROKEN, N_("{text} looks like a letter that was read in the wrong encoding."), False),
    ):
        hit = shape.search(target)
        if hit and not shape.search(pair.source):
            soft = hit[0] == "\u00ad"  # a soft hyphen is a legitimate place to break a long word
            message = Sentence(told, code=f"U+{ord(hit[0][0]):04X}", text=quoted(hit[0]))
            suggestion = shape.sub("", target) if fix else ""
            severity = "hint" if soft else ""
            yield found("characters", message, hit.start(), hit.end(), suggestion=suggestion, severity=severity)
    if plain(pair.locale) in ("ar", "fa", "ur") and (hit := re.search("\u0640+", target)):
        message = Sentence(N_("A stretched letter (kashida) is set by the layout, not by the text."))
        yield found("characters", message, hit.start(), hit.end(), suggestion=target.replace("\u0640", ""), severity="hint")
