"""How well a merchant's payment methods fit how people in a market pay: 0 to 100, as a range."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from frameworks.labels import N_
from frameworks.payments.gates import NO, UNKNOWN, YES, Verdict, verdict
from frameworks.payments.methods import (
    CASH_ON_DELIVERY,
    CLASS_NAMES,
    WORLD,
    Method,
    Support,
    catalogue,
    known_market,
    supports,
)
from frameworks.payments.missing import Gain, gains, missing_methods
from frameworks.payments.mix import Mix, mix_of
from frameworks.payments.set_up import SetUp, SetUpError
from frameworks.payments.weights import class_of, weights_in
from frameworks.reference import Reference
from frameworks.scale import DIGITS


@dataclass(frozen=True, eq=False)
class PaymentFit:
    """The fit of a set-up to a market.

    low, high: 0-100, None without a published mix. low counts what is unknown as 0, high as 1.
    low_confirmed: the low end once the providers confirm what they do not publish (merchant countries, amount limits).
    confidence: A (firm) to D (a hint) of the mix, None without one.
    mix: what the shares are taken from, or None.
    classes: by payment class, as the mix has them, ``other`` and ``unknown`` last: ``share``, coverage ``low``,
        ``low_confirmed`` and ``high`` (0-1), ``supported`` and ``waiting`` (methods available, methods unknown),
        ``points_low``, ``points_low_confirmed`` and ``points_high``; the points of a column add up to the end of the range.
    methods: by method_id, heaviest first: ``name``, ``type``, ``payment_class``, ``local`` (buyers of the market have it),
        ``here_only`` (and not everywhere), ``available`` and ``if_confirmed`` (yes, no, unknown), ``gate`` ("" or one of
        ``gates.GATES``), ``reason`` (Sentence), ``providers`` (tuple), ``weight`` within its class (NaN without a mix),
        ``year``, ``source``, ``checked``. Those that are not local come last, and only where a chosen provider has them.
    missing: methods that are not available, most points first: ``method_id``, ``name``, ``payment_class``, ``points``
        (added to the low end, NaN without a mix), ``providers`` that would add it, ``gate``, ``also`` (gates that would
        still be shut with such a provider), ``reason``.
    gains: the same, with methods that the figures give one share together, so that no gain is told twice.
    """

    market: str
    low: float | None
    high: float | None
    low_confirmed: float | None
    confidence: str | None
    mix: Mix | None
    classes: pd.DataFrame
    methods: pd.DataFrame
    missing: pd.DataFrame
    gains: tuple[Gain, ...]
    set_up: SetUp


def payment_fit(
    market: str, providers: Sequence[str], *, reference: Reference, merchant_country: str,
    currency: str | Sequence[str], amount: Decimal | float | str | None = None, amount_currency: str | None = None,
    recurring: bool = False, refunds: bool = False, manual_capture: bool = False, cash_on_delivery: bool = False,
    confirmed: bool = False, weights: Mapping[str, float] | None = None, unchecked: bool = False,
) -> PaymentFit:  # fmt: skip
    """Return the fit of a set-up, given by its parts, to a market; see ``SetUp`` for the parts and ``fit_for``.

    currency: one ISO 4217 code or several. Raises SetUpError, and PaymentError for an unknown market.
    """
    currencies = (currency,) if isinstance(currency, str) else currency
    set_up = SetUp(
        providers, merchant_country, currencies, amount, amount_currency, recurring=recurring,  # type: ignore[arg-type]
        refunds=refunds, manual_capture=manual_capture, cash_on_delivery=cash_on_delivery, confirmed=confirmed,
        weights={} if weights is None else weights,
    )  # fmt: skip
    return fit_for(market, set_up, reference=reference, unchecked=unchecked)


def fit_for(market: str, set_up: SetUp, *, reference: Reference, unchecked: bool = False) -> PaymentFit:
    """Return how well a set-up fits how people in a market pay.

    ``100 * sum over classes of share * sum over methods of weight * available``. Available is a method that a chosen
    provider processes, that is active, and that passes the gates of buyer country, currency, merchant country and needs.
    At the low end what is unknown counts 0. At the high end what is unknown, and the class ``other``, count 1, and a
    class with k available methods counts at least ``1 - 0.5 ** k``, since buyers who miss one method take another.

    unchecked: with rows and columns written from memory or of low confidence. Raises SetUpError for a provider, method
    or merchant country that no table knows and PaymentError for an unknown market.
    """
    known_market(reference, market)
    check_known(reference, set_up)
    mix = mix_of(reference, market, unchecked=unchecked)
    found = _verdicts(reference, market, set_up, mix, unchecked)
    weights = _weights(found, mix, set_up.weights, market)
    classes = _classes(found, mix, weights)
    low, middle, high = (
        None if mix is None else round(min(float(classes[column].sum()), 100.0), DIGITS)
        for column in ("points_low", "points_low_confirmed", "points_high")
    )
    methods = _methods(found, mix, weights, market)
    missing = missing_methods(reference, market, set_up, mix, found, weights, unchecked=unchecked)
    together = gains(missing, mix, weights)
    grade = mix.grade if mix else None
    return PaymentFit(market, low, high, middle, grade, mix, classes, methods, missing, together, set_up)


def check_known(reference: Reference, set_up: SetUp) -> None:
    """Raise SetUpError when a set-up names a provider, a method or a merchant country that no table knows."""
    known, methods = reference.derived(_names)
    for provider in set_up.providers:
        if provider not in known:
            told = N_("Landfall does not know the payment provider {name}; known are {known}.")
            raise SetUpError(told, name=f"{provider!r:.42}", known=", ".join(sorted(known)))
    for method in set_up.weights:
        if method not in methods:
            raise SetUpError(N_("Landfall does not know the payment method {name}; remove its weight."), name=f"{method!r:.42}")
    if set_up.merchant_country not in reference.markets:
        told = N_("{country} is no country that Landfall knows; name the country of your merchant account.")
        raise SetUpError(told, country=f"{set_up.merchant_country!r:.42}")


def _names(reference: Reference) -> tuple[frozenset[str], frozenset[str]]:
    """Return every provider and every method, also of tables that are switched off: a set-up outlives the switch."""
    tables = reference.tables
    return frozenset(tables["provider_methods"]["provider"]), frozenset(tables["payment_methods"]["method_id"])


Found = dict[str, tuple[Method, Verdict]]


def _verdicts(reference: Reference, market: str, set_up: SetUp, mix: Mix | None, unchecked: bool) -> Found:
    """Return the methods of the market, and those only a chosen provider brings up, with their verdicts."""
    known = supports(reference)
    chosen: dict[str, list[Support]] = {}
    for provider in set_up.providers:
        for support in known.get(provider, {}).values():
            if unchecked or support.checked:
                chosen.setdefault(support.method_id, []).append(support)
    paid_in_cash = mix is not None and bool({"cash", "cash_on_delivery"} & set(mix.shares))
    found: Found = {}
    for method in catalogue(reference).values():
        if method.method_id == CASH_ON_DELIVERY:
            wanted = set_up.cash_on_delivery or paid_in_cash or (unchecked and method.offered_in(market))
        else:
            there = method.offered_in(market) or method.method_id in chosen
            wanted = there and (unchecked or method.checked)
        if wanted:
            says = verdict(method, chosen.get(method.method_id, ()), set_up, market, unchecked=unchecked)
            found[method.method_id] = (method, says)
    return found


def _weights(found: Found, mix: Mix | None, given: Mapping[str, float], market: str) -> dict[str, float]:
    if mix is None:
        return {}
    by_class: dict[str, list[Method]] = {}
    for method, _says in found.values():
        if method.offered_in(market) or method.method_id == CASH_ON_DELIVERY:
            by_class.setdefault(class_of(method, mix), []).append(method)
    weights: dict[str, float] = {}
    for name in mix.shares:
        if name != "other":
            weights |= weights_in(name, by_class.get(name, ()), mix, given)
    return weights


def _classes(found: Found, mix: Mix | None, weights: Mapping[str, float]) -> pd.DataFrame:
    columns = [
        "share", "low", "low_confirmed", "high", "supported", "waiting", "points_low", "points_low_confirmed", "points_high",
    ]  # fmt: skip
    if mix is None:
        return pd.DataFrame(columns=columns, index=pd.Index([], name="payment_class"))
    shares = {name: mix.shares[name] for name in CLASS_NAMES if name in mix.shares}
    rest = 1 - sum(mix.shares.values())
    if rest > 1e-9:
        shares["unknown"] = rest
    rows = []
    for name, share in shares.items():
        covered = _UNNAMED if name in ("other", "unknown") else _coverage(name, found, mix, weights)
        points = [round(100 * share * end, DIGITS) for end in covered[:3]]
        rows.append((share, *covered, *points))
    return pd.DataFrame(rows, columns=columns, index=pd.Index(list(shares), name="payment_class"))


_UNNAMED = (0.0, 0.0, 1.0, 0, 0)
"""Coverage of what the source does not name."""


def _coverage(name: str, found: Found, mix: Mix, weights: Mapping[str, float]) -> tuple[float, float, float, int, int]:
    """Return a class's coverage at the low end, once confirmed and at the high end; methods available, and unknown ones."""
    inside = [(method, says) for method, says in found.values() if class_of(method, mix) == name]
    supported, waiting = (sum(says.available == state for _m, says in inside) for state in (YES, UNKNOWN))
    if any(m.method_id == CASH_ON_DELIVERY and says.available == YES for m, says in inside):
        return 1.0, 1.0, 1.0, supported, waiting
    sums = {state: 0.0 for state in (YES, UNKNOWN, NO)}
    for method, says in inside:
        sums[says.available] += weights.get(method.method_id, 0.0)
    middle = sum(weights.get(m.method_id, 0.0) for m, says in inside if says.confirmed == YES)
    # What the weights leave to 1 belongs to methods that no table names: unknown as well.
    high = max(1 - sums[NO], 1 - 0.5**supported)
    return min(sums[YES], 1.0), min(middle, 1.0), min(high, 1.0), supported, waiting


