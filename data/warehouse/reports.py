"""A reader's report as plain data, to be kept with its upload, and back; sentences stay translatable."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from data.ingest.model import Assumption, IngestError, Reason, Reconciled, Report
from frameworks.labels import Sentence

MOST_REJECTS = 10_000
"""Rows set aside that are kept to be downloaded; all of them are counted."""

_KINDS = {"reasons": Reason, "reconciled": Reconciled, "assumptions": Assumption}


def to_json(report: Report) -> str:
    """Return the report as JSON, with the first rows set aside."""
    plain = {field.name: _plain(getattr(report, field.name)) for field in fields(report) if field.name != "rejects"}
    if report.rejects is not None:
        kept = report.rejects.head(MOST_REJECTS)
        plain["rejects"] = {
            "columns": [str(column) for column in kept.columns],
            "rows": [[_plain(cell) for cell in row] for row in kept.itertuples(index=False, name=None)],
        }
    return json.dumps(plain, ensure_ascii=False)


def from_json(stored: str | Mapping[str, Any]) -> Report:
    """Return the report that ``to_json`` wrote; what a newer Landfall added to it is left out."""
    plain = json.loads(stored) if isinstance(stored, str) else dict(stored)
    plain = {
        "rows_read": 0,
        "rows_kept": 0,
        "rows_merged": 0,
        "rows_left_out": 0,
        "rows_set_aside": 0,
        "records": {},
        **plain,
    }
    known = {field.name for field in fields(Report)}
    values = {name: _again(value) for name, value in plain.items() if name in known and name != "rejects"}
    for name, kind in _KINDS.items():
        parts = {field.name for field in fields(kind)}
        values[name] = tuple(kind(**{key: part[key] for key in part if key in parts}) for part in values.get(name, ()))
    rejects = plain.get("rejects")
    if rejects is not None:
        values["rejects"] = pd.DataFrame([_again(row) for row in rejects["rows"]], columns=rejects["columns"])
    return Report(**values)


def _plain(value: Any) -> Any:
    if isinstance(value, Sentence):
        filled = {name: _plain(part) for name, part in value.values.items()}
        return {"template": value.template, "values": filled, "error": isinstance(value, IngestError)}
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return None
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    item = value.item() if hasattr(value, "item") else value
    return item if isinstance(item, bool | int | float) else str(item)


def _again(value: Any) -> Any:
    if isinstance(value, dict):
        if "template" in value and "values" in value:
            kind = IngestError if value.get("error") else Sentence
            return kind(value["template"], **{name: _again(part) for name, part in value["values"].items()})
        return {key: _again(part) for key, part in value.items()}
    return tuple(_again(part) for part in value) if isinstance(value, list) else value
