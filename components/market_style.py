"""Shapes that only the Market page needs; colours come from the theme."""

import streamlit as st

from components import words

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "market.css").read_text(encoding="utf-8")


def apply() -> None:
    """Put the shapes into the page; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")
