"""Drafts on the Texts page: the links of the chain, engines to switch on, what would leave, how far a run is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from components.sources import plain
from components.studio_review import safe
from components.studio_review_past import changes
from components.studio_texts import drafted, problems
from components.studio_words import locale_name
from components.words import _, list_text, ngettext, number, said
from frameworks.labels import Sentence

OFF, ALL = "off", ""
_MOST_SHOWN = 200
_MOST_CLOSE = 40


def links(engines: Mapping[str, str]) -> None:
    """Draw the chain that drafts come from. engines: titles of those switched on, by locale, ``ALL`` for the others."""
    named = [
        _("{engine}: all other languages").format(engine=title) if code == ALL and len(engines) > 1
        else _("{engine}: all languages").format(engine=title) if code == ALL
        else f"{title}: {locale_name(code)}"
        for code, title in sorted(engines.items())
    ]  # fmt: skip
    third = list_text(named) if named else _("No engine is on: nothing leaves this machine.")
    steps = (
        (_("Your translation memory"), _("what you approved or brought; close texts with their difference")),
        (_("Landfall’s phrase pack"), _("shop phrases written for Landfall")),
        (_("A network engine"), third),
    )
    parts = "".join(f"<li><b>{escape(title)}</b><span>{escape(told)}</span></li>" for title, told in steps)
    st.html(f'<ol class="lf-tx-chain">{parts}</ol>')
    st.caption(_("Tried in this order. What comes is a draft that says where it is from; only a person approves."))


def switches(
    abouts: Mapping[str, Any], engines: Mapping[str, str], url: str, current: str, locked: bool,
    switch: Callable[[str, str], None], at: Callable[[str], None],
) -> None:  # fmt: skip
    """Draw what can be switched on, for all languages and for the one shown.

    abouts: ``data.translate.ENGINES``. engines: as chosen by locale. url: of one's own LibreTranslate server.
    switch: is given a locale, or ``ALL``, and an engine's name, empty for none of its own. at: is given the address.
    """
    left, right = st.columns(2)
    titles = {name: about.title for name, about in abouts.items()}
    st.session_state["texts_engine_all"] = engines.get(ALL, "")
    left.selectbox(
        _("Engine for all languages"), ("", *titles), key="texts_engine_all", disabled=locked,
        format_func=lambda name: titles.get(name) or _("Off"),
        on_change=lambda: switch(ALL, st.session_state["texts_engine_all"]),
    )  # fmt: skip
    if current:
        key = f"texts_engine_{current}"
        st.session_state[key] = engines.get(current, "")
        right.selectbox(
            _("For {language} only").format(language=plain(locale_name(current))), ("", OFF, *titles), key=key, disabled=locked,
            format_func=lambda name: titles.get(name) or (_("Off") if name == OFF else _("As for all languages")),
            on_change=lambda: switch(current, st.session_state[key]),
        )  # fmt: skip
    if "libre" in engines.values():
        st.session_state["texts_engine_url"] = url
        st.text_input(
            _("Address of your LibreTranslate server"), key="texts_engine_url", max_chars=500, disabled=locked,
            placeholder="http://localhost:5000",  # words: ok
            on_change=lambda: at(st.session_state["texts_engine_url"]),
        )  # fmt: skip


def key_wanted(title: str, missing: Sequence[str], extras: Sequence[str]) -> None:
    """Say which secrets an engine needs and where they go. missing: names it cannot do without; extras: it may use."""
    if missing:
        told = _("{engine} needs a key of your own. Put this line into the file .streamlit/secrets.toml in Landfall’s folder,"
                 " with your key between the quotation marks, and start Landfall again:")  # fmt: skip
        st.warning(told.format(engine=title), icon=":material/key:")
        st.code("\n".join(f'{name} = ""' for name in missing), language="toml")
    if extras:
        told = _("The file .streamlit/secrets.toml in Landfall’s folder may hold, where you have one: {names}.")
        st.caption(told.format(names=", ".join(f"`{name}`" for name in extras)))
    if missing or extras:
        st.caption(_("Landfall reads secrets from there alone; they are in no workspace and no export."))


def asking(
    leavings: Sequence[Any], here: int, yes: Callable[[], None], without: Callable[[], None], no: Callable[[], None]
) -> None:
    """Draw what would leave this machine, and ask. leavings: ``data.translate.Leaving``; here: texts that need no engine."""
    with st.container(border=True, key="lf-texts-asking"):
        st.markdown(f"**{_('Before anything leaves this machine')}**")
        for leaving in leavings:
            st.html('<ul class="lf-tx-leaving">' + "".join(f"<li>{escape(said(one))}</li>" for one in leaving.sentences) + "</ul>")
            told = ngettext("The {count} text that would leave", "The {count} texts that would leave", len(leaving.sources))
            with st.expander(told.format(count=number(len(leaving.sources), 0)), icon=":material/format_list_bulleted:"):
                rows = "".join(f'<li dir="auto">{safe(text)}</li>' for text in leaving.sources[:_MOST_SHOWN])
                st.html(f'<ul class="lf-tx-problems">{rows}</ul>')
                if len(leaving.sources) > _MOST_SHOWN:
                    more = len(leaving.sources) - _MOST_SHOWN
                    st.caption(ngettext("… and {count} more.", "… and {count} more.", more).format(count=number(more, 0)))
        if here:
            told = ngettext("{count} draft needs no engine.", "{count} drafts need no engine.", here)
            st.caption(told.format(count=number(here, 0)))
        with st.container(horizontal=True):
            st.button(_("Yes, send them"), key="texts_send_yes", type="primary", icon=":material/send:", on_click=yes)
            st.button(_("Without the engine"), key="texts_send_without", icon=":material/wifi_off:", on_click=without)
            st.button(_("Leave it"), key="texts_send_no", type="tertiary", icon=":material/close:", on_click=no)


def running(done: int, total: int, account: Any, stopping: bool, cancel: Callable[[], None]) -> None:
    """Draw how far a run is. account: ``data.translate.drafting.Account``."""
    with st.container(border=True, key="lf-texts-running", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            told = _("Filling in drafts: {done} of {total}").format(done=number(done, 0), total=number(total, 0))
            st.markdown(f"**{told}**" + (f" · {plain(locale_name(account.locale))}" if account.locale else ""))
            st.button(
                _("Cancel"), key="texts_run_cancel", icon=":material/close:", type="tertiary", on_click=cancel, disabled=stopping
            )
        st.progress(done / total if total else 0.0)
        beside = [came_to(account)]
        if account.halted is not None:
            beside.append(said(account.halted))
        if stopping:
            beside.append(_("Stopping; what is done is kept."))
        st.caption(plain(" ".join(beside)))
        st.caption(_("It goes on while you work elsewhere. What is done is kept, even if Landfall is closed."))


def came_to(account: Any) -> str:
    """Return what a run came to, in words, for anything with ``drafted`` and ``waiting``."""
    return drafted(account)


def over(account: Any, stopped: bool, error: Sentence | None, put_away: Callable[[], None]) -> None:
    """Draw what a run came to: drafts by origin, what is lacking and why, problems one by one, close texts."""
    with st.container(border=True, key="lf-texts-over"):
        if error is not None:
            st.error(plain(said(error)), icon=":material/error:")
        tone = st.success if account.over and account.halted is None else st.warning
        ending = [came_to(account)]
        if stopped:
            ending.append(_("You stopped it; what was done is kept."))
        if account.halted is not None:
            ending.append(_("The engine was left alone: {why}").format(why=said(account.halted)))
        tone(plain(" ".join(ending)), icon=":material/task_alt:" if tone is st.success else ":material/pause_circle:")
        _reasons(account.lacking)
        _close(account.close)
        if account.problems:
            told = ngettext("{count} text with a problem", "{count} texts with a problem", len(account.problems))
            with st.expander(told.format(count=number(len(account.problems), 0)), icon=":material/report:"):
                problems(f"{key} · {locale_name(locale)}: {said(why)}" for key, locale, why in account.problems[:_MOST_SHOWN])
        st.button(_("Put away"), key="texts_run_away", type="tertiary", icon=":material/close:", on_click=put_away)


def _reasons(lacking: Mapping[str, Mapping[Sentence, int]]) -> None:
    lines = [
        f"<li><b>{escape(locale_name(locale))}</b>: {escape(said(why))} ({escape(number(count, 0))})</li>"
        for locale, reasons in lacking.items()
        for why, count in reasons.items()
    ]
    if lines:
        st.html(f'<ul class="lf-tx-problems">{"".join(lines[:_MOST_SHOWN])}</ul>')


def _close(found: Sequence[tuple[str, str, Any]]) -> None:
    """Draw drafts made from texts that are alike and not the same."""
    if not found:
        return
    told = ngettext(
        "{count} draft from a close text: see what differs", "{count} drafts from close texts: see what differs", len(found)
    )
    with st.expander(told.format(count=number(len(found), 0)), icon=":material/difference:"):
        st.html("".join(close(key, locale, one) for key, locale, one in found[:_MOST_CLOSE]))


def close(key: str, locale: str, one: Any) -> str:
    """Return one close text as markup: what differs between its source and this one. one: a ``Suggestion``."""
    alike = _("{share} of 100 alike").format(share=number(one.score, 0))
    return (
        f'<div class="lf-tx-close"><small>{safe(key)} · {escape(locale_name(locale))} · {escape(alike)}</small>'
        f'<p dir="auto">{changes(one.difference)}</p></div>'
    )


def left(sentence: str, take_up: Callable[[], None], leave: Callable[[], None]) -> None:
    """Draw that a run was broken off, with a button that takes up the rest."""
    with st.container(border=True, key="lf-texts-left"):
        st.markdown(plain(sentence))
        with st.container(horizontal=True):
            st.button(_("Take up the rest"), key="texts_run_rest", type="primary", icon=":material/resume:", on_click=take_up)
            st.button(_("Let it rest"), key="texts_run_leave", type="tertiary", icon=":material/close:", on_click=leave)


def waiting(rows: Sequence[tuple[str, int, Mapping[Sentence, int]]]) -> None:
    """Draw what has no text, by locale: how many, and why."""
    parts = []
    for locale, count, reasons in rows:
        told = ngettext("{count} text without a translation", "{count} texts without a translation", count)
        why = "".join(f"<li>{escape(said(one))} ({escape(number(times, 0))})</li>" for one, times in reasons.items())
        parts.append(
            f"<div><b>{escape(locale_name(locale))}</b> · {escape(told.format(count=number(count, 0)))}<ul>{why}</ul></div>"
        )
    st.html(f'<div class="lf-tx-waiting">{"".join(parts)}</div>')
