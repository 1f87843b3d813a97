"""Offers files to take away; each is made, in the visitor's language, when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from components.drawing import Drawing
from components.words import _, language, locale, using
from data.export.charts import chart_png, chart_svg
from data.export.names import filename
from data.export.spreadsheet import table_csv, table_xlsx

_MIME = {
    "csv": "text/csv", "html": "text/html", "ics": "text/calendar", "json": "application/json",
    "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}  # fmt: skip


@dataclass(frozen=True)
class File:
    """A file on offer: what its button says, how it is made, the stem of its name and its kind (``csv``, ``png`` …)."""

    label: str
    make: Callable[[], object]
    stem: str
    kind: str


def of_table(
    stem: str, table: Callable[[], pd.DataFrame], about: Callable[[], Mapping[str, object]] | None = None,
    labels: tuple[str, str] = ("CSV", "XLSX"),
) -> list[File]:  # fmt: skip
    """Return a table as CSV and XLSX. about: makes the notes of the workbook's second sheet."""
    return [
        File(labels[0], lambda: table_csv(table(), index=False), stem, "csv"),
        File(labels[1], lambda: table_xlsx(table(), index=False, about=about() if about else None), stem, "xlsx"),
    ]


def of_picture(stem: str, draw: Callable[[], Drawing], labels: tuple[str, str] = ("PNG", "SVG")) -> list[File]:
    """Return a chart as PNG and SVG. draw: draws it for a file."""
    return [
        File(labels[0], lambda: chart_png(draw().to_dict()), stem, "png"),
        File(labels[1], lambda: chart_svg(draw().to_dict()), stem, "svg"),
    ]


def offer(files: Sequence[File], *parts: str, key: str | None = None) -> None:
    """Draw the buttons in a row. parts: what stands in every name after the stem, the home market say."""
    spoken, tag, today = language(), str(locale()).replace("_", "-"), dt.date.today()
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=key):
        st.caption(_("Take away"), width="content")
        for file in files:
            st.download_button(
                file.label, partial(_speaking, spoken, tag, file.make), mime=_MIME[file.kind], on_click="ignore",
                file_name=filename(file.stem, file.kind, *parts, day=today), type="tertiary",
                key=f"take_{file.stem}_{file.kind}", icon=":material/download:",
            )  # fmt: skip


def _speaking(spoken: str, tag: str, make: Callable[[], object]) -> object:
    """Make a file in a language; downloads are made outside the session that knows it."""
    with using(spoken, tag):
        return make()
