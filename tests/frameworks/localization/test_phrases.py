"""The phrase pack: whole in every language, written as the language writes, found along the chain."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from types import MappingProxyType

import pandas as pd
import pytest
from babel import Locale

from frameworks.localization.phrases import (
    FORMALITIES,
    KEYS,
    SOURCE,
    PhraseError,
    chain,
    phrase,
    phrase_forms,
    phrase_languages,
)
from frameworks.reference import Reference

SCRIPTS = {
    "ARABIC": ("ar", "fa"), "BENGALI": ("bn",), "CYRILLIC": ("bg", "ru", "uk"), "DEVANAGARI": ("hi",),
    "GREEK": ("el",), "HANGUL": ("ko",), "HEBREW": ("he",), "CJK": ("zh_Hans", "zh_Hant"), "THAI": ("th",),
    "KATAKANA": ("ja",), "HIRAGANA": ("ja",),
}  # fmt: skip
"""First word of the Unicode names of a script's letters; languages not named here write Latin."""

JAPANESE = {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}
LATIN_WORDS = re.compile("ZIP|PIN|Eircode|Townland|email|[Cc]ookies?")
"""Names of foreign codes, and loan words, that keep their letters in every script."""

LETTERS_OF_OTHERS = {
    "bg": "ыэёіїєґў", "ru": "іїєґў", "uk": "ыэёъў", "fa": "يك", "ar": "یکپچگژ", "ro": "şţ", "de": "ẞ",
    "zh_Hans": "這個們為從請購買訂單貨號運國東車發電話後裡還費網聯現會無優圖顏",
    "zh_Hant": "这个们为从请购买订单货号运国东车发电话还费网联现会无优图颜",
}  # fmt: skip
"""Look-alikes and neighbours' letters that a language does not use."""

QUESTION_MARKS = {"ar": "؟", "fa": "؟", "el": ";", "ja": "？", "zh_Hans": "？", "zh_Hant": "？", "th": ""}
"""Marks after a question where the language does not write ``?``; Thai writes none."""

ADDRESS = {
    "bg": (r"\bВ(ие|ас|и|аш\w*)\b", r"\bт(и|е|еб|во[йяе]\w*)\b"),
    "cs": (r"\bV(y|ás|ám|aš\w*|áš)\b", r"\bt(y|ě|i|v[ůé]j?\w*|ebe)\b"),
    "de": (r"\b(Sie|Ihnen|Ihr\w*)\b", r"\b([Dd]u|dich|dir|dein\w*|Dein\w*)\b"),
    "el": (r"\b(σας|Σας)\b", r"\b(σου|Σου|Σε)\b"),
    "es": (r"\b(usted|su|sus|le|Le|Su)\b", r"\b(tú|tu|tus|te|Te|Tu)\b"),
    "fr": (r"\b([Vv]ous|[Vv]otre|[Vv]os)\b", r"\b([Tt]u|[Tt]on|[Tt]a|tes|te|[Tt]’)"),
    "id": (r"\bAnda\b", r"\bkamu\b"),
    "it": (r"\b(Lei|Su[oa]|[Ll]e|La)\b", r"\b(tu[oa]?|[Tt]i)\b"),
    "nl": (r"\b[Uu]w?\b", r"\b([Jj]ij|[Jj]e|jou|jouw)\b"),
    "pt": (r"\b([Ss]eu|[Ss]ua|lhe)\b", r"\b([Tt]eu|[Tt]ua|te)\b"),
    "ru": (r"\bВ(ы|ас|ам|аш\w*)\b", r"\bт(ы|ебя|ебе|во\w+)\b"),
    "uk": (r"\bВ(и|ас|ам|аш\w*)\b", r"\bт(и|ебе|обі|во\w+)\b"),
    "vi": (r"\bQuý khách\b", r"\b[Bb]ạn\b"),
    "zh_Hans": ("您", "你"),
    "zh_Hant": ("您", "你"),
}
"""How a language speaks to a buyer formally and informally."""

SLOT = re.compile(r"{(\w*)}")
FEW = {"zero", "one", "two"}
"""Forms that may say the number as a word or leave it out."""


@pytest.fixture(scope="module")
def rows(reference) -> pd.DataFrame:
    return reference.table("phrases")


def said(rows: pd.DataFrame) -> list[tuple[str, ...]]:
    columns = ("key", "language", "form", "formality", "text")
    return list(zip(*(rows[name] for name in columns), strict=True))


