"""Take the result away: ranking, chart, scenario; shared by the pages that show one."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from components import ranking
from components.drawing import Drawing
from components.words import _, language, locale, using
from data.catalog import infos
from data.export.charts import chart_png, chart_svg
from data.export.names import filename
from data.export.spreadsheet import table_csv, table_xlsx
from frameworks.scoring.scenario import package
from frameworks.weights import CRITERIA
from pages.desk import Desk

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def digest(frame: pd.DataFrame) -> str:
    """Return a short digest of a ranking: markets in order with both scores."""
    scores = frame[["affinity", "potential"]].to_numpy(float)
    rows = [[code, *map(str, row)] for code, row in zip(frame.index, scores, strict=True)]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:16]


def about(desk: Desk) -> dict[str, object]:
    """Return the notes that go out with every ranking."""
    scoring = desk.scoring
    licences = [
        f"{info.title}: {info.licence} ({info.citation})"
        for name, info in infos().items() if name not in desk.reference.off
    ]  # fmt: skip
    weights = desk.scenario.weights.flat()
    return {
        _("Home market"): desk.scenario.home,
        _("Languages served"): list(desk.scenario.languages),
        _("Weights"): {name: weights[name] for name in (*CRITERIA, "balance")},
        _("Affinity cut"): scoring.cuts.affinity,
        _("Potential cut"): scoring.cuts.potential,
        _("Data version"): desk.reference.version,
        _("Fingerprint"): desk.fingerprint,
        _("Note"): _("Averages of countries, with bands; most variation in values lies within countries."),
        _("Sources and licences"): licences,
    }


def bar(desk: Desk, shown: pd.DataFrame, pictures: dict[str, Callable[[], Drawing]]) -> None:
    """Draw the downloads: each file is made, in the visitor's language, when it is asked for.

    pictures: charts by name, each a function that draws it for a picture.
    """
    home, today = desk.scenario.home, dt.date.today()
    table = partial(ranking.for_export, shown)
    files: list[tuple[str, Callable[[], object], str, str, str]] = [
        (_("Ranking CSV"), lambda: table_csv(table(), index=False), "ranking", "csv", "text/csv"),
        (_("Ranking XLSX"), lambda: table_xlsx(table(), index=False, about=about(desk)), "ranking", "xlsx", _XLSX),
    ]
    for name, draw in pictures.items():
        files.append((_("Chart PNG"), lambda d=draw: chart_png(d().to_dict()), name, "png", "image/png"))
        files.append((_("Chart SVG"), lambda d=draw: chart_svg(d().to_dict()), name, "svg", "image/svg+xml"))
    version, result = desk.reference.version, digest(desk.scoring.frame)
    files.append((_("Scenario JSON"), lambda: package(desk.scenario, version, result), "scenario", "json", "application/json"))
    spoken, tag = language(), str(locale()).replace("_", "-")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("Take away"), width="content")
        for label, make, stem, extension, mime in files:
            st.download_button(
                label, partial(speaking, spoken, tag, make), file_name=filename(stem, extension, home, day=today),
                mime=mime, on_click="ignore", key=f"take_{stem}_{extension}", icon=":material/download:", type="tertiary",
            )  # fmt: skip


def speaking(spoken: str, tag: str, make: Callable[[], object]) -> object:
    """Make a file in a language; downloads are made outside the session that knows it."""
    with using(spoken, tag):
        return make()
