"""What the Texts page does with the studio: look into files, write files, name languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from data.content import KINDS, Content, read_content, write_content
from data.samples import shop_texts
from data.studio import Filter, Outcome, Step, Studio
from frameworks.localization.items import Item, Translation
from frameworks.localization.languages import FALLBACK, main_language
from frameworks.localization.memory import Remembered
from frameworks.localization.phrases import phrase_languages
from frameworks.reference import Reference

_VARIANTS = ("de_AT", "de_CH", "en_GB", "en_IN", "es_419", "es_MX", "fr_CA", "fr_CH", "pt_BR", "pt_PT", "zh_Hans", "zh_Hant")


@dataclass(frozen=True)
class Look:
    """A file as it was read, before anything of it is kept."""

    name: str
    content: Content


def begin(studio: Studio) -> None:
    """Put the sample shop in, the first time ever."""
    if not studio.steps(1):
        studio.begin()


def look(name: str, data: bytes, locale: str | None, source_language: str = FALLBACK) -> Look:
    """Read a file. Raises ContentError for one that cannot be read. source_language: of one that does not say it."""
    return Look(name, read_content(data, name, locale=locale, source_language=source_language))


def strangers(studio: Studio, content: Content) -> tuple[Translation, ...]:
    """Return the translations of a file whose text is neither in the file nor in the studio."""
    inside = {item.key for item in content.items}
    asked = {made.key for made in content.translations} - inside
    if not asked:
        return ()
    known = {row.item.key for row in studio.list("", Filter(keys=asked), limit=len(asked)).rows}
    return tuple(made for made in content.translations if made.key in asked - known)


def take_in(studio: Studio, content: Content, by: str) -> Outcome:
    """Keep what a file holds, all or nothing, as one step. Approvals of the file do not count."""
    return studio.take_in(content.items, content.translations, by=by)


def pairs(content: Content) -> tuple[tuple[Item, Translation], ...]:
    """Return the translations of a file whose source is in it too."""
    items = {item.key: item for item in content.items}
    return tuple((items[made.key], made) for made in content.translations if made.key in items and made.text.strip())


def remember(studio: Studio, content: Content) -> int:
    """Keep a file's pairs in the translation memory, and return how many."""
    sorted_in: dict[tuple[str, str], list[Remembered]] = {}
    for item, made in pairs(content):
        kept = Remembered(item.source, made.text, item.surface, made.by, made.at)
        sorted_in.setdefault((item.source_language, made.locale), []).append(kept)
    return sum(studio.memory.remember(kept, spoken, locale) for (spoken, locale), kept in sorted_in.items())


def written(studio: Studio, kind: str, locale: str | None, approved_only: bool) -> bytes:
    """Return the file of all texts. locale: None writes every language, of a format of one the template."""
    if locale is None and not KINDS[kind].many:
        content = Content(studio.items())
    else:
        content = Content(studio.items(), studio.translations([locale] if locale else None))
    return write_content(content, kind, locale=locale, approved_only=approved_only)


def last_step(studio: Studio) -> Step | None:
    """Return the step that an undoing would take back; None without one.

    The first step ever put the sample shop in, which has a button of its own to take it out.
    """
    steps = (step for step in studio.steps(50) if not step.undone and step.action != "undo")
    return next((step for step in steps if step.number > 1), None)


def sample_keys(studio: Studio) -> tuple[str, ...]:
    """Return the keys of the sample shop's texts that are still as they came."""
    ours = {item.key: item for item in shop_texts.shop_texts()}
    rows = studio.list("", Filter(keys=tuple(ours)), limit=len(ours)).rows
    return tuple(row.item.key for row in rows if row.item == ours[row.item.key])


def options(reference: Reference) -> tuple[str, ...]:
    """Return the languages on offer: those of the phrase pack and some by country; any other can be typed."""
    ours = (code for code in phrase_languages(reference) if code != FALLBACK)
    return tuple(sorted({*ours, *_VARIANTS}))


def sources(reference: Reference, studio: Studio) -> tuple[str, ...]:
    """Return the languages that texts may be written in, those of the latest first; any other can be typed."""
    used = Counter(row.item.source_language for row in studio.list("", order="changed", limit=50).rows)
    return tuple(dict.fromkeys((*(code for code, _ in used.most_common()), FALLBACK, *options(reference))))


def offered(reference: Reference, markets: Sequence[str], chosen: Collection[str]) -> tuple[str, ...]:
    """Return the main languages of these markets, as far as the phrase pack has them, that are not chosen yet."""
    packed = phrase_languages(reference)
    spoken = (main_language(reference, market, packed).language for market in markets)
    return tuple(code for code in dict.fromkeys(spoken) if code != FALLBACK and code not in chosen)
