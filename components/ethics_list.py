"""The ethical review as people fill it in: indicators, the checklist with its evidence, and the sign-off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components.card import card, listed
from components.phrasing_marks import items
from components.sources import plain
from components.words import _, date_text, market_name, ngettext, number, percent, said
from frameworks.rollout.ethics import (
    EVIDENCED,
    EXPLAINED,
    LONGEST,
    LONGEST_NAME,
    QUESTIONS,
    STATES,
    STATUSES,
    TOPICS,
    Answer,
    Question,
    Review,
    SignOff,
)  # fmt: skip
from frameworks.rollout.ethics_indicators import Indicator

_MOST_MARKED = 20
_BEGUN = "lf_et_begun"
MEGABYTES = 5
_SIGNS = {"yes": "●", "partly": "◐", "no": "○", "not_applicable": "–", "open": "·"}


@dataclass(frozen=True)
class Actions:
    """What can be done to an answer.

    answer: takes the answer as it is to be kept, says whether it is. attach: question, name and content of a file.
    detach: a file's number. file: returns name and content of an attached file. put_back: attaches the file taken off last.
    """

    answer: Callable[[Answer], bool]
    attach: Callable[[str, str, bytes], None]
    detach: Callable[[int], None]
    file: Callable[[int], tuple[str, bytes] | None]
    put_back: Callable[[], None]


def apply() -> None:
    """Put the shapes of this page into it; call once a run."""
    st.html(
        "<style>.lf-et-fine { color: var(--lf-good); } .lf-et-look { color: var(--lf-bad); }"
        ".lf-card .lf-mk-rows .lf-muted { font-size: .8125rem; }</style>"
    )


def figures(found: Sequence[Indicator]) -> None:
    """Draw the indicators, each with what it rests on."""
    rows = []
    for one in found:
        mark = {True: "lf-et-fine", False: "lf-et-look", None: ""}[one.fine]
        word = {True: _("as it should be"), False: _("look at this"), None: ""}[one.fine]
        chip = f'<span class="lf-chip {mark}">{escape(word)}</span>' if word else ""
        rows.append(
            f"<li><span>{escape(_(one.name))} {chip}</span><strong>{escape(shown(one))}</strong>"
            f'<div class="lf-muted">{escape(_told(one))}</div></li>'
        )
    st.html(card(_("What the workspace itself can tell"), listed(rows)))


def marked(texts: Sequence[str]) -> None:
    """Draw the team's own sentences that read like a trait of persons, with what to write instead."""
    if texts:
        st.subheader(_("Sentences to look at"), anchor=False)
        st.html("".join(f'<div class="lf-card"><p><bdi>{escape(text[:600])}</bdi></p><ul>{"".join(items(text))}</ul></div>'
                        for text in texts[:_MOST_MARKED]))  # fmt: skip


def shown(one: Indicator) -> str:
    """Return an indicator's figure as it is written."""
    if one.value is None:
        return "–"
    if one.kind == "share":
        return percent(one.value)
    return f"{number(one.value, 1)}×" if one.kind == "ratio" else number(one.value, 0)


def _told(one: Indicator) -> str:
    values = {name: market_name(value) if name in ("slow", "fast") else value for name, value in one.told.values.items()}
    return said(type(one.told)(one.told.template, **values))


def standing(found: Review) -> None:
    """Draw how far the review is."""
    told = _("{answered} of {count} answered").format(answered=number(found.answered, 0), count=number(len(QUESTIONS), 0))
    st.progress(found.answered / len(QUESTIONS), text=f"{_(STATES[found.state])} · {told}")


def checklist(
    market: str, found: Review, files: Mapping[str, Sequence[tuple[int, str]]], gone: tuple[str, str], actions: Actions
) -> None:
    """Draw the questions topic by topic.

    files: number and name of the attached files, by question. gone: question and name of the file taken off last.
    """
    known = {answer.question: answer for answer in found.answers}
    for topic, name in TOPICS.items():
        st.subheader(_(name), anchor=False)
        for question in QUESTIONS:
            if question.topic == topic:
                taken_off = gone[1] if gone[0] == question.key else ""
                held = _Held(files.get(question.key, ()), taken_off)
                _question(market, question, known[question.key], found.lacking.get(question.key), held, actions)


@dataclass(frozen=True)
class _Held:
    """The files of a question, and the name of the one that was taken off last."""

    files: Sequence[tuple[int, str]]
    gone: str


