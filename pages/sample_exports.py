"""The first visit to a page of numbers: what to bring, and samples to try it with."""

from __future__ import annotations

import tempfile
from html import escape
from pathlib import Path

import streamlit as st

from components.words import _, said
from data.samples.exports import assumed, write_samples
from data.warehouse import Warehouse
from data.warehouse.shared import SharedWarehouse
from frameworks.labels import Sentence

IMPORTS = Path(__file__).resolve().parent / "imports.py"


def invite(warehouse: Warehouse | SharedWarehouse) -> None:
    """Say which exports answer which question, and offer the way to them and samples."""
    if isinstance(warehouse, SharedWarehouse):
        st.info(_("The tables there hold no rows yet."), icon=":material/database:")
        return
    asked = [
        (_("What sells where?"), _("Orders: Shopify, WooCommerce, Amazon, Etsy, or any table of orders")),
        (_("Who visits, who buys?"), _("Sessions: a GA4 report by day, country and channel")),
        (_("What does a customer cost?"), _("Ads: Google, Meta or TikTok, by day and country")),
        (_("Where does service fail?"), _("Tickets, surveys, reviews: Zendesk, NPS, Judge.me")),
        (_("What was charged and paid back?"), _("Payments: Stripe, PayPal")),
    ]
    items = "".join(f"<li><b>{escape(q)}</b> <span>{escape(files)}</span></li>" for q, files in asked)
    with st.container(border=True, key="lf-invite"):
        st.subheader(_("Drop the exports you already have"), anchor=False)
        st.html(f'<ul class="lf-waiting">{items}</ul>')
        with st.container(horizontal=True, vertical_alignment="center"):
            if IMPORTS.exists():
                st.page_link(str(IMPORTS), label=_("Import exports"), icon=":material/upload_file:")
            st.button(
                _("Load the sample exports"), key="load_samples", icon=":material/science:", on_click=_load, args=(warehouse,)
            )
        st.caption(_("The samples are invented. You can take them out again on the page Import."))
    for problem in st.session_state.pop("lf_sample_problems", []):
        st.error(problem, icon=":material/report:")


def _load(warehouse: Warehouse) -> None:
    """Write the samples and take them in, one upload each; what cannot be read is said."""
    problems = []
    with st.spinner(_("Reading the sample exports …")), tempfile.TemporaryDirectory() as folder:
        for path in write_samples(Path(folder)):
            try:
                warehouse.add(path, assume=assumed(path))
            except Sentence as error:
                problems.append(f"{path.name}: {said(error)}")
    st.session_state["lf_sample_problems"] = problems
