"""The communication protocol as cards: what is known, how sure, what is not, and the team's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components import guidance_words, phrasing_marks
from components.pinned import pinned, release
from components.words import MISSING, _, list_text, ngettext, said, source_text
from frameworks.culture.protocol import CONFIDENCE, PARTS, STATUSES, Fact, Part

LONGEST = 4000


def show(
    parts: Sequence[Part], notes: Mapping[str, Any], save: Callable[[str, str], None], to_task: Callable[[str, str], None]
) -> None:
    """Draw the parts in order.

    notes: the team's words by part, with ``text``. save: keeps words on a part. to_task: makes words a task.
    """
    st.caption(_("Compared with home. Every sentence is a tendency of averages; ask the person in front of you."))
    for part in parts:
        with st.container(border=True, key=f"lf-part-{part.code}"):
            note = notes.get(part.code)
            st.html(card(part, note.text if note else ""))
            pop = st.popover(_("Our words"), key=f"lf_note_{part.code}", on_change="rerun", icon=":material/edit:")
            note, keep, make = pinned(f"note_{part.code}", (note, save, to_task), is_open=bool(pop.open))
            if pop.open:
                with pop:
                    _form(part, note, keep, make)


def _form(part: Part, note: Any, save: Callable[[str, str], None], to_task: Callable[[str, str], None]) -> None:
    def done(act: Callable[[str, str], None]) -> None:
        act(part.code, str(st.session_state.get(f"noted_{part.code}") or ""))
        release(f"note_{part.code}")

    with st.form(f"note_{part.code}", border=False):
        start = note.text if note else suggested(part)
        st.text_area(_("How we do it here"), value=start, key=f"noted_{part.code}", max_chars=LONGEST, height=140)
        st.caption(_("What the evidence says stays beside your words. An empty field takes your words off."))
        with st.container(horizontal=True):
            st.form_submit_button(_("Save"), type="primary", on_click=done, args=(save,))
            st.form_submit_button(_("Add as a task"), on_click=done, args=(to_task,))


def card(part: Part, words: str) -> str:
    """Return a part as markup, escaped."""
    name, about = PARTS[part.code]
    chips = f'<span class="lf-chip">{escape(_(STATUSES[part.status]))}</span>'
    if part.confidence != "D":
        chips += f'<span class="lf-chip" title="{escape(_(CONFIDENCE[part.confidence]))}">{escape(confidence(part))}</span>'
    own = f'<p class="lf-gd-own">{escape(words)}</p>{phrasing_marks.hint(words)}' if words else ""
    lines = "".join(
        f"<li>{escape(_(one.text))}{guidance_words.backing(one)}{_marks(one)}</li>" for one in part.advice
    ) + "".join(f'<li>{escape(said(one.text))}<p class="lf-gd-why">{escape(_source(one))}</p></li>' for one in part.facts)
    rest = "".join(f'<p class="lf-gd-why">{escape(line)}</p>' for line in gaps(part))
    return (
        f'<div class="lf-gd-part"><h3 class="lf-card-title">{escape(_(name))}</h3><p class="lf-muted">{escape(_(about))}</p>'
        f'<p class="lf-gd-chips">{chips}</p>{own}{f"<ul>{lines}</ul>" if lines else ""}{rest}</div>'
    )


def confidence(part: Part) -> str:
    """Return how sure a part is, in a word."""
    return {"B": _("fair evidence"), "C": _("thin evidence"), "D": _("no evidence")}[part.confidence]


def gaps(part: Part) -> list[str]:
    """Return what is held back and which dimensions are not known, a sentence each."""
    lines = []
    if part.status == "unknown":
        lines.append(_("Not known: no dimension that speaks on this is known for both markets."))
    if part.held:
        told = ngettext("{count} unchecked or contested sentence is held back.",
                        "{count} unchecked or contested sentences are held back.", part.held)  # fmt: skip
        lines.append(told.format(count=part.held))
    if part.lacking:
        lines.append(_("Not known for both: {dimensions}.").format(dimensions=list_text([_(name) for name in part.lacking])))
    return lines


def suggested(part: Part) -> str:
    """Return the sentences on a part as a start for the team's own."""
    return "\n".join([*(_(one.text) for one in part.advice), *(said(one.text) for one in part.facts)])


def _marks(one: Any) -> str:
    marks = guidance_words.marks(one)
    chips = "".join(f'<span class="lf-chip lf-gd-mark">{escape(mark)}</span>' for mark in marks)
    return f'<p class="lf-gd-chips">{chips}</p>' if chips else ""


def _source(fact: Fact) -> str:
    return f"{fact.source}, {fact.year}" if fact.year and str(fact.year) not in fact.source else source_text(fact.source)


def for_export(parts: Sequence[Part], notes: Mapping[str, Any]) -> pd.DataFrame:
    """Return the protocol as a table: a row a sentence, and one for a part without any."""
    rows = []
    for part in parts:
        note = notes.get(part.code)
        first = (_(PARTS[part.code][0]), _(STATUSES[part.status]), confidence(part), note.text if note else "")
        lines = [(_(one.text), guidance_words.citation(one)) for one in part.advice]
        lines += [(said(one.text), _source(one)) for one in part.facts]
        rows += [(*first, *line) for line in lines or [(MISSING, "")]]
    names = (_("Part"), _("Standing"), _("Confidence"), _("Our words"), _("What is known"), _("Source"))
    return pd.DataFrame(rows, columns=list(names))
