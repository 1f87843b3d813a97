"""The comparison of a shortlist in the visitor's language, as one document."""

from __future__ import annotations

from collections.abc import Mapping

from components import brief_closing_words, evidence
from components.brief_words import RIGHT_TO_LEFT, STANDING_NOTE
from components.words import (
    MISSING,
    _,
    compact,
    date_text,
    language,
    language_name,
    list_text,
    market_name,
    ngettext,
    number,
    percent,
    source_text,
)
from frameworks.culture.guidance import FUNCTIONS
from frameworks.report.brief import Brief
from frameworks.report.comparison import Comparison
from frameworks.report.document import Amount, Bar, Bars, Document, Point, Points, Section, Table, Text
from frameworks.report.sources import merged
from frameworks.scoring.matrix import NAMES


def document(found: Comparison, sources: Mapping[str, evidence.Source]) -> Document:
    """Return the shortlist side by side.

    sources: the reference tables' own sources by table name.
    """
    first = found.briefs[0]
    code = language()
    cited = merged(one for brief in found.briefs for one in brief.sources)
    count = len(found.briefs)
    return Document(
        kind="comparison", eyebrow=_("Shortlist, as seen from {home}").format(home=market_name(first.home)),
        title=ngettext("{count} market to enter", "{count} markets side by side", count).format(count=count),
        lead=_lead(found), chip="", tone="",
        sections=(
            Section("standing", _("Where they stand"), (_standing(found),), True),
            Section("entering", _("What entering takes"), (_entering(found),), True),
            Section("order", _("How firm is the order?"), _order(found)),
            Section("first", _("What to test first"), (_first(found), Text(_(STANDING_NOTE), "note"))),
            Section("sources", _("Sources"), (Points(brief_closing_words.source_points(cited, sources)),), True),
        ),
        foot=brief_closing_words.foot(first), language=code, created=first.today.isoformat(),
        rtl=code.split("_")[0] in RIGHT_TO_LEFT,
    )  # fmt: skip


def _lead(found: Comparison) -> str:
    best = found.briefs[0]
    name = market_name(best.market)
    if best.verdict.rank is None:
        return _("None of these markets has an overall score.")
    unclear = [order for order in found.orders if not order.clear]
    if len(found.orders) and len(unclear) == len(found.orders):
        return _("{market} ranks highest, but no two neighbours stand in clear order.").format(market=name)
    return _("{market} ranks highest of them, {rank} of {count} markets.").format(
        market=name, rank=number(best.verdict.rank, 0), count=number(best.verdict.ranked, 0)
    )


def _standing(found: Comparison) -> Table:
    head = (
        _("Market"), _("Quadrant"), _("Stays there"), _("Rank"), _("Nine of ten draws"), _("In top 3"),
        _("Affinity"), _("Band"), _("Confidence"), _("Potential"), _("Band"),
    )  # fmt: skip
    widths = (2.6, 1.7, 1.4, 1, 1.8, 1.4, 1.2, 1.6, 1.7, 1.3, 1.6)
    return Table(head, tuple(_row(one) for one in found.briefs), widths, (3, 4, 5, 6, 7, 9, 10))


def _row(one: Brief) -> tuple[str, ...]:
    it = one.verdict
    return (
        market_name(one.market), _(NAMES[it.quadrant]),
        MISSING if it.share is None else Amount(evidence.chance(it.share), it.share),
        Amount(number(it.rank, 0), it.rank), _band(it.rank_low, it.rank_high, 0),
        MISSING if it.p_top3 is None else Amount(evidence.chance(it.p_top3), it.p_top3),
        Amount(number(it.affinity.score), it.affinity.score), _band(it.affinity.low, it.affinity.high),
        it.confidence, Amount(number(it.potential.score), it.potential.score),
        _band(it.potential.low, it.potential.high),
    )  # fmt: skip


def _band(low: float | None, high: float | None, digits: int = 1) -> str:
    return MISSING if low is None or high is None else f"{number(low, digits)}–{number(high, digits)}"


def _entering(found: Comparison) -> Table:
    head = (
        _("Market"), _("Payment fit"), _("Payment to add first"), _("Language to serve first"), _("Reached today"),
        _("Tax"), _("Rules known"), _("Next date to sell around"),
    )  # fmt: skip
    return Table(head, tuple(_entry(one) for one in found.briefs), (2, 1.2, 2.2, 2.4, 1.3, 0.9, 1.1, 3))


def _entry(one: Brief) -> tuple[str, ...]:
    entry = one.entry
    useful = entry.payments.useful
    tax = entry.tax.standard if entry.tax else None
    spoken = next((each for each in one.speakers.languages if not each.served), None)
    selling = next((event for event in entry.events if event.kind != "public_holiday"), None)
    return (
        market_name(one.market), _band(entry.payments.low, entry.payments.high, 0),
        _first_of(useful[0].names) if useful else MISSING,
        _spoken(spoken.code, spoken.people) if spoken else MISSING,
        MISSING if one.speakers.served is None else Amount(percent(one.speakers.served), one.speakers.served),
        MISSING if tax is None else Amount(percent(tax / 100, 0 if float(tax).is_integer() else 1), tax / 100),
        Amount(number(len(entry.duties), 0), len(entry.duties)),
        f"{date_text(selling.start)} {_(selling.name)}" if selling else MISSING,
    )  # fmt: skip


def _spoken(code: str, people: float | None) -> str:
    """Return a language with how many people it reaches, where they are counted."""
    name, told = language_name(code), compact(people)
    return name if told == MISSING else _("{language} ({people} people)").format(language=name, people=told)


def _first_of(names: tuple[str, ...]) -> str:
    """Return one or two names, and how many more there are."""
    more = len(names) - 2
    rest = [ngettext("{count} more", "{count} more", more).format(count=more)] if more > 0 else []
    return list_text([*names[:2], *rest])


def _order(found: Comparison) -> tuple[Bars | Text, ...]:
    if not found.orders:
        return (Text(_("It takes two ranked markets to compare.")),)
    bars = tuple(
        Bar(
            _("{market} before {other}").format(market=market_name(one.market), other=market_name(one.other)),
            evidence.chance(one.share), 100 * one.share, 0, 100 * one.share,
            _("clear order") if one.clear else _("no clear order"),
        )
        for one in found.orders
    )  # fmt: skip
    note = _(
        "Draws vary the weights, the published errors and the culture models."
        " No clear order: the rank bands overlap by more than half."
    )
    return (Bars(_("Share of draws in which the first beats the second"), bars), Text(note, "muted"))


def _first(found: Comparison) -> Points | Text:
    points = []
    for one in found.briefs:
        if one.advice:
            advice = one.advice[0]
            detail = f"{_(FUNCTIONS[advice.function])}; {list_text([source_text(work.source) for work in advice.works])}"
            points.append(Point(_(advice.text), detail, lead=market_name(one.market)))
    return Points(tuple(points)) if points else Text(_("No checked finding fits the differences from home."))
