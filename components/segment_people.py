"""Segments of people that cross borders: templates, and a form that maps the team's own customer segment to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components.kpi_figures import EXPORTS
from components.sources import plain
from components.words import MISSING, _, list_text, market_name, number, said
from frameworks.culture.segments.personas import EVIDENCE, LONGEST, MOST_PEOPLE, PERSONAS, REVIEW, Persona
from frameworks.kpi import KPIS
from frameworks.kpi.tables import TABLES
from frameworks.labels import Sentence


def intro() -> None:
    """Say what these templates are and are not."""
    st.html(
        '<p class="lf-note">'
        + escape(
            _(
                "Templates to start from, without data: nothing here says how many such customers a market has. People of every"
                " template live in every market. Place a customer by answers and behaviour, never by passport."
            )
        )
        + "</p>"
    )


def templates() -> None:
    """Draw the templates with the data each would need."""
    for persona in PERSONAS.values():
        with st.expander(_(persona.title), icon=":material/person_search:"):
            st.html(f'<table class="lf-table"><tbody>{"".join(_row(*line) for line in _lines(persona))}</tbody></table>')
    st.caption(_("Why segments of people may fit better than segments of countries: {source}").format(source=plain(REVIEW)))


def _row(name: str, text: str) -> str:
    return f'<tr><th scope="row">{escape(name)}</th><td>{escape(text)}</td></tr>'


def _lines(persona: Persona) -> list[tuple[str, str]]:
    return [
        (_("Looks for"), _(persona.looks_for)),
        (_("A message could start"), _(persona.message)),
        (_("What goes wrong"), _(persona.risk)),
        (_("Ask in a survey (1 to 6, our own words, not validated)"), " · ".join(_(item) for item in persona.items)),
        (_("Proper instrument"), _(persona.instrument)),
        (_("Look for in your own data"), _(persona.behaviour)),
        (_("Uploads it needs"), list_text([upload(name) for name in persona.tables])),
        (_("KPIs that would show it"), list_text([_(KPIS[name].title) for name in persona.kpis])),
        (_("Published idea"), persona.source),
    ]


def upload(name: str) -> str:
    """Return which upload fills a canonical table, in the reader's language."""
    return _(EXPORTS.get(name, TABLES[name].meaning)).rstrip(".")


def form(markets: Sequence[str], save: Callable[[dict[str, Any]], Sentence | None]) -> None:
    """Draw the form that maps a customer segment to a template. save: returns what went wrong."""
    with st.form("map_people", border=False):
        name = st.text_input(_("Your customer segment"), max_chars=LONGEST["name"], key="map_name")
        rule = st.text_area(
            _("What do its customers do, choose or answer?"), max_chars=LONGEST["rule"], key="map_rule", height=80,
            placeholder=_("Orders within two weeks of a launch, at least twice a year"),
        )  # fmt: skip
        left, right = st.columns(2)
        with left:
            persona = st.selectbox(
                _("Template it comes nearest to"), tuple(PERSONAS), key="map_persona",
                format_func=lambda key: _(PERSONAS[key].title),
            )  # fmt: skip
            people = st.number_input(
                _("Customers or answers behind it"), min_value=0, max_value=MOST_PEOPLE, value=None, step=1, key="map_people_n"
            )
        with right:
            evidence = st.selectbox(
                _("What it rests on"), tuple(EVIDENCE), index=3, format_func=lambda key: _(EVIDENCE[key]), key="map_evidence"
            )
            seen = st.multiselect(
                _("Markets where you saw it"), sorted(markets, key=market_name), format_func=market_name, key="map_markets",
                placeholder=_("Choose markets"), select_all=False,
            )  # fmt: skip
        note = st.text_input(_("What would show that this is wrong?"), max_chars=LONGEST["note"], key="map_note")
        if st.form_submit_button(_("Keep this mapping"), type="primary", icon=":material/save:"):
            asked = {
                "name": name, "rule": rule, "persona": persona, "evidence": evidence, "people": people,
                "markets": seen, "note": note,
            }  # fmt: skip
            wrong = save(asked)
            if wrong is not None:
                st.error(plain(said(wrong)), icon=":material/report:")
            else:
                st.rerun()


def listing(
    saved: Sequence[Any], deleted: Sequence[Any], *, drop: Callable[[int], None], restore: Callable[[int], None],
    erase: Callable[[int], None],
) -> None:  # fmt: skip
    """Draw the mapped customer segments and those deleted; as ``data.segment_names.SavedMapping``."""
    if not saved and not deleted:
        st.caption(_("No customer segment is mapped yet."))
    for one in saved:
        found = one.mapped
        with st.container(border=True):
            persona = _(PERSONAS[found.persona].title) if found.persona in PERSONAS else MISSING
            st.markdown(f"**{plain(found.name)}** → {persona}")
            st.markdown(plain(found.rule))
            count = _("{count} people").format(count=number(found.people, 0)) if found.people is not None else _("number unknown")
            told = [_(EVIDENCE.get(found.evidence, EVIDENCE["none"])), count, list_text([market_name(c) for c in found.markets])]
            st.caption(" · ".join(part for part in told if part))
            if not found.firm:
                st.caption(_(":material/help: An assumption until answers or behaviour stand behind it."))
            if found.note:
                st.caption(_("Wrong if: {note}").format(note=plain(found.note)))
            gone = {"icon": ":material/delete:", "on_click": drop, "args": (one.id,)}
            st.button(_("Delete"), key=f"drop_mapping_{one.id}", type="tertiary", **gone)
    for one in deleted:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(_("Deleted: {name}").format(name=plain(one.mapped.name)))
            back = {"icon": ":material/undo:", "on_click": restore, "args": (one.id,)}
            st.button(_("Undo"), key=f"undo_mapping_{one.id}", type="tertiary", **back)
            st.button(_("Erase for good"), key=f"erase_mapping_{one.id}", on_click=erase, args=(one.id,), type="tertiary")


def template(saved: Sequence[Any]) -> pd.DataFrame:
    """Return the sheet to fill in: a row a template with what it needs, the team's own mappings in the columns after."""
    rows = []
    for key, persona in PERSONAS.items():
        own = [one.mapped for one in saved if one.mapped.persona == key] or [None]
        for found in own:
            rows.append(
                {
                    _("Template"): _(persona.title),
                    **{name: text for name, text in _lines(persona)},
                    _("Your customer segment"): found.name if found else "",
                    _("What do its customers do, choose or answer?"): found.rule if found else "",
                    _("What it rests on"): _(EVIDENCE.get(found.evidence, EVIDENCE["none"])) if found else "",
                    _("Customers or answers behind it"): found.people if found and found.people is not None else "",
                    _("Markets where you saw it"): " ".join(found.markets) if found else "",
                    _("What would show that this is wrong?"): found.note if found else "",
                }
            )
    return pd.DataFrame(rows)
