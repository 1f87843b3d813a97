"""How far countries lie apart: each pair in every model, and whether the models agree."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from components import dotplot, view
from components.words import MISSING, _, list_text, market_name, ngettext, number
from frameworks.culture.distance import METHODS
from frameworks.culture.scores import MODELS
from frameworks.culture.trompenaars_scores import KEY as TROMPENAARS
from frameworks.culture.trompenaars_scores import TITLE

_LETTERS = {"hofstede": "H", "globe": "G", "schwartz": "S", "world_values": "W", TROMPENAARS: "T"}
_TITLES = {key: model.title for key, model in MODELS.items()} | {TROMPENAARS: TITLE}


def method() -> str:
    """Draw the choice of distance formula and return it."""
    names = {"euclidean": _("Standardised Euclidean"), "kogut_singh": _("Kogut–Singh"), "mahalanobis": _("Mahalanobis")}
    chosen = view.single(_("Distance formula"), "method", METHODS, "euclidean", names=names)
    told = {
        "euclidean": _("The one that the affinity uses: the typical gap over all dimensions, in standard deviations."),
        "kogut_singh": _("The index most studies print (1988). Same order of pairs, far pairs look farther."),
        "mahalanobis": _("Counts dimensions that go together only once (Berry, Guillén & Zhou 2010)."),
    }
    st.caption(told[chosen])
    return chosen


def headline(agreement: pd.DataFrame) -> str:
    """Return in one or two sentences who is nearest and where the models disagree most."""
    known = agreement[agreement["models"] > 0]
    if known.empty:
        return _("No model knows both countries of any pair, so no distance can be told.")
    first = known.iloc[0]
    text = _("Nearest on average: {pair}, nearer than {share} % of all pairs.").format(
        pair=_pair(first), share=number(first["mean"], 0)
    )
    several = known[known["models"] > 1]
    if several.empty:
        return text
    widest = several.loc[several["range"].idxmax()]
    return text + " " + _("The models disagree most on {pair}: from {low} % by {least} to {high} % by {most}.").format(
        pair=_pair(widest), low=number(widest["low"], 0), high=number(widest["high"], 0),
        least=_TITLES[widest["least"]], most=_TITLES[widest["most"]],
    )  # fmt: skip


def ranges(agreement: pd.DataFrame, distances: pd.DataFrame) -> None:
    """Draw a line a pair with a lettered mark a model, from farther to nearer.

    agreement, distances: as ``frameworks.culture.profile`` gives them.
    """
    st.html(
        dotplot.key(
            [
                (dotplot.letter(sign), _TITLES[key]) for key, sign in _LETTERS.items()
                if key != TROMPENAARS or key in set(distances["model"])
            ],
            [
                _("Line: from the least to the most favourable model. Hollow: a part sample, an estimate or your team's view."),
                *([_("T ranks among pairs placed at random on the scales.")] if TROMPENAARS in set(distances["model"]) else []),
            ],
        )
    )
    by_pair = {pair: rows for pair, rows in distances.groupby(["a", "b"], sort=False)}
    known = agreement["models"] > 0
    rows = [_range_row(pair, by_pair[(pair["a"], pair["b"])]) for _i, pair in agreement[known].iterrows()]
    if rows:
        drawn = dotplot.plot(rows, ends=False, axis=(_("farther than all pairs"), _("nearer than all pairs")))
        st.html(f'<section aria-label="{escape(_("Nearness of each pair"))}">{drawn}</section>')
    if not known.all():
        names = list_text([_pair(pair) for _i, pair in agreement[~known].iterrows()])
        st.html(f'<p class="lf-source lf-gap">{escape(_("No model knows both: {pairs}.").format(pairs=names))}</p>')


def _range_row(pair: pd.Series, known: pd.DataFrame) -> dotplot.Row:
    marks = tuple(
        dotplot.Mark(
            row.nearer_than / 100,
            dotplot.letter(_LETTERS[row.model], row.basis),
            row.model,
            _("{model}: nearer than {share} % of pairs").format(
                model=_TITLES[row.model], share=number(row.nearer_than, 0)
            ),
        )
        for row in known.dropna(subset=["nearer_than"]).itertuples()
    )
    count = int(pair["models"])
    aside = ngettext("{count} model", "{count} models", count).format(count=count)
    if count > 1:
        aside = _("{low}–{high} %, {range} points apart").format(
            low=number(pair["low"], 0), high=number(pair["high"], 0), range=number(pair["range"], 0)
        )
    span = (pair["low"] / 100, pair["high"] / 100) if count > 1 else None
    return dotplot.Row(_pair(pair), marks, aside=aside, span=span)


def table(agreement: pd.DataFrame, distances: pd.DataFrame) -> None:
    """Draw distance and percentile of each pair by model, cells shaded by nearness."""
    models = list(dict.fromkeys(distances["model"]))
    cells = distances.set_index(["a", "b", "model"])
    head = "".join(f'<th scope="col">{escape(_TITLES[key])}</th>' for key in models)
    body = "".join(
        f"<tr><td>{escape(_pair(pair))}</td>"
        + "".join(_cell(cells.loc[at]) if (at := (pair["a"], pair["b"], key)) in cells.index else _NO_CELL for key in models)
        + f'<td>{escape(_percent(pair["mean"]))}</td></tr>'
        for _i, pair in agreement.iterrows()
    )
    label = escape(_("Distances of each pair by model"))
    st.html(
        f'<div class="lf-scroll" tabindex="0" role="region" aria-label="{label}"><table class="lf-table lf-heat">'
        f'<thead><tr><th scope="col">{escape(_("Pair"))}</th>{head}'
        f'<th scope="col">{escape(_("Mean"))}</th></tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
    st.caption(_("Large: share of all pairs of the model that lie farther apart. Small: the distance, without unit."))


_NO_CELL = f'<td class="lf-gap">{MISSING}</td>'


def _cell(cell: pd.Series) -> str:
    if pd.isna(cell["distance"]):
        return f'<td class="lf-gap">{MISSING}</td>'
    marks = {"estimate": _("(estimate)"), "stand_in": _("(part sample)"), "own": _("(your team's view)")}
    mark = " " + marks[cell["basis"]] if cell["basis"] in marks else ""
    return (
        f'<td class="lf-cell" style="--share:{cell["nearer_than"]:.0f}%">{escape(_percent(cell["nearer_than"]))}'
        f"<small>{escape(number(cell['distance'], 2) + mark)}</small></td>"
    )


def _percent(value: float) -> str:
    return MISSING if pd.isna(value) else f"{number(value, 0)} %"


def _pair(pair: Mapping[str, str] | pd.Series) -> str:
    return f"{market_name(pair['a'])} – {market_name(pair['b'])}"


def correlations(frame: pd.DataFrame) -> None:
    """Draw how alike two models rank all pairs that both know."""
    known = frame.dropna(subset=["spearman"]).sort_values("spearman", ascending=False)
    if known.empty:
        st.caption(_("Fewer than two models are switched on, so there is nothing to hold against each other."))
        return
    st.markdown(
        _(
            "Over all countries: 1 would mean that two models put all pairs in the same order, 0 that knowing"
            " one tells nothing of the other. Here it runs from **{low}** to **{high}**. That is why a score rests on"
            " several models and carries a band."
        ).format(low=number(known["spearman"].min(), 2), high=number(known["spearman"].max(), 2))
    )
    rows = "".join(
        f"<tr><td>{escape(MODELS[row.one].title)} · {escape(MODELS[row.other].title)}</td>"
        f'<td style="width:40%"><div class="lf-bar" style="--share:{max(row.spearman, 0) * 100:.0f}%"></div></td>'
        f'<td class="lf-num">{escape(number(row.spearman, 2))}</td><td class="lf-muted">'
        + escape(ngettext("{count} pair", "{count} pairs", row.pairs).format(count=number(row.pairs, 0)))
        + "</td></tr>"
        for row in known.itertuples()
    )
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in (
        _("Models"), _("Agreement"), _("Spearman"), _("Shared")))  # fmt: skip
    st.html(f'<table class="lf-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>')
