"""What the figures stand on: days of each table, amounts that could not be converted, customers matched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape

import pandas as pd
import streamlit as st

from components.card import card, gap, small
from components.kpi_figures import EXPORTS
from components.period import Period
from components.upload_names import platform_name
from components.words import _, compact, list_text, ngettext, number, percent


def show(
    spans: Mapping[str, tuple[date, date]], rows: Mapping[str, int], unconverted: pd.DataFrame, currency: str,
    rates: str, customers: int, matched: int, sources: tuple[str, ...],
) -> None:  # fmt: skip
    """Draw three cards.

    spans, rows: of each table. unconverted: currency, rows, amount. rates: what to
    tell about exchange rates. customers, matched: distinct customers and
    those seen in more than one of ``sources``.
    """
    cards = (
        card(_("Days covered"), _days(spans, rows)),
        _amounts(unconverted, currency, rates),
        _people(customers, matched, sources),
    )
    st.html(f'<div class="lf-cards lf-standing">{"".join(cards)}</div>')


def _days(spans: Mapping[str, tuple[date, date]], rows: Mapping[str, int]) -> str:
    items = []
    for name, count in rows.items():
        days = f'<small class="lf-muted lf-num">{escape(Period(*spans[name]).text)}</small>' if name in spans else ""
        told = f'<span class="lf-muted lf-num">{escape(_rows(count))}</span>'
        items.append(f"<li><span>{escape(table_name(name))}</span>{told}{days}</li>")
    return f'<ul class="lf-pairs">{"".join(items)}</ul>'


def _amounts(unconverted: pd.DataFrame, currency: str, rates: str) -> str:
    title = _("Amounts not converted")
    if unconverted.empty:
        return card(title, f"<p>{escape(_('Every amount is counted in {currency}.').format(currency=currency))}</p>", rates)
    items = "".join(
        f"<li><span class='lf-num'>{escape(compact(row.amount, row.currency or None) if row.currency else number(row.amount, 2))}"
        f"</span><span class='lf-muted'>{escape(_rows(row.rows))}</span></li>"
        for row in unconverted.itertuples()
    )
    told = small(_("No rate to {currency} is known. They are left out of every amount here, and counted as rows.").format(
        currency=currency))  # fmt: skip
    return card(title, f'<ul class="lf-pairs">{items}</ul>{told}', rates)


def _rows(count: int) -> str:
    return ngettext("{count} row", "{count} rows", int(count)).format(count=number(count, 0))


def _people(customers: int, matched: int, sources: tuple[str, ...]) -> str:
    title = _("One customer across sources")
    if not customers:
        return card(title, gap(_("No upload names its customers.")))
    names = [platform_name(each) for each in sources]
    if len(names) < 2:
        return card(title, f"<p>{escape(_('Only {source} names customers, so none can match.').format(source=names[0]))}</p>")
    told = _("{matched} of {customers} customers are known to more than one of {sources}.").format(
        matched=number(matched, 0), customers=number(customers, 0), sources=list_text(names))  # fmt: skip
    return card(title, f'<div class="lf-figure">{escape(percent(matched / customers, 1))}</div>',
                told + " " + _("Matched by a salted hash of the e-mail; the address itself is not kept."))  # fmt: skip


def table_name(name: str) -> str:
    """Return what a canonical table holds, in a word or two."""
    return {
        "orders": _("Orders"), "order_lines": _("Order lines"), "payments": _("Payments"), "sessions": _("Sessions"),
        "spend": _("Ads"), "touchpoints": _("Touchpoints"), "tickets": _("Tickets"), "surveys": _("Surveys"),
        "reviews": _("Reviews"), "customers": _("Customers"),
    }.get(name, EXPORTS.get(name, name))  # fmt: skip
