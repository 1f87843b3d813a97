"""A market brief in the visitor's language: facts become a document that page, PDF, slides and sheet share."""

from __future__ import annotations

from collections.abc import Mapping

from components import (
    brief_closing_words,
    brief_entry_words,
    brief_plan_words,
    brief_readiness_words,
    evidence,
    guidance_words,
)
from components.words import (
    MISSING,
    N_,
    _,
    compact,
    language,
    language_name,
    list_text,
    market_name,
    ngettext,
    number,
    percent,
)
from frameworks.culture.gaps import Gap
from frameworks.culture.guidance import FUNCTIONS, Advice
from frameworks.report.brief import Brief
from frameworks.report.document import (
    Amount,
    Bar,
    Bars,
    Document,
    Figure,
    Figures,
    Point,
    Points,
    Section,
    Table,
    Text,
)
from frameworks.report.speakers import Speakers
from frameworks.report.verdict import Axis, Verdict
from frameworks.scoring.criteria import NAMES as CRITERIA
from frameworks.scoring.matrix import MEANINGS, NAMES, QUADRANTS

RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
FIRST_GAPS = 3
STANDING_NOTE = N_(
    "These are averages of countries. Most variation in values lies within countries,"
    " so treat a gap as a question to ask your buyers, never as a fact about a person."
)
"""What has to stand wherever culture is shown."""


def document(brief: Brief, sources: Mapping[str, evidence.Source], names: Mapping[str, str]) -> Document:
    """Return the brief in words.

    sources: the reference tables' own sources by table name. names: names of the indicators by code.
    """
    seen = _("Market brief, as seen from {home}").format(home=market_name(brief.home))
    offer = list_text([text for text in (brief.product, brief.category) if text])
    code = language()
    return Document(
        kind="market", eyebrow=f"{seen} · {offer}" if offer else seen, title=market_name(brief.market),
        lead=sentence(brief), chip=_(NAMES[brief.verdict.quadrant]), tone=brief.verdict.quadrant,
        sections=(
            Section("verdict", _("How sure is that?"), (_figures(brief), Text(_confidence(brief.verdict), "muted")), True),
            Section("why", _("Why"), _why(brief), True),
            Section("culture", _("Where culture differs from home"), _culture(brief)),
            Section("advice", _("What to test first"), _advice(brief)),
            Section("languages", _("Languages to serve"), _languages(brief.speakers)),
            *brief_readiness_words.sections(brief),
            *brief_entry_words.sections(brief),
            *brief_plan_words.sections(brief),
            *brief_closing_words.sections(brief, sources, names),
        ),
        foot=brief_closing_words.foot(brief), language=code, created=brief.today.isoformat(),
        rtl=code.split("_")[0] in RIGHT_TO_LEFT,
    )  # fmt: skip


def sentence(brief: Brief) -> str:
    """Return the verdict in one or two sentences."""
    found, name = brief.verdict, market_name(brief.market)
    if found.quadrant in QUADRANTS and found.share is not None:
        firm = (
            _("It stays there in {share} of draws.")
            if found.share >= 0.8
            else _("It stays there in only {share} of draws.")
        ).format(share=evidence.chance(found.share))
        said = _(MEANINGS[found.quadrant])
        return f"{said[:1].upper()}{said[1:]}. {firm}"
    if not found.affinity_known:
        return _(
            "No culture model in use knows {home}, so there is no affinity from there and no quadrant;"
            " markets are ranked by potential alone."
        ).format(home=market_name(brief.home))
    if found.affinity.score is None and found.potential.score is None:
        return _("Too little is published about {market} to score it.").format(market=name)
    if found.affinity.score is None:
        return _("{market} has a potential but no affinity: no culture model knows it.").format(market=name)
    return _("{market} has an affinity but no potential: too few of its figures are published.").format(market=name)


def _figures(brief: Brief) -> Figures:
    found = brief.verdict
    return Figures((
        _rank(found), _axis(_("Cultural affinity"), found.affinity), _axis(_("Business potential"), found.potential),
        brief_entry_words.fit_figure(brief.entry.payments),
    ))  # fmt: skip


def _rank(found: Verdict) -> Figure:
    if found.rank is None or found.rank_low is None or found.rank_high is None:
        return Figure(_("Rank"), MISSING, _("Only markets with an overall score are ranked."))
    last = max(found.ranked - 1, 1)
    low, high, at = (100 * (rank - 1) / last for rank in (found.rank_low, found.rank_high, found.rank))
    of = ngettext("of {count} market", "of {count} markets", found.ranked).format(count=number(found.ranked, 0))
    band = _("{low}–{high} in nine of ten draws").format(
        low=number(found.rank_low, 0), high=number(found.rank_high, 0)
    )
    top = _("in the top three in {share}").format(share=evidence.chance(found.p_top3 or 0.0))
    return Figure(_("Rank"), number(found.rank, 0), f"{of}; {band}; {top}", low, high, at)


