"""The tables behind the scores: a list to scan, and one table looked at closely."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components import evidence, view
from components.words import MISSING, N_, _, market_name, ngettext, number
from frameworks.scoring.criteria import NAMES
from frameworks.scoring.effect import AxisEffect, Effect

PARTS = ("tables", "indicators", "formulas", "check")
TERMS = ("open", "ask", "barred", "unclear", "mixed")
_PREVIEW = 200
GROUPS: Mapping[str, tuple[str, ...]] = {
    N_("Culture"): (
        "hofstede", "globe", "schwartz", "world_values", "trompenaars_consensus", "trompenaars_placements",
        "trompenaars_items", "dilemmas",
        "hofstede_estimates", "hofstede_groups", "globe_groups", "schwartz_groups", "world_values_groups", "stand_ins",
        "value_zones",
    ),
    N_("Language, religion and ties"): ("linguistic_distance", "religion", "bilateral"),
    N_("Economy"): ("indicators", "trade_partners"),
    N_("Entering a market"): (
        "payment_methods", "payment_mix", "provider_methods", "providers", "platforms", "platforms_world",
        "support_evidence", "rules", "taxes", "shopping_events", "semiotics", "phrases",
    ),
    N_("Your own numbers"): ("benchmarks",),
    N_("Structure and checks"): ("markets", "indicator_list", "indicator_sources", "psychic_distance"),
}  # fmt: skip
"""Tables by what they feed."""


def part() -> str:
    """Draw the choice of the page's part and return it."""
    names = {
        "tables": _("Tables"), "indicators": _("Indicators"), "formulas": _("Formulas"), "check": _("Does it hold?"),
    }  # fmt: skip
    return view.single(_("Part"), "part", PARTS, "tables", names=names, collapsed=True)


def terms(commercial: str) -> str:
    """Return the badge of what a licence lets a business do."""
    names = _term_names()
    kind = commercial if commercial in names else "unclear"
    said = escape(evidence.commercial_words(kind))
    return f'<span class="lf-terms lf-terms-{kind}" title="{said}">{escape(names[kind])}</span>'


def _term_names() -> dict[str, str]:
    return {
        "open": _("open"), "ask": _("ask first"), "barred": _("barred"), "unclear": _("unclear"), "mixed": _("mixed"),
    }  # fmt: skip


