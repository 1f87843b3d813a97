"""Which ways to pay a buyer is offered, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from frameworks.labels import N_
from frameworks.localization.checkout_model import Method, Text
from frameworks.payments.methods import WORLD, catalogue
from frameworks.payments.weights import points_of
from frameworks.reference import Reference

if TYPE_CHECKING:
    from frameworks.localization.checkout_words import Say
    from frameworks.payments import PaymentFit

MOST = 7
"""How many ways a checkout shows before the rest is folded away."""
_OF_A_TYPE = 3

UNKNOWN = N_("Whether your set-up can take this way to pay is not known; shown as if it can.")
UNTAKEN = N_("Your set-up takes none of the market's ways to pay; shown is what buyers use.")
NO_MIX = N_("No payment mix is published for this market: the order of the ways to pay is ours, by kind.")
NO_FIT = N_("How people pay in this market is not on record, so a card stands in.")

_OPEN_ORDER = (
    "card", "wallet", "real_time", "bank_redirect", "mobile_money", "bnpl", "bank_transfer", "direct_debit",
    "cash_voucher", "cash_on_delivery",
)  # fmt: skip
"""Types of methods in the order of a checkout where no mix tells how people pay; each has a phrase."""

_FIRST = ("visa", "mastercard")
_EVERYWHERE, _FEW_MARKETS = 1000, 10
_NAMED = 6
_CASH, _CARD, _LATER = "cash_on_delivery", "card", "bnpl"
_STANDING = {"yes": 0, "unknown": 1}
_REFUSED = 2
_USED = ("name", "type", "payment_class", "available", "gate", "weight")
_DESCRIBED = frozenset(
    {
        "ach-debit", "atm-tw", "bank-transfer", "bank-transfer-sepa", "cvs-tw", "emi-in", "furikomi", "india-wallets",
        "konbini", "netbanking-in", "online-banking-cz", "online-banking-fi", "online-banking-pl", "online-banking-sk",
        "online-banking-th", "open-banking-uk", "pad-ca", "paylater-in", "paystack-transfer", "sepa-debit", "ussd-ng",
        "virtual-account-id", "virtual-account-kr",
    }
)  # fmt: skip
"""Methods whose name in the table describes them in English: a buyer reads the kind in her own language instead."""


@dataclass(frozen=True)
class Way:
    """A way to pay in the ranking: all cards are one, and so are the methods of a type without a name of their own.

    name: "" for one that its type names. points: of the market's mix (0-1). brands: of cards.
    """

    name: str
    type: str
    payment_class: str
    available: str
    points: float = 0.0
    brands: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Offered:
    """A method that buyers of the market may have, and what it is ordered by."""

    key: tuple[float, ...]
    standing: int
    points: float
    breadth: float
    loose: bool
    plainly: bool
    row: dict


def ranked(reference: Reference, fit: PaymentFit | None) -> tuple[Way, ...]:
    """Return the ways to pay, best first: those taken, then those not known; if there are none, what buyers use.

    By share of the class in the market's mix times the weight within it; at equal points methods of few markets
    come before those of many, among which those with more usual points lead, and where a class has no points types
    stand in a usual order.
    """
    offered = _offered(reference, fit)
    usable = [one for one in offered if one.standing < _REFUSED] or offered
    alike: dict[str, list[_Offered]] = {}
    for one in usable:
        alike.setdefault(one.row["type"] if one.plainly else one.row["method_id"], []).append(one)
    return tuple(way for _key, way in sorted((_joined(some) for some in alike.values()), key=lambda pair: pair[0]))


def _joined(some: list[_Offered]) -> tuple[tuple[object, ...], Way]:
    """Return one way for methods that stand for each other, with what it is ordered by."""
    best = some[0]
    taken = [one for one in some if one.standing == best.standing]
    kind, card = best.row["type"], best.row["type"] == _CARD
    points = sum(one.points for one in taken) if card else max(one.points for one in taken)
    order = _OPEN_ORDER.index(kind)
    name = "" if best.plainly else str(best.row["name"])
    breadth = best.breadth + (_EVERYWHERE if best.plainly else 0)
    key = (best.standing, -round(points, 9), best.loose, 0 if points else order, breadth, order, name)
    brands = tuple(str(one.row["name"]) for one in taken) if card else ()
    return key, Way(name, kind, best.row["payment_class"], best.row["available"], points, brands)


def left_out(reference: Reference, fit: PaymentFit | None) -> tuple[str, ...]:
    """Return names of ways to pay of the market that the set-up does not take, best first, where it takes others."""
    offered = _offered(reference, fit)
    refused = [str(one.row["name"]) for one in offered if one.standing == _REFUSED and not one.plainly]
    return tuple(refused[:_NAMED]) if any(one.standing < _REFUSED for one in offered) else ()


def _offered(reference: Reference, fit: PaymentFit | None) -> list[_Offered]:
    if fit is None:
        return []
    shares = {} if fit.mix is None else fit.mix.shares
    known = catalogue(reference)
    found = []
    columns = ["method_id", *_USED]
    lists = [fit.methods.index.tolist(), *(fit.methods[name].tolist() for name in _USED)]
    for row in (dict(zip(columns, values, strict=True)) for values in zip(*lists, strict=True)):
        kind, name = row["type"], row["method_id"]
        if kind not in _OPEN_ORDER or row["payment_class"] == "other":  # neither vouchers nor coins
            continue
        if row["available"] == "no" and row["gate"] in ("buyer_country", "status"):
            continue
        weight = row["weight"] if row["weight"] == row["weight"] else 0.0  # NaN is unequal to itself
        points = shares.get(row["payment_class"], 0.0) * weight
        standing, loose = _STANDING.get(row["available"], _REFUSED), row["gate"] == "buyer_country"
        breadth = _breadth(name, known[name].buyers) if name in known else _EVERYWHERE
        first = _FIRST.index(name) if name in _FIRST else len(_FIRST)
        key = (standing, -points, loose, first, breadth, _OPEN_ORDER.index(kind), name)
        plainly = kind in (_CARD, _CASH) or name in _DESCRIBED
        found.append(_Offered(key, standing, points, breadth, loose, plainly, row))
    return sorted(found, key=lambda one: one.key)


def _breadth(name: str, buyers: Collection[str]) -> float:
    """Return what puts methods of few markets first, and of those that many have the better known one."""
    many = WORLD in buyers or len(buyers) > _FEW_MARKETS
    return _EVERYWHERE - 100 * points_of(name, {}) if many else len(buyers)


def chosen(ways: Sequence[Way]) -> tuple[Way, ...]:
    """Return the ways a checkout lists, in order: the best of each class, then the best of all, few of one type."""
    classes: dict[str, Way] = {}
    for way in ways:
        classes.setdefault(way.payment_class, way)
    listed = list(classes.values())[:MOST]
    for way in ways:
        if way not in listed and len(listed) < MOST and sum(other.type == way.type for other in listed) < _OF_A_TYPE:
            listed.append(way)
    return tuple(way for way in ways if way in listed)


def methods(ways: Sequence[Way], say: Say, mark: Mapping[str, int | None]) -> tuple[tuple[Method, ...], tuple[str, ...]]:
    """Return the ways to pay as rows of a checkout, and the names of those folded away.

    mark: number of the note for ``"unknown"`` and ``"no"``.
    """
    listed, shown = chosen(ways), []
    for way in listed:
        kind = say(f"pay.{way.type}")
        name = Text(way.name, "und") if way.name else kind
        shown.append(Method(name, kind if way.name else None, way.type, way.available, way.brands, mark.get(way.available)))
    return tuple(shown), tuple(way.name for way in ways if way.name and way not in listed)


def pays_later(ways: Sequence[Way]) -> bool:
    """Say whether one of the ways lets the buyer pay in parts."""
    return any(way.type == _LATER for way in ways)
