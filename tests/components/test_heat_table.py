"""Tinted tables: readable ink on every tint, hostile words escaped, blanks stay blank."""

import pandas as pd
import pytest

from components import heat_table
from components.heat_table import Cell, Row
from components.theme import DARK, LIGHT
from data.export.charts import chart_svg


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_ink_is_readable_on_every_tint(colours):
    for step in range(21):
        ground, ink = heat_table.tint(step / 20, colours)
        assert heat_table._contrast(ground, ink) >= 4.5


def test_tints_run_from_little_to_much_and_stay_in_range():
    assert heat_table.tint(-1, LIGHT)[0] == LIGHT.sequential[0]
    assert heat_table.tint(7, LIGHT)[0] == LIGHT.sequential[-1]


def test_nothing_is_drawn_where_nothing_is_known():
    drawn = heat_table.table([Row("x", (Cell(), Cell("0 %", share=0.0)))], ["1", "2"], corner="c", label="l")
    assert drawn.count("lf-ht-blank") == 1 and ">0 %<" in drawn


def test_faint_cells_bear_no_tint():
    drawn = heat_table.table([Row("x", (Cell("5", share=1.0, faint=True),))], ["1"], corner="c", label="l")
    assert "lf-ht-faint" in drawn and "background" not in drawn


def test_words_are_escaped():
    evil = "<img src=x onerror=alert(1)>\""
    cells = (Cell(evil, evil, told=evil, tag=evil), Cell(told=evil))
    drawn = heat_table.table([Row(evil, cells, evil)], [evil, ""], corner=evil, label=evil)
    assert "<img" not in drawn and 'alert(1)>"' not in drawn


def test_a_picture_can_be_drawn():
    data = pd.DataFrame([("Jan", "1", "5 %", "#FFFFFF", "#000000")], columns=["row", "column", "text", "fill", "ink"])
    assert "5 %" in chart_svg(heat_table.picture(data, title="Kept", corner="Month").to_dict())
