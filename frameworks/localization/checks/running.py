"""Runs the checks over one translation or over many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from frameworks.localization.checks import (
    consistency,
    currency,
    dates,
    figures,
    formality,
    identity,
    length,
    marks,
    markup,
    meaning,
    messages,
    places,
    spacing,
    terms,
    units,
    words,
    writing,
)
from frameworks.localization.checks.pair import LONGEST, Pair
from frameworks.localization.checks.registry import CHECKS
from frameworks.localization.finding import SEVERITIES, Finding
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item, Translation
from frameworks.localization.layout import Overrun
from frameworks.reference import Reference

FAMILIES = (
    words, places, messages, markup, figures, units, dates, currency, marks, spacing, terms, length, writing,
    formality, identity, meaning, consistency,
)  # fmt: skip
_MOST = 20
"""Findings of one family that are shown; a text with more needs to be written anew."""
_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}
_ORDER = {key: rank for rank, key in enumerate(CHECKS)}


@dataclass(frozen=True)
class Checked:
    """What a run over many translations found.

    findings:  by (key, locale), only those with findings.
    done:      translations looked at, of ``total``.
    cancelled: whether the run was stopped; what was found until then holds.
    """

    findings: Mapping[tuple[str, str], tuple[Finding, ...]]
    done: int
    total: int
    cancelled: bool = False


def check(
    source: str, target: str, locale: str, *, item: Item | None = None, glossary: Iterable[Term] = (),
    reference: Reference | None = None, others: Iterable[tuple[str, str]] = (), register: str = "",
    only: Iterable[str] = (), overruns: Iterable[Overrun] = (),
) -> tuple[Finding, ...]:  # fmt: skip
    """Return what should be looked at in a translation, the gravest first.

    item:      gives source language, most columns and whether it is a plural message; English without it.
    glossary:  terms of the team; those of other locales are left aside.
    reference: carries the measured growth of texts; without it the length is not judged.
    others:    (source, translation) of the other texts in this locale: for consistency, and for the form of
               address unless ``register`` (``"formal"`` or ``"informal"``) says it.
    only:      keys of checks to keep, all by default.
    overruns:  where a browser saw this very text not fit.

    >>> [finding.check for finding in check("Free returns within 30 days.", "Kostenlose Rückgabe in 14 Tagen.", "de")]
    ['numbers']
    """
    others = tuple(others)
    register = register or (formality.usual((text for _source, text in others), locale) if others else "")
    held = tuple(term for term in glossary if term.holds_in(locale))
    known = consistency.by_source(others) if others else None
    findings = checked(Pair(source[:LONGEST], target[:LONGEST], locale, item, held, reference, known, register,
                             tuple(overruns)))  # fmt: skip
    wanted = frozenset(only)
    return tuple(finding for finding in findings if finding.check in wanted) if wanted else findings


def checked(pair: Pair) -> tuple[Finding, ...]:
    """Return what the checks find in a pair that was made ready, the gravest first."""
    findings = [finding for family in FAMILIES for finding in islice(family.check(pair), _MOST)]
    if len(findings) > 1:
        findings.sort(key=lambda finding: (_RANK[finding.severity], _ORDER[finding.check], finding.start or 0))
    return tuple(findings)


def check_many(
    texts: Sequence[tuple[Item, Translation]], *, glossary: Iterable[Term] = (), reference: Reference | None = None,
    registers: Mapping[str, str] | None = None, others: Sequence[tuple[Item, Translation]] | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None, every: int = 500,
    overruns: Mapping[tuple[str, str], Sequence[Overrun]] | None = None,
) -> Checked:  # fmt: skip
    """Check many translations, each against the others of its locale too.

    texts:     items with their translations, in any order.
    registers: how the team speaks to buyers, by locale; else what most texts of the locale do.
    others:    what they are compared with where ``texts`` are only some of a locale's; by default ``texts``.
    progress:  told (done, total) after each ``every`` translations and at the end.
    cancelled: asked as often; True stops the run.
    overruns:  by (key, locale), where a browser saw that very text not fit.
    """
    by_locale: dict[str, list[tuple[Item, Translation]]] = defaultdict(list)
    for item, translation in texts:
        by_locale[translation.locale].append((item, translation))
    glossary, findings, done, total = tuple(glossary), {}, 0, len(texts)
    for locale, mine in by_locale.items():
        beside = mine if others is None else [pair for pair in others if pair[1].locale == locale]
        known = consistency.by_source((item.source, translation.text) for item, translation in beside)
        register = (registers or {}).get(locale) or formality.usual((text.text for _item, text in mine), locale)
        held = tuple(term for term in glossary if term.holds_in(locale))
        for item, translation in mine:
            if done % every == 0 and done:
                if progress is not None:
                    progress(done, total)
                if cancelled is not None and cancelled():
                    return Checked(findings, done, total, cancelled=True)
            pair = Pair(
                item.source[:LONGEST], translation.text[:LONGEST], locale, item, held, reference, known, register,
                tuple((overruns or {}).get((item.key, locale), ())),
            )
            if seen := checked(pair):
                findings[(item.key, locale)] = seen
            done += 1
    if progress is not None:
        progress(done, total)
    return Checked(findings, done, total)
