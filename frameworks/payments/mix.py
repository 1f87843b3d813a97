"""How people in a market pay online: one source, one measure and one year at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any

from frameworks.labels import N_
from frameworks.payments.methods import CLASS_NAMES, catalogue, known_market
from frameworks.reference import Reference

MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "share_of_value": N_("share of what is spent online"),
        "share_of_transactions": N_("share of online purchases"),
        "share_of_shoppers": N_("share of online shoppers who name it"),
    }
)
"""What a mix can measure, the best first."""

TELLING = 0.5
"""A mix tells how people pay when it names at least this share; a region stands in for a market only then."""
LEAST_PEOPLE = 100_000
"""A region's figures say too little about a place where fewer people live."""
OLD = 3
"""A mix is old when the newest figures of the table are more than this many years younger."""

_FOLDED = {
    "credit_card": "card", "debit_card": "card", "prepaid": "card", "deferred_debit": "card",
    "card_local": "card", "card_international": "card", "a2a": "bank_transfer", "postpay_konbini": "cash",
}  # fmt: skip
_CONFIDENCE = ("high", "medium", "low")
_GRADES = "ABCD"


@dataclass(frozen=True)
class Mix:
    """The payment mix that stands for a market.

    place:   the market, or the region that stands in for it. region: the region's name in English, None for none.
    shares:  0-1 by payment class, ``other`` among them; what they leave to 1 is not published.
    methods: 0-1 of everything paid, by method, where the same source gives it.
    schemes: 0-1 of card payments by scheme: visa, mastercard, amex, local_scheme, other_scheme; empty for none.
    known:   0-1, the classes named, ``other`` left out.
    measure: key of ``MEASURES``. confidence: of the least sure figure. grade: A (firm) to D (a hint).
    marks:   why the grade was lowered: ``old``, ``region``, ``partial``, ``measure``, ``unchecked``.
    lowered: grades below A, past D as well, so that what the letter no longer tells apart still has an order.
    """

    market: str
    place: str
    source: str
    year: int
    measure: str
    url: str
    basis: str
    confidence: str
    shares: Mapping[str, float]
    methods: Mapping[str, float]
    schemes: Mapping[str, float]
    known: float
    grade: str
    marks: tuple[str, ...]
    checked: bool
    lowered: int = 0
    region: str | None = None


def mix_of(reference: Reference, market: str, *, unchecked: bool = False) -> Mix | None:
    """Return the mix that says most about a market, or None when nothing usable is published.

    Among the sources, years and measures of the market the surest stands, by what also makes the grade: how sure the
    source is, how much it names, its age and its measure. Of equally sure ones, in this order: one that names at least
    half, value before transactions before shoppers, newer before older, surer sources, more named. Only when there is
    none, a region's mix stands in, if it names at least half and ``LEAST_PEOPLE`` live in the market.
    unchecked: with figures of low confidence. Raises PaymentError for an unknown market.
    """
    known_market(reference, market)
    return reference.derived(_unchecked_mixes if unchecked else _checked_mixes).get(market)


def too_small(reference: Reference, market: str) -> bool:
    """Say whether fewer than ``LEAST_PEOPLE`` are on record for a market, so that no region stands in for it."""
    return reference.derived(_people).get(market, 0.0) < LEAST_PEOPLE


def _people(reference: Reference) -> Mapping[str, float]:
    """Return the newest population by market, whatever tables are switched off."""
    rows = reference.tables["indicators"]
    rows = rows[rows["indicator"] == "population"].sort_values("year")
    return dict(zip(rows["iso3"], rows["value"], strict=True))


def _mixes(reference: Reference, unchecked: bool) -> Mapping[str, Mix]:
    rows = list(reference.table("payment_mix").itertuples(index=False))
    newest = max((row.year for row in rows), default=0)
    parted: dict[tuple[str, str, int, str], list[Any]] = {}
    schemes: dict[tuple[str, str, int], dict[str, float]] = {}
    for row in rows:
        if not unchecked and row.checked != "yes":
            continue
        if row.level == "card_scheme":
            schemes.setdefault((row.place, row.source, row.year), {})[row.code] = row.share_pct / 100
        elif row.measure in MEASURES:
            parted.setdefault((row.place, row.source, row.year, row.measure), []).append(row)
    classes = {name: method.payment_class for name, method in catalogue(reference).items()}
    found: dict[str, list[Mix]] = {}
    for key, inside in sorted(parted.items()):
        found.setdefault(key[0], []).append(_mix(key, inside, schemes.get(key[:3], {}), classes, newest))
    best = {place: min(mixes, key=_order) for place, mixes in found.items()}
    telling = {place: [mix for mix in found.get(place, ()) if mix.known >= TELLING] for place in _REGION_NAMES}
    regions = {place: min(mixes, key=_order) for place, mixes in telling.items() if mixes}
    mixes = {}
    for market in reference.tables["markets"].itertuples(index=False):
        if market.iso3 in best:
            mixes[market.iso3] = best[market.iso3]
            continue
        if too_small(reference, market.iso3):
            continue
        place = next((p for p in _regions(market.iso3, market.region, market.subregion) if p in regions), None)
        if place:
            mixes[market.iso3] = _stands_in(regions[place], market.iso3)
    return mixes


