"""The Start page, driven without a browser."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.samples import demo
from frameworks.scoring.scenario import Scenario, package

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def start(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDFALL_HOME", str(tmp_path))

    def run() -> AppTest:
        return AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=60).run()

    return run


HEAVY = ("altair", "duckdb", "scipy", "sqlglot", "vl_convert", "xlsxwriter")
"""Libraries that each take a tenth of a second or more to load, and that the first page has no use for."""


def test_the_first_page_loads_no_heavy_library(tmp_path):
    run = (
        "import sys, app; app.first_page(); from streamlit.testing.v1 import AppTest;"
        " page = AppTest.from_file('components/shell.py', default_timeout=60).run(); assert not page.exception;"
        f" print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", run], cwd=ROOT, env={**os.environ, "LANDFALL_HOME": str(tmp_path)},
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


def healthy(app: AppTest) -> None:
    assert not app.exception, app.exception
    assert not app.error, [error.value for error in app.error]


def names(app: AppTest) -> list[str]:
    return [row.name for row in workspace().list()]


def workspace():
    from pages.desk import workspace as opened

    return opened()


def test_first_visit_shows_the_demo_and_leading_markets(start):
    app = start()
    healthy(app)
    assert app.selectbox(key="in_home").value == "USA"
    assert {scenario.name for scenario in demo.scenarios()} == set(names(app))
    assert not any("Canada" in html.proto.body for html in app.get("html"))  # the demo sells there already
    assert any("Canada" in caption.value for caption in app.caption)
    assert any("United Kingdom" in html.proto.body for html in app.get("html"))


def test_a_choice_of_markets_that_cannot_be_ranked_says_so(start):
    app = start()
    app.multiselect(key="in_candidates").set_value(["CAN"]).run()
    healthy(app)
    assert any("can be ranked" in info.value for info in app.info)


def test_one_begins_with_an_empty_scenario(start):
    app = start()
    app.button(key="keep_empty").click().run()
    healthy(app)
    begun = app.session_state["lf_scenario"]
    assert begun == Scenario(home="USA") and app.text_input(key="in_product").value == ""
    assert not [button for button in app.button if button.key == "keep_save"]


def test_another_home_changes_the_leading_markets_and_is_kept(start):
    app = start()
    app.selectbox(key="in_home").select("JPN").run()
    healthy(app)
    assert app.session_state["lf_scenario"].home == "JPN"
    assert any("South Korea" in html.proto.body for html in app.get("html"))


def test_hostile_words_are_kept_as_words(start):
    app = start()
    app.text_input(key="in_product").input("<script>alert(1)</script> [x](javascript:1) **b** " + "x" * 500).run()
    healthy(app)
    app.button(key="keep_save").click().run()
    healthy(app)
    assert not any("<script>alert" in html.proto.body for html in app.get("html"))


def test_save_as_rename_duplicate_delete_undo(start):
    app = start()
    app.text_input(key="keep_name").input("Plan <b>A</b> $x$").run()
    app.button(key="keep_new").click().run()
    healthy(app)
    assert "Plan <b>A</b> $x$" in names(app)
    new = next(row for row in workspace().list() if row.name.startswith("Plan"))
    app.session_state[f"more_{new.id}"] = True
    app.run()
    app.text_input(key=f"name_{new.id}").input("Plan B").run()
    app.button(key=f"rename_{new.id}").click().run()
    app.button(key=f"copy_{new.id}").click().run()
    healthy(app)
    assert {"Plan B", "Plan B (2)"} <= set(names(app))
    app.button(key=f"delete_{new.id}").click().run()
    assert "Plan B" not in names(app)
    app.button(key="undo_delete").click().run()
    healthy(app)
    assert "Plan B" in names(app)


def test_opening_another_scenario_takes_its_inputs(start):
    app = start()
    german = next(row for row in workspace().list() if row.home == "DEU")
    app.button(key=f"open_{german.id}").click().run()
    healthy(app)
    assert app.selectbox(key="in_home").value == "DEU"
    assert app.query_params["home"] in ("DEU", ["DEU"])
    assert app.text_input(key="keep_name").value == german.name  # not the name of the one before


def test_comparing_scenarios_shows_ranks_side_by_side(start):
    app = start()
    ids = [row.id for row in workspace().list()][:3]
    app.session_state["in_comparing"] = True
    app.run()
    app.multiselect(key="in_compare").set_value(ids).run()
    healthy(app)
    assert app.dataframe[-1].value.shape[1] == 3


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"landfall": 99}', b"\x00\xff" * 40, b"9" * 300_000])
def test_a_file_that_is_no_scenario_is_refused_in_a_sentence(start, content):
    app = start()
    before = app.session_state["lf_scenario"]
    app.session_state["in_reopening"] = True
    app.run()
    app.file_uploader(key="in_reopen").upload("x.json", content, "application/json").run()
    app.button(key="reopen").click().run()
    healthy(app)
    assert app.session_state["lf_scenario"] == before
    assert app.warning


def test_an_exported_scenario_reopens(start):
    app = start()
    sent = Scenario(home="BRA", languages=("pt",), shortlist=("PRT", "CHL"))
    app.session_state["in_reopening"] = True
    app.run()
    app.file_uploader(key="in_reopen").upload("s.json", package(sent, "otherversion").encode(), "application/json").run()
    app.button(key="reopen").click().run()
    healthy(app)
    assert app.session_state["lf_scenario"] == sent
    assert any("otherversion" in warning.value for warning in app.warning)


def test_a_reload_loses_no_words(start):
    app = start()
    app.text_input(key="in_product").input("Tea & cake").run()
    app.multiselect(key="in_current").set_value(["NZL"]).run()
    app.selectbox(key="in_home").select("JPN").run()
    healthy(app)
    address = {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}
    again = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=60)
    for name, value in address.items():
        again.query_params[name] = value
    again.run()
    healthy(again)
    scenario = again.session_state["lf_scenario"]
    assert (scenario.home, scenario.product, scenario.current) == ("JPN", "Tea & cake", ("NZL",))


def test_a_reload_after_moving_a_weight_keeps_the_words_of_the_scenario(start):
    start()
    again = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=60)
    again.query_params["home"] = "USA"
    again.query_params["weights"] = "values~50"
    again.run()
    assert again.session_state["lf_scenario"].product == demo.scenarios()[0].product


def test_a_reload_of_a_saved_scenario_keeps_its_name(start):
    app = start()
    address = {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}
    again = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=60)
    for name, value in address.items():
        again.query_params[name] = value
    again.run()
    assert again.session_state["lf_scenario"] == app.session_state["lf_scenario"]
    assert again.session_state["lf_saved"] == app.session_state["lf_saved"]


def test_an_unknown_home_from_a_file_is_replaced_and_named(start):
    app = start()
    app.session_state["in_reopening"] = True
    app.run()
    app.file_uploader(key="in_reopen").upload("s.json", package(Scenario(home="QQQ"), "v").encode(), "application/json").run()
    app.button(key="reopen").click().run()
    healthy(app)
    assert app.session_state["lf_scenario"].home == "USA"


def test_read_only_folder_and_damaged_file_are_said(start, tmp_path, monkeypatch):
    (tmp_path / "workspace.sqlite").write_bytes(b"this is no database" * 400)
    damaged = start()
    healthy(damaged)
    assert any("workspace" in warning.value for warning in damaged.warning)
    monkeypatch.setenv("LANDFALL_HOME", "/proc/nowhere")
    unwritable = start()
    healthy(unwritable)
    assert any("LANDFALL_HOME" in warning.value for warning in unwritable.warning)
