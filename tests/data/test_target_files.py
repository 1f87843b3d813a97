"""Plans as files: what is written reads back equal, and files from elsewhere are read as they come."""

from __future__ import annotations

import contextlib
import io
from datetime import date, datetime, timedelta

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from data import target_files
from data.ingest.model import IngestError
from data.table_check import TableError
from data.target_files import MAX_BYTES, read_plan, template, write_plan
from frameworks.kpi import KPIS
from frameworks.kpi.targets import Target, targetable
from frameworks.labels import Sentence

_TOP = {"share": 1.0, "points": 100.0, "stars": 5.0}
_LOW = {"points": -100.0, "stars": 1.0}


@st.composite
def plans(draw):
    found = {}
    for kpi in draw(st.lists(st.sampled_from(targetable()), min_size=1, max_size=5)):
        unit = KPIS[kpi].unit
        first = date(2000, 1, 1) + timedelta(draw(st.integers(0, 30_000)))
        last = first + timedelta(draw(st.integers(0, 3652)))
        market = draw(st.sampled_from([None, "DEU", "JPN", "XKX", "USA"]))
        low, top = _LOW.get(unit, 0.0), _TOP.get(unit, 1e15)
        value = draw(st.floats(low, top))
        value = round(value, draw(st.sampled_from([0, 3, 17]))) + 0.0  # three digits may pass for thousands
        money = draw(st.sampled_from(["EUR", "JPY", "BRL"])) if unit == "money" else None
        found[kpi, market, first, last] = Target(kpi, market, first, last, float(value), money)
    return tuple(found.values())


@settings(max_examples=40, deadline=None)
@given(plans())
def test_a_plan_reads_back_as_it_was_written(plan):
    assert read_plan(write_plan(plan), "plan.csv") == plan


def test_figures_are_written_so_that_no_thousands_are_read_into_them():
    values = (12.125, 0.001, 1200.0, 1e-9, 123456.789, 1e15)
    plan = tuple(Target("resolution_hours", None, date(2026, 1, n), date(2026, 1, n), value) for n, value in enumerate(values, 1))
    assert read_plan(write_plan(plan), "plan.csv") == plan and b"12.1250" in write_plan(plan)
    assert read_plan(write_plan(plan[:1]), "plan.csv") == plan[:1]
    loss = (Target("contribution_margin", "DEU", date(2026, 1, 1), date(2026, 1, 2), -5.5, "EUR"),)
    assert b",-5.5," in write_plan(loss) and read_plan(write_plan(loss), "x.csv") == loss


def test_the_examples_of_the_template_are_no_targets():
    assert template().decode("utf-8-sig").startswith("kpi,market,from,to,target,currency\r\n")
    with pytest.raises(TableError, match="no target in it"):
        read_plan(template(), "plan.csv")
    filled = template() + b"orders,all,2026-01-01,2026-12-31,5,\r\n"
    assert [target.value for target in read_plan(filled, "plan.csv")] == [5]
    uncommented = template().replace(b"# revenue", b"revenue").replace(b"# conversion", b"conversion")
    assert [target.value for target in read_plan(uncommented, "plan.csv")] == [120_000, 0.035]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_any_delimiter_and_encoding_is_read(encoding, delimiter):
    rows = (["Kennzahl", "Land", "Zeitraum", "Ziel"], ["Bestellungen", "Österreich", "März 2026", "1200"])
    raw = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    assert read_plan(raw, "plan.csv") == (Target("orders", "AUT", date(2026, 3, 1), date(2026, 3, 31), 1200.0),)


def test_a_workbook_with_months_side_by_side_is_read_and_its_notes_are_not():
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        page = book.add_worksheet("2026")
        month, share = (book.add_format({"num_format": form}) for form in ("mmm yyyy", "0%"))
        page.write(0, 0, "Our plan")
        page.write_row(2, 0, ["KPI", "Market", "Currency"])
        for place in range(2):
            page.write_datetime(2, 3 + place, datetime(2026, 1 + place, 1), month)
        page.write_row(3, 0, ["Revenue", "Germany", "EUR", 1000, 2000.5])
        page.write_row(4, 0, ["Conversion rate", "", ""])
        page.write(4, 4, 0.125, share)
        book.add_worksheet("Notes").write(0, 0, "agreed on 3 May")
    january, february = (date(2026, 1, 1), date(2026, 1, 31)), (date(2026, 2, 1), date(2026, 2, 28))
    assert read_plan(buffer.getvalue(), "plan.xlsx") == (
        Target("revenue", "DEU", *january, 1000.0, "EUR"), Target("revenue", "DEU", *february, 2000.5, "EUR"),
        Target("conversion_rate", None, *february, 0.125),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "error", "said"),
    [
        (b"", IngestError, "empty"), (b"\x89PNG\r\n\x1a\n", IngestError, "PNG"),
        (b"a,b\n1,2\n", TableError, "no columns for the KPI"),
        (b"kpi,period,target\n", TableError, "no target"), (b"kpi,period,target\norders,2026,\n", TableError, "no target"),
        (b"x" * (MAX_BYTES + 1), TableError, "allowed"), (b"\x1f\x8b\x08\x00", TableError, "no table"),
        (b'kpi,period,target\norders,2026,"5\n', TableError, "line 2"),
        (b"kpi,period,target\norders,2026,=1+1\n", TableError, "no figure"),
    ],
)  # fmt: skip
def test_what_is_no_plan_is_refused_in_one_sentence(raw, error, said):
    with pytest.raises(error, match=said):
        read_plan(raw, "plan.csv")


def test_more_targets_than_a_workspace_holds_are_refused(monkeypatch):
    monkeypatch.setattr(target_files, "MOST", 1)
    with pytest.raises(TableError, match="more than 1 targets"):
        read_plan(b"kpi,2026-01,2026-02\norders,1,2\n", "plan.csv")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=80) | st.text("kpiorders,;\n\"0123456789%€.-'target period", max_size=80).map(str.encode))
def test_whatever_comes_is_read_or_refused_in_a_sentence(noise):
    for raw in (noise, b"kpi,period,target,currency\norders,2026," + noise):
        with contextlib.suppress(Sentence):
            read_plan(raw, "plan.csv")
