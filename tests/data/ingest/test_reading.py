"""From file to canonical rows, through the front door."""

from __future__ import annotations

import gc
import hashlib
import zipfile

import duckdb
import pytest

from data.ingest import read_export
from data.ingest.model import Cancelled, IngestError
from data.ingest.pace import stopped
from data.ingest.reading import drop, ingest
from frameworks.kpi.tables import TABLES

PLAIN = """Invoice;Datum;E-Mail;Gesamtbetrag;Währung;Land
1001;31.12.2025;anna@example.com;1.234,50;EUR;Deutschland
1002;01.01.2026;ben@example.com;18,50;EUR;Österreich
1003;02.01.2026;ANNA@example.com;3,00;EUR;Schweiz
"""
STRANGE = "alpha,beta,gamma\n1,x,2\n3,y,4\n"


@pytest.fixture
def plain(tmp_path):
    path = tmp_path / "bestellungen.csv"
    path.write_text(PLAIN, encoding="utf-8")
    return path


def test_a_plain_table_imports_without_mapping(plain):
    found = read_export(plain, salt=b"salt")
    assert (found.platform, found.kind, found.recognised) == ("generic", "orders", True)
    orders = found.tables["orders"].sort_values("order_id")
    assert orders.columns.tolist() == list(TABLES["orders"].names)
    assert orders["gross"].astype(float).tolist() == [1234.5, 18.5, 3.0]
    assert orders["market"].tolist() == ["DEU", "AUT", "CHE"]
    anna = hashlib.sha256(b"saltanna@example.com").hexdigest()[:32]
    assert orders["customer_key"].tolist()[0] == orders["customer_key"].tolist()[2] == anna
    assert found.digest == hashlib.sha256(plain.read_bytes()).hexdigest()
    assert found.mapping["total"] == "Gesamtbetrag"


def test_the_salt_is_made_up_when_none_is_given(plain):
    one, two = (read_export(plain).tables["orders"]["customer_key"].tolist() for _ in range(2))
    assert one != two


def test_an_unknown_file_is_handed_to_the_mapping_screen_and_read_with_its_answer(tmp_path):
    path = tmp_path / "strange.csv"
    path.write_text("nr,wann,wieviel\nA1,2025-01-02,5.00\nA2,2025-01-03,6.00\n", encoding="utf-8")
    found = read_export(path)
    if found.recognised:
        pytest.skip("recognised by its headers")
    assert dict(found.tables) == {} and found.headers == ("nr", "wann", "wieviel")
    mapping = {"order_id": "nr", "ordered_at": "wann", "total": "wieviel"}
    mapped = read_export(path, mapping=mapping, assume={"kind": "orders", "currency": "SEK"})
    assert mapped.recognised and mapped.tables["orders"]["gross"].astype(float).sum() == 11
    assert set(mapped.tables["orders"]["currency"]) == {"SEK"}


def test_suggestions_use_each_header_once(tmp_path):
    path = tmp_path / "strange.csv"
    path.write_text(STRANGE, encoding="utf-8")
    found = read_export(path)
    assert not found.recognised
    assert len(set(found.mapping.values())) == len(found.mapping)


def test_a_mapping_to_a_column_there_is_not_is_refused(plain):
    with pytest.raises(IngestError):
        read_export(plain, mapping={"order_id": "nothing", "total": "Gesamtbetrag"}, assume={"kind": "orders"})


def test_progress_rises_and_ends_at_one(plain):
    told = []
    read_export(plain, progress=lambda share, doing: told.append(share))
    assert told == sorted(told) and told[0] == 0 and told[-1] == 1


def test_the_import_can_be_stopped_and_leaves_nothing(plain):
    con = duckdb.connect()

    def stop(share, doing):
        if share > 0:
            raise stopped()

    with pytest.raises(Cancelled):
        ingest(con, plain, salt=b"s", progress=stop)
    assert con.execute("SELECT count(*) FROM duckdb_tables() WHERE temporary").fetchone() == (0,)
    assert con.execute("SELECT count(*) FROM duckdb_views() WHERE temporary AND NOT internal").fetchone() == (0,)


