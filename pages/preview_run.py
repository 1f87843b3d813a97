"""A run through many documents out of sight: measures them, draws pictures of them, can be stopped at any time.

The browser does the work, a few documents at a time; each answer of it starts the next step.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st
from streamlit.errors import StreamlitAPIException

from components.preview_frame import draw
from components.preview_picture import Assembly
from components.preview_view import REFUSALS, frame_name, scene_name, spoken_name
from components.words import _, ngettext, number
from data.export.names import filename
from data.studio.layout import Layout
from frameworks.labels import Sentence
from pages.preview_work import Job, Made, Maker, keep

RUN, DONE = "lf_preview_run", "lf_preview_done"
ABREAST = 8
"""Documents measured at once."""
MOST_BYTES = 150 * 1024 * 1024
"""Pictures of one run at most; what comes after is left out and said."""


@dataclass
class Run:
    """A run and how far it is.

    over, other: texts that do not fit: translations, and others, which are not kept.
    files: pictures by name. left: documents that could not be made or drawn. batch: under way, of ``span`` jobs.
    """

    todo: tuple[Job, ...]
    pictures: bool
    at: int = 0
    texts: int = 0
    over: int = 0
    other: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    left: int = 0
    refused: str = ""
    cancelled: bool = False
    batch: tuple[Made, ...] = ()
    span: int = 0
    kept: bool = False
    assembly: Assembly | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing is left to do."""
        return self.cancelled or self.refused == "refused" or self.at >= len(self.todo)


def begin(todo: Sequence[Job], *, pictures: bool) -> None:
    """Start a run; a former one and its pictures are forgotten."""
    st.session_state.pop(DONE, None)
    st.session_state[RUN] = Run(tuple(todo), pictures)


def running() -> bool:
    """Say whether a run is under way."""
    return RUN in st.session_state


def cancel() -> None:
    """Stop the run; what it has found and drawn until now holds."""
    if running():
        st.session_state[RUN].cancelled = True


def go_on(maker: Maker, layout: Layout, title: Callable[[Job], str]) -> None:
    """Draw how far the run is and do its next step; at its end the whole page is drawn anew."""
    run: Run | None = st.session_state.get(RUN)
    if run is None:
        return
    if run.ended:
        st.session_state[DONE] = st.session_state.pop(RUN)
        st.rerun()
    share = run.at / max(1, len(run.todo))
    told = _("{done} of {total} documents").format(done=number(run.at, 0), total=number(len(run.todo), 0))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(share, text=told)
        st.button(_("Cancel"), key="preview_cancel", icon=":material/close:", on_click=cancel)
    if not run.batch:
        run.batch = _batch(run, maker, title)
        if not run.batch:
            run.at += run.span
            _again()
    answer = draw(
        [made.sheet for made in run.batch], key="preview_run", ask=run.assembly.ask if run.assembly else None, hidden=True
    )
    if run.assembly is not None and answer.piece is not None:
        asked = run.assembly.ask
        run.assembly.take(answer.piece)
        if run.assembly.ask not in (None, asked):
            _again()
    if answer.measured is None:
        return
    if not run.kept:
        for made in run.batch:
            found = answer.measured.sheets[made.sheet.id]
            keep(layout, made, found)
            run.left += found.failed
            run.texts += len(made.sheet.keys)
            over = sum(key in made.texts for key, _overrun in found.over)
            run.over, run.other = run.over + over, run.other + len(found.over) - over
        run.kept = True
    if run.assembly is not None and run.assembly.ask is not None:
        return  # the picture is still to come
    if run.assembly is not None:
        _picture(run)
    run.at += run.span
    run.batch, run.kept, run.assembly = (), False, None
    _again()


def _batch(run: Run, maker: Maker, title: Callable[[Job], str]) -> tuple[Made, ...]:
    """Make the next documents; those that cannot be made are counted and passed by."""
    run.span = 1 if run.pictures else ABREAST
    made = []
    for job in run.todo[run.at : run.at + run.span]:
        try:
            made.append(maker.made(job, title(job)))
        except Sentence:
            run.left += 1
    if made and run.pictures:
        run.assembly = Assembly(run.at, made[0].sheet.id, made[0].sheet.mark)
    return tuple(made)


def _picture(run: Run) -> None:
    assembly, made = run.assembly, run.batch[0]
    assert assembly is not None
    data = assembly.png
    if data is None or sum(map(len, run.files.values())) + len(data) > MOST_BYTES:
        run.left += 1
        run.refused = assembly.refused or run.refused or "failed"
        return
    run.files[name(made.job, "png")] = data


def _again() -> None:
    """Run this part of the page once more; the whole page where it is being drawn as a whole."""
    try:
        st.rerun(scope="fragment")
    except StreamlitAPIException:
        st.rerun()


def name(job: Job, extension: str) -> str:
    """Return the name of a document's file, such as ``landfall-preview-de-deu-checkout-phone.png``."""
    part = str(job.part + 1) if job.part else ""
    return filename("preview", extension, job.view.locale, job.view.market, job.kind, job.frame, part)


def documents(todo: Sequence[Job], maker: Maker, title: Callable[[Job], str]) -> dict[str, bytes]:
    """Return the HTML documents by file name; those that cannot be made are left out."""
    made: dict[str, bytes] = {}
    for job in todo:
        try:
            made[name(job, "html")] = maker.made(job, title(job)).sheet.html.encode()
        except Sentence:
            continue
    return made


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP archive; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(files):
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), files[path], zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def outcome(run: Run) -> None:
    """Tell what a run came to."""
    parts = [_("{done} of {total} documents").format(done=number(min(run.at, len(run.todo)), 0), total=number(len(run.todo), 0))]
    parts.append(ngettext("{count} text does not fit", "{count} texts do not fit", run.over).format(count=number(run.over, 0)))
    if run.other:
        parts.append(_("{count} more without a translation or made up").format(count=number(run.other, 0)))
    if run.pictures:
        parts.append(ngettext("{count} picture", "{count} pictures", len(run.files)).format(count=number(len(run.files), 0)))
    if run.left:
        parts.append(_("{count} left out").format(count=number(run.left, 0)))
    told = " · ".join(parts)
    if run.cancelled:
        st.info(_("Cancelled; what was done until then holds. {told}").format(told=told), icon=":material/cancel:")
    else:
        st.success(told, icon=":material/task_alt:")
    if run.refused:
        st.warning(_(REFUSALS[run.refused]), icon=":material/no_photography:")


def title_of(job: Job, market: str) -> str:
    """Return the heading of a document: language, market, surface and frame."""
    return " · ".join((spoken_name(job.view.locale), market, scene_name(job.kind), frame_name(job.frame)))
