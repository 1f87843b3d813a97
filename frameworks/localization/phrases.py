"""What a shop says to its buyers, in many languages: Landfall's own phrase pack.

All phrases are drafts until a person who speaks the language has approved them. Plural categories are
CLDR's, by Babel; a phrase in another language than the one asked for says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.plural import PluralRule

from frameworks.labels import N_, Sentence
from frameworks.localization.phrase_keys import KEYS, SURFACES, Key
from frameworks.reference import Reference

__all__ = [
    "FORMALITIES", "KEYS", "SOURCE", "SURFACES", "Key", "Phrase", "PhraseError", "chain", "phrase", "phrase_forms",
    "phrase_languages",
]  # fmt: skip

FORMALITIES = ("neutral", "formal", "informal")
SOURCE = "en"
"""The language the pack was written from, and the last resort."""

_ONE_FORM = "any"
_ALSO_READ = {
    "zh": "zh_Hans", "sr": "sr_Latn", "sh": "sr_Latn", "no": "nb", "nn": "nb", "tl": "fil", "iw": "he", "in": "id",
}  # fmt: skip
"""Codes without a script, written form or present name, and what stands for them in the pack."""

_Texts = Mapping[str, tuple[str, str]]


class PhraseError(Sentence):
    """A phrase that the pack does not have was asked for."""


@dataclass(frozen=True)
class Phrase:
    """A phrase as it stands in the pack, with its {placeholders}.

    language:  the one it is in, which may be a fallback of the one asked for.
    state:     ``"draft"`` until a person has approved it.
    formality: the one it has; neutral where the language makes no difference here.
    """

    text: str
    language: str
    state: str
    formality: str = "neutral"

    def filled(self, **values: str) -> str:
        """Return the text with its placeholders filled; values are shown as they are.

        Raises PhraseError naming a placeholder without a value. A form that spells its number out
        (Arabic: two days) leaves that value unused.
        """
        try:
            return self.text.format_map(values)
        except KeyError as lacking:
            told = N_("The phrase {text} needs a value for {name}.")
            raise PhraseError(told, text=f"“{self.text}”", name=str(lacking.args[0])) from None


def phrase(
    reference: Reference, key: str, language: str, *, formality: str = "neutral", count: int | Decimal | None = None
) -> Phrase:
    """Return what a shop says for ``key`` to a reader of ``language``.

    language:  CLDR or BCP 47 code (``"pt_BR"``, ``"zh-TW"``); without texts the next in ``chain`` answers.
    formality: neutral (what a shop mostly says), formal or informal; where a language makes no difference, neutral.
    count:     the number that the plural form must fit; None takes the general form.

    Raises PhraseError for an unknown key or formality.
    """
    if formality not in FORMALITIES:
        told = N_("There is no formality {formality}; known are {known}.")
        raise PhraseError(told, formality=f"{formality!r:.40}", known=", ".join(FORMALITIES))
    found, forms, said = _forms(reference, key, language, formality)
    form = "other" if count is None else _plural_rule(found)(abs(count))
    text, state = forms.get(_ONE_FORM) or forms.get(form) or forms["other"]
    return Phrase(text, found, state, said)


def phrase_forms(reference: Reference, key: str, language: str, *, formality: str = "neutral") -> Mapping[str, str]:
    """Return the texts of all plural categories; ``any`` alone for a phrase without them."""
    return {form: text for form, (text, _) in _forms(reference, key, language, formality)[1].items()}


def phrase_languages(reference: Reference) -> tuple[str, ...]:
    """Return the codes of the languages of the pack, in alphabetical order."""
    return tuple(sorted({language for language, _, _ in reference.derived(_pack)}))


@lru_cache(maxsize=1024)
def chain(language: str) -> tuple[str, ...]:
    """Return the languages to look in, first choice first; English is the last.

    A territory gives its script (``zh_TW`` is read as ``zh_Hant``); a code that cannot be read gives English.

    >>> chain("pt-BR"), chain("zh_TW"), chain("no")
    (('pt_BR', 'pt', 'en'), ('zh_Hant_TW', 'zh_Hant', 'zh_TW', 'zh_Hans', 'en'), ('nb', 'en'))
    """
    code = language.replace("-", "_")[:40]
    try:
        locale = Locale.parse(_ALSO_READ.get(code, code))
    except (UnknownLocaleError, ValueError, TypeError):
        return tuple(dict.fromkeys(part for part in (_ALSO_READ.get(code.split("_")[0], SOURCE), SOURCE)))
    base, script, territory = locale.language, locale.script, locale.territory
    tries = [(base, script, territory), (base, script), (base, territory), (base,)]
    codes = [_ALSO_READ.get(made, made) for made in ("_".join(filter(None, parts)) for parts in tries)]
    return tuple(dict.fromkeys([*codes, SOURCE]))


@lru_cache(maxsize=256)
def _plural_rule(language: str) -> PluralRule:
    return Locale.parse(language).plural_form


def _forms(reference: Reference, key: str, language: str, formality: str) -> tuple[str, _Texts, str]:
    """Return language, texts by plural category and formality of the first wording in the chain."""
    pack = reference.derived(_pack)
    for code in chain(language):
        for said in dict.fromkeys((formality, "neutral")):
            if (code, key, said) in pack:
                return code, pack[code, key, said], said
    raise PhraseError(N_("There is no phrase {key} in the phrase pack."), key=f"{key!r:.60}")


def _pack(reference: Reference) -> Mapping[tuple[str, str, str], _Texts]:
    """Return the texts and states by plural category, by language, key and formality."""
    pack: dict[tuple[str, str, str], dict[str, tuple[str, str]]] = {}
    rows = reference.table("phrases")
    columns = (rows[name] for name in ("language", "key", "formality", "form", "text", "state"))
    for language, key, formality, form, text, state in zip(*columns, strict=True):
        pack.setdefault((language, key, formality), {})[form] = (text, state)
    return pack
