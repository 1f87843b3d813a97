"""Takes tables and charts of the numbers away as files, each made when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd
import streamlit as st

from components.drawing import Drawing
from components.words import _, language, locale
from data.export.charts import chart_png, chart_svg
from data.export.names import filename
from data.export.spreadsheet import table_csv, table_xlsx
from pages.numbers import Numbers
from pages.take_away import speaking

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def bar(
    here: Numbers,
    stem: str,
    table: Callable[[], pd.DataFrame] | None = None,
    pictures: Mapping[str, Callable[[], Drawing]] | None = None,
) -> None:
    """Draw the downloads of one part of a page.

    stem: what the part is called in file names. table: makes its rows. pictures: by name, how to draw it for a file.
    """
    files: list[tuple[str, Callable[[], object], str, str, str]] = []
    if table is not None:
        files.append(("CSV", lambda: table_csv(table(), index=False), stem, "csv", "text/csv"))
        files.append(("XLSX", lambda: table_xlsx(table(), index=False, about=about(here)), stem, "xlsx", _XLSX))
    for name, draw in (pictures or {}).items():
        files.append(("PNG", lambda d=draw: chart_png(d().to_dict()), name, "png", "image/png"))
        files.append(("SVG", lambda d=draw: chart_svg(d().to_dict()), name, "svg", "image/svg+xml"))
    spoken, tag = language(), str(locale()).replace("_", "-")
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=f"lf-files-{stem}"):
        st.caption(_("Take away"), width="content")
        for label, make, name, extension, mime in files:
            titled = label if len(pictures or {}) < 2 or name == stem else f"{label} ({name})"
            st.download_button(
                titled, partial(speaking, spoken, tag, make), file_name=filename(name, extension, day=dt.date.today()),
                mime=mime, on_click="ignore", key=f"take_{name}_{extension}", type="tertiary",
            )  # fmt: skip


def about(here: Numbers) -> dict[str, object]:
    """Return the notes that go out with every table."""
    chosen = here.filters
    return {
        _("Period"): f"{chosen.period.start.isoformat()} – {chosen.period.end.isoformat()}",
        _("Markets"): list(chosen.markets) or _("All"),
        _("Channels"): list(chosen.channels) or _("All"),
        _("Currency"): chosen.currency,
        _("A day begins at midnight in"): chosen.zone,
        _("Sources"): list(here.coverage.sources),
    }
