"""Import: bring the exports you have; see what became of every row; take an upload out again or erase it."""

from functools import partial
from typing import Any

import streamlit as st

from components import frame, state, upload, upload_mapping, upload_report, uploads_list
from components.sources import plain
from components.upload_names import source
from components.words import _, market_name, ngettext, number, said, settle
from data.ingest.plain import KINDS
from data.ingest.suggesting import assigned
from data.receiving import DONE, EMPTY, FAILED, UNKNOWN, Delivery
from data.warehouse import reports
from frameworks.labels import Sentence
from pages import import_door, storeroom
from pages.desk import open_desk

desk = open_desk()
held = storeroom.local()
door = import_door.door(desk.workspace, held)
MAPPING, ERASING, SHOWN = "lf_import_mapping", "lf_import_erasing", "lf_import_shown"
ACCOUNT, ASSUMED, COLUMNS = "account", "assumed", "columns"


def doing(what: Any) -> bool:
    """Do something to the uploads; what goes wrong is said at the top of the page."""
    try:
        what()
    except Sentence as error:
        state.say(said(error))
        return False
    return True


# --- what was handed over -----------------------------------------------------------------


def in_progress() -> None:
    """What is being read; draws the whole page anew when something is ready."""
    settle()
    now = [one for one in door.all() if one.running]
    for one in reversed(now):
        upload.running(one, door.cancel)
    if {one.number for one in now} != st.session_state.get("lf_import_running"):
        st.rerun()


def put_away(number_of: int) -> None:
    """Take a card off the page; its upload stays."""
    door.put_away(number_of)
    import_door.forget_looks()


def card(one: Delivery) -> None:
    """What became of one file."""
    with st.container(border=True, key=f"lf-delivery-{one.number}"):
        if one.state in (DONE, EMPTY):
            read(one)
        elif one.state == UNKNOWN:
            unknown(one)
        else:
            sentence = said(one.error) if one.error else ""
            st.html(upload.head(one.name) + upload.verdict("bad" if one.state == FAILED else "even", sentence))
            with st.container(horizontal=True):
                if one.readable:
                    st.button(
                        _("Try again"), key=f"retry_{one.number}", icon=":material/replay:",
                        on_click=door.again, args=(one.number, one.mapping, one.assume),
                    )  # fmt: skip
                closing(one)


def closing(one: Delivery) -> None:
    """The button that takes a card off the page."""
    st.button(
        _("Put away"), key=f"put_away_{one.number}", icon=":material/close:", type="tertiary",
        on_click=put_away, args=(one.number,), help=_("Takes this card off the page; the upload stays."),
    )  # fmt: skip


def unknown(one: Delivery) -> None:
    """A file nobody recognised: say so, and let its columns be told."""
    headers = upload_mapping.heads(one.added.imported.headers)
    told = _("We do not know this layout, so nothing was added yet. Its columns: {headers}")
    st.html(upload.head(one.name) + upload.verdict("caution", told.format(headers=headers)))
    chosen = st.session_state.get(MAPPING) == one.number
    if chosen:
        mapping(one.number)
    with st.container(horizontal=True):
        if not chosen:
            st.button(
                _("Say what its columns hold"), key=f"map_{one.number}", type="primary", icon=":material/rule:",
                on_click=st.session_state.__setitem__, args=(MAPPING, one.number),
            )  # fmt: skip
        closing(one)


@st.fragment
def mapping(number_of: int) -> None:
    """The mapping screen of a file."""
    settle()
    one = door.find(number_of)
    if one is None:
        return
    try:
        seen = import_door.look(one)
    except Sentence as error:
        st.html(upload.verdict("bad", said(error)))
        return
    imported = one.added.imported if one.added else None
    kind = imported.kind if imported and imported.recognised and imported.kind in KINDS else seen.match.likely
    known = dict(one.mapping or (imported.mapping if imported and imported.recognised else {}))
    start = (kind, {alias: header for alias, header in known.items() if alias in KINDS[kind].aliases}, one.assume)
    upload_mapping.screen(
        number_of, seen, KINDS, start,
        attempt=partial(import_door.try_out, one),
        suggested=lambda kind: assigned(kind, seen.match.suggestions),
        done=partial(mapped, one, seen.headers),
    )  # fmt: skip


