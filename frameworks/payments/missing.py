"""What is not available in a market yet, by the points it would add, and who would add it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from frameworks.labels import N_, Sentence
from frameworks.payments.gates import GATES, NO, Verdict, gates
from frameworks.payments.methods import CASH_ON_DELIVERY, WORLD, Method, supports
from frameworks.payments.mix import Mix
from frameworks.payments.set_up import SetUp
from frameworks.payments.weights import class_of
from frameworks.reference import Reference

COLUMNS = ("method_id", "name", "payment_class", "points", "providers", "gate", "also", "reason")


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
