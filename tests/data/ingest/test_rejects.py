"""The rows set aside, and where."""

from __future__ import annotations

from types import SimpleNamespace

from data.ingest import read_export
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


def test_the_cell_that_was_rejected_and_dates_beside_it_are_shown(tmp_path):
    headers = ("Order", "Date", "Total", "Remark", "Phone")
    rows = [
        ["403-1234567-1234567", DAY, "1234.567.890,12.34", "please call 0170 1234567 soon", "0170 1234567"],
        ["0012345678", "03.04.2025 10 20 30 40", "12.00", "to be paid on 01.03.2025 10:00", "0170 1234567"],
        ["A3", "anna@x.de 2025", "12.00", "the article 4006381333931 again", "0170 1234567"],
    ]
    frame = run(tmp_path, rows, headers=headers)[1].report.rejects
    assert frame["Order"].tolist() == ["403-1234567-1234567", "0012345678", "A3"]
    assert frame["Date"].tolist() == [DAY, "03.04.2025 10 20 30 40", "••• 2025"]
    assert frame["Total"].tolist() == ["1234.567.890,12.34", "12.00", "12.00"]
    assert frame["Remark"].tolist() == ["please call ••• soon", "to be paid on 01.03.2025 10:00", "the article 4006381333931 again"]
    assert frame["Phone"].tolist() == ["•••"] * 3


def test_rejects_stand_in_the_order_of_the_lines(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("Order ID,Order date,Order total\n1,2025-01-01,x1\n2,2025-01-02,5,6,7\n3,2025-01-03,x3\n4\n5,2025-01-05,x5\n"
                    + "".join(f"{n},2025-02-01,9.50\n" for n in range(6, 30)))  # fmt: skip
    frame = read_export(path).report.rejects
    assert frame["line"].tolist() == [2, 3, 4, 5, 6]


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
