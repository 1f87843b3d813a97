"""What a visitor sets for a checkout preview: markets, language, the thing sold and what it costs, the frame.

Texts stay in their fields exactly as typed; what cannot be used is told below and the last good value stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import streamlit as st
from babel.numbers import get_currency_name

from components.checkout_preview import FRAMES
from components.words import N_, _, language_name, locale, market_name, said
from frameworks.labels import Sentence
from frameworks.localization.checkout import TIMES, PriceError
from frameworks.localization.money import checked_price

BESIDE = "beside"
"""Name in the address of the market shown beside the first."""

FORMALITIES = {"neutral": N_("As usual"), "formal": N_("Formal"), "informal": N_("Informal")}
_KEY = "in_checkout_{}"
_NOTHING = ""
_LETTERS = 200


@dataclass(frozen=True)
class Sold:
    """The thing sold: its name, price and delivery in one currency."""

    product: str
    price: Decimal
    shipping: Decimal
    currency: str


def second(markets: Sequence[str], first: str) -> str | None:
    """Draw the choice of a market to show beside the first; it lies in the address."""
    asked = str(st.query_params.get(BESIDE, _NOTHING))[:3].upper()
    chosen = asked if asked in markets and asked != first else _NOTHING
    if asked and not chosen:
        del st.query_params[BESIDE]
    key = _KEY.format("beside")
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen

    def picked() -> None:
        code = st.session_state.get(key)
        if code in markets:  # the browser's word is not enough
            if BESIDE not in st.query_params:
                st.session_state[_KEY.format("frame")] = "phone"  # two phones fit next to each other
            st.query_params[BESIDE] = code
        elif BESIDE in st.query_params:
            del st.query_params[BESIDE]

    codes = [_NOTHING, *sorted((code for code in markets if code != first), key=lambda code: market_name(code).casefold())]
    st.selectbox(
        _("Beside it"), codes, key=key, on_change=picked,
        format_func=lambda code: market_name(code) if code else _("No second market"),
    )  # fmt: skip
    return chosen or None


def sold(product: str, home_currency: str, currencies: Sequence[str]) -> Sold:
    """Draw the fields for the thing sold and return it; fields that cannot be used say why."""
    name, cost, unit, delivery = st.columns([4, 2, 2, 2], gap="small")
    with name:
        typed = st.text_input(
            _("Product name"), value=product or _("Hand-thrown teapot, 0.8 l"), max_chars=_LETTERS,
            key=_KEY.format("product"), persist_state="session",
        )  # fmt: skip
    with unit:
        currency = st.selectbox(
            _("Currency"), currencies, index=currencies.index(home_currency), key=_KEY.format("currency"),
            format_func=_currency_text, persist_state="session",
        )  # fmt: skip
    currency = currency if currency in currencies else home_currency
    with cost:
        price = _amount(_("Price"), "price", currency, Decimal(129), zero=False)
    with delivery:
        shipping = _amount(_("Delivery costs"), "shipping", currency, Decimal(5))
    return Sold(typed or _("Your product"), price, shipping, currency)


def own_amount(market: str, currency: str, what: str, label: str, shown: str) -> tuple[Decimal | None, PriceError | None]:
    """Draw a field for an amount in the market's own currency.

    shown: the amount that counts while the field is empty. Returns the amount, None where the field is empty or
    cannot be used, and why it cannot.
    """
    typed = st.text_input(
        label, key=_KEY.format(f"{what}_{market}"), max_chars=40, placeholder=shown, persist_state="session"
    )
    if not (typed or "").strip():
        return None, None
    try:
        return checked_price(typed, currency, locale(), zero=what != "price"), None
    except PriceError as error:
        return None, error


def spoken(market: str, offered: Sequence[str]) -> str | None:
    """Draw the choice of the buyer's language; None stands for the one most people speak."""
    choice = st.selectbox(
        _("Language"), offered, key=_KEY.format(f"language_{market}"), format_func=language_name, persist_state="session"
    )
    return choice if choice in offered else None


def frame() -> str:
    """Draw the choice of the frame and return its name."""
    key = _KEY.format("frame")
    if key not in st.session_state:
        st.session_state[key] = "desktop"
    chosen = st.segmented_control(
        _("Frame"), list(FRAMES), key=key, format_func=lambda name: _(FRAMES[name]), required=True, persist_state="session"
    )
    return chosen if chosen in FRAMES else "desktop"


def manner(times: int) -> tuple[str, int]:
    """Draw tone and number of instalments; return formality and payments."""
    tone, parts = st.columns(2, gap="small")
    with tone:
        formality = st.selectbox(
            _("Form of address"), list(FORMALITIES), key=_KEY.format("tone"), persist_state="session",
            format_func=lambda name: _(FORMALITIES[name]), help=_("Where the language speaks to a buyer in two ways."),
        )  # fmt: skip
    with parts:
        count = st.number_input(
            _("Instalments"), *TIMES, value=times, key=_KEY.format("times"), persist_state="session",
            help=_("Shown where buyers of the market pay in parts."),
        )  # fmt: skip
    whole = min(max(int(count), TIMES[0]), TIMES[1]) if count is not None else times
    return formality if formality in FORMALITIES else "neutral", whole


def _amount(label: str, what: str, currency: str, start: Decimal, *, zero: bool = True) -> Decimal:
    """Draw a field for an amount and return what stands in it, the last good amount where that cannot be used."""
    good = f"lf_checkout_good_{what}"
    typed = st.text_input(label, value=str(start), max_chars=40, key=_KEY.format(what), persist_state="session")
    try:
        amount = checked_price(typed, currency, locale(), zero=zero)
    except PriceError as error:
        refused(error)
        return _last_good(st.session_state.get(good, start), currency, start)
    st.session_state[good] = amount
    return amount


def _last_good(amount: Any, currency: str, start: Decimal) -> Decimal:
    try:
        return checked_price(amount, currency)
    except PriceError:  # fewer decimals in the currency now chosen
        return start


def refused(why: Sentence, where: str = "") -> None:
    """Tell why an amount cannot be used, or what to know of it.

    where: what it was meant for, when the words do not stand below its field.
    """
    told = _plain(f"{where}: {said(why)}" if where else said(why))
    st.caption(f":red[:material/error: {told}]" if isinstance(why, PriceError) else f":material/info: {told}")


def _plain(text: str) -> str:
    """Take what Markdown would read out of a sentence that may quote what was typed."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-.!|<>~$:" else letter for letter in text)


def _currency_text(code: str) -> str:
    return f"{code} · {get_currency_name(code, locale=locale())}"


