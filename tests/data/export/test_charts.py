"""Charts become pictures without a browser and without the network."""

from __future__ import annotations

import struct
import subprocess
import sys
from xml.etree import ElementTree

import altair as alt
import pandas as pd
import pytest

from data.export import ChartError, chart_png, chart_svg

SPEC = (
    alt.Chart(pd.DataFrame({"x": [1, 2], "name": ["<script>alert(1)</script>", "日本"]}))
    .mark_text(font="Figtree", fontSize=12)
    .encode(x="x:Q", text="name:N")
    .properties(width=100, height=50)
    .to_dict()
)


def test_svg_is_well_formed_and_text_stays_text():
    drawn = chart_svg(SPEC)
    root = ElementTree.fromstring(drawn)
    assert not [node for node in root.iter() if node.tag.endswith("script")]
    assert "Figtree" in drawn
    assert "日本" in drawn


def test_png_scales():
    sizes = []
    for scale in (1, 2):
        content = chart_png(SPEC, scale)
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        sizes.append(struct.unpack(">II", content[16:24]))
    assert abs(sizes[1][0] - 2 * sizes[0][0]) <= 2
    assert sizes[0][0] > 100
    assert chart_png(SPEC) == chart_png(SPEC, 2)
    for scale in (0, -1, 9, float("nan"), float("inf")):
        with pytest.raises(ChartError, match="scale"):
            chart_png(SPEC, scale)


def test_the_shipped_font_is_drawn():
    other = {**SPEC, "mark": {**SPEC["mark"], "font": "No such font"}}
    assert chart_png(SPEC) != chart_png(other)


def picture(url: str) -> dict:
    return {"data": {"values": [{"u": url}]}, "mark": "image", "encoding": {"url": {"field": "u"}}}


@pytest.fixture
def server():
    """A web server in its own process (drawing holds the interpreter), which counts its visitors."""
    code = (
        "import http.server as h\n"
        "class H(h.BaseHTTPRequestHandler):\n"
        "    def do_GET(self): print('visited', flush=True); self.send_error(404)\n"
        "    def log_message(self, *a): pass\n"
        "s = h.HTTPServer(('127.0.0.1', 0), H); print(s.server_port, flush=True); s.serve_forever()\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    yield f"http://127.0.0.1:{process.stdout.readline().strip()}", process
    process.kill()
    process.wait()
    process.stdout.close()


def test_nothing_is_fetched(server):
    address, process = server
    specs = [
        {"data": {"url": f"{address}/d.csv"}, "mark": "point"},
        {"layer": [{"data": {"url": f"{address}/d.csv"}, "mark": "point"}]},
        {"data": {"url": "file:///etc/hostname"}, "mark": "point"},
        picture(f"{address}/i.png"),
        picture("/etc/hostname"),
        picture("file:///etc/hostname"),
    ]
    for spec in specs:
        for draw in (chart_svg, chart_png):
            with pytest.raises(ChartError, match="lies elsewhere"):
                draw(spec)
    process.kill()
    assert "visited" not in process.stdout.read()
    assert chart_png(picture("data:image/gif;base64,R0lGODlhAQABAAAAACw="))


def test_what_cannot_be_drawn_is_refused_in_a_sentence():
    for spec in ({}, {"mark": "nope", "data": 5}, {"mark": None}):
        with pytest.raises(ChartError, match="cannot be"):
            chart_svg(spec)


def test_an_older_or_unknown_schema_is_drawn():
    for schema in (
        "https://vega.github.io/schema/vega-lite/v5.20.1.json",
        "https://x.invalid/v99.9.json",
        "",
    ):
        assert chart_svg({**SPEC, "$schema": schema}).startswith("<svg")
