"""The cards of the Import page: what is being read, what became of each file, and what can be changed about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from components import job, upload, upload_mapping, upload_report
from components.words import _, market_name, ngettext, number, said, settle
from data.ingest.plain import KINDS
from data.ingest.suggesting import assigned
from data.jobs import DONE, FAILED
from data.receiving import EMPTY, UNKNOWN, Delivery, Receiving
from frameworks.labels import Sentence
from pages import import_door
from pages.desk import Desk

MAPPING = "lf_import_mapping"
ACCOUNT, ASSUMED, COLUMNS = "account", "assumed", "columns"


@dataclass(frozen=True)
class Cards:
    """What was handed over and not yet put away, the latest first."""

    desk: Desk
    door: Receiving

    def draw(self) -> None:
        """Draw what is being read, then what needs somebody, then the rest."""
        every = self.door.all()
        job.watched([one for one in reversed(every) if one.running], lambda one: upload.running(one, self.door.cancel))
        for one in sorted(every, key=lambda one: one.state not in (UNKNOWN, FAILED)):
            if not one.running:
                self._card(one)

    def _put_away(self, number_of: int) -> None:
        """Take a card off the page; its upload stays."""
        self.door.put_away(number_of)
        import_door.forget_looks()

    def _card(self, one: Delivery) -> None:
        """What became of one file."""
        with st.container(border=True, key=f"lf-delivery-{one.number}"):
            if one.state in (DONE, EMPTY):
                self._read(one)
            elif one.state == UNKNOWN:
                self._unknown(one)
            else:
                sentence = said(one.error) if one.error else ""
                st.html(upload.head(one.name) + upload.verdict("bad" if one.state == FAILED else "even", sentence))
                with st.container(horizontal=True):
                    if one.readable:
                        st.button(
                            _("Try again"), key=f"retry_{one.number}", icon=":material/replay:",
                            on_click=self.door.again, args=(one.number, one.mapping, one.assume),
                        )  # fmt: skip
                    self._closing(one)

    def _closing(self, one: Delivery) -> None:
        """The button that takes a card off the page."""
        st.button(
            _("Put away"), key=f"put_away_{one.number}", icon=":material/close:", type="tertiary",
            on_click=self._put_away, args=(one.number,), help=_("Takes this card off the page; the upload stays."),
        )  # fmt: skip

    def _unknown(self, one: Delivery) -> None:
        """A file nobody recognised: say so, and let its columns be told."""
        headers = upload_mapping.heads(one.added.imported.headers)
        told = _("We do not know this layout, so nothing was added yet. Its columns: {headers}")
        st.html(upload.head(one.name) + upload.verdict("caution", told.format(headers=headers)))
        chosen = st.session_state.get(MAPPING) == one.number
        if chosen:
            self._mapping(one.number)
        with st.container(horizontal=True):
            if not chosen:
                st.button(
                    _("Say what its columns hold"), key=f"map_{one.number}", type="primary", icon=":material/rule:",
                    on_click=st.session_state.__setitem__, args=(MAPPING, one.number),
                )  # fmt: skip
            self._closing(one)

    @st.fragment
    def _mapping(self, number_of: int) -> None:
        """The mapping screen of a file."""
        settle()
        one = self.door.find(number_of)
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
            done=partial(self._mapped, one, seen.headers),
        )  # fmt: skip

    def _mapped(
        self, one: Delivery, headers: tuple[str, ...], kind: str, columns: dict[str, str], assume: dict[str, str], keep: bool
    ) -> None:
        """Read a file by the mapping laid down, and remember it for the next one like it."""
        templates = self.desk.workspace.kpi
        if keep:
            import_door.doing(lambda: templates.remember_template(headers, kind, columns, assume))
        else:
            import_door.doing(lambda: templates.forget_template(headers))
        st.session_state.pop(MAPPING, None)
        self.door.again(one.number, columns, assume | {"kind": kind})
        st.rerun()

    def _read(self, one: Delivery) -> None:
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
            self._closing(one)
        if opened == ACCOUNT:
            upload_report.details(report)
        elif opened == ASSUMED and one.readable:
            upload_report.assumptions(
                one.number, report, imported.mapping, one.assume, markets(self.desk), partial(self._assumed, one)
            )
        elif opened == COLUMNS and one.readable:
            self._mapping(one.number)

    def _assumed(self, one: Delivery, assume: dict[str, str]) -> None:
        """Read a file again with other assumptions."""
        self.door.again(one.number, one.mapping, assume)
        st.rerun()


def markets(desk: Desk) -> tuple[str, ...]:
    """Return the codes of the markets, by their names."""
    return tuple(sorted(desk.reference.markets, key=market_name))


def rejects(name: str, report: Any, key: str) -> None:
    """The rows set aside, to take away."""
    if report.rejects is not None and len(report.rejects):
        label = ngettext("Download {count} row set aside (CSV)", "Download {count} rows set aside (CSV)", len(report.rejects))
        st.download_button(
            label.format(count=number(len(report.rejects), 0)), partial(import_door.rejects_csv, report), mime="text/csv",
            file_name=import_door.rejects_name(name), key=f"rejects_{key}", icon=":material/download:", on_click="ignore",
        )  # fmt: skip
