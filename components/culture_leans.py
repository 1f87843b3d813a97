"""Trompenaars as chips: which pole public texts name, how firmly, never a number on a scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd
import streamlit as st

from components import dotplot
from components.words import _, market_name, ngettext
from frameworks.culture.profile import Firmness
from frameworks.culture.trompenaars import DIMENSIONS, Lean

_GRADES = {"A": "a", "B": "b", "C": "c"}


def board(leans: Mapping[str, Sequence[Lean]]) -> None:
    """Draw a card a dimension with one chip a country.

    leans: by country, the seven leans in the authors' order.
    """
    cards = []
    for k, dimension in enumerate(DIMENSIONS):
        lines = "".join(_line(place, code, known[k]) for place, (code, known) in enumerate(leans.items()))
        cards.append(
            f'<div class="lf-card"><div class="lf-card-title">{escape(_(dimension.name))}</div>'
            f'<div class="lf-source">{escape(_(dimension.first))} ↔ {escape(_(dimension.second))}</div>{lines}</div>'
        )
    st.html(f'<div class="lf-leans">{"".join(cards)}</div>')


def grades() -> None:
    """Explain the grades."""
    st.caption(
        _(
            "A: at least three independent sources agree. B: two, or a clear majority. C: one source, or few weak ones."
            " All go back to one database of managers, mostly of the 1980s and 1990s: tendencies, not people."
        )
    )


def _line(place: int, code: str, lean: Lean) -> str:
    return (
        f'<div class="lf-lean"><span class="lf-lean-who">{dotplot.symbol(place)}{escape(market_name(code))}</span>'
        f"{_chip(lean)}</div>"
    )


def _chip(lean: Lean) -> str:
    if lean.pole == "none":
        return f'<span class="lf-chip lf-lean-none">{escape(_("no public source"))}</span>'
    count = ngettext("{count} source", "{count} sources", lean.sources).format(count=lean.sources)
    if lean.pole == "mixed":
        return _chip_of("mixed", _("sources disagree"), count)
    d = lean.dimension
    pole = {"first": _(d.first), "second": _(d.second), "middle": _("in between")}.get(lean.pole, lean.pole)
    aside = _("one source") if lean.grade == "C" and lean.sources == 1 else count
    return _chip_of(_GRADES.get(lean.grade, "c"), pole, f"{lean.grade} · {aside}")


def _chip_of(kind: str, text: str, aside: str) -> str:
    return (
        f'<span class="lf-chip lf-lean-{kind}"><span>{escape(text)}</span>'
        f'<span class="lf-lean-grade">{escape(aside)}</span></span>'
    )


def firm(counts: Mapping[str, Firmness], first: str) -> None:
    """Say on how many firm leans (A or B) the first country agrees with each other one."""
    lines = []
    for code, count in counts.items():
        if count.agree + count.differ == 0:
            text = _("{country} and {other}: no dimension on which both have a firm lean.")
        else:
            text = _("{country} and {other}: firm leans agree on {agree}, differ on {differ}, {unknown} unknown.")
        lines.append(
            text.format(
                country=market_name(first), other=market_name(code), agree=count.agree, differ=count.differ,
                unknown=count.unknown,
            )
        )  # fmt: skip
    st.html("".join(f'<p class="lf-source">{escape(line)}</p>' for line in lines))


def who_says_so(placements: pd.DataFrame, countries: Sequence[str]) -> None:
    """Draw the single placements behind the chips, both sides where sources disagree.

    placements: rows with iso3, dimension, lean, source, year, suspect.
    """
    rows = placements[placements["iso3"].isin(countries)]
    if rows.empty:
        st.caption(_("No public source names one of these countries."))
        return
    named = {d.code: d for d in DIMENSIONS}
    poles = {"first_pole": "first", "second_pole": "second"}
    both = zip(rows["dimension"], rows["lean"], strict=True)
    said = [_(getattr(named[d], poles[lean])) if d in named and lean in poles else _("in between") for d, lean in both]
    shown = pd.DataFrame(
        {
            _("Country"): rows["iso3"].map(market_name),
            _("Dimension"): [_(named[code].name) if code in named else code for code in rows["dimension"]],
            _("Says"): said,
            _("Source"): rows["source"],
            _("Year"): rows["year"],
            _("Counted"): (rows["suspect"] != 1).map({True: _("yes"), False: _("no, suspect")}),
        }
    )
    st.dataframe(
        shown, hide_index=True, alt=_("Each public placement of these countries with its source"),
        column_config={_("Year"): st.column_config.NumberColumn(format="%d")},
    )  # fmt: skip
