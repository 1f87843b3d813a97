"""A piece of advice on culture in words: what it rests on, what it cites, and how sure it is."""

from __future__ import annotations

from html import escape

from components.words import _, list_text, said, source_text
from frameworks.culture.guidance import STRENGTH_NAMES, Advice


def cited(one: Advice) -> str:
    """Return the works an advice cites with the kind of evidence."""
    works = list_text([source_text(work.source) for work in one.works])
    return f"{works} ({_(STRENGTH_NAMES[one.strength])})"


def marks(one: Advice) -> list[str]:
    """Return the warnings that an advice carries."""
    return ([_("contested")] if one.contested else []) + ([] if one.checked else [_("not checked")])


def because(one: Advice) -> str:
    """Return the dimension an advice rests on, with where it lies; "" for what holds everywhere."""
    if one.contrast is not None:
        return _("{dimension}: {home} at home, {market} there").format(
            dimension=_(one.contrast.name), home=said(one.contrast.home), market=said(one.contrast.market)
        )
    if one.gap is None:
        return ""
    way = _("{dimension}, higher than at home") if one.gap.size > 0 else _("{dimension}, lower than at home")
    return way.format(dimension=_(one.gap.dimension.name))


def citation(one: Advice) -> str:
    """Return all that backs an advice as one line of text."""
    return "; ".join(filter(None, (cited(one), *marks(one), because(one))))


def chips(one: Advice) -> str:
    """Return evidence and warnings as chips; markup, escaped."""
    found = [f'<span class="lf-chip">{escape(_(STRENGTH_NAMES[one.strength]))}</span>']
    found += [f'<span class="lf-chip lf-gd-mark">{escape(mark)}</span>' for mark in marks(one)]
    return f'<p class="lf-gd-chips">{"".join(found)}</p>'


def works(one: Advice) -> str:
    """Return the works with their titles; markup, escaped."""
    return "; ".join(
        escape(source_text(work.source)) if work.year is None
        else f'<span title="{escape(work.reference)}">{escape(work.source)}</span>'
        for work in one.works
    )  # fmt: skip


def backing(one: Advice) -> str:
    """Return the line under an advice: because of what, by whom; markup, escaped."""
    why = because(one)
    parts = [escape(_("because of {why}").format(why=why))] if why else []
    return f'<p class="lf-gd-why">{" · ".join([*parts, works(one)])}</p>'
