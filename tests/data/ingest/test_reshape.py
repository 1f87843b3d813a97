"""Pivots, double headers and sheets of keys and values become plain tables."""

from __future__ import annotations

import pytest

from data.ingest.choosing import sample_of
from data.ingest.model import Sheet
from data.ingest.reshape import straighten


@pytest.fixture
def sheet(tmp_path):
    def make(lines, headers, first_line=2, **more) -> Sheet:
        path = tmp_path / "table.csv"
        path.write_text("\n".join([",".join(headers), *lines]) + "\n", encoding="utf-8")
        return Sheet(path, tuple(headers), first_line, **more)

    return make


def test_a_plain_table_stays_as_it_is(sheet, tmp_path):
    plain = sheet(["1,2", "3,4"], ["a", "b"])
    assert straighten(plain, tmp_path) is plain


def test_a_pivot_is_turned_and_its_totals_are_not_counted(sheet, tmp_path):
    pivot = sheet(
        ["Channel,Sessions,Sessions,Sessions", "Direct,5,7,12", "Email,1,,1"], ["Column 1", "desktop", "mobile", "Totals"]
    )
    turned = straighten(pivot, tmp_path)
    assert turned.headers == ("Channel", "Device category", "Sessions")
    assert sample_of(turned) == [["Direct", "desktop", "5"], ["Direct", "mobile", "7"], ["Email", "desktop", "1"]]
    assert [line.split(",")[0] for line in turned.path.read_text().splitlines()] == ["line", "3", "3", "4"]


def test_the_dimension_above_a_pivot_keeps_its_name(sheet, tmp_path):
    pivot = sheet(
        ["Direct,5,7"], ["Channel", "Sessions", "Sessions (2)"], preamble=("# x", "Month,September,October"),
    )  # fmt: skip
    turned = straighten(pivot, tmp_path)
    assert turned.headers == ("Channel", "Month", "Sessions")
    assert sample_of(turned) == [["Direct", "September", "5"], ["Direct", "October", "7"]]


@pytest.mark.parametrize(
    ("values", "dimension"),
    [
        (("20261001", "20261002"), "Date"),
        (("Organic Search", "Direct"), "Session default channel group"),
        (("Germany", "France"), "Country"),
    ],
)
def test_the_dimension_across_is_told_by_its_values(sheet, tmp_path, values, dimension):
    turned = straighten(sheet(["Page,Sessions,Sessions", "x,1,2"], ["Column 1", *values]), tmp_path)
    assert turned.headers[1] == dimension


def test_the_second_header_row_of_a_survey_is_no_answer(sheet, tmp_path):
    survey = sheet([",Response,Other", "1,9,x"], ["Respondent ID", "How likely?", "Column 3"])
    turned = straighten(survey, tmp_path)
    assert turned.headers == ("Respondent ID", "How likely? | Response", "How likely? | Other")
    assert sample_of(turned) == [["1", "9", "x"]]
    assert turned.first_line == 3


def test_keys_and_values_become_a_row(sheet, tmp_path):
    stats = sheet(
        ['"Successful Deliveries:",980', '"Total Abuse Complaints:",0'], ["Total Recipients:", "1000"],
        preamble=("Autumn letter", '"Delivery Date/Time:","Oct 09, 2026 09:30 pm"'),
    )  # fmt: skip
    turned = straighten(stats, tmp_path)
    row = dict(zip(turned.headers, sample_of(turned)[0], strict=True))
    assert row["Title"] == "Autumn letter"
    assert row["Total Recipients"] == "1000"
    assert row["Send Date"] == "Oct 09, 2026 09:30 pm"


def test_a_table_without_rows_is_left_alone(sheet, tmp_path):
    empty = sheet([], ["Respondent ID", "x"])
    assert straighten(empty, tmp_path) is empty
