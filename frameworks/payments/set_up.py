"""The merchant's set-up: providers, country, currencies and what a payment must be able to do."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

import pycountry
from babel.numbers import get_currency_precision

from frameworks.labels import N_
from frameworks.payments.methods import PaymentError

MOST_AMOUNT = Decimal(10) ** 12
MOST_POINTS = 1000.0
MOST_ITEMS = 60
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_COUNTRY = re.compile(r"[A-Z]{3}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_FLAGS = ("recurring", "refunds", "manual_capture", "cash_on_delivery", "confirmed")
_LONGEST = 20_000


class SetUpError(PaymentError):
    """A set-up that cannot be used; the sentence names the field, what stands in it and what to do."""


@dataclass(frozen=True)
class SetUp:
    """What the merchant has, sells in and needs; checked when it is made.

    providers:        short names of payment providers, in any order.
    merchant_country: ISO 3166-1 alpha-3 code of the country whose account takes the money.
    currencies:       ISO 4217 codes that prices are charged in, the first one leading.
    amount:           a usual basket in ``amount_currency``, None for any; the first currency where none is named.
    recurring, refunds, manual_capture: what every payment must allow; manual capture charges after shipping.
    cash_on_delivery: the merchant hands over parcels against cash, without a provider.
    confirmed:        the team has asked its providers: where they publish no merchant countries, or a method no
                      limits of amount, its account may use the method.
    weights:          points by method_id, 0 to 1000, in place of the usual ones within a class.

    Raises SetUpError.
    """

    providers: tuple[str, ...] = ()
    merchant_country: str = "USA"
    currencies: tuple[str, ...] = ("USD",)
    amount: Decimal | None = None
    amount_currency: str | None = None
    recurring: bool = False
    refunds: bool = False
    manual_capture: bool = False
    cash_on_delivery: bool = False
    confirmed: bool = False
    weights: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        providers = _listed("providers", self.providers, _NAME, N_("the short name of a payment provider such as stripe"))
        country = _code("merchant_country", self.merchant_country, _COUNTRY, N_("a three-letter country code such as NLD"))
        currencies = _listed("currencies", self.currencies, _CURRENCY, _CURRENCY_WANTED)
        if not currencies:
            raise SetUpError(N_("The set-up sells in no currency; add at least one code such as EUR."))
        for code in currencies:
            _known_currency("currencies", code)
        amount, currency = _amount(self.amount, self.amount_currency, currencies)
        for name in _FLAGS:
            if not isinstance(getattr(self, name), bool):
                told = N_("The field {key} must be true or false, not {value}.")
                raise SetUpError(told, key=name, value=_quoted(getattr(self, name)))
        checked = {
            "providers": providers, "merchant_country": country, "currencies": currencies, "amount": amount,
            "amount_currency": currency, "weights": _weights(self.weights),
        }  # fmt: skip
        for name, value in checked.items():
            object.__setattr__(self, name, value)

    def __hash__(self) -> int:
        return hash(self.to_json())

    def to_json(self) -> str:
        """Return the set-up as JSON with sorted keys; equal set-ups give equal text."""
        document: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(self)}
        document |= {
            "providers": list(self.providers), "currencies": list(self.currencies), "weights": dict(self.weights),
            "amount": None if self.amount is None else str(self.amount),
        }  # fmt: skip
        return json.dumps(document, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str | bytes) -> SetUp:
        """Read what ``to_json`` wrote; raises SetUpError on anything else. Fields left out take their defaults."""
        try:
            document = json.loads(text[:_LONGEST])
        except (ValueError, TypeError, RecursionError):
            raise SetUpError(N_("The set-up is not readable; set it up again.")) from None
        known = {each.name for each in fields(cls)}
        if not isinstance(document, dict) or set(document) - known:
            raise SetUpError(N_("The set-up is not one that Landfall wrote; set it up again."))
        return cls(**document)


_CURRENCY_WANTED = N_("a three-letter currency code such as EUR")


def _listed(key: str, values: object, shape: re.Pattern[str], what: str) -> tuple[str, ...]:
    if isinstance(values, str) or not isinstance(values, Sequence | set | frozenset):
        raise SetUpError(N_("The field {key} must be a list, not {value}."), key=key, value=_quoted(values))
    found = tuple(values) if isinstance(values, Sequence) else tuple(sorted(values, key=str))
    if len(found) > MOST_ITEMS:
        raise SetUpError(N_("The field {key} lists more than {most} entries."), key=key, most=MOST_ITEMS)
    return tuple(dict.fromkeys(_code(key, value, shape, what) for value in found))


def _code(key: str, value: object, shape: re.Pattern[str], what: str) -> str:
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise SetUpError(
            N_("In the field {key}, {value} is not {what}."), key=key, value=_quoted(value), what=PaymentError(what)
        )
    return value


def _known_currency(key: str, code: str) -> None:
    if pycountry.currencies.get(alpha_3=code) is None:
        raise SetUpError(N_("In the field {key}, {value} is not {what}."), key=key, value=_quoted(code),
                         what=PaymentError(_CURRENCY_WANTED))  # fmt: skip


def _amount(value: object, currency: object, sold: tuple[str, ...]) -> tuple[Decimal | None, str | None]:
    """Return a usable amount and its currency; both None where no amount is given."""
    if currency is not None:
        _known_currency("amount_currency", _code("amount_currency", currency, _CURRENCY, _CURRENCY_WANTED))
    if value is None:
        return None, currency  # type: ignore[return-value]
    unit = str(currency or sold[0])
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise SetUpError(N_("The basket amount must be a number, not {value}."), value=_quoted(value))
    try:
        found = Decimal(str(value)[:100].strip())
    except InvalidOperation:
        raise SetUpError(N_("The basket amount {value} is not a number; write it as 49.90."), value=_quoted(value)) from None
    if not found.is_finite() or found <= 0:
        raise SetUpError(N_("The basket amount must be more than 0, not {value}."), value=_quoted(value))
    if found > MOST_AMOUNT:
        told = N_("The basket amount is larger than {most}; enter what one order usually costs.")
        raise SetUpError(told, most=float(MOST_AMOUNT))
    places = get_currency_precision(unit)
    if -found.normalize().as_tuple().exponent > places:  # type: ignore[operator]
        raise SetUpError(
            N_("The basket amount {value} has more decimals than {currency} has ({places})."),
            value=_quoted(value), currency=unit, places=places,
        )  # fmt: skip
    return found.quantize(Decimal(1).scaleb(-places)), unit


def _weights(given: object) -> Mapping[str, float]:
    if not isinstance(given, Mapping):
        raise SetUpError(N_("The weights must map methods to points, not be {value}."), value=_quoted(given))
    if len(given) > 500:
        raise SetUpError(N_("The weights list more than {most} methods."), most=500)
    points = {}
    for name, value in given.items():
        _code("weights", name, _NAME, N_("the short name of a payment method such as ideal"))
        number = value if isinstance(value, int | float) and not isinstance(value, bool) else math.nan
        if not 0 <= number <= MOST_POINTS:
            raise SetUpError(
                N_("The weight of {name} must be a number from 0 to {most}, not {value}."),
                name=name, most=MOST_POINTS, value=_quoted(value),
            )  # fmt: skip
        points[name] = float(number) + 0.0
    return MappingProxyType(dict(sorted(points.items())))


def _quoted(value: object) -> str:
    return f"{value if isinstance(value, Decimal) else repr(value)!s:.40}"
