"""Which methods people in a market can pay by, and which providers process them, as the tables have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from frameworks.labels import N_, Sentence
from frameworks.reference import Reference

METHOD_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "card": "card", "wallet": "wallet", "mobile_money": "wallet",
        "bank_redirect": "bank_transfer", "real_time": "bank_transfer", "bank_transfer": "bank_transfer",
        "direct_debit": "direct_debit", "bnpl": "bnpl", "cash_voucher": "cash",
        "cash_on_delivery": "cash_on_delivery", "carrier_billing": "other",
    }
)  # fmt: skip
"""The payment class that each type of method is counted in."""

CLASS_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "card": N_("Cards"),
        "wallet": N_("Wallets and mobile money"),
        "bank_transfer": N_("Bank payments"),
        "direct_debit": N_("Direct debit"),
        "bnpl": N_("Invoice and instalments"),
        "cash": N_("Cash at a shop or kiosk"),
        "cash_on_delivery": N_("Cash on delivery"),
        "other": N_("Other"),
        "unknown": N_("Not published"),
    }
)
"""Payment classes as people read them, in the order they are listed."""

TYPE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "card": N_("card"), "wallet": N_("wallet"), "mobile_money": N_("mobile money"),
        "bank_redirect": N_("bank redirect"), "real_time": N_("real-time payment"),
        "bank_transfer": N_("bank transfer"), "direct_debit": N_("direct debit"), "bnpl": N_("pay later"),
        "cash_voucher": N_("cash voucher"), "cash_on_delivery": N_("cash on delivery"),
        "carrier_billing": N_("carrier billing"),
    }
)  # fmt: skip

WORLD, ANY = "WORLD", "ANY"
CASH_ON_DELIVERY = "cash-on-delivery"
_NO_CLASS_OF_A_MIX = frozenset({"gift-card", "crypto"})
"""Neither a wallet nor cash as the published mixes mean them."""


class PaymentError(Sentence):
    """A question about payments that cannot be answered; the sentence says what to change."""


@dataclass(frozen=True)
class Method:
    """One way to pay. Blank texts and None are unknown.

    buyers, currencies: codes, or ``WORLD`` and ``ANY`` alone. recurring, refunds: y, n, partial or "".
    minimum, maximum: in ``amount_currency``. status: active, retiring or discontinued.
    unverified: columns that were written from memory; ``checked`` is False when the whole row was.
    """

    method_id: str
    name: str
    type: str
    buyers: frozenset[str]
    currencies: frozenset[str]
    recurring: str
    refunds: str
    minimum: float | None
    maximum: float | None
    amount_currency: str
    status: str
    status_note: str
    source: str
    year: int | None
    unverified: frozenset[str]
    checked: bool

    @property
    def payment_class(self) -> str:
        """The class of a mix that the method is counted in."""
        return "other" if self.method_id in _NO_CLASS_OF_A_MIX else METHOD_CLASSES.get(self.type, "other")

    def trusted(self, column: str, unchecked: bool) -> bool:
        """Say whether a column may be taken as it stands; one written from memory only when asked for."""
        return unchecked or column not in self.unverified

    def offered_in(self, market: str) -> bool:
        """Say whether buyers of a market are listed."""
        return WORLD in self.buyers or market in self.buyers


@dataclass(frozen=True)
class Support:
    """That a provider processes a method.

    merchants: codes of eligible merchants, empty for unknown; ``merchants_checked`` is False when written from memory.
    barred: merchants known to be left out. buyers: the only ones the provider covers, empty for the method's own.
    """

    provider: str
    name: str
    method_id: str
    merchants: frozenset[str]
    merchants_checked: bool
    barred: frozenset[str]
    buyers: frozenset[str]
    checked: bool
    year: int | None


def catalogue(reference: Reference) -> Mapping[str, Method]:
    """Return every method by its ``method_id``; worked out once for a reference."""
    return reference.derived(_catalogue)


def supports(reference: Reference) -> Mapping[str, Mapping[str, Support]]:
    """Return by provider, then by method, what each provider is known to process; worked out once."""
    return reference.derived(_supports)


def methods_in(reference: Reference, market: str, *, unchecked: bool = False) -> pd.DataFrame:
    """Return the methods that buyers of a market can have, local ones first.

    A frame by ``method_id`` with ``name``, ``type``, ``payment_class``, ``local`` (not offered everywhere), ``status``,
    ``status_note``, ``source``, ``year`` (None for unknown) and ``checked`` (bool). unchecked: with rows written from
    memory. Raises PaymentError for an unknown market.
    """
    known_market(reference, market)
    rows = [
        (m.method_id, m.name, m.type, m.payment_class, WORLD not in m.buyers, m.status, m.status_note, m.source, m.year,
         m.checked and "buyer_countries" not in m.unverified)
        for m in catalogue(reference).values() if m.offered_in(market) and (unchecked or m.checked)
    ]  # fmt: skip
    columns = [
        "method_id", "name", "type", "payment_class", "local", "status", "status_note", "source", "year", "checked",
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=columns)
    frame = frame.sort_values(["local", "name"], ascending=[False, True], key=_folded)
    return frame.set_index("method_id")


def providers(reference: Reference, *, unchecked: bool = False) -> pd.DataFrame:
    """Return the payment providers in the tables, by name.

    A frame by ``provider`` with ``name``, ``methods`` (how many it is known to process) and ``year`` (oldest figure).
    """
    rows = []
    for provider, found in supports(reference).items():
        counted = [s for s in found.values() if unchecked or s.checked]
        years = [s.year for s in counted if s.year]
        if counted:
            rows.append((provider, counted[0].name, len(counted), min(years, default=None)))
    frame = pd.DataFrame(rows, columns=["provider", "name", "methods", "year"])
    return frame.sort_values("name", key=_folded).set_index("provider")


def known_market(reference: Reference, market: object) -> str:
    """Return the code of a market; raises PaymentError when there is none such."""
    if not isinstance(market, str) or market not in reference.markets:
        raise PaymentError(
            N_("{market} is no market that Landfall knows; use a three-letter code such as NLD."), market=f"{market!r:.40}"
        )
    return market


def _catalogue(reference: Reference) -> Mapping[str, Method]:
    return MappingProxyType(
        {
            row.method_id: Method(
                row.method_id, row.name, row.type, codes(row.buyer_countries), codes(row.currencies),
                row.recurring, row.refunds, _number(row.min_amount), _number(row.max_amount), row.amount_currency,
                row.status, row.status_note, row.source, _year(row.year), codes(row.unverified_fields),
                row.checked == "yes",
            )
            for row in reference.table("payment_methods").itertuples(index=False)
        }
    )  # fmt: skip


def _supports(reference: Reference) -> Mapping[str, Mapping[str, Support]]:
    found: dict[str, dict[str, Support]] = {}
    for row in reference.table("provider_methods").itertuples(index=False):
        known = found.setdefault(row.provider, {})
        if row.supported == "y":
            known[row.method_id] = Support(
                row.provider, row.provider_name, row.method_id, codes(row.merchant_countries),
                "merchant_countries" not in codes(row.unverified_fields), codes(row.barred_merchants),
                codes(row.buyer_countries), row.checked == "yes", _year(row.year),
            )  # fmt: skip
    return MappingProxyType({provider: MappingProxyType(known) for provider, known in found.items()})


def codes(text: str) -> frozenset[str]:
    """Return the codes of a cell, parted by ``|``."""
    return frozenset(filter(None, text.split("|")))


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def _year(value: float) -> int | None:
    return None if pd.isna(value) else int(value)


def _folded(column: pd.Series) -> pd.Series:
    return column if column.dtype == bool else column.map(str.casefold)
