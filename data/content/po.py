"""Texts as gettext catalogues, by polib: the key as the context, ours in a comment, all but approved texts fuzzy."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from data.content.gathering import Gathering
from data.content.model import Content, about_item, about_translation
from data.content.po_plurals import categories_of, header_of
from data.content.table import key_of
from frameworks.labels import N_, Sentence
from frameworks.localization.items import ContentError, Item, Translation, locale_code
from frameworks.localization.placeholders import find_placeholders
from frameworks.localization.plural_message import branch, plural_forms, plural_message, spoken

if TYPE_CHECKING:
    from polib import POEntry

MARK = "landfall: "
_OURS = re.compile(r"^landfall:\s", re.MULTILINE)
_UNBROKEN = 60
"""Characters of a comment that no program breaks."""
_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:\-]{1,40})")
_ENCODINGS = re.compile(r"(?i)(utf-?8|us-ascii|ascii|iso-?8859-\d{1,2}|windows-125\d|cp125\d|shift_jis|euc-jp|gb2312|gbk"
                        r"|gb18030|big5|koi8-r)\Z")  # fmt: skip


def declared(data: bytes) -> str | None:
    """Return the encoding that a catalogue says it is in, None for one that we do not read."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode() if found and _ENCODINGS.match(found[1].decode()) else None


def write_po(content: Content, locale: str | None) -> bytes:
    """Return a catalogue of ``locale``; of None a template without translations."""
    import polib

    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Project-Id-Version": "Landfall", "Language": locale or "", "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": header_of(locale or "en"),
    }  # fmt: skip
    for item in content.items:
        catalogue.append(_entry(item, content.by_key.get((item.key, locale)) if locale else None, locale or "en"))
    return (str(catalogue) + "\n").encode()


def read_po(text: str, name: str, gathering: Gathering, locale: str | None) -> None:
    """Take in a catalogue. locale: its language where its header says none.

    Raises ContentError with the line of a catalogue that is none.
    """
    import polib

    # polib takes a text that is the path of a file for the file.
    if "msgid" not in text or "\n" not in text.strip():
        raise ContentError(N_("{name} is no PO catalogue."), name=name)
    try:
        catalogue = polib.pofile(text.replace("\r\n", "\n"), encoding="utf-8")
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError) as fault:
        line = re.search(r"line (\d+)", str(fault))
        told = N_("{name} is no PO catalogue: line {line} cannot be read.")
        raise ContentError(told, name=name, line=int(line[1]) if line else 0) from None
    said = str(catalogue.metadata.get("Language", "")).strip()
    language = locale_code(said) if said else locale
    forms = categories_of(str(catalogue.metadata.get("Plural-Forms", "")), language or gathering.source_language)
    seen: dict[str, int] = {}
    for entry in catalogue:
        if not entry.obsolete:
            _read_entry(entry, language, forms, gathering, seen)


def _entry(item: Item, translation: Translation | None, locale: str) -> POEntry:
    import polib

    about = {**about_item(item)}
    visible = item.context if _survives(item.context) else ""
    if visible != item.context:
        about["context"] = item.context
    entry = polib.POEntry(msgctxt=item.key, msgid=item.source, msgstr=translation.text if translation else "")
    said = about_translation(translation) if translation else {}
    plural = _plural(item, translation, locale) if item.plural else None
    if plural is not None:
        entry.msgid, entry.msgid_plural, entry.msgstr_plural, about["argument"], more = plural
        entry.msgstr = ""
        if more:
            said["forms"] = json.dumps(more, ensure_ascii=False)
    told = _unbroken({"text": about, **({"translation": said} if said else {})})
    entry.comment = f"{visible}\n{MARK}{told}" if visible else MARK + told
    entry.flags = [*(["fuzzy"] if translation and translation.state != "approved" else []), *_formats(item.source)]
    return entry


def _plural(
    item: Item, translation: Translation | None, locale: str
) -> tuple[str, str, dict[int, str], str, dict[str, str]] | None:
    """Return singular, plural, forms, argument and what gettext has no form for; None where something would be lost."""
    source = plural_forms(item.source)
    if source is None or set(source[1]) != {"one", "other"}:
        return None
    argument, texts = source
    one, other = spoken(texts["one"], argument), spoken(texts["other"], argument)
    if not one or _source_message(argument, one, other) != item.source:
        return None
    categories = categories_of(header_of(locale), locale)
    if translation is None:
        return one, other, {form: "" for form in range(len(categories))}, argument, {}
    target = plural_forms(translation.text)
    if target is None or target[0] != argument:
        return None
    forms = {form: spoken(target[1].get(category, ""), argument) for form, category in enumerate(categories)}
    more = {category: text for category, text in target[1].items() if category not in categories}
    if not all(forms.values()) or _target_message(argument, forms, categories, more) != translation.text:
        return None
    return one, other, forms, argument, more


