"""Where people in a market search, meet, talk and shop, and how they are connected."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from components.ground_facts import missing, more_unchecked, nothing, source, table
from components.words import MISSING, N_, _, market_name, number

KINDS = {
    "search": N_("Search"), "social": N_("Social"), "messaging": N_("Messaging"), "superapp": N_("Super-apps"),
    "marketplace": N_("Marketplaces"),
}  # fmt: skip
STANDINGS = {
    "dominant": N_("Dominant"), "used": N_("In use"), "ranked": N_("On a popularity list"), "available": N_("Available"),
    "restricted": N_("Restricted"), "blocked": N_("Blocked"), "discontinued": N_("Discontinued"),
}  # fmt: skip
_GROUP = ["standing", "unit", "source", "url", "year", "checked"]


def platforms(rows: pd.DataFrame, every: pd.DataFrame, world: pd.DataFrame, market: str) -> None:
    """Draw a card for each kind of platform with what is known.

    rows: as from ``frameworks.channels.platforms``. every: the same with unchecked facts, to say what is
    hidden. world: worldwide shares, shown where nothing is known of the market.
    """
    if rows.empty:
        told = _("No checked source tells which platforms people in {market} use.").format(market=market_name(market))
        st.info(told + more_unchecked(len(every)), icon=":material/travel_explore:")
        st.html(f'<div class="lf-gr-world">{_card(_("Worldwide, for context"), _groups(world))}</div>')
        return
    inside = "".join(
        _card(_(name), _groups(found) if len(found := rows[rows["kind"] == kind]) else _nothing(every, kind))
        for kind, name in KINDS.items()
    )
    st.html(f'<div class="lf-gr-cards">{inside}</div>')


def _card(title: str, inside: str) -> str:
    return f'<section class="lf-card"><h3 class="lf-card-title">{escape(title)}</h3>{inside}</section>'


def _nothing(every: pd.DataFrame, kind: str) -> str:
    return missing(nothing(int((every["kind"] == kind).sum())))


def _groups(rows: pd.DataFrame) -> str:
    """What one source says in one year about one standing stands together, its source below.

    Groups of one standing after each other bear its name once.
    """
    found = former = ""
    for (standing, unit, name, url, year, checked), group in rows.groupby(_GROUP, sort=False, dropna=False):
        head = _(STANDINGS[standing])
        if unit and standing == "used":
            head = _("{standing}, {unit}").format(standing=head, unit=_(unit))
        notes = [note for note in dict.fromkeys(group["note"]) if note]
        items = "".join(_item(row, standing) for row in group.itertuples())
        aside = f'<p class="lf-mk-small">{escape(_capital(_(notes[0])))}</p>' if len(notes) == 1 else ""
        titled = "" if head == former else f'<p class="lf-gr-standing lf-gr-{standing}">{escape(head)}</p>'
        former = head
        found += (
            f'<div class="lf-gr-group">{titled}'
            f'<ul class="lf-gr-names">{items}</ul>{aside}{source(name, year, url=url, checked=checked)}</div>'
        )
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _item(row: object, standing: str) -> str:
    value = row.value  # type: ignore[attr-defined]
    figure = ""
    if standing == "ranked":
        figure = _("place {place}").format(place=number(value, 0))
    elif not pd.isna(value):
        figure = number(value, 0 if float(value).is_integer() else 1)
    told = f"<span>{escape(figure)}</span>" if figure else ""
    return f"<li><span>{escape(row.name)}</span>{told}</li>"  # type: ignore[attr-defined]


def devices(rows: pd.DataFrame) -> None:
    """Draw connection and online habits as a table. rows: as from ``frameworks.channels.devices``."""
    body = "".join(
        f'<tr><th scope="row">{escape(_(row.name))}</th><td class="lf-num">{_figure(row)}</td><td>{_from(row)}</td></tr>'
        for row in rows.itertuples()
    )
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in (_("Habit"), _("Figure"), _("Source and year")))
    st.html(table(heads, body, _("Devices and online habits")))


def _figure(row: object) -> str:
    if pd.isna(row.value):  # type: ignore[attr-defined]
        return MISSING
    return f"{escape(number(row.value))} <small>{escape(_(row.unit))}</small>"  # type: ignore[attr-defined]


def _from(row: object) -> str:
    if pd.isna(row.value):  # type: ignore[attr-defined]
        return f'<span class="lf-gap">{escape(_("not published"))}</span>'
    limit = f" <small>{escape(_(row.limit))}</small>" if row.limit else ""  # type: ignore[attr-defined]
    return source(row.source, row.year) + limit  # type: ignore[attr-defined]
