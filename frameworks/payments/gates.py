"""Whether a method is available to a merchant in a market, and the gate that stops it.

The gates in order: a chosen provider processes it, it is active, buyers of the market have it, its currency is sold,
the merchant's country is eligible, and the integration's needs are met. What no table says is unknown, never passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from frameworks.labels import N_, Sentence
from frameworks.payments.methods import ANY, CASH_ON_DELIVERY, WORLD, Method, Support
from frameworks.payments.set_up import SetUp

GATES = ("provider", "status", "buyer_country", "currency", "merchant_country", "needs")
GATE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "": N_("open"), "provider": N_("provider"), "status": N_("status"), "buyer_country": N_("buyer country"),
        "currency": N_("currency"), "merchant_country": N_("merchant country"), "needs": N_("integration needs"),
    }
)  # fmt: skip

CAPTURES_LATER: Mapping[str, bool] = MappingProxyType(
    {
        "card": True, "cash_on_delivery": True,
        "bank_redirect": False, "real_time": False, "bank_transfer": False, "direct_debit": False,
        "cash_voucher": False, "mobile_money": False,
    }
)  # fmt: skip
"""Whether a type of method can be charged after shipping. An assumption: cards are authorised first, while the buyer
pushes bank, cash and mobile payments at once. Types left out (wallets, pay later) differ by method and are unknown."""
_PUSHED_CARDS = frozenset({"bancontact"})
"""Card schemes that are paid at once like a bank redirect."""

YES, UNKNOWN, NO = "yes", "unknown", "no"
_RANK = {YES: 2, UNKNOWN: 1, NO: 0}


@dataclass(frozen=True)
class Verdict:
    """Whether a method is available: yes, no or unknown; the first gate that says so, why, and by which providers.

    confirmed: what ``available`` becomes once the providers confirm what they do not publish.
    """

    available: str
    gate: str
    reason: Sentence
    providers: tuple[str, ...]
    confirmed: str


@dataclass(frozen=True)
class Gate:
    """What one gate says."""

    name: str
    state: str
    reason: Sentence
    confirmable: bool = False


def verdict(
    method: Method, chosen: Iterable[Support], set_up: SetUp, market: str, *, unchecked: bool = False
) -> Verdict:
    """Return whether a method is available in a market.

    chosen: the merchant's providers that process the method. unchecked: take columns written from memory at their word.
    """
    if method.method_id == CASH_ON_DELIVERY:
        return _cash_on_delivery(method, set_up)
    found = [(support, gates(method, support, set_up, market, unchecked=unchecked)) for support in chosen]
    if not found:
        reason = Sentence(N_("None of your providers is known to process it."))
        return Verdict(NO, "provider", reason, (), NO)
    best = max((_state(passed) for _s, passed in found), key=_RANK.__getitem__)
    confirmed = max((_state(passed, confirmed=True) for _s, passed in found), key=_RANK.__getitem__)
    fitting = [(support, passed) for support, passed in found if _state(passed) == best]
    # Of several providers that do not do, the one that comes furthest tells most.
    _support, passed = max(fitting, key=lambda pair: GATES.index(_stop(pair[1]).name) if best != YES else 0)
    stop = _stop(passed)
    names = tuple(sorted(support.provider for support, _passed in (found if best == NO else fitting)))
    if best == YES:
        return Verdict(YES, "", Sentence(N_("Every gate is open.")), names, YES)
    return Verdict(best, stop.name, stop.reason, names, confirmed)


def gates(
    method: Method, support: Support | None, set_up: SetUp, market: str, *, unchecked: bool = False
) -> tuple[Gate, ...]:
    """Return what each gate says after the provider's; ``support`` None asks as if any provider were chosen."""
    return (
        _status(method),
        _buyers(method, support, market, unchecked),
        _currency(method, set_up, unchecked),
        *((_merchant(support, set_up, unchecked),) if support else ()),
        *_needs(method, set_up, unchecked),
    )


def _cash_on_delivery(method: Method, set_up: SetUp) -> Verdict:
    if not set_up.cash_on_delivery:
        return Verdict(NO, "provider", Sentence(N_("Your set-up does not offer cash on delivery.")), (), NO)
    shut = next((gate for gate in _needs(method, set_up, True) if gate.state == NO), None)
    if shut:
        return Verdict(NO, shut.name, shut.reason, (), NO)
    return Verdict(YES, "", Sentence(N_("You run it yourself; no provider is needed.")), (), YES)


def _state(passed: Iterable[Gate], *, confirmed: bool = False) -> str:
    states = {YES if confirmed and gate.confirmable and gate.state == UNKNOWN else gate.state for gate in passed}
    return NO if NO in states else UNKNOWN if UNKNOWN in states else YES


def _stop(passed: Iterable[Gate]) -> Gate:
    """Return the first gate that is shut, else the first that is unknown, else the last one."""
    listed = list(passed)
    for state in (NO, UNKNOWN):
        for gate in listed:
            if gate.state == state:
                return gate
    return listed[-1]


def _open(name: str) -> Gate:
    return Gate(name, YES, Sentence(N_("Every gate is open.")))


def _status(method: Method) -> Gate:
    if method.status == "active":
        return _open("status")
    told = N_("It is closing: no new buyers.") if method.status == "retiring" else N_("It is closed.")
    return Gate("status", NO, Sentence(told))


