"""Import: bring the exports you have; see what became of every row; take an upload out again or erase it."""

from functools import partial
from typing import Any

import streamlit as st

from components import frame, state, upload, upload_report, uploads_list
from components.sources import plain
from components.upload_names import source
from components.words import _, said
from data.warehouse import reports
from pages import import_cards, import_door, storeroom
from pages.desk import open_desk
from pages.import_cards import Cards

desk = open_desk()
held = storeroom.local()
door = import_door.door(desk.workspace, held)
ERASING, SHOWN = "lf_import_erasing", "lf_import_shown"


def act(action: str, import_id: int) -> None:
    """Do what was chosen from an upload's menu."""
    if action == uploads_list.UNDO and import_door.doing(lambda: held.undo(import_id)):
        st.toast(_("Its rows no longer count. They can be put back for 30 days."), icon=":material/undo:")
    elif action == uploads_list.RESTORE and import_door.doing(lambda: held.restore(import_id)):
        st.toast(_("Its rows count again."), icon=":material/redo:")
    elif action == uploads_list.ERASE:
        st.session_state[ERASING] = import_id
    elif action == uploads_list.REPORT:
        st.session_state[SHOWN] = import_id


def erase(import_id: int) -> None:
    """Erase an upload, and our copy of its file."""
    if import_door.doing(lambda: held.erase(import_id)):
        door.forget_upload(import_id)
        import_door.forget_looks()


def erase_everything() -> None:
    """Erase all uploads, and our copies of their files."""
    for one in door.all():
        door.cancel(one.number)
    if import_door.doing(held.erase_everything):
        door.put_away()
        import_door.forget_looks()


def show_report(one: Any) -> None:
    """An upload's report, in a dialog."""
    report = reports.from_json(one.report)

    def body() -> None:
        mapping = (one.settings or {}).get("mapping") or {}
        upload_report.summary(one.name, one.platform, one.kind, report, mapping)
        upload_report.details(report)
        import_cards.rejects(one.name, report, f"upload_{one.import_id}")

    st.dialog(source(one.platform, one.kind), width="large", icon=":material/receipt_long:")(body)()


def uploads() -> None:
    """The list, and what concerns all of it."""
    every = held.uploads()
    if not every:
        invite()
        return
    st.subheader(_("Uploads"))
    uploads_list.table(every, act)
    by_number = {one.import_id: one for one in every}
    with st.expander(_("How long rows are kept; erase everything"), icon=":material/policy:"):
        uploads_list.retention(held.retention, kept_for)
        if st.button(_("Erase everything …"), key="erase_everything", icon=":material/delete_forever:"):
            st.session_state[ERASING] = "all"
    asked, shown = st.session_state.pop(ERASING, None), st.session_state.pop(SHOWN, None)
    if asked == "all":
        uploads_list.confirm_everything(len(every), erase_everything)
    elif asked in by_number:
        uploads_list.confirm_erasing(by_number[asked], partial(erase, asked))
    elif shown in by_number:
        show_report(by_number[shown])


def kept_for(days: int | None) -> None:
    """Keep rows for so many days from now on."""
    if import_door.doing(lambda: held.keep_for(days)):
        st.rerun()


def invite() -> None:
    """What to do when there is nothing yet."""
    if door.all():
        return
    frame.note(
        _("Names, e-mails, phones and addresses are found and never stored: who bought becomes a scrambled key that only this"
          " workspace can make. Everything stays on this machine.")
    )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(_("Load the sample exports"), key="load_samples", icon=":material/science:"):
            problem = import_door.take_samples(door)
            if problem:
                state.say(problem)
            st.rerun()
        st.caption(_("An invented team's shop, ads, visits, tickets, answers and reviews; erase them whenever you like."))


upload.style()
st.title(_("Import"))
frame.lede(_("Drop the exports you already have: what they are is told from their columns, and every row is accounted for."))
if place := storeroom.elsewhere():
    st.caption(
        _("The pages of numbers read {place}. What you add here still goes to the file on this machine and does not show"
          " there.").format(place=plain(place))
    )  # fmt: skip
if held.notice:
    st.warning(plain(said(held.notice)), icon=":material/warning:")
upload.door(partial(import_door.take, door), partial(import_door.take_path, door))
Cards(desk, door).draw()
uploads()