def scripts_of(text: str) -> set[str]:
    letters = [letter for letter in SLOT.sub("", text) if letter.isalpha()]
    return {unicodedata.name(letter).split()[0] for letter in letters}


def own_scripts(language: str) -> set[str]:
    if language == "ja":
        return JAPANESE
    return {script for script, languages in SCRIPTS.items() if language in languages} or {"LATIN"}


# the table


def test_every_key_stands_in_every_language(rows):
    there = set(zip(rows["key"], rows["language"], strict=True))
    languages = sorted(set(rows["language"]))
    assert len(languages) >= 24
    assert set(rows["key"]) == set(KEYS)
    assert [(key, language) for key in KEYS for language in languages if (key, language) not in there] == []


def test_every_key_has_a_neutral_wording_and_variants_come_in_pairs(rows):
    wordings: dict[tuple[str, ...], dict[str, str]] = {}
    for key, language, form, formality, text in said(rows):
        wordings.setdefault((key, language, form), {})[formality] = text
    odd = {
        case: ways
        for case, ways in wordings.items()
        if set(ways) not in ({"neutral"}, set(FORMALITIES)) or ways.get("formal", 1) == ways.get("informal", 2)
    }
    assert odd == {}


def test_plural_categories_are_those_of_cldr(rows):
    categories = {code: {*Locale.parse(code).plural_form.tags, "other"} for code in set(rows["language"])}
    forms: dict[tuple[str, ...], set[str]] = {}
    for key, language, form, formality, _ in said(rows):
        forms.setdefault((key, language, formality), set()).add(form)
    wrong = {
        case: found
        for case, found in forms.items()
        if found != (categories[case[1]] if KEYS[case[0]].counted else {"any"})
    }
    assert wrong == {}


def test_placeholders_are_those_of_english(rows):
    english = {
        key: sorted(SLOT.findall(text))
        for key, language, form, formality, text in said(rows)
        if (language, formality) == ("en", "neutral") and form in ("any", "other")
    }
    wrong = []
    for key, language, form, formality, text in said(rows):
        found = sorted(SLOT.findall(text))
        spelled = sorted({*english[key]} - {KEYS[key].counted}) if form in FEW else None
        if found not in (english[key], spelled):
            wrong.append((key, language, form, formality, text))
    assert wrong == []


def test_braces_hold_names_only(rows):
    assert [text for text in rows["text"] if "{" in SLOT.sub("", text) or "}" in SLOT.sub("", text)] == []


def test_texts_are_plain_and_tidy(rows):
    untidy = rows["text"].map(
        lambda text: text != text.strip()
        or not text
        or text != unicodedata.normalize("NFC", text)
        or bool(re.search(r"[<>&\t\r\n]|\s\s|\\|%[sd]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", text))
    )
    assert rows.loc[untidy, ["key", "language", "text"]].to_numpy().tolist() == []


def test_texts_are_in_the_script_of_their_language(rows):
    wrong = []
    for key, language, _, _, text in said(rows):
        own = own_scripts(language)
        words = LATIN_WORDS.sub("", text)
        if scripts_of(words) - own - {"MODIFIER", "MASCULINE"} or not (scripts_of(text) & own or key == "code.eircode"):
            wrong.append((key, language, text, scripts_of(words)))
    assert wrong == []


@pytest.mark.parametrize("language", LETTERS_OF_OTHERS)
def test_texts_have_no_letters_of_a_neighbour(rows, language):
    own = rows.loc[rows["language"] == language, "text"]
    foreign = set(LETTERS_OF_OTHERS[language]) | set(LETTERS_OF_OTHERS[language].upper())
    assert [text for text in own if foreign & set(text)] == []


def test_texts_in_other_scripts_differ_from_english(rows):
    english = {
        (key, form): text
        for key, language, form, formality, text in said(rows)
        if (language, formality) == ("en", "neutral")
    }
    same = [
        (key, language, text)
        for key, language, form, _, text in said(rows)
        if own_scripts(language) != {"LATIN"} and text == english.get((key, form)) and key != "code.eircode"
    ]
    assert same == []


def test_most_texts_of_a_language_differ_from_english(rows):
    neutral = rows[rows["formality"] == "neutral"]
    english = neutral[neutral["language"] == "en"].set_index(["key", "form"])["text"].to_dict()
    for language, found in neutral[neutral["language"] != "en"].groupby("language"):
        same = [english.get(case) for case in zip(found["key"], found["form"], strict=True)] == found["text"]
        assert same.mean() < 0.2, language


