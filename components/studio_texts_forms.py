"""Forms of the Texts page: one text, the glossary, which locales to work on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from components.sources import plain
from components.studio_words import kind_name, locale_name, surface_name
from components.words import _, language_name, ngettext, number, said
from frameworks.labels import N_, Sentence
from frameworks.localization.glossary import KINDS, Term
from frameworks.localization.items import SURFACES, ContentError, Item, locale_code

LONGEST = 20_000
"""Characters of a text."""
WIDEST = 10_000
_MOST_TERMS = 100


def item(
    known: Item | None, opening: int, taken: Callable[[str], bool], keep: Callable[[Item], None],
    spoken: Sequence[str] = ("en",),
) -> None:  # fmt: skip
    """Draw the form of a text, of a new one where ``known`` is None.

    opening: another number each time the window opens, so that it starts from what is kept.
    spoken: languages to choose from for the source; any other can be typed.
    taken: says whether a text of a key is there. keep: is given the text once it holds together.
    """
    with st.form("texts_item", border=False):
        key = known.key if known else st.text_input(
            _("Key"), key=f"texts_item_key_{opening}", max_chars=500, help=_("Its name in your shop, such as checkout.pay."),
        )  # fmt: skip
        source = st.text_area(
            _("Source text"), known.source if known else "", key=f"texts_item_source_{opening}", max_chars=LONGEST, height=120,
        )  # fmt: skip
        context = st.text_input(
            _("Context"), known.context if known else "", key=f"texts_item_context_{opening}", max_chars=2_000,
            help=_("Where it is used and what a translator must know."),
        )  # fmt: skip
        left, right = st.columns(2)
        written = known.source_language if known else spoken[0]
        language = left.selectbox(
            _("Written in"), tuple(dict.fromkeys((written, *spoken))), format_func=locale_name, accept_new_options=True,
            key=f"texts_item_language_{opening}", help=_("The language of the source. Choose, or type a code such as pt-BR."),
        )  # fmt: skip
        surface = right.selectbox(
            _("Surface"), SURFACES, SURFACES.index(known.surface) if known else 0, format_func=surface_name,
            key=f"texts_item_surface_{opening}",
        )  # fmt: skip
        width = left.number_input(
            _("Most columns"), 1, WIDEST, known.max_width if known and known.max_width and known.max_width <= WIDEST else None,
            key=f"texts_item_width_{opening}", help=_("Letters that fit in one line; leave it empty where the text may run on."),
        )  # fmt: skip
        plural = st.checkbox(
            _("A plural message (ICU), a text per number"), known.plural if known else False, key=f"texts_item_plural_{opening}"
        )
        sent = st.form_submit_button(_("Keep"), type="primary", icon=":material/check:")
    if not sent:
        return
    if not source.strip():
        st.error(_("A text needs words in its source."), icon=":material/error:")
    elif known is None and taken(key.strip()):
        st.error(_("There is a text of this key already; open it to change it."), icon=":material/error:")
    else:
        try:
            kept = Item(
                known.key if known else key.strip(), source, context, surface, int(width) if width else None,
                language_code(language), plural, known.note if known else "",
            )  # fmt: skip
        except Sentence as error:
            st.error(plain(said(error)), icon=":material/error:")
            return
        keep(kept)


def language_code(typed: str | None) -> str:
    """Return a language that was chosen or typed as the project writes it; raises ContentError for none that is known."""
    code = locale_code(typed or "")
    if language_name(code) == code:
        raise ContentError(N_("{code} is no language that Landfall knows; one looks like de or pt-BR."), code=f"“{code:.40}”")
    return code


def locales(chosen: Sequence[str], options: Sequence[str], offered: Sequence[str], keep: Callable[[Sequence[str]], None]) -> None:
    """Draw which locales the team works on. offered: those of the shortlist that are not chosen yet."""
    with st.form("texts_locales", border=False):
        every = tuple(dict.fromkeys((*chosen, *options)))
        picked = st.multiselect(
            _("Languages to work on"), every, list(chosen), format_func=locale_name, key="texts_locales_picked",
            accept_new_options=True, placeholder=_("Choose, or type a code such as pt-BR"),
        )  # fmt: skip
        st.caption(_("A language that is left out keeps its texts; they show again when it is back."))
        sent = st.form_submit_button(_("Apply"), icon=":material/check:")
    if sent:
        keep(picked)
    if offered:
        told = _("Add your shortlist’s: {names}").format(names=", ".join(map(locale_name, offered)))
        if st.button(told, key="texts_locales_offered", icon=":material/add:"):
            keep([*chosen, *offered])


def glossary(
    terms: Sequence[Term], known: Sequence[str], add: Callable[[Term], None], drop: Callable[[Term], None]
) -> None:  # fmt: skip
    """Draw the team's terms and a form for another. known: locales to choose from."""
    for number_of, term in enumerate(terms[:_MOST_TERMS]):
        with st.container(key=f"lf-text-term-{number_of}", horizontal=True, vertical_alignment="center", wrap=False):
            st.html(told(term))
            st.button(
                _("Remove"), key=f"texts_term_drop_{number_of}", type="tertiary", icon=":material/close:",
                on_click=drop, args=(term,),
            )  # fmt: skip
    if len(terms) > _MOST_TERMS:
        more = len(terms) - _MOST_TERMS
        st.caption(ngettext("… and {count} more.", "… and {count} more.", more).format(count=number(more, 0)))
    with st.form("texts_term", clear_on_submit=True, border=False):
        first, second, third, fourth = st.columns(4)
        kind = first.selectbox(_("Rule"), KINDS, format_func=kind_name, key="texts_term_kind")
        word = second.text_input(_("Word in the source"), key="texts_term_word", max_chars=300)
        text = third.text_input(
            _("Word in the translation"), key="texts_term_text", max_chars=300,
            help=_("Of a term that stays as it is, leave this empty."),
        )  # fmt: skip
        locale = fourth.selectbox(
            _("Language"), ("", *known), key="texts_term_locale", accept_new_options=True,
            format_func=lambda code: locale_name(code) if code else _("All languages"),
        )  # fmt: skip
        exact = st.checkbox(_("Upper and lower case matter"), key="texts_term_exact")
        sent = st.form_submit_button(_("Add the term"), icon=":material/add:")
    if sent:
        try:
            wanted = "" if kind == "protected" else text.strip()
            term = Term(word.strip(), kind, locale_code(locale) if locale else "", wanted, exact)
        except Sentence as error:
            st.error(plain(said(error)), icon=":material/error:")
            return
        add(term)


def told(term: Term) -> str:
    """Return a term as markup."""
    where = locale_name(term.locale) if term.locale else _("All languages")
    becomes = f" → {term.text}" if term.text else ""
    return (
        f"<div style=\"overflow-wrap:anywhere\"><b>{escape(term.term or '…')}</b>{escape(becomes)} "
        f"<span style=\"color:var(--lf-muted);font-size:.8125rem\">"
        f"{escape(kind_name(term.kind))} · {escape(where)}</span></div>"
    )
