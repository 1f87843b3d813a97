"""A column a month becomes a row a month."""

from __future__ import annotations

import datetime as dt

import pytest

from data.ingest import read_export
from data.ingest.month_columns import period


@pytest.mark.parametrize(("header", "first", "last"), [
    ("Jan 2026", "2026-01-01", "2026-01-31"), ("février 2026", "2026-02-01", "2026-02-28"), ("2026-03", "2026-03-01", "2026-03-31"),
    ("04/2026", "2026-04-01", "2026-04-30"), ("Mai-26", "2026-05-01", "2026-05-31"), ("2026年6月", "2026-06-01", "2026-06-30"),
    ("2026-07-04", "2026-07-04", "2026-07-04"),
])  # fmt: skip
def test_months_and_days_in_headers(header, first, last):
    assert period(header) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("header", ["Total", "2026-13", "2026-02-30", "Box 12", "", "0/2026", "2026"])
def test_other_headers(header):
    assert period(header) is None


def test_a_table_of_months_is_read_a_month_a_row(tmp_path):
    path = tmp_path / "spend.csv"
    path.write_text('''Spend by channel,,,
Channel,Jan 2026,Feb 2026,Mar 2026,Total
Google Ads,"1,200.50",1310.00,0,"2,510.50"
Meta Ads,800.00,,20.10,820.10
Total,"2,000.50",1310.00,20.10,"3,330.60"
''')
    found = read_export(path)
    frame = found.tables["spend"].sort_values(["channel_said", "period_start"])
    assert frame["spend"].astype(float).tolist() == [1200.5, 1310.0, 0.0, 800.0, 20.1]
    assert (found.report.first_day, found.report.last_day) == ("2026-01-01", "2026-03-31")
    assert any("months or days" in str(note) for note in found.report.notes)


def test_first_days_of_months_in_a_spreadsheet_are_months(tmp_path):
    path = tmp_path / "spend.csv"
    path.write_text("Ad spend\nChannel,2026-01-01,2026-02-01,2026-03-01\nEmail,1,2,3\n")
    report = read_export(path).report
    assert (report.first_day, report.last_day) == ("2026-01-01", "2026-03-31")


def test_figures_that_nothing_names_go_to_the_mapping_screen(tmp_path):
    path = tmp_path / "sales.csv"
    path.write_text("Country;2026-01;2026-02;2026-03;Total\nGermany;12,50;13,00;9,25;34,75\nFrance;8,00;;1,10;9,10\n")
    found = read_export(path)
    assert (found.recognised, tuple(found.headers)) == (False, ("Country", "Start date", "End date", "Value"))


def test_columns_of_dates_in_a_table_of_orders_stay(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("Order ID,Order date,Jan 2026,Feb 2026,Total\n1,2026-01-01,x,y,5\n2,2026-01-02,x,z,6\n")
    assert read_export(path).tables["orders"]["gross"].astype(float).tolist() == [5, 6]
