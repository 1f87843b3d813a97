"""The page of cultural cohorts, driven without a browser: what is claimed, and from how many markets."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import world
from data.segment_names import NamedSegment, SegmentNames
from data.store import Workspace
from data.warehouse import Warehouse
from frameworks.kpi.cultural_groups import by_cluster

ROOT = Path(__file__).resolve().parents[2]


def orders(returned: dict[str, float]) -> pd.DataFrame:
    """Two hundred orders a market over sixty days; ``returned``: the share that goes back."""
    rows = []
    for market, share in returned.items():
        for i in range(200):
            back = i < round(200 * share)
            rows.append((f"{market}{i}", pd.Timestamp("2026-03-01") + pd.Timedelta(days=i % 60, hours=1), market, "EUR", 20.0,
                         20.0 if back else 0.0, "refunded" if back else "paid", f"{market}-{i}"))  # fmt: skip
    names = ["order_id", "ordered_at", "market", "currency", "gross", "refunded", "status", "customer_key"]
    return pd.DataFrame(rows, columns=names)


def of(cluster: str, count: int) -> list[str]:
    groups = by_cluster(world())
    return sorted(groups.loc[groups["group"] == cluster, "market"])[:count]


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))
    return tmp_path


def sold(home: Path, returned: dict[str, float]) -> None:
    Warehouse(home).append_frames({"orders": orders(returned)}, platform="shopify")


def open_cohorts(**params: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=90)
    app.run()
    for name, value in params.items():
        app.query_params[name] = value
    app.switch_page("../pages/cohorts.py").run()
    assert not app.exception, app.exception
    assert not app.error, [error.value for error in app.error]
    return app


def words(app: AppTest) -> str:
    bodies = [body for each in app.get("html") if not (body := each.proto.body).startswith("<style")]
    return "\n".join([*bodies, *(caption.value for caption in app.caption)])


def test_without_uploads_it_says_what_to_bring(home):
    app = open_cohorts()
    assert app.button(key="load_samples") and "lf-dots" not in words(app)


def test_a_cluster_of_one_market_is_read_as_that_market(home):
    sold(home, {"DEU": 0.15, "JPN": 0.05, "USA": 0.1})
    said = words(open_cohorts())
    assert "Too few markets to compare groups" in said and "Japan\u00a0alone" in said
    assert "chance" not in said.lower()


def test_enough_markets_that_differ_are_called_different(home):
    high = {
        market: 0.30 + place / 100 for place, market in enumerate(of("Germanic Europe", 3) + of("Nordic Europe", 1))
    }
    low = {market: 0.05 + place / 100 for place, market in enumerate(of("Latin Europe", 5))}
    sold(home, high | low)
    said = words(open_cohorts())
    assert "Highest is Germanic Europe" in said and "the lowest, Latin Europe" in said
    assert "more than chance usually does" in said
    assert "these 8 markets" in said  # the Nordic one, alone, is left out


def test_enough_markets_that_do_not_differ_are_not(home):
    wave = (0.05, 0.12, 0.20, 0.09, 0.16)
    both = zip(of("Germanic Europe", 4) + of("Latin Europe", 5), (*wave[:4], *wave), strict=True)
    sold(home, dict(both))
    assert "Chance does that easily" in words(open_cohorts())


def test_markets_without_a_cluster_are_counted_out(home):
    clustered = set(by_cluster(world())["market"])
    nowhere = next(market for market in ("ISL", "NOR", "BEL", "SAU", "LUX") if market not in clustered)
    sold(home, {"DEU": 0.1, nowhere: 0.1})
    assert "1 market of no group is left out." in words(open_cohorts())


def test_nearness_to_home_comes_from_the_matrix_and_lives_in_the_address(home):
    sold(home, {"USA": 0.1, "CAN": 0.1, "JPN": 0.1})
    app = open_cohorts(group="affinity")
    said = words(app)
    assert "Home market" in said and "Near to home" in said and "Thirds of all markets" in said
    app.segmented_control(key="view_group").set_value("cluster").run()
    assert "group" not in app.query_params and "Anglo" in words(app)


def test_what_no_file_fills_and_who_is_not_followed_long_enough_is_said(home):
    sold(home, {"USA": 0.1, "CAN": 0.1})
    said = words(open_cohorts())
    assert "needs: sessions export" in said
    assert "have 90 days passed" in said


def test_every_figure_can_be_taken_away(home):
    sold(home, {"USA": 0.1, "CAN": 0.1})
    offered = " ".join(f"{button.proto.id} " for button in open_cohorts().get("download_button"))
    assert "take_return_rate-by-cluster_csv " in offered and "take_return_rate-by-cluster_xlsx " in offered


@pytest.mark.parametrize("params", [{"group": "<script>"}, {"group": "cluster.affinity", "in": "'; DROP TABLE orders"}])
def test_a_hostile_address_is_ignored(home, params):
    sold(home, {"USA": 0.1})
    assert "lf-dots" in words(open_cohorts(**params))


def test_the_teams_own_segments_group_the_numbers_as_they_were_kept(home):
    sold(home, {"DEU": 0.1, "FRA": 0.12, "ITA": 0.11, "JPN": 0.3, "CAN": 0.31, "USA": 0.32, "BRA": 0.2})
    book = Workspace(home).room(SegmentNames)
    segments = [NamedSegment("A", "Calm *ones*", "", ("DEU", "FRA", "ITA")), NamedSegment("B", "Keen", "", ("CAN", "JPN", "USA"))]
    number = book.add("First cut", {"models": ["schwartz"]}, segments)
    app = open_cohorts(group=f"segments_{number}")
    said = words(app)
    assert "A · Calm *ones*" in said and "B · Keen" in said and "1 market of no group is left out." in said
    assert not app.markdown or "in the address" not in " ".join(each.value for each in app.markdown)
    assert "Highest is B · Keen" in said and "members they had when you kept them" in said
    book.delete(number)
    app.run()
    assert not app.exception and "Anglo" in words(app)