def _methods(found: Found, mix: Mix | None, weights: Mapping[str, float], market: str) -> pd.DataFrame:
    def order(pair: tuple[Method, Verdict]) -> tuple[object, ...]:
        method = pair[0]
        abroad = not method.offered_in(market) and method.method_id != CASH_ON_DELIVERY
        share = mix.shares.get(class_of(method, mix), 0.0) if mix else 0.0
        points = share * weights.get(method.method_id, 0.0)
        return abroad, -points, WORLD in method.buyers, method.name.casefold()

    rows = sorted(found.values(), key=order)
    none = 0.0 if mix else float("nan")
    columns = {
        "name": [m.name for m, _says in rows],
        "type": [m.type for m, _says in rows],
        "payment_class": [class_of(m, mix) for m, _says in rows],
        "local": [m.offered_in(market) or m.method_id == CASH_ON_DELIVERY for m, _says in rows],
        "here_only": [m.offered_in(market) and WORLD not in m.buyers for m, _says in rows],
        "available": [says.available for _m, says in rows],
        "if_confirmed": [says.confirmed for _m, says in rows],
        "gate": [says.gate for _m, says in rows],
        "reason": pd.Series([says.reason for _m, says in rows], dtype=object).to_numpy(),
        "providers": pd.Series([says.providers for _m, says in rows], dtype=object).to_numpy(),
        "weight": [weights.get(m.method_id, none) for m, _says in rows],
        "year": pd.array([m.year for m, _says in rows], dtype="Int64"),
        "source": [m.source for m, _says in rows],
        "checked": [m.checked for m, _says in rows],
    }
    return pd.DataFrame(columns, index=pd.Index([m.method_id for m, _says in rows], name="method_id"))


__all__ = ["PaymentFit", "check_known", "fit_for", "payment_fit"]