def _source_message(argument: str, one: str, other: str) -> str:
    return plural_message(argument, {"one": branch(one, argument), "other": branch(other, argument)})


def _target_message(argument: str, forms: dict[int, str], categories: tuple[str, ...], more: dict[str, str]) -> str:
    told = {categories[form]: branch(text, argument) for form, text in forms.items() if form < len(categories)}
    told |= more
    if "other" not in told:
        told["other"] = branch(forms[max(forms)], argument)
    return plural_message(argument, told)


def _read_entry(
    entry: POEntry, language: str | None, categories: tuple[str, ...], gathering: Gathering, seen: dict[str, int]
) -> None:
    place = Sentence(N_("Line {number}"), number=entry.linenum or 0)
    visible, about, said = _told(entry.comment or "")
    key = entry.msgctxt or ""
    if not about:
        visible = "\n".join(filter(None, (visible, entry.tcomment)))
        key = key or key_of(entry.msgid)
        seen[key] = seen.get(key, 0) + 1
        key = key if seen[key] == 1 else f"{key}_{seen[key]}"
    source, text = entry.msgid, entry.msgstr
    if entry.msgid_plural:
        argument = about.get("argument") or _argument(entry.msgid_plural)
        source = _source_message(argument, entry.msgid, entry.msgid_plural)
        about = {**about, "plural": "yes"}
        forms = {int(form): str(spoken_) for form, spoken_ in entry.msgstr_plural.items()}
        text = ""
        if any(forms.values()):
            text = _target_message(argument, forms, categories, _strings(said.get("forms", "")))
    key = gathering.item(place, key, source, about.get("context", visible), about)
    if key and language and (text or "origin" in said):
        fuzzy = "fuzzy" in entry.flags
        if "origin" not in said:
            said = {"state": "draft" if fuzzy else "needs_review"}
        elif said.get("state") == "approved" and fuzzy:
            said = {"state": "needs_review"}
        gathering.translation(place, key, language, text, said, source)


def _told(comment: str) -> tuple[str, dict[str, str], dict[str, str]]:
    """Return the visible comment and what Landfall's line says of item and translation."""
    found = list(_OURS.finditer(comment))
    if not found:
        return comment, {}, {}
    visible, line = comment[: found[-1].start()], comment[found[-1].end() :]
    try:
        told = json.loads("".join(line.split()))
        return visible.removesuffix("\n"), _only_strings(told.get("text")), _only_strings(told.get("translation"))
    except (ValueError, AttributeError, RecursionError):
        return comment, {}, {}


def _strings(line: str) -> dict[str, str]:
    try:
        return _only_strings(json.loads(line)) if line else {}
    except (ValueError, RecursionError):
        return {}


def _only_strings(found: object) -> dict[str, str]:
    if not isinstance(found, dict):
        return {}
    return {str(name): value for name, value in found.items() if isinstance(value, str)}


def _argument(plural: str) -> str:
    """Return the name of the number in a plural text: its only {name}, else count."""
    named = [found.text[1:-1] for found in find_placeholders(plural) if found.kind == "brace"]
    return named[0] if len(named) == 1 and named[0].isidentifier() else "count"


def _formats(source: str) -> list[str]:
    kinds = {found.kind for found in find_placeholders(source)}
    named = "%(" in source
    return [
        *(["python-brace-format"] if "brace" in kinds else []),
        *(["python-format" if named else "c-format"] if "printf" in kinds else []),
    ]


def _unbroken(told: object) -> str:
    """Return JSON without a blank, so that it outlives programs that break long comments anew."""
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return "".join(f"\\u{ord(sign):04x}" if sign.isspace() or sign == "-" else sign for sign in written)


def _survives(context: str) -> bool:
    """Whether a comment comes out of a catalogue as it went in, also where its lines are broken anew."""
    lines = context.split("\n")
    return MARK not in context and all(line == line.strip() and 0 < len(line) <= _UNBROKEN for line in lines)
