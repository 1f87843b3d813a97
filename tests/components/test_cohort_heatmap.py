"""The cohort heat map: units, faint and empty cells, files."""

import datetime as dt

import pandas as pd
import pytest

from components import cohort_curves, cohort_heatmap, words
from components.heat_table import Cell
from data.export.charts import chart_svg
from frameworks.kpi.cohort_cells import cells, curve

COUNTS = pd.DataFrame(
    [
        (dt.date(2026, 1, 1), 0, 100, 5000.0, 2000.0), (dt.date(2026, 1, 1), 1, 20, 800.0, 300.0),
        (dt.date(2026, 2, 1), 0, 10, 600.0, 200.0), (dt.date(2026, 2, 1), 1, 5, 100.0, 50.0),
    ],
    columns=["cohort", "months", "customers", "revenue", "margin"],
)  # fmt: skip
UNTIL = dt.date(2026, 4, 12)


def row(found, cohort):
    same = found["cohort"].isna() if cohort is None else found["cohort"] == pd.Timestamp(cohort)
    ends = cohort_heatmap._ends(found, "customers")
    return cohort_heatmap._row(pd.NaT if cohort is None else pd.Timestamp(cohort), found[same], [1, 2, 3], "customers", "EUR", ends)


def test_cells_say_share_count_and_story():
    january = row(cells(COUNTS, "customers", UNTIL), dt.date(2026, 1, 1))
    assert january.title == "Jan 2026" and january.aside == "100 customers"
    assert (january.cells[0].text, january.cells[0].note) == ("20%", "20")
    assert january.cells[0].told == "20 of 100 customers bought again in month 1."
    assert january.cells[1].text == "0%"  # over, and nobody came
    assert january.cells[2] == Cell(told="This month is not over yet for this cohort.")


def test_small_cohorts_are_faint_and_do_not_set_the_scale():
    found = cells(COUNTS, "customers", UNTIL)
    february = row(found, dt.date(2026, 2, 1))
    assert february.cells[0].faint and "Too few" in february.cells[0].told
    assert cohort_heatmap._ends(found, "customers") == (0.0, 0.2)  # not February's 50 %


def test_all_cohorts_together_bear_no_tint():
    together = row(cells(COUNTS, "customers", UNTIL), None)
    assert together.total and together.cells[0].share is None and together.title == "All"


@pytest.mark.parametrize(
    "value, measure, text",
    [(0.0, "customers", "0%"), (0.0341, "customers", "3.4%"), (0.0999, "customers", "10%"), (58.4, "revenue", "€58"),
     (12345.0, "revenue", "€12.3K"), (-3.6, "margin", "−€4"), (float("nan"), "margin", "–")],
)  # fmt: skip
def test_figures_in_their_unit(value, measure, text):
    assert cohort_heatmap.figure(value, measure, "EUR") == text


def test_months_are_named_in_the_visitors_language():
    with words.using("es", "es-ES"):
        assert cohort_heatmap.month_name(dt.date(2026, 3, 1)) == "mar 2026"


@pytest.mark.parametrize("measure", cohort_heatmap.MEASURES)
def test_files(measure):
    found = cells(COUNTS, measure, UNTIL)
    assert "Jan 2026 · 100" in chart_svg(cohort_heatmap.picture(found, measure, "EUR").to_dict())
    table = cohort_heatmap.for_export(found)
    assert set(table["cohort"]) == {"2026-01", "2026-02", "All"}
    assert table.loc[~table["mature"].astype(bool), ["value", "n"]].isna().all(axis=None)


def test_curves_as_a_picture_name_the_markets_with_most_customers_first():
    points = pd.concat([curve(COUNTS, UNTIL).assign(market=None), curve(COUNTS.iloc[2:], UNTIL).assign(market="JPN"),
                        curve(COUNTS.iloc[:2], UNTIL).assign(market="DEU")])  # fmt: skip
    assert cohort_curves.order(points) == ["DEU", "JPN"]
    drawn = chart_svg(cohort_curves.picture(points).to_dict())
    assert "Germany" in drawn and "Japan" in drawn
