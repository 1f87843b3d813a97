"""The window of one text on the Texts page: its translations, what may travel badly, and changing or removing it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from components import state, studio_engines, studio_texts, studio_texts_forms
from components.sources import plain
from components.studio_words import locale_name, origin_name, state_name
from components.words import _, market_name, ngettext, number, said, settle
from data.studio import Studio
from frameworks.labels import Sentence
from frameworks.localization.items import Item, Translation
from frameworks.localization.linting import lint
from pages import texts_work
from pages.desk import Desk

REVIEW = str(Path(__file__).with_name("review.py"))
OPEN, _OPENING = "lf_texts_open", "lf_texts_opening"
"""Where the session keeps which text is open, "" for a new one, and how often one was opened."""

_MOST_MARKETS = 12


def doing(what: Any) -> Any:
    """Do something to the texts; what goes wrong is said at the top of the page and False returned."""
    try:
        return what() or True
    except Sentence as error:
        state.say(plain(said(error)))
        return False


def toast(outcome: Any) -> None:
    """Say how many texts a step changed."""
    if getattr(outcome, "done", 0):
        told = ngettext("{count} text changed.", "{count} texts changed.", outcome.done)
        st.toast(told.format(count=number(outcome.done, 0)), icon=":material/check:")


def opening(key: str) -> None:
    """Open the window of a text, of a new one where the key is empty."""
    st.session_state[OPEN] = key
    st.session_state[_OPENING] = st.session_state.get(_OPENING, 0) + 1


def closing() -> None:
    """Close the window."""
    st.session_state.pop(OPEN, None)


def window(desk: Desk, by: str, known: Item | None) -> None:
    """Draw the window of a text, or of a new one."""
    title = _("Text") if known else _("New text")
    st.dialog(title, width="large", icon=":material/edit:", on_dismiss=closing)(partial(_one, desk, by, known))()


def _one(desk: Desk, by: str, known: Item | None) -> None:
    settle()
    studio = desk.workspace.studio
    if known is not None:
        st.text(known.key)
    studio_texts_forms.item(known, st.session_state[_OPENING], lambda key: studio.item(key) is not None, partial(_keep, studio, by),
                            texts_work.sources(desk.reference, studio))  # fmt: skip
    if known is None:
        return
    for made in [studio.row(known.key, locale) for locale in studio.locales()]:
        if made is not None and made.translation is not None:
            st.caption(f"{plain(locale_name(made.translation.locale))} · {state_name(made.state)} ·"
                       f" {plain(origin_name(made.translation.origin))}")  # fmt: skip
            st.text(made.translation.text)
            _difference(studio, known, made.translation)
    _onward(studio.locales(), known)
    with st.expander(_("What may travel badly"), icon=":material/travel_explore:", expanded=True):
        _badly(desk, known)
    if st.button(_("Remove this text"), key="texts_remove", type="tertiary", icon=":material/delete:"):
        toast(doing(partial(studio.remove_items, [known.key], by=by)))
        closing()
        st.rerun()


def _onward(locales: Sequence[str], known: Item) -> None:
    """Draw the way to where a text's translations are written and judged."""
    if not locales:
        return
    st.caption(_("Write or judge a translation in Review:"))
    with st.container(horizontal=True):
        for locale in locales:
            if st.button(locale_name(locale), key=f"texts_review_{locale}", icon=":material/rate_review:"):
                closing()
                st.switch_page(REVIEW, query_params={"locale": locale, "key": known.key})


def _difference(studio: Studio, known: Item, made: Translation) -> None:
    """Draw what differs where a draft comes from a text of the memory that is alike, not the same."""
    if made.origin != "memory" or made.state != "draft":
        return
    offered = studio.memory.suggest(known.source, known.source_language, made.locale)
    close = next((one for one in offered if one.text == made.text), None)
    if close is not None and close.difference:
        st.html(studio_engines.close(known.key, made.locale, close))


def _badly(desk: Desk, known: Item) -> None:
    """Draw what may travel badly to the markets of the shortlist."""
    markets = desk.scenario.shortlist[:_MOST_MARKETS]
    if not markets:
        st.caption(_("Put markets on your shortlist, on the Matrix or Market page, to see what a text may meet there."))
        return
    found = {
        market: lint(
            known.source, market, home=desk.scenario.home, reference=desk.reference, surface=known.surface,
            language=known.source_language,
        )
        for market in markets
    }  # fmt: skip
    names = ", ".join(map(market_name, markets))
    if any(found.values()):
        st.caption(_("Looked at for {markets}. None of this blocks; it is for a person to weigh.").format(markets=names))
        studio_texts.findings(found)
    else:
        st.caption(_("Nothing found for {markets}.").format(markets=names))


def _keep(studio: Studio, by: str, item: Item) -> None:
    """Keep a text that was added or changed."""
    outcome = doing(partial(studio.put_items, [item], by=by))
    if outcome and getattr(outcome, "stale", 0):
        told = ngettext("{count} translation is stale now.", "{count} translations are stale now.", outcome.stale)
        state.say(told.format(count=number(outcome.stale, 0)))
    toast(outcome)
    closing()
    st.rerun()
