"""Takes tables and charts of the numbers away as files, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd

from components.drawing import Drawing
from components.words import _
from frameworks.labels import N_
from pages import files
from pages.numbers import Numbers

PICTURES = {"map": N_("Map"), "markets": N_("Markets")}
"""What the pictures of a part with several are called."""


def bar(
    here: Numbers,
    stem: str,
    table: Callable[[], pd.DataFrame] | None = None,
    pictures: Mapping[str, Callable[[], Drawing]] | None = None,
) -> None:
    """Draw the downloads of one part of a page.

    stem: what the part is called in file names. table: makes its rows. pictures: by name, how to draw it for a file.
    """
    found = files.of_table(stem, table, partial(about, here)) if table is not None else []
    for name, draw in (pictures or {}).items():
        told = f" ({_(PICTURES[name])})" if len(pictures) > 1 else ""
        found += files.of_picture(name, draw, (f"PNG{told}", f"SVG{told}"))
    files.offer(found, key=f"lf-files-{stem}")


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
