"""Small pieces that every page draws alike."""

from __future__ import annotations

from html import escape

import streamlit as st


def lede(sentence: str) -> None:
    """Draw the sentence under a page's title."""
    st.html(f'<p class="lf-lede">{escape(sentence)}</p>')


def note(sentence: str) -> None:
    """Draw a standing note."""
    st.html(f'<p class="lf-note">{escape(sentence)}</p>')


def eyebrow(text: str) -> None:
    """Draw the small line above a heading."""
    st.html(f'<p class="lf-eyebrow">{escape(text)}</p>')
