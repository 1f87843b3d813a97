"""Trompenaars as chips: which pole public texts name, how firmly, never a number on a scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd
import streamlit as st

from components import dotplot
from components.dilemma_results import toward
from components.words import _, market_name, ngettext, number
from frameworks.culture.dilemmas import View
from frameworks.culture.profile import Firmness
from frameworks.culture.trompenaars import DIMENSIONS, Dilemma, Lean

_GRADES = {"A": "a", "B": "b", "C": "c"}


Sides = Mapping[str, Mapping[str, Sequence[str]]]
"""Texts by dimension and pole, as ``frameworks.culture.trompenaars.sides`` gives them."""


def board(
    leans: Mapping[str, Sequence[Lean]], sides: Mapping[str, Sides], licensed: Mapping[str, Mapping[str, float]],
    own: Mapping[str, Sequence[View]],
) -> None:  # fmt: skip
    """Draw a card a dimension with one chip a country.

    leans, sides: by country, the seven leans in the authors' order and who says what.
    licensed: by country, scores by dimension; each takes the place of the chip. own: the team's view by country.
    """
    cards = []
    for k, dimension in enumerate(DIMENSIONS):
        lines = "".join(
            _line(place, code, known[k], sides[code].get(dimension.code, {}), licensed.get(code, {}).get(dimension.code))
            + _own_line(dimension, own.get(code, ()), k)
            for place, (code, known) in enumerate(leans.items())
        )
        cards.append(
            f'<div class="lf-card"><div class="lf-card-title">{escape(_(dimension.name))}</div>'
            f'<div class="lf-source">{escape(_(dimension.first))} ↔ {escape(_(dimension.second))}</div>{lines}</div>'
        )
    st.html(f'<div class="lf-leans">{"".join(cards)}</div>')


def grades(numbers: bool) -> None:
    """Explain the grades. numbers: there are chips with numbers, too."""
    if numbers:
        st.caption(
            _(
                "Numbers, your own or licensed: how far towards the pole named, 50 to 100; there is no public score to"
                " hold them against."
            )
        )
    st.caption(
        _(
            "A: at least three independent sources agree. B: two, or a clear majority. C: one source, or few weak ones."
            " All go back to one database of managers, mostly of the 1980s and 1990s: tendencies, not people."
        )
    )


def _line(place: int, code: str, lean: Lean, said: Mapping[str, Sequence[str]], licensed: float | None) -> str:
    if licensed is not None:
        chip = _numbered("licensed", lean.dimension, licensed, _("licensed"))
    else:
        chip = _both_sides(lean, said) if lean.pole == "mixed" and said else _chip(lean)
    return (
        f'<div class="lf-lean"><span class="lf-lean-who">{dotplot.symbol(place)}{escape(market_name(code))}</span>'
        f"{chip}</div>"
    )


def _own_line(dimension: Dilemma, views: Sequence[View], k: int) -> str:
    if not views or not views[k].respondents:
        return ""
    people = ngettext("{count} respondent", "{count} respondents", views[k].respondents)
    people = people.format(count=views[k].respondents)
    if views[k].clear:
        chip = _numbered("own", dimension, views[k].score, people)
    else:
        chip = _chip_of("own", _("no clear picture"), people)
    return f'<div class="lf-lean"><span class="lf-lean-who lf-muted">{escape(_("your team’s view"))}</span>{chip}</div>'


def _numbered(kind: str, dimension: Dilemma, score: float, aside: str) -> str:
    """Return the chip of a number: the pole that it leans to, and how far."""
    pole = _("in between") if score == 50 else _(dimension.first if score > 50 else dimension.second)
    far = number(max(score, 100 - score), 0)
    return _chip_of(kind, pole, f"{far} · {aside}", toward(dimension, score))


def _both_sides(lean: Lean, said: Mapping[str, Sequence[str]]) -> str:
    d = lean.dimension
    poles = (("first", _(d.first)), ("middle", _("in between")), ("second", _(d.second)))
    lists = "".join(
        f"<p><strong>{escape(name)}</strong> ({len(said[pole])}): {escape('; '.join(said[pole]))}</p>"
        for pole, name in poles if pole in said
    )
    return f'<details class="lf-lean-sides"><summary>{_chip(lean)}</summary>{lists}</details>'


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


def _chip_of(kind: str, text: str, aside: str, title: str = "") -> str:
    hover = f' title="{escape(title)}"' if title else ""
    return (
        f'<span class="lf-chip lf-lean-{kind}"{hover}><span>{escape(text)}</span>'
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


def quoted(items: pd.DataFrame, countries: Sequence[str]) -> None:
    """Draw every percentage that public texts quote for these countries, each with its question, year and confidence.

    items: rows with iso3, dimension, item, value (per cent), confidence, year, source, note.
    """
    st.caption(
        _(
            "Shares of managers who gave one answer to one question. Questions and editions differ, so these are never"
            " averaged and none is a score of a dimension."
        )
    )
    rows = items[items["iso3"].isin(countries)]
    if rows.empty:
        st.caption(_("No percentage is quoted for these countries in the texts we found."))
        return
    named = {d.code: d for d in DIMENSIONS}
    sure = {"medium": _("medium"), "low": _("low")}
    shown = pd.DataFrame(
        {
            _("Country"): rows["iso3"].map(market_name),
            _("Dimension"): [_(named[code].name) if code in named else code for code in rows["dimension"]],
            _("Question and answer counted"): [_(text) for text in rows["item"]],
            _("Per cent"): rows["value"],
            _("Year"): rows["year"],
            _("Confidence"): [sure.get(word, word) for word in rows["confidence"]],
            _("Source"): rows["source"],
            _("Note"): [_(text) if isinstance(text, str) else "" for text in rows["note"]],
        }
    ).sort_values([_("Dimension"), _("Question and answer counted"), _("Country")], kind="stable")
    whole = {name: st.column_config.NumberColumn(format="%d") for name in (_("Per cent"), _("Year"))}
    st.dataframe(
        shown, hide_index=True, alt=_("Each quoted percentage with its question, year, confidence and source"),
        column_config=whole,
    )  # fmt: skip
