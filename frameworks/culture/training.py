"""A team's training for one market: who needs what, the agenda of an hour or more, exercises, cases, reading.

The outline follows the largest gaps between home and the market that are beyond uncertainty, the same that the advice
rests on, and firm contrasts of leans. Times and the choice of exercises are rules of ours; no study tells the best length.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from frameworks.culture.cases import Case, cases, chosen, weights
from frameworks.culture.contrasts import Contrast, contrasts
from frameworks.culture.gaps import Gap, culture_gaps
from frameworks.culture.guidance import Advice, Work, everywhere, guidance, varied
from frameworks.culture.guidance_certainty import firm
from frameworks.culture.scores import model_scores
from frameworks.culture.sessions import AGENDAS, ROLES, Exercise, Step, exercises_for, without_gaps
from frameworks.reference import Reference

KINDS = ("gaps", "alike", "unknown", "home")
"""What an outline rests on: gaps; none beyond uncertainty; no model knows both; the market is home."""
_FOCUS = 4
_PER_ROLE = 2
_ALONE = 1


@dataclass(frozen=True)
class Need:
    """What one role should take from the training.

    bases:  the gaps and contrasts that matter most to its work, the largest first.
    advice: what to try because of them, checked findings only. case: the case that fits the role best.
    """

    role: str
    bases: tuple[Gap | Contrast, ...]
    advice: tuple[Advice, ...]
    case: Case | None


@dataclass(frozen=True)
class Outline:
    """A training for one market as seen from home.

    kind:  one of ``KINDS``. focus: the largest gaps and contrasts, at most four.
    needs: one for each role asked for. steps: the agenda; its minutes add up to ``minutes``.
    cases: to work on in pairs. reading: works behind the advice, only such as were read.
    """

    home: str
    market: str
    minutes: int
    kind: str
    focus: tuple[Gap | Contrast, ...]
    needs: tuple[Need, ...]
    steps: tuple[Step, ...]
    exercises: tuple[Exercise, ...]
    cases: tuple[Case, ...]
    reading: tuple[Work, ...]


def outline(
    reference: Reference, home: str, market: str, *, roles: Collection[str] = ("everyone",), minutes: int = 75
) -> Outline:
    """Return the training for a market.

    roles:   keys of ``ROLES``; unknown ones are left out, none means everyone.
    minutes: 60, 75 or 90; anything else counts as the nearest of them.

    The same arguments give the same outline. Raises KeyError for a code that is no market of the reference.
    """
    minutes = min(AGENDAS, key=lambda known: (abs(known - minutes), known))
    wanted_roles = tuple(role for role in ROLES if role in roles) or ("everyone",)
    found = firm(reference, culture_gaps(reference, home, market))
    leaning = () if home == market else contrasts(reference, home, market)
    told = () if home == market else found.told
    wanted = weights(told, leaning)
    ordered = tuple(sorted((*told, *leaning), key=lambda one: -abs(wanted.get(key_of(one), 0.0))))
    advice = () if home == market else guidance(reference, found, contrasts=leaning)
    agenda = AGENDAS[minutes]
    functions = _functions(wanted_roles)
    needs = tuple(_need(reference, role, ordered, advice) for role in wanted_roles)
    picked = chosen(cases(reference), wanted, functions=functions, most=agenda.cases)
    steps = agenda.steps if ordered else without_gaps(agenda.steps)
    return Outline(
        home, market, minutes, _kind(reference, home, market, ordered), _focus(ordered), needs, steps,
        exercises_for(wanted_roles), picked, _reading(reference, needs, picked),
    )  # fmt: skip


def key_of(one: Gap | Contrast) -> tuple[str, str]:
    """Return model and dimension of a gap or a contrast."""
    return (one.model, one.code) if isinstance(one, Contrast) else (one.model.key, one.dimension.code)


def _kind(reference: Reference, home: str, market: str, ordered: tuple[Gap | Contrast, ...]) -> str:
    if home == market:
        return "home"
    if ordered:
        return "gaps"
    known = model_scores(reference).values()
    return "alike" if any(home in model.scores.index and market in model.scores.index for model in known) else "unknown"


def _focus(ordered: tuple[Gap | Contrast, ...]) -> tuple[Gap | Contrast, ...]:
    """The largest, a name once: models share names such as hierarchy, and telling one twice helps nobody."""
    kept: list[Gap | Contrast] = []
    for one in ordered:
        if len(kept) < _FOCUS and all(_name(one) != _name(other) for other in kept):
            kept.append(one)
    return tuple(kept)


def _name(one: Gap | Contrast) -> str:
    return one.name if isinstance(one, Contrast) else one.dimension.name


def _functions(roles: Collection[str]) -> frozenset[str]:
    """Parts of the business of these roles; none, which means all, where everyone is asked."""
    if "everyone" in roles:
        return frozenset()
    return frozenset(function for role in roles for function in ROLES[role].functions)


def _need(
    reference: Reference, role: str, ordered: tuple[Gap | Contrast, ...], advice: tuple[Advice, ...]
) -> Need:
    functions = _functions((role,))
    mine = [one for one in advice if not functions or one.function in functions]
    told = varied(mine, _PER_ROLE)
    if not told:
        told = tuple(one for one in everywhere(reference) if not functions or one.function in functions)[:_ALONE]
    backed = {one.rests_on for one in mine}
    bases = [one for one in ordered if key_of(one) in backed] or list(ordered)
    gaps = [one for one in bases if isinstance(one, Gap)]
    best = chosen(
        cases(reference), weights(gaps, [one for one in bases if isinstance(one, Contrast)]), functions=functions, most=1
    )
    return Need(role, tuple(bases[:_PER_ROLE]), told, best[0] if best else None)


def _reading(reference: Reference, needs: tuple[Need, ...], picked: tuple[Case, ...]) -> tuple[Work, ...]:
    """Works behind the advice told and the cases chosen, and those on averages at large; each once."""
    known = {work.source: work for one in everywhere(reference) for work in one.works}
    rows = reference.table("implication_sources").itertuples(index=False)
    read = {
        row.source: Work(row.source, row.reference, None if row.year != row.year else int(row.year), row.seen, True)
        for row in rows
        if row.checked == "yes"
    }
    named = [work.source for need in needs for one in need.advice for work in one.works if work.checked]
    named += [source for case in picked for source in case.works]
    named += [source for source in known if source in _AT_LARGE]
    return tuple(read[source] for source in dict.fromkeys(named) if source in read)


_AT_LARGE = frozenset({"Steel & Taras 2010", "Taras, Kirkman & Steel 2010"})
