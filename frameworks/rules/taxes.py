"""What tax a market lays on a sale, how shops show it, and what enters free of duty and of tax."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from frameworks.labels import N_
from frameworks.reference import Reference

KINDS = {"vat": N_("Value-added tax"), "gst": N_("Goods and services tax"), "sales_tax": N_("Sales tax")}


@dataclass(frozen=True)
class Threshold:
    """The value up to which an import is free: of duty, or of tax. 0 means that nothing is.

    note: what the limit counts, "" where nothing need be said.
    """

    amount: float
    currency: str
    year: int | None
    source: str
    checked: bool
    note: str = ""


@dataclass(frozen=True)
class Tax:
    """The tax on sales in a market.

    kind:      a key of ``KINDS``. local_name: what it is called there, "" where unknown.
    standard:  per cent of the price, None where unknown. other: what a second list says where it differs.
    reduced:   reduced rates in per cent, highest first, () where none is listed.
    inclusive: whether shops show prices with tax; None where no list says.
    since:     ISO day since which the rates apply, "" where unknown. year: of the lists.
    checked:   False where lists differ or the only one gives a 0 that may stand for a gap.
    changes:   what is said, from memory, to have changed; always unchecked, "" for nothing.
    """

    kind: str
    local_name: str
    standard: float | None
    other: float | None
    reduced: tuple[float, ...]
    inclusive: bool | None
    since: str
    year: int | None
    source: str
    confidence: str
    checked: bool
    note: str
    duty_free: Threshold | None
    tax_free: Threshold | None
    changes: str


def tax(reference: Reference, market: str) -> Tax | None:
    """Return the tax on sales in ``market``, None where no list has it. Source: table ``taxes``."""
    row = reference.derived(_by_market).get(market)
    if row is None:
        return None
    return Tax(
        kind=row["kind"], local_name=row["local_name"], standard=_figure(row["standard"]),
        other=_figure(row["other_standard"]),
        reduced=tuple(float(rate) for rate in row["reduced"].split("|") if rate),
        inclusive={"yes": True, "no": False}.get(row["inclusive"]), since=row["since"], year=_year(row["year"]),
        source=row["source"], confidence=row["confidence"], checked=row["checked"] == "yes", note=row["note"],
        duty_free=_threshold(row, "duty_free"), tax_free=_threshold(row, "tax_free"), changes=row["unchecked_note"],
    )  # fmt: skip


def _by_market(reference: Reference) -> Mapping[str, Mapping[str, object]]:
    return {row["iso3"]: row for row in reference.table("taxes").to_dict("records")}


def _threshold(row: Mapping, name: str) -> Threshold | None:  # type: ignore[type-arg]
    amount = _figure(row[name])
    if amount is None:
        return None
    return Threshold(
        amount, row[f"{name}_currency"], _year(row["threshold_year"]), row["threshold_source"],
        row["threshold_checked"] == "yes", row[f"{name.split('_')[0]}_note"],
    )  # fmt: skip


def _figure(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def _year(value: float) -> int | None:
    return None if pd.isna(value) else int(value)
