"""What the report says beyond the numbers."""

from __future__ import annotations

from data.ingest import read_export
from tests.data.ingest.made import run

DAY = "2025-03-01 10:00:00"


def test_columns_nobody_needs_and_columns_about_people_are_named(tmp_path):
    headers = ("Order", "Date", "Total", "Email", "Warehouse", "Remark", "Last name")
    rows = [["A1", DAY, "1.00", "a@b.de", "North", "c@d.de", "Berg"], ["A2", DAY, "1.00", "e@f.de", "South", "g@h.de", "Holm"]]
    report = run(tmp_path, rows, headers=headers)[1].report
    assert report.ignored == ("Warehouse",)
    dropped = dict(report.dropped)
    assert dropped["Email"] == dropped["Remark"] == "e-mail"
    assert "Last name" in dropped


def test_unknown_words_are_counted_and_blanked(tmp_path):
    said = ("Narnia", "Narnia", "x@y.de")
    rows = [[f"A{place}", DAY, "1.00", "", "", "", word] for place, word in enumerate(said)]
    assert run(tmp_path, rows)[1].report.unknown == (("market", "Narnia", 2), ("market", "•••", 1))


def test_the_days_covered_are_those_of_kept_rows(tmp_path):
    rows = [["A1", DAY, "1.00"], ["A2", "2025-04-02", "1.00"], ["A3", "2026-01-01", "junk"]]
    report = run(tmp_path, rows)[1].report
    assert (report.first_day, report.last_day) == ("2025-03-01", "2025-04-02")


def test_a_report_without_days_covers_its_whole_period(tmp_path):
    path = tmp_path / "ga4.csv"
    path.write_text("# Start date: 20261001\n# End date: 20261031\n\nCountry,Sessions,Key events\nGermany,10,1\nFrance,5,0\n")
    report = read_export(path).report
    assert (report.first_day, report.last_day) == ("2026-10-01", "2026-10-31")
