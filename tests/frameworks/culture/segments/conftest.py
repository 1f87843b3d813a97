"""Markets planted in groups, as a space and as a reference."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np
import pandas as pd
import pytest

from frameworks.culture.hofstede import MODEL
from frameworks.culture.segments.space import Space, distances
from frameworks.reference import Reference

CULTURE = ("hofstede", "globe", "schwartz", "world_values")


@pytest.fixture(scope="session")
def planted():
    """Make a space of groups whose centres lie ``apart`` spreads from each other."""

    def make(sizes=(12, 9, 7), *, apart=6.0, dimensions=6, seed=3, holes=0) -> Space:
        random = np.random.default_rng(seed)
        centres = np.eye(dimensions)[: len(sizes)] * apart
        values = np.concatenate([c + random.normal(0, 0.5, (n, dimensions)) for c, n in zip(centres, sizes, strict=True)])
        codes = [f"{chr(65 + i // 26)}{chr(65 + i % 26)}X" for i in range(len(values))]
        for row in random.choice(len(values), holes, replace=False):
            values[row, random.integers(len(sizes), dimensions)] = np.nan
        columns = pd.MultiIndex.from_product([["hofstede"], MODEL.codes[:dimensions]])
        scores = pd.DataFrame(values, index=codes, columns=columns)
        return Space(("hofstede",), scores, distances(scores), {code: ("hofstede",) for code in codes}, {})

    return make


@pytest.fixture(scope="session")
def only_hofstede(reference):
    """Make a reference whose one culture model is Hofstede with these rows (iso3 and six scores)."""

    def make(rows: pd.DataFrame) -> Reference:
        table = rows.reindex(columns=["iso3", *MODEL.codes, "note"])
        off = frozenset({"globe", "schwartz", "world_values", "hofstede_estimates", "stand_ins"})
        return Reference(MappingProxyType({**reference.tables, "hofstede": table}), "planted", off)

    return make
