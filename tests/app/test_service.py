"""The Service page, driven without a browser."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.warehouse import Warehouse

ROOT = Path(__file__).resolve().parents[2]
FIRST = pd.Timestamp("2026-03-01")
WAIT = {"DEU": 2, "USA": 8}


def tickets() -> pd.DataFrame:
    """Forty tickets a market, answered after two hours in Germany and eight in the United States; two in Japan."""
    rows = []
    for market, count in (("DEU", 40), ("USA", 40), ("JPN", 2)):
        for i in range(count):
            opened = FIRST + pd.Timedelta(days=i % 60, hours=6)
            answered = opened + pd.Timedelta(hours=WAIT.get(market, 1))
            channel = ("email", "live_chat")[i % 2]
            rows.append((f"{market}{i}", opened, answered, answered, market, channel, float(i % 4 > 0)))
    names = ["ticket_id", "opened_at", "first_response_at", "resolved_at", "market", "channel", "csat"]
    return pd.DataFrame(rows, columns=names)


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def desk(home):
    warehouse = Warehouse(home)
    warehouse.append_frames({"tickets": tickets()}, platform="zendesk")
    return warehouse


def open_service(**params: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=90)
    app.run()
    for name, value in params.items():
        app.query_params[name] = value
    app.switch_page("../pages/service.py").run()
    assert not app.exception, app.exception
    assert not app.error, [error.value for error in app.error]
    return app


def markup(app: AppTest) -> str:
    return "\n".join(body for each in app.get("html") if not (body := each.proto.body).startswith("<style"))


def table(app: AppTest, place: int = 0) -> str:
    """The tables on the page: 0 by market, 1 by channel."""
    return [body for each in app.get("html") if 'class="lf-ht' in (body := each.proto.body)][place]


def test_without_uploads_it_says_what_to_bring(home):
    app = open_service()
    assert app.button(key="load_samples") and 'class="lf-ht' not in markup(app)


def test_the_market_that_waits_longer_is_tinted_and_few_tickets_are_faint(desk):
    drawn = table(open_service())
    germany, america, japan = (drawn.split(f'<th scope="row">{name}')[1].split("</tr>")[0]
                               for name in ("Germany", "United States", "Japan"))  # fmt: skip
    assert ">2.0 h<" in germany and "background" not in germany
    assert ">8.0 h<" in america and "background" in america
    assert "lf-ht-faint" in japan and "background" not in japan


def test_what_no_file_fills_is_listed_with_the_file(desk):
    said = markup(open_service())
    assert "needs: survey export" in said and "needs: reviews export" in said
    assert "Net promoter score" not in table(open_service())


def test_channels_stand_side_by_side_and_everything_can_be_taken_away(desk):
    app = open_service()
    assert "E-mail" in table(app, 1) and "Hours to first response" in table(app, 1)
    offered = " ".join(f"{button.proto.id} " for button in app.get("download_button"))
    for name in ("service-by-market_csv", "service-by-market_xlsx", "service-by-channel_csv", "service-trend_png"):
        assert f"take_{name} " in offered


def test_a_figure_that_cannot_follow_a_channel_leaves_the_table_and_says_so(desk):
    answers = pd.DataFrame({"response_id": [str(i) for i in range(40)], "responded_at": FIRST, "market": "DEU",
                            "kind": "nps", "score": 10.0})  # fmt: skip
    desk.append_frames({"surveys": answers}, platform="typeform")
    assert "Net promoter score" in table(open_service())
    narrowed = open_service(via="email")
    assert "Net promoter score" not in table(narrowed) and "undefined: not known by channel" in markup(narrowed)


def test_the_note_on_ratings_stands_where_ratings_stand(desk):
    assert "How people rate differs" in markup(open_service())
    desk.erase_everything()
    desk.append_frames({"tickets": tickets().drop(columns="csat")}, platform="zendesk")
    assert "How people rate differs" not in markup(open_service())


def test_figure_and_filters_live_in_the_address(desk):
    app = open_service()
    app.selectbox(key="view_figure").set_value("resolution_hours").run()
    assert app.query_params["figure"] == "resolution_hours"
    some = open_service(figure="csat", **{"in": "DEU.JPN"})
    assert some.selectbox(key="view_figure").value == "csat"
    assert "Germany" in table(some) and "United States" not in table(some)


def test_one_market_alone_needs_no_table_of_markets(desk):
    alone = open_service(**{"in": "DEU"})
    assert "By market" not in [head.value for head in alone.subheader] and "E-mail" in table(alone)


@pytest.mark.parametrize("params", [{"figure": "<script>"}, {"in": "ZZZ.DEU' OR 1=1", "via": "%00", "figure": "nope"}])
def test_a_hostile_address_is_ignored(desk, params):
    assert "<script>alert" not in markup(open_service(**params))


def test_figures_without_a_value_take_no_column_and_are_not_what_the_page_opens_with(home):
    bare = tickets().assign(first_response_at=pd.NaT)
    Warehouse(home).append_frames({"tickets": bare}, platform="zendesk")
    app = open_service()
    assert "Hours to first response" not in table(app)
    (figure,) = (each for each in app.selectbox if each.label == "Figure")
    assert figure.value == "resolution_hours"
    assert any("nothing to draw" in each.value for each in open_service(figure="first_response_hours").info)
