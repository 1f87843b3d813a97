"""Costs and worth: the rule of three, faint figures, the grid of channels by markets."""

import numpy as np
import pandas as pd

from components import channel_worth
from data.export.charts import chart_svg
from frameworks.kpi import KPIS

NAN = np.nan
SEGMENT = pd.Series(
    {
        "ad_spend": 900.0, "new_customers": 40.0, "customer_acquisition_cost": 22.5, "customer_acquisition_cost_low": 16.5,
        "customer_acquisition_cost_high": 31.5, "ltv_to_cac": 3.2,
    }
)  # fmt: skip


def cell(name, few=30, **changes):
    return channel_worth._cell(pd.Series({**SEGMENT, **changes}), KPIS[name], "EUR", few)


def test_cost_of_a_customer_with_its_interval():
    found = cell("customer_acquisition_cost")
    assert (found.text, found.note, found.faint) == ("€22.50", "€16.50 – €31.50", False)
    assert cell("customer_acquisition_cost", new_customers=12.0).faint
    assert cell("ad_spend", new_customers=12.0).faint is False  # spend is no estimate


def test_the_rule_of_three_is_marked():
    assert cell("ltv_to_cac").tag == "over 3" and cell("ltv_to_cac", ltv_to_cac=0.5).tag == "under 3"
    assert cell("ltv_to_cac", ltv_to_cac=NAN).tag == "" and cell("ltv_to_cac", ltv_to_cac=NAN).text == "–"


def test_the_sentence_above_the_table():
    assert "above the rule of thumb of 3" in channel_worth.headline(3.4)
    assert "left 0.53×" in channel_worth.headline(0.53)
    assert channel_worth.headline(None) == channel_worth.headline(NAN) == ""


def naming(side, code):
    return "Not stated" if code is None else f"{side} {code}"


GRID = pd.DataFrame(
    [
        ("email", "DEU", 0.04, 40.0, 1000.0, 3), ("email", "JPN", 0.5, 1.0, 2.0, 1), ("direct", "DEU", 0.02, 10.0, 500.0, 3),
        ("direct", "JPN", NAN, NAN, NAN, 0),
    ],
    columns=["channel", "market", "value", "numerator", "denominator", "n"],
)  # fmt: skip


def test_the_grid_counts_visits_and_fades_what_rests_on_few():
    found = channel_worth.grid(GRID, "conversion_rate", "EUR", naming, 30)
    assert found.channels == ("channel email", "channel direct") and found.markets == ("market DEU", "market JPN")
    assert found.cells["channel email", "market DEU"].note == "1,000"
    assert found.cells["channel email", "market DEU"].share == 1.0  # the faint 50 % does not set the scale
    assert found.cells["channel email", "market JPN"].faint
    assert ("channel direct", "market JPN") not in found.cells


def test_the_grid_as_a_picture():
    found = channel_worth.grid(GRID, "conversion_rate", "EUR", naming, 30)
    assert "4.0%" in chart_svg(channel_worth.picture(found, "conversion_rate").to_dict())


def test_an_empty_grid():
    found = channel_worth.grid(GRID.iloc[:0], "orders", "EUR", naming, 30)
    assert found.cells == {} and channel_worth.picture(found, "orders").data.empty
