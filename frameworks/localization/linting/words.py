"""Finds words and phrases that travel badly: table ``lint_words``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from frameworks.culture.gaps import Gap
from frameworks.labels import N_, Sentence
from frameworks.localization.finding import Finding
from frameworks.localization.linting.subject import Subject
from frameworks.reference import Reference

TONE = frozenset({"hard_sell", "superlative", "casual", "individual", "direct", "playful"})
_LETTER = r"[^\W_]"
_WORD = re.compile(r"[^\W_]+")
_KEY = 4
"""Letters of the first word that phrases are kept by; a word that * ends has as many."""


@dataclass(frozen=True)
class Phrase:
    """A row of the table. gaps: (model, dimension, 1 or -1) of which one must be there, none for always."""

    family: str
    severity: str
    why: str
    advice: str
    evidence: str
    source: str
    year: int
    skip_in: frozenset[str]
    gaps: tuple[tuple[str, str, int], ...]


def look(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each phrase of the table; tone words only where a culture gap from home speaks against them."""
    if subject.language != "en":
        return
    for start, end, phrase in phrases_in(subject.reference, subject.text):
        if _fine(phrase, subject):
            continue
        why = Sentence(phrase.why)
        if not phrase.gaps:
            told = Sentence(N_("{words}: {why}"), words=subject.said(start, end), why=why)
            yield subject.finding(
                phrase.family, told, start, end, suggestion=phrase.advice, severity=phrase.severity,
                source=phrase.source, evidence=phrase.evidence, year=phrase.year,
            )  # fmt: skip
        elif gap := wanted_gap(subject, phrase.gaps):
            yield tone_finding(subject, phrase.family, (start, end), why, phrase.advice, gap)


def phrases_in(reference: Reference, text: str) -> tuple[tuple[int, int, Phrase], ...]:
    """Return the phrases of the table in a text with their places, the longest where several begin together."""
    table = reference.derived(_compiled)
    found: list[tuple[int, int, Phrase]] = []
    for word in {"#"} | {word.casefold() for word in _WORD.findall(text)}:
        for pattern, phrase in table.get(word[:_KEY], ()):
            found += [(*hit.span(), phrase) for hit in pattern.finditer(text)]
    found.sort(key=lambda one: (one[0], -one[1]))
    kept: list[tuple[int, int, Phrase]] = []
    for one in found:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return tuple(kept)


def wanted_gap(subject: Subject, wanted: tuple[tuple[str, str, int], ...]) -> Gap | None:
    """Return the largest gap between home and market among those wanted, None where there is none."""
    for gap in subject.gaps:
        if (gap.model.key, gap.dimension.code, 1 if gap.size > 0 else -1) in wanted:
            return gap
    return None


def tone_finding(
    subject: Subject, family: str, span: tuple[int, int], why: Sentence, advice: str, gap: Gap
) -> Finding:
    """Return a finding that names the gap that calls for it, and the published finding that goes with the gap."""
    higher = gap.size > 0
    told = N_("{words}: {why} {dimension} is {size} world standard deviations {way} than at home. {advice}")
    study = _study(subject.reference, gap)
    message = Sentence(
        told, words=subject.said(*span), why=why, dimension=Sentence(gap.dimension.name), size=f"{abs(gap.size):.1f}",
        way=Sentence(N_("higher") if higher else N_("lower")), advice=Sentence(study["advice"] if study else gap.sentence),
    )  # fmt: skip
    model = f"{gap.model.title} (contested scale)" if gap.dimension.contested else gap.model.title
    return subject.finding(
        family, message, *span, suggestion=advice, source=f"{study['source']}; {model}" if study else model,
        evidence="study" if study else "statistics", year=study["year"] if study else gap.years[1],
    )  # fmt: skip


def _fine(phrase: Phrase, subject: Subject) -> bool:
    skip = phrase.skip_in
    if subject.market in skip or ("en" in skip and subject.english) or ("rtl_only" in skip and not subject.right_to_left):
        return True
    if phrase.family in TONE and subject.surface == "legal":
        return True  # a contract says must and may not
    return phrase.family == "place" and subject.market == subject.home


def _compiled(reference: Reference) -> dict[str, list[tuple[re.Pattern[str], Phrase]]]:
    """The patterns by the first letters of their first word: most texts then need a handful of them."""
    found: dict[str, list[tuple[re.Pattern[str], Phrase]]] = {}
    for row in reference.table("lint_words").to_dict("records"):
        phrase = Phrase(
            row["family"], row["severity"], row["why"], row["advice"], row["evidence"], row["source"], int(row["year"]),
            frozenset(filter(None, row["skip_in"].split("|"))), tuple(map(gap_wanted, filter(None, row["gap"].split("|")))),
        )  # fmt: skip
        for words in row["words"].split("|"):
            first = _WORD.match(words)
            key = first[0].casefold()[:_KEY] if first and not words.startswith("#_") else "#"
            pattern = re.compile(rf"(?<![^\W_])(?<!&){expression(words)}", re.IGNORECASE)
            found.setdefault(key, []).append((pattern, phrase))
    return found


def gap_wanted(text: str) -> tuple[str, str, int]:
    """Return model, dimension and sign of a gap as the table writes it.

    >>> gap_wanted("hofstede.uai+")
    ('hofstede', 'uai', 1)
    """
    model, _, dimension = text[:-1].partition(".")
    return model, dimension, 1 if text.endswith("+") else -1


def expression(words: str) -> str:
    """Return the regular expression of a phrase of the table.

    ``*`` ends any word, ``_`` stands for up to three words, ``#_`` for a number; a space also for a hyphen.
    """
    parts = []
    for piece in re.findall(r"#_|_|\*|\s+|[^#_*\s]+|#", words):
        if piece == "#_":
            parts.append(r"\d{1,6}[\s-]{0,3}(?:[^\W_]{1,20}\s{1,3})?")
        elif piece == "_":
            parts.append(r"(?:\s{1,3}[\w'-]{1,30}){0,3}?\s{1,3}")
        elif piece == "*":
            parts.append(_LETTER + "{0,20}")
        else:
            parts.append(r"[\s-]{1,4}" if piece.isspace() else re.escape(piece))
    return "".join(parts) + r"(?![^\W_])"


def _study(reference: Reference, gap: Gap) -> dict | None:
    """The published advice for this end of the dimension: read ones on marketing or sales first."""
    found = reference.derived(_studies).get((gap.model.key, gap.dimension.code, "high" if gap.size > 0 else "low"))
    return found[0] if found else None


def _studies(reference: Reference) -> dict[tuple[str, str, str], list[dict]]:
    works = reference.table("implication_sources").dropna(subset="year")
    years = {row.source: int(row.year) for row in works.itertuples(index=False)}
    order = ("marketing", "sales")
    found: dict[tuple[str, str, str], list[dict]] = {}
    for row in reference.table("implications").to_dict("records"):
        if row["checked"] == "yes" and row["function"] in order and row["strength"] in ("study", "meta-analysis"):
            row = {**row, "year": max((years[one] for one in row["source"].split("|") if one in years), default=None)}
            found.setdefault((row["model"], row["dimension"], row["pole"]), []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: order.index(row["function"]))
    return found
