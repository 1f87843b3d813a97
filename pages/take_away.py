"""Take the result away: ranking, chart, scenario; shared by the pages that show one."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable

import pandas as pd
import streamlit as st

from components import ranking
from components.words import _, language, using
from data.catalog import infos
from data.export.charts import chart_png, chart_svg
from data.export.names import filename
from data.export.spreadsheet import table_csv, table_xlsx
from frameworks.scoring.scenario import package
from frameworks.weights import CRITERIA
from pages.desk import Desk


def digest(frame: pd.DataFrame) -> str:
    """Return a short digest of a ranking: markets in order with both scores."""
    rows = [[code, *map(str, row)] for code, row in zip(frame.index, frame[["affinity", "potential"]].to_numpy(), strict=True)]
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
        "Home market": desk.scenario.home,
        "Languages served": list(desk.scenario.languages),
        "Weights": {name: weights[name] for name in (*CRITERIA, "balance")},
        "Affinity cut": scoring.cuts.affinity,
        "Potential cut": scoring.cuts.potential,
        "Data version": desk.reference.version,
        "Fingerprint": desk.fingerprint,
        "Note": "Averages of countries, with bands; most variation in values lies within countries.",
        "Sources and licences": licences,
    }


def bar(desk: Desk, shown: pd.DataFrame, pictures: dict[str, Callable[[], object]]) -> None:
    """Draw the downloads: each file is made when it is asked for.

    pictures: charts by name, each a function that draws it for a picture.
    """
    home, today, spoken = desk.scenario.home, dt.date.today(), language()

    def named(stem: str, extension: str) -> str:
        return filename(stem, extension, home, day=today)

    def picture(draw: Callable[[], object], render: Callable[[dict], object]) -> Callable[[], object]:
        def make() -> object:
            with using(spoken):
                return render(draw().to_dict())  # type: ignore[attr-defined]

        return make

    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("Take away"), width="content")
        _file(_("Ranking CSV"), lambda: table_csv(ranking.for_export(shown), index=False), named("ranking", "csv"), "text/csv")
        _file(
            _("Ranking XLSX"), lambda: table_xlsx(ranking.for_export(shown), index=False, about=about(desk)),
            named("ranking", "xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )  # fmt: skip
        for name, draw in pictures.items():
            _file(_("Chart PNG"), picture(draw, chart_png), named(name, "png"), "image/png")
            _file(_("Chart SVG"), picture(draw, chart_svg), named(name, "svg"), "image/svg+xml")
        _file(
            _("Scenario JSON"), lambda: package(desk.scenario, desk.reference.version, digest(desk.scoring.frame)),
            named("scenario", "json"), "application/json",
        )  # fmt: skip


def _file(label: str, make: Callable[[], object], name: str, mime: str) -> None:
    st.download_button(
        label, make, file_name=name, mime=mime, on_click="ignore", key=f"take_{name.rsplit('.')[-1]}_{name.split('-')[1]}",
        icon=":material/download:", type="tertiary",
    )  # fmt: skip
