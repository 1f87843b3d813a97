"""Uploads reach the pages on markets: own demand on the matrix, own figures on the market's page."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components import market_numbers
from data.warehouse import Warehouse
from pages import storeroom

ROOT = Path(__file__).resolve().parents[2]


def orders(market: str, count: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "order_id": [f"{market}{i}" for i in range(count)],
            "ordered_at": pd.Timestamp("2026-03-01") + pd.to_timedelta(range(count), unit="h"),
            "market": market, "currency": "EUR", "gross": 20.0, "refunded": 0.0, "status": "paid",
        }
    )  # fmt: skip


@pytest.fixture
def team(tmp_path, monkeypatch):
    """A team that sold 99 times at home, 9 times in Canada and never elsewhere."""
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    Warehouse(tmp_path).append_frames({"orders": pd.concat([orders("USA", 99), orders("CAN", 9)], ignore_index=True)})
    return tmp_path


def page(name: str, **params: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=60)
    for key, value in params.items():
        app.query_params[key] = value
    app.run()
    app.switch_page(f"../pages/{name}.py").run()
    assert not app.exception, app.exception
    return app


def test_demand_is_seen_from_home(team):
    assert dict(storeroom.demand("USA")) == {"USA": 100.0, "CAN": 50.0}


def test_without_uploads_there_is_no_demand_and_no_offer(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    assert storeroom.demand("USA") == ()
    assert not (tmp_path / "kpi.duckdb").exists()
    assert "own_demand" not in {button.key for button in page("matrix").button}


def test_the_matrix_offers_to_count_own_demand_and_counts_it(team):
    app = page("matrix")
    next(button for button in app.button if button.key == "own_demand").click()
    app.run()
    assert not app.exception
    assert app.session_state["lf_scenario"].weights.potential["own_demand"] == pytest.approx(10)
    assert "own_demand" not in {button.key for button in app.button}


def test_the_market_page_shows_own_figures_beside_all_markets(team):
    shown = " ".join(each.proto.body for each in page("market", market="CAN").get("html"))
    assert "€180.00" in shown and "€2,160" in shown  # 9 x 20 in Canada, 108 x 20 in all


def test_a_market_the_uploads_do_not_name_says_so(team):
    said = [caption.value for caption in page("market", market="JPN").caption]
    assert any("say nothing about Japan" in text for text in said)


def test_the_own_figures_of_a_market_can_be_taken_away(team):
    app = page("market", market="CAN")
    assert not {"take_own-numbers_csv", "take_own-numbers_xlsx"} - {button.key for button in app.get("download_button")}
    found = market_numbers.for_export(storeroom.own_figures("CAN")[0], "CAN").set_index("Figure")
    assert found.at["Orders", "CAN"] == 9 and found.at["Orders", "All your markets"] == 108
