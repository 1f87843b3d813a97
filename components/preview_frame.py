"""Draws HTML documents in frames that can run nothing, side by side, and returns what the browser measured in them.

The documents stand in ``<iframe sandbox="allow-same-origin" srcdoc>``: without ``allow-scripts`` nothing in them runs,
and the page's own policy keeps them from loading anything. They are measured from outside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components import words
from components.preview_measured import Measured, Sheet, measured, stamp

MOST_SHEETS = 8
_STATIC = words.LOCALE_DIR.parents[1] / "static"
SCRIPT = "\n".join(
    (_STATIC / f"preview_{part}.js").read_text(encoding="utf-8") for part in ("measure", "glyphs", "picture", "frame")
)
_STYLE = (_STATIC / "preview_frame.css").read_text(encoding="utf-8")
_draw = st.components.v2.component("landfall.preview", css=_STYLE, js=SCRIPT)

__all__ = ["MOST_SHEETS", "SCRIPT", "Answer", "Measured", "Sheet", "draw", "payload", "show"]


@dataclass(frozen=True)
class Answer:
    """What came back. measured: None until the browser has. piece: of a picture asked for, unchecked."""

    measured: Measured | None = None
    piece: Any = None


def show(sheets: Sequence[Sheet], *, key: str) -> Measured | None:
    """Draw documents side by side; return what was measured, None until it has been."""
    return draw(sheets, key=key).measured


def draw(sheets: Sequence[Sheet], *, key: str, ask: Mapping[str, Any] | None = None, hidden: bool = False) -> Answer:
    """Draw documents, or measure them out of sight; ask: for a piece of a picture (``preview_picture``)."""
    sheets = sheets[:MOST_SHEETS]
    told = _draw(key=key, data=payload(sheets, ask, hidden), on_measured_change=_nothing, on_piece_change=_nothing)
    return Answer(measured(told.get("measured"), sheets), told.get("piece"))


def payload(sheets: Sequence[Sheet], ask: Mapping[str, Any] | None = None, hidden: bool = False) -> dict[str, Any]:
    """Return what the browser is given."""
    return {
        "stamp": stamp(sheets), "hidden": hidden, "ask": dict(ask) if ask else None,
        "sheets": [
            {"id": sheet.id, "title": sheet.title, "html": sheet.html, "width": sheet.width, "lang": sheet.lang,
             "mark": sheet.mark}
            for sheet in sheets
        ],
    }  # fmt: skip


def _nothing() -> None:
    """A component's answer has to have someone who takes it; what it says is read where it is drawn."""
