"""What is not known about a market, what would fill it, and the team's own judgement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape

import streamlit as st

from components.card import small
from components.words import _, list_text, market_name, ngettext
from frameworks.culture.scores import MODELS
from frameworks.scoring.criteria import NAMES, PAIR_NAMES
from frameworks.scoring.missing import Missing

_JUDGED = "market_competition"


def table(found: tuple[Missing, ...], market: str, names: Mapping[str, str], titles: Mapping[str, str]) -> None:
    """Draw the gaps: what is missing, what that does to the score, what would fill it.

    names: indicator names by code. titles: titles of the reference tables by name.
    """
    if not found:
        st.success(_("Nothing is missing for {market}.").format(market=market_name(market)), icon=":material/check:")
        return
    heads = "".join(
        f'<th scope="col">{escape(text)}</th>' for text in (_("Missing"), _("Effect"), _("What would fill it"))
    )
    rows = "".join(
        f"<tr><td><strong>{escape(_name(item))}</strong>{small(_detail(item, names, titles))}</td>"
        f"<td>{escape(_effect(item))}</td><td>{escape(_fill(item, market))}</td></tr>"
        for item in _grouped(found)
    )
    st.html(
        '<div class="lf-scroll"><table class="lf-table lf-mk-stack">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def lines(
    found: tuple[Missing, ...], names: Mapping[str, str], titles: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return each gap by its name with what exactly is missing, for a report."""
    return [(_name(item), _detail(item, names, titles)) for item in _grouped(found)]


def judgement(
    market: str, competition: Mapping[str, float], points: float, change: Callable[[dict[str, float]], object]
) -> None:
    """Let the team enter how much room competitors leave in the market (0-100), or take it back.

    points: weight of the judgement in the potential; change: keeps the new judgements.
    """
    name = market_name(market)
    key = f"{_JUDGED}_{market}"
    now = competition.get(market)
    if key not in st.session_state:
        st.session_state[key] = now

    def keep() -> None:
        given = st.session_state.get(key)
        kept = {code: value for code, value in competition.items() if code != market}
        if given is not None and 0 <= float(given) <= 100:  # the browser's word is not enough
            kept[market] = float(given)
        change(kept)

    with st.container(border=True):
        st.markdown(f"**{_('Your own judgement')}**")
        st.number_input(
            _("Room left by competitors in {market}, 0 to 100").format(market=name), value=None,
            min_value=0.0, max_value=100.0, step=5.0,
            key=key, on_change=keep, placeholder=_("not judged"), format="%.0f",
            help=_("100 means hardly any competition, 0 a market that others hold. Leave empty for no judgement."),
        )  # fmt: skip
        if points > 0:
            st.caption(_("It counts in the potential with a weight of {points}.").format(points=f"{points:g}"))
        else:
            st.caption(
                _(
                    "It is kept but does not count yet: its weight is 0."
                    " Raise the weight of “{name}” on the Matrix page."
                ).format(name=_(NAMES["competition"].name))
            )


def _grouped(found: tuple[Missing, ...]) -> list[Missing]:
    """Put culture models that the same thing would fill into one row, their keys separated by spaces."""
    rows: list[Missing] = []
    for item in found:
        last = rows[-1] if rows else None
        if last and last.kind == item.kind == "model" and (last.whose, last.fills) == (item.whose, item.fills):
            rows[-1] = replace(last, code=f"{last.code} {item.code}")
        else:
            rows.append(item)
    return rows


def _name(item: Missing) -> str:
    if item.kind == "model":
        titles = list_text([MODELS[code].title for code in item.code.split()])
        return ngettext("Culture model {model}", "Culture models {model}", item.code.count(" ") + 1).format(
            model=titles
        )
    return _(NAMES[item.code].name)


def _detail(item: Missing, names: Mapping[str, str], titles: Mapping[str, str]) -> str:
    if item.kind == "indicators":
        figures = "; ".join(
            _(PAIR_NAMES[code].name if code in PAIR_NAMES else names.get(code, code)) for code in item.items
        )
        return _("{figures} (table “{table}”)").format(figures=figures, table=_(titles.get(item.table, item.table)))
    if item.kind == "model":
        return _("No usable figures for {markets}.").format(
            markets=list_text([market_name(code) for code in item.whose])
        )
    if item.kind == "team":
        return _("Only your team can know this.")
    return _("Table “{table}” has no usable figures for {markets}.").format(
        table=_(titles.get(item.table, item.table)), markets=list_text([market_name(code) for code in item.whose])
    )


def _effect(item: Missing) -> str:
    if item.kind == "model":
        return _("The other models carry shared values; without any there is no affinity.")
    if item.kind == "indicators" and not item.whole:
        count = len(item.items)
        return ngettext(
            "The dimension is scored without it; its band is wider.",
            "The dimension is scored without them; its band is wider.",
            count,
        )  # fmt: skip
    return _("No score; its weight goes to the others and the band spans 0 to 100 there.")


def _fill(item: Missing, market: str) -> str:
    words = {
        "switch_on": _("Switch its table on again on the Sources page."),
        "estimates": _("Switch on the country-tool estimates on the Sources page (marked as estimates)."),
        "licensed": _("Load your own licensed or newer CSV of this table on the Sources page."),
        "judgement": _("Enter your own judgement below."),
        "upload": _("Upload your orders or sessions on the page Import."),
    }
    said = [words[fill] for fill in item.fills if fill in words]
    return " ".join(said) or _("No public source known to us has it.")
