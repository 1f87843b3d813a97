"""What is not available in a market yet, by the points it would add, and who would add it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import pandas as pd

from frameworks.labels import N_, Sentence
from frameworks.payments.gates import GATES, NO, Verdict, gates
from frameworks.payments.methods import CASH_ON_DELIVERY, WORLD, Method, supports
from frameworks.payments.mix import Mix
from frameworks.payments.set_up import SetUp
from frameworks.payments.weights import class_of
from frameworks.reference import Reference

COLUMNS = ("method_id", "name", "payment_class", "points", "providers", "gate", "also", "reason")


@dataclass(frozen=True)
class Gain:
    """Methods that are missing and what the fit gains by all of them, said once.

    methods: ``method_id`` and name of each; several where the figures give one share for all of them and the same would
             open them. points: NaN without a mix. providers: those that add every one of them. same_as: names of
             methods whose points these are as well, so that only one of the two can be gained.
    """

    methods: Mapping[str, str]
    payment_class: str
    points: float
    providers: tuple[str, ...]
    gate: str
    also: tuple[str, ...]
    reason: Sentence
    same_as: tuple[str, ...] = ()


def gains(missing: pd.DataFrame, mix: Mix | None, weights: Mapping[str, float]) -> tuple[Gain, ...]:
    """Return what is missing with methods of one share together, most points first.

    missing: as ``missing_methods`` returns it. weights: within the class, by method_id. Together are methods of one class
    with one weight that no source gives to each, stopped at the same gates, as long as one provider adds them all; of
    cards also those of different weight, because brands of cards come with one contract.
    """
    groups: list[tuple[object, list[Any], tuple[str, ...]]] = []
    for row in missing.itertuples():
        key = _share_of(row, mix, weights)
        for at, (other, rows, adding) in enumerate(groups):
            both = tuple(name for name in adding if name in row.providers)
            if key is not None and key == other and (both or not (adding or row.providers)):
                groups[at] = (key, [*rows, row], both)
                break
        else:
            groups.append((key, [row], row.providers))
    found = [_gain(rows, adding, mix, weights) for _key, rows, adding in groups]
    if mix is not None:
        found.sort(key=lambda gain: -gain.points)  # stable: ties stay in the order of the methods
    return tuple(_again(gain, found) for gain in found)


def _share_of(row: Any, mix: Mix | None, weights: Mapping[str, float]) -> object:
    """Return what tells shares apart; None for a method whose share is its own."""
    code = row.method_id
    if mix is None or code == CASH_ON_DELIVERY or not row.points > 0 or code in mix.methods or mix.schemes.get(code):
        return None
    weight = 0.0 if row.payment_class == "card" else round(weights.get(code, 0.0), 9)
    return row.payment_class, weight, row.gate, row.also, str(row.reason)


def _gain(rows: list[Any], adding: tuple[str, ...], mix: Mix | None, weights: Mapping[str, float]) -> Gain:
    first, points = rows[0], rows[0].points
    if len(rows) > 1 and mix is not None:
        points = round(100 * mix.shares[first.payment_class] * sum(weights[row.method_id] for row in rows), 1)
    named = MappingProxyType({row.method_id: row.name for row in rows})
    return Gain(named, first.payment_class, points, adding, first.gate, first.also, first.reason)


def _again(gain: Gain, found: list[Gain]) -> Gain:
    """Say of cash on delivery whose share it would cover as well."""
    if CASH_ON_DELIVERY not in gain.methods:
        return gain
    beside = [other for other in found if other is not gain and other.payment_class == gain.payment_class and other.points > 0]
    return replace(gain, same_as=tuple(name for other in beside for name in other.methods.values()))


def missing_methods(
    reference: Reference, market: str, set_up: SetUp, mix: Mix | None, found: Mapping[str, tuple[Method, Verdict]],
    weights: Mapping[str, float], *, unchecked: bool = False,
) -> pd.DataFrame:  # fmt: skip
    """Return the methods of a market that are not available, most points first, as ``PaymentFit.missing`` has them.

    found: methods with their verdicts. weights: within the class, by method_id.

    Points are what the low end gains once every gate of that method is open: share of the class times weight. Left out
    is what nobody can open: methods that are closed or that buyers of the market do not have.
    """
    rows = []
    for method, says in found.values():
        if says.available != NO or says.gate in ("status", "buyer_country"):
            continue
        name = class_of(method, mix)
        if mix is None:
            points = float("nan")
        elif method.method_id == CASH_ON_DELIVERY:
            covered = sum(
                weights.get(m.method_id, 0.0) for m, other in found.values()
                if class_of(m, mix) == name and other.available == "yes"
            )  # fmt: skip
            points = round(100 * mix.shares.get(name, 0.0) * max(1 - covered, 0.0), 1)
        else:
            points = round(100 * mix.shares.get(name, 0.0) * weights.get(method.method_id, 0.0), 1)
        also = _also(method, says, set_up, market, unchecked)
        if also is None:
            continue
        adding = _adding(reference, method, set_up, market, unchecked) if says.gate in ("provider", "merchant_country") else ()
        reason = _reason(says, method, adding)
        # Without a mix what is made for the market comes first.
        order = (0.0 if mix is None else -points, WORLD in method.buyers, method.name.casefold())
        rows.append((order, (method.method_id, method.name, name, points, adding, says.gate, also, reason)))
    rows.sort(key=lambda pair: pair[0])
    return pd.DataFrame([row for _order, row in rows], columns=list(COLUMNS))


def _also(method: Method, says: Verdict, set_up: SetUp, market: str, unchecked: bool) -> tuple[str, ...] | None:
    """Return further gates that are shut whatever provider is chosen; None when nobody can open one of them."""
    shut = {gate.name for gate in gates(method, None, set_up, market, unchecked=unchecked) if gate.state == NO}
    if method.method_id == CASH_ON_DELIVERY:
        shut &= {"needs"}
    if shut & {"status", "buyer_country"}:
        return None
    return tuple(name for name in GATES if name in shut and name != says.gate)


def _adding(reference: Reference, method: Method, set_up: SetUp, market: str, unchecked: bool) -> tuple[str, ...]:
    """Return the providers not chosen yet that process the method and are not known to refuse buyers or merchant.

    A provider whose merchant countries are unknown is named too; those known to accept the merchant come first.
    """
    if method.method_id == CASH_ON_DELIVERY:
        return ()
    anything = replace(set_up, recurring=False, refunds=False, manual_capture=False, amount=None)
    rows = []
    for provider, known in supports(reference).items():
        support = known.get(method.method_id)
        if support is None or provider in set_up.providers or not (unchecked or support.checked):
            continue
        states = {g.name: g.state for g in gates(method, support, anything, market, unchecked=unchecked)}
        if NO not in (states["merchant_country"], states["buyer_country"]):
            rows.append((states["merchant_country"] != "yes", support.name.casefold(), provider))
    return tuple(provider for _unsure, _name, provider in sorted(rows))


def _reason(says: Verdict, method: Method, adding: tuple[str, ...]) -> Sentence:
    if says.gate == "provider" and not adding and method.method_id != CASH_ON_DELIVERY:
        return Sentence(N_("No provider in the tables is known to process it for you."))
    return says.reason