_checked_mixes = partial(_mixes, unchecked=False)
_unchecked_mixes = partial(_mixes, unchecked=True)


def _mix(
    key: tuple[str, str, int, str], rows: list[Any], by_scheme: Mapping[str, float], classes: Mapping[str, str], newest: int
) -> Mix:
    place, source, year, measure = key
    shares: dict[str, float] = {}
    methods = {row.code: row.share_pct / 100 for row in rows if row.level == "method"}
    for row in rows:
        if row.level == "class":
            name = _FOLDED.get(row.code, row.code if row.code in CLASS_NAMES else "other")
            shares[name] = shares.get(name, 0.0) + row.share_pct / 100
    for code, share in methods.items():
        name = classes.get(code, "other")
        parts = sum(other for method, other in methods.items() if classes.get(method, "other") == name)
        shares[name] = max(shares.get(name, share), parts)
    most = max(sum(shares.values()), 1.0)  # rounded shares, or shoppers who name several, may pass 100
    shares = {name: share / most for name, share in shares.items()}
    confidence = max((row.confidence for row in rows), key=_CONFIDENCE.index)
    checked = all(row.checked == "yes" for row in rows)
    lowered, marks = _lowered(shares, confidence, measure, newest - year > OLD, checked)
    return Mix(
        place, place, source, int(year), measure, rows[0].url, rows[0].basis, confidence,
        MappingProxyType(shares), MappingProxyType({code: share / most for code, share in methods.items()}),
        MappingProxyType(_at_most_one(by_scheme or _local_or_not(rows))),
        sum(s for name, s in shares.items() if name != "other"), _GRADES[min(lowered, 3)], marks, checked, lowered,
    )  # fmt: skip


def _local_or_not(rows: list[Any]) -> dict[str, float]:
    """Return the share of local schemes where the class rows part cards into local and international ones."""
    parts = {row.code: row.share_pct for row in rows if row.code in ("card_local", "card_international")}
    if len(parts) < 2:
        return {}
    total = sum(parts.values())
    return {"local_scheme": parts["card_local"] / total, "international": parts["card_international"] / total}


def _lowered(
    shares: Mapping[str, float], confidence: str, measure: str, old: bool, checked: bool
) -> tuple[int, tuple[str, ...]]:
    """Return by how many grades a mix falls short of A and why: what is not known of all payment, age and measure."""
    known = sum(share for name, share in shares.items() if name != "other") + 1e-9
    level = _CONFIDENCE.index(confidence)
    marks = []
    for name, there in (
        ("partial", known < 0.8), ("partial", known < TELLING), ("old", old), ("measure", measure != "share_of_value"),
    ):  # fmt: skip
        if there:
            level += 1
            marks.append(name)
    if not checked:
        marks.append("unchecked")
    return level, tuple(dict.fromkeys(marks))


def _at_most_one(shares: Mapping[str, float]) -> dict[str, float]:
    most = max(sum(shares.values()), 1.0)
    return {name: share / most for name, share in shares.items()}


def _order(mix: Mix) -> tuple[object, ...]:
    return (
        mix.lowered, mix.known + 1e-9 < TELLING, list(MEASURES).index(mix.measure), -mix.year,
        _CONFIDENCE.index(mix.confidence), -round(mix.known, 9), mix.source,
    )  # fmt: skip


def _stands_in(mix: Mix, market: str) -> Mix:
    lower = _GRADES[min(_GRADES.index(mix.grade) + 1, 3)]
    return replace(mix, market=market, grade=lower, marks=(*mix.marks, "region"), region=_REGION_NAMES[mix.place])


_REGION_NAMES = {
    "R-APAC": N_("Asia and the Pacific"), "R-EUROPE": N_("Europe"), "R-EUROPE-WC": N_("Western and Central Europe"),
    "R-LATAM": N_("Latin America"), "R-MEA": N_("Middle East and Africa"), "R-NAM": N_("North America"),
}  # fmt: skip
_CENTRAL_EUROPE = frozenset({"CZE", "HUN", "POL", "SVK"})


def _regions(iso3: str, region: str, subregion: str) -> Iterable[str]:
    """Return the regions a market belongs to, the nearest first; regions are UN M49 codes."""
    if region == "150":
        near = subregion in ("039", "154", "155") or iso3 in _CENTRAL_EUROPE
        return ("R-EUROPE-WC", "R-EUROPE") if near else ("R-EUROPE",)
    if region == "019":
        return ("R-NAM",) if subregion == "021" else ("R-LATAM",)
    if region == "002" or subregion == "145":
        return ("R-MEA",)
    return ("R-APAC",) if region in ("142", "009") and subregion != "143" else ()
