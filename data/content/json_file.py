"""Texts as JSON: everything in one file, or the plain key and text of one language that shops read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from data.content.gathering import Gathering
from data.content.model import Content, about_item, about_translation
from frameworks.labels import N_, Sentence
from frameworks.localization.items import ContentError, locale_code

MARK = "landfall"
"""The member that tells Landfall's own file, with the version of its shape."""
_DEPTH = 20


def write_json(content: Content, locales: tuple[str, ...]) -> bytes:
    """Return items and translations with all that is known of them."""
    kept = set(locales)
    told = {
        MARK: 1,
        "items": [
            {"key": item.key, "source": item.source, "context": item.context, **about_item(item)} for item in content.items
        ],
        "translations": [
            {"key": one.key, "locale": one.locale, "text": one.text, **about_translation(one)}
            for one in content.translations
            if one.locale in kept
        ],
    }
    return _written(told)


def write_flat(content: Content, locale: str | None) -> bytes:
    """Return key and text: of ``locale`` what is there, rejected and stale texts left out; of None the sources."""
    if locale is None:
        return _written({item.key: item.source for item in content.items})
    return _written({
        one.key: one.text for one in content.translations if one.locale == locale and one.state not in ("rejected", "stale")
    })  # fmt: skip


def loaded(text: str, name: str) -> Any:
    """Return what a JSON text holds. Raises ContentError with the line where it breaks."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as fault:
        told = N_("{name} is no JSON: line {line}, column {column}: {reason}.")
        raise ContentError(told, name=name, line=fault.lineno, column=fault.colno, reason=fault.msg) from None
    except (ValueError, RecursionError):
        raise ContentError(N_("{name} is nested too deeply or holds a number too long."), name=name) from None


def read_json(found: Any, name: str, gathering: Gathering, locale: str | None) -> None:
    """Take in Landfall's own file, a file by key, or one with a member per locale.

    locale: the language of a file by key; None is the source language.
    """
    if isinstance(found, dict) and MARK in found and isinstance(found.get("items"), list):
        _read_own(found, gathering)
        return
    if not isinstance(found, dict | list):
        raise ContentError(N_("{name} holds no texts by key."), name=name)
    by_locale = _by_locale(found)
    if by_locale is None:
        _read_flat(found, gathering, locale)
        return
    for code, texts in sorted(by_locale.items(), key=lambda part: part[0] != gathering.source_language):
        _read_flat(texts, gathering, code)


def _read_own(found: Mapping[str, Any], gathering: Gathering) -> None:
    for number, record in enumerate(found["items"], start=1):
        place = Sentence(N_("Text {number}"), number=number)
        said = _texts(record)
        gathering.item(place, said.get("key", ""), said.get("source", ""), said.get("context", ""), said)
    translations = found.get("translations")
    for number, record in enumerate(translations if isinstance(translations, list) else [], start=1):
        place = Sentence(N_("Translation {number}"), number=number)
        said = _texts(record)
        gathering.translation(place, said.get("key", ""), said.get("locale", ""), said.get("text", ""), said)


def _read_flat(found: Any, gathering: Gathering, locale: str | None) -> None:
    for key, value in _leaves(found, "", 0):
        place = Sentence(N_("Member {key}"), key=f"“{key:.60}”")
        if not isinstance(value, str):
            if value is not None:
                gathering.problem(place, Sentence(N_("It is no text and was left out.")))
        elif locale is None or locale == gathering.source_language:
            gathering.item(place, key, value)
        else:
            gathering.translation(place, key, locale, value)


def _leaves(found: Any, prefix: str, depth: int) -> Iterator[tuple[str, Any]]:
    members = found.items() if isinstance(found, dict) else enumerate(found)
    for name, value in members:
        key = f"{prefix}.{name}" if prefix else str(name)
        if isinstance(value, dict | list):
            if depth < _DEPTH:
                yield from _leaves(value, key, depth + 1)
        else:
            yield key, value


def _by_locale(found: Any) -> dict[str, Any] | None:
    """Return the members by locale, None where the outermost names are no languages."""
    if not isinstance(found, dict) or not found or not all(isinstance(value, dict) for value in found.values()):
        return None
    codes = {}
    for name, value in found.items():
        code = known_locale(name)
        if code is None:
            return None
        codes[code] = value
    return codes


def known_locale(name: str) -> str | None:
    """Return the code of a language that Babel knows, None for any other word.

    >>> known_locale("pt-BR"), known_locale("cart")
    ('pt_BR', None)
    """
    from babel import localedata

    try:
        code = locale_code(name)
    except ContentError:
        return None
    return code if localedata.exists(code.split("_")[0]) else None


def _texts(record: Any) -> dict[str, str]:
    if not isinstance(record, dict):
        return {}
    return {name: str(value) for name, value in record.items() if isinstance(value, str | int) and value is not False}


def _written(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"
