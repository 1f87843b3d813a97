"""Texts as an Application Resource Bundle: one language a file, what is known of a text beside it.

Source: the ARB specification, github.com/google/app-resource-bundle (``@@locale``, ``@key`` with description,
source_text and placeholders, own attributes with ``x-``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from data.content.gathering import Gathering
from data.content.model import Content, about_item, about_translation
from frameworks.labels import N_, Sentence
from frameworks.localization.items import ContentError, Item, locale_code

_ITEM, _TRANSLATION, _KEY, _MISSING = "x-landfall", "x-landfall-translation", "x-landfall-key", "@@x-landfall-missing"


def write_arb(content: Content, locale: str | None) -> bytes:
    """Return the texts of ``locale``, each with its source; of None the sources.

    Items without a translation stand apart, so that no program takes them for texts.
    """
    spoken = content.items[0].source_language if content.items else "en"
    told: dict[str, Any] = {"@@locale": locale or spoken}
    missing = []
    for item in content.items:
        translation = content.by_key.get((item.key, locale)) if locale else None
        about = _about(item, with_source=locale is not None)
        if locale and translation is None:
            missing.append({"key": item.key, **about})
            continue
        name = item.key
        if name.startswith("@"):
            name, about[_KEY] = f"x{name}", name
        if translation is not None:
            about[_TRANSLATION] = about_translation(translation)
        told[name] = translation.text if translation is not None else item.source
        told[f"@{name}"] = about
    if missing:
        told[_MISSING] = missing
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"


def read_arb(found: Any, name: str, gathering: Gathering, locale: str | None) -> None:
    """Take in a bundle; without a language of its own, of its attributes or its name it is in the source language."""
    if not isinstance(found, dict):
        raise ContentError(N_("{name} holds no texts by key."), name=name)
    said = found.get("@@locale")
    language = locale_code(said) if isinstance(said, str) else locale or gathering.source_language
    for resource, text in found.items():
        if resource.startswith("@"):
            continue
        about = _mapping(found.get(f"@{resource}"))
        key = str(about.get(_KEY) or resource)
        place = Sentence(N_("Member {key}"), key=f"“{key:.60}”")
        if not isinstance(text, str):
            gathering.problem(place, Sentence(N_("It is no text and was left out.")))
            continue
        source = about.get("source_text")
        if isinstance(source, str):
            key = _item(place, key, source, about, gathering)
        elif language == gathering.source_language or _ITEM in about:
            _item(place, key, text, about, gathering)
            continue
        if key:
            translated = {name: str(value) for name, value in _mapping(about.get(_TRANSLATION)).items()}
            gathering.translation(place, key, language, text, translated, source if isinstance(source, str) else None)
    rest = found.get(_MISSING)
    for about in rest if isinstance(rest, list) else []:
        about = _mapping(about)
        key = str(about.get("key", ""))
        _item(Sentence(N_("Member {key}"), key=f"“{key:.60}”"), key, str(about.get("source_text", "")), about, gathering)


def _about(item: Item, with_source: bool) -> dict[str, Any]:
    about: dict[str, Any] = {"description": item.context} if item.context else {}
    if with_source:
        about["source_text"] = item.source
    named = [found.strip("{}") for found in item.placeholders if found.startswith("{")]
    if named:
        about["placeholders"] = {name: {} for name in named}
    return {**about, _ITEM: about_item(item)}


def _item(place: Sentence, key: str, source: str, about: Mapping[str, Any], gathering: Gathering) -> str:
    said = {name: str(value) for name, value in _mapping(about.get(_ITEM)).items()}
    if not said and source.lstrip().startswith("{") and ", plural," in source:
        said["plural"] = "yes"
    return gathering.item(place, key, source, str(about.get("description", "")), said)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
