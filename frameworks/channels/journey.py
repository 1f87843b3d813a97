"""A buyer's way from finding a shop to recommending it, and what to adapt at each step in a market."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import pandas as pd
from babel import Locale
from babel.core import get_cldr_version

from frameworks.calendar.events import events
from frameworks.channels.devices import devices
from frameworks.channels.platforms import named, platforms
from frameworks.channels.service import service
from frameworks.labels import N_, Sentence
from frameworks.localization.cautions import cautions
from frameworks.reference import Reference
from frameworks.rules.duties import dated, duties
from frameworks.rules.taxes import Tax, tax

STAGES = {
    "discover": N_("Discover"), "compare": N_("Compare"), "buy": N_("Buy"), "receive": N_("Receive"),
    "return": N_("Return"), "complain": N_("Complain"), "recommend": N_("Recommend"),
}  # fmt: skip
"""The steps in order, by their names."""
_MOST = 6
_CLDR_YEARS = {"46": 2024, "47": 2025, "48": 2025}
_LEAST_SHARE = 0.1
"""Share of people from which a language is named."""


class Fact(NamedTuple):
    """One thing known about a step: what, from where, of which year (None where undated), whether checked.

    subject: what it is about (channels, rules, language, culture, calendar). channel: where it matters, "" for all.
    """

    text: Sentence
    source: str
    year: int | None
    checked: bool
    subject: str = "channels"
    channel: str = ""


class Adapt(Sentence):
    """Something to do, and what it is about: a subject as of a ``Fact``."""

    def __init__(self, subject: str, template: str, /, **values: object) -> None:
        super().__init__(template, **values)
        self.subject = subject


@dataclass(frozen=True)
class Touchpoint:
    """One step of the journey: what is known, and what follows for a shop. Without facts nothing follows."""

    stage: str
    facts: tuple[Fact, ...]
    adapt: tuple[Adapt, ...]


@dataclass(frozen=True)
class _Known:
    """All that the steps draw on for one market."""

    platforms: pd.DataFrame
    duties: pd.DataFrame
    tax: Tax | None
    unchecked: bool
    devices: pd.DataFrame
    cautions: pd.DataFrame
    events: pd.DataFrame
    service: pd.DataFrame
    languages: tuple[tuple[str, float], ...]


def journey(
    reference: Reference, market: str, *, unchecked: bool = False, language: str = "en"
) -> tuple[Touchpoint, ...]:
    """Return the seven steps of ``STAGES`` with what is known of each in ``market`` and what to adapt.

    language: Babel code for the names of languages. unchecked: include facts from memory or weak sources.
    Every piece of advice follows from a fact of the same step; a step without facts has none.
    """
    return _journey(reference, market, unchecked, language)


@lru_cache(maxsize=256)
def _journey(reference: Reference, market: str, unchecked: bool, language: str) -> tuple[Touchpoint, ...]:
    known = _Known(
        platforms(reference, market, unchecked=unchecked), duties(reference, market, unchecked=unchecked),
        tax(reference, market), unchecked, devices(reference, market), cautions(reference, market, unchecked=unchecked),
        events(reference, market, unchecked=unchecked), service(reference, market, unchecked=unchecked),
        _languages(reference, market, language),
    )  # fmt: skip
    steps = []
    for stage, (facts, advice) in _STEPS.items():
        found = tuple(facts(known))[:_MOST]
        steps.append(Touchpoint(stage, found, tuple(advice(known)) if found else ()))
    return tuple(steps)


def _languages(reference: Reference, market: str, language: str) -> tuple[tuple[str, float], ...]:
    rows = reference.table("languages")
    rows = rows[(rows["iso3"] == market) & (rows["share"] >= _LEAST_SHARE) & (rows["language"] != "und")].nlargest(3, "share")
    names = Locale.parse(language.split("_")[0]).languages
    return tuple((names.get(row.language, row.language), float(row.share)) for row in rows.itertuples())


# --- facts ----------------------------------------------------------------------------------------


_SAID = {
    "dominant": N_("{name} leads among {kind}"),
    "used": N_("{name}: {value} {unit}"),
    "ranked": N_("{name} stands at place {value} of a popularity list"),
    "available": N_("{name} is there among {kind}"),
    "restricted": N_("{name} is restricted"),
    "blocked": N_("{name} is blocked"),
    "discontinued": N_("{name} was discontinued"),
}
_AMONG = {
    "search": N_("search engines"), "social": N_("social platforms"), "messaging": N_("messengers"),
    "superapp": N_("super-apps"), "marketplace": N_("marketplaces"),
}  # fmt: skip
_PLACES = {"search": "search", "social": "social", "messaging": "chat", "superapp": "chat", "marketplace": "marketplace"}
_SERVICE = {"email": "email", "phone": "phone", "chat": "chat", "sms": "chat"}


def _platforms(known: _Known, *kinds: str, most: int = 4, shut: int = 2) -> Iterator[Fact]:
    rows = known.platforms[known.platforms["kind"].isin(kinds)]
    closed = rows["standing"].isin(["restricted", "blocked"])
    figure = (rows["standing"] != "used") | rows["value"].notna()
    for row in pd.concat([rows[~closed & figure].head(most), rows[closed].head(shut)]).itertuples():
        text = Sentence(
            _SAID[row.standing], name=row.name, kind=Sentence(_AMONG[row.kind]),
            value=None if pd.isna(row.value) else float(row.value), unit=Sentence(row.unit) if row.unit else "",
        )  # fmt: skip
        yield Fact(text, row.source, _year(row.year), row.checked, "channels", _PLACES[row.kind])


def _duties(known: _Known, *topics: str) -> Iterator[Fact]:
    for row in known.duties[known.duties["topic"].isin(topics)].itertuples():
        law = row.law if pd.isna(row.year) or str(row.year) in row.law else f"{row.law} ({row.year})"
        text = Sentence(N_("{law}: {duty}"), law=law, duty=dated(row.duty, row.binds_from))
        yield Fact(text, row.source, _year(row.year), row.checked, "rules")


def _spoken(known: _Known) -> Iterator[Fact]:
    for name, share in known.languages:
        text = Sentence(N_("{share} % of the people speak {language}"), share=min(round(100 * share), 100), language=name)
        yield Fact(text, f"Unicode CLDR {get_cldr_version()}", _CLDR_YEARS.get(str(get_cldr_version())), True, "language")


def _indicators(known: _Known, *names: str) -> Iterator[Fact]:
    for row in known.devices.reindex(list(names)).dropna(subset=["value"]).itertuples():
        text = Sentence(
            N_("{name}: {value} {unit}"), name=Sentence(row.name), value=round(row.value, 1), unit=Sentence(row.unit)
        )
        yield Fact(text, row.source, _year(row.year), True)


def _price_tax(known: _Known) -> Iterator[Fact]:
    found = known.tax
    if found is None or found.standard is None or not (found.checked or known.unchecked):
        return
    text = Sentence(N_("The standard rate of {tax} is {rate} %"), tax=found.local_name or found.kind, rate=found.standard)
    if found.kind == "sales_tax":
        text = Sentence(found.note)
    yield Fact(text, found.source, found.year, found.checked, "rules")
    if found.inclusive:
        yield Fact(Sentence(N_("Shops show prices with tax")), found.source, found.year, found.checked, "rules")


def _limits(known: _Known) -> Iterator[Fact]:
    if known.tax is None:
        return
    for limit, told, none in (
        (known.tax.duty_free, N_("Imports up to {amount} {currency} are free of duty"), N_("No import is free of duty")),
        (known.tax.tax_free, N_("Imports up to {amount} {currency} are free of tax"), N_("No import is free of tax")),
    ):
        if limit is not None and (limit.checked or known.unchecked):
            text = Sentence(told if limit.amount else none, amount=limit.amount, currency=limit.currency)
            if limit.note:
                text = Sentence(N_("{fact}: {note}"), fact=text, note=Sentence(limit.note))
            yield Fact(text, limit.source, limit.year, limit.checked, "rules")


def _cautions(known: _Known, words: str, *kinds: str, most: int = 3) -> Iterator[Fact]:
    """Cautions whose context speaks of one of ``words`` (divided by |), the negative and mixed ones."""
    rows = known.cautions
    rows = rows[rows["context"].str.contains(words) & rows["valence"].isin(["negative", "mixed"]) & ~rows["everywhere"]]
    rows = rows[rows["kind"].isin(kinds)] if kinds else rows
    for row in rows.head(most).itertuples():
        text = Sentence(
            N_("{item}: {meaning} ({evidence})"), item=Sentence(row.item), meaning=Sentence(row.meaning),
            evidence=Sentence({"academic": N_("academic study"), "review": N_("studies, as summarised elsewhere")}.get(
                row.evidence, N_("practitioner lore"))),
        )  # fmt: skip
        yield Fact(text, row.source, _year(row.year), row.checked, "culture")


def _events(known: _Known, kind: str, most: int = 3) -> Iterator[Fact]:
    told = N_("{name} is a gift day") if kind == "gift" else N_("{name} is a sales event")
    for row in known.events[known.events["kind"] == kind].nlargest(most, "lead_days").itertuples():
        yield Fact(Sentence(told, name=row.name), row.source, _year(row.year), row.checked, "calendar")


def _served(known: _Known) -> Iterator[Fact]:
    for row in known.service.itertuples():
        text = Sentence(
            N_("{value} {unit} {statement} ({scope})"), value=row.value, unit=Sentence(row.unit),
            statement=Sentence(row.statement), scope=Sentence(row.scope),
        )  # fmt: skip
        yield Fact(text, row.source, _year(row.year), row.checked, "channels", _SERVICE[row.channel])


def _year(year: object) -> int | None:
    return None if pd.isna(year) else int(year)  # type: ignore[call-overload]


# --- what follows ---------------------------------------------------------------------------------


def _names(names: Iterable[str]) -> str:
    return ", ".join(list(names)[:3])


def _discover(known: _Known) -> Iterator[Adapt]:
    rows = known.platforms
    if first := named(rows, "dominant", "search"):
        yield Adapt("channels", N_("Be found on {names} first, with pages in the local language."), names=_names(first))
    if social := named(rows, "dominant", "social", "superapp"):
        yield Adapt("channels", N_("Be present on {names}; that is where people are."), names=_names(social))
    if shut := named(rows, "blocked", "search", "social", "messaging"):
        yield Adapt("channels", N_("Leave {names} out of the plan and off the page: blocked there."), names=_names(shut))
    if known.languages:
        yield Adapt("language", N_("Write ads and pages in {language}."), language=known.languages[0][0])


def _compare(known: _Known) -> Iterator[Adapt]:
    if places := named(known.platforms, "dominant", "marketplace"):
        told = N_("Expect to be compared with offers on {names}; decide whether to list there.")
        yield Adapt("channels", told, names=_names(places))
    if known.tax and known.tax.inclusive and (known.tax.checked or known.unchecked):
        yield Adapt("rules", N_("Show every price with tax, from the first page on."))
    if known.tax and known.tax.kind == "sales_tax":
        yield Adapt("rules", N_("Say beside the price that tax comes on top at checkout."))
    if "price_display" in set(known.duties["topic"]):
        yield Adapt("rules", N_("Check price tags, discounts and unit prices against the rule."))
    if "language" in set(known.duties["topic"]):
        yield Adapt("language", N_("Give product information in the language the law asks for."))


def _buy(known: _Known) -> Iterator[Adapt]:
    topics = set(known.duties["topic"])
    if "cookies" in topics:
        yield Adapt("rules", N_("Ask for consent before tracking, and make refusing as easy."))
    if "data_protection" in topics:
        yield Adapt("rules", N_("Ask only for data you need, and say why, beside the form."))
    if any(_cautions(known, "price", "number")):
        yield Adapt("culture", N_("Look at price endings and bundle sizes with someone from there."))
    if len(known.events[known.events["kind"] == "sale"]):
        yield Adapt("calendar", N_("Plan prices and stock for the sales people wait for; see the calendar."))


def _receive(known: _Known) -> Iterator[Adapt]:
    limits = [limit for limit in (known.tax.duty_free, known.tax.tax_free) if limit] if known.tax else []
    if any(limit.checked or known.unchecked for limit in limits):
        yield Adapt("rules", N_("Work out duty and tax before the order, so that no parcel asks for money at the door."))
    if "product_labelling" in set(known.duties["topic"]):
        yield Adapt("rules", N_("Check labels and conformity marks before the first parcel leaves."))
    if any(_cautions(known, _WRAPPED)):
        yield Adapt("culture", N_("Let someone from there look at packaging and gift wrap."))
    if len(known.events[known.events["kind"] == "gift"]):
        yield Adapt("calendar", N_("Promise delivery dates for gift days, and say the last day to order."))


def _return(known: _Known) -> Iterator[Adapt]:
    days = known.duties.loc[known.duties["topic"] == "withdrawal", "days"].dropna()
    if len(days) and days.max() > 0:
        told = N_("Let buyers send goods back for {days} days or more, and say so on the product page.")
        yield Adapt("rules", told, days=int(days.max()))
    elif len(days):
        yield Adapt("rules", N_("No general right to send goods back is known; state your own terms on the product page."))


def _complain(known: _Known) -> Iterator[Adapt]:
    if chat := named(known.platforms, "dominant", "messaging", "superapp"):
        yield Adapt("channels", N_("Answer on {names}, not by e-mail alone."), names=_names(chat))
    if known.languages:
        yield Adapt("language", N_("Answer in {language}."), language=known.languages[0][0])
    yield Adapt("channels", N_("Name a person, a channel and a time by which you answer; measure it."))


def _recommend(known: _Known) -> Iterator[Adapt]:
    if social := (named(known.platforms, "dominant", "social", "messaging") or named(known.platforms, "used", "social")):
        yield Adapt("channels", N_("Make sharing easy on {names}."), names=_names(social))
    if any(_cautions(known, _PICTURED)):
        yield Adapt("culture", N_("Check icons and gestures in pictures that people are to pass on."))


_WRAPPED = "packag|gift|wrap|premium"
_PICTURED = "imagery|icons|mascots|video"
_Step = tuple[Callable[[_Known], Iterable[Fact]], Callable[[_Known], Iterable[Adapt]]]
_STEPS: dict[str, _Step] = {
    "discover": (lambda k: [*_platforms(k, "search", "social"), *_spoken(k), *_indicators(k, "internet_pct")], _discover),
    "compare": (
        lambda k: [*_platforms(k, "marketplace", most=3), *_price_tax(k), *_duties(k, "price_display", "language")],
        _compare,
    ),
    "buy": (
        lambda k: [
            *_indicators(k, "bought_online_pct"), *_duties(k, "cookies", "data_protection"),
            *_cautions(k, "price", "number"), *_events(k, "sale"),
        ],
        _buy,
    ),
    "receive": (
        lambda k: [*_limits(k), *_duties(k, "product_labelling"), *_cautions(k, _WRAPPED), *_events(k, "gift")],
        _receive,
    ),
    "return": (lambda k: list(_duties(k, "withdrawal")), _return),
    "complain": (lambda k: [*_platforms(k, "messaging", "superapp"), *_served(k)], _complain),
    "recommend": (lambda k: [*_platforms(k, "social", "messaging", shut=0), *_cautions(k, _PICTURED)], _recommend),
}  # fmt: skip
