"""The touchpoint map of a market: how many notes stand where, the notes of each touchpoint, and the forms that change them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components import words
from components.ground_facts import missing, source
from components.phrasing_marks import hint
from components.sources import plain
from components.words import _, language, ngettext, number, said, source_text
from frameworks.rollout.touchpoint_edits import LONGEST, Kept
from frameworks.rollout.touchpoints import CHANNELS, STAGES, SUBJECTS, Note

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "journey.css").read_text(encoding="utf-8")
_MOST_LABEL = 90
_TURN = "lf_journey_turn"
_ADDED = "jm_added"
_BEGUN = "lf_journey_begun"


def apply() -> None:
    """Put the shapes of this page into it; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def text_of(one: Kept) -> str:
    """Return the words of a note as the team has it."""
    return one.text or (said(one.note.text) if one.note else "")


def grid(shown: Sequence[Kept]) -> None:
    """Draw how many notes each touchpoint has on each subject."""
    counts = pd.Series([(one.stage, one.subject) for one in shown if not one.hidden]).value_counts()
    heads = "".join(f'<th scope="col">{escape(_(name))}</th>' for name in SUBJECTS.values())
    rows = ""
    for stage, name in STAGES.items():
        cells = ""
        for subject in SUBJECTS:
            count = int(counts.get((stage, subject), 0))
            weight = min(count, 8)
            cells += (
                f'<td><i style="--weight:{weight}">{number(count, 0)}</i></td>' if count else '<td class="lf-jm-none">–</td>'
            )
        rows += f'<tr><th scope="row">{escape(_(name))}</th>{cells}</tr>'
    label = escape(_("Notes by touchpoint and subject"))
    st.html(
        f'<div class="lf-scroll" tabindex="0" role="region" aria-label="{label}"><table class="lf-jm-grid">'
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def stage(place: int, code: str, shown: Sequence[Kept], change: Callable[[str], None]) -> None:
    """Draw one touchpoint with its notes, subject by subject, and the button that opens its window."""
    with st.container(border=True, key=f"lf-jm-{code}"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.subheader(f"{place} {_(STAGES[code])}", anchor=False)
            st.button(
                _("Change"), key=f"jm_change_{code}", icon=":material/edit:", type="tertiary", on_click=change, args=(code,),
                help=_("Put notes into your words, put them away, or add your own"),
            )  # fmt: skip
        if not shown:
            told = _("Nothing checked is known of this step here. Show unchecked facts above, or add what you know with Change.")
            st.html(f'<p class="lf-gap">{escape(told)}</p>')
            return
        to_do = [one for one in shown if not _known(one)]
        facts = [one for one in shown if _known(one)]
        st.html(f'<div class="lf-jm-two">{_side(_("To do"), to_do)}{_side(_("What is known"), facts)}</div>')


def _known(one: Kept) -> bool:
    return one.note is not None and one.note.kind == "fact"


def _side(name: str, notes: Sequence[Kept]) -> str:
    inside = "".join(_part(subject, [one for one in notes if one.subject == subject]) for subject in SUBJECTS)
    return f'<div><p class="lf-gr-label">{escape(name)}</p>{inside or missing("–")}</div>'


def _part(subject: str, notes: Sequence[Kept]) -> str:
    if not notes:
        return ""
    items = "".join(map(_note, notes))
    return f'<div class="lf-jm-part"><p>{escape(_(SUBJECTS[subject]))}</p><ul class="lf-jm-notes">{items}</ul></div>'


def _note(one: Kept) -> str:
    chips = f'<span class="lf-chip">{escape(_(CHANNELS[one.channel]))}</span>' if one.channel else ""
    was = ""
    if one.note is None:
        chips += f'<span class="lf-chip">{escape(_("your note"))}</span>'
    elif one.text:
        chips += f'<span class="lf-chip">{escape(_("your words"))}</span>'
        was = f'<span class="lf-jm-was">{escape(_("Before: {text}").format(text=said(one.note.text)))}</span>'
    if one.hidden:
        chips += f'<span class="lf-chip">{escape(_("put away"))}</span>'
    cited = f"<br>{_cited(one.note)}" if one.note and one.note.source else ""
    away = " class=lf-jm-away" if one.hidden else ""
    inside = f"<span{away}><bdi>{escape(text_of(one))}</bdi></span>{chips}{was}{cited}{hint(one.text)}"
    return f'<li class="{"lf-jm-fact" if _known(one) else "lf-jm-do"}">{inside}</li>'


def _cited(note: Note) -> str:
    """The line with the source; works are cited with their years already."""
    if note.year is not None and str(note.year) in note.source and note.checked:
        return f'<span class="lf-source">{escape(note.source)}</span>'
    return source(note.source, note.year, checked=note.checked)


def window(
    market: str, code: str, notes: Sequence[Kept], save: Callable[[Kept, str, bool], bool], back: Callable[[Kept], bool],
    add: Callable[[str, str, str], bool], about: str,
) -> None:  # fmt: skip
    """Draw what changes the notes of a touchpoint.

    save: takes a note, its words and whether it is put away, and says whether that is kept. back: takes a changed note
    back to its own words, or removes a note of the team's own, and says whether it did. add: takes subject, channel and
    words of a new note and says whether it is kept. about: subject that a new note starts with.
    """
    if notes:
        known = {_identity(one): one for one in notes}
        labels = {identity: _label(one) for identity, one in known.items()}
        picked = st.selectbox(_("Note"), list(known), format_func=labels.__getitem__, key=f"jm_pick_{code}")
        _words(market, code, known.get(picked, notes[0]), save, back)
        st.divider()
    # A new form once a note is kept; until then what was typed stays, also when the window is closed.
    turn = st.session_state.setdefault(_TURN, 0)
    st.markdown(f"**{_('Add a note of your own')}**")
    left, where = st.columns(2)
    subject = left.selectbox(
        _("About"), list(SUBJECTS), index=list(SUBJECTS).index(about), format_func=lambda name: _(SUBJECTS[name]),
        key=f"jm_about_{code}_{turn}",
    )  # fmt: skip
    channel = where.selectbox(
        _("Channel"), ["", *CHANNELS], format_func=lambda name: _(CHANNELS[name]) if name else _("All channels"),
        key=f"jm_where_{code}_{turn}",
    )  # fmt: skip
    field = _new(code)
    st.text_area(_("What changes here?"), max_chars=LONGEST, key=field, persist_state="session")

    def keep() -> None:
        if add(subject, channel, str(st.session_state.get(field) or "")):
            st.session_state[_TURN], st.session_state[_ADDED] = turn + 1, True

    # A refusal is told in the window, which drawing the whole page anew would wipe.
    if st.button(_("Add"), key=f"jm_add_{code}", icon=":material/add:", on_click=keep) and st.session_state.pop(_ADDED, False):
        st.rerun()


def _words(
    market: str, code: str, one: Kept, save: Callable[[Kept, str, bool], bool], back: Callable[[Kept], bool]
) -> None:
    """Draw the field for the team's words on a note; what is typed stays when somebody else was first."""
    begun = st.session_state.setdefault(_BEGUN, {})
    place = (market, code, _identity(one))
    began = begun.get(place, one)
    if began.edit == one.edit or _typed(_mark(market, code, began), text_of(began)) == text_of(began):
        began = one
    begun[place] = began
    mark = _mark(market, code, began)
    text = st.text_area(
        _("In your words"), value=text_of(began), max_chars=LONGEST, key=f"jm_text_{mark}", persist_state="session"
    )
    overtaken = began.edit != one.edit
    if overtaken:
        told = _("Changed in another window meanwhile: {text}").format(text=text_of(one))
        st.warning(plain(told), icon=":material/sync_problem:")

    def done(kept: bool) -> None:
        if kept:
            st.session_state.pop(f"jm_text_{mark}", None)
            begun.pop(place, None)

    def keep(hidden: bool) -> None:
        done(save(one, _typed(mark, text), hidden))

    with st.container(horizontal=True, gap="small"):
        label = _("Save mine instead") if overtaken else _("Save")
        st.button(label, key=f"jm_save_{mark}", type="primary", on_click=keep, args=(one.hidden,))
        if overtaken:
            st.button(_("Keep theirs"), key=f"jm_theirs_{mark}", on_click=done, args=(True,))
            return
        label = _("Show again") if one.hidden else _("Put away")
        st.button(label, key=f"jm_hide_{mark}", on_click=keep, args=(not one.hidden,))
        if one.edit is not None:
            label = _("Back to what is known") if one.note is not None else _("Remove")
            st.button(label, key=f"jm_back_{mark}", type="tertiary", on_click=lambda: done(back(one)))


def start_anew(code: str, text: str) -> None:
    """Put words into the field for a new note of a touchpoint, where the note they were for is gone."""
    st.session_state[_new(code)] = text


def _new(code: str) -> str:
    return f"jm_new_{code}_{st.session_state.setdefault(_TURN, 0)}"


def _identity(one: Kept) -> str:
    return one.note.key if one.note else str(one.edit.number)


def _mark(market: str, code: str, one: Kept) -> str:
    return f"{market}_{code}_{_identity(one)}_{one.edit.revision if one.edit else 0}_{language()}"


def _typed(mark: str, text: str) -> str:
    return str(st.session_state.get(f"jm_text_{mark}", text))


def _label(one: Kept) -> str:
    text = text_of(one)
    short = text if len(text) <= _MOST_LABEL else f"{text[:_MOST_LABEL]}…"
    return f"{_(SUBJECTS[one.subject])}: {short}"


def for_export(shown: Sequence[Kept], market: str) -> pd.DataFrame:
    """Return the notes as a table to take away, in the visitor's language."""
    table = pd.DataFrame(
        [
            {
                _("Market"): market, _("Touchpoint"): _(STAGES[one.stage]), _("About"): _(SUBJECTS[one.subject]),
                _("Channel"): _(CHANNELS[one.channel]) if one.channel else _("All channels"),
                _("Kind"): _("Known") if _known(one) else _("To do"),
                _("Note"): text_of(one), _("Before"): said(one.note.text) if one.note and one.text else "",
                _("Source"): source_text(one.note.source) if one.note else "", _("Year"): one.note.year if one.note else None,
                _("Checked"): "" if one.note is None else _("yes") if one.note.checked else _("no"),
                _("Changed by"): one.edit.by if one.edit else "", _("Changed at"): one.edit.at if one.edit else "",
            }
            for one in shown if not one.hidden
        ]
    )  # fmt: skip
    return table.astype({_("Year"): "Int64"}) if len(table) else table


def counted(shown: Sequence[Kept], away: int) -> str:
    """Return how many notes are shown and how many are put away, in words."""
    told = ngettext("{count} note", "{count} notes", len(shown)).format(count=number(len(shown), 0))
    if not away:
        return told
    hidden = ngettext("{count} put away", "{count} put away", away).format(count=number(away, 0))
    return f"{told} · {hidden}"


def names_of(table: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of stages, subjects or channels in the visitor's language."""
    return {code: _(name) for code, name in table.items()}