def chosen(infos: Mapping[str, Any]) -> list[str]:
    """Draw the filter and return the names of the tables that pass."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        text = st.text_input(
            _("Find a table"), key="in_find_table", max_chars=60, placeholder=_("Hofstede, religion, World Bank …"),
            width=280, icon=":material/search:",
        )  # fmt: skip
        wanted = view.several(_("Business use"), "terms", TERMS, names=_term_names())
    words = str(text or "").casefold().split()
    return [
        name
        for name, info in infos.items()
        if (not wanted or info.commercial in wanted)
        and all(word in f"{name} {_(info.title)} {info.title} {info.producer} {info.citation} {info.licence}".casefold()
                for word in words)
    ]  # fmt: skip


def listing(infos: Mapping[str, Any], names: Sequence[str], countries: Mapping[str, int], off: Collection[str],
            replaced: Collection[str]) -> None:  # fmt: skip
    """Draw the tables as a list: title, origin, countries, commercial use, whether in use."""
    if not names:
        told = _("No table fits the filter. Clear the search or the commercial use.")
        st.info(told, icon=":material/filter_alt_off:")
        return
    head = "".join(f"<span>{escape(text)}</span>" for text in (
        _("Table"), _("Countries"), _("Business use"), _("State")))  # fmt: skip
    rows = ""
    for group, members in groups(names).items():
        rows += f'<div class="lf-tables-group">{escape(_(group))}</div>'
        rows += "".join(_row(infos[name], countries[name], name in off, name in replaced) for name in members)
    st.html(f'<div class="lf-tables"><div class="lf-tables-row lf-head">{head}</div>{rows}</div>')


def groups(names: Sequence[str]) -> dict[str, list[str]]:
    """Return the tables by what they feed, those we do not place last."""
    found = {group: [name for name in members if name in names] for group, members in GROUPS.items()}
    placed = {name for members in GROUPS.values() for name in members}
    found[N_("Structure and checks")] += [name for name in names if name not in placed]
    return {group: members for group, members in found.items() if members}


def _row(info: Any, countries: int, off: bool, own: bool) -> str:
    said = _("switched off") if off else _("your own file") if own else _("in use")
    where = ngettext("{count} country", "{count} countries", countries).format(count=number(countries, 0))
    title, origin = escape(_(info.title)), escape(f"{info.producer}, {info.year} · {_(info.licence)}")
    return (
        f'<div class="lf-tables-row{" lf-off" if off else ""}"><span class="lf-tables-name">'
        f"<span>{title}</span><small>{origin}</small></span>"
        f'<span class="lf-tables-count">{escape(where if countries else MISSING)}</span>'
        f"<span>{terms(info.commercial)}</span>"
        f'<span class="lf-tables-count">{escape(said)}</span></div>'
    )


def pick(infos: Mapping[str, Any], names: Sequence[str]) -> str:
    """Draw the choice of the table to look at closely and return its name."""
    options = tuple(name for members in groups(names).values() for name in members)
    key = view.start("table", options, options[0])
    if st.session_state[key] not in options:
        st.session_state[key] = options[0]
    name = st.selectbox(
        _("Look closely at"), options, key=key, format_func=lambda option: _(infos[option].title),
        persist_state="session",
    )  # fmt: skip
    name = name if name in options else options[0]
    view.keep("table", name, options[0])
    return name


def detail(info: Any, countries: int, rows: int) -> None:
    """Draw what is known about a table: origin, licence, coverage, limits."""
    lines = (
        (_("Origin"), info.citation),
        (_("Year"), str(info.year)),
        (_("Licence"), _(info.licence)),
        (_("Coverage"), _coverage(countries, rows)),
    )
    body = "".join(f'<tr><th scope="row">{escape(name)}</th><td>{escape(text)}</td></tr>' for name, text in lines)
    body += (
        f'<tr><th scope="row">{escape(_("Business use"))}</th><td>{terms(info.commercial)} '
        f"{escape(_(info.licence_note))}</td></tr>"
    )
    limits = "".join(f"<li>{escape(_(limit))}</li>" for limit in info.limits)
    body += f'<tr><th scope="row">{escape(_("Limits"))}</th><td><ul>{limits}</ul></td></tr>'
    st.html(f'<p class="lf-lede">{escape(_(info.description))}</p>')
    st.html(f'<table class="lf-table lf-facts-table"><tbody>{body}</tbody></table>')


def _coverage(countries: int, rows: int) -> str:
    told = ngettext("{count} row", "{count} rows", rows).format(count=number(rows, 0))
    if countries:
        told += ", " + ngettext("{count} country", "{count} countries", countries).format(count=number(countries, 0))
    return told


def columns(info: Any) -> None:
    """Draw the columns of a table with type, unit and range."""
    rows = [
        {
            _("Column"): name, _("Type"): about["type"], _("Unit"): _(about.get("unit", "")),
            _("Range"): _range(about), _("May be empty"): _("yes") if about.get("nullable") else "",
            _("Meaning"): _(about.get("description", "")),
        }
        for name, about in info.columns.items()
    ]  # fmt: skip
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=_("Columns of the table with type, unit and range"))


def _range(about: Mapping[str, Any]) -> str:
    low, high = about.get("min"), about.get("max")
    if low is None and high is None:
        return ""
    return f"{MISSING if low is None else f'{low:g}'} … {MISSING if high is None else f'{high:g}'}"


def preview(frame: pd.DataFrame) -> None:
    """Draw the first rows of a table."""
    st.dataframe(frame.head(_PREVIEW), hide_index=True, alt=_("First rows of the table"))
    if len(frame) > _PREVIEW:
        st.caption(_("The first {count} rows; the download holds all.").format(count=number(_PREVIEW, 0)))


def hangs_on_it(found: Effect | None, in_use: bool, home: str) -> None:
    """Say in one or two sentences what switching the table the other way does to the scores.

    found: None for a table that cannot be switched.
    """
    if found is None:
        st.caption(_("This table holds the structure of the scores, so it stays on."))
        return
    if found.nothing:
        st.markdown(_("No score changes with this table on or off; it feeds the explanations and checks."))
        return
    lead = _("Without it") if in_use else _("With it")
    said = [
        f"{name}: {text}"
        for name, text in ((_("Affinity"), _axis(found.affinity)), (_("Potential"), _axis(found.potential)))
        if text
    ]
    if found.new_in_top:
        said.append(
            ngettext("{count} of the first ten markets is another", "{count} of the first ten markets are others",
                     found.new_in_top).format(count=found.new_in_top)
        )  # fmt: skip
    told = _("{lead}, seen from {home}: {changes}.")
    st.markdown(told.format(lead=f"**{lead}**", home=market_name(home), changes="; ".join(said)))


def _axis(axis: AxisEffect) -> str:
    said = []
    if axis.lost:
        said.append(
            ngettext("{count} market loses its score ({markets})", "{count} markets lose their score ({markets})",
                     len(axis.lost)).format(count=len(axis.lost), markets=_some(axis.lost))
        )  # fmt: skip
    if axis.gained:
        said.append(
            ngettext("{count} market gains a score ({markets})", "{count} markets gain a score ({markets})",
                     len(axis.gained)).format(count=len(axis.gained), markets=_some(axis.gained))
        )  # fmt: skip
    if axis.moved:
        said.append(
            ngettext("{count} score moves by {typical} points",
                     "{count} scores move, typically by {typical} and at most by {largest} points",
                     axis.moved).format(count=axis.moved, typical=number(axis.typical), largest=number(axis.largest))
        )  # fmt: skip
    return ", ".join(said)


def _some(codes: Sequence[str]) -> str:
    return ", ".join(market_name(code) for code in codes[:3]) + (" …" if len(codes) > 3 else "")


def indicator_sources(sources: pd.DataFrame, counts: pd.DataFrame) -> None:
    """Draw the sources of the indicators with licence and use.

    sources: source, producer, edition, licence, commercial. counts: by source: indicators, rows, first, last year.
    """
    rows = ""
    for row in sources.itertuples():
        told = MISSING
        if row.source in counts.index:
            n = counts.loc[row.source]
            count = int(n["indicators"])
            told = ngettext("{count} indicator", "{count} indicators", count).format(count=count)
            first, last = int(n["first"]), int(n["last"])
            told += f", {first}" if first == last else f", {first}–{last}"
        rows += (
            f'<div class="lf-tables-row"><span class="lf-tables-name"><span>{escape(_(row.producer))}</span>'
            f'<small>{escape(_(row.edition))}</small></span><span class="lf-tables-count">{escape(told)}</span>'
            f'<span>{terms(row.commercial)}</span><span class="lf-tables-count">{escape(_(row.licence))}</span></div>'
        )
    head = "".join(f"<span>{escape(text)}</span>" for text in (
        _("Source"), _("Gives"), _("Business use"), _("Licence")))  # fmt: skip
    st.html(f'<div class="lf-tables"><div class="lf-tables-row lf-head">{head}</div>{rows}</div>')


def plain(text: str) -> str:
    """Return a foreign text so that markdown shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|$:<>~])", r"\\\1", text)


def indicators(about: pd.DataFrame, countries: pd.Series) -> None:
    """Draw the indicators with unit, dimension, direction and limits.

    about: the indicator list. countries: how many countries have a figure, by indicator.
    """
    directions = {"higher": _("higher is better"), "lower": _("lower is better")}
    shown = pd.DataFrame(
        {
            _("Indicator"): about["name"].map(_),
            _("Unit"): about["unit"].map(_),
            _("Dimension"): [_(NAMES[d].name) if d in NAMES else d for d in about["dimension"]],
            _("Counts as"): [directions.get(d, _("context")) for d in about["direction"]],
            _("In the score"): (about["scored"] == 1).map({True: _("yes"), False: _("no")}),
            _("Log scale"): (about["log"] == 1).map({True: _("yes"), False: ""}),
            _("Countries"): about["indicator"].map(countries).fillna(0).astype(int),
            _("Limits"): about["limit"].fillna("").map(_),
        }
    )
    st.dataframe(shown, hide_index=True, alt=_("All indicators with unit, dimension, direction and limits"))
