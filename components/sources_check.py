"""Does the affinity hold? The agreement with perceived distance, drawn with its interval."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from components import dotplot
from components.words import _, ngettext, number
from frameworks.culture.scores import MODELS
from frameworks.scoring.criteria import NAMES, PRESET_NAMES


def draw(found: pd.DataFrame) -> None:
    """Draw Spearman's correlation and its 95 % interval for each measure, with the caveats.

    found: measure, spearman, low, high, pairs, as ``frameworks.culture.validation`` gives them.
    """
    st.subheader(_("Does the affinity agree with what people feel?"))
    st.markdown(
        _(
            "Managers of 13 countries said how far away they feel 24 other countries to be (Håkanson & Ambos 2010)."
            " No score uses these answers. 1 means that the country that feels nearest always has the highest figure,"
            " 0 that the figure says nothing."
        )
    )
    if found.empty:
        st.info(_("The table of perceived distances is switched off, so there is nothing to check against."))
        return
    lowest = min(0.0, math.floor(10 * found["low"].min()) / 10)
    rows = [_row(row, lowest) for row in found.itertuples()]
    told = _("Dot: correlation (Spearman). Line: 95 % interval over homes and countries drawn anew.")
    st.html(dotplot.key([], [told]))
    low = _("0: no relation") if lowest == 0 else number(lowest)
    st.html(dotplot.plot(rows, ends=False, axis=(low, _("1: same order"))))
    st.markdown(f"**{_('Read it with care')}**")
    for caveat in (
        _("It is what managers felt in 2003 to 2008, not sales: which distance people feel, not which market pays."),
        _("The default blend was looked at on this same sample, so expect somewhat less elsewhere."),
        _("People feel distance differently in the two directions, by 13 points on average; most parts cannot."),
        _("Thirteen homes and 25 countries leave most of the world out; overlapping intervals prove none better."),
    ):
        st.markdown(f"- {caveat}")


def _row(row, lowest: float) -> dotplot.Row:  # type: ignore[no-untyped-def]
    name = _name(row.measure)
    pairs = ngettext("{count} pair", "{count} pairs", row.pairs).format(count=number(row.pairs, 0))
    told = _("{figure} ({low} to {high}), {pairs}").format(
        figure=number(row.spearman, 2), low=number(row.low, 2), high=number(row.high, 2), pairs=pairs
    )
    if math.isnan(row.spearman):
        return dotplot.Row(name, (), gap=_("cannot be computed"))
    dot = '<span class="lf-letter lf-letter-dot"></span>'
    mark = dotplot.Mark(dotplot.share(row.spearman, lowest, 1), dot, "", told)
    span = None
    if not math.isnan(row.low):
        span = (dotplot.share(row.low, lowest, 1), dotplot.share(row.high, lowest, 1))
    return dotplot.Row(name, (mark,), aside=told, span=span)


def _name(measure: str) -> str:
    if measure == "yours":
        return _("Affinity, your weights")
    if measure in PRESET_NAMES:
        return _("Affinity, {preset}").format(preset=_(PRESET_NAMES[measure].name))
    if measure.startswith("model_"):
        key = measure.removeprefix("model_")
        return _("{model} alone").format(model=MODELS[key].title if key in MODELS else key)
    return _("{part} alone").format(part=_(NAMES[measure].name)) if measure in NAMES else measure
