"""Home against a market as the team sees them, dimension by dimension, with spread; and whether it counts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from components import dotplot, words
from components.words import _, market_name, ngettext, number
from frameworks.culture.dilemmas import UNCLEAR, View
from frameworks.culture.trompenaars import DIMENSIONS, Dilemma, Lean
from frameworks.culture.trompenaars_scores import NEEDED

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "dilemmas.css").read_text(encoding="utf-8")
Named = tuple[str, Sequence[View], Sequence[Lean]]
"""A market's code, the team's view on the seven dimensions and the public leans."""


def style() -> str:
    """Return the style sheet as markup."""
    return f"<style>{STYLESHEET}</style>"


def chart(places: Sequence[Named]) -> None:
    """Draw a row a dimension with a line a market: mean, lowest to highest respondent, how many."""
    st.html(dotplot.key(
        [(dotplot.symbol(at), market_name(code)) for at, (code, _views, _leans) in enumerate(places)],
        [_("Mark: mean of your respondents. Bar: from the lowest to the highest of them. Hollow: no clear picture.")],
    ))  # fmt: skip
    rows = [_row(d, [(code, views[k], leans[k]) for code, views, leans in places]) for k, d in enumerate(DIMENSIONS)]
    st.html(f'<section class="lf-dl" aria-label="{escape(_("Your team’s view by dimension"))}">{"".join(rows)}</section>')


def _row(dimension: Dilemma, lines: Sequence[tuple[str, View, Lean]]) -> str:
    first, second = escape(_(dimension.first)), escape(_(dimension.second))
    drawn = "".join(_line(dimension, at, code, view) for at, (code, view, _lean) in enumerate(lines))
    public = " · ".join(f"{market_name(code)}: {_lean_text(lean)}" for code, _view, lean in lines)
    return (
        f'<div class="lf-dl-row"><div class="lf-dl-head">{escape(_(dimension.name))}</div>'
        f'<div class="lf-dl-poles"><span>← {first}</span><span>{second} →</span></div>{drawn}'
        f'<p class="lf-dl-public">{escape(_("Public texts: {leans}").format(leans=public))}</p></div>'
    )


def _line(dimension: Dilemma, at: int, code: str, view: View) -> str:
    name = market_name(code)
    if not view.respondents:
        told = _partly(view) or _("nobody has answered both questions")
        said = f'<div class="lf-dl-said">{escape(f"{name}: {told}")}</div>'
        return f'<div class="lf-dl-line"><div class="lf-dl-track"></div>{said}</div>'
    spoken = f"{name}: {toward(dimension, view.score)}; {_spread(view)}"
    if not view.clear:
        spoken = f"{name}: {unclear(view)}"
    mark = dotplot.symbol(at, "measured" if view.clear else "estimate")
    head = f"<strong>{number(view.score, 0)}</strong> {escape(_spread(view))}" if view.clear else escape(unclear(view))
    return (
        f'<div class="lf-dl-line"><div class="lf-dl-track" role="img" aria-label="{escape(spoken)}" title="{escape(spoken)}">'
        f'<span class="lf-dl-range" style="--from:{100 - view.high:.1f}%;--to:{100 - view.low:.1f}%"></span>'
        f'<span class="lf-dl-mark" style="--at:{100 - view.score:.1f}%">{mark}</span></div>'
        f'<div class="lf-dl-said">{head}</div></div>'
    )


def toward(dimension: Dilemma, score: float) -> str:
    """Return a score in words: how far towards which pole."""
    if score == 50:
        return _("in between")
    pole, share = (dimension.first, score) if score > 50 else (dimension.second, 100 - score)
    return _("{share} of 100 towards “{pole}”").format(share=number(share, 0), pole=_(pole))


def unclear(view: View) -> str:
    """Return why a dimension has no clear picture."""
    return _("no clear picture: the two questions lie {gap} points apart").format(gap=number(view.gap, 0))


def _spread(view: View) -> str:
    people = ngettext("{count} respondent", "{count} respondents", view.respondents).format(count=number(view.respondents, 0))
    if view.respondents == 1:
        return people
    return _("({low}–{high}, {people})").format(low=number(view.low, 0), high=number(view.high, 0), people=people)


def _partly(view: View) -> str:
    if not view.partly:
        return ""
    told = ngettext("{count} answered one of two questions", "{count} answered one of two questions", view.partly)
    return told.format(count=number(view.partly, 0))


def _lean_text(lean: Lean) -> str:
    d = lean.dimension
    poles = {"first": _(d.first), "second": _(d.second), "middle": _("in between"), "mixed": _("sources disagree")}
    said = poles.get(lean.pole, _("no public source"))
    return f"{said} ({lean.grade})" if lean.grade else said


def table(places: Sequence[Named]) -> pd.DataFrame:
    """Return the figures: a row a dimension and market."""
    rows = [
        {
            _("Dimension"): _(d.name), _("Market"): market_name(code), _("Score"): view.score,
            _("Lowest"): view.low, _("Highest"): view.high, _("Standard deviation"): view.spread,
            _("Respondents"): view.respondents, _("Answered one of two"): view.partly,
            _("Gap of the two questions"): view.gap, _("Clear"): _("yes") if view.clear else _("no"),
            _("First pole (100)"): _(d.first), _("Second pole (0)"): _(d.second),
        }
        for k, d in enumerate(DIMENSIONS)
        for code, view in ((code, views[k]) for code, views, _leans in places)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def figures(frame: pd.DataFrame) -> None:
    """Draw the figures as a table."""
    whole = [name for name in frame.columns if pd.api.types.is_float_dtype(frame[name])]
    st.dataframe(
        frame, hide_index=True, alt=_("Score, range, respondents and gap of each dimension and market"),
        column_config={name: st.column_config.NumberColumn(format="%.0f") for name in whole},
    )  # fmt: skip


def counts(shared: int, needed: int, near: float, own: bool, market: str) -> None:
    """Say whether the numbers count in the affinity, and how.

    shared: on how many dimensions home and market have a number. near: the nearness, NaN where it does not count.
    own: some of the numbers are the team's own answers.
    """
    if math.isnan(near):
        told = _(
            "This does not count in any score yet: home and {market} both need a clear number on {needed} dimensions"
            " and share {shared}."
        )
        st.info(
            told.format(market=market_name(market), needed=number(needed, 0), shared=number(shared, 0)),
            icon=":material/hourglass_empty:",
        )
        return
    told = _("In the affinity of {market} Trompenaars now counts as one more model: nearness {near} of 100 on {shared} dimensions.")
    text = told.format(market=market_name(market), near=number(near), shared=number(shared, 0))
    if own:
        text += " " + _("Being your team's view, it does not raise the confidence.")
    st.success(text, icon=":material/add_chart:")


def method() -> None:
    """Say how the figures are worked out and when they count."""
    with st.expander(_("How this is worked out"), icon=":material/functions:"):
        st.markdown(
            _(
                "- An answer is 100 for A, 0 for B. A respondent's score on a dimension is the mean of its two answers, the"
                " team's score the mean over all who answered both.\n"
                "- Where the two questions lie more than {gap} points apart there is no clear picture, and the dimension"
                " counts nowhere.\n"
                "- From {needed} dimensions on that home and the market share, Trompenaars joins the affinity like the other"
                " models: the standardised Euclidean distance, as the share of pairs placed at random on the scales that"
                " lie farther apart. That reference is fixed, so no market moves another.\n"
                "- Licensed scores go before your answers. Licensed scores count for the confidence as measured, your view"
                " does not.\n"
                "- Switch off the table of dilemmas under Sources & method, and your view counts nowhere."
            ).format(gap=number(UNCLEAR, 0), needed=number(NEEDED, 0))
        )


def nobody() -> None:
    """Say that there is no result yet."""
    st.info(_("Nobody has answered yet. Begin under “Answer”, or load answers under “Sheets”."), icon=":material/psychology_alt:")
