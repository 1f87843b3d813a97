"""Words for payments that several components use: classes, gates, reasons, how sure a mix is."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from components.words import _, list_text, market_name, number, percent, said
from frameworks.labels import N_, Sentence
from frameworks.payments.gates import GATE_NAMES
from frameworks.payments.methods import CLASS_NAMES, TYPE_NAMES
from frameworks.payments.mix import MEASURES, Mix

GRADES: Mapping[str, str] = {
    "A": N_("Firm: nearly all of what is paid is parted by a sure and recent source."),
    "B": N_("Fair: most of what is paid is parted by a fair and recent source, or less of it by a sure one."),
    "C": N_("Thin: the figures are partial, old or not about what is spent."),
    "D": N_("A hint: the figures are partial as well as old, unsure, not about what is spent, or a region’s."),
}
_MARKS: Mapping[str, str] = {
    "old": N_("the figures are more than three years older than the newest"),
    "partial": N_("part of what is paid is not published"),
    "measure": N_("they do not measure what is spent"),
    "region": N_("they are a region’s"),
    "unchecked": N_("they are unchecked"),
}
AVAILABLE: Mapping[str, str] = {"yes": N_("available"), "unknown": N_("unknown"), "no": N_("not available")}


def class_name(code: str) -> str:
    """Return the name of a payment class."""
    return _(CLASS_NAMES.get(code, code))


def type_name(code: str) -> str:
    """Return what kind of method it is."""
    return _(TYPE_NAMES.get(code, code))


def gate_name(code: str) -> str:
    """Return the name of a gate."""
    return _(GATE_NAMES.get(code, code))


def measure_name(code: str) -> str:
    """Return what a share is a share of."""
    return _(MEASURES.get(code, code))


def reason_text(reason: Sentence) -> str:
    """Return a verdict's reason with countries by name."""
    values = {name: market_name(str(v)) if name == "country" else v for name, v in reason.values.items()}
    return said(Sentence(reason.template, **values))


def provider_text(codes: tuple[str, ...], names: Mapping[str, str]) -> str:
    """Return providers by name, joined as a sentence would."""
    return list_text([names.get(code, code) for code in codes])


def grade(mix: Mix) -> str:
    """Return the badge of how sure a mix is, explained to pointer and screen reader."""
    label = _("Confidence {grade}. {meaning}").format(grade=mix.grade, meaning=_(GRADES[mix.grade]))
    return (
        f'<span class="lf-grade lf-grade-{mix.grade.lower()}" role="img" title="{escape(label)}"'
        f' aria-label="{escape(label)}">{mix.grade}</span>'
    )


def grade_text(mix: Mix) -> str:
    """Return how sure a mix is, in words, and what lowers it here."""
    text = _(GRADES[mix.grade])
    why = list_text([_(_MARKS[mark]) for mark in mix.marks if mark in _MARKS])
    return f"{text} {_('Here: {reasons}.').format(reasons=why)}" if why else text


def range_text(low: float, high: float) -> str:
    """Return a range of points, ``71–94``; one figure where both ends are shown alike."""
    ends = (number(low, 0), number(high, 0))
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def share_text(share: float) -> str:
    """Return a share of 0 to 1; never 0 % for what is there."""
    return percent(share, 1) if 0 < share < 0.095 else percent(share)
