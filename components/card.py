"""A card: a title, what it holds and a small note, as markup for ``st.html``."""

from html import escape


def card(title: str, inside: str, note: str = "", badge: str = "") -> str:
    """Return a card; ``inside`` and ``badge`` are markup, ``title`` and ``note`` text, escaped here."""
    head = f'<p class="lf-card-title">{escape(title)}</p>'
    if badge:
        head = f'<div class="lf-mk-top">{head}{badge}</div>'
    return f'<div class="lf-card">{head}{inside}{small(note) if note else ""}</div>'


def small(text: str) -> str:
    """Return a small line below what it explains."""
    return f'<p class="lf-mk-small">{escape(text)}</p>'


def gap(text: str) -> str:
    """Return a sentence that says what is missing."""
    return f'<p class="lf-gap">{escape(text)}</p>'


def listed(items: list[str], shape: str = "lf-mk-rows") -> str:
    """Return ready ``<li>`` items as a list of the given shape."""
    return f'<ul class="{shape}">{"".join(items)}</ul>'
