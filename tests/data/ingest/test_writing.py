"""Tables are written with the line of each row; what does not fit is kept beside them."""

from __future__ import annotations

from data.ingest.records import Dialect, split
from data.ingest.sheets import runs_of, tables_in
from data.ingest.writing import rows_of, written


def test_every_row_is_in_the_file_or_beside_it(tmp_path):
    lines = ["Title\n", "\n", "a,b,c\n", "1,2,3\n", "4,5\n", "6,7,8,9\n", '"x"y,1,2\n', "7,8,9,\n", " , ,\n", "z,1,2\n"]
    records = list(split(lines, Dialect()))
    tables = tables_in(runs_of(records), "x.csv", ",")
    (sheet,) = written(tables, records, tmp_path, "t", "cp1252", "Orders")
    assert sheet.path.read_text(encoding="utf-8") == "line,a,b,c\n4,1,2,3\n8,7,8,9\n10,z,1,2\n"
    assert [line for line, _, _ in sheet.malformed] == [5, 6, 7]
    assert (sheet.rows, sheet.numbered, sheet.title, sheet.encoding) == (3, True, "Orders", "cp1252")
    assert [record.line for record in rows_of(tables[0], records)] == [4, 5, 6, 7, 8, 10]