def _begun(market: str, answer: Answer) -> Answer:
    """Return the answer that the form on screen began with; it stays while something typed over it is not saved."""
    held = st.session_state.setdefault(_BEGUN, {})
    began = held.get((market, answer.question), answer)
    if began.revision == answer.revision or _entered(began, _key(market, began)) == began:
        began = answer
    held[market, answer.question] = began
    return began


def _key(market: str, answer: Answer) -> str:
    return f"{market}_{answer.question}_{answer.revision}"


def _entered(answer: Answer, key: str) -> Answer:
    """Return the answer as it stands in the form now; what is not on screen is as it was."""
    held = st.session_state
    status = held.get(f"et_status_{key}")
    status = status if status in STATUSES else answer.status
    evidence = held.get(f"et_evidence_{key}", answer.evidence) or ""
    action = held.get(f"et_action_{key}", answer.action) or ""
    return replace(answer, status=status, evidence=evidence.strip(), action=action.strip())


def _question(market: str, question: Question, answer: Answer, lacking: Any, held: _Held, actions: Actions) -> None:
    began = _begun(market, answer)
    key = _key(market, began)
    with st.container(border=True, key=f"lf-et-{question.key}"):
        st.markdown(f"**{_(question.text)}**")
        status = st.segmented_control(
            _("Answer"), list(STATUSES), default=began.status, format_func=lambda code: _(STATUSES[code]), required=True,
            key=f"et_status_{key}", label_visibility="collapsed", persist_state="session",
        )  # fmt: skip
        status = status if status in STATUSES else began.status
        if status in EVIDENCED:
            st.text_area(
                _("Evidence"), value=began.evidence, max_chars=LONGEST, key=f"et_evidence_{key}", height=80,
                placeholder=_(question.evidence), persist_state="session",
                help=_("A sentence or a link that shows it; files can be attached below."),
            )  # fmt: skip
        if status in EVIDENCED or held.files or held.gone:
            _files(question.key, held, actions)
        if status in EXPLAINED:
            label = _("Why it does not apply") if status == "not_applicable" else _("What we do about it")
            st.text_area(
                label, value=began.action, max_chars=LONGEST, key=f"et_action_{key}", height=80, persist_state="session"
            )
        changed = _entered(began, key) != began
        overtaken = began.revision != answer.revision
        if overtaken:
            _theirs(answer)

        def save() -> None:
            if actions.answer(replace(_entered(began, key), revision=answer.revision)):
                theirs()

        def theirs() -> None:
            st.session_state[_BEGUN].pop((market, question.key), None)

        with st.container(horizontal=True, vertical_alignment="center"):
            if changed:
                st.button(_("Save mine instead") if overtaken else _("Save"), key=f"et_save_{key}", type="primary", on_click=save)
                if overtaken:
                    st.button(_("Keep theirs"), key=f"et_theirs_{key}", on_click=theirs)
                st.caption(_("Not saved yet."), width="content")
            elif answer.by or answer.at:
                st.caption(plain(_signed_by(answer.by, answer.at)), width="content")
            if lacking is not None and answer.status != "open" and not changed:
                st.caption(_("Lacks: {what}.").format(what=said(lacking)), width="content")


def _theirs(answer: Answer) -> None:
    """Draw what somebody else answered while this form was open."""
    texts = [_(STATUSES[answer.status]), answer.evidence, answer.action]
    told = _("Answered in another window meanwhile ({who}): {answer}").format(
        who=_signed_by(answer.by, answer.at), answer=" · ".join(text for text in texts if text)
    )
    st.warning(plain(told), icon=":material/sync_problem:")


def _files(question: str, held: _Held, actions: Actions) -> None:
    for place, name in held.files:
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.download_button(
                plain(name), lambda place=place: (actions.file(place) or ("", b""))[1], file_name=name, type="tertiary",
                mime="application/octet-stream", icon=":material/attach_file:", key=f"et_file_{place}", on_click="ignore",
            )  # fmt: skip
            st.button(_("Remove"), key=f"et_gone_{place}", type="tertiary", on_click=actions.detach, args=(place,))
    if held.gone:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(plain(_("{name} was taken off.").format(name=held.gone)), width="content")
            st.button(_("Undo"), key="et_undo", icon=":material/undo:", type="tertiary", on_click=actions.put_back)
    with st.popover(_("Attach a file"), icon=":material/attach_file:", type="tertiary"):
        given = st.file_uploader(
            _("Picture, PDF or text, up to 5 MB"), key=f"et_up_{question}_{len(held.files)}", max_upload_size=MEGABYTES
        )
        if given is not None:
            st.button(
                _("Attach {name}").format(name=plain(given.name)), key=f"et_attach_{question}", on_click=actions.attach,
                args=(question, given.name, given.getvalue()),
            )  # fmt: skip


