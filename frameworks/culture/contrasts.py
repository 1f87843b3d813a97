"""Differences from home that are known as a lean or as a place in an order only, never as a score.

Trompenaars: both countries lean on a dimension with grade A or B (two or more independent sources agree),
and toward different poles. Hall: the order of high and low context holds both, at least five places apart
(a rule of ours). A lean or a place says nothing of how large the difference is.
"""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.culture.trompenaars import leans
from frameworks.labels import N_, Sentence
from frameworks.reference import Reference

FIRM = ("A", "B")
CONTEXT = N_("High or low context")
APART = 5
"""So many of fifteen places apart two countries must stand in Hall's order."""


@dataclass(frozen=True)
class Contrast:
    """A dimension on which the market stands at another end than home.

    model, title: key and name of the model. code, name: of the dimension.
    home, market: where each stands, in words.
    end:     ``high`` (the first-named pole, high context) or ``low``, of the market.
    grade:   the weaker grade of the two, A or B; "" for a place in an order.
    sources: independent sources behind home's and the market's lean.
    """

    model: str
    title: str
    code: str
    name: str
    home: Sentence
    market: Sentence
    end: str
    grade: str
    sources: tuple[int, int]


def contrasts(reference: Reference, home: str, market: str) -> tuple[Contrast, ...]:
    """Return the contrasts between home and a market (ISO alpha-3), Trompenaars' dimensions first."""
    if home == market:
        return ()
    return (*_leaning(reference, home, market), *_context(reference, home, market))


def known_for_both(reference: Reference, home: str, market: str) -> frozenset[tuple[str, str]]:
    """Return the (model, dimension) of leans and orders that say something of both countries."""
    found = {
        ("trompenaars", here.dimension.code)
        for here, there in zip(leans(reference, home), leans(reference, market), strict=True)
        if here.grade in FIRM and there.grade in FIRM
    }
    places = _places(reference)
    return frozenset(found | ({("hall", "context")} if home in places and market in places else set()))


def _leaning(reference: Reference, home: str, market: str) -> list[Contrast]:
    found = []
    for here, there in zip(leans(reference, home), leans(reference, market), strict=True):
        if here.grade not in FIRM or there.grade not in FIRM or here.pole == there.pole:
            continue
        if there.pole not in ("first", "second"):
            continue
        words = {"first": here.dimension.first, "second": here.dimension.second, "middle": N_("In the middle")}
        if here.pole in words:
            found.append(Contrast(
                "trompenaars", "Trompenaars", here.dimension.code, here.dimension.name, Sentence(words[here.pole]),
                Sentence(words[there.pole]), "high" if there.pole == "first" else "low",
                max(here.grade, there.grade), (here.sources, there.sources),
            ))  # fmt: skip
    return found


def _context(reference: Reference, home: str, market: str) -> list[Contrast]:
    places = _places(reference)
    if home not in places or market not in places or abs(places[home] - places[market]) < APART:
        return []
    said = [Sentence(N_("place {place} of 15"), place=places[code]) for code in (home, market)]
    end = "high" if places[market] < places[home] else "low"
    return [Contrast("hall", "Hall", "context", CONTEXT, said[0], said[1], end, "", (1, 1))]


def _places(reference: Reference) -> dict[str, int]:
    rows = reference.table("context_order")
    return {row.iso3: int(row.rank) for row in rows.itertuples(index=False)}
