"""Words and small marks of the Segments page: letters in their colours, names of methods, why a market is left out."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components import theme, words
from components.words import _, list_text, market_name, ngettext, number
from frameworks.culture.scores import MODELS
from frameworks.culture.segments.choice import Choice
from frameworks.culture.segments.segmentation import LETTERS, Segmentation
from frameworks.culture.segments.stability import PATTERN, STABLE

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "segments.css").read_text(encoding="utf-8")


def apply() -> None:
    """Put the page's style sheet in place."""
    st.html(f"<style>{STYLESHEET}</style>")


def colour(letter: str, colours: theme.Palette | None = None) -> str:
    """Return the colour of a segment; the letter always stands with it."""
    shades = (colours or theme.palette()).categorical
    return shades[LETTERS.index(letter) % len(shades)] if letter in LETTERS else shades[-1]


def chip(letter: str) -> str:
    """Return a segment's letter in its colour as markup."""
    return f'<span class="lf-seg" style="--seg:{colour(letter)}">{escape(letter[:2])}</span>'


def models(keys: Sequence[str]) -> str:
    """Return the titles of models as a list."""
    return list_text([MODELS[key].title for key in keys]) if keys else _("none")


def title(made: Segmentation, letter: str) -> str:
    """Return what to call a segment that nobody has named."""
    return _("Segment {letter}, around {market}").format(letter=letter, market=market_name(made.centres[letter]))


def member(made: Segmentation, code: str) -> str:
    """Return a market's name, with the two segments it stands between."""
    row = made.frame.loc[code]
    if not row["between"] or not row["second"]:
        return market_name(code)
    return _("{market} (between {one} and {other})").format(
        market=market_name(code), one=row["segment"], other=row["second"])  # fmt: skip


def left_out(reason: str, known: Sequence[str]) -> str:
    """Return why a market is in no segment."""
    told = {
        "unknown": _("no chosen model has scores"),
        "few": _("only {models}: half of the chosen models or fewer"),
        "gaps": _("a score is missing, and Ward’s method needs all"),
        "apart": _("shares too few dimensions with the others"),
    }
    return told[reason].format(models=models(known))


def firmness(value: float) -> str:
    """Return how steady a segment is, in words and a figure."""
    if value != value:
        return _("not checked")
    word = _("stable") if value >= STABLE else _("a pattern, not firm") if value >= PATTERN else _("unsteady")
    return _("{word} ({share})").format(word=word, share=number(value, 2))


def why(choice: Choice) -> str:
    """Return why this number of segments is suggested."""
    best = next(c for c in choice.candidates if c.k == choice.k)
    figures = _("mean silhouette {silhouette}, stability {stability}").format(
        silhouette=number(best.silhouette, 2), stability=number(best.stability, 2))  # fmt: skip
    told = {
        "carried": _(
            "Suggested: {k}, the best separated number above two that returns when the evidence is drawn again ({figures})."
        ),
        "two": _("Suggested: {k}. Only two segments return when the evidence is drawn again ({figures}); more would be guesswork."),
        "none": _(
            "Suggested: {k}, the best separated, but no number of segments returns steadily ({figures}). Take it as a sketch."
        ),
    }
    return told[choice.reason].format(k=choice.k, figures=figures)


def headline(made: Segmentation) -> str:
    """Return what was found in one line."""
    firm, every = int((~made.frame["between"]).sum()), len(made.frame)
    found = ngettext("{count} segment", "{count} segments", len(made.letters)).format(count=len(made.letters))
    return _("{found} of {markets} markets; {firm} sit firmly, {between} stand between two.").format(
        found=found, markets=every, firm=firm, between=every - firm)  # fmt: skip


def structure(made: Segmentation) -> str:
    """Return how clearly the markets fall into groups at all (Kaufman & Rousseeuw 1990, table 4)."""
    value = made.silhouette
    told = (
        _("Mean silhouette {value}: no clear-cut groups, the borders are drawn through a continuum. Use them to order your work.")
        if value <= 0.25
        else _("Mean silhouette {value}: weak groups that may be artificial.")
        if value <= 0.5
        else _("Mean silhouette {value}: a reasonable structure.")
        if value <= 0.7
        else _("Mean silhouette {value}: a strong structure.")
    )
    return told.format(value=number(value, 2))


def key(made: Segmentation, names: dict[str, str]) -> str:
    """Return the key of the map and the tree: letter, name and number of markets, as markup."""
    parts = []
    for letter in made.letters:
        count = ngettext("{count} market", "{count} markets", len(made.members(letter))).format(count=len(made.members(letter)))
        parts.append(f'<span class="lf-seg-one">{chip(letter)} {escape(names[letter])} · {escape(count)}</span>')
    parts.append(f'<span class="lf-seg-small">{escape(_("Pale, with a question mark: stands between two segments."))}</span>')
    return f'<div class="lf-seg-key">{"".join(parts)}</div>'
