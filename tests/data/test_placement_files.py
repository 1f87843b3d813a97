"""CSV files of placements: round trips, partial files, hostile files with every fault by line."""

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.placement_files import (
    LICENSED,
    MAX_BYTES,
    SCORES,
    licensed_template,
    read_answers,
    read_licensed,
    write_answers,
    write_licensed,
)
from data.placements import Licensed, Sheet
from data.table_check import TableError

HEADER = ",".join(LICENSED)
ITEMS = ("UP1", "UP2", "IC1")


def licensed(*lines):
    return read_licensed("\n".join([HEADER, *lines]).encode())


def faults(read, *arguments):
    with pytest.raises(TableError) as caught:
        read(*arguments)
    return [(p.line, p.column, str(p.message)) for p in caught.value.problems] or str(caught.value)


def test_the_template_is_the_documented_schema():
    assert licensed_template().decode("utf-8-sig").strip() == HEADER
    assert (LICENSED[0], len(SCORES), LICENSED[-3:]) == ("iso3", 7, ("source", "licence", "date"))
    assert "no rows below" in faults(read_licensed, licensed_template())


def test_full_and_partial_rows():
    rows = licensed("DEU,90,53,40,60,70,80,55.5,Survey 2025,contract 7,2025-12-31", "jpn,,,,,,,0,Survey,contract,2025-12-31", "")
    assert rows[0] == Licensed("DEU", dict(zip(SCORES, (90, 53, 40, 60, 70, 80, 55.5), strict=True)), "Survey 2025",
                               "contract 7", "2025-12-31")  # fmt: skip
    assert rows[1].market == "JPN" and rows[1].scores == {"internal_external": 0}


def test_semicolons_a_byte_order_mark_and_another_order_of_columns():
    header = list(reversed(LICENSED))
    raw = ("\ufeff" + ";".join(header) + "\r\n" + ";".join(["2026-01-01", "l", "s", *"1234567", "FRA"]) + "\r\n").encode()
    assert read_licensed(raw)[0].scores["universalism_particularism"] == 7


def test_every_faulty_line_is_named_with_what_to_do():
    found = faults(
        licensed,
        "GER,90,,,,,,,s,l,2026-01-01", "DEU,120,-1,75%,\"1,5\",abc,NaN,,s,l,2026-01-01",
        "JPN,,,,,,,,s,l,2026-01-01", "FRA,50,,,,,,,,l,31.12.2025", "FRA,50,,,,,,,s,,2026-01-01",
        f"ESP,50,,,,,,,{'x' * 400},l,",
    )  # fmt: skip
    told = {(line, column): text for line, column, text in found}
    assert "three letters" in told[2, "iso3"]
    assert {column for line, column in told if line == 3} == set(SCORES[:6])
    assert "0 to 100" in told[3, SCORES[0]] and "leave the cell empty" in told[3, SCORES[2]]
    assert "fill at least one" in told[4, ""]
    assert "where the scores come from" in told[5, "source"] and "year-month-day" in told[5, "date"]
    assert "stands twice" in told[6, "iso3"] and "on what terms" in told[6, "licence"]
    assert "shorten it" in told[7, "source"] and (7, "date") in told


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "missing"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"iso3\x00", "not text"),
        (b"PK\x03\x04\xe2\x28", "UTF-8"),
        (b"iso3,source\nDEU,x\n", "universalism_particularism"),
        (f"{HEADER},notes\n".encode(), "unknown; known are"),
        (f"{HEADER},iso3\n".encode(), "stand twice"),
        (f'{HEADER}\n"DEU'.encode(), "line"),
        (b"x" * (MAX_BYTES + 1), "allowed"),
    ],
)
def test_what_is_no_such_table_is_refused_in_one_sentence(raw, said):
    assert said in faults(read_licensed, raw)


def test_lines_with_too_few_or_many_cells_are_named():
    assert [(line, "cells" in text) for line, _column, text in faults(licensed, "DEU,1", HEADER + ",x")] == [(2, True), (3, True)]


def test_a_faulty_file_with_thousands_of_lines_is_cut_off():
    raw = "\n".join([HEADER, *["XX,a,b,c,d,e,f,g,,,"] * 1500]).encode()
    assert len(faults(read_licensed, raw)) == 1000
    assert "more than" in faults(read_licensed, "\n".join([HEADER, *["DEU,1,,,,,,,s,l,2026-01-01"] * 2001]).encode())


def test_licensed_scores_round_trip_and_formulas_are_defused():
    row = Licensed("DEU", {SCORES[0]: 12.25, SCORES[6]: 100.0}, "Umfrage, \"B\"; 2026", "laut Vertrag", "2026-02-28")
    assert read_licensed(write_licensed([row])) == (row,)
    evil = write_licensed([Licensed("DEU", {SCORES[0]: 1.0}, "=cmd()", "@x", "2026-02-28")]).decode("utf-8-sig")
    assert "'=cmd()" in evil and "'@x" in evil


def test_answers_round_trip():
    at = datetime(2026, 11, 22, tzinfo=UTC)
    one = Sheet("0123456789abcdef", "DEU", "Ana", {"UP1": 100.0, "IC1": 37.5}, at)
    sheets = (one, Sheet("f" * 16, "USA", "", {"UP2": 0.0}, at))
    assert read_answers(write_answers(sheets, ITEMS), ITEMS) == sheets


def test_answers_written_by_hand_need_no_sheet_name_or_date():
    found = read_answers(b"iso3,UP1,UP2\nDEU,100,\nDEU,0,25\n", ITEMS)
    assert [dict(one.answers) for one in found] == [{"UP1": 100}, {"UP1": 0, "UP2": 25}]
    assert len({one.person for one in found}) == 2 and found[0].changed_at is None


def test_faulty_answers_are_named_by_line():
    raw = "sheet,iso3,name,date,UP1,UP2\nxyz,DEU,,,50,\n,ZZZ,,,50,\n,DEU,,,,\n,DEU,,soon,5O,\n,DEU," + "n" * 90 + ",,50,\n"
    sheet = "0123456789abcdef"
    found = faults(read_answers, (raw + f"{sheet},DEU,,,1,\n{sheet},DEU,,,1,\n").encode(), ITEMS)
    assert [(line, column) for line, column, _text in found] == [
        (2, "sheet"), (3, "iso3"), (4, ""), (5, "UP1"), (5, "date"), (6, "name"), (8, "sheet"),
    ]  # fmt: skip
    assert "unknown" in faults(read_answers, b"iso3,XX9\nDEU,1\n", ITEMS)


def problems(read, *arguments):
    """The sentence of a refusal and its faults, ("", ()) where the file was taken."""
    try:
        read(*arguments)
    except TableError as error:
        return str(error), error.problems
    return "", ()


@given(st.binary(max_size=300))
def test_any_bytes_give_rows_or_a_sentence(raw):
    for read, more in ((read_licensed, ()), (read_answers, (ITEMS,))):
        for head in (b"", HEADER.encode() + b"\n"):
            problems(read, head + raw, *more)


@given(st.lists(st.lists(st.text(max_size=12), min_size=11, max_size=11), min_size=1, max_size=4))
def test_any_cells_give_rows_or_faults_of_lines_that_exist(cells):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([LICENSED, *cells])
    told, found = problems(read_licensed, text.getvalue().encode("utf-8", "replace"))
    assert told  # no random line is a country with scores, a source, a licence and a date
    assert all(problem.line >= 2 for problem in found)
