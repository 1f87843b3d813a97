"""The team's notes on days: kept in the workspace, drawn on every trend."""

from __future__ import annotations

import datetime as dt

from components import kpi_notes
from components.words import said
from data.migrations import WorkspaceError
from pages.numbers import Numbers


def notes(here: Numbers) -> list[tuple[dt.date, str]]:
    """Return day and words of the notes that concern the markets on show."""
    chosen = here.filters.markets
    found = here.desk.workspace.kpi.annotations()
    return [(note.day, kpi_notes.told(note)) for note in found if not chosen or note.market in (None, *chosen)]


def editor(here: Numbers) -> None:
    """Draw the way to add and remove notes; inside a fragment."""
    kept = here.desk.workspace.kpi

    def added(day: dt.date, text: str, market: str | None) -> str:
        try:
            kept.annotate(day, text, market)
        except WorkspaceError as error:
            return said(error)
        return ""

    def dropped(number: int) -> str:
        try:
            kept.forget_annotation(number)
        except WorkspaceError as error:
            return said(error)
        return ""

    kpi_notes.editor(kept.annotations(), here.filters.period.end, here.coverage.markets, added, dropped)
