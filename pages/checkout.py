"""Checkout: what would a buyer of this market see, read and fill in?"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal

import streamlit as st

from components import checkout_inputs as inputs
from components import checkout_preview as preview
from components import frame as page_frame
from components import market as head
from components.words import _, locale, market_name, said
from data.warehouse.rates import last_quoted, last_rate
from frameworks.labels import N_, Sentence
from frameworks.localization.checkout import Checkout, checkout, languages_offered
from frameworks.localization.money import PriceError, checked_price, converted, currencies, currency_of, money_text
from frameworks.localization.scripts import alpha2
from frameworks.payments import PaymentError, PaymentFit, SetUp
from pages import files, set_up
from pages.desk import Desk, open_desk

DELIVERY_DAYS = 5  # how far off the example delivery lies: a date to show the format, no promise
PARTS = 12
NO_RATE = N_("The European Central Bank quotes no rate for {own} today: type a price in {own}, or see {currency}.")


@dataclass(frozen=True)
class Asked:
    """What one market's checkout shows: language, amounts, the day of the rate, and what has to be told."""

    language: str | None
    price: Decimal
    shipping: Decimal
    currency: str
    day: dt.date | None
    told: tuple[tuple[str, Sentence], ...]


def asked(desk: Desk, market: str, thing: inputs.Sold, alone: bool) -> Asked:
    """Draw the fields of one market, in one row where it stands alone, and return what they ask for.

    Amounts are the team's own in the market's currency, else converted, else as they are.
    """
    if not alone:
        page_frame.eyebrow(market_name(market))
    own = currency_of(alpha2(market)) or thing.currency
    foreign = own != thing.currency
    language, *fields = st.columns([4, 3, 3], gap="small") if alone else (st.container(), *st.columns(2, gap="small"))
    with language:
        spoken = inputs.spoken(market, languages_offered(desk.reference, market))
    if not foreign:
        return Asked(spoken, thing.price, thing.shipping, own, None, ())
    factor = last_rate(thing.currency, own)
    labels = {"price": _("Price in {currency}"), "shipping": _("Delivery in {currency}")}
    counted, told = {}, []
    for field, what, given in zip(fields, labels, (thing.price, thing.shipping), strict=True):
        label, here = labels[what].format(currency=own), None
        try:
            here = None if factor is None else checked_price(converted(given, factor, own), own)
        except PriceError as error:  # within bounds only in the currency it was given in
            told.append((f"{market_name(market)}, {label}", error))
        with field:
            typed, wrong = inputs.own_amount(market, own, what, label, "" if here is None else money_text(here, own, locale()))
        counted[what] = (typed, here)
        told += [] if wrong is None else [(f"{market_name(market)}, {label}", wrong)]
    (price, price_here), (shipping, shipping_here) = counted["price"], counted["shipping"]
    if price is None and price_here is None:
        if factor is None:
            told.append((market_name(market), Sentence(NO_RATE, own=own, currency=thing.currency)))
        return Asked(spoken, thing.price, thing.shipping, thing.currency, None, tuple(told))
    day = last_quoted() if price is None or (shipping is None and shipping_here) else None
    kept = price if price is not None else price_here
    brought = shipping if shipping is not None else shipping_here
    return Asked(spoken, kept or Decimal(0), brought or Decimal(0), own, day, tuple(told))


def fit_of(desk: Desk, market: str, chosen: SetUp, price: Decimal, currency: str) -> PaymentFit | None:
    """Return what the set-up takes of this price, as if the shop charged in the currency shown."""
    sells = tuple(dict.fromkeys((currency, *chosen.currencies)))
    try:
        asked = replace(chosen, currencies=sells, amount=price or None, amount_currency=currency)
        return set_up.fit(desk, market, asked)
    except PaymentError as error:
        st.caption(said(error))
        return None


def shown(desk: Desk, market: str, thing: inputs.Sold, wants: Asked, formality: str, times: int, chosen: SetUp) -> Checkout:
    """Return the checkout of one market."""
    return checkout(
        desk.reference, market, fit=fit_of(desk, market, chosen, wants.price, wants.currency), product=thing.product,
        price=wants.price, shipping=wants.shipping, currency=wants.currency, language=wants.language,
        formality=formality, rate_day=wants.day, delivery=dt.date.today() + dt.timedelta(days=DELIVERY_DAYS), times=times,
    )  # fmt: skip


def explained(checkouts: list[Checkout]) -> None:
    """Draw the meaning of the small numbers, market by market."""
    st.subheader(_("What is estimated"), anchor=False)
    for column, one in zip(st.columns(len(checkouts), gap="medium"), checkouts, strict=True):
        with column:
            if len(checkouts) > 1:
                page_frame.eyebrow(market_name(one.market))
            st.html(preview.legend(one))


desk = open_desk()
st.html(preview.style())
market = head.choose(desk.reference.markets, desk.first_choice)
st.title(_("Checkout"), anchor=False)
page_frame.lede(_("Your checkout as a buyer there would see it: language, money, ways to pay, address and phone."))
pick, other, shape = st.columns([4, 4, 3], gap="small")
with pick:
    head.picker(desk.reference.markets, market)
with other:
    beside = inputs.second(desk.reference.markets, market)
with shape:
    frame = inputs.frame()
home_currency = currency_of(alpha2(desk.scenario.home)) or "USD"
thing = inputs.sold(desk.scenario.product, home_currency, sorted(currencies()))
codes = [market] if beside is None else [market, beside]
with st.expander(_("Language, tone and local prices"), icon=":material/translate:"):
    wanted = []
    for column, code in zip(st.columns(len(codes), gap="medium"), codes, strict=True):
        with column:
            wanted.append(asked(desk, code, thing, beside is None))
    formality, times = inputs.manner(PARTS)
for where, why in (pair for wants in wanted for pair in wants.told):
    inputs.refused(why, where)
chosen = set_up.current(desk)
checkouts = [shown(desk, code, thing, wants, formality, times, chosen) for code, wants in zip(codes, wanted, strict=True)]
st.html(preview.side_by_side(checkouts, frame))
files.offer([files.File(_("Preview HTML"), lambda: preview.document(checkouts, frame), "checkout", "html")], *codes)
explained(checkouts)
set_up.form(desk)
