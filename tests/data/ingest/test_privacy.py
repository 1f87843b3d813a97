"""What is about people is found, blanked or hashed."""

from __future__ import annotations

import hashlib

import duckdb
import pytest

from data.ingest import privacy
from data.ingest.columns import Column
from data.ingest.model import Field

PERSONAL = [
    "anna.berg@example.com", "jürgen@münchen.de", "+49 341 555 0101", "0341/5550101", "(555) 123-4567", "06 12 34 56 78",
    "4111 1111 1111 1111", "4111111111111111", "DE89 3704 0044 0532 0130 00", "192.168.10.1", "2001:db8::ff00:42:8329",
]  # fmt: skip


@pytest.mark.parametrize("text", PERSONAL)
def test_personal_data_in_free_text_is_blanked_alike_in_sql_and_python(text):
    told = f"Please write to {text} soon"
    assert privacy.blanked(told) == "Please write to ••• soon"
    assert duckdb.execute(f"SELECT {privacy.blank_sql('$1::VARCHAR')}", [told]).fetchone() == ("Please write to ••• soon",)


@pytest.mark.parametrize("text", [
    "Size 38 and 1.234,50 € in 2024", "Order #1001, 5 stars", "v1.2.3", "at 10:30", "on 01.03.2025",
    "A1,2025-03-01 10:00:00,1.00", "03/01/25 9:15 and 2026-01-02T03:04", "EAN 4006381333931", "403-1234567-1234567",
])  # fmt: skip
def test_other_text_stays(text):
    assert privacy.blanked(text) == text


def test_only_addresses_are_blanked_in_names():
    sql = f"SELECT {privacy.blank_email_sql('$1::VARCHAR')}"
    assert duckdb.execute(sql, ["Campaign for a@b.de"]).fetchone() == ("Campaign for •••",)
    assert duckdb.execute(sql, ["Spring 4111111111111111"]).fetchone() == ("Spring 4111111111111111",)


def keys(row, platform="shopify", salt=b"\x00salt\xff"):
    con = duckdb.connect()
    privacy.set_salt(con, salt)
    cells = {alias: "NULL::VARCHAR" if cell is None else f"{cell!r}::VARCHAR" for alias, cell in row.items()}
    columns = [Column(Field(alias, (), "contact"), alias, cell) for alias, cell in cells.items()]
    return con.execute(f"SELECT {privacy.keys_sql(columns, platform)}").fetchone()[0]


def test_the_key_is_the_salted_hash_of_the_address():
    expected = hashlib.sha256(b"\x00salt\xffanna@example.com").hexdigest()[:32]
    assert keys({"email": " Anna@Example.com "}) == expected
    assert keys({"email": "anna@example.com", "customer_id": "77", "phone": "+49 1"}) == expected
    assert keys({"email": "anna@example.com"}, platform="etsy") == expected
    assert keys({"email": "anna@example.com"}, salt=b"other") != expected


def test_without_an_address_the_number_counts_then_the_phone():
    number = hashlib.sha256(b"\x00salt\xffshopify:77").hexdigest()[:32]
    assert keys({"email": None, "customer_id": "77", "phone": "+49 1"}) == number
    assert keys({"customer_id": "77"}, platform="etsy") != number
    assert keys({"email": None, "phone": "+49 (341) 55"}) == keys({"phone": "0049 341 55"})
    assert keys({"email": None, "customer_id": "0"}) is None


@pytest.mark.parametrize(
    ("cells", "kind"),
    [(["a@b.de", "c@d.fr", ""], "e-mail"), (["4111111111111111", "5500005555555559"], "card"),
     (["10.0.0.1", "8.8.8.8"], "IP address"),
     (["+49 341 555 0101", "+33 1 23 45 67 89"], "phone"), (["DE89370400440532013000"], "bank account"),
     (["2024-01-02", "2024-03-04"], None), (["1234567890123", "7410000000000"], None), (["hello"], None), ([], None)],
)  # fmt: skip
def test_columns_are_known_by_their_cells(cells, kind):
    assert privacy.kind_of(cells) == kind


def test_columns_are_found_by_header_or_cells():
    con = duckdb.connect()
    con.execute("CREATE TABLE t AS SELECT 2 AS line, 'x' AS c0, 'a@b.de' AS c1, 'blue' AS c2, 'Anna' AS c3")
    found = dict(privacy.find(con, "t", ["Sku", "Remark", "Colour", "Last name"], [0, 1, 2, 3]))
    assert found["Remark"] == "e-mail"
    assert "Last name" in found
    assert "Colour" not in found
    assert privacy.kinds_of(con, "t", ["Sku", "Remark"], ["c1"]) == {"Remark": "e-mail"}


def test_the_salt_can_be_forgotten():
    con = duckdb.connect()
    privacy.set_salt(con, b"x")
    privacy.forget_salt(con)
    assert con.execute("SELECT getvariable('ingest_salt')").fetchone() == (None,)
