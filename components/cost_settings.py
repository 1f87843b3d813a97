"""What no export says and the team enters: shares of cost, cost of an order and of a ticket, the delivery promise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.words import _, number, said
from frameworks.kpi.settings import SETTINGS, Setting, checked
from frameworks.labels import Sentence

_PER = {"share": 100.0}


def form(
    entered: Mapping[str, float | None],
    currency: str,
    currencies: Sequence[str],
    note: str,
    save: Callable[[dict[str, float | None], str], None],
) -> None:
    """Draw the form; an empty field is a figure not entered, which is not 0.

    entered:    what the workspace holds, by setting.
    currency:   what money is in, out of ``currencies``.
    note:       how money gets into the currency shown; "" where it is in it.
    save:       keeps all figures and the currency; its Sentence is shown.
    """
    with st.form("lf-costs", border=False):
        with st.grid(3, min_column_width=200, gap="small"):
            given = {name: _field(setting, entered.get(name)) for name, setting in SETTINGS.items()}
            told = _("The currency of the fulfilment cost and of the cost of a ticket.")
            chosen = st.selectbox(
                _("Money is in"), currencies, index=currencies.index(currency), key="in_cost_currency", help=told
            )
        st.caption(
            " ".join(filter(None, (note, _("Leave a field empty where you do not know it; nothing is assumed."))))
        )
        if not st.form_submit_button(_("Keep these figures"), type="primary"):
            return
    try:
        save(checked(given), chosen)
    except Sentence as error:
        st.error(said(error), icon=":material/report:")
    else:
        st.rerun()


def summary(entered: Mapping[str, float | None]) -> str:
    """Return the title of the form with how much of it is filled."""
    known = sum(entered.get(name) is not None for name in SETTINGS)
    if not known:
        return _("Your costs and promises: none entered yet")
    return _("Your costs and promises: {known} of {all} entered").format(known=known, all=len(SETTINGS))


def missing(entered: Mapping[str, float | None], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the labels, translated, of the settings among ``wanted`` that are not entered."""
    return tuple(_(SETTINGS[name].label) for name in wanted if entered.get(name) is None)


def worth_note(own: str, shown: str, factor: float | None, day: str) -> str:
    """Return how money in the currency ``own`` gets into the one shown; factor: None where no rate is known."""
    if own == shown:
        return ""
    if factor is None:
        return _("There is no rate from {own} to {shown}, so these amounts are left out.").format(own=own, shown=shown)
    return _("Counted at {rate} {shown} for 1 {own}, the rate of {day}.").format(
        rate=number(factor, 4), own=own, shown=shown, day=day
    )


def _field(setting: Setting, value: float | None) -> float | None:
    key, label, told = f"in_cost_{setting.name}", _(setting.label), _(setting.meaning)
    if setting.unit == "flag":
        names = {None: _("not said"), 1.0: _("Yes"), 0.0: _("No")}
        options = list(names)
        at = options.index(value) if value in options else 0
        return st.selectbox(label, options, index=at, format_func=names.__getitem__, key=key, help=told)
    per = _PER.get(setting.unit, 1.0)
    unit = {"share": " (%)", "money": "", "days": f" ({_('days')})"}[setting.unit]
    shown = None if value is None else round(per * value, 6)
    entered = st.number_input(
        f"{label}{unit}", min_value=per * setting.low, max_value=per * setting.high, value=shown, key=key, help=told,
        placeholder=_("not entered"),
    )  # fmt: skip
    return None if entered is None else round(entered / per, 8)