def _signed_by(by: str, at: str) -> str:
    day = date_text(at[:10])
    return f"{by}, {day}" if by else day


def signing(found: Review, past: Sequence[SignOff], sign: Callable[[str, str], None], name: str) -> None:
    """Draw the sign-off: who answers for the review, and who did before. sign: takes name and note."""
    st.subheader(_("Sign-off"), anchor=False)
    if found.state == "signed":
        told = _("Signed by {who}.").format(who=_signed_by(found.signed.by, found.signed.at))
        st.success(plain(told), icon=":material/verified:")
    elif found.state == "outdated":
        st.warning(_("Answers have changed since it was signed; read them and sign again."), icon=":material/history:")
    if found.lacking:
        told = ngettext("{count} question still lacks something before it can be signed.",
                        "{count} questions still lack something before it can be signed.", len(found.lacking))  # fmt: skip
        st.caption(told.format(count=number(len(found.lacking), 0)))
    if found.state != "signed":
        with st.form("et_sign", border=False):
            by = st.text_input(_("Who answers for this review"), value=name, max_chars=LONGEST_NAME)
            note = st.text_area(_("Note"), max_chars=LONGEST, height=80)
            if st.form_submit_button(_("Sign off"), icon=":material/draw:", disabled=bool(found.lacking)):
                sign(by, note)
    if past:
        with st.expander(_("Earlier sign-offs ({count})").format(count=number(len(past), 0)), icon=":material/history:"):
            rows = [(_signed_by(one.by, one.at), one.note) for one in past]
            st.html(listed([f"<li><bdi>{escape(who)}</bdi> <bdi>{escape(note)}</bdi></li>" for who, note in rows]))


def for_export(found: Review, market: str) -> pd.DataFrame:
    """Return the review as a table to take away, in the visitor's language."""
    known = {answer.question: answer for answer in found.answers}
    return pd.DataFrame(
        [
            {
                _("Market"): market, _("Topic"): _(TOPICS[question.topic]), _("Question"): _(question.text),
                _("Answer"): _(STATUSES[answer.status]), _("Evidence"): answer.evidence,
                _("What we do about it"): answer.action,
                _("Files"): ", ".join(name.partition(" ")[2] for name in answer.files),
                _("Lacks"): said(found.lacking[question.key]) if question.key in found.lacking else "",
                _("Changed by"): answer.by, _("Changed at"): answer.at,
            }
            for question in QUESTIONS for answer in (known[question.key],)
        ]
    )  # fmt: skip


def about(found: Review, past: Sequence[SignOff], market: str) -> dict[str, Any]:
    """Return what stands beside the exported answers: how far the review is and who signed it, with which words."""
    signed = [" · ".join(filter(None, (_signed_by(one.by, one.at), one.note))) for one in past]
    return {_("Market"): market, _("State"): _(STATES[found.state]), _("Sign-off"): signed or "–"}


def overview(reviews: Mapping[str, Review]) -> None:
    """Draw how far the reviews of several markets are: a row a market, a sign a question."""
    heads = "".join(f'<th scope="col" title="{escape(_(q.text))}">{place}</th>' for place, q in enumerate(QUESTIONS, start=1))
    body = ""
    for market, found in reviews.items():
        cells = "".join(
            f'<td title="{escape(_(STATUSES[one.status]))}"><span role="img" aria-label="{escape(_(STATUSES[one.status]))}">'
            f"{_SIGNS[one.status]}</span></td>" for one in found.answers
        )  # fmt: skip
        body += f'<tr><th scope="row">{escape(market_name(market))}</th><td>{escape(_(STATES[found.state]))}</td>{cells}</tr>'
    label = escape(_("Reviews of the shortlist"))
    st.html(
        f'<div class="lf-scroll" tabindex="0" role="region" aria-label="{label}"><table class="lf-table"><thead><tr>'
        f'<th scope="col">{escape(_("Market"))}</th><th scope="col">{escape(_("State"))}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
    st.caption(" · ".join(f"{_SIGNS[code]} {_(name)}" for code, name in STATUSES.items()))
