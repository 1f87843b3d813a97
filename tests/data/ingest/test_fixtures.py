"""Every fixture file comes out as the totals and cells beside it say, and every row and amount is accounted for."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data.ingest import read_export
from data.ingest.layouts import ALL

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED = sorted(FIXTURES.glob("*.expected.json"))


@pytest.fixture(scope="module", params=EXPECTED, ids=lambda path: path.name.removesuffix(".expected.json"))
def read(request):
    expected = json.loads(request.param.read_text(encoding="utf-8"))
    path = FIXTURES / request.param.name.removesuffix(".expected.json")
    return expected, read_export(path, assume=expected.get("assume"), salt=b"the salt of the tests")


def same(found: Any, wanted: Any) -> bool:
    if wanted is None:
        return bool(pd.isna(found))
    if pd.isna(found):
        return False
    if isinstance(wanted, bool):
        return bool(found) is wanted
    if isinstance(found, pd.Timestamp) or hasattr(found, "isoformat"):
        return pd.Timestamp(found) == pd.Timestamp(wanted)
    if isinstance(found, (int, float, Decimal)):
        return float(found) == pytest.approx(float(wanted), abs=1e-9)
    return str(found) == str(wanted)


def rows_with(frame: pd.DataFrame, where: dict[str, Any]) -> pd.DataFrame:
    keep = pd.Series(True, index=frame.index)
    for column, wanted in where.items():
        keep &= frame[column].map(lambda found, wanted=wanted: same(found, wanted)).astype(bool)
    return frame[keep]


def test_it_is_recognised(read):
    expected, found = read
    assert found.recognised
    assert (found.platform, found.kind) == (expected["platform"], expected["kind"])


def test_every_row_is_accounted_for(read):
    expected, found = read
    report = found.report
    parts = {
        "read": report.rows_read, "kept": report.rows_kept, "merged": report.rows_merged,
        "left_out": report.rows_left_out, "set_aside": report.rows_set_aside,
    }  # fmt: skip
    assert parts["read"] == sum(parts.values()) - parts["read"]
    assert {name: parts[name] for name in expected["rows"]} == expected["rows"]
    assert {table: len(found.tables[table]) for table in found.tables} == expected["records"]


def test_the_totals_are_right(read):
    expected, found = read
    for name, wanted in expected["sums"].items():
        table, column = name.split(".")
        frame = found.tables[table]
        values = pd.to_numeric(frame[column].astype(object)).fillna(0)
        sums = values.groupby(frame["currency"].fillna("")).sum()
        by_currency = {currency: total for currency, total in sums.items() if total or currency in wanted}
        assert by_currency == {cur: pytest.approx(float(total)) for cur, total in wanted.items()}, name


def test_the_cells_are_right(read):
    expected, found = read
    for table, where, wanted in expected["cells"]:
        rows = rows_with(found.tables[table], where)
        assert len(rows) == 1, (table, where, found.tables[table].to_string())
        row = rows.iloc[0]
        wrong = {column: (row[column], value) for column, value in wanted.items() if not same(row[column], value)}
        assert not wrong, (table, where)


def test_buyers_are_known_again_and_not_by_name(read):
    expected, found = read
    for table, one, other in expected.get("same_customer", ()):
        first, second = (rows_with(found.tables[table], where).iloc[0]["customer_key"] for where in (one, other))
        assert first == second
        assert len(first) == 32
    assert set(expected["dropped"]) <= {header for header, _ in found.report.dropped}
    rejected = found.report.rejects
    shown = "\n".join(found.tables[table].to_csv() for table in found.tables)
    shown += "" if rejected is None else rejected.to_csv()
    for secret in ("example.com", "Berg", "Martin", *expected.get("secret", ())):
        assert secret not in shown.replace("Berg GmbH", "")


def test_what_was_done_is_said(read):
    expected, found = read
    said = [reason.reason.said() if hasattr(reason.reason, "said") else str(reason.reason) for reason in found.report.reasons]
    for wanted in expected["reasons"]:
        assert any(wanted in reason for reason in said), (wanted, said)


def test_amounts_reconcile_with_the_file(read):
    _, found = read
    assert [one for one in found.report.reconciled if abs(one.difference) > 1e-9] == []
    for one in found.report.reconciled:
        if one.stated is not None:
            assert one.stated == pytest.approx(one.in_file), one


def test_every_platform_has_a_fixture():
    have = {tuple(json.loads(path.read_text(encoding="utf-8"))[name] for name in ("platform", "kind")) for path in EXPECTED}
    assert {(layout.platform, layout.kind) for layout in ALL} <= have
