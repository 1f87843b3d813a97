"""The palette: readable in both schemes, told apart by every eye, the same as in the settings."""

from __future__ import annotations

import itertools
import json
import tomllib
from pathlib import Path

import altair as alt
import numpy as np
import pandas as pd
import pytest

from components import theme, words

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
BOTH = pytest.mark.parametrize("p", [theme.LIGHT, theme.DARK], ids=["light", "dark"])

# Machado, Oliveira & Fernandes (2009), severity 1.0, linear RGB
BLINDNESS = {
    "none": np.eye(3),
    "red": np.array([[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.0520]]),
    "green": np.array([[0.3673, 0.8606, -0.2280], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]]),
    "blue": np.array([[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]]),
}


def linear(colour: str) -> np.ndarray:
    c = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


def contrast(a: str, b: str) -> float:
    """WCAG 2 contrast ratio."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ rgb
    xyz = xyz / [0.9505, 1.0, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def apart(a: str, b: str, eye: str) -> float:
    """CIE76 difference of two colours as this eye sees them; about 2 is just noticeable."""
    seen = [lab(np.clip(BLINDNESS[eye] @ linear(c), 0, 1)) for c in (a, b)]
    return float(np.linalg.norm(seen[0] - seen[1]))


@BOTH
def test_text_is_readable_on_every_surface(p):
    for surface in (p.paper, p.card, p.panel, p.side):
        for text in (p.ink, p.muted, p.accent, p.good, p.caution, p.bad):
            assert contrast(text, surface) >= 4.5, (text, surface)
    assert contrast(p.on_accent, p.accent) >= 4.5


@BOTH
def test_marks_stand_out_from_the_paper(p):
    for name in ("lead", "adapt", "niche", "later"):
        assert contrast(p.quadrants[name], p.paper) >= 2.99, name
    for colour in p.categorical:
        assert contrast(colour, p.paper) >= 2.99, colour


@BOTH
@pytest.mark.parametrize("eye", BLINDNESS)
def test_quadrants_stay_apart_for_every_eye(p, eye):
    colours = {**p.quadrants, "accent": p.accent}
    for (a, first), (b, second) in itertools.combinations(colours.items(), 2):
        assert apart(first, second, eye) >= 15, (a, b)


@BOTH
def test_sequential_colours_step_away_from_the_paper(p):
    steps = [abs(luminance(colour) - luminance(p.paper)) for colour in p.sequential]
    assert steps == sorted(steps)
    assert len(p.sequential) == len(p.diverging) == 10


@BOTH
def test_settings_and_palette_are_the_same(p):
    settings = SETTINGS[p.scheme]
    pairs = {
        "primaryColor": p.accent, "backgroundColor": p.paper, "secondaryBackgroundColor": p.panel,
        "textColor": p.ink, "borderColor": p.line, "chartCategoricalColors": list(p.categorical),
        "chartSequentialColors": list(p.sequential), "chartDivergingColors": list(p.diverging),
    }  # fmt: skip
    assert {name: settings[name] for name in pairs} == pairs
    assert settings["sidebar"]["backgroundColor"] == p.side


def test_fonts_of_the_settings_are_shipped():
    for face in SETTINGS["fontFaces"]:
        file = ROOT / face["url"].removeprefix("app/")
        assert file.read_bytes()[:4] == b"wOF2", file
    assert {face["family"] for face in SETTINGS["fontFaces"]} == {theme.BODY_FONT, theme.HEADING_FONT}


def test_outside_a_session_the_scheme_is_light():
    assert theme.palette() is theme.LIGHT
    assert theme.palette("dark") is theme.DARK


@BOTH
def test_stylesheet_defines_what_it_uses(p):
    css = theme.css(p)
    used = {part.split(")")[0].split(",")[0].strip() for part in css.split("var(")[1:]}
    defined = {name for name in used if f"{name}:" in css}
    assert used - defined <= {"--share", "--low", "--high", "--at"}  # given by the markup
    assert css.count("{") == css.count("}")
    assert "://" not in css


@BOTH
def test_a_dressed_chart_is_a_valid_specification(p):
    chart = alt.Chart(pd.DataFrame({"x": [1], "y": [2]})).mark_point().encode(x="x", y="y")
    spec = theme.dressed(chart, p, opaque=True).to_dict()
    assert spec["config"]["background"] == p.paper
    assert spec["config"]["font"] == theme.BODY_FONT
    assert theme.altair_config(p)["background"] == "transparent"
    json.dumps(spec)


def test_charts_write_numbers_as_the_visitor_does():
    with words.using("es", "es-ES"):
        assert theme.altair_config()["locale"]["number"]["decimal"] == ","
