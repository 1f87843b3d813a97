"""What links a market to home: language, religion, history and law, the way, agreement and trade."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from components.card import card, gap
from components.words import N_, _, language_name, list_text, market_name, number, percent
from frameworks.culture.links import Links, Trade

AGREEMENTS = {
    "CU": N_("Customs union"),
    "FTA": N_("Free trade agreement"),
    "EIA": N_("Services agreement"),
    "PSA": N_("Partial trade agreement"),
    "none": N_("No trade agreement in force"),
}
RELIGIONS = {
    "christian": N_("Christian"), "muslim": N_("Muslim"), "hindu": N_("Hindu"), "buddhist": N_("Buddhist"),
    "jewish": N_("Jewish"),
    "folk": N_("Folk religions"), "none": N_("No religion"), "other": N_("Other"), "unspecified": N_("Not stated"),
}  # fmt: skip
_KM = {
    "cepii_w": N_("between the people of both"), "cepii_city": N_("between the main cities"),
    "capital": N_("between the capitals"),
}  # fmt: skip
_SHOWN = 6


def cards(found: Links, home: str, market: str) -> None:
    """Draw five cards: language, religion, ties, the way there, trade."""
    inside = _language(found) + _religion(found, home, market) + _ties(found) + _way(found) + _trade(found)
    st.html(f'<div class="lf-mk-cards lf-mk-wide">{inside}</div>')


def agreement_text(found: Links) -> str:
    """Return the trade agreement with home in words, "" where unknown."""
    if found.agreement is None:
        return ""
    name = _(AGREEMENTS.get(found.agreement, found.agreement))
    return _("{agreement} since {year}").format(agreement=name, year=found.since) if found.since else name


def pair_texts(found: Links) -> dict[str, str]:
    """Return the facts behind the three openness scores that depend on home."""
    currency = found.flags["common_currency"]
    return {
        "home_agreement": agreement_text(found),
        "home_hours": "" if found.hours is None else _("{hours} h apart").format(hours=_hours(found.hours)),
        "home_currency": "" if currency is None else (_("same currency") if currency else _("own currency")),
    }


def _language(found: Links) -> str:
    if found.languages.empty:
        return card(_("Language"), gap(_("No language figures for this market.")))
    rows = "".join(
        f"<li><span>{escape(language_name(code))}{' ✓' if row['served'] else ''}</span>"
        f"<span>{percent(row['share'], _digits(row['share']))}"
        f'</span><div class="lf-bar" style="--share:{100 * min(row["share"], 1):.1f}%"></div></li>'
        for code, row in found.languages.head(_SHOWN).iterrows()
    )
    serving = list_text([language_name(code) for code in found.serving])
    served = _("{share} speak a language you serve ({languages}).").format(
        share=percent((found.served or 0) / 100), languages=serving
    )
    near = (
        _("Linguistic nearness is unknown.")
        if found.nearness is None
        else _("Linguistic nearness {score} of 100.").format(score=number(found.nearness))
    )
    note = _("People speak several languages, so shares may add up to more than 100 %. ✓ is one you serve.")
    return card(_("Language"), f"<p>{escape(served)} {escape(near)}</p><ul class='lf-mk-rows'>{rows}</ul>", note)


def _religion(found: Links, home: str, market: str) -> str:
    rows = found.religions[found.religions.index != "unspecified"]
    if rows["market"].notna().sum() == 0:
        return card(_("Religion"), gap(_("No religion figures for {market}.").format(market=market_name(market))))
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in ("", market_name(market), market_name(home)))
    body = "".join(
        f'<tr><th scope="row">{escape(_(RELIGIONS.get(code, code)))}</th>'
        f"<td>{_share(row['market'])}</td><td>{_share(row['home'])}</td></tr>"
        for code, row in rows.head(_SHOWN).iterrows()
    )
    note = "" if rows["home"].notna().any() else _("No religion figures for {market}.").format(market=market_name(home))
    return card(
        _("Religion"), f'<table class="lf-mk-parts"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>', note
    )


def _ties(found: Links) -> str:
    said = {
        "contig": (_("Common border"), _("No common border")),
        "common_language": (
            _("Shared official or widely spoken language"),
            _("No shared official or widely spoken language"),
        ),
        "colony": (
            _("Colonial tie between the two") if found.colony == "direct" else _("Same coloniser after 1945"),
            _("No colonial tie"),
        ),
        "comlegal": (_("Same family of law"), _("Other family of law")),
        "common_currency": (_("Same currency"), _("Other currency")),
    }
    items = "".join(
        f'<li class="lf-gap">{escape(_("{tie}: unknown").format(tie=said[name][0]))}</li>'
        if flag is None
        else f'<li class="{"lf-mk-yes" if flag else "lf-mk-no"}">{escape(said[name][0 if flag else 1])}</li>'
        for name, flag in found.flags.items()
    )
    return card(_("History, law and money"), f'<ul class="lf-mk-facts">{items}</ul>')


def _way(found: Links) -> str:
    if found.km is None and found.hours is None:
        return card(_("The way there"), gap(_("No distance or time zone for this pair.")))
    km = _("{km} km").format(km=number(found.km, 0))
    items = f"<li>{escape(km)} {escape(_(_KM.get(found.km_kind, '')))}</li>" if found.km is not None else ""
    if found.hours is not None:
        apart = (
            _("Same time zone")
            if found.hours == 0
            else _("{hours} hours apart (standard time)").format(hours=_hours(found.hours))
        )
        items += f"<li>{escape(apart)}</li>"
    if found.agreement is not None:
        shape = "lf-mk-no" if found.agreement == "none" else "lf-mk-yes"
        items += f'<li class="{shape}">{escape(agreement_text(found))}</li>'
    return card(_("The way there"), f'<ul class="lf-mk-facts">{items}</ul>')


def _trade(found: Links) -> str:
    items = "".join(_one_trade(trade) for trade in found.trade)
    note = _("The source names only the five largest partners of each market.")
    return card(_("Trade between the two"), f'<ul class="lf-mk-facts">{items}</ul>', note)


def _one_trade(trade: Trade) -> str:
    names = {"of": market_name(trade.of), "partner": market_name(trade.partner)}
    if not trade.known:
        text = (
            _("{of} → {partner}: export partners unknown")
            if trade.flow == "export"
            else _("{of} ← {partner}: import partners unknown")
        )
        return f'<li class="lf-gap">{escape(text.format(**names))}</li>'
    if trade.share is None:
        text = (
            _("{of} → {partner}: not among its top five export markets")
            if trade.flow == "export"
            else _("{of} ← {partner}: not among its top five suppliers")
        )
        return f'<li class="lf-mk-no">{escape(text.format(**names))}</li>'
    text = (
        _("{of} → {partner}: {share} of its exports ({year})")
        if trade.flow == "export"
        else _("{of} ← {partner}: {share} of its imports ({year})")
    )
    said = text.format(share=percent(trade.share / 100), year=trade.year, **names)
    return f'<li class="lf-mk-yes">{escape(said)}</li>'


def _share(value: float) -> str:
    return f'<span class="lf-gap">{escape(_("none named"))}</span>' if pd.isna(value) else percent(value / 100, 1)


def _hours(hours: float) -> str:
    return number(hours, 0 if float(hours).is_integer() else 1)


def _digits(share: float) -> int:
    return 0 if share >= 0.1 else 1