def _buyers(method: Method, support: Support | None, market: str, unchecked: bool) -> Gate:
    if not method.buyers:
        return Gate("buyer_country", UNKNOWN, Sentence(N_("No source says in which countries buyers have it.")))
    if not method.offered_in(market):
        return Gate("buyer_country", NO, Sentence(N_("Buyers in this market do not have it.")))
    if support and support.buyers and market not in support.buyers:
        told = Sentence(N_("{provider} does not cover buyers in this market."), provider=support.name)
        return Gate("buyer_country", NO, told)
    if not method.trusted("buyer_countries", unchecked):
        return Gate("buyer_country", UNKNOWN, Sentence(N_("The list of its buyers’ countries is unchecked.")))
    return _open("buyer_country")


def _currency(method: Method, set_up: SetUp, unchecked: bool) -> Gate:
    if not method.currencies:
        return Gate("currency", UNKNOWN, Sentence(N_("No source names its currencies.")))
    if ANY not in method.currencies and not method.currencies & set(set_up.currencies):
        takes = ", ".join(sorted(method.currencies)[:6]) + (" …" if len(method.currencies) > 6 else "")
        told = Sentence(N_("It is paid in {takes}; you sell in {sold}."), takes=takes, sold=", ".join(set_up.currencies))
        return Gate("currency", NO, told)
    if not method.trusted("currencies", unchecked):
        return Gate("currency", UNKNOWN, Sentence(N_("The list of its currencies is unchecked.")))
    return _open("currency")


def _merchant(support: Support, set_up: SetUp, unchecked: bool) -> Gate:
    country, name = set_up.merchant_country, "merchant_country"
    if country in support.barred:
        told = N_("{provider} does not offer it to merchants in {country}.")
        return Gate(name, NO, Sentence(told, provider=support.name, country=country))
    if not support.merchants:
        if set_up.confirmed:
            return _open(name)
        told = N_("{provider} publishes no merchant countries for it.")
        return Gate(name, UNKNOWN, Sentence(told, provider=support.name), confirmable=True)
    if not support.merchants_checked and not unchecked:
        # Asking the provider can bear out an unchecked list, not overrule it.
        if set_up.confirmed and country in support.merchants:
            return _open(name)
        told = Sentence(N_("The list of {provider}’s merchant countries is unchecked."), provider=support.name)
        return Gate(name, UNKNOWN, told, confirmable=country in support.merchants)
    if WORLD not in support.merchants and country not in support.merchants:
        told = N_("{provider} offers it to merchants in {count} other countries, not in {country}.")
        values = {"provider": support.name, "count": len(support.merchants), "country": country}
        return Gate(name, NO, Sentence(told, **values))
    return _open(name)


def _needs(method: Method, set_up: SetUp, unchecked: bool) -> tuple[Gate, ...]:
    asked = []
    if set_up.recurring:
        asked.append(_can(method, "recurring", unchecked, N_("It cannot be charged again later."),
                          N_("It is charged again only by way of another method."),
                          N_("No checked source says whether it can be charged again later.")))  # fmt: skip
    if set_up.refunds:
        asked.append(_can(method, "refunds", unchecked, N_("It cannot be refunded."), N_("It is refunded only in part."),
                          N_("No checked source says whether it can be refunded.")))  # fmt: skip
    if set_up.manual_capture:
        asked.append(_capture(method))
    if set_up.amount is not None:
        asked.append(_amount(method, set_up))
    return tuple(asked) or (_open("needs"),)


def _can(method: Method, column: str, unchecked: bool, never: str, partly: str, silent: str) -> Gate:
    said = getattr(method, column) if method.trusted(column, unchecked) else ""
    if said == "y":
        return _open("needs")
    told = {"n": never, "partial": partly}.get(said, silent)
    return Gate("needs", NO if said == "n" else UNKNOWN, Sentence(told))


def _capture(method: Method) -> Gate:
    can = False if method.method_id in _PUSHED_CARDS else CAPTURES_LATER.get(method.type)
    if can:
        return _open("needs")
    if can is None:
        return Gate("needs", UNKNOWN, Sentence(N_("No source says whether it can be captured after shipping.")))
    return Gate("needs", NO, Sentence(N_("It is paid at once and cannot be captured after shipping.")))


def _amount(method: Method, set_up: SetUp) -> Gate:
    if method.minimum is None and method.maximum is None:
        if set_up.confirmed:
            return _open("needs")
        return Gate("needs", UNKNOWN, Sentence(N_("No source says from and up to which amount it can be used.")), confirmable=True)
    if method.amount_currency != set_up.amount_currency:
        told = N_("Its limits are in {limits}, your basket is in {basket}.")
        values = {"limits": method.amount_currency or "?", "basket": str(set_up.amount_currency)}
        return Gate("needs", UNKNOWN, Sentence(told, **values))
    if method.minimum is not None and set_up.amount < method.minimum:  # type: ignore[operator]
        told = N_("It is used from {least} {currency}; your basket is below.")
        return Gate("needs", NO, Sentence(told, least=method.minimum, currency=method.amount_currency))
    if method.maximum is not None and set_up.amount > method.maximum:  # type: ignore[operator]
        told = N_("It is used up to {most} {currency}; your basket is above.")
        return Gate("needs", NO, Sentence(told, most=method.maximum, currency=method.amount_currency))
    return _open("needs")
