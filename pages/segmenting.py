"""Segments worked out once for the process: spaces, resampling with progress, trees."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.words import _
from frameworks.culture.segments.choice import Choice, resampling, suggestion
from frameworks.culture.segments.segmentation import Segmentation, segmentation
from frameworks.culture.segments.space import Space, space
from frameworks.culture.segments.stability import DRAWS, Stability
from frameworks.culture.segments.tree import Tree, tree
from frameworks.reference import Reference

_STEP = 10
_MOST = 32


@dataclass(frozen=True, eq=False)
class Held:
    """A space with a method: what a choice of models, markets and method comes to."""

    place: Space
    method: str


@lru_cache(maxsize=_MOST)
def held(reference: Reference, models: tuple[str, ...], markets: tuple[str, ...] | None, method: str) -> Held:
    """Return the space of the markets over the models; one object for the same question."""
    return Held(space(reference, models, markets, complete=method == "ward"), method)


_checked: dict[Held, tuple[dict[int, Stability], Choice]] = {}


def checked(asked: Held, place: DeltaGenerator | None = None) -> tuple[dict[int, Stability], Choice]:
    """Return how steady every number of segments is, and which is suggested; the first time with a bar of progress.

    place: where the bar is drawn; one that is always there, or what stands below would move and what is open close.
    """
    found = _checked.get(asked)
    if found is None:
        told = _("Drawing the evidence again, to see which segments return …")
        bar = (place or st).progress(0.0, told)
        work = resampling(asked.place, asked.method, draws=DRAWS)
        for step, done in enumerate(work.steps(), start=1):
            if step % _STEP == 0:
                bar.progress(done, told)
        bar.empty()
        steady = work.found()
        found = (steady, suggestion(asked.place, asked.method, steady))
        while len(_checked) >= _MOST:
            _checked.pop(next(iter(_checked), asked), None)
        _checked[asked] = found
    return found


@lru_cache(maxsize=_MOST)
def made(asked: Held, k: int) -> Segmentation:
    """Return the segments; the resampling is done by then."""
    return segmentation(asked.place, asked.method, k, checked(asked)[0].get(k))


@lru_cache(maxsize=_MOST)
def grown(asked: Held) -> Tree:
    """Return the tree of the markets: by Ward's method where that was chosen, else by average linkage."""
    return tree(asked.place.distances, "ward" if asked.method == "ward" else "average")
