"""The form of the merchant's set-up: every change is handed on at once, and refused in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache

import pandas as pd
import pycountry
import streamlit as st
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_precision

from components.words import _, list_text, locale, market_name, ngettext, number
from frameworks.payments import SetUp

Change = Callable[..., object]
"""Takes the parts of the set-up that changed, by name."""
_KEY = "lf_pay_"


def form(set_up: SetUp, listed: pd.DataFrame, markets: Sequence[str], change: Change, *, error: str = "") -> None:
    """Draw the form.

    listed: providers as ``frameworks.payments.providers`` gives them. change: keeps what changed.
    error: why the last change was refused, translated.
    """
    if error:
        st.error(error, icon=":material/report:")
    _multiple(
        _("Payment providers"), "providers", set_up.providers, tuple(listed.index), lambda code: listed["name"].get(code, code),
        change, placeholder=_("Choose the providers you have an account with"),
    )  # fmt: skip
    with st.grid(3, min_column_width=220, gap="small"):
        _single(
            _("Country of your merchant account"), "merchant_country", set_up.merchant_country,
            sorted(markets, key=lambda code: market_name(code).casefold()), market_name, change,
        )  # fmt: skip
        _multiple(
            _("Currencies you charge in"), "currencies", set_up.currencies, _with(currencies(), set_up.currencies),
            currency_name, change, placeholder=_("Choose at least one"),
        )  # fmt: skip
        _amount(set_up, change)
    names = {
        "recurring": (_("Charged again later"), _("Subscriptions and repeated charges")),
        "refunds": (_("Refunds"), _("Money back by the same method")),
        "manual_capture": (_("Charged after shipping"), _("Manual capture: authorise now, take the money later")),
        "cash_on_delivery": (_("Cash on delivery"), _("You run it yourself, with your carrier; no provider is needed")),
    }
    with st.container(horizontal=True, gap="medium", key="lf-pay-needs"):
        for name, (label, told) in names.items():
            _flag(label, name, getattr(set_up, name), change, told)
    _flag(
        _("My providers have confirmed what they do not publish"), "confirmed", set_up.confirmed, change,
        _("Counts a method as available where its provider publishes no merchant countries, or nobody its amount limits."),
    )  # fmt: skip


def summary(set_up: SetUp, names: Mapping[str, str]) -> str:
    """Return the set-up in one line, for the title of the form. names: of providers."""
    chosen = list_text([names.get(code, code) for code in set_up.providers]) if set_up.providers else _("no provider yet")
    needs = sum((set_up.recurring, set_up.refunds, set_up.manual_capture))
    parts = [chosen, market_name(set_up.merchant_country), ", ".join(set_up.currencies)]
    if set_up.amount is not None:
        parts.append(_("basket {amount} {currency}").format(
            amount=number(float(set_up.amount), get_currency_precision(str(set_up.amount_currency))),
            currency=set_up.amount_currency))  # fmt: skip
    if needs:
        parts.append(ngettext("{count} need", "{count} needs", needs).format(count=needs))
    if set_up.cash_on_delivery:
        parts.append(_("cash on delivery"))
    return _("Your set-up: {parts}").format(parts=" · ".join(parts))


@lru_cache(maxsize=1)
def currencies() -> tuple[str, ...]:
    """Return the codes of all currencies in use."""
    used = {
        code
        for listed in get_global("territory_currencies").values()
        for code, _start, end, tender in listed
        if end is None and tender and pycountry.currencies.get(alpha_3=code)
    }
    return tuple(sorted(used))


def currency_name(code: str) -> str:
    """Return a currency's code and name in the visitor's language."""
    name = get_currency_name(code, locale=locale())
    return f"{code} – {name}" if name != code else code


def weights(rows: pd.DataFrame, given: Mapping[str, float], classes: Mapping[str, str], change: Change) -> None:
    """Draw the points of methods that no source weighs.

    rows: by method_id with ``name``, ``payment_class`` and ``points``. given: the team's own points.
    classes: names of the classes, translated.
    """
    for name, inside in rows.groupby("payment_class", sort=False):
        st.caption(classes.get(name, name))
        with st.grid(4, min_column_width=150, gap="small"):
            for row in inside.itertuples():
                key = f"{_KEY}weight_{row.Index}"
                st.session_state[key] = float(row.points)

                def moved(code: str = row.Index, at: str = key) -> None:
                    change(weights={**given, code: st.session_state[at]})

                st.number_input(row.name, min_value=0.0, max_value=1000.0, step=1.0, format="%g", key=key, on_change=moved)
    if given:
        st.button(_("Back to the usual points"), icon=":material/restart_alt:", on_click=lambda: change(weights={}))


def _with(options: tuple[str, ...], chosen: Sequence[str]) -> tuple[str, ...]:
    return (*options, *(code for code in chosen if code not in options))


def _multiple(
    label: str, name: str, value: Sequence[str], options: Sequence[str], named: Callable[[str], str], change: Change, *,
    placeholder: str,
) -> None:  # fmt: skip
    key = _KEY + name
    st.session_state[key] = [code for code in value if code in options]

    def moved() -> None:
        change(**{name: tuple(st.session_state[key])})

    st.multiselect(label, options, key=key, format_func=named, on_change=moved, placeholder=placeholder, select_all=False)


def _single(
    label: str, name: str, value: str, options: Sequence[str], named: Callable[[str], str], change: Change
) -> None:
    key = _KEY + name
    st.session_state[key] = value
    st.selectbox(label, options, key=key, format_func=named, on_change=lambda: change(**{name: st.session_state[key]}))


def _flag(label: str, name: str, value: bool, change: Change, told: str) -> None:
    key = _KEY + name
    st.session_state[key] = value
    st.toggle(label, key=key, help=told, on_change=lambda: change(**{name: bool(st.session_state[key])}))


def _amount(set_up: SetUp, change: Change) -> None:
    key, unit = _KEY + "amount", _KEY + "amount_currency"
    st.session_state[key] = "" if set_up.amount is None else _typed(set_up.amount)
    sold = set_up.amount_currency or set_up.currencies[0]
    options = _with(set_up.currencies, [sold])
    st.session_state[unit] = sold

    def moved() -> None:
        text = str(st.session_state[key]).strip()
        change(amount=plain(text) if text else None, amount_currency=st.session_state[unit] if text else None)

    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
        st.text_input(_("Usual basket"), key=key, on_change=moved, placeholder=_("any amount"), max_chars=24)
        st.selectbox(_("Currency"), options, key=unit, on_change=moved, width=96)


def _typed(amount: Decimal) -> str:
    return format(amount, "f").replace(".", locale().number_symbols["latn"]["decimal"])


def plain(text: str) -> Decimal | str:
    """Return an amount as people type it, ``1.234,50`` or ``1,234.50``; the text itself where it is none.

    The last mark parts off the decimals, unless three digits follow it and it is the mark the visitor groups with.
    """
    bare = re.sub(r"[\s\u00a0\u202f'’]", "", text)
    marks = re.findall(r"[.,]", bare)
    if marks:
        last, after = marks[-1], re.split(r"[.,]", bare)[-1]
        grouped = len(after) == 3 and (last == locale().number_symbols["latn"]["group"] or marks.count(last) > 1)
        whole = re.sub(r"[.,]", "", bare if grouped else bare[: -len(after) - 1])
        bare = whole if grouped else f"{whole or '0'}.{after or '0'}"
    try:
        return Decimal(bare)
    except InvalidOperation:
        return text
