"""Gathers what the figures stand on: coverage, unconverted amounts, matched customers."""

from __future__ import annotations

import streamlit as st

from components import kpi_standing
from components.words import _, said
from pages.numbers import Numbers


def show(here: Numbers) -> None:
    """Draw what the figures of a page stand on."""
    chosen, people = here.filters, here.matched()
    st.subheader(_("What these figures stand on"), anchor=False)
    unconverted, rates = here.unconverted(), here.warehouse.rate_note()
    kpi_standing.show(
        here.coverage.spans, here.warehouse.present(), unconverted, chosen.currency,
        said(rates) if rates else "", people.customers, people.matched, people.sources,
    )  # fmt: skip
