"""Where a figure comes from and how sure we are: badges that every page uses.

A badge is HTML for ``st.html``; everything dynamic in it is escaped here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components.words import N_, _, percent

GRADES = {
    "A": N_("Firm: three or more culture models measured in both countries, with recent surveys."),
    "B": N_("Fair: two culture models measured in both countries, or more without recent surveys."),
    "C": N_("Thin: a single model, a stand-in or estimate, or parts of the score are missing."),
    "D": N_("None: no culture model knows both countries, so there is no affinity."),
}
"""What the confidence in an affinity means, by grade."""

COMMERCIAL = {
    "open": N_("free for commercial use"),
    "ask": N_("commercial use by permission"),
    "barred": N_("no commercial use"),
    "unclear": N_("commercial use unclear"),
    "mixed": N_("commercial use differs by part"),
}
"""Whether a licence lets a business use the figures."""

BASES = {
    "measured": N_("measured"),
    "stand_in": N_("stand-in"),
    "estimate": N_("estimate"),
    "licensed": N_("licensed"),
    "own": N_("your team's view"),
}
_BASIS_HELP = {
    "stand_in": N_("A sample of part of the country stands in for the whole."),
    "estimate": N_("Estimated by the authors' country tool, not measured."),
    "licensed": N_("From the licensed scores that your team loaded."),
    "own": N_("Your team's own answers for at least one of the two; our questions are not validated."),
}


@dataclass(frozen=True)
class Source:
    """Who published a figure and under which terms.

    edition: year or edition as text. commercial: key of ``COMMERCIAL``, "" where unknown.
    limits:  one sentence each, in English; translated when shown.
    """

    producer: str
    edition: str = ""
    licence: str = ""
    commercial: str = ""
    title: str = ""
    limits: tuple[str, ...] = ()

    @classmethod
    def of(cls, info: Any) -> Source:
        """Return the source of a reference table from its description (``data.catalog.TableInfo``)."""
        return cls(info.producer, str(info.year), info.licence, info.commercial, info.title, tuple(info.limits))


def grade_words(letter: str) -> str:
    """Return what a confidence of A to D means, in one sentence; "" for anything else."""
    return _(GRADES.get(letter, ""))


def grade(letter: str) -> str:
    """Return the badge of a confidence A to D, explained to pointer and screen reader; "" for none."""
    if letter not in GRADES:
        return ""
    label = _("Confidence {grade}. {meaning}").format(grade=letter, meaning=grade_words(letter))
    return (
        f'<span class="lf-grade lf-grade-{letter.lower()}" role="img" title="{escape(label)}"'
        f' aria-label="{escape(label)}">{letter}</span>'
    )


def chance(share: float) -> str:
    """Return a share of simulated draws (0-1) as per cent; never 0 % or 100 % for what draws cannot rule out."""
    if 0 <= share < 0.005:
        return _("under {share}").format(share=percent(0.01))
    if 0.995 < share <= 1:
        return _("over {share}").format(share=percent(0.99))
    return percent(share)


def commercial_words(commercial: str) -> str:
    """Return what a licence lets a business do, in a few words."""
    return _(COMMERCIAL.get(commercial, ""))


def basis_chip(basis: str) -> str:
    """Return a chip that marks a stand-in, an estimate or numbers of the team's own; "" for what was measured."""
    if basis not in _BASIS_HELP:
        return ""
    return f'<span class="lf-chip" title="{escape(_(_BASIS_HELP[basis]))}">{escape(_(BASES[basis]))}</span>'


def line(source: Source, *, year: int | str | None = None, letter: str = "") -> str:
    """Return one line that names a source: producer, year, licence, commercial use, confidence.

    year: year of the figure itself where it differs from the edition.
    letter: confidence A to D, where one is given.
    """
    parts = [source.producer, source.edition]
    if year is not None and str(year) != source.edition:
        parts.append(_("figure of {year}").format(year=year))
    parts += [_(source.licence), commercial_words(source.commercial)]
    text = " · ".join(escape(part) for part in parts if part)
    title = f"<strong>{escape(_(source.title))}</strong> " if source.title else ""
    badge = f" {grade(letter)}" if letter else ""
    return f'<p class="lf-source">{title}{text}{badge}</p>'


def in_rows(rows: pd.DataFrame) -> list[Source]:
    """Return the distinct sources of rows with ``producer``, ``edition``, ``licence``, ``commercial``."""
    known = rows[rows["producer"].astype(bool)]
    columns = ["producer", "edition", "licence", "commercial"]
    return [Source(*row) for row in known[columns].drop_duplicates().itertuples(index=False)]


def show(sources: Iterable[Source], label: str = "", *, expanded: bool = False) -> None:
    """Draw an expander that lists sources with their limits; nothing when there are none."""
    listed = list(sources)
    if not listed:
        return
    with st.expander(label or _("Sources and licences"), expanded=expanded, icon=":material/menu_book:"):
        st.html("".join(line(source) + _limits(source) for source in listed))


def _limits(source: Source) -> str:
    items = "".join(f"<li>{escape(_(limit))}</li>" for limit in source.limits)
    return f'<ul class="lf-source">{items}</ul>' if items else ""
