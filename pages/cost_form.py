"""The form for what no export says, with the currency that its money is in."""

from __future__ import annotations

import streamlit as st

from components import cost_settings
from components.words import date_text
from pages.numbers import CURRENCIES, Numbers, answered


def draw(here: Numbers) -> None:
    """Draw the form behind its title, which says how much of it is filled."""
    held, shown = here.warehouse, here.filters.currency
    own = held.costs_currency or shown
    found = answered(held.worth)(own, shown) if own != shown else None
    note = cost_settings.worth_note(own, shown, found.factor if found else None, date_text(found.day) if found else "")
    currencies = list(dict.fromkeys((own, shown, *filter(None, held.currencies()), *CURRENCIES)))
    with st.expander(cost_settings.summary(held.costs), icon=":material/edit_note:", key="lf-cost-form"):
        cost_settings.form(held.costs, own, currencies, note, held.set_costs)
