"""Take the result away: ranking, chart, scenario; shared by the pages that show one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import partial

import pandas as pd

from components import ranking
from components.drawing import Drawing
from components.words import _
from data.catalog import infos
from frameworks.scoring.scenario import package
from frameworks.weights import CRITERIA
from pages import files
from pages.desk import Desk


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
    version, result = desk.reference.version, digest(desk.scoring.frame)
    found = files.of_table(
        "ranking", partial(ranking.for_export, shown), partial(about, desk), (_("Ranking CSV"), _("Ranking XLSX"))
    )
    for name, draw in pictures.items():
        found += files.of_picture(name, draw, (_("Chart PNG"), _("Chart SVG")))
    found.append(
        files.File(_("Scenario JSON"), lambda: package(desk.scenario, version, result), "scenario", "json")
    )
    files.offer(found, desk.scenario.home)
