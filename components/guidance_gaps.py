"""What is known to differ from home, and how that compares with what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components.words import _, list_text, market_name, ngettext, number, said
from frameworks.culture.contrasts import Contrast
from frameworks.culture.guidance_certainty import MARGINS, VERDICTS, Certainty
from frameworks.culture.scores import MODELS


def contrasts(found: Sequence[Contrast], home: str, market: str) -> None:
    """Draw the leans and places that differ, each marked as never measured; nothing where there are none."""
    if not found:
        return
    head = f'<h3 class="lf-gd-side">{escape(_("Known as a lean only"))}</h3>'
    st.html(head + "".join(_contrast(one, home, market) for one in found))


def _contrast(one: Contrast, home: str, market: str) -> str:
    stands = _("{home}: {here}; {market}: {there}").format(
        home=market_name(home), here=said(one.home), market=market_name(market), there=said(one.market)
    )
    if one.model == "trompenaars":
        backing = _("{model}, grade {grade}; {here} and {there} independent sources; no size is known").format(
            model=one.title, grade=one.grade, here=number(one.sources[0], 0), there=number(one.sources[1], 0)
        )
        mark = _("contested")
    else:
        backing = _("{model}, an order of 1976 with the highest context first, never measured; no size is known")
        backing = backing.format(model=one.title)
        mark = _("an impression")
    return (
        f'<div class="lf-gd-lean"><p><strong>{escape(_(one.name))}</strong> '
        f'<span class="lf-chip lf-gd-mark">{escape(mark)}</span></p>'
        f'<p>{escape(stands)}</p><p class="lf-mk-small">{escape(backing)}</p></div>'
    )


def unsure(found: Sequence[Certainty]) -> None:
    """Draw the gaps that are told elsewhere but are not beyond uncertainty, each with the reason."""
    left = [one for one in found if one.verdict != "beyond"]
    if not left:
        return
    label = ngettext(
        "{count} difference is not beyond uncertainty", "{count} differences are not beyond uncertainty", len(left)
    ).format(count=len(left))
    with st.expander(label, icon=":material/help:"):
        st.html("".join(f"<p>{escape(_line(one))}</p>" for one in left))


def _line(one: Certainty) -> str:
    line = _("{model}, {dimension}: {size} standard deviations against a margin of {margin}: {verdict}").format(
        model=one.gap.model.title, dimension=_(one.gap.dimension.name), size=number(abs(one.gap.size)),
        margin=number(one.margin, 2), verdict=_(VERDICTS[one.verdict]),
    )  # fmt: skip
    return f"{line} ({_(MARGINS[one.why])})" if one.verdict == "within" else line


def rule(found: Sequence[Certainty]) -> None:
    """Say what "beyond uncertainty" means, with the margins in use here."""
    with st.expander(_("When is a difference beyond uncertainty?"), icon=":material/straighten:"):
        st.markdown(
            _(
                "The models publish no errors of their averages. A difference counts when it is larger than the margin"
                " found in the same tables from repeated or partial measurements, and when related scales of other models"
                " do not point the other way as often as they agree. These rules are ours."
            )
        )
        seen = dict.fromkeys((one.why, round(one.margin, 2)) for one in found)
        lines = [
            _("{margin} standard deviations: {reason}.").format(margin=number(margin, 2), reason=_(MARGINS[why]))
            for why, margin in sorted(seen, key=lambda pair: pair[1])
        ]
        st.html("".join(f"<p>{escape(line)}</p>" for line in lines))


def nothing(market: str, home: str, without: Sequence[str], unsure_count: int) -> None:
    """Say that no difference is sure enough to act on, why, and what to do."""
    if unsure_count:
        told = _(
            "No difference between {home} and {market} is beyond uncertainty. The ones that are told but not sure stand"
            " below; ask local testers before you change the offer."
        )
    elif without:
        told = _(
            "No culture model in use knows both {home} and {market} ({models} are silent), so nothing can be advised from averages."
            " Ask local testers, or on the Sources page switch on the country-tool estimates or load a licensed table."
        )
    else:
        told = _("{home} and {market} lie close on all that is known. Keep what works at home and test it.")
    names = list_text([MODELS[key].title for key in without])
    st.info(told.format(home=market_name(home), market=market_name(market), models=names), icon=":material/info:")
