"""Saving what one works on, and the list of what was saved.

The workspace comes in as it is; its errors are ValueErrors whose message is a sentence for the
user, and a conflict carries the copy that was kept as ``saved``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from components import state
from components.words import _, date_text, market_name, said
from frameworks.scoring.scenario import Scenario, ScenarioError

NAME_LENGTH = 120


def bar(workspace: Any, scenario: Scenario, data_version: str) -> None:
    """Draw the name of the scenario and the buttons that save it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        name = scenario.name or _("Unsaved scenario")
        st.caption(_("Scenario: {name}").format(name=_plain(name)))
        number_of, _revision = state.saved() or (None, 0)
        if number_of is not None:
            st.button(
                _("Save"), key="keep_save", icon=":material/save:", type="tertiary",
                on_click=save, args=(workspace, data_version),
            )  # fmt: skip
        with st.popover(_("Save as"), icon=":material/bookmark_add:", type="tertiary"):
            st.text_input(_("Name"), value=scenario.name, key="keep_name", max_chars=NAME_LENGTH)
            st.button(_("Save as a new scenario"), key="keep_new", on_click=save_as, args=(workspace, data_version))
        with st.popover(_("New"), icon=":material/add:", type="tertiary"):
            st.caption(_("An empty set-up from the same home market. What you have not saved of this one is left behind."))
            empty = Scenario(home=scenario.home)
            st.button(_("Begin an empty scenario"), key="keep_empty", on_click=state.take_up, args=(empty, None))


def save(workspace: Any, data_version: str) -> None:
    """Save over the scenario this one came from; when another window was first, keep both and say so."""
    number_of, revision = state.saved() or (None, 0)
    try:
        if number_of is None:
            save_as(workspace, data_version)
            return
        kept = workspace.update(number_of, state.scenario(), revision, data_version)
        state.mark_saved(kept.id, kept.revision)
        st.toast(_("Saved."), icon=":material/check:")
    except ValueError as error:
        copy = getattr(error, "saved", None)
        if copy is not None:
            state.take_up(replace(state.scenario(), name=copy.name), (copy.id, copy.revision))
        state.say(said(error))


def save_as(workspace: Any, data_version: str) -> None:
    """Save as a new scenario under the name in the field."""
    name = str(st.session_state.get("keep_name") or "").strip()[:NAME_LENGTH]
    try:
        scenario = state.change(name=name or _("My scenario"))
        kept = workspace.get(workspace.save(scenario, data_version))
        state.take_up(kept.scenario, (kept.id, kept.revision))
        st.toast(_("Saved as {name}.").format(name=_plain(kept.name)), icon=":material/check:")
    except ValueError as error:
        state.say(said(error))


def listing(workspace: Any) -> None:
    """Draw the saved scenarios with what can be done to each."""
    try:
        rows = workspace.recent(30)
    except ValueError as error:
        st.error(said(error))
        return
    if not rows:
        st.info(_("Nothing saved yet. Set up your company above, then save the scenario on the matrix."))
    current = (state.saved() or (None, 0))[0]
    for row in rows:
        with st.container(border=True, key=f"kept-{row.id}"), st.container(horizontal=True, vertical_alignment="center"):
            mark = " · " + _("open now") if row.id == current else ""
            st.markdown(
                f"**{_plain(row.name or _('Unnamed'))}**  \n:small[{_plain(market_name(row.home))} · "
                f"{date_text(row.updated_at.date())}{mark}]", width="stretch",
            )  # fmt: skip
            with st.container(horizontal=True, width="content", wrap=False):
                st.button(_("Open"), key=f"open_{row.id}", on_click=_open, args=(workspace, row.id))
                more = st.popover(_("More"), key=f"more_{row.id}", on_change="rerun")
            if more.open:  # what is closed costs nothing
                with more:
                    _more(workspace, row)
    _undo(workspace)


def _more(workspace: Any, row: Any) -> None:
    key = f"name_{row.id}"
    st.text_input(_("Name"), value=row.name, key=key, max_chars=NAME_LENGTH)
    st.button(
        _("Rename"), key=f"rename_{row.id}", width="stretch",
        on_click=lambda: _rename(workspace, row.id, str(st.session_state.get(key) or "")),
    )  # fmt: skip
    st.button(
        _("Duplicate"), key=f"copy_{row.id}", width="stretch",
        on_click=lambda: _try(lambda: workspace.duplicate(row.id), _("Duplicated.")),
    )  # fmt: skip
    st.button(
        _("Delete"), key=f"delete_{row.id}", width="stretch",
        on_click=lambda: _try(lambda: workspace.delete(row.id), _("Deleted; you can undo it below.")),
    )  # fmt: skip


def _rename(workspace: Any, number: int, name: str) -> None:
    def rename() -> None:
        kept = workspace.rename(number, name.strip() or _("Unnamed"))
        if (state.saved() or (None, 0))[0] == number:
            state.change(name=kept.name)
            state.mark_saved(kept.id, kept.revision)

    _try(rename, _("Renamed."))


def _undo(workspace: Any) -> None:
    gone = workspace.deleted()
    if not gone:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("Deleted: {name}").format(name=_plain(gone[0].name)), width="content")
        st.button(
            _("Undo"), key="undo_delete", icon=":material/undo:",
            on_click=lambda: _try(workspace.undo_delete, _("Restored.")),
        )  # fmt: skip
        with st.popover(_("Erase for good"), type="tertiary"):
            st.caption(_("Deleted scenarios are erased from the file after 30 days, or now:"))
            st.button(
                _("Erase what is deleted"), key="purge",
                on_click=lambda: _try(lambda: _erase(workspace), _("Erased from the file.")),
            )  # fmt: skip


def _erase(workspace: Any) -> None:
    workspace.set_setting("typed", None)  # the words kept for a reload go as well
    workspace.purge()


def _open(workspace: Any, number: int) -> None:
    def take() -> None:
        kept = workspace.opened(number)
        state.take_up(kept.scenario, (kept.id, kept.revision))

    _try(take, _("Opened."))


def reopen(text: bytes, unpack: Callable[[bytes], Any], data_version: str) -> None:
    """Take up the scenario of a file that another Landfall exported; says so when the data differ."""
    try:
        found = unpack(text)
    except ScenarioError as error:
        state.say(said(error))
        return
    state.take_up(found.scenario, None)
    if found.altered:
        state.say(_("The file was changed after it was exported; its fingerprint no longer fits its contents."))
    if found.data_version != data_version:
        state.say(
            _(
                "The file was made on data version {theirs}, here it is {ours}: figures may differ in places."
            ).format(theirs=_plain(found.data_version), ours=data_version)
        )


def _try(action: Callable[[], Any], done: str) -> None:
    try:
        action()
        st.toast(done, icon=":material/check:")
    except ValueError as error:
        state.say(said(error))


def _plain(text: str) -> str:
    """Escape what Markdown would read as markup."""
    return "".join("\\" + mark if mark in r"\`*_{}[]<>()#+-.!|~$:" else mark for mark in text)
