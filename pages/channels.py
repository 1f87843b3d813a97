"""Channels: which channel brings buyers, what do they cost, and what are they worth?"""

import pandas as pd
import streamlit as st

from components import channel_claims, channel_worth, frame, funnel, heat_table, kpi_figures, view
from components.kpi_filters import channel_name
from components.words import _, date_text, market_name, settle
from frameworks.kpi import KPIS
from pages import channel_figures, customer_tiles, kpi_files, sample_exports
from pages.numbers import Numbers, open_numbers

TILES = (
    "ad_spend", "customer_acquisition_cost", "return_on_ad_spend", "marketing_efficiency_ratio", "payback_months",
    "ltv_to_cac", "conversion_rate", "social_conversion_rate", "automated_email_conversion_rate",
)  # fmt: skip
FEW = 30  # fewer behind a figure, and it is drawn faint


def named(by: str, code: object) -> str:
    """Return what to call a market, channel or device; unknown ones are called so."""
    if pd.isna(code):
        return _("Not stated")
    naming = {"market": market_name, "channel": channel_name, "device": funnel.device_name}[by]
    return naming(str(code))


@st.fragment
def funnel_part(here: Numbers) -> None:
    """Draw the funnel and where it differs."""
    settle()
    st.subheader(_("From visit to repeat order"), anchor=False)
    steps = channel_figures.funnel(here)
    if not steps.known:
        st.info(kpi_figures.needs(("sessions", "orders")), icon=":material/upload_file:")
        return
    funnel.show(steps, key="funnel")
    funnel.told(steps)
    names = {"market": _("By market"), "device": _("By device"), "channel": _("By channel")}
    heads = {"market": _("Market"), "device": _("Device"), "channel": _("Channel")}
    by = view.single(_("Split"), "funnel", tuple(names), "market", names=names, collapsed=True)
    split = channel_figures.funnel_by(here, by)
    funnel.segments(split, [named(by, code) for code in split[by]], heads[by], key=f"funnel_{by}")
    kpi_files.bar(here, f"funnel-{by}", lambda: split, {"funnel": lambda: funnel.chart(steps, for_picture=True)})


@st.fragment
def worth_part(here: Numbers) -> None:
    """Draw what channels and markets cost and are worth."""
    settle()
    st.subheader(_("What a new customer costs and is worth"), anchor=False)
    lacking = channel_figures.missing(here, "customer_acquisition_cost")
    if lacking:
        st.info(kpi_figures.needs(lacking), icon=":material/upload_file:")
    names = {"channel": _("By channel"), "market": _("By market")}
    by_channel = channel_figures.worth(here, "channel")
    told_apart = channel_figures.attributed(by_channel)
    by = view.single(_("Split"), "worth", tuple(names), "channel" if told_apart else "market", names=names, collapsed=True)
    table = by_channel if by == "channel" else channel_figures.worth(here, "market")
    if table.empty:
        st.info(_("There is neither spend nor a new customer in this period."))
        return
    whole = table.loc[table[by] == channel_figures.ALL, "ltv_to_cac"] if "ltv_to_cac" in table else ()
    if told := channel_worth.headline(next(iter(whole), None)):
        st.markdown(f"**{told}**")
    head = _("Channel") if by == "channel" else _("Market")
    rows = [_("All") if code == channel_figures.ALL else named(by, code) for code in table[by]]
    channel_worth.table(table, rows, head, here.filters.currency, few=FEW)
    if not told_apart and not lacking:
        st.caption(
            _("Your orders do not say which channel buyers came from, so what a new customer cost can be told by market and"
              " in all, not by channel.")
        )  # fmt: skip
    period, counted = here.filters.where(), here.within(here.filters.where(), "customer_acquisition_cost")
    if counted != period:
        first, last = (date_text(day) for day in (counted.start, counted.end))
        st.caption(
            _("What sets spend against customers counts {first} to {last} only: the days that both files reach.").format(
                first=first, last=last
            )
        )
    kpi_files.bar(here, f"costs-by-{by}", lambda: table.assign(name=rows))


@st.fragment
def heat_part(here: Numbers) -> None:
    """Draw one figure by channel and market."""
    settle()
    known = [name for name in channel_worth.HEAT if not channel_figures.missing(here, name)]
    if not known:
        return
    st.subheader(_("Channel by market"), anchor=False)
    known.sort(key=lambda name: not here.kpi(name)["value"].notna().any())  # the first is what the page opens with
    names = {name: _(KPIS[name].title) for name in known}
    name = view.choice(_("Figure"), "heat", known, names=names)
    cells = here.kpi(name, ("channel", "market"))
    drawn = channel_worth.grid(cells, name, here.filters.currency, named, FEW)
    if not drawn.cells:
        st.info(_("This figure has no value in this period. Take a longer period or another figure."))
        return
    channel_worth.heat(drawn, name, FEW)
    stem = f"{name}-by-channel-and-market"
    kpi_files.bar(here, stem, lambda: cells, {stem: lambda: channel_worth.picture(drawn, name)})


def claims_part(here: Numbers) -> None:
    """Draw what platforms claim beside what others count."""
    st.subheader(_("What the platforms claim, and what was counted"), anchor=False)
    lacking = tuple(table for table in ("spend", "sessions", "orders") if not here.warehouse.present().get(table))
    if "spend" in lacking:
        st.info(kpi_figures.needs(("spend",)), icon=":material/upload_file:")
        return
    claims = channel_figures.claims(here)
    channel_claims.show(claims, here.filters.currency, key="claims")
    kpi_files.bar(here, "claims", lambda: claims, {"claims": lambda: channel_claims.chart(claims, for_picture=True)})


st.title(_("Channels"))
frame.lede(_("Which channel brings buyers, what do they cost, and what are they worth?"))
here = open_numbers()
if here.empty:
    sample_exports.invite(here.warehouse)
    st.stop()
st.html(heat_table.style())
customer_tiles.draw(here, TILES, key="channels")
below = customer_tiles.costs(here)
funnel_part(here)
worth_part(here)
heat_part(here)
claims_part(here)
below()
