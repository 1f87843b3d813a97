"""The Matrix page, driven without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
PAGE = "../pages/matrix.py"


@pytest.fixture
def open_matrix(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))

    def run(**params: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=60)
        for name, value in params.items():
            app.query_params[name] = value
        app.run()
        said = [warning.value for warning in app.warning]
        app.switch_page(PAGE).run()
        app.session_state["said"] = said
        return app

    return run


def points(app: AppTest) -> dict[str, dict]:
    """The markets drawn on the matrix, by code."""
    rows = pa.ipc.open_stream(app.get("vega_lite_chart")[0].proto.data.data).read_pandas()
    drawn = rows[rows["kind"] == "point"].set_index("iso3")
    return drawn[["affinity", "potential", "quadrant", "place", "near", "rich"]].to_dict("index")


def healthy(app: AppTest) -> None:
    assert not app.exception, app.exception
    assert not app.error, [error.value for error in app.error]


def test_demo_places_every_scored_market(open_matrix):
    app = open_matrix()
    healthy(app)
    drawn = points(app)
    assert 100 < len(drawn) < 249
    assert drawn["CAN"]["quadrant"] == "lead"
    assert drawn["CAN"]["affinity"] > drawn["JPN"]["affinity"]
    assert "USA" not in drawn


def test_weight_slider_moves_points_and_keeps_the_sum(open_matrix):
    app = open_matrix()
    before = points(app)
    app.slider(key="w_culture").set_value(90).run()
    healthy(app)
    after = points(app)
    assert before["IRL"]["affinity"] != after["IRL"]["affinity"]
    sums = [app.slider(key=f"w_{name}").value for name in ("culture", "speech", "connections")]
    assert sums[0] == 90
    assert sum(sums) == pytest.approx(100, abs=1)
    assert "weights" in app.query_params


def test_locked_weight_stays(open_matrix):
    app = open_matrix()
    app.session_state["w_lock_affinity_False"] = ["speech"]
    app.run()
    app.slider(key="w_culture").set_value(70).run()
    healthy(app)
    assert app.slider(key="w_speech").value == 20
    assert app.slider(key="w_connections").value == 10


def test_preset_and_single_criteria(open_matrix):
    app = open_matrix()
    app.selectbox(key="w_preset").select("digital_first").run()
    healthy(app)
    app.toggle(key="in_fine").set_value(True).run()
    healthy(app)
    assert app.slider(key="w_digital").value == 22
    app.slider(key="w_competition").set_value(20).run()
    healthy(app)


def test_link_restores_the_view(open_matrix):
    first = open_matrix(home="DEU")
    first.slider(key="w_demand").set_value(80).run()
    sent = {name: value[0] if isinstance(value, list) else value for name, value in first.query_params.items()}
    second = open_matrix(**sent)
    healthy(second)
    assert points(first) == points(second)
    assert second.slider(key="w_demand").value == 80


def test_every_axis_weight_at_zero_is_explained(open_matrix):
    app = open_matrix(weights="values~0.language~0.religion~0.ties~0.proximity~0")
    assert not app.exception
    assert any("zero" in sentence for sentence in app.session_state["said"])
    assert points(app)


@pytest.mark.parametrize(
    "params",
    [
        {"home": "<script>alert(1)</script>"},
        {"home": "XXX", "short": "JPN.ZZZ", "cuts": "nan~900", "langs": "xx.en", "off": "../../etc/passwd", "on": "hofstede"},
        {"weights": "values~1e999.size~-4.evil~3", "view": "javascript:1", "size": "%00", "pick": "' OR 1=1"},
        {"markets": "A" * 5000, "region": "<b>", "confidence": "Z", "income": "low.rich"},
    ],
)
def test_hostile_address_is_refused_in_sentences(open_matrix, params):
    app = open_matrix(**params)
    healthy(app)
    assert points(app)
    assert all("<" not in sentence for sentence in app.session_state["said"])


def test_home_without_culture_data_ranks_by_potential(open_matrix):
    app = open_matrix(home="ARE")
    healthy(app)
    assert any("country-tool estimates" in info.value for info in app.info)
    assert len(app.dataframe[0].value) == 248


def test_estimates_switched_on_give_affinity(open_matrix):
    app = open_matrix(home="ARE", on="hofstede_estimates")
    healthy(app)
    assert len(points(app)) > 60


@pytest.mark.parametrize("markets", ["JPN", "JPN.KOR", "VAT.ATA"])
def test_few_candidates(open_matrix, markets):
    app = open_matrix(markets=markets)
    healthy(app)
    assert len(app.dataframe[0].value) == len(markets.split("."))


def test_filter_hides_but_moves_nothing(open_matrix):
    everything, asia = points(open_matrix()), points(open_matrix(region="142"))
    assert set(asia) < set(everything)
    assert {code: row["affinity"] for code, row in asia.items()} == {code: everything[code]["affinity"] for code in asia}


def test_filter_that_leaves_nothing_says_so(open_matrix):
    app = open_matrix(region="009", confidence="A", income="low")
    healthy(app)
    assert app.info


def test_map_draws_from_the_shipped_outline(open_matrix):
    app = open_matrix(view="map", color="overall")
    healthy(app)
    spec = json.loads(app.get("vega_lite_chart")[0].proto.spec)
    assert "/app/static/world.json" in json.dumps(spec)


def test_saving_in_two_windows_keeps_both(open_matrix):
    one, two = open_matrix(), open_matrix()
    one.slider(key="w_culture").set_value(80).run()
    two.slider(key="w_culture").set_value(30).run()
    one.button(key="keep_save").click().run()
    two.button(key="keep_save").click().run()
    healthy(two)
    from pages.desk import workspace

    kept = {row.name: row.scenario.weights.affinity["values"] for row in workspace().list()}
    assert 80 in kept.values()
    assert 30 in kept.values()


def test_a_cleared_shortlist_can_be_put_back(open_matrix):
    app = open_matrix(short="DEU.JPN")
    app.button(key="shortlist_clear").click().run()
    assert app.session_state["lf_scenario"].shortlist == ()
    app.button(key="shortlist_undo").click().run()
    healthy(app)
    assert app.session_state["lf_scenario"].shortlist == ("DEU", "JPN")
    assert not [button for button in app.button if button.key == "shortlist_undo"]
