"""Two to four markets side by side: their parts drawn and listed, and who beats whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import combinations
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from components import evidence
from components.card import card, gap, listed
from components.drawing import Drawing, specification
from components.matrix import rank_text
from components.theme import dressed, palette
from components.words import _, locale, market_name, number
from frameworks.scoring.criteria import NAMES as CRITERIA
from frameworks.scoring.matrix import NAMES
from frameworks.scoring.score import Scoring
from frameworks.scoring.swap import clear_order
from frameworks.weights import AFFINITY_PARTS, POTENTIAL_DIMENSIONS, TEAM_DIMENSIONS

PARAM = "compare"
MOST = 4
_PICK = "market_compare"
_SHAPES = ("circle", "square", "triangle-up", "diamond")
_GLYPHS = ("●", "■", "▲", "◆")


def choose(markets: pd.Index, default: Sequence[str]) -> tuple[str, ...]:
    """Let the visitor choose up to four markets; the choice lies in the address as ``?compare=JPN.KOR``."""
    asked = st.query_params.get(PARAM)
    wanted = [part.upper() for part in (asked or "")[:200].split(".") if part]
    good = list(dict.fromkeys(code for code in wanted if code in markets))[:MOST]
    if asked is not None and good != wanted:
        st.warning(_("The link compares markets that Landfall does not know or more than four; those were left out."),
                   icon=":material/info:")  # fmt: skip
        _write(good)
    if _PICK not in st.session_state:
        st.session_state[_PICK] = good or [code for code in default if code in markets][:MOST]
    elif good and asked is not None and st.session_state[_PICK] != good:
        st.session_state[_PICK] = good

    def picked() -> None:
        _write([code for code in st.session_state.get(_PICK, []) if code in markets][:MOST])

    codes = sorted(markets, key=lambda code: market_name(code).casefold())
    st.multiselect(
        _("Markets to compare"), codes, format_func=market_name, max_selections=MOST, key=_PICK, on_change=picked,
        placeholder=_("Choose two to four markets"),
    )  # fmt: skip
    return tuple(code for code in st.session_state[_PICK] if code in markets)[:MOST]


def _write(codes: Sequence[str]) -> None:
    if codes:
        st.query_params[PARAM] = ".".join(codes)
    elif PARAM in st.query_params:
        del st.query_params[PARAM]


def show(scoring: Scoring, chosen: Sequence[str]) -> pd.DataFrame | None:
    """Draw the comparison and return its figures in full; say what to do where it takes more markets."""
    home = scoring.affinity.home
    if home in chosen:
        st.info(
            _("{home} is your home market and cannot be compared with markets seen from it; it is left out.").format(
                home=market_name(home)
            ),
            icon=":material/home:",
        )
    there = [code for code in chosen if code in scoring.frame.index]
    if len(there) < 2:
        st.info(_("Choose at least two markets to see them side by side."), icon=":material/compare_arrows:")
        return None
    st.html(_duels(scoring, there))
    parts = _parts(scoring, there)
    st.html(_marks(there))
    for axis, title in (
        ("affinity", _("Cultural affinity, part by part")),
        ("potential", _("Business potential, part by part")),
    ):
        rows = parts[parts["axis"] == axis]
        if rows["score"].notna().any():
            _dots(rows, there, title).show(f"market_dots_{axis}", title)
    table = _table(scoring, there)
    st.html(_table_html(scoring, table, there))
    return table.rename(columns={code: market_name(code) for code in there})


def _duels(scoring: Scoring, codes: Sequence[str]) -> str:
    ranked = [code for code in codes if code in scoring.ranked]
    wins = scoring.draws.wins(scoring.ranked.get_indexer(ranked)) if len(ranked) > 1 else None
    items = []
    for (i, one), (j, other) in combinations(enumerate(ranked), 2):
        share = float(wins[i, j])
        first, second, share = (one, other, share) if share >= 0.5 else (other, one, 1 - share)
        clear = clear_order(scoring.frame.loc[first], scoring.frame.loc[second])
        order = _("clear order") if clear else _("no clear order")
        said = _("{market} beats {other} in {share} of draws").format(
            market=market_name(first), other=market_name(second), share=evidence.chance(share)
        )
        items.append(
            f'<li><span>{escape(said)}</span><span class="lf-chip">{escape(order)}</span>'
            f'<div class="lf-bar" style="--share:{100 * share:.1f}%"></div></li>'
        )
    left_out = [code for code in codes if code not in ranked]
    lacking = _("{market} has no overall score, so it is in no duel.")
    note = "".join(gap(lacking.format(market=market_name(code))) for code in left_out)
    rule = _(
        "Draws vary the weights, the published errors and the culture models."
        " No clear order: the rank bands overlap by more than half."
    )
    return card(_("Who beats whom overall"), listed(items) + note, rule if items else "")


def _marks(codes: Sequence[str]) -> str:
    marks = zip(codes, palette().categorical, _GLYPHS, strict=False)
    items = "".join(
        f'<span><b style="color:{colour}" aria-hidden="true">{glyph}</b>{escape(market_name(code))}</span>'
        for code, colour, glyph in marks
    )
    return f'<div class="lf-mk-marks">{items}</div>'


def _parts(scoring: Scoring, codes: Sequence[str]) -> pd.DataFrame:
    weights = {"affinity": scoring.weights.affinity, "potential": scoring.weights.potential}
    team = [name for name in TEAM_DIMENSIONS if scoring.frame.loc[list(codes), name].notna().any()]
    rows = [
        {
            "axis": axis, "code": part, "part": _(CRITERIA[part].name), "weight": weights[axis][part], "iso3": code,
            "market": market_name(code), "score": scoring.frame.at[code, part],
        }
        for axis, names in (("affinity", AFFINITY_PARTS), ("potential", (*POTENTIAL_DIMENSIONS, *team)))
        for part in names
        for code in codes
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _dots(rows: pd.DataFrame, codes: Sequence[str], title: str) -> Drawing:
    data = rows.dropna(subset=["score"])[["part", "market", "score"]]
    data = data.assign(shown=[number(score) for score in data["score"]])
    names = tuple(market_name(code) for code in codes)
    return Drawing(_spec(tuple(dict.fromkeys(rows["part"])), names, title, palette().scheme, str(locale())), data)


@lru_cache(maxsize=64)
def _spec(parts: tuple[str, ...], names: tuple[str, ...], title: str, scheme: str, spoken: str) -> Mapping[str, Any]:
    """The dot plot without its rows; ``spoken`` is the locale that titles and numbers are written in."""
    colours = palette(scheme)
    hues = alt.Scale(domain=list(names), range=list(colours.categorical[: len(names)]))
    shapes = alt.Scale(domain=list(names), range=list(_SHAPES[: len(names)]))
    rows = alt.Scale(domain=list(parts))
    y = alt.Y("part:N", sort=list(parts), scale=rows, title=None, axis=alt.Axis(labelLimit=170, grid=False))
    ends = alt.Scale(domain=[0, 100])
    x = alt.X("score:Q", title=None, scale=ends, axis=alt.Axis(values=list(range(0, 101, 20))))
    base = alt.Chart(alt.NamedData("rows"))
    lines = base.mark_rule(color=colours.line, strokeWidth=2).encode(y, x=alt.X("min(score):Q"), x2="max(score):Q")
    points = base.mark_point(filled=True, size=110, opacity=0.95).encode(
        x,
        y,
        color=alt.Color("market:N", legend=None, scale=hues),
        shape=alt.Shape("market:N", legend=None, scale=shapes),
        tooltip=[
            alt.Tooltip("market:N", title=_("Market")),
            alt.Tooltip("part:N", title=_("Part")),
            alt.Tooltip("shown:N", title=_("Score")),
        ],
    )
    chart = (lines + points).properties(title=title, height=30 * len(parts) + 60, width="container")
    return specification(dressed(chart, colours))


def _table(scoring: Scoring, codes: Sequence[str]) -> pd.DataFrame:
    """One row a figure: ``code``, ``part`` (its name), a column a market."""
    totals = (("overall", _("Overall")), ("affinity", _("Cultural affinity")), ("potential", _("Business potential")))
    names = [totals[0], totals[1], *_labels(AFFINITY_PARTS), totals[2], *_labels(POTENTIAL_DIMENSIONS)]
    values = scoring.frame.loc[list(codes), [name for name, _label in names]].astype(float).T
    values.insert(0, "part", [label for _name, label in names])
    return values.rename_axis("code").reset_index()


def _labels(codes: Sequence[str]) -> list[tuple[str, str]]:
    return [(code, _(CRITERIA[code].name)) for code in codes]


def _table_html(scoring: Scoring, table: pd.DataFrame, codes: Sequence[str]) -> str:
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in ("", *(market_name(code) for code in codes)))
    frame = scoring.frame.loc[list(codes)]
    standing = {
        _("Rank (5–95 %)"): [escape(rank_text(*row)) for row in frame[["rank", "rank_low", "rank_high"]].to_numpy()],
        _("Quadrant"): [
            f'<span class="lf-chip lf-{name}">{escape(_(NAMES[name]))}</span>' for name in frame["quadrant"]
        ],
        _("Confidence"): [evidence.grade(str(letter)) for letter in frame["affinity_confidence"]],
    }
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
        for name, cells in standing.items()
    )
    body += "".join(_table_row(row, codes) for _number, row in table.iterrows())
    return (
        f'<div class="lf-scroll" tabindex="0" role="region" aria-label="{escape(_("Parts side by side"))}">'
        f'<table class="lf-table lf-mk-tables"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
        f'<p class="lf-mk-small">{escape(_("★ highest of these markets"))}</p>'
    )


def _table_row(row: pd.Series, codes: Sequence[str]) -> str:
    values = row[list(codes)].astype(float)
    best = values.max() if values.notna().sum() > 1 and values.nunique() > 1 else None
    cells = "".join(
        f'<td class="lf-mk-best">★ {number(value)}</td>' if value == best else f"<td>{number(value)}</td>"
        for value in values
    )
    total = " class='lf-mk-total'" if row["code"] in ("overall", "affinity", "potential") else ""
    return f'<tr{total}><th scope="row">{escape(row["part"])}</th>{cells}</tr>'
