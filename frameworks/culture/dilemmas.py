"""What a team's answers to the dilemmas say about a culture, on the seven dimensions of Trompenaars.

The questions are ours (table ``dilemmas``, two a dimension) and not validated: a score is the view of those who
answered, not a measurement of a country. An answer is 100 for the first option, 0 for the second. A respondent's
score on a dimension is the mean of its two answers, the team's score the mean over the respondents who answered
both. Where the means of the two questions lie more than 40 points apart there is no clear picture, and the
dimension counts nowhere.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from frameworks.culture.trompenaars import DIMENSIONS
from frameworks.labels import N_, Sentence
from frameworks.reference import Reference

UNCLEAR = 40.0
"""Above this gap between the two questions of a dimension (points) there is no clear picture; a rule of ours."""

STEPS = (100.0, 75.0, 50.0, 25.0, 0.0)
"""The answers on offer, from the first option to the second."""


class AnswerError(Sentence):
    """An answer is no number from 0 to 100."""


@dataclass(frozen=True)
class Item:
    """One question. code: short name; dimension: code; first, second: the options (100 and 0)."""

    code: str
    dimension: str
    prompt: str
    first: str
    second: str


@dataclass(frozen=True)
class View:
    """What respondents together say on one dimension; figures in points 0-100, 100 = first pole, NaN if unknown.

    score:       mean over the respondents who answered both questions.
    low, high:   lowest and highest of their scores. spread: their standard deviation (NaN below two).
    respondents: how many answered both. partly: how many answered only one, and are left out.
    gap:         distance between the means of the two questions.
    """

    dimension: str
    score: float
    low: float
    high: float
    spread: float
    respondents: int
    partly: int
    gap: float

    @property
    def clear(self) -> bool:
        """Say whether both questions tell much the same, so that the score may count."""
        return self.respondents > 0 and self.gap <= UNCLEAR


def items(reference: Reference) -> tuple[Item, ...]:
    """Return the questions in the order of the table; none when it is switched off."""
    rows = reference.table("dilemmas")
    return tuple(
        Item(row.item, row.dimension, row.prompt, row.first_option, row.second_option) for row in rows.itertuples()
    )


def checked(value: object) -> float:
    """Return an answer as a number from 0 to 100; raises AnswerError for anything else."""
    try:
        number = math.nan if isinstance(value, bool) else float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        number = math.nan
    if not 0 <= number <= 100:
        raise AnswerError(N_("an answer is a number from 0 to 100, not {value}"), value=f"{value!r:.40}")
    return number


def views(questions: Sequence[Item], answers: Sequence[Mapping[str, float]]) -> tuple[View, ...]:
    """Return the view on each of the seven dimensions, in the authors' order.

    answers: one mapping a respondent from question to answer (0-100); questions left open are left out.
    """
    return tuple(_view(d.code, [q.code for q in questions if q.dimension == d.code], answers) for d in DIMENSIONS)


def numbers(found: Sequence[View]) -> tuple[float | None, ...]:
    """Return the scores that may count, None on a dimension without answers or without a clear picture."""
    return tuple(view.score if view.clear else None for view in found)


def _view(dimension: str, codes: Sequence[str], answers: Sequence[Mapping[str, float]]) -> View:
    given = [[one[code] for code in codes if code in one] for one in answers]
    whole = [row for row in given if codes and len(row) == len(codes)]
    partly = sum(0 < len(row) < len(codes) for row in given)
    if not whole:
        return View(dimension, *[math.nan] * 4, 0, partly, math.nan)
    scores = [math.fsum(row) / len(row) for row in whole]
    means = [math.fsum(column) / len(whole) for column in zip(*whole, strict=True)]
    return View(
        dimension, math.fsum(scores) / len(scores), min(scores), max(scores),
        statistics.stdev(scores) if len(scores) > 1 else math.nan, len(scores), partly, max(means) - min(means),
    )  # fmt: skip
