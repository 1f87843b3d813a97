"""The fit of a set-up to a market: the range on 0 to 100, where it comes from, and coverage by class."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from components import words as locale_words
from components.payment_words import class_name, grade, grade_text, measure_name, range_text, share_text
from components.words import _, market_name, ngettext, number
from frameworks.payments import Mix, PaymentFit
from frameworks.payments.mix import LEAST_PEOPLE

STYLESHEET = (locale_words.LOCALE_DIR.parents[1] / "static" / "payments.css").read_text(encoding="utf-8")


_PARTS = "<i></i><s></s><b></b>"


def apply() -> None:
    """Put the shapes into the page; call once a run."""
    st.html(f"<style>{STYLESHEET}</style>")


def head(fit: PaymentFit, *, few_people: bool = False) -> None:
    """Draw the range, what it says and what it rests on; without a mix, why there is none.

    few_people: hardly anybody is on record for the market, so no region's figures stand in.
    """
    if fit.mix is None or fit.low is None:
        told = _("No payment mix is published for {market}, so there is no score. The methods below still tell what buyers"
                 " there can have and what stops you.")  # fmt: skip
        if few_people:
            told = _("No payment mix is published for {market}, and fewer than {people} people are on record there: the"
                     " figures of a whole region would say too little. The methods below are those that buyers could"
                     " have.")  # fmt: skip
        st.info(
            told.format(market=market_name(fit.market), people=number(LEAST_PEOPLE, 0)), icon=":material/query_stats:"
        )
        return
    st.html(
        f'<section class="lf-pay-head" aria-label="{escape(_("Payment fit"))}">'
        f'<div class="lf-pay-top"><p class="lf-figure">{escape(range_text(fit.low, fit.high))}'
        f'<span class="lf-mk-of">{escape(_("of 100"))}</span></p>{_once_confirmed(fit)}{grade(fit.mix)}</div>'
        f"{bar(fit)}<p class=\"lf-pay-said\">{escape(verdict(fit))}</p>"
        f'<p class="lf-mk-small">{escape(grade_text(fit.mix))}</p>{source(fit.mix)}</section>'
    )


def _once_confirmed(fit: PaymentFit) -> str:
    if (fit.low_confirmed or 0) - (fit.low or 0) < 0.5:
        return ""
    text = _("{range} once your providers confirm").format(range=range_text(fit.low_confirmed or 0, fit.high or 0))
    return f'<span class="lf-pay-later">{escape(text)}</span>'


def bar(fit: PaymentFit) -> str:
    """Return the range as a bar on 0 to 100: sure, once the providers have confirmed, open."""
    spoken = _("Payment fit {range} of 100").format(range=range_text(fit.low or 0, fit.high or 0))
    ends = f"--low:{fit.low:.1f}%;--mid:{fit.low_confirmed:.1f}%;--high:{fit.high:.1f}%"
    ticks = "".join(f'<span style="--at:{tick}%">{number(tick, 0)}</span>' for tick in (0, 25, 50, 75, 100))
    return (
        f'<div class="lf-pay-bar" role="img" aria-label="{escape(spoken)}" style="{ends}">{_PARTS}</div>'
        f'<div class="lf-pay-ticks" aria-hidden="true">{ticks}</div>'
    )


def verdict(fit: PaymentFit) -> str:
    """Return in a sentence or two what the range says and why it is as wide as it is."""
    market = market_name(fit.market)
    if not fit.set_up.providers and not fit.set_up.cash_on_delivery:
        return _("You have chosen no provider yet, so nothing in {market} can be paid. Choose one above, or see below what"
                 " would add most.").format(market=market)  # fmt: skip
    text = _("Of all that people in {market} pay online, between {low} and {high} of 100 could be paid with what you have.")
    text = text.format(market=market, low=number(fit.low, 0), high=number(fit.high, 0))
    waiting = int(((fit.methods["available"] == "unknown") & (fit.methods["if_confirmed"] == "yes")).sum())
    if waiting and (fit.low_confirmed or 0) > (fit.low or 0):
        text += " " + ngettext(
            "It is at least {low} once your providers confirm {count} method whose merchant countries or limits of amount"
            " nobody publishes.",
            "It is at least {low} once your providers confirm {count} methods whose merchant countries or limits of amount"
            " nobody publishes.", waiting,
        ).format(low=number(fit.low_confirmed, 0), count=waiting)  # fmt: skip
    open_ended = 1 - fit.mix.known if fit.mix else 0.0
    if open_ended >= 0.1:
        text += " " + _("{share} of what is paid is not named by the source; it counts nothing at the low end and fully at"
                        " the high end.").format(share=share_text(open_ended))  # fmt: skip
    return text


def source(mix: Mix) -> str:
    """Return the line that says which figures the shares are: source, year, measure, region."""
    parts = [mix.source, str(mix.year), measure_name(mix.measure)]
    if mix.region:
        parts.insert(0, _("figures of {region} stand in").format(region=_(mix.region)))
    chip = "" if mix.checked else f' <span class="lf-chip lf-pay-unchecked">{escape(_("unchecked"))}</span>'
    text = " · ".join(escape(part) for part in parts)
    link = f'<a href="{escape(mix.url)}" rel="noreferrer" target="_blank">{text}</a>' if mix.url.startswith("https://") else text
    return f'<p class="lf-source">{link}{chip}</p>'


def classes(fit: PaymentFit) -> None:
    """Draw how much of each class of payment is covered, as bars as wide as the class's share."""
    items = []
    widest = max(fit.classes["share"], default=1.0)
    for row in fit.classes.itertuples():
        name = class_name(row.Index)
        points = range_text(row.points_low, row.points_high)
        figures = _("{points} of {share} points").format(points=points, share=number(100 * row.share, 0))
        count = ngettext("{count} method", "{count} methods", row.supported).format(count=row.supported)
        if row.waiting:
            more = ngettext("{count} to confirm", "{count} to confirm", row.waiting).format(count=row.waiting)
            count = f"{count}, {more}" if row.supported else more
        aside = {"other": _("not told apart by the source"), "unknown": _("not in the source")}.get(row.Index, count)
        ends = f"--low:{100 * row.low:.1f}%;--mid:{100 * row.low_confirmed:.1f}%;--high:{100 * row.high:.1f}%"
        items.append(
            f'<li><span class="lf-pay-class">{escape(name)}<small>{escape(aside)}</small></span>'
            f'<span class="lf-pay-track" style="--wide:{100 * row.share / widest:.1f}%"><span class="lf-pay-bar" '
            f'style="{ends}" aria-hidden="true">{_PARTS}</span></span>'
            f'<span class="lf-num">{escape(figures)}</span></li>'
        )
    st.html(f'<ul class="lf-pay-classes">{"".join(items)}</ul>')
    st.html(
        f'<div class="lf-pay-key"><span><b></b>{escape(_("covered"))}</span>'
        f'<span><s></s>{escape(_("once your providers confirm"))}</span>'
        f'<span><i></i>{escape(_("may be covered"))}</span><span><u></u>{escape(_("not covered"))}</span></div>'
    )


