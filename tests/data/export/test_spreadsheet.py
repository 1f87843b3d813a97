"""Tables leave with every digit, and no cell runs as a formula."""

from __future__ import annotations

import csv
import io
import zipfile
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.export import table_csv, table_xlsx
from data.export.spreadsheet import harmless

HOSTILE = [
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "a;=1",
    "a\n=1",
    '";=1',
    "＝1",
    "x\t=1",
]
FORMULA = tuple("=+-@\t\r＝＋－＠")
TEXTS = st.text(st.sampled_from("=+-@;,\t\r\n'\" ab1é＝\u202e") | st.characters(exclude_categories=["Cs"]), max_size=12)


def sheets(content: bytes) -> dict[str, list[list[tuple[str, str]]]]:
    """Read a workbook as rows of (type, value) by sheet, formulas refused."""
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        texts = ElementTree.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", space)
        shared = ["".join(part.text or "" for part in text.iter(f"{{{space['m']}}}t")) for text in texts]
        names = [
            s.get("name")
            for s in ElementTree.fromstring(book.read("xl/workbook.xml")).find("m:sheets", space)
        ]
        found = {}
        for number, name in enumerate(names, start=1):
            page = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            assert page.find(".//m:f", space) is None
            found[name] = [
                [(c.get("t", "n"), shared[int(c[0].text)] if c.get("t") == "s" else c[0].text) for c in row]
                for row in page.iterfind(".//m:row", space)
            ]
    return found


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(TEXTS, st.floats(allow_nan=False, allow_infinity=False), st.integers(-(2**62), 2**62)),
        max_size=6,
    )
)
def test_csv_gives_back_every_digit_and_no_formula_under_any_separator(rows):
    frame = pd.DataFrame(rows, columns=["text", "score", "count"]).astype({"score": float, "count": "int64"})
    frame.index = pd.Index([f"M{n}" for n in range(len(rows))], name="market")
    content = table_csv(frame).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(content, newline="")))
    assert read[0] == ["market", "text", "score", "count"]
    assert [(float(row[2]), int(row[3])) for row in read[1:]] == [row[1:] for row in rows]
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(content, newline=""), delimiter=separator):
            for cell in row:
                assert not cell.lstrip().lstrip('"').startswith(FORMULA) or _number(cell), (separator, cell)


def _number(cell: str) -> bool:
    try:
        float(cell.split(",")[0])
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_would_run_is_made_harmless_in_cells_headers_and_index(text):
    frame = pd.DataFrame({text: [text]}, index=pd.Index([text], name=text))
    safe = harmless(text)
    assert "'" in safe
    assert harmless(safe) == safe
    assert safe.replace("'", "") == text
    assert (
        list(csv.reader(io.StringIO(table_csv(frame, bom=False).decode(), newline=""))) == [[safe, safe]] * 2
    )
    page = sheets(table_xlsx(frame, about={text: [text, {text: text}]}, formats={text: "0"}))
    assert {kind for row in page["Landfall"] for kind, _ in row} == {"s"}
    assert page["Landfall"][1][1][1].replace("_x000D_", "\r") == text  # as Excel reads it


def test_ordinary_text_and_numbers_stay_as_they_are():
    for text in ("Côte d'Ivoire", "Guinea-Bissau", "a@b.example", "1+1", "x=y", "", "日本"):
        assert harmless(text) == text
    frame = pd.DataFrame({"a": [-0.1, 0.1 + 0.2, np.nan], "b": [-1, 2**60, 0], "c": [True, None, pd.NA]})
    assert table_csv(frame, index=False, bom=False).decode().split("\r\n")[1:4] == [
        '-0.1,-1,"true"', f'0.30000000000000004,{2**60},""', '"",0,""'
    ]  # fmt: skip


def test_csv_says_missing_lists_and_times_plainly():
    frame = pd.DataFrame({"when": [pd.Timestamp("2026-11-22"), pd.NaT], "list": [["a", "b"], None]})
    read = pd.read_csv(io.BytesIO(table_csv(frame)), index_col=0)
    assert read["when"].tolist()[0] == "2026-11-22T00:00:00"
    assert read["list"].tolist()[0] == "a; b"
    assert read.iloc[1].isna().all()


def test_a_workbook_has_types_formats_notes_and_the_same_bytes_every_time():
    frame = pd.DataFrame(
        {
            "market": ["Japan", None],
            "affinity": [61.25, np.nan],
            "rank": [1, 2**60],
            "big": [1e300, np.inf],
            "in": [True, False],
        },
        index=pd.Index(["JPN", "USA"], name="iso3"),
    )
    about = {"Home": "USA", "Weights": {"size": 25.0}, "Sources": ["one", "two"], "Markets": 2, "Empty": None}
    first = table_xlsx(frame, sheet="Ranking [all]: 1/2", about=about, formats={"affinity": "0.00"})
    assert first == table_xlsx(frame, sheet="Ranking [all]: 1/2", about=about, formats={"affinity": "0.00"})
    page = sheets(first)
    assert list(page) == ["Ranking  all   1 2", "About"]
    ranking, notes = page.values()
    assert [text for _, text in ranking[0]] == ["iso3", "market", "affinity", "rank", "big", "in"]
    assert ranking[1][2:] == [("n", "61.25"), ("n", "1"), ("n", "1E+300"), ("b", "1")]
    assert ranking[2] == [("s", "USA"), ("s", str(2**60)), ("b", "0")]
    assert [[text for _, text in row] for row in notes] == [
        ["Home", "USA"], ["Weights", "size: 25.0"], ["Sources", "one"], ["two"], ["Markets", "2"], ["Empty"]
    ]  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(first)) as book:
        assert {entry.date_time[0] for entry in book.infolist()} == {1980}
        assert b'state="frozen"' in book.read("xl/worksheets/sheet1.xml")
        assert b"0.00" in book.read("xl/styles.xml")
        assert b"2000-01-01" in book.read("docProps/core.xml")


@settings(deadline=None, max_examples=25)
@given(st.lists(st.text(max_size=8), min_size=1, max_size=5), st.text(max_size=40))
def test_any_text_makes_a_well_formed_workbook(texts, title):
    frame = pd.DataFrame({"text": texts})
    assert sheets(table_xlsx(frame, sheet=title, about={title: texts}, about_sheet=title, index=False))


def test_half_a_character_goes_and_letters_that_count_twice_fit_a_sheets_name():
    frame = pd.DataFrame({"text": ["a\ud800b"]}, dtype=object)
    assert table_csv(frame, index=False, bom=False) == b'"text"\r\n"ab"\r\n'
    title = "\U0001f600" * 20
    names = sheets(table_xlsx(frame, sheet=title, about={"a": 1}, about_sheet=title))
    assert [len(name.encode("utf-16-le")) // 2 for name in names] == [30, 30]


def test_extreme_frames(monkeypatch):
    for frame in (pd.DataFrame(), pd.DataFrame({"a": []}), pd.DataFrame({"a": ["x" * 40_000]})):
        assert table_csv(frame)
        assert sheets(table_xlsx(frame)) is not None
    monkeypatch.setattr("data.export.spreadsheet._MOST_COLUMNS", 3)
    with pytest.raises(ValueError, match="too large"):
        table_xlsx(pd.DataFrame(np.zeros((1, 3))))
