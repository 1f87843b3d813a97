"""The team's payment set-up, kept in the workspace and shared by the pages about entering a market."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import streamlit as st

from components import payment_form, state
from components.words import _, said
from data.store import WorkspaceError
from frameworks.localization.money import currency_of
from frameworks.localization.scripts import alpha2
from frameworks.payments import PaymentError, PaymentFit, SetUp, SetUpError, fit_for, providers
from frameworks.payments.fit import check_known
from frameworks.reference import Reference
from pages.desk import Desk

SETTING = "payment_set_up"
_REFUSED = "lf_pay_refused"
_AT_WORK = "lf_pay_at_work"


def current(desk: Desk) -> SetUp:
    """Return the set-up as kept; before there is one, the home market's country and currency without a provider."""
    kept = desk.workspace.setting(SETTING)
    if kept is None:
        return start(desk.scenario.home)
    try:
        set_up = SetUp.from_json(kept)
        check_known(desk.reference, set_up)
    except PaymentError as error:
        state.say(_("Your payment set-up could not be read and starts anew. {error}").format(error=said(error)))
        return start(desk.scenario.home)
    return set_up


def fit(desk: Desk, market: str, set_up: SetUp, *, unchecked: bool = False) -> PaymentFit:
    """Return the fit of a set-up to a market, worked out once for as long as nothing it rests on changes."""
    return _fit(desk.reference, market, set_up, unchecked)


@lru_cache(maxsize=256)
def _fit(reference: Reference, market: str, set_up: SetUp, unchecked: bool) -> PaymentFit:
    return fit_for(market, set_up, reference=reference, unchecked=unchecked)


def start(home: str) -> SetUp:
    """Return the set-up that a team from a country starts with."""
    return SetUp(merchant_country=home, currencies=(currency_of(alpha2(home)) or "USD",))


def form(desk: Desk) -> SetUp:
    """Draw the editor and return the set-up; a change is kept at once, one that cannot be used is refused with why."""
    set_up = current(desk)
    listed = providers(desk.reference)

    def change(**parts: object) -> None:
        keep(desk, set_up, **parts)

    title = payment_form.summary(set_up, listed["name"].to_dict())
    refused = st.session_state.pop(_REFUSED, "")
    # Its title tells the set-up, and with each change of it the form would shut under the hand that fills it in.
    open_ = not set_up.providers or bool(refused) or st.session_state.get(_AT_WORK, False)
    with st.expander(title, expanded=open_, icon=":material/tune:"):
        payment_form.form(set_up, listed, tuple(desk.reference.markets), change, error=refused)
    return set_up


def keep(desk: Desk, set_up: SetUp, **parts: object) -> None:
    """Keep a changed set-up, or remember why it cannot be used."""
    st.session_state[_AT_WORK] = True
    if "currencies" in parts and "amount_currency" not in parts and set_up.amount_currency not in (parts["currencies"] or ()):
        parts |= {"amount": None, "amount_currency": None}
    try:
        new = replace(set_up, **parts)
        check_known(desk.reference, new)
        desk.workspace.set_setting(SETTING, new.to_json())
    except (SetUpError, WorkspaceError) as error:
        st.session_state[_REFUSED] = said(error)
