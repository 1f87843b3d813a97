"""The pages of numbers over a team's own database, which the secrets name."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.warehouse.engines import EngineError
from pages import storeroom
from tests.data.warehouse.duck_engine import DuckEngine

ROOT = Path(__file__).resolve().parents[2]
URL = "postgresql://me:topsecret@db.example.com/shop"


@pytest.fixture
def team(monkeypatch):
    """A database with 120 orders in two markets, behind the address in the secrets."""
    found = DuckEngine()
    found.fill(
        "orders",
        pd.DataFrame(
            {
                "order_id": [f"o{n}" for n in range(120)],
                "ordered_at": pd.Timestamp("2026-01-01") + pd.to_timedelta(range(120), unit="D"),
                "market": ["DEU", "CAN"] * 60, "channel": "email", "currency": "EUR", "gross": 20.0, "refunded": 0.0,
                "status": "paid", "customer_key": [f"k{n % 40}" for n in range(120)], "source": "own shop", "account": "",
            }
        ),
    )  # fmt: skip
    monkeypatch.setattr("data.warehouse.shared.engine", lambda url, schema=None: found)
    storeroom._shared.clear()
    yield found
    storeroom._shared.clear()


def page(name: str, secrets: dict | None = None) -> AppTest:
    app = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=90)
    app.secrets["warehouse"] = {"url": URL} if secrets is None else secrets
    app.run()
    return app.switch_page(f"../pages/{name}.py").run()


def shown(app: AppTest) -> str:
    assert not app.exception, app.exception
    return "\n".join(
        [
            *(each.proto.body for each in app.get("html")),
            *(each.value for each in (*app.caption, *app.error, *app.info)),
        ]
    )


@pytest.mark.parametrize("name", ["overview", "retention", "channels", "service", "cohorts"])
def test_the_pages_of_numbers_read_it_and_say_so(team, name):
    app = page(name)
    said = shown(app)
    assert not app.error, [error.value for error in app.error]
    assert "PostgreSQL \\(db\\.example\\.com, shop\\)" in said and "topsecret" not in said
    assert any("FROM main.orders" in sql for sql in team.asked)
    assert app.button(key="read_again")


def test_the_overview_counts_its_rows_and_reads_them_again(team):
    app = page("overview")
    assert "n = 90" in shown(app)  # the last ninety days
    team.con.execute("DELETE FROM orders WHERE order_id = 'o100'")
    app.run()
    assert "n = 90" in shown(app)
    app.button(key="read_again").click().run()
    assert "n = 89" in shown(app)


def test_a_table_that_is_missing_is_one_sentence(team):
    team.con.execute("DROP TABLE tickets")
    app = page("overview")
    shown(app)
    (error,) = app.error
    assert "tickets" in error.value and "schema\\_sql" in error.value and "topsecret" not in error.value
    assert app.button(key="read_again")


def test_what_breaks_while_a_page_is_drawn_is_a_sentence_too(team):
    app = page("overview")
    team.con.execute("DROP TABLE orders")
    app.radio(key="kpi_versus").set_value("none").run()
    app.selectbox(key="kpi_cur").set_value("JPY").run()
    shown(app)
    assert len(app.error) == 1 and "orders" in app.error[0].value


def test_a_database_without_rows_offers_no_uploads(team):
    team.con.execute("DELETE FROM orders")
    app = page("overview")
    assert "hold no rows yet" in shown(app)
    assert "load_samples" not in {button.key for button in app.button}


def test_the_page_import_says_that_uploads_go_elsewhere(team):
    said = shown(page("imports"))
    assert "still goes to the file on this machine" in said and "db\\.example\\.com" in said


def test_the_matrix_counts_its_demand_and_does_without(team):
    assert "own_demand" in {button.key for button in page("matrix").button}
    storeroom._shared.clear()
    team.silent = True
    app = page("matrix")
    shown(app)
    assert "own_demand" not in {button.key for button in app.button}


@pytest.mark.parametrize("wrong", [{}, {"url": ""}, {"url": 5}, {"url": URL, "schema": 5}, "postgresql://x"])
def test_a_setting_amiss_is_a_sentence(team, wrong):
    app = page("overview", wrong)
    shown(app)
    assert "not its address" in app.error[0].value


def test_without_secrets_or_with_others_the_local_file_counts(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(st, "secrets", type(st.secrets)())
    assert storeroom.shared() is None and storeroom.elsewhere() == ""
    monkeypatch.setattr(st, "secrets", {"other": {}})
    assert storeroom.shared() is None


def test_secrets_that_are_not_toml_are_said(monkeypatch, tmp_path):
    file = tmp_path / "secrets.toml"
    file.write_text("[warehouse\nurl = 1")
    st.config.set_option("secrets.files", [str(file)])
    try:
        monkeypatch.setattr(st, "secrets", type(st.secrets)())
        with pytest.raises(EngineError, match="not TOML"):
            storeroom.shared()
        assert storeroom.elsewhere() == "" and storeroom.filled() is None
    finally:
        st.config.set_option("secrets.files", [])
