"""Runs the lint over a source text before it is translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from frameworks.localization.finding import SEVERITIES, Finding
from frameworks.localization.items import Item
from frameworks.localization.linting import dates, emphasis, forms, holidays, seasons, signs, units, words
from frameworks.localization.linting.registry import LINTS
from frameworks.localization.linting.subject import Subject
from frameworks.reference import Reference

FAMILIES = (words, emphasis, seasons, holidays, units, dates, forms, signs)
AT_HOME = frozenset({"gendered", "stereotype", "link_text", "shouting"})
"""What is told of a text even in the market it was written for."""
_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}
_ORDER = {key: rank for rank, key in enumerate(LINTS)}


def lint(
    source: str, market: str, *, home: str | None = None, reference: Reference, surface: str | None = None,
    language: str = "en", unchecked: bool = False, only: Iterable[str] = (),
) -> tuple[Finding, ...]:  # fmt: skip
    """Return what may travel badly to a market in a source text, the gravest first; none of it blocks.

    market:    ISO 3166 alpha-3 code. home: where the text was written; without it no culture gap is known, and
               nothing is said of tone.
    surface:   one of ``items.SURFACES``: tone is not judged in legal texts.
    language:  of the source; words are judged in English only, forms in any language.
    unchecked: also cautions written from memory.
    only:      keys of ``LINTS`` to keep, all by default.

    Each finding names the market, why, who says so and on what kind of evidence (``registry.EVIDENCE``), and has in
    ``suggestion`` what to try. Source: tables ``lint_words``, ``semiotics``, ``religion``, ``shopping_events``,
    the culture models, Unicode CLDR, libaddressinput and libphonenumber.
    """
    subject = Subject(source, market, reference, home, surface, language.split("-")[0].split("_")[0], unchecked)
    wanted = frozenset(only)
    found = [
        finding
        for family in FAMILIES
        for finding in family.look(subject)
        if (not wanted or finding.check in wanted) and (market != home or finding.check in AT_HOME)
    ]
    return tuple(sorted(found, key=lambda one: (_RANK[one.severity], _ORDER[one.check], one.start or 0)))


def lint_many(
    items: Iterable[Item], markets: Iterable[str], *, home: str | None = None, reference: Reference, unchecked: bool = False
) -> Iterator[tuple[Item, Mapping[str, tuple[Finding, ...]]]]:
    """Yield each item with what is found in it, by market; markets without findings are left out."""
    listed = tuple(markets)
    for item in items:
        found = {
            market: findings
            for market in listed
            if (
                findings := lint(
                    item.source, market, home=home, reference=reference, surface=item.surface,
                    language=item.source_language, unchecked=unchecked,
                )
            )
        }  # fmt: skip
        yield item, found
