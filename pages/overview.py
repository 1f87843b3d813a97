"""Overview: how is the business doing, market by market, and what moved beyond noise?"""

from functools import partial

import streamlit as st

from components import frame, kpi_filters, kpi_markets, kpi_news, kpi_trend, server, tile, view
from components.words import _, settle
from frameworks.kpi import KPIS
from pages import kpi_files, kpi_moves, kpi_notes, kpi_standing, sample_exports, target_work
from pages.kpi_splits import by_market, over_time
from pages.kpi_tiles import make, opened
from pages.numbers import open_numbers

FIRST = (
    "revenue", "orders", "average_order_value", "conversion_rate", "new_customer_share", "repeat_purchase_rate",
    "refund_rate", "customer_acquisition_cost", "marketing_efficiency_ratio", "csat", "nps", "review_rating",
)  # fmt: skip
MEASURES = (*FIRST, "net_sales", "sessions", "ad_spend", "return_rate", "tickets_per_100_orders", "first_response_hours")


@st.fragment
def tiles() -> None:
    """The figures of the whole business; what no file fills yet is listed below them."""
    settle()
    with st.spinner(_("Working out the figures …")):
        made = [make(here, name) for name in FIRST]
    tile.grid([each for each in made if not each.missing], here.filters.currency, partial(opened, here))
    tile.waiting(made)


@st.fragment
def markets(measure: str, title: str) -> None:
    """The chosen figure by market; a click shows that market alone everywhere."""
    settle()
    if st.session_state.pop("lf_narrowed", False):
        st.rerun()
    kpi, chosen = KPIS[measure], here.filters
    found = by_market(here, measure)
    drawn = kpi_markets.rows(found, kpi.unit, chosen.currency, chosen.markets)
    if drawn.empty:
        st.info(_("No market has this figure in this period."))
        return
    picture, ranking = st.columns([1.15, 1], gap="medium")
    with picture:
        draw = partial(kpi_markets.world, drawn, title, kpi.unit, outline_url=f"{server.STATIC_URL}/world.json")
        draw().show("overview-map", _("World map of {kpi}; the table holds the same figures").format(kpi=title),
                    partial(kpi_filters.clicked, "overview-map"))  # fmt: skip
    with ranking:
        kpi_markets.bars(drawn, title).show("overview-bars", _("Markets by {kpi}, best first").format(kpi=title),
                                            partial(kpi_filters.clicked, "overview-bars"))  # fmt: skip
    kpi_markets.told(found, drawn, chosen.markets, kpi_filters.widen)
    kpi_markets.table(drawn, title, "overview-table", partial(kpi_filters.clicked_row, "overview-table", list(drawn["iso3"])))
    pictures = {"map": partial(draw, for_picture=True), "markets": partial(kpi_markets.bars, drawn, title, for_picture=True)}
    kpi_files.bar(here, f"{measure}-by-market", lambda: found, pictures)


@st.fragment
def trend(measure: str, title: str) -> None:
    """The chosen figure over time beside the period of comparison, with the team's notes."""
    settle()
    kpi, chosen = KPIS[measure], here.filters
    with st.container(horizontal=True, vertical_alignment="center"):
        names = {"day": _("Day"), "week": _("Week"), "month": _("Month")}
        fitting = kpi_trend.grain_for(chosen.period.days)
        grain = view.single(_("Step"), "grain", kpi_trend.GRAINS, fitting, names=names, collapsed=True)
        kpi_notes.editor(here)
    now, before = over_time(here, measure, grain)
    if kpi_trend.nothing(now, before):
        return
    plan = target_work.course(here, measure, now[["start", "end"]].itertuples(index=False, name=None))
    drawing = partial(kpi_trend.chart, now, before, kpi_notes.notes(here), title, kpi.unit, chosen.currency, plan=plan)
    drawing().show("overview-trend", _("{kpi} over time; the table holds the same figures").format(kpi=title))
    kpi_trend.told(now, chosen.before if before is not None else None)
    written = now.assign(plan=plan) if plan else now
    kpi_files.bar(here, f"{measure}-by-{grain}", lambda: written, {"trend": partial(drawing, for_picture=True)})


st.title(_("Overview"))
frame.lede(_("Your own numbers by market: what sells, what it costs, and what changed."))
here = open_numbers()
if here.empty:
    sample_exports.invite(here.warehouse)
    st.stop()
tiles()
st.subheader(_("What moved beyond noise"), anchor=False)
with st.spinner(_("Telling moves from noise …")):
    news = kpi_moves.moves(here)
kpi_news.show(news, here.filters.currency)
computable = [name for name in MEASURES if not here.need(name) and "market" in KPIS[name].dimensions]
if computable:
    names = {name: _(KPIS[name].title) for name in computable}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(_("One figure in detail"), anchor=False, width="content")
        measure = view.choice(_("Figure"), "kpi", computable, names=names)
    frame.eyebrow(_("By market"))
    markets(measure, names[measure])
    frame.eyebrow(_("Over time"))
    trend(measure, names[measure])
kpi_standing.show(here)
