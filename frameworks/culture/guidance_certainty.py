"""Which culture gaps are larger than what is not known about them.

The models publish no errors of their averages, so the margin is taken from how far repeated or partial
measurements lie apart, in the same tables:

- World Values: nine of ten changes between two surveys of one country are smaller than the margin.
- A part that stands in for the whole: nine of ten differences between two regions of one country are smaller.
- An estimate, or a scale that no scale of another model can be checked against: one standard deviation.
- All others: half a standard deviation, below which no gap is told.

Whatever its size, a gap is not beyond uncertainty where related scales of other models point the other way as
often as they agree. The size of one standard deviation and the rule of nine in ten are ours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import pandas as pd

from frameworks.culture.gaps import LARGE, SMALL, CultureGaps, Gap
from frameworks.culture.scores import MODELS, model_scores
from frameworks.labels import N_
from frameworks.reference import Reference

NINE_OF_TEN = 90
MARGINS = {
    "scale": N_("half a standard deviation, below which no gap is told"),
    "surveys": N_("nine of ten changes between two surveys of one country are smaller"),
    "parts": N_("a part stands in for a country, and nine of ten differences between two regions of one country are smaller"),
    "estimate": N_("an estimate must reach a whole standard deviation"),
    "alone": N_("no scale of another model can check it, so it must reach a whole standard deviation"),
}
"""Where a margin comes from."""
VERDICTS = {
    "beyond": N_("beyond uncertainty"),
    "within": N_("smaller than the margin"),
    "contradicted": N_("related scales of other models disagree"),
}


@dataclass(frozen=True)
class Certainty:
    """How a gap compares with what is not known.

    margin:  size in world standard deviations that it must exceed. why: key of ``MARGINS``.
    verdict: key of ``VERDICTS``.
    """

    gap: Gap
    margin: float
    why: str
    verdict: str


def certainties(reference: Reference, gaps: CultureGaps) -> tuple[Certainty, ...]:
    """Return how sure each told gap is, the largest first."""
    return tuple(certainty(reference, gap) for gap in gaps.told)


def certainty(reference: Reference, gap: Gap) -> Certainty:
    """Return whether a gap is beyond uncertainty; a gap of exactly the margin is not."""
    why, margin = _margin(reference, gap)
    if gap.opposite and gap.opposite >= gap.same:
        return Certainty(gap, margin, why, "contradicted")
    return Certainty(gap, margin, why, "beyond" if abs(gap.size) > margin else "within")


def firm(reference: Reference, gaps: CultureGaps) -> CultureGaps:
    """Return the gaps with only those told that are beyond uncertainty."""
    kept = tuple(one.gap for one in certainties(reference, gaps) if one.verdict == "beyond")
    return replace(gaps, told=kept)


def _margin(reference: Reference, gap: Gap) -> tuple[str, float]:
    found = [("scale", SMALL)]
    if gap.basis == "estimate":
        found.append(("estimate", LARGE))
    if gap.basis == "stand_in":
        found.append(("parts", reference.derived(_between_parts)))
    if gap.model.key == "world_values":
        found.append(("surveys", reference.derived(_between_surveys).get(gap.dimension.code, LARGE)))
    elif not gap.same and not gap.opposite:
        found.append(("alone", LARGE))
    return max(found, key=lambda one: one[1])


def _between_surveys(reference: Reference) -> dict[str, float]:
    model = model_scores(reference).get("world_values")
    if model is None:
        return {}
    rows, spread = reference.table("world_values").sort_values(["iso3", "year"]), model.scores.std(ddof=1)
    changes = {code: (rows.groupby("iso3")[code].diff().abs() / spread[code]).dropna() for code in model.scores}
    return {code: float(np.percentile(found, NINE_OF_TEN)) for code, found in changes.items() if len(found)}


def _between_parts(reference: Reference) -> float:
    """Over all models with regions of one country measured once; one standard deviation where there are none."""
    found: list[float] = []
    for key, model in model_scores(reference).items():
        groups = reference.table(MODELS[key].groups)
        if "year" in groups.columns or len(groups) == 0:
            continue
        spread = model.scores.std(ddof=1)
        regions = groups[(groups["region_type"] == "subnational") & groups["parent_iso3"].notna()]
        for _country, rows in regions.groupby("parent_iso3"):
            parts = rows[list(model.model.codes)].astype(float)
            for one, other in combinations(range(len(parts)), 2):
                apart = (parts.iloc[one] - parts.iloc[other]).abs() / spread
                found += [float(size) for size in apart if pd.notna(size)]
    return float(np.percentile(found, NINE_OF_TEN)) if found else LARGE