def mapped(one: Delivery, headers: tuple[str, ...], kind: str, columns: dict[str, str], assume: dict[str, str], keep: bool) -> None:
    """Read a file by the mapping laid down, and remember it for the next one like it."""
    templates = desk.workspace.kpi
    if keep:
        doing(lambda: templates.remember_template(headers, kind, columns, assume))
    else:
        doing(lambda: templates.forget_template(headers))
    st.session_state.pop(MAPPING, None)
    door.again(one.number, columns, assume | {"kind": kind})
    st.rerun()


def read(one: Delivery) -> None:
    """A file that was read: its account, and what can be changed about it."""
    imported = one.added.imported
    report = imported.report
    upload_report.summary(one.name, imported.platform, imported.kind, report, imported.mapping, one.added.already)
    parts = {ACCOUNT: _("Rows and totals")}
    if one.readable:
        parts[ASSUMED] = _("Assumptions")
        if imported.platform == "generic" and imported.kind in KINDS:
            parts[COLUMNS] = _("Columns")
    with st.container(horizontal=True, vertical_alignment="center"):
        opened = st.segmented_control(
            _("Show"), tuple(parts), format_func=parts.__getitem__, key=f"part_{one.number}", label_visibility="collapsed",
            width="content",
        )  # fmt: skip
        rejects(one.name, report, f"delivery_{one.number}")
        closing(one)
    if opened == ACCOUNT:
        upload_report.details(report)
    elif opened == ASSUMED and one.readable:
        upload_report.assumptions(one.number, report, imported.mapping, one.assume, markets(), partial(assumed, one))
    elif opened == COLUMNS and one.readable:
        mapping(one.number)


def assumed(one: Delivery, assume: dict[str, str]) -> None:
    """Read a file again with other assumptions."""
    door.again(one.number, one.mapping, assume)
    st.rerun()


def markets() -> tuple[str, ...]:
    """The codes of the markets, by their names."""
    return tuple(sorted(desk.reference.markets, key=market_name))


def rejects(name: str, report: Any, key: str) -> None:
    """The rows set aside, to take away."""
    if report.rejects is not None and len(report.rejects):
        label = ngettext("Download {count} row set aside (CSV)", "Download {count} rows set aside (CSV)", len(report.rejects))
        st.download_button(
            label.format(count=number(len(report.rejects), 0)), partial(import_door.rejects_csv, report), mime="text/csv",
            file_name=import_door.rejects_name(name), key=f"rejects_{key}", icon=":material/download:", on_click="ignore",
        )  # fmt: skip


# --- the uploads ----------------------------------------------------------------------------


def act(action: str, import_id: int) -> None:
    """Do what was chosen from an upload's menu."""
    if action == uploads_list.UNDO and doing(lambda: held.undo(import_id)):
        st.toast(_("Its rows no longer count. They can be put back for 30 days."), icon=":material/undo:")
    elif action == uploads_list.RESTORE and doing(lambda: held.restore(import_id)):
        st.toast(_("Its rows count again."), icon=":material/redo:")
    elif action == uploads_list.ERASE:
        st.session_state[ERASING] = import_id
    elif action == uploads_list.REPORT:
        st.session_state[SHOWN] = import_id


def erase(import_id: int) -> None:
    """Erase an upload, and our copy of its file."""
    if doing(lambda: held.erase(import_id)):
        door.forget_upload(import_id)
        import_door.forget_looks()


def erase_everything() -> None:
    """Erase all uploads, and our copies of their files."""
    for one in door.all():
        door.cancel(one.number)
    if doing(held.erase_everything):
        door.put_away()
        import_door.forget_looks()


def show_report(one: Any) -> None:
    """An upload's report, in a dialog."""
    report = reports.from_json(one.report)

    def body() -> None:
        mapping = (one.settings or {}).get("mapping") or {}
        upload_report.summary(one.name, one.platform, one.kind, report, mapping)
        upload_report.details(report)
        rejects(one.name, report, f"upload_{one.import_id}")

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
    if doing(lambda: held.keep_for(days)):
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
deliveries = door.all()
st.session_state["lf_import_running"] = {one.number for one in deliveries if one.running}
st.fragment(in_progress, run_every=0.7 if st.session_state["lf_import_running"] else None)()
for each in sorted(deliveries, key=lambda one: one.state not in (UNKNOWN, FAILED)):
    if not each.running:
        card(each)
uploads()
