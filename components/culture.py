"""The Culture page: choose countries, and where each stands in every model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components import dotplot, view
from components.words import _, list_text, market_name, number
from frameworks.culture.model import Dimension, Model

_KEY = "view_countries"
_START = "lf_culture_start"
_ROOT = Path(__file__).resolve().parents[1]


def choose(markets: Sequence[str], start: Sequence[str]) -> tuple[str, ...]:
    """Draw the choice of countries and return it, at most six.

    markets: every code that may be chosen. start: the choice when the address and the session name none;
    a session that never chose follows it when it changes.
    """
    _begin(markets, tuple(start)[: dotplot.MOST])
    st.multiselect(
        _("Countries, two to six"), sorted(markets, key=market_name), key=_KEY, format_func=market_name,
        max_selections=dotplot.MOST, placeholder=_("Choose countries"), persist_state="session", select_all=False,
    )  # fmt: skip
    chosen = [code for code in st.session_state.get(_KEY) or [] if code in markets]
    chosen = tuple(dict.fromkeys(chosen))[: dotplot.MOST]
    view.keep("countries", chosen, ".".join(st.session_state[_START]))
    return chosen


def _begin(markets: Sequence[str], start: tuple[str, ...]) -> None:
    former = st.session_state.get(_START)
    st.session_state[_START] = start
    if _KEY in st.session_state:
        if former != start and tuple(st.session_state[_KEY] or ()) == former:
            st.session_state[_KEY] = list(start)
        return
    asked = [part for part in st.query_params.get("countries", "")[:4000].split(".") if part]
    good = list(dict.fromkeys(part for part in asked if part in markets))
    if len(good) < len(set(asked)):
        st.warning(_("The link names an unknown country; it was left out."), icon=":material/info:")
    if len(good) > dotplot.MOST:
        st.warning(_("The link names more than six countries; the first six are shown."), icon=":material/info:")
    st.session_state[_KEY] = good[: dotplot.MOST] or list(start)


def too_few(chosen: Sequence[str]) -> None:
    """Say what to do when nothing can be compared."""
    text = (
        _("Choose at least two countries above to see how they differ.")
        if not chosen
        else _("Choose one more country to see how far apart they are.")
    )
    st.info(text, icon=":material/compare_arrows:")


def key(countries: Sequence[str]) -> None:
    """Draw the key of colours and shapes."""
    entries = [(dotplot.symbol(place), f"{market_name(code)} ({code})") for place, code in enumerate(countries)]
    st.html(dotplot.key(entries))


def reading_aid(bases: Sequence[str], whole: bool) -> None:
    """Explain the shading, the scale and the hollow marks that are on show."""
    lines = [
        _("Each line is the whole scale of the model.")
        if whole
        else _("Each line runs from the lowest to the highest of all countries in the model."),
        _("Grey: all countries; thick: their middle half."),
    ]
    if "stand_in" in bases or "estimate" in bases:
        lines.append(_("Hollow marks are not measured for the country itself: a part sample or an estimate."))
    st.caption(" ".join(lines))


def dimensions(
    model_title: str, dims: Sequence[Dimension], placed: pd.DataFrame, spread: pd.DataFrame, countries: Sequence[str],
    span: tuple[float, float] | None = None,
) -> None:  # fmt: skip
    """Draw one model's dot plot.

    placed, spread: as ``frameworks.culture.profile`` gives them for the model. span: ends of the line in
    the model's units; None draws from the lowest to the highest country.
    """
    cells = placed.set_index(["dimension", "iso3"])
    # A country that the model does not know at all is named once, not on every line.
    cells["known"] = cells.groupby("iso3")["value"].transform("count") > 0
    rows = [_dimension(d, cells, spread.loc[d.code], countries, span) for d in dims]
    st.html(f'<section aria-label="{escape(model_title)}">{dotplot.plot(rows)}</section>')


def _dimension(
    d: Dimension, cells: pd.DataFrame, ends: pd.Series, countries: Sequence[str], span: tuple[float, float] | None
) -> dotplot.Row:
    low, high = span or (ends["lowest"], ends["highest"])
    marks, lacking = [], []
    for place, code in enumerate(countries):
        cell = cells.loc[(d.code, code)]
        if pd.isna(cell["value"]):
            lacking += [market_name(code)] if cell["known"] else []
            continue
        said = f"{market_name(code)} {number(cell['value'], 2 if high - low < 20 else 0)}{_basis_text(cell['basis'])}"
        at = dotplot.share(cell["value"], low, high)
        marks.append(dotplot.Mark(at, dotplot.symbol(place, cell["basis"]), code, said))
    ranges = {
        name: (dotplot.share(ends[a], low, high), dotplot.share(ends[b], low, high))
        for name, a, b in (("world", "lowest", "highest"), ("half", "q25", "q75"))
    }
    gap = _("No figure: {countries}").format(countries=list_text(lacking)) if lacking and marks else ""
    return dotplot.Row(
        _(d.name), tuple(marks), _(d.low), _(d.high), tag=_("contested") if d.contested else "", gap=gap, **ranges
    )


def _basis_text(basis: str) -> str:
    names = {"stand_in": _("part sample"), "estimate": _("estimate")}
    return f" ({names[basis]})" if basis in names else ""


def who_is_missing(
    lacking: Sequence[str], switched_off: bool, could_estimate: Sequence[str], stand_ins: Mapping[str, str]
) -> None:
    """Name the countries that a model does not cover, and the samples that stand in for a country.

    could_estimate: those of ``lacking`` that an optional table of estimates covers. stand_ins: sample by country.
    """
    if switched_off:
        st.info(_("This model's table is switched off, so it counts nowhere."), icon=":material/toggle_off:")
        sources_link(_("Switch it on under Sources & method"))
        return
    if lacking:
        names = list_text([market_name(code) for code in lacking])
        told = _("Not in this model: {countries}.").format(countries=names)
        st.html(f'<p class="lf-source lf-gap">{escape(told)}</p>')
    if could_estimate:
        names = list_text([market_name(code) for code in could_estimate])
        told = _("Estimates for {countries} exist, barred for commercial use and off by default.")
        st.caption(told.format(countries=names))
        sources_link(_("See the estimates under Sources & method"))
    for code, label in stand_ins.items():
        told = _("{country}: the part sample “{sample}” stands in.")
        st.caption(told.format(country=market_name(code), sample=label))


def sources_link(label: str) -> None:
    """Draw a link to the Sources & method page."""
    page = _ROOT / "pages" / "sources.py"
    st.page_link(page, label=label, icon=":material/menu_book:")


def about(model: Model, info: Any, years: Sequence[int]) -> None:
    """Draw what a model measures, on whom, when, its criticism and its licence.

    info: description of its table with ``citation``, ``licence`` and ``licence_note``.
    years: of the figures on show.
    """
    contested = [_(d.name) for d in model.dimensions if d.contested]
    lines = [
        (_("What it measures"), _(model.measures)),
        (_("Sample"), _(model.sample)),
        (_("Years of these figures"), _years(years)),
        (_("Criticism"), _(model.criticism)),
        (_("Contested"), _("{dimensions}: later studies could not confirm these scales (Minkov 2018).").format(
            dimensions=list_text(contested)) if contested else ""),
        (_("Source"), info.citation),
        (_("Licence"), f"{_(info.licence)}. {_(info.licence_note)}"),
    ]  # fmt: skip
    facts_list(lines)


def facts_list(lines: Sequence[tuple[str, str]]) -> None:
    """Draw plain name and text pairs; empty texts are left out."""
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(text)}</td></tr>' for name, text in lines if text
    )
    st.html(f'<table class="lf-table"><tbody>{rows}</tbody></table>')


def _years(years: Sequence[int]) -> str:
    known = sorted({year for year in years if year})
    if not known:
        return ""
    return str(known[0]) if len(known) == 1 else _("{first} to {last}").format(first=known[0], last=known[-1])


def figures(placed: pd.DataFrame, dims: Sequence[Dimension], countries: Sequence[str]) -> None:
    """Draw the figures behind the marks as a table."""
    named = {d.code: _(d.name) for d in dims}
    wide = placed.pivot(index="dimension", columns="iso3", values="value").reindex(list(named))[list(countries)]
    wide.index = pd.Index([named[code] for code in wide.index], name=_("Dimension"))
    wide.columns = [market_name(code) for code in wide.columns]
    st.dataframe(wide, alt=_("Figures of the countries on each dimension; an empty cell is a missing figure"))
