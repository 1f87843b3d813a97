"""Row by row: what a user's file may and may not hold."""

import pytest

from data.table_check import MAX_BYTES, Problem, TableError, iso3_codes, parse

META = {
    "columns": {
        "iso3": {"type": "iso3"},
        "year": {"type": "year"},
        "score": {"type": "number", "unit": "index points", "min": 0, "max": 100},
        "note": {"type": "text"},
    },
    "key": ["iso3", "year"],
}
HEADER = "iso3,year,score,note\n"


def faults(text: str | bytes) -> list[tuple[int, str]]:
    raw = text if isinstance(text, bytes) else (HEADER + text).encode()
    with pytest.raises(TableError) as caught:
        parse("own", raw, META)
    return [(problem.line, problem.column) for problem in caught.value.problems]


def refusal(raw: bytes) -> str:
    with pytest.raises(TableError) as caught:
        parse("own", raw, META)
    message = str(caught.value)
    assert message.startswith("Table own: ") and message.endswith(".") and "\n" not in message
    assert "Traceback" not in message and len(message) < 600
    return message


def test_a_good_file_becomes_a_typed_frame():
    frame = parse("own", (HEADER + "USA,2020,0,a\nCAN,2020,,\n").encode(), META)
    assert frame["score"].tolist()[0] == 0 and frame["score"].isna().tolist() == [False, True]
    assert frame["year"].dtype == "int64" and frame["note"].tolist() == ["a", ""]


def test_more_columns_another_order_and_a_byte_order_mark_do_no_harm():
    raw = b"\xef\xbb\xbfnote,extra,score,iso3,year\r\nx,1,5,USA,2020\r\n"
    frame = parse("own", raw, META)
    assert list(frame.columns) == list(META["columns"]) and frame["score"].tolist() == [5]


@pytest.mark.parametrize(
    "rows, expected",
    [
        ("USA,2020,1,\nXKX,2020,1,\n", [(3, "iso3")]),
        ("usa,2020,1,\n", [(2, "iso3")]),
        (" USA,2020,1,\n", [(2, "iso3")]),
        (",2020,1,\n", [(2, "iso3")]),
        ("USA,,1,\n", [(2, "year")]),
        ("USA,20,1,\n", [(2, "year")]),
        ("USA,2020,101,\nCAN,2020,-1,\n", [(2, "score"), (3, "score")]),
        ("USA,2020,forty,\n", [(2, "score")]),
        ("USA,2020,nan,\n", [(2, "score")]),
        ("USA,2020,NA,\n", [(2, "score")]),
        ("USA,2020,0x10,\n", [(2, "score")]),
        ('USA,2020,"1,5",\n', [(2, "score")]),
        ("USA,2020,=1+1,\n", [(2, "score")]),
        ("USA,2020,1,\nUSA,2021,1,\nUSA,2020,1,\n", [(4, "")]),
        ("USA,2020,1,\n\nCAN,2020,1,\n", [(3, "iso3"), (3, "year")]),
    ],
)
def test_each_fault_is_named_by_line_and_column(rows, expected):
    assert faults(rows) == expected


@pytest.mark.parametrize("value", ["inf", "-inf", "1e400"])
def test_endless_numbers_are_refused(value):
    assert set(faults(f"USA,2020,{value},\n")) == {(2, "score")}


def test_all_faults_are_told_at_once_the_first_five_in_the_sentence():
    rows = "".join(f"USA,{year},x,\n" for year in range(2000, 2012))
    with pytest.raises(TableError) as caught:
        parse("own", (HEADER + rows).encode(), META)
    assert [problem.line for problem in caught.value.problems] == list(range(2, 14))
    assert "line 2, column score" in str(caught.value) and "and 7 more" in str(caught.value)


@pytest.mark.parametrize(
    "raw, said",
    [
        (b"", "cannot be read as CSV with a header line"),
        (b"\n\n", "cannot be read as CSV with a header line"),
        (HEADER.encode(), "there are no rows below the header"),
        (b"PK\x03\x04\x00\x00", "the file is not text"),
        (b"\x89PNG\r\n\x1a\n\x00", "the file is not text"),
        ((HEADER + "USA,2020,1,Curaçao\n").encode("latin-1"), "the file is not UTF-8"),
        ((HEADER + "USA,2020,1,x\n").encode("utf-16"), "the file is not text"),
        (b"iso3,year\nUSA,2020\n", "column score, note is missing; needed are iso3, year, score, note"),
        (b"iso3,year,score,note\nUSA,2020,1,x,more\nCAN,2020,1,x\n", "line 2 has more cells than the header"),
        (b"iso3,year,score,note\nx,USA,2020,1,x\n", "line 2 has more cells than the header"),
        (b"iso3,year,score,note\nUSA,2020,1,x\nCAN,2020,1,x,more\n", "line 3 has more cells than the header"),
        (b"iso3,year,score,score,note\nUSA,2020,1,99,x\n", "column score stands twice in the header"),
        (b"iso3,year,score,note\n\n\n", "there are no rows below the header"),
        (b"iso3|year|score|note\nUSA|2020|1|x\n", "column iso3, year, score, note is missing"),
        (b"iso3,year,score,note\nUSA,2020,1,\"open\n", "cannot be read as CSV"),
        (b"x" * (MAX_BYTES + 1), "more than the 20,000,000 allowed"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_such_table_is_one_clear_sentence(raw, said):
    assert said in refusal(raw)


def test_text_that_looks_like_a_formula_or_markup_stays_text():
    hostile = ["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "<script>alert(1)</script>", "{{7*7}}", "NA", "null"]
    rows = "".join(f'USA,{2000 + i},1,"{text}"\n' for i, text in enumerate(hostile))
    assert parse("own", (HEADER + rows).encode(), META)["note"].tolist() == hostile


def test_blank_lines_at_the_end_do_no_harm():
    assert len(parse("own", (HEADER + "USA,2020,1,x\n\n\n").encode(), META)) == 1


def test_a_long_cell_is_cut_in_the_message():
    assert len(refusal((HEADER + f"USA,2020,{'9' * 100_000}x,\n").encode())) < 300


def test_a_problem_reads_as_a_sentence():
    assert str(Problem(7, "score", "is not a number")) == "line 7, column score: is not a number"
    assert str(Problem(7, "", "the key USA stands twice")) == "line 7: the key USA stands twice"
    assert issubclass(TableError, ValueError)


def test_codes_are_those_of_the_standard():
    assert len(iso3_codes()) == 249 and "XKX" not in iso3_codes() and "TWN" in iso3_codes()


def test_a_spreadsheet_that_parts_cells_by_semicolon_or_tab_is_read():
    text = "\ufeffiso3;year;score;note\r\nUSA;2020;40,5;a,b\r\nCAN;2020;;\"x;y\"\r\n"
    frame = parse("own", text.encode(), META)
    assert frame["score"].tolist()[0] == 40.5 and frame["note"].tolist() == ["a,b", "x;y"]
    assert parse("own", b"iso3\tyear\tscore\tnote\nUSA\t2020\t\t\n", META)["score"].isna().all()
    assert faults(b"iso3;year;score;note\nUSA;2020;1,5,5;\n") == [(2, "score")]
    assert "column iso3, year, score, note is missing" in refusal(b"iso3;year\nUSA;2020\n")
