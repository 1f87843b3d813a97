"""How the two scores of a market add up, and the published figures behind each part."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from math import isnan
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from components import evidence
from components.figures import figure
from components.theme import palette
from components.words import MISSING, _, number, tenths
from frameworks.scoring.criteria import NAMES, PAIR_NAMES
from frameworks.weights import POTENTIAL_DIMENSIONS


def axis_table(parts: pd.DataFrame, axis: str) -> None:
    """Draw the parts of one axis with band, weight and what each adds, and the sum.

    parts: as ``frameworks.scoring.breakdown.breakdown`` returns it.
    """
    total = parts.attrs["total"]
    name = _("Cultural affinity") if axis == "affinity" else _("Business potential")
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in (_("Part"), _("Score"), _("Weight"), _("Adds")))
    rows = "".join(_row(code, row) for code, row in parts.iterrows())
    counted = MISSING if isnan(total) else _points(parts["counted"].sum())
    foot = (
        f'<tr><th scope="row">{escape(_("Total"))}</th><td>{number(total)}</td><td>{counted}</td>'
        f"<td>{number(parts['adds'].sum(min_count=1), 2)}</td></tr>"
    )
    st.html(
        f'<div class="lf-card"><p class="lf-card-title">{escape(name)}</p><table class="lf-mk-parts">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody><tfoot>{foot}</tfoot></table>"
        f'<p class="lf-mk-small">{escape(the_sum(parts))}</p></div>'
    )


def the_sum(parts: pd.DataFrame) -> str:
    """Return the sum behind a total in figures: weights times parts over the weights counted."""
    total = parts.attrs["total"]
    if isnan(total):
        return _("No total: too few parts are known. What is known is shown, nothing is filled in.")
    known = parts[parts["counted"] > 0]
    terms = " + ".join(f"{_points(row['points'])} × {number(row['score'])}" for _code, row in known.iterrows())
    product, counted = (known["points"] * known["score"]).sum(), known["points"].sum()
    exact = product / counted
    digits = next((d for d in (1, 2, 3) if abs(round(exact, d) - exact) < 1e-9), 3)
    said = _("({terms}) ÷ {weights} = {exact}").format(
        terms=terms, weights=_points(counted), exact=number(exact, digits)
    )
    if digits > 1:
        said = _("{sum}, shown as {total}").format(sum=said, total=number(total))
    missing = parts.index[(parts["points"] > 0) & parts["score"].isna()]
    if len(missing):
        said += ". " + _("A missing part counts neither way here; the band spans its whole range.")
    return said


def _row(code: str, row: pd.Series) -> str:
    known = pd.notna(row["score"])
    tells = escape(_(NAMES[code].tells))
    shape = "lf-band" if known else "lf-band lf-mk-void"
    at = row["score"] if known else 0
    band = _("{low}–{high}").format(low=number(row["low"]), high=number(row["high"]))
    label = escape(_("band {band}").format(band=band))
    score = number(row["score"]) if known else f'<span class="lf-gap">{escape(_("missing"))}</span>'
    weight = _points(row["points"])
    adds = number(row["adds"], 2) if pd.notna(row["adds"]) else MISSING
    return (
        f'<tr><th scope="row" title="{tells}">{escape(_(NAMES[code].name))}'
        f'<div class="{shape}" role="img" aria-label="{label}" title="{escape(band)}"'
        f' style="--low:{row["low"]:.1f}%;--high:{row["high"]:.1f}%;--at:{at:.1f}%"></div></th>'
        f"<td>{score}</td><td>{weight}</td><td>{adds}</td></tr>"
    )


def _points(points: float) -> str:
    digits = next((d for d in (0, 1, 2) if abs(round(points, d) - points) < 1e-9), 3)
    return number(points, digits)


def choose_dimension(parts: pd.DataFrame) -> str:
    """Let the visitor open one dimension of the potential; return its code, or ``all``."""
    scores = parts["score"].to_dict()

    def label(code: str) -> str:
        if code == "all":
            return _("All")
        return f"{_(NAMES[code].name)} {number(scores.get(code), 0)}"

    options = (*POTENTIAL_DIMENSIONS, "all")
    chosen = st.pills(
        _("Open a dimension"), options, format_func=label, default=options[0], required=True, key="market_dimension"
    )
    return chosen if chosen in options else options[0]


def figures(sheet: pd.DataFrame, dimension: str, pairs: pd.DataFrame, market: str) -> None:
    """Draw the published figures of one dimension (or ``all``): value, year, place, score, history, source.

    sheet: as ``frameworks.potential.history.sheet`` returns it.
    pairs: rows for what counts between the market and home, in the same columns with a ready ``text``.
    """
    rows = sheet if dimension == "all" else sheet[sheet["dimension"] == dimension]
    rows = pd.concat([rows, pairs]) if dimension in ("openness", "all") and len(pairs) else rows
    shown = _shown(rows)
    lacking = int((rows["scored"] & rows["score"].isna()).sum())
    st.dataframe(
        shown, hide_index=True, key=f"market_figures_{dimension}", column_config=_columns(), placeholder=MISSING,
        height=min(38 * (len(shown) + 1) + 2, 460), row_height=38,
        alt=_("Published figures with year, world percentile, score, history and source"),
    )  # fmt: skip
    scored = int(rows["scored"].sum())
    st.caption(
        _(
            "{known} of {all} scored figures are known. Background figures inform you but do not enter the score."
        ).format(known=number(scored - lacking, 0), all=number(scored, 0))
    )
    evidence.show(evidence.in_rows(rows), _("Sources and licences of these figures"))


def pair_rows(scores: pd.Series, texts: Mapping[str, str], source: evidence.Source) -> pd.DataFrame:
    """Return the rows of ``figures`` for what counts between market and home.

    scores: 0-100 by code of ``PAIR_NAMES``. texts: the fact behind each, ready to read.
    """
    rows = [
        {
            "name": NAME.name, "scored": True, "score": float(scores[code]), "text": texts.get(code, ""),
            "limit": NAME.tells,
            "producer": source.producer, "edition": source.edition, "licence": source.licence,
            "commercial": source.commercial, "dimension": "openness",
        }
        for code, NAME in PAIR_NAMES.items()
        if code in scores
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _shown(rows: pd.DataFrame) -> pd.DataFrame:
    texts = rows["text"] if "text" in rows else pd.Series(np.nan, rows.index)
    values = [
        (text if isinstance(text, str) else figure(value, unit, error)) or _("missing")
        for text, value, unit, error in zip(texts, rows["value"], rows["unit"], rows["error"], strict=True)
    ]
    return pd.DataFrame(
        {
            "name": [_(name) for name in rows["name"]],
            "value": values,
            "year": rows["year"].astype("Int64").to_numpy(),
            "percentile": rows["percentile"].to_numpy(float),
            "score": rows["score"].to_numpy(float).round(1),
            "values": [past if isinstance(past, list) and len(past) > 1 else None for past in rows["values"]],
            "span": [_span(first, last) for first, last in zip(rows["first_year"], rows["last_year"], strict=True)],
            "role": [_("scored") if scored else _("background") for scored in rows["scored"]],
            "source": rows["producer"].to_numpy(),
            "licence": [_(licence) for licence in rows["licence"]],
            "limit": [_(limit) for limit in rows["limit"]],
        }
    )


def _span(first: float, last: float) -> str:
    if isnan(first):
        return ""
    return f"{int(first)}–{int(last)}" if first != last else f"{int(first)}"


def _columns() -> dict[str, Any]:
    column, colours = st.column_config, palette()
    return {
        "name": column.TextColumn(_("Figure"), width=300),
        "value": column.TextColumn(_("Newest value"), width=170),
        "year": column.NumberColumn(_("Year"), format="%d", width=60),
        "percentile": column.ProgressColumn(
            _("World percentile"), min_value=0, max_value=100, format="%.0f", width=120, color=colours.good,
            help=_("Place among all markets with a figure; 100 is the better end, else the highest."),
        ),
        "score": column.NumberColumn(_("Score 0–100"), format=tenths(), width=120,
                                     help=_("Place on the fixed world scale, 100 the better end.")),
        "values": column.LineChartColumn(
            _("History"), width=120, color=colours.good, help=_("Every published year, oldest first.")
        ),
        "span": column.TextColumn(_("Years"), width=90),
        "role": column.TextColumn(_("Role"), width=95),
        "source": column.TextColumn(_("Source"), width=230),
        "licence": column.TextColumn(_("Licence"), width=170),
        "limit": column.TextColumn(_("Limits"), width=230),
    }  # fmt: skip