def measures(mix: Mix) -> list[str]:
    """Return what a reader should know about the figures of a mix, a sentence each."""
    told = {
        "share_of_value": _("Shares are of the money spent online, not of the number of purchases."),
        "share_of_transactions": _("Shares are of the number of purchases: what is used for small baskets weighs more."),
        "share_of_shoppers": _("Shares are of shoppers who name a method; they say what is liked, not what is spent."),
    }
    notes = [told[mix.measure], mix.basis[:1].upper() + mix.basis[1:] + "."]
    if sum(mix.shares.values()) < 0.995:
        notes.append(_("The source names {share} of what is paid; the rest counts as unknown.").format(
            share=share_text(sum(mix.shares.values()))))  # fmt: skip
    if mix.schemes:
        notes.append(_("Within cards, the shares of schemes come from the same source; cards of a local scheme often carry"
                       " an international one as well."))  # fmt: skip
    if mix.region:
        notes.append(_("Nothing is published for this market alone: figures of {region} stand in.").format(region=_(mix.region)))
    notes.append(_("One source, one measure and one year are used at a time; they are never added up."))
    return notes


def confirmation(fit: PaymentFit, confirm: Callable[[bool], object]) -> None:
    """Let the team say that its providers have confirmed what they do not publish, or take that back."""
    waiting = int(((fit.methods["available"] == "unknown") & (fit.methods["if_confirmed"] == "yes")).sum())
    if not waiting and not fit.set_up.confirmed:
        return
    if fit.set_up.confirmed:
        told = _("Counted as confirmed: methods for which your providers publish no merchant countries, or nobody limits.")
        label, icon = _("Count them as unknown again"), ":material/undo:"
    else:
        told = _("Ask your providers, or look into your accounts, whether your country may use the methods marked “?” below.")
        label, icon = _("Count them as confirmed"), ":material/verified:"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(told, width="stretch")
        st.button(label, icon=icon, type="tertiary", key="pay_confirm", on_click=lambda: confirm(not fit.set_up.confirmed))


def unchecked_offer(fit: PaymentFit, other: Mix | None, show: Callable[[], object]) -> None:
    """Offer figures of low confidence where they say more than the checked ones do."""
    if other is None or other.checked or (fit.mix and fit.mix.source == other.source and fit.mix.year == other.year):
        return
    told = _("There are figures of low confidence: {source}, {year}.").format(source=other.source, year=other.year)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(told, width="stretch")
        st.button(_("Use unchecked figures"), icon=":material/visibility:", type="tertiary", on_click=show)


def notes(sentences: list[str]) -> None:
    """Draw sentences as a quiet list."""
    st.html(f'<ul class="lf-pay-notes">{"".join(f"<li>{escape(text)}</li>" for text in sentences)}</ul>')
