"""The Overview page and the bar of filters, driven without a browser."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from data.warehouse import Warehouse

ROOT = Path(__file__).resolve().parents[2]
PAGE = "../pages/overview.py"
FIRST, DAYS = dt.date(2026, 1, 1), 240
MARKETS = {"DEU": "EUR", "USA": "USD", "JPN": "JPY"}


def orders() -> pd.DataFrame:
    """Ten orders a day; from 1 June on half of the German ones go back; three in a currency without rates."""
    dice, rows = np.random.default_rng(7), []
    for day in range(DAYS):
        for place in range(10):
            market = ("DEU", "DEU", "DEU", "USA", "USA", "USA", "USA", "USA", "JPN", "JPN")[place]
            gross = {"JPY": 5000.0, "USD": 40.0, "EUR": 40.0}[MARKETS[market]] * dice.uniform(0.8, 1.2)
            back = market == "DEU" and day > 150 and dice.random() < 0.5
            rows.append((f"o{day}-{place}", pd.Timestamp(FIRST) + pd.Timedelta(days=day, hours=12), market,
                         dice.choice(["direct", "email"]), MARKETS[market], gross, gross if back else 0.0,
                         "refunded" if back else "paid", f"k{dice.integers(900)}"))  # fmt: skip
    names = ["order_id", "ordered_at", "market", "channel", "currency", "gross", "refunded", "status", "customer_key"]
    frame = pd.DataFrame(rows, columns=names)
    frame.loc[frame.index[-3:], "currency"] = "XTS"
    return frame


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def filled(home):
    warehouse = Warehouse(home)
    warehouse.append_frames({"orders": orders()}, platform="shopify")
    tickets = pd.DataFrame({"ticket_id": ["a", "b"], "customer_key": ["k1", "nobody"], "market": "DEU", "csat": [1.0, 0.0],
                            "opened_at": pd.to_datetime(["2026-08-01", "2026-08-02"])})  # fmt: skip
    warehouse.append_frames({"tickets": tickets}, platform="zendesk")
    return warehouse


def open_overview(**params: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=90)
    app.run()
    for name, value in params.items():
        app.query_params[name] = value
    return app.switch_page(PAGE).run()


def healthy(app: AppTest) -> None:
    assert not app.exception, app.exception
    assert not app.error, [error.value for error in app.error]


def words(app: AppTest) -> str:
    """Everything the page says in markup and captions, without style sheets."""
    bodies = [body for element in app.get("html") if not (body := element.proto.body).startswith(("<style", "<script>document"))]
    return "\n".join([*bodies, *(caption.value for caption in app.caption)])


def drawn(app: AppTest, place: int) -> pd.DataFrame:
    """The rows of a chart: 0 the map, 1 the bars, 2 the trend."""
    return pa.ipc.open_stream(app.get("vega_lite_chart")[place].proto.data.data).read_pandas()


def test_without_uploads_it_says_what_to_bring(home):
    app = open_overview()
    healthy(app)
    assert app.button(key="load_samples")
    assert "GA4" in words(app)
    assert not app.get("vega_lite_chart")


def test_tiles_charts_and_sentences_come_from_the_uploads(filled):
    app = open_overview()
    healthy(app)
    said = words(app)
    assert "needs: sessions export" in said and "needs: survey export" in said
    assert "Germany: refund rate rose from" in said
    assert "Germany: return rate rose from" in said
    assert "United States: refund rate" not in said
    assert "XTS" in said and "3 rows" in said  # disclosed, not dropped
    assert "Shopify and Zendesk" in said
    bars = drawn(app, 1)
    assert set(bars["iso3"]) == set(MARKETS)
    assert app.button(key="tiles_revenue").label == "Revenue"


def test_the_default_period_ends_with_the_orders_and_stays_out_of_the_address(filled):
    app = open_overview()
    start, end = app.session_state["kpi_period"]
    assert end == FIRST + dt.timedelta(days=DAYS - 1)
    assert (end - start).days == 89
    assert not {"from", "to", "versus", "in", "via", "cur", "tz"} & set(app.query_params)


def test_the_figures_agree_with_the_warehouse(filled):
    app = open_overview(cur="EUR", **{"from": "2026-03-01", "to": "2026-03-31", "in": "DEU"})
    healthy(app)
    march = orders().query("market == 'DEU' and '2026-03-01' <= ordered_at < '2026-04-01'")
    assert f"n = {len(march)}" in words(app)
    now = drawn(app, 2).query("kind == 'now'")
    assert now["value"].sum() == pytest.approx(march["gross"].sum())
    assert drawn(app, 1).set_index("iso3")["picked"].to_dict() == {"DEU": True, "USA": False, "JPN": False}


def test_filters_go_to_the_address_and_come_back(filled):
    first = open_overview()
    first.multiselect(key="kpi_in").set_value(["JPN"]).run()
    first.radio(key="kpi_versus").set_value("none").run()
    first.selectbox(key="kpi_cur").set_value("JPY").run()
    first.selectbox(key="kpi_tz").set_value("Asia/Tokyo").run()
    first.selectbox(key="view_kpi").set_value("orders").run()
    healthy(first)
    sent = dict(first.query_params.items())
    assert {k: sent[k] for k in ("in", "versus", "cur", "tz", "kpi")} == {
        "in": "JPN", "versus": "none", "cur": "JPY", "tz": "Asia/Tokyo", "kpi": "orders",
    }  # fmt: skip
    second = open_overview(**sent)
    healthy(second)
    assert words(second) == words(first)
    second.button(key="kpi_reset").click().run()
    assert "in" not in second.query_params and "tz" not in second.query_params


@pytest.mark.parametrize(
    "params",
    [
        {"from": "'; DROP TABLE orders; --", "to": "9999-99-99", "versus": "<script>", "cur": "€€€"},
        {"in": "DEU' OR 1=1.ZZZ.<b>", "via": "email.evil.%00", "tz": "../../etc/passwd", "kpi": "nope"},
        {"in": "A" * 9000, "from": "2090-01-01", "to": "2091-01-01", "grain": "second"},
        {"from": "2026-05-05", "to": "2026-05-01"},
    ],
)
def test_a_hostile_address_is_ignored(filled, params):
    app = open_overview(**params)
    healthy(app)
    assert drawn(app, 1)["iso3"].isin(MARKETS).all()
    assert "<script>" not in words(app)


def test_a_click_on_a_market_filters_and_can_be_taken_back(filled):
    app = open_overview()
    app.session_state["kpi_in"] = ["USA"]  # what the click's callback does; AppTest cannot click a mark
    app.run()
    assert app.query_params["in"] == "USA"
    app.button(key="kpi_widen").click().run()
    healthy(app)
    assert "in" not in app.query_params


def test_a_tile_opens_definition_sql_and_rows(filled):
    app = open_overview()
    app.button(key="tiles_refund_rate").click().run()
    healthy(app)
    assert any("amounts paid back" in element.proto.body for element in app.get("html"))
    assert any("WITH" in code.value for code in app.code)
    assert {"day", "market", "item", "numerator", "denominator"} <= set(app.dataframe[-1].value.columns)


def test_notes_are_kept_and_drawn(filled):
    app = open_overview()
    app.date_input(key="note_day").set_value(dt.date(2026, 8, 3))
    app.text_input(key="note_text").set_value("Sale <b>began</b>")
    app.button(key="note_add").click().run()
    healthy(app)
    assert drawn(app, 2).query("kind == 'note'")["text"].tolist() == ["Sale <b>began</b>"]
    app.button(key="note_drop_1").click().run()
    assert "note" not in set(drawn(app, 2)["kind"])


def test_a_figure_that_cannot_follow_a_filter_says_so(filled):
    answers = pd.DataFrame({"response_id": ["1"], "responded_at": pd.to_datetime(["2026-08-01"]), "kind": "nps", "score": [10.0]})
    filled.append_frames({"surveys": answers}, platform="nps_tool")
    app = open_overview(via="email")
    healthy(app)
    assert "undefined: not known by channel" in words(app)
    assert "undefined: not known by channel" not in words(open_overview())


def test_a_comparison_that_the_data_do_not_reach_is_not_made_up(filled):
    app = open_overview(versus="year")
    healthy(app)
    assert "nothing to compare this period with" in words(app)
    assert "lf-change-good" not in words(app) and "lf-change-bad" not in words(app)
