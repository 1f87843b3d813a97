"""What others reach: published figures for a KPI, with source and year; illustrations are told apart."""

from __future__ import annotations

import math
from dataclasses import dataclass

from frameworks.reference import Reference


@dataclass(frozen=True)
class Benchmark:
    """One published figure or range.

    low, high:  in the KPI's unit (shares 0-1, money in ``currency``); None where the range is open on that side.
    scope:      what it holds for. year: None where the source gives none.
    kind:       public, or seed: an illustration, no measured figure.
    confidence: low, medium or high.
    """

    kpi: str
    low: float | None
    high: float | None
    scope: str
    source: str
    year: int | None
    kind: str
    confidence: str
    url: str
    currency: str | None = None

    @property
    def illustration(self) -> bool:
        """Say whether the figure only illustrates."""
        return self.kind == "seed"


def benchmarks(reference: Reference, kpi: str, currency: str | None = None) -> tuple[Benchmark, ...]:
    """Return what is published for a KPI, the widest and best first, illustrations last; nothing while the table is off.

    The order is the table's: figures for all shops before those of a trade, a device or a country, then by
    confidence, then the newest.

    currency: leaves out amounts in another currency, which no rate of today would make comparable.
    """
    rows = reference.table("benchmarks")
    found = (
        Benchmark(
            row.kpi, _end(row.low), _end(row.high), row.scope, row.source,
            None if math.isnan(row.year) else int(row.year), row.kind, row.confidence, row.url,
            row.unit if row.unit.isupper() else None,
        )
        for row in rows[rows["kpi"] == kpi].itertuples()
    )  # fmt: skip
    return tuple(each for each in found if currency is None or each.currency in (None, currency))


def _end(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
