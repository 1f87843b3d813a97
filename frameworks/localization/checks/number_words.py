"""Small numbers as words, so that "two" for 2 is no missing number."""

from __future__ import annotations

import re
from functools import lru_cache

WORDS = {
    "ar": "واحد|واحدة اثنان|اثنين|يومين|يومان|ساعتين|قطعتين|مرتين ثلاث أربع خمس ست سبع ثمان تسع عشر",
    "bg": "един|една|едно|първ два|две|двама|втор три|трет четири пет шест седем осем девет десет",
    "cs": "jed|prvn dva|dvě|dvou|druh tři|tří|třet čtyř|čtvrt pět|pát šest sedm osm devět deset",
    "da": "en|et|én|ét|først to|anden tre fire fem seks syv otte ni ti",
    "de": "ein|erst zwei|zweit drei|dritt vier fünf sechs sieben|siebt acht neun zehn",
    "el": "ένα|μία|μια|έναν|πρώτ δύο|δυο τρία|τρεις|τριών τέσσερ πέντε έξι επτά|εφτά οκτώ|οχτώ εννέα|εννιά δέκα",
    "en": "one|first|once|single two|second|twice|double|pair three|third four five|fifth six seven eight nine ten",
    "es": "un|uno|una|primer dos|segund|doble tres|tercer cuatro cinco seis siete ocho nueve diez",
    "fa": "یک دو سه چهار پنج شش هفت هشت نه ده",
    "fi": "yksi|yhden|yhtä|ensim kaksi|kahde|kaht|kahta kolm neljä viisi|viide|viit kuusi|kuude seitsem kahdeksa yhdeksä kymmene",
    "fr": "un|une|premi deux|second trois|trois quatre cinq six sept huit neuf dix",
    "he": "אחד|אחת שני|שתי|שניים|יומיים|פעמיים|שעתיים שלוש ארבע חמש|חמיש שש שבע שמונ תשע עשר",
    "hi": "एक|पहल दो|दूसर तीन चार पाँच|पांच छह|छः सात आठ नौ दस",
    "hr": "jed|prv dva|dvije|dvoje|drug tri|treć četir pet šest sedam osam devet deset",
    "hu": "egy|első két|kettő három|harmad négy öt hat hét|heted nyolc kilenc tíz",
    "id": "satu|se|pertama dua tiga empat lima enam tujuh delapan sembilan sepuluh",
    "it": "un|uno|una|prim due|second|doppi tre|terz quattro cinque sei sette otto nove dieci",
    "ja": "一|ひとつ 二|両|ふたつ 三 四 五 六 七 八 九 十",
    "ko": "하나|한|첫|일 두|둘|이 세|셋|삼 네|넷|사 다섯|오 여섯|육 일곱|칠 여덟|팔 아홉|구 열|십",
    "ms": "satu|se|pertama dua tiga empat lima enam tujuh lapan sembilan sepuluh",
    "nb": "en|et|én|ett|først to|andre tre fire fem seks sju|syv åtte ni ti",
    "nl": "een|één|eerst twee drie|derde vier vijf zes zeven acht negen tien",
    "pl": "jed|pierwsz dwa|dwie|dwóch|dwu|drug trzy|trzech|trzec cztery|czter pięć|pięciu sześ siedem|siedm osiem|ośmiu "
          "dziewię dziesię",
    "pt": "um|uma|primeir dois|duas|segund|dobro três|terceir quatro cinco seis sete oito nove dez",
    "ro": "un|o|una|prim doi|două trei patru cinci șase|şase șapte|şapte opt nouă zece",
    "ru": "один|одн|перв два|две|двух|двум|втор|пар три|трех|трёх|трет четыр пят|пять шест сем|сем восем|восьм девят десят",
    "sk": "jed|prv dva|dve|dvoch|druh tri|troch|tret štyr|štvrt päť šesť sedem osem deväť desať",
    "sv": "en|ett|först två|andra tre fyra fem sex sju åtta nio tio",
    "th": "หนึ่ง|เดียว สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ",
    "tr": "bir|ilk|tek iki|çift üç dört beş altı yedi sekiz dokuz on",
    "uk": "один|одн|перш два|дві|двох|друг три|трьох|трет чотир п'ят|п’ят шіст|шест сім|сьом вісім|вос дев'ят|дев’ят десят",
    "vi": "một|đầu hai|đôi ba bốn|tư năm sáu bảy tám chín mười",
    "zh": "一|首 二|两|兩|双|雙 三 四 五 六 七 八 九 十",
}  # fmt: skip
"""Beginnings of the words for 1 to 10, forms of one number between bars; written for Landfall."""
_UNSPACED = frozenset({"ja", "zh", "th", "ko"})


@lru_cache(maxsize=2048)
def spelled(language: str, number: int) -> re.Pattern[str] | None:
    """Return what finds the word for a number from 1 to 10 in a text of the language, None without words.

    >>> bool(spelled("de", 2).search("in zwei Tagen")), spelled("de", 11), spelled("xx", 2)
    (True, None, None)
    """
    words = WORDS.get(language, "").split()
    if not words or not 1 <= number <= len(words):
        return None
    forms = words[number - 1]
    if language in _UNSPACED:
        return re.compile(forms)
    short = "|".join(f"{form}\\b" if len(form) < 3 else form for form in forms.split("|"))
    return re.compile(rf"\b(?:{short})", re.I)
