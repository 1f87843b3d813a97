"""The end of a market brief in words: open questions, sources, and what it was made from."""

from __future__ import annotations

from collections.abc import Mapping

from components import evidence, market_missing
from components.words import _, date_text, ngettext, number
from frameworks.report.brief import Brief
from frameworks.report.document import Point, Points, Section, Text
from frameworks.report.questions import Question
from frameworks.report.sources import Citation


def sections(brief: Brief, sources: Mapping[str, evidence.Source], names: Mapping[str, str]) -> tuple[Section, ...]:
    """Return the open questions and the sources."""
    asked = _questions(brief, {name: source.title for name, source in sources.items()}, names)
    return (
        Section("questions", _("Open questions"), (asked,), True),
        Section("sources", _("Sources"), (Points(source_points(brief.sources, sources)),), True),
    )


def foot(brief: Brief) -> tuple[str, ...]:
    """Return the lines that say what the brief was made from."""
    return (
        _("Made for {day} · scenario {fingerprint} · payment set-up {set_up} · data {version}").format(
            day=date_text(brief.today), fingerprint=brief.fingerprint[:16], set_up=brief.set_up,
            version=brief.data_version,
        ),
    )  # fmt: skip


def source_points(
    cited: tuple[Citation, ...], sources: Mapping[str, evidence.Source]
) -> tuple[Point, ...]:
    """Return each source once: who, year, licence, and the address where one is known."""
    return tuple(dict.fromkeys(_source(one, sources.get(one.table)) for one in cited))


def _source(one: Citation, table: evidence.Source | None) -> Point:
    licence = one.licence or (table.licence if table else "")
    commercial = one.commercial if one.licence else (table.commercial if table else "")
    if one.text:
        name, edition = one.text, one.edition
    else:
        name = f"{_(table.title)}: {table.producer}" if table else one.table
        edition = table.edition if table else ""
    terms = [_(licence), evidence.commercial_words(commercial)]
    return Point(" · ".join(part for part in (name, "" if edition in name else edition, *terms) if part), url=one.url)


def _questions(brief: Brief, titles: Mapping[str, str], names: Mapping[str, str]) -> Points | Text:
    gaps = tuple(one.gap for one in brief.questions if one.gap is not None)
    points = [Point(detail, lead=name) for name, detail in market_missing.lines(gaps, names, titles)]
    points += [Point(_question(one)) for one in brief.questions if one.gap is None]
    return Points(tuple(points)) if points else Text(_("Nothing is missing that the brief would need."))


def _question(one: Question) -> str:
    if one.kind == "methods":
        said = ngettext(
            "{count} payment method cannot be judged: what it needs is not published.",
            "{count} payment methods cannot be judged: what they need is not published.", one.count,
        )  # fmt: skip
        return said.format(count=number(one.count, 0))
    if one.kind == "hidden":
        said = ngettext(
            "{count} fact that nobody checked is held back; ask for it on the page.",
            "{count} facts that nobody checked are held back; ask for them on the page.", one.count,
        )  # fmt: skip
        return said.format(count=number(one.count, 0))
    return {
        "mix": _("How people pay here is not published, so the payment fit has no score."),
        "region": _("The payment mix is that of {region}; ask for this market's own.").format(region=one.detail),
        "languages": _("Who speaks what is not published."),
        "population": _("The population is not published."),
        "advice": _("No checked finding says what to adapt; test with local buyers."),
        "channels": _("No checked figures on platforms; look where your buyers spend their time."),
        "duties": _("No checked rules on record; ask a lawyer there before you sell."),
        "tax": _("No checked tax rate on record; ask a tax adviser."),
        "events": _("No checked dates on record; ask a local partner when people buy."),
    }[one.kind]
