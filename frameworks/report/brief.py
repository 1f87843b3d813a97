"""A market brief as data: all that a founder needs to decide on one market, before it is words or a file."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from frameworks.culture.contrasts import contrasts
from frameworks.culture.gaps import CultureGaps, Gap, culture_gaps
from frameworks.culture.guidance import Advice, guidance, varied
from frameworks.culture.guidance_certainty import firm
from frameworks.culture.protocol import Part as Protocol
from frameworks.culture.protocol import protocol
from frameworks.labels import N_, Sentence
from frameworks.localization.readiness import Readiness
from frameworks.reference import Reference
from frameworks.report import entry
from frameworks.report.questions import Question, questions
from frameworks.report.sources import Citation, culture_sources, indicator_sources, merged, row_sources
from frameworks.report.speakers import Speakers, speakers
from frameworks.report.verdict import Part, Verdict, parts, verdict
from frameworks.rollout.tasks import Task, ordered
from frameworks.scoring.missing import missing
from frameworks.scoring.scenario import Scenario
from frameworks.scoring.score import Scoring

MONTHS = 12


class ReportError(Sentence):
    """There can be no brief on this market; the sentence says why and what to do."""


@dataclass(frozen=True)
class Brief:
    """One market as seen from home on one day.

    home, market: ISO alpha-3 codes. today: the day it was made for, from which the calendar runs.
    fingerprint:  of the scenario on this data. set_up: digest of the payment set-up. data_version: of the facts.
    unchecked:    facts that nobody checked are in it, marked.
    parts:        of both axes. gaps: the told culture gaps, the largest first. advice: three things to test, of
                  gaps beyond uncertainty. protocol: how to communicate. notes: the team's words on its parts.
    plan:         what the team decided to do, as it stands. readiness: how far its work is, None where not asked.
    hidden:       how many unchecked facts were held back. sources: each once.
    """

    home: str
    market: str
    product: str
    category: str
    today: date
    fingerprint: str
    set_up: str
    data_version: str
    unchecked: bool
    verdict: Verdict
    parts: tuple[Part, ...]
    gaps: tuple[Gap, ...]
    advice: tuple[Advice, ...]
    protocol: tuple[Protocol, ...]
    notes: tuple[tuple[str, str], ...]
    plan: tuple[Task, ...]
    speakers: Speakers
    readiness: Readiness | None
    entry: entry.Entry
    questions: tuple[Question, ...]
    hidden: int
    sources: tuple[Citation, ...]

    def to_json(self) -> str:
        """Return everything as JSON with sorted keys; the same brief gives the same text."""
        return json.dumps(_plain(self), sort_keys=True, ensure_ascii=False, allow_nan=False)


def brief(
    reference: Reference,
    scenario: Scenario,
    market: str,
    *,
    scoring: Scoring,
    set_up: entry.SetUp,
    today: date,
    unchecked: bool = False,
    fingerprint: str | None = None,
    language: str = "en",
    plan: Sequence[Task] = (),
    notes: Mapping[str, str] | None = None,
    readiness: Readiness | None = None,
) -> Brief:
    """Return the brief on ``market`` (ISO alpha-3).

    scoring:     the scores to report; the market must be among its markets.
    set_up:      the team's providers, currencies and terms of payment.
    today:       first day of the calendar; the brief holds no other clock.
    unchecked:   also facts that nobody checked; they are marked.
    fingerprint: what stands for scenario and data; by default that of both.
    language:    CLDR code for the names of holidays.
    readiness:   how far the team's own work is, where it is known.
    plan:        the tasks of the market's plan. notes: the team's words by part of the communication protocol.

    Raises ReportError for home itself and for a market that the scoring does not hold.
    """
    if market == scenario.home:
        raise ReportError(N_("There is no brief on the home market; choose another market."))
    if market not in scoring.frame.index:
        raise ReportError(
            N_("{market} is not among the scored markets; add it to your candidates."), market=f"{market!s:.40}"
        )
    fit = entry.fit_for(market, set_up, reference=reference, unchecked=unchecked)
    gaps = culture_gaps(reference, scenario.home, market)
    sure, leaning = firm(reference, gaps), contrasts(reference, scenario.home, market)
    known = guidance(reference, sure, unchecked=True, contrasts=leaning)
    fitting = known if unchecked else tuple(one for one in known if one.sure)
    talking = protocol(reference, scenario.home, market, gaps, leaning, sure=sure, unchecked=unchecked)
    everything = entry.all_rows(reference, market, today, months=MONTHS, language=language)
    rows = everything if unchecked else everything.checked()
    advice = varied(fitting)
    spoken = speakers(reference, scenario.home, market, scenario.languages)
    found = entry.Entry(
        entry.payments(fit, reference), entry.channels(rows.platforms), entry.rules(rows.duties),
        entry.sales_tax(reference, market, unchecked=unchecked), entry.events(rows.dates),
    )  # fmt: skip
    methods = [len(entry.methods_in(reference, market, unchecked=each)) for each in (True, unchecked)]
    hidden = len(everything) - len(rows) + len(known) - len(fitting) + methods[0] - methods[1]
    counts = {
        "advice": len(fitting), "channels": len(found.channels), "duties": len(found.duties),
        "tax": int(found.tax is not None), "events": len(found.events),
    }  # fmt: skip
    return Brief(
        home=scenario.home, market=market, product=scenario.product, category=scenario.category, today=today,
        fingerprint=fingerprint or scenario.fingerprint(reference.version), set_up=digest(set_up),
        data_version=reference.version, unchecked=unchecked, verdict=verdict(scoring, market),
        parts=parts(scoring, market), gaps=gaps.told, advice=advice, protocol=talking,
        notes=tuple(sorted((notes or {}).items())), plan=ordered(plan), speakers=spoken,
        readiness=readiness, entry=found,
        questions=questions(missing(reference, scoring, market), found.payments, spoken, counts, hidden), hidden=hidden,
        sources=_sources(reference, market, fit, found, rows, gaps, _cited(advice, talking)),
    )  # fmt: skip


def digest(set_up: entry.SetUp) -> str:
    """Return 16 hex digits that stand for a payment set-up."""
    return hashlib.sha256(set_up.to_json().encode()).hexdigest()[:16]


def _cited(advice: tuple[Advice, ...], talking: tuple[Protocol, ...]) -> tuple[Advice, ...]:
    return tuple(dict.fromkeys((*advice, *(one for part in talking for one in part.advice))))


def _sources(
    reference: Reference, market: str, fit: entry.PaymentFit, found: entry.Entry, rows: entry.Rows, gaps: CultureGaps,
    advice: tuple[Advice, ...],
) -> tuple[Citation, ...]:  # fmt: skip
    mix, tax = fit.mix, found.tax
    return merged([
        *culture_sources(gaps, advice), Citation("linguistic_distance"), Citation("religion"), Citation("bilateral"),
        *indicator_sources(reference, market),
        *([Citation("payment_mix", mix.source, str(mix.year or ""), url=mix.url)] if mix else []),
        *row_sources("payment_methods", entry.named_methods(fit, found.payments)),
        *row_sources("platforms", rows.platforms), *row_sources("rules", rows.duties),
        *([Citation("taxes", tax.source, str(tax.year or ""))] if tax else []),
        *row_sources("shopping_events", rows.dates),
    ])  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, Sentence):
        return {"template": value.template, "values": {name: _plain(part) for name, part in value.values.items()}}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value != value:
        return None
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
