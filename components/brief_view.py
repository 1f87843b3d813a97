"""What the page of the market brief is drawn with: its style, the choice of market, and progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from components import frame, words
from components.words import _, list_text, market_name

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "brief.css").read_text(encoding="utf-8")
Made = TypeVar("Made")


def apply() -> None:
    """Put the shapes into the page; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def heading() -> None:
    """Draw the title and the sentence below it."""
    st.title(_("Market brief"), anchor=False)
    frame.lede(_("All that is known for one decision, on a page that you can print and act on."))


def told(shortlist: Sequence[str], left_out: int, shown: Sequence[str]) -> None:
    """Say which markets the briefs are on when there is no shortlist, or when it is too long."""
    if not shortlist:
        st.info(
            _(
                "Your shortlist is empty, so the leading markets stand in: {markets}. Put markets on the shortlist"
                " on the Matrix or Market page."
            ).format(markets=list_text([market_name(code) for code in shown])),
            icon=":material/bookmark_add:",
        )
    elif left_out:
        st.caption(_("A brief covers the first {count} markets of your shortlist.").format(count=len(shown)))


def nothing() -> None:
    """Say that there is nothing to report on, and what to do."""
    st.info(
        _("No market has a score to report on. Choose candidates on the Start page, or switch tables on again."),
        icon=":material/info:",
    )


def article(markup: str) -> None:
    """Draw a brief that was made into escaped markup."""
    st.html(markup)


def with_progress(codes: Sequence[str], make: Callable[[str], Made]) -> list[Made]:
    """Make something for each market, and say how far it is when that takes a while."""
    if len(codes) < 3:
        return [make(code) for code in codes]
    place = st.empty()
    made = []
    for n, code in enumerate(codes):
        text = _("Writing the brief on {market}, {number} of {count}").format(
            market=market_name(code), number=n + 1, count=len(codes)
        )
        place.progress(n / len(codes), text=text)
        made.append(make(code))
    place.empty()
    return made


def sheet_words() -> tuple[str, ...]:
    """Return the headings of the workbook: market, item, value, low, high, note, text."""
    return _("Market"), _("Item"), _("Value"), _("Low"), _("High"), _("Note"), _("Text")


def prepared(label: str, key: str) -> bool:
    """Draw the button that makes the files of the whole shortlist; say whether it was pressed."""
    return st.button(label, key=key, icon=":material/library_books:")
