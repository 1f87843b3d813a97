"""The rows set aside, and where."""

from __future__ import annotations

from types import SimpleNamespace

from data.ingest.rejects import malformed
from frameworks.labels import Sentence
from tests.data.ingest.made import run

DAY = "2025-03-01 10:00:00"


def test_rejects_show_line_reason_and_cells_without_people(tmp_path):
    rows = [["A1", DAY, "1.00"], ["A2", DAY, "junk", "", "", "EUR", "write to z@y.de", "", "a@b.de", "Anna"]]
    frame = run(tmp_path, rows)[1].report.rejects
    assert frame["line"].tolist() == [3]
    assert frame["reason"].tolist() == ["The cell under “Total” can't be read as a number."]
    assert frame.loc[0, ["Total", "Country", "Email", "Name"]].tolist() == ["junk", "write to •••", "•••", "•••"]


def test_reasons_name_the_first_lines(tmp_path):
    rows = [["A1", DAY, "junk"]] * 30
    (reason,) = [each for each in run(tmp_path, rows)[1].report.reasons if each.outcome == "set_aside"]
    assert (reason.rows, reason.lines) == (30, tuple(range(2, 22)))


def test_headers_of_ours_do_not_clash(tmp_path):
    headers = ("Order", "Date", "Total", "reason")
    frame = run(tmp_path, [["A1", DAY, "junk", "why"]], headers=headers)[1].report.rejects
    assert list(frame.columns) == ["line", "reason", "Order", "Date", "Total", "reason (file)"]


def test_rows_that_do_not_fit_the_table_are_grouped_by_what_is_wrong():
    wide, torn = Sentence("Too many cells."), Sentence("Its quotes do not fit.")
    found = malformed(SimpleNamespace(malformed=[(4, "a,b,c", wide), (5, '"a', torn), (9, "a,b,c", wide)]))
    assert [(str(each.reason), each.rows, each.lines) for each in found] == [
        ("Too many cells.", 2, (4, 9)),
        ("Its quotes do not fit.", 1, (5,)),
    ]
