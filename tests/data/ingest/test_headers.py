"""The header of a table is found among its first rows."""

from __future__ import annotations

from data.ingest.headers import Header, cell_text, header_of, unique
from data.ingest.records import Record


def found(*rows, ragged=True):
    return header_of([Record(line, line, list(cells)) for line, cells in enumerate(rows, start=1)], ragged)


def test_the_header_is_the_first_row_as_wide_as_the_table():
    header = found(["Report"], ["Shop", "Berlin"], ["Day", "Orders", "Sales"], ["1", "2", "3"])
    assert header == Header(2, 1, ("Day", "Orders", "Sales"))


def test_a_spreadsheet_tells_the_header_by_what_it_fills():
    assert found(["Report", "", ""], ["Day", "Orders", "Sales"], ["1", "2", "3"], ragged=False).before == 1


def test_figures_name_no_columns():
    assert found(["1", "2.5"], ["3", "4.5"]) == Header(0, 0, ("Column 1", "Column 2"))


def test_a_delimiter_at_the_end_of_each_row_makes_no_column():
    assert found(["a", "b"], ["1", "2", ""], ["3", "4", ""]).names == ("a", "b")
    assert found(["a", "b", ""], ["1", "2", ""]).names == ("a", "b")


def test_rows_that_are_all_too_wide_keep_their_header():
    assert found(["Id", "City", "Sum"], ["1", "Paris", "F", "5"], ["2", "Rome", "I", "6"]).names == (
        "Id",
        "City",
        "Sum",
    )


def test_no_two_columns_have_the_same_name():
    assert unique(["Name", "", "name", "Name", "\u00a0Sum "]) == ("Name", "Column 2", "name (2)", "Name (3)", "Sum")


def test_nothing_is_no_header():
    assert header_of([], True) is None


def test_spaces_of_every_kind_are_no_text():
    assert cell_text("\u00a0\u202f a b\t") == "a b"


def test_words_over_groups_of_columns_belong_to_the_header():
    names = ("Order Number", "Order Date", "Country", "Email", "Net", "Total")
    head = ["Order", "", "Customer", "", "Amounts", ""], ["Number", "Date", "Country", "Email", "Net", "Total"]
    rows = ["1", "2026-03-01", "Germany", "a@b.de", "100.00", "119.00"], ["2", "2026-03-02", "France", "", "50.00", "60.00"]
    for ragged in (True, False):
        assert found(*head, *rows, ragged=ragged) == Header(0, 2, names)
        assert found(["Report", *[""] * 5], *head, *rows, ragged=ragged) == Header(1, 2, names)


def test_lines_above_the_table_are_no_words_over_groups():
    head = ["Day", "Country", "Visits", "Orders"], ["2026-10-01", "Peru", "5", "1"], ["2026-10-02", "Peru", "6", "2"]
    assert found(["Shop", "Berlin", "", ""], *head).before == 1
    text = ["Name", "", "City", ""], ["Anna", "Berg", "Leipzig", "Saxony"], ["Luc", "Martin", "Lyon", "Rhone"]
    assert found(*text).rows == 1


def test_months_over_a_table_are_its_header():
    header = found(["Country", "2026-01", "2026-02", "2026-03"], ["Peru", "5", "6", "7"])
    assert header == Header(0, 1, ("Country", "2026-01", "2026-02", "2026-03"))
