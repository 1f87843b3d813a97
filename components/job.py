"""Work in the background as the page shows it: how far it is, how long it takes, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components.sources import plain
from components.words import _, number, said, settle

EVERY_SECONDS = 0.7


def watched(works: Sequence[Any], draw: Callable[[Any], None]) -> None:
    """Draw work again and again while it runs; when any of it is over, the whole page is drawn anew.

    works: each a ``data.jobs.Job``, or something else that says whether it is ``running``.
    """

    def shown() -> None:
        settle()
        if not all(one.running for one in works):
            st.rerun()
        for one in works:
            draw(one)

    if works:
        st.fragment(shown, run_every=EVERY_SECONDS)()


def watch(job: Any, cancel: Callable[[], None]) -> None:
    """Draw a ``data.jobs.Job`` while it runs, with a way to stop it."""

    def bar(_job: Any) -> None:
        told = _("{done} of {total}, {seconds} s so far").format(
            done=number(job.done, 0), total=number(job.total, 0), seconds=number(job.seconds, 0)
        )
        with st.container(border=True, key=f"lf-job-{job.name}", gap="xsmall"):
            st.progress(job.share, text=told)
            st.button(
                _("Stopping …") if job.stopping else _("Stop"), key=f"job_stop_{job.name}", icon=":material/stop_circle:",
                type="tertiary", on_click=cancel, disabled=job.stopping,
            )  # fmt: skip

    watched([job], bar)


def awaited(job: Any, told: str) -> None:
    """Draw a line while a short job runs that nobody need stop."""
    watched([job], lambda _job: st.caption(told))


def failed(job: Any) -> None:
    """Say why a job failed; nothing where it did not."""
    if job is not None and job.error is not None:
        st.error(plain(said(job.error)), icon=":material/error:")
