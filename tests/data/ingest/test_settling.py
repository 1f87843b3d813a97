"""Currency, period and market are settled from the file and from what is said."""

from __future__ import annotations

import pytest

from data.ingest.model import Field, Layout, Target
from tests.data.ingest.made import run

SPEND = Layout(
    "made",
    "spend",
    (Field("campaign", ("Campaign",), required=True), Field("cost", ("Cost", "Cost (EGP)", "Cost in €"), "amount"),
     Field("market", ("Country",), "market")),
    (Target("spend", {"campaign": "campaign", "spend": "cost", "currency": "currency", "market": "market",
                      "period_start": "period_start", "period_end": "period_end"}),),
    measures=("cost",),
)  # fmt: skip


def spend(folder, cell="5.00", header="Cost", layout=SPEND, **more):
    fields = tuple(
        each if each.alias != "cost" else Field("cost", (header,), "amount") for each in layout.fields
    )
    layout = Layout(layout.platform, layout.kind, fields, layout.targets, assumes=layout.assumes, measures=layout.measures)
    con, outcome = run(folder, [["Spring", cell]], layout, ("Campaign", header), **more)
    row = con.execute("SELECT currency, period_start::VARCHAR, period_end::VARCHAR, market FROM staged_spend").fetchone()
    return row, {one.name: one for one in outcome.report.assumptions}


@pytest.mark.parametrize(
    ("header", "cell", "currency"),
    [("Cost (EGP)", "5.00", "EGP"), ("Cost in €", "5.00", "EUR"), ("Cost", "5.00 zł", "PLN"), ("Cost", "JPY 500", "JPY")],
)
def test_the_file_names_the_currency(tmp_path, header, cell, currency):
    row, assumed = spend(tmp_path, cell, header)
    assert row[0] == currency
    assert "currency" not in assumed


def test_a_shared_sign_is_assumed_and_offered(tmp_path):
    row, assumed = spend(tmp_path, "$5.00")
    assert row[0] == "USD"
    assert "CAD" in assumed["currency"].options


def test_a_silent_file_is_assumed_and_said(tmp_path):
    row, assumed = spend(tmp_path)
    assert row[0] == "EUR"
    assert "names no currency" in str(assumed["currency"].evidence)


def test_the_person_overrules_all(tmp_path):
    row, assumed = spend(tmp_path, "$5.00", assume={"currency": "aud", "market": "AUS"})
    assert (row[0], row[3]) == ("AUD", "AUS")
    assert "currency" not in assumed


def test_the_lines_above_the_table_name_the_period_and_the_currency(tmp_path):
    row, _ = spend(tmp_path, preamble=("# 20250627-20250924", "Currency: SEK"))
    assert row[:3] == ("SEK", "2025-06-27", "2025-09-24")
