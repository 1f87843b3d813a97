"""Marks words of the team's own that read like a trait of persons, with what to write instead."""

from __future__ import annotations

from html import escape

from components.words import _, said
from frameworks.culture.phrasing import trait_of_persons


def items(text: str) -> list[str]:
    """Return what is marked in an English text as ready ``<li>`` items; none where nothing is."""
    return [
        f'<li><p><b>{escape(said(one.message))}</b></p><p class="lf-muted">{escape(_(one.suggestion))}</p></li>'
        for one in trait_of_persons(text)
    ]


def hint(text: str) -> str:
    """Return a line to stand under the team's own words; "" where nothing is marked. Markup, escaped."""
    found = trait_of_persons(text)
    if not found:
        return ""
    told = f"{said(found[0].message)} {_(found[0].suggestion)}"
    return f'<p class="lf-phrased" role="note"><span aria-hidden="true">⚠ </span>{escape(told)}</p>'
