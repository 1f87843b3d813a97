"""One card for each segment: its markets, what they share on average, where they differ, how a message could start."""

from __future__ import annotations

from html import escape

import streamlit as st

from components.market_links import RELIGIONS
from components.segment_words import chip, colour, firmness, member
from components.words import MISSING, _, language_name, list_text, market_name, ngettext, number
from frameworks.culture.scores import MODELS
from frameworks.culture.segments.portrait import Portrait, Trait
from frameworks.culture.segments.segmentation import Segmentation

_SHARED, _DIFFERS, _NAMED = 5, 3, 6


def card(made: Segmentation, letter: str, found: Portrait, name: str) -> None:
    """Draw a segment."""
    codes = made.members(letter)
    count = ngettext("{count} market", "{count} markets", len(codes)).format(count=len(codes))
    steady = firmness(made.stability.get(letter, float("nan")))
    facts = _("{count}; most central: {market}; steadiness: {steady}").format(
        count=count, market=market_name(made.centres[letter]), steady=steady)  # fmt: skip
    members = list_text([member(made, code) for code in sorted(codes, key=market_name)])
    parts = [
        _list(_("What they share, on average"), [_shared(t) for t in found.shared[:_SHARED]], _("No dimension on which three"
            " quarters of them lie half a standard deviation off the world’s mean: the middle of the field.")),
        _list(_("What differs inside"), [*(_differs(t) for t in found.differs[:_DIFFERS]), *_beside(found)],
              _("Too few members with scores to tell.")),
    ]  # fmt: skip
    st.html(
        f'<article class="lf-seg-card" style="--seg:{colour(letter)}"><div class="lf-seg-head">{chip(letter)}'
        f"<h3>{escape(name)}</h3></div><small>{escape(facts)}</small><p>{escape(members)}</p>"
        f'<div class="lf-seg-cols">{"".join(parts)}</div><h4>{escape(_("A shared message could start from"))}</h4>'
        f"<p>{escape(message(found))}</p></article>"
    )


def message(found: Portrait) -> str:
    """Return a sentence that a shared message can start from, built from the strongest uncontested dimensions."""
    told = [t for t in found.shared if not t.dimension.contested][:2]
    if not told:
        return _("On average these markets lie in the middle on most scales, so nothing speaks for one shared appeal. Start from"
                 " your product and test market by market.")  # fmt: skip
    leans = list_text([_("“{pole}” ({dimension})").format(pole=_(t.pole), dimension=_(t.dimension.name)) for t in told])
    hints = " ".join(_(t.advice) for t in told)
    start = _("On average these markets lean towards {leans}. {hints} A tendency of averages: test it before you rely on it.")
    return start.format(leans=leans, hints=hints)


def _list(title: str, items: list[str], nothing: str) -> str:
    rows = "".join(f"<li>{item}</li>" for item in items)
    inside = f"<ul>{rows}</ul>" if items else f'<p class="lf-gap">{escape(nothing)}</p>'
    return f"<div><h4>{escape(title)}</h4>{inside}</div>"


def _shared(trait: Trait) -> str:
    tag = f' <span class="lf-tag">{escape(_("contested"))}</span>' if trait.dimension.contested else ""
    size = _("{model}: {mean} standard deviations off the world’s mean").format(
        model=MODELS[trait.model].title, mean=number(abs(trait.mean), 1))  # fmt: skip
    pole, name = _(trait.pole), _(trait.dimension.name)
    beside = "" if name.casefold().startswith(pole.casefold()) else f" – {escape(name)}"
    return f"<b>{escape(pole if beside else name)}</b>{beside}{tag}<br><small>{escape(size)}</small>"


def _differs(trait: Trait) -> str:
    ends = _("from {low} (“{low_pole}”) to {high} (“{high_pole}”)").format(
        low=market_name(trait.low), low_pole=_(trait.dimension.low),
        high=market_name(trait.high), high_pole=_(trait.dimension.high))  # fmt: skip
    size = _("{model}: spread {spread}, where the world’s is 1").format(
        model=MODELS[trait.model].title, spread=number(trait.spread, 1))  # fmt: skip
    return f"<b>{escape(_(trait.dimension.name))}</b>: {escape(ends)}<br><small>{escape(size)}</small>"


def _beside(found: Portrait) -> list[str]:
    rows = []
    if found.languages:
        named = [language_name(code) for code in list(found.languages)[:_NAMED]]
        more = len(found.languages) - len(named)
        told = list_text(named) if more <= 0 else _("{list} and {more} more").format(list=", ".join(named), more=more)
        rows.append((_("Most spoken languages"), told))
    if found.religions:
        named = [f"{_(RELIGIONS.get(key, key))} {number(len(codes), 0)}" for key, codes in found.religions.items()]
        rows.append((_("Largest religion family, by number of markets"), ", ".join(named)))
    if len(found.income):
        low, high = found.income.index[0], found.income.index[-1]
        least, most = _amount(found.income.iloc[0]), _amount(found.income.iloc[-1])
        told = _("{low} {least} to {high} {most} international dollars").format(
            low=market_name(low), least=least, high=market_name(high), most=most)  # fmt: skip
        rows.append((_("Income per person"), told))
    return [f"<b>{escape(name)}</b>: {escape(told)}" for name, told in rows]


def _amount(value: float) -> str:
    return MISSING if value != value else number(round(value, -2), 0)
