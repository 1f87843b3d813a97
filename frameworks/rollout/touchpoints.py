"""The journey of a market's buyers, touchpoint by touchpoint: what culture, payments, language, rules and dates change.

Nothing is known here that another room does not know: each note comes from the room that holds the fact, with its
source, and every piece of advice follows from a fact or from published evidence on a gap.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

import pandas as pd

from frameworks.calendar import calendar
from frameworks.channels.journey import Fact, journey
from frameworks.culture.guidance import Advice
from frameworks.labels import N_, Sentence
from frameworks.payments.fit import PaymentFit
from frameworks.payments.methods import CLASS_NAMES
from frameworks.reference import Reference
from frameworks.rules.duties import dated, duties

STAGES = {
    "discover": N_("Discover"), "compare": N_("Compare"), "buy": N_("Buy"), "pay": N_("Pay"), "receive": N_("Receive"),
    "use": N_("Use"), "complain": N_("Complain"), "return": N_("Return"), "recommend": N_("Recommend"),
}  # fmt: skip
"""The touchpoints in order, by their names."""
SUBJECTS = {
    "channels": N_("Channels"), "culture": N_("Culture"), "payments": N_("Payments"), "language": N_("Language"),
    "rules": N_("Rules"), "calendar": N_("Calendar"),
}  # fmt: skip
"""What a note is about, by name: the rooms that know."""
CHANNELS = {
    "search": N_("Search"), "social": N_("Social platforms"), "marketplace": N_("Marketplaces"), "web": N_("Web shop"),
    "email": N_("E-mail"), "chat": N_("Chat"), "phone": N_("Telephone"), "parcel": N_("Parcel"),
}  # fmt: skip
"""Where a note matters; a note without a channel matters in all."""
FUNCTION_STAGES = {
    "marketing": "discover", "sales": "compare", "pricing": "compare", "web_design": "buy", "payments": "pay",
    "product": "use", "service": "complain",
}  # fmt: skip
"""The touchpoint that advice for a part of the business belongs to; leading a team is none of them."""
_USED = ("accessibility", "data_protection")
_MOST_ADVICE, _MOST_METHODS, _MOST_DAYS = 3, 4, 3
_AHEAD = dt.timedelta(days=120)


@dataclass(frozen=True)
class Note:
    """One thing that a market changes at a touchpoint.

    stage:   key of ``STAGES``. subject: key of ``SUBJECTS``. channel: key of ``CHANNELS``, or "" for all.
    kind:    "fact", or "advice" that follows from facts or evidence.
    text:    what. source: who says so ("" for advice that follows from the facts beside it); year: None where undated.
    checked: whether the source was read. key: the same for the same note, whatever the language.
    """

    stage: str
    subject: str
    channel: str
    kind: str
    text: Sentence
    source: str = ""
    year: int | None = None
    checked: bool = True
    key: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        said = "|".join((self.stage, self.subject, self.channel, self.kind, str(self.text)))
        object.__setattr__(self, "key", self.key or sha256(said.encode()).hexdigest()[:16])


def touchpoints(
    reference: Reference,
    market: str,
    *,
    today: dt.date,
    fit: PaymentFit | None = None,
    advice: Sequence[Advice] = (),
    unchecked: bool = False,
    language: str = "en",
) -> tuple[Note, ...]:
    """Return what ``market`` changes at each touchpoint, in the order of ``STAGES`` and ``SUBJECTS``.

    fit:    of the team's payment set-up; without one, payments are left out.
    advice: on the gaps between home and the market, as ``guidance`` gives it, the strongest first.
    language: Babel code for the names of languages and holidays. unchecked: include facts from weak sources.
    """

    def every(language: str) -> list[Note]:
        return [
            *_steps(reference, market, unchecked, language),
            *_culture([one for one in advice if unchecked or _firm(one)]),
            *(_payments(fit) if fit is not None else ()),
            *_use(reference, market, unchecked, language),
            *_shut(reference, market, today, language),
        ]

    found = every(language)
    if language != "en":  # names of languages and holidays stand in the texts; the keys are those of the English ones
        english = every("en")
        found = [replace(note, key=same.key) for note, same in zip(found, english, strict=True)]
    stages, subjects = list(STAGES), list(SUBJECTS)
    once = {note.key: note for note in found}.values()
    return tuple(sorted(once, key=lambda n: (stages.index(n.stage), subjects.index(n.subject), n.kind != "fact")))


def _steps(reference: Reference, market: str, unchecked: bool, language: str) -> Iterator[Note]:
    for point in journey(reference, market, unchecked=unchecked, language=language):
        for fact in point.facts:
            yield _of_fact(point.stage, fact)
        for text in point.adapt:
            yield Note(point.stage, text.subject, "", "advice", text)


def _of_fact(stage: str, fact: Fact) -> Note:
    return Note(stage, fact.subject, fact.channel, "fact", fact.text, fact.source, fact.year, fact.checked)


def _culture(advice: Sequence[Advice]) -> Iterator[Note]:
    told: dict[str, int] = {}
    for one in advice:
        stage = FUNCTION_STAGES.get(one.function)
        if stage is None or told.get(stage, 0) >= _MOST_ADVICE:
            continue
        told[stage] = told.get(stage, 0) + 1
        cited = "; ".join(work.source for work in one.works)
        year = max((work.year for work in one.works), default=None)
        yield Note(stage, "culture", "web" if one.function == "web_design" else "", "advice", Sentence(one.text), cited, year,
                   _firm(one))  # fmt: skip


def _firm(one: Advice) -> bool:
    """Whether advice stands without being asked for: read, and on a scale that nobody contests."""
    return one.checked and not one.contested


def _payments(fit: PaymentFit) -> Iterator[Note]:
    mix = fit.mix
    if mix is not None:
        shares = sorted(((share, name) for name, share in mix.shares.items() if name != "other"), reverse=True)
        for share, name in shares[:_MOST_METHODS]:
            kind = Sentence(CLASS_NAMES.get(name, name))
            text = Sentence(N_("{share} % of payments: {kind}"), share=round(100 * share), kind=kind)
            yield Note("pay", "payments", "web", "fact", text, mix.source, mix.year, "unchecked" not in mix.marks)
    working = [row["name"] for row in fit.methods.to_dict("records") if row["available"] == "yes"][:_MOST_METHODS]
    if working:
        text = Sentence(N_("Your set-up takes {names}; show them before the checkout."), names=", ".join(working))
        yield Note("pay", "payments", "web", "advice", text)
    for gain in fit.gains[:_MOST_ADVICE]:
        if mix is not None and not gain.points > 0:
            continue
        names = ", ".join(gain.methods.values())
        if len(gain.methods) == 1:
            text = Sentence(N_("{method} is missing: {reason}"), method=names, reason=gain.reason)
        elif gain.providers:
            text = Sentence(N_("{methods} are missing; one provider adds them all."), methods=names)
        else:
            text = Sentence(N_("{methods} are missing."), methods=names)
        yield Note("pay", "payments", "web", "advice", text)


def _use(reference: Reference, market: str, unchecked: bool, language: str) -> Iterator[Note]:
    found = duties(reference, market, unchecked=unchecked)
    for row in found[found["topic"].isin([*_USED, "language", "product_labelling"])].itertuples():
        year = None if pd.isna(row.year) else int(row.year)
        text = Sentence(N_("{law}: {duty}"), law=row.law, duty=dated(row.duty, row.binds_from))
        yield Note("use", "rules", "parcel" if row.topic == "product_labelling" else "", "fact", text, row.source, year,
                   bool(row.checked))  # fmt: skip
    spoken = next((p for p in journey(reference, market, unchecked=unchecked, language=language) if p.stage == "discover"), None)
    for fact in spoken.facts if spoken else ():
        if fact.subject == "language":
            yield _of_fact("use", fact)
            told = Sentence(N_("Put care notes, manuals and safety words into the languages people there speak."))
            yield Note("use", "language", "parcel", "advice", told)


def _shut(reference: Reference, market: str, today: dt.date, language: str) -> Iterator[Note]:
    """The next public holidays: nobody delivers or answers on them."""
    found = calendar(reference, market, today.replace(day=1), months=6, language=language)
    days = found[(found["kind"] == "public_holiday") & (found["start"] >= today) & (found["start"] <= today + _AHEAD)]
    for row in days.head(_MOST_DAYS).itertuples():
        text = Sentence(N_("{day}: {name}, a public holiday"), day=row.start, name=row.name)
        year = None if pd.isna(row.year) else int(row.year)
        yield Note("receive", "calendar", "parcel", "fact", text, row.source, year, True)
    if len(days):
        told = Sentence(N_("Say on the product page that nothing is delivered on public holidays."))
        yield Note("receive", "calendar", "parcel", "advice", told)
