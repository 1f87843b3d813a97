"""What a culture model is: named dimensions with two poles, a sample, years and criticism."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Dimension:
    """One scale of a model.

    code:      column of the table.
    name:      the authors' name.
    low, high: what the two ends stand for, in plain words.
    lower, higher: how buyers tend to differ where the average lies lower or higher than at home.
    contested: later studies could not confirm the scale.
    """

    code: str
    name: str
    low: str
    high: str
    lower: str = ""
    higher: str = ""
    contested: bool = False


@dataclass(frozen=True)
class Model:
    """A way to describe average values of a country's people.

    key:      name of the model and of its table.
    groups:   table of its rows that are not one country.
    span:     lowest and highest value of a scale, for drawing.
    measures, sample, criticism: one plain sentence each.
    """

    key: str
    title: str
    dimensions: tuple[Dimension, ...]
    groups: str
    span: tuple[float, float]
    measures: str
    sample: str
    criticism: str

    @property
    def codes(self) -> tuple[str, ...]:
        """Columns of the dimensions, in order."""
        return tuple(dimension.code for dimension in self.dimensions)

    @property
    def needed(self) -> int:
        """How many dimensions two countries must share: two thirds, rounded up."""
        return needed(len(self.dimensions))


def needed(dimensions: int) -> int:
    """Return how many of ``dimensions`` two countries must share for a distance."""
    return math.ceil(2 * dimensions / 3)
