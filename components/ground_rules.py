"""The duties of a market's law by topic, and the tax on a sale."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components.card import card, small
from components.frame import note
from components.ground_facts import missing, more_unchecked, source
from components.words import _, date_text, list_text, market_name, ngettext, number, said


def duties(rows: pd.DataFrame, every: pd.DataFrame, topics: Mapping[str, str], standing: object, market: str) -> None:
    """Draw the duties by topic, and name the topics of which nothing is known.

    rows: as from ``frameworks.rules.duties``. every: the same with unchecked rows. standing: no legal advice.
    """
    note(said(standing))
    if rows.empty:
        told = _("No checked source on the law of {market} is at hand.").format(market=market_name(market))
        st.info(told + more_unchecked(len(every)), icon=":material/gavel:")
        return
    body = "".join(
        f'<section class="lf-gr-topic"><h4>{escape(_(name))}</h4>{"".join(_duty(row) for row in found.itertuples())}</section>'
        for topic, name in topics.items()
        if len(found := rows[rows["topic"] == topic])
    )
    st.html(f'<div class="lf-gr-topics">{body}</div>')
    unknown = [_(name) for topic, name in topics.items() if topic not in set(rows["topic"])]
    if unknown:
        st.caption(
            _("Nothing shown here, which does not mean unregulated: {topics}.").format(topics=list_text(unknown))
        )


def _duty(row: Any) -> str:
    days = ""
    if row.topic == "withdrawal" and not pd.isna(row.days):
        count = int(row.days)
        told = ngettext("{count} day", "{count} days", count).format(count=number(count, 0)) if count else _("no general right")
        days = f' <span class="lf-chip">{escape(told)}</span>'
    if row.binds_from:
        told = _("binds from {day}").format(day=date_text(row.binds_from))
        days += f' <span class="lf-chip">{escape(told)}</span>'
    return (
        f'<div class="lf-gr-duty"><p><strong>{escape(row.law)}</strong>{days}</p><p>{escape(_(row.duty))}</p>'
        f"{source(row.source, row.year, url=row.url, checked=row.checked, rule=True)}</div>"
    )


def tax(found: Any, names: Mapping[str, str], unchecked: bool, market: str) -> None:
    """Draw the tax on a sale and what enters free. found: ``frameworks.rules.Tax`` or None. names: of its kinds."""
    if found is None:
        told = _("No list of tax rates at hand has {market}.").format(market=market_name(market))
        st.info(told, icon=":material/receipt_long:")
        return
    cards = _rate(found, names, unchecked) + _display(found, unchecked) + _free(found, unchecked)
    st.html(f'<div class="lf-mk-cards">{cards}</div>')
    if unchecked and found.changes:
        mark = f'<span class="lf-gr-unchecked">{escape(_("unchecked"))}</span>'
        st.html(f'<p class="lf-mk-small">{mark} {escape(_("Also said, from memory: {text}").format(text=_(found.changes)))}</p>')


def _rate(found: Any, names: Mapping[str, str], unchecked: bool) -> str:
    name = _(names.get(found.kind, found.kind))
    title = f"{name} ({found.local_name})" if found.local_name and found.local_name != name else name
    if found.standard is None or not (found.checked or unchecked):
        hint = _("Lists differ, or the only one may have a gap; shown with the unchecked facts.")
        return card(title, missing(_("No checked rate on record.")) + small(hint))
    inside = f'<div class="lf-figure">{escape(_rate_text(found.standard))}</div>'
    if found.reduced:
        rates = list_text([_rate_text(rate) for rate in found.reduced])
        inside += f"<p>{escape(_('Reduced: {rates}').format(rates=rates))}</p>"
    told = [_("Another list gives {rate}.").format(rate=_rate_text(found.other)) if found.other is not None else ""]
    told += [_(found.note), _("In force since {day}.").format(day=date_text(found.since)) if found.since else ""]
    inside += "".join(small(text) for text in told if text)
    return card(title, inside + source(found.source, found.year, checked=found.checked))


def _rate_text(rate: float) -> str:
    return f"{number(rate, 0 if float(rate).is_integer() else 2 if round(rate, 1) != rate else 1)} %"


def _display(found: Any, unchecked: bool) -> str:
    title = _("How shops show prices")
    if found.inclusive is None or not (found.checked or unchecked):
        hint = _("The price-display rule below may tell; ask a shop there.") if found.kind != "sales_tax" else _(found.note)
        return card(title, missing(_("No list says.")) + small(hint))
    told = _("With tax") if found.inclusive else _("Without tax")
    return card(title, f'<div class="lf-figure">{escape(told)}</div>' + source(found.source, found.year, checked=found.checked))


def _free(found: Any, unchecked: bool) -> str:
    shown = ""
    for title, limit, none in (
        (_("Imports free of duty"), found.duty_free, _("None")), (_("Imports free of tax"), found.tax_free, _("None")),
    ):  # fmt: skip
        if limit is None:
            shown += card(title, missing(_("No limit on record.")))
        elif not (limit.checked or unchecked):
            shown += card(title, missing(_("No checked limit on record.")) + small(_("One is shown with the unchecked facts.")))
        else:
            amount = f"{number(limit.amount, 0 if limit.amount.is_integer() else 2)} {limit.currency}"
            told = _("up to {amount}").format(amount=amount) if limit.amount else none
            inside = f'<div class="lf-figure">{escape(told)}</div>' + (small(_(limit.note)) if limit.note else "")
            shown += card(title, inside + source(limit.source, limit.year, checked=limit.checked))
    return shown
