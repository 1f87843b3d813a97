"""Tiles and benchmarks as markup: every text escaped, undefined and missing told apart."""

from __future__ import annotations

import base64

import pytest

from components import benchmark, words
from components.tile import Tile, markup, spark
from frameworks.kpi.benchmarks import Benchmark

EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture(autouse=True)
def _american():
    with words.using("en", "en-US"):
        yield


def test_a_tile_tells_value_change_course_and_rows():
    text = markup(Tile("revenue", "Revenue", "money", "up", 1200.0, 1204, 1000.0, (1.0, 2.0, None, 4.0)), "USD")
    assert "$1,200" in text
    assert "+20.0%" in text and "▲" in text and "lf-change-good" in text and "better" in text
    assert "n = 1,204" in text
    assert "data:image/svg+xml" in text


def test_undefined_is_no_zero_and_no_missing_file():
    text = markup(Tile("conversion_rate", "Conversion", "share", value=None, undefined="no sessions"))
    assert "undefined: no sessions" in text and "0" not in text
    text = markup(Tile("conversion_rate", "Conversion", "share", missing=("sessions",)))
    assert "needs: sessions export" in text and "undefined" not in text
    assert "0.0%" in markup(Tile("refund_rate", "Refunds", "share", value=0.0, rows=3))


def test_the_line_has_a_gap_where_the_figure_is_undefined():
    data = spark((1.0, 2.0, None, 3.0, 3.0)).split("base64,")[1].split('"')[0]
    drawn = base64.b64decode(data).decode()
    assert drawn.count("M") == 2
    assert spark((5.0, 5.0, 5.0))  # a flat line divides by nothing


def test_dynamic_text_is_escaped():
    tile = Tile("x", EVIL, "money", value=None, undefined=EVIL, benchmark=EVIL)
    assert "<img src=x" not in markup(tile)
    assert "<img src=x" not in markup(Tile("x", EVIL, "money", value=1.0, rows=1, benchmark=EVIL))
    found = [published(0.01, 0.03, scope=EVIL, source=EVIL, url=EVIL)]
    assert "<img src=x" not in benchmark.markup(found, 0.02, "share")


def published(low: float | None, high: float | None, **told: object) -> Benchmark:
    about = {"scope": "retail", "source": "Institute", "year": 2024, "kind": "public", "confidence": "high", "url": ""}
    return Benchmark("x", low, high, **{**about, **told})


def test_a_benchmark_shows_range_source_year_and_illustration():
    text = benchmark.markup([published(0.02, 0.03, kind="seed", url="https://example.org/a")], 0.01, "share")
    assert "2.0% – 3.0%" in text and "Institute · 2024" in text and "illustration" in text and "lf-marks-own" in text
    assert 'href="https://example.org/a"' in text
    text = benchmark.markup([published(3, 3, year=None, url="javascript:alert(1)")], None, "ratio")
    assert "illustration" not in text and "lf-marks-own" not in text and " – " not in text
    assert "year unknown" in text and "javascript" not in text
    assert benchmark.markup([], 1.0, "share") == ""


def test_an_open_or_negative_range_can_be_drawn():
    assert "3.00× and more" in benchmark.markup([published(3, None)], 1.0, "ratio")
    assert "up to 5.0%" in benchmark.markup([published(None, 0.05)], 0.1, "share")
    assert benchmark.markup([published(-20, -10)], -30.0, "points")
    assert benchmark.markup([published(0, 0)], 0.0, "share")
