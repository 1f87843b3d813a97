"""What a founder does, in a real browser: point, weigh, read, save, take away, come back by link."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest

CHART = ".st-key-matrix-chart svg.marks"
POINTS = f"{CHART} .mark-symbol path"


def chart_of(page):
    page.wait_for_selector(POINTS, state="attached")
    return page.locator(CHART).first.inner_html()


def ranking(page):
    """The first rows of the ranking, as the accessible table holds them."""
    page.wait_for_selector(".st-key-in_ranking table td, .st-key-in_ranking canvas table td", state="attached")
    rows = page.locator(".st-key-in_ranking table tbody tr").all()[:8]
    return [row.inner_text() for row in rows]


def moved(page, settled, key, times=8, press="ArrowRight"):
    slider = page.locator(f".st-key-{key} input[type=range]")
    slider.focus()
    before = chart_of(page)
    for _turn in range(times):
        page.keyboard.press(press)
    page.wait_for_function(
        "([css, former]) => document.querySelector(css) && document.querySelector(css).innerHTML !== former",
        arg=[CHART, before],
    )
    settled(page)


def test_clicking_a_point_opens_its_detail(open_page, settled):
    page = open_page("matrix?size=same")
    chart_of(page)
    boxes = [point.bounding_box() for point in page.locator(POINTS).all()]
    low = max(boxes, key=lambda box: box["y"])  # the lowest point stands alone
    before = page.locator(".lf-picked h3").inner_text()
    page.mouse.click(low["x"] + low["width"] / 2, low["y"] + low["height"] / 2)
    page.wait_for_function("former => document.querySelector('.lf-picked h3').innerText !== former", arg=before)
    settled(page)
    assert page.locator(".lf-picked .lf-chip").inner_text() == "Later"
    code = re.search(r"pick=([A-Z]{3})", page.url).group(1)
    picked = page.locator(".lf-picked h3").inner_text().split("\n")[0].strip().removesuffix("Later").strip()
    page.locator(".st-key-picked-market [data-testid=stPageLink] a").click()
    page.wait_for_url(f"**/market?*{code}*")
    settled(page)
    assert page.locator("h1").inner_text() == picked


def test_moving_a_weight_moves_chart_order_and_address(open_page, settled):
    page = open_page("matrix")
    order = ranking(page)
    moved(page, settled, "w_culture", 30)
    assert "weights=" in page.url
    assert ranking(page) != order


def test_the_link_restores_the_view_elsewhere(open_page, settled):
    page = open_page("matrix?home=DEU")
    moved(page, settled, "w_demand", 10)
    again = open_page(urlsplit(page.url).path.lstrip("/") + "?" + urlsplit(page.url).query)
    assert ranking(again) == ranking(page)
    values = [p.locator(".st-key-w_demand input[type=range]").input_value() for p in (page, again)]
    assert values[0] == values[1]


def test_downloads_open(open_page):
    page = open_page("matrix")
    chart_of(page)
    found = {}
    for key in ("take_ranking_csv", "take_ranking_xlsx", "take_matrix_png", "take_matrix_svg", "take_scenario_json"):
        with page.expect_download() as waiting:
            page.locator(f".st-key-{key} button").click()
        found[key] = (waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes())
    name, raw = found["take_ranking_csv"]
    assert re.fullmatch(r"landfall-ranking-usa-\d{4}-\d\d-\d\d\.csv", name)
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert rows[0]["iso3"] == "CAN" and len(rows) == 248
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(found["take_ranking_xlsx"][1])).namelist()
    assert found["take_matrix_png"][1].startswith(b"\x89PNG") and len(found["take_matrix_png"][1]) > 30_000
    assert b"Canada" in found["take_matrix_svg"][1]
    assert json.loads(found["take_scenario_json"][1])["scenario"]["home"] == "USA"


def test_the_map_draws_and_a_country_can_be_picked(open_page, settled):
    page = open_page("matrix?view=map")
    page.wait_for_selector(".st-key-map-chart svg.marks .mark-shape path", state="attached")
    box = page.locator(".st-key-map-chart svg.marks path[aria-label*='Australia']").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_function("document.querySelector('.lf-picked h3').innerText.startsWith('Australia')")
    settled(page)
    assert "pick=AUS" in page.url


def test_by_keyboard_alone(open_page, settled):
    page = open_page("matrix")
    reached = set()
    for _step in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('[class*=st-key-]')?.className.match(/st-key-(\\S+)/)?.[1]"))
    assert {"w_culture", "w_speech", "w_connections", "w_demand", "w_balance"} <= reached
    moved(page, settled, "w_speech", 5)
    page.locator("[data-testid=stSidebarNavLink]").nth(3).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/culture**")


def test_set_up_save_and_find_it_again(open_page, settled, start_server, tmp_path):
    with start_server(tmp_path / "home") as own:
        page = open_page(url=own.url)
        page.locator(".st-key-in_product input").fill("Tea <b>&</b> $cakes$")
        page.keyboard.press("Enter")
        settled(page)
        page.get_by_role("button", name="Save as").click()
        page.locator(".st-key-keep_name input").fill("Tea abroad")
        page.keyboard.press("Enter")
        settled(page)
        page.locator(".st-key-keep_new button").click()
        page.wait_for_selector("text=Tea abroad")
        settled(page)
        page.close()
        again = open_page(url=own.url)
        assert again.locator(".st-key-in_product input").input_value() == "Tea <b>&</b> $cakes$"
        again.close()


@pytest.mark.parametrize("path", ["", "matrix", "market", "culture", "sources"])
def test_spanish_pages_speak_spanish(path, open_page):
    page = open_page(path, locale="es-ES")
    text = page.locator("[data-testid=stMain]").inner_text()
    left = re.findall(r"\b(markets?|weights?|shown|countries|sources|switched off|Coverage|Limits|Save)\b", text)
    assert left == []


@pytest.mark.parametrize("path", ["matrix?home=ARE", "matrix?markets=JPN", "matrix?markets=VAT.ATA", "market?market=ATA"])
def test_sparse_views_stand(path, open_page):
    page = open_page(path)
    assert page.locator("h1").count() == 1


def test_hostile_text_in_the_address_runs_nowhere(open_page):
    evil = "%3Cimg%20src%3Dx%20onerror%3D%22window.hit%3D1%22%3E"
    for path in ("matrix", "market", "culture", "sources", ""):
        names = ("home", "langs", "short", "weights", "market", "compare", "countries", "table", "pick", "view", "region")
        page = open_page(f"{path}?" + "&".join(f"{name}={evil}" for name in names))
        assert page.evaluate("window.hit") is None
        page.close()
