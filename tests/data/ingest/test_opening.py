"""Whatever a person hands over is opened as what it is, or refused in one clear sentence."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import os
import zipfile

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.ingest.model import IngestError
from data.ingest.opening import open_file, shown_name
from data.ingest.staging import stage


@pytest.fixture
def opened(tmp_path):
    def opened(content, name="export.csv"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return open_file(path, tmp_path / "work")

    return opened


@pytest.fixture
def refusal(opened):
    def refusal(content, name="export.csv"):
        with pytest.raises(IngestError) as caught:
            opened(content, name)
        return str(caught.value)

    return refusal


CONNECTION = duckdb.connect()


def rows(sheet):
    stage(CONNECTION, sheet, "raw")
    return CONNECTION.execute("SELECT * FROM raw ORDER BY line").fetchall()


def only(opened):
    (sheet,) = opened.sheets
    return sheet


def test_a_clean_file_is_read_where_it_lies(opened, tmp_path):
    found = opened("Id;Name\n1;a\n2;\n")
    sheet = only(found)
    assert found.digest == hashlib.sha256(b"Id;Name\n1;a\n2;\n").hexdigest()
    assert (found.name, found.size) == ("export.csv", 15)
    assert sheet.path == tmp_path / "export.csv"
    assert (sheet.headers, sheet.delimiter, sheet.rows) == (("Id", "Name"), ";", 2)
    assert rows(sheet) == [(2, "1", "a"), (3, "2", None)]


GOOGLE_ADS = (
    "Kampagnenbericht\n1. Oktober 2026 - 31. Oktober 2026\nKampagnenstatus\tKampagne\tWährungscode\tKlicks\tKosten\n"
    "Aktiviert\tTotal Brand\tEUR\t10\t1.234,56\nAktiviert\tGesamt\tEUR\t5\t10,00\n"
    "Gesamt: Kampagnen\t --\tEUR\t15\t1.244,56\nGesamt: Konto\t --\tEUR\t15\t1.244,56\n"
)


def test_an_advertising_report_gives_up_its_titles_and_totals_and_keeps_its_campaigns(opened):
    sheet = only(opened(GOOGLE_ADS.encode("utf-16")))
    assert sheet.encoding == "utf-16-le"
    assert sheet.preamble == ("Kampagnenbericht", "1. Oktober 2026 - 31. Oktober 2026")
    assert [row[:3] for row in rows(sheet)] == [(4, "Aktiviert", "Total Brand"), (5, "Aktiviert", "Gesamt")]
    assert [line for line, _, _ in sheet.set_apart] == [6, 7]
    assert sheet.totals[1] == (7, "Gesamt: Konto", ("Gesamt: Konto", "--", "EUR", "15", "1.244,56"))


def test_an_analytics_file_holds_several_tables(opened):
    block = "# ------------------\n# {}\n# Data de início: 20260101\n# ------------------\n"
    first, second = opened(
        block.format("Canais") + "Grupo,Sessões\nGrand total,30\nDirect,10\nEmail,20\n\n"
        + block.format("Países") + "País,Usuários\nBrasil,5\n"
    ).sheets  # fmt: skip
    assert (first.title, second.title) == ("Canais", "Países")
    assert (first.headers, second.headers) == (("Grupo", "Sessões"), ("País", "Usuários"))
    assert "# Data de início: 20260101" in first.preamble
    assert rows(first) == [(7, "Direct", "10"), (8, "Email", "20")]
    assert [label for _, label, _ in first.totals] == ["Grand total"]
    assert rows(second) == [(15, "Brasil", "5")]


def test_an_exploration_states_its_total_beside_the_table(opened):
    sheet = only(
        opened("# ---\n# Shop\n# 20250627-20250924\n# ---\n\nEvent name,Users\n,13,Grand total\nview,8\nbuy,5\n")
    )
    assert sheet.totals == ((7, "Grand total", (None, "13")),)
    assert rows(sheet) == [(8, "view", "8"), (9, "buy", "5")]


def test_a_nameless_row_is_a_total_only_when_it_adds_up(opened):
    table = "Campaign name,Day,Amount spent (USD)\n{},2026-01-01,30.5\nA,2026-01-01,10.5\nB,2026-01-01,{}\n"
    assert [line for line, *_ in only(opened(table.format("", "20"))).totals] == [2]
    assert only(opened(table.format("", "25"))).totals == ()
    assert only(opened(table.format("C", "20"))).totals == ()


def test_a_remark_filled_up_with_delimiters_hides_no_total_above_it(opened):
    sheet = only(opened("Order,Date,Sum\nA1,2026-01-01,5\nA2,2026-01-02,6\nSum,,11\nMade by ShopTool 3,,\n"))
    assert [line for line, *_ in sheet.totals] == [4]


def test_a_total_below_is_taken_out_with_its_words(opened):
    sheet = only(opened("Campaign name,Ad name,Cost\nC1,A1,10.5\nC2,A2,5\nTotal of 2 results,-,15.5\n"))
    assert sheet.totals[0][2] == ("Total of 2 results", "-", "15.5")
    assert len(rows(sheet)) == 2


def test_two_header_rows_of_a_survey_are_joined(opened):
    sheet = only(opened(
        'Respondent ID,Start Date,"How likely,\nto recommend?",,Why?\n,,Score,Comment,Open-Ended Response\n'
        "123,01/02/2026,9,good,because\n124,01/02/2026,7,,\n"
    ))  # fmt: skip
    assert sheet.headers[2:4] == ("How likely,\nto recommend? | Score", "How likely,\nto recommend? | Comment")
    assert len(sheet.preamble) == 2
    assert rows(sheet)[0] == (4, "123", "01/02/2026", "9", "good", "because")


def test_keys_and_values_stay_one_table(opened):
    sheet = only(
        opened("Email Campaign Report\nTitle:,August\nSubject Line:,Hi\n\nOverall Stats\nTotal Recipients:,14\n")
    )
    assert sheet.title == "Email Campaign Report"
    assert rows(sheet) == [(3, "Subject Line:", "Hi"), (6, "Total Recipients:", "14")]


def test_order_names_that_start_with_a_hash_are_no_comments(opened):
    assert [row[1] for row in rows(only(opened("Name,Email,Total\n#1001,a@b.de,5\n#1002,c@d.de,6\n")))] == [
        "#1001",
        "#1002",
    ]


def test_rows_that_do_not_fit_are_told_with_their_line_and_cost_only_themselves(opened):
    sheet = only(opened('Id,Name,Total\n1,a,5\n2,"b,6\n3,c,7\n4,d\n5,e,5,6\n6,"multi\nline",7\n7,x"y,8\n\n9,,\n'))
    assert [line for line, _, _ in sheet.malformed] == [3, 5, 6]
    assert sheet.malformed[0][1] == '2,"b,6'
    assert "2 cells, the header has 3" in str(sheet.malformed[1][2])
    assert [row[:3] for row in rows(sheet)] == [
        (2, "1", "a"), (4, "3", "c"), (7, "6", "multi\nline"), (9, "7", 'x"y'), (11, "9", None),
    ]  # fmt: skip


def test_quotes_that_are_mere_characters_are_kept(opened):
    sheet = only(opened('order-id\tproduct-name\tquantity\n1-1\t"Big" mug 5" tall\t1\n1-2\tmug\t1\n1-3\t12" pan\t2\n'))
    assert [row[2] for row in rows(sheet)] == ['"Big" mug 5" tall', "mug", '12" pan']


@pytest.mark.parametrize(
    "text",
    [
        'Id,Name,Total\n1,"a ""x"" b, c",5\n',
        'Id,Name,Total\n1,"a \\"x\\" b, c",5\n',
        'Id, Name, Total\n1, "a ""x"" b, c", 5\n',
    ],
)
def test_every_way_of_writing_quotes_is_read(opened, text):
    assert rows(only(opened(text)))[0][1:3] == ("1", 'a "x" b, c')


def test_text_that_is_cut_off_is_malformed_and_cells_left_out_are_not(opened):
    assert len(only(opened("a,b,c\n1,2,3\n4,5,6\n7,8\n")).malformed) == 1
    sheet = only(opened("a,b,c\n1\n2,3\n4,5,6\n7,8\n"))
    assert (sheet.malformed, len(rows(sheet))) == ((), 4)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end(opened, end):
    assert rows(only(opened(end.join(["a,b", "1,2", "3,4"])))) == [(2, "1", "2"), (3, "3", "4")]


def test_a_hint_for_spreadsheets_is_no_title(opened):
    sheet = only(opened("sep=;\na;b\n1;2\n"))
    assert (sheet.preamble, sheet.title, rows(sheet)) == ((), "", [(3, "1", "2")])


def test_a_header_alone_is_a_table_without_rows(opened):
    assert only(opened("a;b;c\n")).rows == 0


def test_a_file_of_figures_has_no_header(opened):
    sheet = only(opened("2024-01-01;5;1,5\n2024-01-02;6;2,5\n"))
    assert (sheet.headers, sheet.first_line, sheet.rows) == (("Column 1", "Column 2", "Column 3"), 1, 2)


def test_names_that_databases_take_for_patterns(opened):
    assert rows(only(opened("a,b\n1,2\n", "f[1]*?{a}'s.csv"))) == [(2, "1", "2")]


def test_a_zip_of_tables(opened):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("Países.csv", "País,Cliques\nBrasil,5\n")
        archive.writestr("../../Gráfico.csv", "Data,Cliques\n2026-01-01,5\n")
        archive.writestr("__MACOSX/._x", "zz")
        archive.writestr("readme.pdf", "%PDF-1")
    found = opened(content.getvalue(), "export.zip")
    assert [sheet.title for sheet in found.sheets] == ["Países", "Gráfico"]
    assert str(found.notes[0]).startswith("export.zip: readme.pdf is a PDF file")


def test_a_zip_in_a_zip_is_refused(refusal):
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.csv", "a,b\n1,2\n")
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("in.zip", inner.getvalue())
    assert refusal(outer.getvalue()).endswith("is an archive within an archive. Unpack it and upload what is inside.")


def test_a_packed_table(opened):
    assert rows(only(opened(gzip.compress(b"a,b\n1,2\n"), "x.csv.gz"))) == [(2, "1", "2")]


@pytest.mark.parametrize(
    "content, said",
    [
        (b"", "is empty"),
        (b" \r\n\n", "is empty"),
        (b"\xff\xfe", "is empty"),
        (b"%PDF-1.7 x", "a PDF file"),
        (b"MZ\x90\0" + bytes(60), "a program file"),
        (b"\x7fELF" + bytes(60), "a program file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "a PNG file"),
        (b"SQLite format 3\0" + bytes(60), "a SQLite file"),
        (bytes(range(256)) * 50, "binary data"),
        (b"<!DOCTYPE html><html></html>", "a web page"),
        (b'[{"id": 1}]', "a JSON file"),
        (b"PK\x03\x04 cut off", "is damaged"),
        (b"\x1f\x8b cut off", "is damaged"),
        (b"PAR1 cut off PAR1", "is damaged"),
        (b"Dear team,\nthis is a letter with a few words in it.\nKind regards to all of you\n", "holds no table"),
    ],
)
def test_what_is_no_table_is_refused(refusal, content, said):
    message = refusal(content)
    assert said in message and message.startswith("export.csv")


def test_ten_thousand_columns_are_refused(refusal):
    line = ",".join(f"c{number}" for number in range(10_000))
    assert "has 10,000 columns; up to 2,000 are read" in refusal(f"{line}\n{line}\n")


def test_a_line_without_end_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "long.csv"
    with path.open("wb") as file:
        file.write(b"a,b\n")
        file.truncate(1 << 40)
    with pytest.raises(IngestError, match="a line longer than 8 MB"):
        open_file(path, tmp_path / "work")


def test_paths_that_lead_nowhere(tmp_path):
    loop = tmp_path / "loop.csv"
    loop.symlink_to(loop)
    closed = tmp_path / "closed.csv"
    closed.write_text("a,b\n1,2\n")
    closed.chmod(0)
    expected = {tmp_path / "none.csv": "There is no file none.csv", tmp_path: "is a folder", loop: "could not be read"}
    if os.geteuid():
        expected[closed] = "may not be read"
    for path, said in expected.items():
        with pytest.raises(IngestError, match=said):
            open_file(path, tmp_path / "work")
    with pytest.raises(IngestError, match="could not be read"):
        open_file("nul\0byte.csv", tmp_path / "work")


def test_names_are_shown_without_control_characters(tmp_path):
    path = tmp_path / "a\x1b[31m\nb.csv"
    path.write_text("a,b\n1,2\n")
    assert open_file(path, tmp_path / "work").name == "a\ufffd[31m\ufffdb.csv"
    assert len(shown_name(path.with_name("x" * 250))) < 120


def test_a_device_is_no_file(tmp_path):
    with pytest.raises(IngestError, match="is not a file"):
        open_file("/dev/zero", tmp_path)


# Any table, written in any way


CELLS = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=8)
FOREIGN = {
    "utf-8": "äé€日б", "utf-8-sig": "äé日", "utf-16": "äé日б", "utf-16-le": "äé", "utf-16-be": "äé",
    "cp1252": "äéö", "cp932": "日本語注文", "gbk": "中文订单", "cp1251": "заказ", "cp1250": "příšžk",
}  # fmt: skip
TEXTS = {
    "cp1252": "Größe Müller Straße Café", "cp1250": "Příjmení Dvořák Plzeň částka", "cp932": "東京 注文番号 商品",
    "gbk": "订单号 商品名称 金额", "cp1251": "Заказ Товар Сумма",
}  # fmt: skip


def _tables(width, cell):
    return st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_table_written_in_any_way_comes_back(tmp_path, data):
    encoding = data.draw(st.sampled_from(sorted(FOREIGN)))
    delimiter = data.draw(st.sampled_from([",", ";", "\t", "|"]))
    quoting = data.draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    end = data.draw(st.sampled_from(["\n", "\r\n"]))
    above = data.draw(st.sampled_from(["", f"Report{end}", f"Report{end}{end}", f"# ---{end}# Report{end}{end}"]))
    multi = data.draw(st.booleans())
    text = st.text(st.sampled_from("ab c,;|\"'" + ("\n" if multi else "") + FOREIGN[encoding]), max_size=8)
    body = data.draw(_tables(2, text))
    extra = TEXTS.get(encoding, "")
    table = [[f"id{number}", *row, f"{number}.5", extra] for number, row in enumerate(body)]
    out = io.StringIO()
    out.write(above)
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerows([["Order", "Name", "Note", "Total", "Text"], *table])
    path = tmp_path / "table.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    sheet = only(open_file(path, tmp_path / "work"))
    found = [list(row[1:]) for row in rows(sheet)]
    assert sheet.headers == ("Order", "Name", "Note", "Total", "Text")
    assert sheet.malformed == ()
    assert found == [[cell.strip(" ") or None for cell in row] for row in table]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(CELLS.filter(lambda cell: cell.strip()), CELLS), min_size=6, max_size=40),
    st.lists(st.tuples(st.floats(0.3, 0.999), st.integers(0, 255)), min_size=1, max_size=4),
)
def test_no_row_is_lost_when_bytes_are_damaged(tmp_path, body, damage):
    lines = [f"id{number},{_quoted(one)},{_quoted(two)},{number}.5" for number, (one, two) in enumerate(body)]
    content = bytearray("Order,Name,Note,Größe\n".encode() + "\n".join(lines).encode() + b"\n")
    for place, byte in damage:
        at = int(place * len(content))
        if content[at] not in b"\n" and byte not in b"\n\r":
            content[at] = byte
    path = tmp_path / "damaged.csv"
    path.write_bytes(bytes(content))
    sheets = open_file(path, tmp_path / "work").sheets
    kept = sum(sheet.rows for sheet in sheets)
    aside = sum(len(sheet.malformed) + len(sheet.set_apart) for sheet in sheets)
    assert len(sheets) == 1
    joined = sum(line.count("\n") for sheet in sheets for row in rows(sheet) for line in row[1:] if line)
    assert kept + aside + joined == len(lines)


def _quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"#') else cell
