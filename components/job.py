"""Work in the background as the page shows it: how far it is, how long it takes, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.sources import plain
from components.words import _, number, said, settle

EVERY_SECONDS = 0.7


def watch(job: Any, cancel: Callable[[], None]) -> None:
    """Draw a ``data.jobs.Job`` while it runs; when it is over, the whole page is drawn anew."""

    def shown() -> None:
        settle()
        if not job.running:
            st.rerun()
        told = _("{done} of {total}, {seconds} s so far").format(
            done=number(job.done, 0), total=number(job.total, 0), seconds=number(job.seconds, 0)
        )
        with st.container(border=True, key=f"lf-job-{job.name}", gap="xsmall"):
            st.progress(job.share, text=told)
            st.button(
                _("Stopping …") if job.stopping else _("Stop"), key=f"job_stop_{job.name}", icon=":material/stop_circle:",
                type="tertiary", on_click=cancel, disabled=job.stopping,
            )  # fmt: skip

    st.fragment(shown, run_every=EVERY_SECONDS if job.running else None)()


def awaited(job: Any, told: str) -> None:
    """Draw a line while a short job runs that nobody need stop; when it is over, the whole page is drawn anew."""

    def shown() -> None:
        settle()
        if not job.running:
            st.rerun()
        st.caption(told)

    st.fragment(shown, run_every=EVERY_SECONDS if job.running else None)()


def failed(job: Any) -> None:
    """Say why a job failed; nothing where it did not."""
    if job is not None and job.error is not None:
        st.error(plain(said(job.error)), icon=":material/error:")
