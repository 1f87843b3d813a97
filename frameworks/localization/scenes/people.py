"""An invented buyer for each language: a name as it is written there, and a street as an address has it.

The names are common ones of their language put together at random, and the streets are of the kind every town has
("garden street"); they mean nobody and no place.
"""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.localization.person_name import name_order
from frameworks.localization.scripts import plain


@dataclass(frozen=True)
class Person:
    """given, family: as written in the language; street: with its number."""

    given: str
    family: str
    street: str
    language: str

    @property
    def full(self) -> str:
        """The name in the order of its language; in Chinese and Korean without a space between."""
        parts = {"given_name": self.given, "family_name": self.family}
        between = "" if plain(self.language) in ("zh", "yue", "ko") else " "
        return between.join(parts[name] for name in name_order(self.language))


_PEOPLE: dict[str, tuple[str, str, str]] = {
    "ar": ("ليلى", "حداد", "شارع الحديقة 12"), "bg": ("Елена", "Петрова", "ул. „Градинска“ 12"),
    "bn": ("নাসরিন", "রহমান", "১২ বাগান সড়ক"), "ca": ("Laia", "Puig", "Carrer del Jardí, 12"),
    "cs": ("Jana", "Nováková", "Zahradní 12"), "da": ("Mette", "Jensen", "Havevej 12"),
    "de": ("Lena", "Hoffmann", "Gartenstraße 12"), "el": ("Ελένη", "Παπαδοπούλου", "Κήπου 12"),
    "en": ("Emma", "Carter", "12 Garden Street"), "es": ("Lucía", "García", "Calle del Jardín, 12"),
    "et": ("Kadri", "Tamm", "Aia 12"), "fa": ("مریم", "احمدی", "خیابان باغ، پلاک ۱۲"),
    "fi": ("Aino", "Virtanen", "Puutarhakatu 12"), "fil": ("Maria", "Santos", "12 Garden Street"),
    "fr": ("Camille", "Martin", "12 rue du Jardin"), "gu": ("પ્રિયા", "પટેલ", "૧૨ બાગ માર્ગ"),
    "he": ("נועה", "לוי", "רחוב הגן 12"), "hi": ("प्रिया", "शर्मा", "12 उद्यान मार्ग"),
    "hr": ("Ana", "Horvat", "Vrtna ulica 12"), "hu": ("Anna", "Kovács", "Kert utca 12."),
    "id": ("Dewi", "Lestari", "Jl. Taman No. 12"), "is": ("Anna", "Jónsdóttir", "Garðastræti 12"),
    "it": ("Giulia", "Rossi", "Via del Giardino 12"), "ja": ("花子", "山田", "中央1-2-3"),
    "ka": ("ნინო", "ბერიძე", "ბაღის ქუჩა 12"), "kk": ("Айгүл", "Серікова", "Бақ көшесі, 12"),
    "km": ("សុភា", "ចាន់", "ផ្លូវសួន លេខ 12"), "ko": ("지은", "김", "정원로 12"),
    "lt": ("Rasa", "Kazlauskienė", "Sodų g. 12"), "lv": ("Ilze", "Bērziņa", "Dārza iela 12"),
    "mr": ("प्रिया", "पाटील", "१२ बाग रस्ता"), "ms": ("Aisyah", "Rahman", "12, Jalan Taman"),
    "nb": ("Ingrid", "Hansen", "Hageveien 12"), "nl": ("Sanne", "de Vries", "Tuinstraat 12"),
    "pa": ("ਪ੍ਰੀਤ", "ਕੌਰ", "12 ਬਾਗ਼ ਰੋਡ"), "pl": ("Anna", "Kowalska", "ul. Ogrodowa 12"),
    "pt": ("Ana", "Silva", "Rua do Jardim, 12"), "ro": ("Ioana", "Popescu", "Strada Grădinii 12"),
    "ru": ("Анна", "Иванова", "Садовая ул., д. 12"), "sk": ("Jana", "Kováčová", "Záhradná 12"),
    "sl": ("Ana", "Novak", "Vrtna ulica 12"), "sr": ("Ана", "Јовановић", "Баштенска 12"),
    "sr_Latn": ("Ana", "Jovanović", "Baštenska 12"), "sv": ("Elsa", "Andersson", "Trädgårdsgatan 12"),
    "sw": ("Amina", "Juma", "Barabara ya Bustani 12"), "ta": ("பிரியா", "குமார்", "12, தோட்டத் தெரு"),
    "te": ("ప్రియ", "రెడ్డి", "12 తోట వీధి"), "th": ("สุดา", "ใจดี", "12 ถนนสวน"),
    "tr": ("Elif", "Yılmaz", "Bahçe Sokak No: 12"), "uk": ("Олена", "Шевченко", "вул. Садова, 12"),
    "ur": ("عائشہ", "خان", "12 باغ روڈ"), "vi": ("Lan", "Nguyễn Thị", "12 đường Vườn Hoa"),
    "zh": ("小雨", "王", "花园路12号"), "zh_Hant": ("小雨", "王", "花園路12號"),
}  # fmt: skip

_LATIN = ("Mina", "Costa", "12 Garden Street")


def person(language: str) -> Person:
    """Return the example buyer of a language; one in Latin letters where the language has none.

    language: CLDR or BCP 47 code; its script counts (``"zh_Hant"``, ``"sr_Latn"``).

    >>> person("ja").full, person("hu").full, person("de").full
    ('山田 花子', 'Kovács Anna', 'Lena Hoffmann')
    """
    parts = language.replace("-", "_").split("_")
    script = next((part.title() for part in parts[1:] if len(part) == 4), "")
    if plain(language) == "zh" and not script and {"TW", "HK", "MO"} & set(parts[1:]):
        script = "Hant"
    code = f"{plain(language)}_{script}" if f"{plain(language)}_{script}" in _PEOPLE else plain(language)
    given, family, street = _PEOPLE.get(code, _LATIN)
    return Person(given, family, street, code)


def known_person(language: str) -> bool:
    """Say whether the language has an example of its own."""
    return person(language).street != _LATIN[2] or plain(language) in ("en", "fil")
