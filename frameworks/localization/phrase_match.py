"""Which phrase of Landfall's own pack says what a text of the shop says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from babel import Locale, UnknownLocaleError

from frameworks.localization.items import Item
from frameworks.localization.memory import EXACT, MOST_ALIKE, Suggestion
from frameworks.localization.phrases import KEYS, chain, phrase, phrase_forms, phrase_languages
from frameworks.localization.placeholders import find_placeholders
from frameworks.localization.plural_message import branch, plural_forms, plural_message, spoken
from frameworks.localization.scripts import plain
from frameworks.reference import Reference

_Found = tuple[str, str]
_ABROAD = dict.fromkeys(("code.zip", "code.postcode", "code.pin", "code.eircode"), "code.postal")
"""A country's own name of a thing, and what buyers who read another language have instead."""


def phrase_suggestions(
    reference: Reference, item: Item, locale: str, *, formality: str = "neutral"
) -> tuple[Suggestion, ...]:
    """Return what the phrase pack has for an item in ``locale``, as suggestions of origin ``"phrases"``.

    The item's source must be a phrase of its language but for letter case, spaces and the names of placeholders,
    which are put back; a plural message is matched by its forms and comes back with those of the other language.
    Score 100 for the same letters, 99 for another letter case. A phrase of the item's own surface goes first. No
    text of another language or script stands in for a missing one.
    """
    wanted = plain(locale)
    if wanted == plain(item.source_language):
        return ()
    found: dict[str, Suggestion] = {}
    abroad = ((_ABROAD[key], *rest) for key, *rest in _matches(reference, item) if key in _ABROAD)
    for key, source, names, argument in (*abroad, *_matches(reference, item)):
        language = phrase(reference, key, locale, formality=formality).language
        if plain(language) != wanted or not _same_script(language, locale):
            continue
        forms = phrase_forms(reference, key, locale, formality=formality)
        text = _said(forms, names, argument)
        exact = source == item.source
        found.setdefault(text, Suggestion(source, text, EXACT if exact else MOST_ALIKE, "phrases", KEYS[key].surface))
    return tuple(sorted(found.values(), key=lambda one: (one.domain != item.surface, -one.score)))


def phrase_keys(reference: Reference, item: Item) -> tuple[str, ...]:
    """Return the keys of the phrases that say what the item says, those of its own surface first."""
    keys = dict.fromkeys(key for key, _source, _names, _argument in _matches(reference, item))
    return tuple(sorted(keys, key=lambda key: KEYS[key].surface != item.surface))


def _matches(reference: Reference, item: Item) -> Iterator[tuple[str, str, Mapping[str, str], str]]:
    """Yield key, the phrase with the item's own placeholders, what stands for its names, and the plural's argument."""
    index = reference.derived(_index)
    written, base = reference.derived(_languages), plain(item.source_language)
    language = next((code for code in chain(item.source_language) if code in written and plain(code) == base), "")
    plural = plural_forms(item.source) if item.plural else None
    if plural is None:
        for key, text in index.get((language, _shape(item.source)), ()):
            if (names := _names(text, item.source)) is not None:
                yield key, _renamed(text, names), names, ""
        return
    argument, forms = plural
    said = {category: spoken(text, argument) for category, text in forms.items()}
    common = [dict(index.get((language, _shape(text)), ())) for text in said.values()]
    for key in [key for key in common[0] if all(key in hits for hits in common)]:
        names = _names(common[-1][key], list(said.values())[-1])
        counted = KEYS[key].counted
        if names is not None and counted is not None and names.get(f"{{{counted}}}") == f"{{{argument}}}":
            yield key, item.source, names, argument


def _said(forms: Mapping[str, str], names: Mapping[str, str], argument: str) -> str:
    if not argument:
        return _renamed(forms.get("any") or forms["other"], names)
    if "any" in forms:
        forms = {"other": forms["any"]}
    return plural_message(argument, {form: branch(_renamed(text, names), argument) for form, text in forms.items()})


def _index(reference: Reference) -> Mapping[tuple[str, str], Sequence[_Found]]:
    """Return key and text of all phrases, by language and shape; informal and formal wordings too."""
    rows = reference.table("phrases")
    index: dict[tuple[str, str], list[_Found]] = {}
    for key, language, text in zip(rows["key"], rows["language"], rows["text"], strict=True):
        index.setdefault((language, _shape(text)), []).append((key, text))
    return index


def _languages(reference: Reference) -> frozenset[str]:
    return frozenset(phrase_languages(reference))


def _shape(text: str) -> str:
    return " ".join(_renamed(text, {}, "{}").split()).casefold()


def _names(phrase_text: str, source: str) -> Mapping[str, str] | None:
    """Return the item's placeholder for each of the phrase's; None where two cannot be told apart."""
    theirs = [found.text for found in find_placeholders(phrase_text)]
    mine = [found.text for found in find_placeholders(source)]
    if len(theirs) != len(mine) or len(set(mine)) != len(mine) or len(set(theirs)) != len(theirs):
        return None
    return dict(zip(theirs, mine, strict=True))


def _renamed(text: str, names: Mapping[str, str], otherwise: str = "") -> str:
    parts, at = [], 0
    for found in find_placeholders(text):
        parts += [text[at : found.start], names.get(found.text, otherwise or found.text)]
        at = found.end
    return "".join([*parts, text[at:]])


def _same_script(language: str, locale: str) -> bool:
    """Say whether a text of ``language`` may stand in ``locale``: not where both name scripts and they differ."""
    if language == "zh_Hans" and "zh_Hant" in chain(locale):
        return False
    try:
        scripts = {Locale.parse(code.replace("-", "_")).script for code in (language, locale)} - {None}
    except (UnknownLocaleError, ValueError):
        return True
    return len(scripts) < 2
