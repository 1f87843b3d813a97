"""What is shown of an address, and that no secret of it is."""

from __future__ import annotations

import pytest

from data.warehouse.addresses import place, without_secrets
from data.warehouse.engines import EngineError


@pytest.mark.parametrize(
    "url, schema, wanted",
    [
        ("postgresql://me:pw@db.example.com:5432/shop", None, "PostgreSQL (db.example.com, shop)"),
        ("postgres://me:p%40w@db/shop?schema=kpi&sslmode=require", "other", "PostgreSQL (db, shop.kpi)"),
        ("postgresql://me@/shop?host=/run/pg", "kpi", "PostgreSQL (shop.kpi)"),
        ("spark:local[2]", None, "Spark"), ("spark://host:7077?schema=a.b", None, "Spark (host, a.b)"),
        ("sc://host:15002/;token=abc", None, "Spark (host)"), ("postgresql://[bad", None, "PostgreSQL"),
        ("me:pw@host", None, ""),
    ],
)  # fmt: skip
def test_a_place_names_engine_host_and_database(url, schema, wanted):
    assert place(url, schema) == wanted


@pytest.mark.parametrize(
    "url, told, wanted",
    [
        ("postgresql://me:p%40w@host/db", "user me, password p@w or p%40w", "user me, password ••• or •••"),
        ("postgresql://me:a:b@c@host/db", "a:b@c", "•••"),
        ("postgresql://host/db?user=me&password=hush&sslmode=x", "me hush x", "me ••• x"),
        ("sc://host:1/;user_id=me;token=abc", "abc by me", "••• by me"),
        ("postgresql://me@host/db", "no route to host", "no route to host"),
        ("spark:local[2]", "at spark:local[2]", "at •••"),
    ],
)
def test_secrets_are_blanked_in_what_is_quoted(url, told, wanted):
    cleaned = without_secrets(EngineError("It said: {told}", told=told), url)
    assert str(cleaned) == f"It said: {wanted}" and cleaned.template == "It said: {told}"