def test_imports_do_not_leak_into_each_other(plain, tmp_path):
    con = duckdb.connect()
    con.execute("BEGIN")
    first = ingest(con, plain, salt=b"s")
    assert set(first.tables) == {"orders"}
    other = tmp_path / "strange.csv"
    other.write_text(STRANGE, encoding="utf-8")
    assert not ingest(con, other, salt=b"s").recognised
    assert con.execute("SELECT count(*) FROM duckdb_views() WHERE view_name LIKE 'staged_%'").fetchone() == (0,)
    con.execute("COMMIT")
    drop(con)


def test_tables_are_lazy_and_let_go(plain):
    found = read_export(plain)
    assert list(found.tables) == ["orders"] and len(found.tables) == 1
    with pytest.raises(KeyError):
        found.tables["sessions"]
    del found
    gc.collect()


def test_what_is_no_export_is_refused_in_a_sentence(tmp_path):
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    with pytest.raises(IngestError):
        read_export(path)


def test_no_table_of_an_archive_is_lost(tmp_path):
    head = "Order ID,Order date,Country,Total,Currency\n"
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        pack.writestr("readme.txt", "These are our exports.\nDo not rename them.\n")
        pack.writestr("january.csv", head + "1,2026-01-01,DE,10.00,EUR\n2,2026-01-02,FR,20.00,EUR\n")
        pack.writestr("february.csv", head + "3,2026-02-01,DE,30.00,EUR\n4,2026-02-02,FR,bad,EUR\n")
        pack.writestr("stock.csv", "Shelf,Colour,Size\nA,red,1\nB,blue,2\n")
    report = read_export(tmp_path / "pack.zip").report
    assert (report.rows_read, report.rows_kept, report.rows_set_aside) == (4, 3, 1)
    assert report.rejects[["table", "line", "Order ID"]].values.tolist() == [["february", 3, "4"]]
    assert [str(note).split(":")[0] for note in report.notes] == ["stock"]


def test_an_order_ticked_as_not_paid_does_not_count_as_paid(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("Order,Ordered on,Amount,Paid\n1,2026-01-03,10,yes\n2,2026-01-04,20,No\n3,2026-01-05,30,\n")
    assert read_export(path).tables["orders"].sort_values("order_id")["status"].tolist() == ["paid", "pending", "paid"]


def test_yen_with_its_sign_leaves_nothing_to_ask(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text('注文番号,注文日,合計金額\n1,2026年3月1日,"￥13,200"\n2,2026/3/2,"￥8,000"\n')
    assert [each.name for each in read_export(path).report.assumptions] == ["currency"]


def test_a_return_does_not_take_the_place_of_its_order(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("Order ID,Date,Total,Currency\n1,2026-04-01,100,EUR\n2,2026-04-01,50,EUR\n1,2026-04-09,-19.99,EUR\n"
                    "1,2026-04-12,-5,EUR\n")  # fmt: skip
    orders = read_export(path).tables["orders"].sort_values("order_id")
    assert orders["order_id"].tolist() == ["1", "1 ↩ 2026-04-09 19.99", "1 ↩ 2026-04-12 5.00", "2"]
    assert orders["gross"].astype(float).tolist() == [100, 0, 0, 50]
    assert orders["refunded"].astype(float).tolist() == [0, 19.99, 5, 0]


def test_a_file_of_refunds_alone_lowers_revenue_and_adds_no_order(tmp_path):
    path = tmp_path / "refunds.csv"
    for amounts in (("-19.99", "-45.00"), ("19.99", "45.00")):
        path.write_text(f"Order ID,Refund date,Country,Refund amount,Currency\n1,2026-04-01,Peru,{amounts[0]},PEN\n"
                        f"2,2026-04-02,Peru,{amounts[1]},PEN\n3,2026-04-02,Peru,0,PEN\n")  # fmt: skip
        orders = read_export(path).tables["orders"].sort_values("order_id")
        assert orders["order_id"].tolist() == ["1 ↩ 2026-04-01 19.99", "2 ↩ 2026-04-02 45.00"]
        assert orders[["gross", "refunded"]].astype(float).values.tolist() == [[0, 19.99], [0, 45]]
    path.write_text("Order ID,Date,Amount due,Refund amount\n1,2026-04-01,100.00,5.00\n2,2026-04-02,50.00,0.00\n")
    assert not read_export(path).recognised
