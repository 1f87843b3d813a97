"""The buyer's journey step by step, and the general evidence on service channels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components.frame import note
from components.ground_facts import missing, source, table
from components.words import N_, _, number, said

CHANNELS = {"email": N_("E-mail"), "phone": N_("Telephone"), "chat": N_("Chat"), "sms": N_("Text message")}


def steps(journey: Sequence[Any], names: Mapping[str, str]) -> None:
    """Draw the steps in order. journey: as from ``frameworks.channels.journey``. names: of the stages."""
    body = "".join(_step(place, point, _(names[point.stage])) for place, point in enumerate(journey, start=1))
    st.html(f'<ol class="lf-gr-steps">{body}</ol>')


def _step(place: int, point: Any, name: str) -> str:
    facts = "".join(
        f"<li>{escape(said(fact.text))} {source(fact.source, fact.year, checked=fact.checked)}</li>" for fact in point.facts
    )
    known = f'<ul class="lf-gr-facts">{facts}</ul>' if facts else missing(_("Nothing checked on record for this step."))
    advice = "".join(f"<li>{escape(said(sentence))}</li>" for sentence in point.adapt)
    adapt = f'<ul class="lf-gr-adapt">{advice}</ul>' if advice else missing(_("No advice without facts."))
    head = f'<h3><span aria-hidden="true">{place}</span>{escape(name)}</h3>'
    to_do, to_know = (f'<p class="lf-gr-label">{escape(text)}</p>' for text in (_("What to adapt"), _("What is known")))
    return f'<li class="lf-gr-step">{head}<div>{to_do}{adapt}</div><div>{to_know}{known}</div></li>'


def service(rows: pd.DataFrame, standing: object) -> None:
    """Draw the evidence on service channels. rows: as from ``frameworks.channels.service``. standing: what it lacks."""
    note(said(standing))
    if rows.empty:
        return
    body = "".join(
        f'<tr><th scope="row">{escape(_(CHANNELS.get(row.channel, row.channel)))}</th>'
        f'<td><span class="lf-num">{escape(number(row.value, 0 if float(row.value).is_integer() else 1))}</span>'
        f" {escape(_(row.unit))} {escape(_(row.statement))} <small>({escape(_(row.scope))})</small></td>"
        f"<td>{source(row.source, row.year, url=row.url, checked=row.checked)}</td></tr>"
        for row in rows.itertuples()
    )
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in (_("Channel"), _("Finding"), _("Source and year")))
    st.html(table(heads, body, _("Service channels")))
