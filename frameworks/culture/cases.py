"""Critical incidents: short cases of a small business abroad, and which of them fit a market's gaps.

A critical incident is a short story of an encounter with a question, options and an explained answer; it trains
to look twice (Fiedler, Mitchell & Triandis 1971, from memory). The cases are invented for practice and tied to
dimensions; the best option is the writers' judgement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from frameworks.culture import trompenaars
from frameworks.culture.contrasts import Contrast
from frameworks.culture.gaps import Gap
from frameworks.culture.scores import MODELS
from frameworks.reference import Reference

Key = tuple[str, str]
"""Model and dimension, ``("hofstede", "pdi")``."""

_CONTESTED = 0.5
_LEAN = {"A": 1.0, "B": 0.75}
_REST = 0.5
_SEEN = 0.4
_SAME_FUNCTION = 0.7
_FLOOR = 0.1
_OTHER_WAY = 0.4


@dataclass(frozen=True)
class Option:
    """What one could do. key: a letter; why: why it is the best, or weaker than the best."""

    key: str
    text: str
    best: bool
    why: str


@dataclass(frozen=True)
class Case:
    """A critical incident.

    function:   key of ``guidance.FUNCTIONS``. dimensions: what it turns on, as ``(model, dimension)``.
    ends:       for each of them 1 where the story tells of an average above home's (or the first pole), -1 below, 0 either.
    situation:  three to five sentences. options: three or four, one of them the best.
    works:      keys of works it leans on; none where it is told for practice alone.
    """

    key: str
    function: str
    dimensions: tuple[Key, ...]
    ends: tuple[int, ...]
    title: str
    situation: str
    options: tuple[Option, ...]
    works: tuple[str, ...]

    @property
    def best(self) -> Option:
        """The option that the writers hold to be the best."""
        return next(option for option in self.options if option.best)

    def option(self, key: str) -> Option | None:
        """Return the option with this letter, None where there is none."""
        return next((option for option in self.options if option.key == key), None)


def cases(reference: Reference) -> tuple[Case, ...]:
    """Return the whole library in the order of the table."""
    return reference.derived(_cases)


def dimension_names() -> Mapping[Key, tuple[str, str]]:
    """Return title of the model and name of the dimension for every key a case can name."""
    found = {
        (model.key, dimension.code): (model.title, dimension.name)
        for model in MODELS.values()
        for dimension in model.dimensions
    }
    return found | {("trompenaars", one.code): ("Trompenaars", one.name) for one in trompenaars.DIMENSIONS}


def weights(gaps: Iterable[Gap], contrasts: Iterable[Contrast] = ()) -> dict[Key, float]:
    """Return how much each dimension calls for a case: the gap in world standard deviations, negative where lower.

    A contested scale counts half. A contrast of leans has no size; it counts 1 with grade A, 0.75 with B,
    negative toward the second pole (rules of ours).
    """
    found = {(gap.model.key, gap.dimension.code): gap.size * (_CONTESTED if gap.dimension.contested else 1.0) for gap in gaps}
    leaning = {
        (one.model, one.code): _LEAN[one.grade] * (1 if one.end == "high" else -1) for one in contrasts if one.grade in _LEAN
    }
    return found | leaning


def relevance(case: Case, wanted: Mapping[Key, float]) -> float:
    """Return how well a case fits: its heaviest dimension in full, the others by half; 0 where none is wanted.

    A story that tells of the other end of a dimension trains it too, but counts for two fifths (a rule of ours).
    """
    return _joined(_parts(case, wanted))


def _parts(case: Case, wanted: Mapping[Key, float]) -> list[float]:
    return [
        abs(wanted.get(key, 0.0)) * (_OTHER_WAY if end * wanted.get(key, 0.0) < 0 else 1.0)
        for key, end in zip(case.dimensions, case.ends, strict=True)
    ]


def _joined(parts: Iterable[float]) -> float:
    first, *rest = sorted(parts, reverse=True)
    return first + _REST * sum(rest)


def by_relevance(found: Iterable[Case], wanted: Mapping[Key, float]) -> tuple[Case, ...]:
    """Return cases with those first that fit the wanted dimensions best; equals keep their order."""
    return tuple(sorted(found, key=lambda case: -relevance(case, wanted)))


def chosen(
    found: Iterable[Case], wanted: Mapping[Key, float], *, functions: Collection[str] = (), most: int = 3
) -> tuple[Case, ...]:
    """Return up to ``most`` cases that fit the wanted dimensions and differ from one another.

    functions: parts of the business they play in; none for all. A dimension that a chosen case has already
    covered counts less, and so does a part of the business; where nothing is wanted they differ all the same.
    The same arguments give the same cases.
    """
    left = [case for case in found if not functions or case.function in functions]
    taken: list[Case] = []
    fresh = dict.fromkeys((key for case in left for key in case.dimensions), 1.0)

    def worth(case: Case) -> float:
        parts = zip(case.dimensions, _parts(case, wanted), strict=True)
        new = _joined((_FLOOR + part) * fresh[key] for key, part in parts)
        return new * _SAME_FUNCTION ** sum(case.function == other.function for other in taken)

    while left and len(taken) < most:
        pick = max(left, key=worth)
        left.remove(pick)
        taken.append(pick)
        for key in pick.dimensions:
            fresh[key] *= _SEEN
    return tuple(taken)


def _cases(reference: Reference) -> tuple[Case, ...]:
    options: dict[str, list[Option]] = {}
    for row in reference.table("incident_options").itertuples(index=False):
        options.setdefault(row.incident, []).append(Option(row.option, row.text, row.best == "yes", row.why))
    return tuple(
        Case(
            row.incident, row.function, *_turning_on(row.dimensions), row.title, row.situation, tuple(options[row.incident]),
            tuple(filter(None, row.source.split("|"))),
        )
        for row in reference.table("incidents").itertuples(index=False)
        if row.incident in options
    )  # fmt: skip


def _turning_on(text: str) -> tuple[tuple[Key, ...], tuple[int, ...]]:
    """Return dimensions and ends as the table writes them: ``hofstede:pdi+|globe:assertiveness_value-``."""
    keys, ends = [], []
    for part in text.split("|"):
        model, _colon, dimension = part.rstrip("+-").partition(":")
        keys.append((model, dimension))
        ends.append({"+": 1, "-": -1}.get(part[-1], 0))
    return tuple(keys), tuple(ends)