def test_surfaces_are_those_of_the_keys_and_every_text_is_a_draft(rows):
    assert (rows["surface"] == rows["key"].map(lambda key: KEYS[key].surface)).all()
    assert set(rows["state"]) == {"draft"}


def test_rows_stand_by_language_and_in_the_order_of_the_keys(rows):
    place = {key: number for number, key in enumerate(KEYS)}
    order = list(zip(rows["language"], rows["key"].map(place), strict=True))
    assert order == sorted(order)


def test_sentences_end_as_sentences_and_labels_do_not(rows):
    ends = {key: text[-1] for key, language, _, _, text in said(rows) if language == SOURCE}
    wrong = [
        (key, language, text)
        for key, language, _, _, text in said(rows)
        if (ends[key] == "." and language != "th" and text[-1] not in ".!?。！？।؟")
        or (ends[key] not in ".?," and text[-1] in ".。।")
    ]
    assert wrong == []


def test_questions_end_with_the_mark_of_the_language(rows):
    asked = [(key, language, text) for key, language, _, _, text in said(rows) if key.startswith("faq.")]
    wrong = []
    for key, language, text in asked:
        mark = "" if key == "faq.title" else QUESTION_MARKS.get(language, "?")
        letters = text[: len(text) - len(mark)]
        if not text.endswith(mark) or letters.strip("¿\u202f")[-1] in "?？؟;":
            wrong.append((language, text))
    assert wrong == []


def test_spanish_and_french_keep_their_own_marks(rows):
    for text in rows.loc[rows["language"] == "es", "text"]:
        assert text.count("?") == text.count("¿")
    french = [text for text in rows.loc[rows["language"] == "fr", "text"] if re.search("[?!;:]", text)]
    assert [text for text in french if not re.search("[\u202f\u00a0][?!;:]", text)] == []
    assert [text for text in rows.loc[rows["language"] == "fr", "text"] if "'" in text] == []


@pytest.mark.parametrize("language", ADDRESS)
def test_formal_and_informal_wordings_do_not_mix_their_address(rows, language):
    formal, informal = (re.compile(way) for way in ADDRESS[language])
    own = rows[rows["language"] == language]
    texts = {way: own.loc[own["formality"] == way, "text"] for way in ("formal", "informal")}
    assert [text for text in texts["formal"] if informal.search(text)] == []
    assert [text for text in texts["informal"] if formal.search(text)] == []
    assert any(formal.search(text) for text in texts["formal"])
    assert any(informal.search(text) for text in texts["informal"])


# phrase()


def test_a_phrase_tells_its_language_and_that_it_is_a_draft(reference):
    found = phrase(reference, "place_order", "de")
    assert (found.text, found.language, found.state) == ("Zahlungspflichtig bestellen", "de", "draft")


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("pt_BR", "pt_BR"), ("pt-BR", "pt_BR"), ("pt_PT", "pt"), ("pt_AO", "pt"), ("es_MX", "es"), ("en_GB", "en"),
        ("zh", "zh_Hans"), ("zh_CN", "zh_Hans"), ("zh_TW", "zh_Hant"), ("zh-Hant-HK", "zh_Hant"),
        ("sr", "sr_Latn"), ("sr_RS", "sr_Latn"), ("no", "nb"), ("nn", "nb"), ("tl", "fil"), ("iw", "he"), ("in", "id"),
        ("ta", "en"), ("", "en"), ("xx", "en"), ("<script>", "en"), ("de\x00", "en"), ("x" * 500, "en"),
    ],
)  # fmt: skip
def test_the_fallback_chain_answers_and_says_in_which_language(reference, asked, answered):
    assert phrase(reference, "total", asked).language == answered


@pytest.mark.parametrize("language", ["pt-BR", "zh_TW", "ta", "<x>", "sr_Latn_ME"])
def test_the_chain_ends_in_english_and_repeats_nothing(language):
    codes = chain(language)
    assert codes[-1] == SOURCE
    assert len(codes) == len(set(codes))


