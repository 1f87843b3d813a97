"""Retention: who comes back, when, and what is a customer worth by then?"""

import pandas as pd
import streamlit as st

from components import cohort_curves, cohort_heatmap, cost_settings, frame, heat_table, view
from components.words import _, date_text, list_text, settle
from frameworks.kpi.cohort_cells import cells, curve
from pages import customer_tiles, kpi_files, sample_exports
from pages.cohort_counts import Cohorts, cohorts
from pages.numbers import Numbers, open_numbers

TILES = (
    "repeat_purchase_rate",
    "retention_90_days",
    "returning_customer_share",
    "new_customers",
    "customer_lifetime_value",
    "revenue_per_active_customer",
)
REACHES = {"12": 12, "24": 24, "all": 600}  # months of first orders to look back on


def controls() -> tuple[str, str, int]:
    """Draw what to look at and return the view, the measure and how many months back."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        shape = view.single(
            _("View"), "cohorts", ("map", "curves"), "map", names={"map": _("Heat map"), "curves": _("Curves by market")},
            collapsed=True,
        )  # fmt: skip
        measure = "customers"
        if shape == "map":
            names = {name: _(title) for name, title in cohort_heatmap.NAMES.items()}
            measure = view.single(_("Measure"), "measure", cohort_heatmap.MEASURES, "customers", names=names, collapsed=True)
        names = {"12": _("Last 12 months"), "24": _("Last 24 months"), "all": _("All months")}
        reach = view.choice(_("First orders"), "reach", tuple(REACHES), names=names, width=170)
    return shape, measure, REACHES[reach]


def heat_map(here: Numbers, found: Cohorts, measure: str) -> None:
    """Draw the cohorts as a heat map, or say what the measure still needs."""
    shown = cells(found.counts, measure, found.until)
    st.caption(_(cohort_heatmap.READINGS[measure]))
    if measure == "margin" and shown["value"].isna().all():
        lacking = cost_settings.missing(here.warehouse.costs, ("goods_share",))
        st.info(
            _("Margin needs your costs. Enter: {figures}.").format(figures=list_text(lacking or (_("your costs"),))),
            icon=":material/edit_note:",
        )
        return
    if shown.empty:
        st.info(_("No month of first orders is over yet, so there is no cohort to follow."), icon=":material/hourglass:")
        return
    currency = here.filters.currency
    cohort_heatmap.table(shown, measure, currency)
    kpi_files.bar(
        here, f"cohorts-{measure}", lambda: cohort_heatmap.for_export(shown),
        {f"cohorts-{measure}": lambda: cohort_heatmap.picture(shown, measure, currency)},
    )  # fmt: skip


def curves(here: Numbers, found: Cohorts) -> None:
    """Draw a curve a market, each against all of them."""
    parts = [curve(found.counts, found.until).assign(market=None)]
    parts += [curve(part, found.until).assign(market=code) for code, part in found.by_market().items()]
    points = pd.concat(parts, ignore_index=True)
    if points.empty:
        st.info(_("No cohort is a full month old yet, so there is no curve to draw."), icon=":material/hourglass:")
        return
    told = _("Share of customers who bought again, by months since the first order.")
    st.caption(told + " " + _("Shaded: 95 % interval. Dashed: all markets."))
    cohort_curves.panels(points, key="curves")
    with st.expander(_("The figures"), icon=":material/table_chart:"):
        cohort_curves.table(points)
    kpi_files.bar(here, "retention-curves", lambda: points, {"retention-curves": lambda: cohort_curves.picture(points)})


@st.fragment
def cohort_part(here: Numbers) -> None:
    """Draw the cohorts; redrawn alone when the view changes."""
    settle()
    st.subheader(_("Month by month since the first order"), anchor=False)
    shape, measure, reach = controls()
    found = cohorts(here, reach)
    if found is None or found.counts.empty:
        told = _("No order here names its customer, so nobody can be followed. Upload an orders export with customer e-mails"
                 " or numbers; on entry they are turned into keys, and not kept.")  # fmt: skip
        st.info(told, icon=":material/person_off:")
        return
    if shape == "map":
        heat_map(here, found, measure)
    else:
        curves(here, found)
    if found.begins:
        frame.note(
            _("Your orders begin on {day}. Who had bought before that looks like a new customer here, so the first months"
              " hold some old ones and keep more than they should.").format(day=date_text(found.begins))
        )  # fmt: skip


st.title(_("Retention"))
frame.lede(_("Who comes back, how soon, and what is a customer worth by then?"))
here = open_numbers()
if here.empty:
    sample_exports.invite(here.warehouse)
    st.stop()
st.html(heat_table.style())
customer_tiles.draw(here, TILES, key="retention")
below = customer_tiles.costs(here)
cohort_part(here)
below()
