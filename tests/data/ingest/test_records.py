"""Text is cut into records, and a broken line costs itself only."""

from __future__ import annotations

import pytest

from data.ingest.records import BATCH, Dialect, lines_of, shown, split


def cut(text, **dialect):
    return [
        (record.line, record.cells, record.fault)
        for record in split(text.splitlines(keepends=True), Dialect(**dialect))
    ]


def test_a_quoted_cell_may_span_lines():
    assert cut('a,b\n1,"x\ny"\n2,z\n') == [(1, ["a", "b"], ""), (2, ["1", "x\ny"], ""), (4, ["2", "z"], "")]


@pytest.mark.parametrize("broken", ['1,"b', '1,"b"c', '"1,b'])
def test_reading_goes_on_below_a_line_whose_quotes_do_not_fit(broken):
    found = cut(f'a,b\n{broken}\n2,"y"\n3,z\n', widths=(2,))
    assert found[1] == (2, [broken + "\n"], "quotes")
    assert found[2:] == [(3, ["2", "y"], ""), (4, ["3", "z"], "")]


def test_a_record_of_several_lines_has_a_width_that_rows_have():
    assert [line for line, _, fault in cut('a,b\n1,"x\n2,y",3\n', widths=(2,)) if fault] == [
        2,
    ]


def test_records_at_the_seam_of_two_batches_are_whole():
    text = "a,b\n" + "1,2\n" * (BATCH - 2) + '3,"x\ny"\n4,5\n'
    assert cut(text)[-2:] == [(BATCH, ["3", "x\ny"], ""), (BATCH + 2, ["4", "5"], "")]


def test_bytes_that_are_no_characters_mark_their_record(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfa,b\n1,\xff\n2,c\n")
    found = list(split(lines_of(path), Dialect()))
    assert [(record.cells[0][:1], record.fault) for record in found] == [("a", ""), ("1", "characters"), ("2", "")]
    assert shown(found[1].cells[1]) == "\ufffd"


def test_what_duckdb_reads_as_it_is():
    assert Dialect(quote="").plain and Dialect(";").plain
    assert not Dialect(escape="\\").plain and not Dialect(spaced=True).plain and not Dialect(line_end="\r").plain


def test_blank_records():
    (one, two) = split([" , \n", ",x\n"], Dialect())
    assert (one.blank, one.filled, two.blank, two.filled) == (True, 0, False, 1)
