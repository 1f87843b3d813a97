"""Which markets to look at: by region, by income, by how sure the data are. No score moves."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from frameworks.labels import N_
from frameworks.potential.indicators import wide
from frameworks.reference import Reference

REGIONS = {
    "002": N_("Africa"),
    "019": N_("Americas"),
    "142": N_("Asia"),
    "150": N_("Europe"),
    "009": N_("Oceania"),
}
"""Continents by their United Nations M49 code."""

INCOMES = {
    "low": N_("below 5,000"),
    "middle": N_("5,000 to 15,000"),
    "upper": N_("15,000 to 40,000"),
    "high": N_("above 40,000"),
}
"""Bands of our own of GDP per person at purchasing power parity, international dollars of 2021."""

_ENDS = (5_000, 15_000, 40_000)
CONFIDENCES = ("A", "B", "C", "D")

SIZES = {
    "population": N_("Population"),
    "gdp_ppp": N_("Economy (GDP, PPP)"),
    "hh_consumption_usd": N_("Household spending"),
    "urban_pop": N_("City dwellers"),
}
"""Indicators that the bubble area may show."""


def income(reference: Reference) -> pd.Series:
    """Return each market's income band, a key of ``INCOMES`` or "" where GDP per person is unknown."""
    gdp = wide(reference).reindex(columns=["gdp_pc_ppp"])["gdp_pc_ppp"].to_numpy(float)
    bands = np.array([*INCOMES, ""], dtype=object)
    return pd.Series(bands[np.where(np.isnan(gdp), len(INCOMES), np.searchsorted(_ENDS, gdp, side="right"))], reference.markets)


def size(reference: Reference, measure: str) -> pd.Series | None:
    """Return the bubble measure by market in its unit, None for a measure that is not in ``SIZES``."""
    if measure not in SIZES:
        return None
    return wide(reference).reindex(columns=[measure])[measure]


def keep(
    frame: pd.DataFrame,
    reference: Reference,
    *,
    regions: Collection[str] = (),
    incomes: Collection[str] = (),
    confidences: Collection[str] = (),
) -> pd.DataFrame:
    """Return the rows of a scored frame that fit all filters; an empty filter lets every market pass."""
    mask = np.ones(len(frame), dtype=bool)
    if regions:
        region = reference.tables["markets"].set_index("iso3")["region"]
        mask &= region.reindex(frame.index).isin(list(regions)).to_numpy()
    if incomes:
        mask &= income(reference).reindex(frame.index).isin(list(incomes)).to_numpy()
    if confidences:
        mask &= frame["affinity_confidence"].isin(list(confidences)).to_numpy()
    return frame[mask]
