"""Colours, numbers and symbols to be careful with, and how good the evidence is."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components.frame import note
from components.ground_facts import more_unchecked, source
from components.words import N_, _, market_name, said

VALENCES = {
    "negative": N_("careful"), "mixed": N_("mixed"), "functional": N_("works differently"), "neutral": N_("neutral"),
    "positive": N_("welcome"),
}  # fmt: skip


def show(
    rows: pd.DataFrame, every: pd.DataFrame, kinds: Mapping[str, str], evidence: Mapping[str, str], standing: object,
    market: str,
) -> None:  # fmt: skip
    """Draw what is said of the market by kind, and what is said of all markets.

    rows: as from ``frameworks.localization.cautions``. every: the same with unchecked rows. kinds, evidence: names.
    """
    note(said(standing))
    here = rows[~rows["everywhere"]]
    if here.empty:
        told = _("No checked source speaks of colours, numbers or symbols in {market}.").format(market=market_name(market))
        hidden = int((~every["everywhere"]).sum())
        st.info(told + more_unchecked(hidden), icon=":material/palette:")
    else:
        body = "".join(
            f'<section class="lf-gr-topic"><h3>{escape(_(name))}</h3>'
            f"{''.join(_caution(row, evidence) for row in found.itertuples())}</section>"
            for kind, name in kinds.items()
            if len(found := here[here["kind"] == kind])
        )
        st.html(f'<div class="lf-gr-topics">{body}</div>')
    general = rows[rows["everywhere"]]
    if len(general):
        st.subheader(_("In every market"), anchor=False)
        body = "".join(_caution(row, evidence) for row in general.itertuples())
        st.html(f'<div class="lf-gr-topics"><section class="lf-gr-topic">{body}</section></div>')


def _caution(row: Any, evidence: Mapping[str, str]) -> str:
    kind = _(evidence[row.evidence])
    lore = "" if row.evidence == "academic" else " lf-gr-lore"
    item = _(row.item)
    where = _("{culture}; matters for {context}").format(culture=_(row.culture), context=_(row.context))
    return (
        f'<div class="lf-gr-duty"><p><strong>{escape(item[:1].upper() + item[1:])}</strong> '
        f'<span class="lf-chip lf-gr-val lf-gr-{row.valence}">{escape(_(VALENCES[row.valence]))}</span> '
        f'<span class="lf-chip lf-gr-evidence{lore}">{escape(kind)}</span></p>'
        f'<p>{escape(_(row.meaning))}</p><p class="lf-mk-small">{escape(where)}</p>'
        f"{source(row.source, row.year, url=row.url, checked=row.checked)}</div>"
    )