def test_a_missing_brazilian_phrase_falls_back_to_portuguese_and_then_to_english(reference):
    rows = reference.table("phrases")

    def without(*languages: str) -> Reference:
        kept = rows[~((rows["key"] == "street") & rows["language"].isin(languages))]
        return Reference(MappingProxyType({"phrases": kept}), "without")

    assert phrase(reference, "street", "pt_BR").language == "pt_BR"
    assert phrase(without("pt_BR"), "street", "pt_BR").language == "pt"
    assert phrase(without("pt_BR", "pt"), "street", "pt_BR").language == "en"
    with pytest.raises(PhraseError):
        phrase(without("pt_BR", "pt", "en"), "street", "pt_BR")


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("en", 1, "Returns within {days} day"), ("en", 30, "Returns within {days} days"),
        ("en", 0, "Returns within {days} days"), ("ja", 1, "{days}日以内なら返品可能"),
        ("ar", 1, "الإرجاع خلال يوم واحد"), ("ar", 2, "الإرجاع خلال يومين"), ("ar", 3, "الإرجاع خلال {days} أيام"),
        ("ar", 14, "الإرجاع خلال {days} يومًا"), ("ar", 100, "الإرجاع خلال {days} يوم"),
        ("ro", 14, "Retur în {days} zile"), ("ro", 30, "Retur în {days} de zile"),
        ("ru", 21, "Возврат в течение {days} дня"), ("ru", 14, "Возврат в течение {days} дней"),
        ("en", Decimal("1.5"), "Returns within {days} days"), ("en", -1, "Returns within {days} day"),
        ("en", None, "Returns within {days} days"),
    ],
)  # fmt: skip
def test_the_plural_form_fits_the_count(reference, language, count, text):
    assert phrase(reference, "returns_within", language, count=count).text == text


def test_the_plural_form_is_that_of_the_language_that_answers(reference):
    # Tamil has no texts: the count is read by the English rule, not by the Tamil one.
    assert phrase(reference, "instalments", "ta", count=1).text == "{count} payment of {amount}"


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000, Decimal("1.5")])
def test_every_count_finds_a_form_in_every_language(reference, count):
    for key in (key for key, about in KEYS.items() if about.counted):
        for language in phrase_languages(reference):
            values = dict.fromkeys(SLOT.findall(KEYS[key].context), "7")
            assert "{" not in phrase(reference, key, language, count=count).filled(**values)


def test_a_count_for_a_phrase_without_forms_changes_nothing(reference):
    assert phrase(reference, "total", "pl", count=5) == phrase(reference, "total", "pl")


def test_formality_is_given_where_the_language_has_it_and_neutral_elsewhere(reference):
    ways = {way: phrase(reference, "pay_amount", "ro", formality=way) for way in FORMALITIES}
    assert ways["formal"].text == "Plătiți {amount}"
    assert ways["informal"].text == "Plătește {amount}"
    assert {way: found.formality for way, found in ways.items()} == {way: way for way in FORMALITIES}
    assert phrase(reference, "total", "ro", formality="formal").formality == "neutral"


def test_formality_and_plural_go_together(reference):
    found = phrase(reference, "reply.within_hours", "cs", formality="informal", count=24)
    assert (found.text, found.formality) == ("Odpovíme ti do {hours} hodin.", "informal")
    assert found.filled(hours="24") == "Odpovíme ti do 24 hodin."


def test_a_language_without_the_formality_answers_before_another_language(reference):
    assert phrase(reference, "total", "pt_BR", formality="formal").language == "pt_BR"


def test_forms_are_given_whole(reference):
    assert set(phrase_forms(reference, "instalments", "pl")) == {"one", "few", "many", "other"}
    assert set(phrase_forms(reference, "total", "pl")) == {"any"}


def test_filling_shows_values_as_they_are(reference):
    found = phrase(reference, "pay_amount", "en")
    assert found.filled(amount="<b>{0.__class__}</b>", unused="x") == "Pay <b>{0.__class__}</b>"


def test_filling_names_the_placeholder_that_lacks_a_value(reference):
    with pytest.raises(PhraseError, match="amount"):
        phrase(reference, "pay_amount", "en").filled()


@pytest.mark.parametrize("key", ["", "nope", "{x}", "a" * 300])
def test_an_unknown_key_is_an_error(reference, key):
    with pytest.raises(PhraseError) as error:
        phrase(reference, key, "de")
    assert len(str(error.value)) < 200


def test_an_unknown_formality_is_an_error_that_names_the_known(reference):
    with pytest.raises(PhraseError, match="neutral, formal, informal"):
        phrase(reference, "total", "de", formality="polite")


def test_languages_are_those_of_the_table(reference, rows):
    assert phrase_languages(reference) == tuple(sorted(set(rows["language"])))
    assert {"ar", "en", "he", "ja", "pt_BR", "zh_Hans", "zh_Hant"} <= set(phrase_languages(reference))
