"""Texts: what does the shop say, and how far is it in each language?"""

from functools import partial
from typing import Any

import streamlit as st

from components import frame, state, studio_texts, studio_texts_door, studio_texts_forms
from components.sources import plain
from components.studio_words import action_name, locale_name, state_name, surface_name
from components.words import _, ngettext, number, said, settle
from data.content import KINDS
from data.export.names import filename
from data.jobs import Jobs
from data.studio import Filter
from frameworks.localization.glossary import Term
from frameworks.localization.items import SURFACES
from frameworks.localization.states import STATE_LABELS
from pages import review_work, texts_drafts, texts_work
from pages.desk import open_desk
from pages.text_window import OPEN, closing, doing, opening, toast, window

PAGE = 25
LOOK, LEFT, FAR = "lf_texts_look", "lf_texts_left", "lf_texts_far"

desk = open_desk()
studio = desk.workspace.studio
by = review_work.me()


# --- the list ---------------------------------------------------------------------------------


def back() -> None:
    """Go to the first page, since what is listed has changed."""
    st.session_state["texts_page"] = 1


@st.fragment
def listing(locale: str) -> None:
    """Draw the list as it stands in a locale; a fragment, so that filtering and turning redraw nothing else."""
    settle()
    search, surfaces, states = st.columns([2, 1.5, 1.5], vertical_alignment="bottom")
    text = search.text_input(
        _("Search"), key="texts_search", max_chars=300, placeholder=_("Key, source, context or translation"), on_change=back,
    )  # fmt: skip
    wanted = surfaces.multiselect(
        _("Surface"), SURFACES, format_func=surface_name, key="texts_surfaces", placeholder=_("All surfaces"), on_change=back,
    )  # fmt: skip
    shown = states.multiselect(
        _("State"), tuple(STATE_LABELS), format_func=state_name, key="texts_states", placeholder=_("All states"), on_change=back,
    )  # fmt: skip
    narrow = Filter(surfaces=wanted, states=shown, text=text)
    page = max(1, int(st.session_state.get("texts_page") or 1))
    listed = studio.list(locale, narrow, start=(page - 1) * PAGE, limit=PAGE)
    pages = max(1, -(-listed.total // PAGE))
    if page > pages:
        st.session_state["texts_page"] = page = pages
        listed = studio.list(locale, narrow, start=(page - 1) * PAGE, limit=PAGE)
    counted = ngettext("{count} text", "{count} texts", listed.total).format(count=number(listed.total, 0))
    st.caption(f"{counted} · {plain(locale_name(locale))}" if locale else counted)
    if not listed.total:
        frame.note(_("Nothing here. Change the filters, add a text, or bring in a file."))
    for place, row in enumerate(listed.rows):
        with st.container(key=f"lf-text-{place}", horizontal=True, vertical_alignment="center", wrap=False):
            st.html(studio_texts.row(row))
            # Without a tooltip: it would draw every button twice.
            if st.button(_("Open"), key=f"texts_open_{place}", type="tertiary", icon=":material/chevron_right:"):
                opening(row.item.key)
                st.rerun()
    if pages > 1:
        st.pagination(pages, key="texts_page")


# --- in, glossary, out --------- ----------------------------------------------------------------


def door() -> None:
    """Draw the way in and what waits to be taken in."""
    looked: texts_work.Look | None = st.session_state.get(LOOK)
    if looked is None:
        studio_texts_door.ways(studio.locales(), texts_work.sources(desk.reference, studio), read)
    else:
        studio_texts_door.looked_at(
            looked.name, looked.content, len(texts_work.strangers(studio, looked.content)), take,
            remember if texts_work.pairs(looked.content) else None, leave,
        )  # fmt: skip
    sample = texts_work.sample_keys(studio)
    if sample and st.button(_("Remove the sample shop"), key="texts_no_sample", type="tertiary", icon=":material/delete_sweep:",
                            help=_("The texts of an invented shop that are still as they came.")):  # fmt: skip
        toast(doing(partial(studio.remove_items, sample, by=by)))
        st.rerun()


def read(name: str, data: bytes, locale: str | None, written: str) -> None:
    """Look into a file; nothing of it is kept yet."""
    looked = doing(lambda: texts_work.look(name, data, locale, studio_texts_forms.language_code(written)))
    if looked:
        st.session_state[LOOK] = looked


def take() -> None:
    """Keep what was looked at, as one step."""
    looked = st.session_state.pop(LOOK, None)
    if looked is None:
        return
    outcome = doing(partial(texts_work.take_in, studio, looked.content, by))
    if outcome:
        st.session_state[LEFT] = outcome.refused
        toast(outcome)


def remember() -> None:
    """Keep the pairs of what was looked at for the memory alone."""
    looked = st.session_state.pop(LOOK, None)
    count = looked and doing(partial(texts_work.remember, studio, looked.content))
    if count:
        told = ngettext("{count} pair is in the memory.", "{count} pairs are in the memory.", count)
        st.toast(told.format(count=number(count, 0)), icon=":material/history_edu:")


def leave() -> None:
    """Forget what was looked at."""
    st.session_state.pop(LOOK, None)


def drop_term(term: Term) -> None:
    """Take a term out of the glossary."""
    doing(partial(studio.glossary.drop, term))


def add_term(term: Term) -> None:
    """Put a term into the glossary."""
    doing(partial(studio.glossary.add, term))
    st.rerun()


def take_away(locale: str) -> None:
    """Draw the downloads."""
    left, middle, right = st.columns([2, 2, 1.4], vertical_alignment="bottom")
    kind = left.selectbox(_("Format"), tuple(KINDS), format_func=lambda one: _(KINDS[one].label), key="texts_kind")
    scopes = list(dict.fromkeys((locale, "") if KINDS[kind].many else (locale,)))
    scope = middle.selectbox(
        _("Languages"), scopes, key=f"texts_scope_{len(scopes)}_{locale}",
        format_func=lambda code: locale_name(code) if code else _("All languages") if KINDS[kind].many else _("The sources"),
    )  # fmt: skip
    approved = st.toggle(
        _("Approved texts only"), key="texts_approved",
        help=_("Of the checkout, of legal texts and of replies to complaints only what a named person approved goes out."),
    )  # fmt: skip
    right.download_button(
        _("Download"), partial(texts_work.written, studio, kind, scope or None, approved), mime=KINDS[kind].mime,
        file_name=filename("texts", KINDS[kind].extension, scope or "", "approved" if approved else ""), on_click="ignore",
        key="texts_download", icon=":material/download:", width="stretch",
    )  # fmt: skip


def undo() -> None:
    """Take the last step back."""
    done = doing(partial(studio.undo, by=by))
    if done:
        desk.workspace.room(Jobs).put_away(texts_drafts.RUN)
        toast(done[0])
        if done[1]:
            told = ngettext("{count} text was left, since somebody has worked on it.",
                            "{count} texts were left, since somebody has worked on them.", done[1])  # fmt: skip
            state.say(told.format(count=number(done[1], 0)))


def choose(locales: Any) -> None:
    """Work on these locales from now on."""
    doing(partial(studio.set_locales, locales))
    st.rerun()


def far() -> Any:
    """Return how far each locale is, counted anew when a step was taken or other locales were chosen."""
    mark = (studio.steps(1), locales)
    if (held := st.session_state.get(FAR)) is None or held[0] != mark:
        st.session_state[FAR] = held = (mark, studio.progress())
    return held[1]


# --- the page -----------------------------------------------------------------------------------

doing(partial(texts_work.begin, studio))
studio_texts.apply()
st.title(_("Texts"), anchor=False)
frame.lede(_("What does your shop say, and how far is it in each language?"))
locales = studio.locales()
last = texts_work.last_step(studio)
standings = far()
with st.container(horizontal=True, vertical_alignment="center"):
    st.button(_("Add a text"), key="texts_add", type="primary", icon=":material/add:", on_click=opening, args=("",))
    if last is not None:
        label = _("Undo: {step} ({count})").format(step=action_name(last.action), count=number(last.count, 0))
        st.button(label, key="texts_undo", icon=":material/undo:", on_click=undo)
left_out = st.session_state.pop(LEFT, ())
if left_out:
    told = ngettext("{count} translation was left out.", "{count} translations were left out.", len(left_out))
    st.warning(told.format(count=number(len(left_out), 0)), icon=":material/link_off:")
    studio_texts.problems(f"{key} · {locale}: {said(why)}" for key, locale, why in left_out[:200])

st.subheader(_("How far each language is"), anchor=False)
if standings:
    studio_texts.bars(standings.values())
    st.caption(_("Shares are weighted: the checkout and legal texts count most."))
else:
    frame.note(_("No language is chosen yet. Choose those you sell in; the texts can wait."))
with st.expander(_("Choose languages"), icon=":material/translate:", expanded=not locales):
    offered = texts_work.offered(desk.reference, desk.scenario.shortlist, locales)
    studio_texts_forms.locales(locales, texts_work.options(desk.reference), offered, choose)
current = ""
if locales:
    current = st.selectbox(
        _("Language shown"), locales, format_func=locale_name, key="texts_locale", persist_state="session",
    )  # fmt: skip
    st.subheader(_("Drafts"), anchor=False)
    texts_drafts.Drafts(desk, by, standings).draw(current)

st.subheader(_("The texts"), anchor=False)
with st.expander(_("Paste lines or bring in a file"), icon=":material/upload_file:", expanded=LOOK in st.session_state):
    door()
with st.expander(_("Glossary and protected names"), icon=":material/menu_book:"):
    studio_texts_forms.glossary(studio.glossary.all(), locales, add_term, drop_term)
with st.expander(_("Take the texts away"), icon=":material/download:"):
    take_away(current)
listing(current)
opened = st.session_state.get(OPEN)
if opened is not None:
    item = studio.item(opened) if opened else None
    if item is not None or not opened:
        window(desk, by, item)
    else:
        closing()
