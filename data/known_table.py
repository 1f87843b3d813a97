"""Reads a shipped table fast: every check at a glance, no fault told.

It makes the same checks as data/table_check.py, on whole columns and before pandas sees them. A table
that fails any of them is left to that module, which reads cell by cell and names each fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from data.table_check import MAX_BYTES, NUMBERS, YEARS, iso3_codes

_ENDLESS = 1e300


def sound(raw: bytes, meta: Mapping[str, Any]) -> pd.DataFrame | None:
    """Return the frame of a CSV file described by ``meta``, or None when anything about it is not as it should be.

    raw, meta: as for ``data.table_check.parse``, whose frame this equals.
    """
    if len(raw) > MAX_BYTES or b"\x00" in raw:
        return None
    columns = meta["columns"]
    kinds = {name: pa.float64() if about["type"] in NUMBERS else pa.string() for name, about in columns.items()}
    try:
        table = csv.read_csv(
            pa.BufferReader(raw),
            read_options=csv.ReadOptions(use_threads=False, block_size=len(raw) + 1),  # one piece a column
            parse_options=csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
            convert_options=csv.ConvertOptions(
                column_types=kinds, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=True
            ),
        )
    except pa.ArrowInvalid:
        return None
    if not table.num_rows or any(table.column_names.count(name) != 1 for name in columns):
        return None
    table = table.select(list(columns)).combine_chunks()
    if not all(_sound(table[name], about, name in meta["key"]) for name, about in columns.items()):
        return None
    return None if _twice(table, meta["key"]) else _frame(table, columns)


def _sound(cells: pa.ChunkedArray, about: Mapping[str, Any], in_key: bool) -> bool:
    kind = about["type"]
    if cells.null_count and (in_key or (kind == "iso3" and not about.get("nullable"))):
        return False
    if kind == "iso3":
        return set(cells.unique().drop_null().to_pylist()) <= iso3_codes()
    if kind == "text":
        return True
    if pc.any(pc.is_nan(cells)).as_py():
        return False
    low, high = YEARS if kind == "year" else (about.get("min"), about.get("max"))
    ends = pc.min_max(cells).as_py()
    if ends["min"] is None:  # a column without any figure
        return True
    return ends["min"] >= float(-_ENDLESS if low is None else low) and ends["max"] <= float(
        _ENDLESS if high is None else high
    )


def _twice(table: pa.Table, key: list[str]) -> bool:
    """Say whether a key may stand twice: rows are numbered by their cells, and equal ones get one number."""
    numbers = np.zeros(table.num_rows, dtype=np.int64)
    for name in key:
        coded = table[name].combine_chunks().dictionary_encode()
        numbers = numbers * max(1, len(coded.dictionary)) + coded.indices.to_numpy()
    numbers.sort()
    return bool((numbers[1:] == numbers[:-1]).any())


def _frame(table: pa.Table, columns: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    for place, (name, about) in enumerate(columns.items()):
        if about["type"] == "text" and table[name].null_count:
            table = table.set_column(place, name, pc.fill_null(table[name], ""))
    years = [name for name, about in columns.items() if about["type"] == "year" and not about.get("nullable")]
    whole = [name for name in years if not table[name].null_count]
    return table.to_pandas().astype(dict.fromkeys(whole, "int64"))