def _axis(name: str, axis: Axis) -> Figure:
    if axis.score is None:
        return Figure(name, MISSING, _("No score; see the open questions."))
    note = _("{low}–{high} when weights, models and gaps vary; the quadrants part at {cut}").format(
        low=number(axis.low), high=number(axis.high), cut=number(axis.cut)
    )
    return Figure(name, number(axis.score), note, axis.low, axis.high, axis.score, axis.cut)


def _confidence(found: Verdict) -> str:
    said = _("Confidence {grade}. {meaning}").format(
        grade=found.confidence, meaning=evidence.grade_words(found.confidence)
    )
    shares = [
        f"{_(NAMES[name])} {evidence.chance(share)}" for name, share in found.shares.items() if share is not None
    ]
    if shares:
        said += " " + _("Share of draws by quadrant: {shares}.").format(shares=list_text(shares))
    if found.coverage > 0:
        year = MISSING if found.oldest_year is None else found.oldest_year
        said += " " + _("Potential rests on {share} of its indicators, the oldest from {year}.").format(
            share=percent(found.coverage), year=year
        )
    return said


def _why(brief: Brief) -> tuple[Bars, ...]:
    titles = {"affinity": _("Cultural affinity, part by part"), "potential": _("Business potential, part by part")}
    return tuple(
        Bars(title, tuple(
            Bar(_(CRITERIA[part.code].name), number(part.score), part.score, part.low, part.high,
                _("weight {points}").format(points=number(part.points, 0)))
            for part in brief.parts if part.axis == axis
        ))
        for axis, title in titles.items()
    )  # fmt: skip


def _culture(brief: Brief) -> tuple[Text | Points, ...]:
    note = Text(_(STANDING_NOTE), "note")
    if not brief.gaps:
        return (note, Text(_("No culture model in use tells a clear difference between the two.")))
    return (note, Points(tuple(_gap(gap) for gap in brief.gaps[:FIRST_GAPS])))


def _gap(gap: Gap) -> Point:
    digits = 0 if gap.model.key == "hofstede" else 1
    way = _("higher than at home") if gap.size > 0 else _("lower than at home")
    detail = _("{model}: {there} there, {home} at home; data of {years}").format(
        model=gap.model.title, home=number(gap.home, digits), there=number(gap.market, digits),
        years=list_text([str(year) for year in sorted(set(gap.years))]),
    )  # fmt: skip
    marks = [_(evidence.BASES[gap.basis])] if gap.basis != "measured" else []
    if gap.dimension.contested:
        marks.append(_("contested"))
    size = _("large") if gap.word == "large" else _("moderate")
    return Point(_(gap.sentence), detail, tuple(marks), f"{_(gap.dimension.name)}, {way} ({size})")


def _advice(brief: Brief) -> tuple[Text | Points, ...]:
    if not brief.advice:
        return (Text(_("No checked finding fits the differences from home; ask local testers before you change the offer.")),)
    note = Text(_("Culture scores foretell outcomes only weakly: treat each as a test, not as a rule."), "muted")
    return (Points(tuple(_piece(one) for one in brief.advice)), note)


def _piece(one: Advice) -> Point:
    detail = guidance_words.cited(one)
    if one.because:
        detail += "; " + _("because of: {dimension}").format(dimension=_(one.because))
    return Point(_(one.text), detail, tuple(guidance_words.marks(one)), _(FUNCTIONS[one.function]))


def _languages(found: Speakers) -> tuple[Text | Table, ...]:
    if not found.languages:
        return (Text(_("No shares of speakers are published for this market.")),)
    rows = tuple(
        (
            language_name(one.code), Amount(percent(one.share, 0 if one.share >= 0.1 else 1), one.share),
            Amount(compact(one.people), one.people),
            _("official") if one.official else "", _("served today") if one.served else "",
        )
        for one in found.languages
    )  # fmt: skip
    head = (_("Language"), _("Speakers"), _("People reached"), _("Status"), _("Your team"))
    said = [_("Speakers overlap, so people must not be added up.")]
    if found.served is not None:
        said.insert(0, _("With {languages} you reach {share} of the people today.").format(
            languages=list_text([language_name(code) for code in found.serving]), share=percent(found.served)))  # fmt: skip
    if found.population is not None:
        said.append(_("Population {count} ({year}).").format(count=compact(found.population), year=found.year))
    return (Table(head, rows, (2.5, 1.5, 1.6, 1.5, 2.2), (1, 2)), Text(" ".join(said), "muted"))
