"""Service: where do buyers wait, complain or send things back?"""

from functools import partial

import streamlit as st

from components import frame, heat_table, kpi_trend, service_tables, tile, view
from components.kpi_filters import channel_name
from components.words import _, market_name, settle
from frameworks.kpi import KPIS
from pages import cost_form, kpi_files, sample_exports
from pages.kpi_splits import over_time
from pages.kpi_tiles import make, opened
from pages.numbers import open_numbers

TILES = (
    "first_response_hours", "resolution_hours", "csat", "nps", "review_rating", "tickets_per_100_orders", "return_rate",
    "hours_to_fulfilment", "on_time_delivery_rate", "cost_to_serve",
)  # fmt: skip
BY_CHANNEL = ("first_response_hours", "resolution_hours", "csat")
RATED = {"csat", "nps", "review_rating"}  # what people say rather than do


def _computable(name: str) -> bool:
    """Whether a KPI has what it needs and can follow the filters in force."""
    chosen, known = here.filters, KPIS[name].dimensions
    followed = ("market" in known or not chosen.markets) and ("channel" in known or not chosen.channels)
    return followed and not here.need(name)


def _found(names: tuple[str, ...], by: str) -> dict:  # type: ignore[type-arg]
    """Return each KPI by market or channel, those that can be split so and have rows."""
    there = {name: here.kpi(name, (by,)) for name in names if by in KPIS[name].dimensions and _computable(name)}
    named = {name: found[found[by].notna()] for name, found in there.items()}
    return {name: found for name, found in named.items() if found["value"].notna().any()}


def side_by_side(names: tuple[str, ...], by: str, named, title: str, corner: str) -> None:  # type: ignore[no-untyped-def]
    """One table by market or channel."""
    found = _found(names, by)
    if len({key for rows in found.values() for key in rows[by]}) < 2:
        return  # a single row repeats the tiles
    st.subheader(title, anchor=False)
    table = service_tables.side_by_side(found, KPIS, by, named, here.filters.currency, corner=corner, label=title)
    st.html(table)
    told = _("Stronger tint: further behind the average. Small: rows behind the figure. Faint: fewer than {count}.")
    st.caption(told.format(count=service_tables.THIN))
    if by == "market" and RATED & set(found):
        frame.note(
            _("How people rate differs between markets on average: in some, the ends of a scale are used less. Compare a market's"
              " satisfaction with its own past before you compare it with another market's.")
        )  # fmt: skip
    kpi_files.bar(here, f"service-by-{by}", lambda: service_tables.for_export(found, KPIS, by))


@st.fragment
def tiles() -> None:
    """The figures of service as a whole; what no file fills yet is listed below them."""
    settle()
    made = [make(here, name) for name in TILES]
    tile.grid([each for each in made if not each.missing], here.filters.currency, partial(opened, here), key="service")
    tile.waiting(made)


@st.fragment
def trend() -> None:
    """One figure of service over time."""
    settle()
    computable = [name for name in TILES if _computable(name)]
    if not computable:
        return
    computable.sort(key=lambda name: not here.kpi(name)["value"].notna().any())  # the first is what the page opens with
    names = {name: _(KPIS[name].title) for name in computable}
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        st.subheader(_("Over time"), anchor=False)
        measure = view.choice(_("Figure"), "figure", computable, names=names)
    grain = kpi_trend.grain_for(here.filters.period.days)
    now, before = over_time(here, measure, grain)
    if kpi_trend.nothing(now, before):
        return
    drawing = partial(kpi_trend.chart, now, before, (), names[measure], KPIS[measure].unit, here.filters.currency)
    drawing().show("service-trend", _("{kpi} over time; the table holds the same figures").format(kpi=names[measure]))
    kpi_trend.told(now, here.filters.before if before is not None else None)
    kpi_files.bar(here, f"{measure}-over-time", lambda: now, {"service-trend": partial(drawing, for_picture=True)})


st.title(_("Service"))
frame.lede(_("Where do buyers wait, complain or send things back, and does it differ by market?"))
here = open_numbers()
if here.empty:
    sample_exports.invite(here.warehouse)
    st.stop()
st.html(heat_table.style())
tiles()
side_by_side(TILES, "market", market_name, _("By market"), _("Market"))
side_by_side(BY_CHANNEL, "channel", channel_name, _("By channel"), _("Channel"))
trend()
cost_form.draw(here)
