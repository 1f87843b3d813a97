"""Stripe: the payments export, a dump of charges from its interface, and the balance history."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.ingest.layouts.phrases import listed, minor_units, personal
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_


def _from_interface(cells: Mapping[str, Sequence[str]], headers: Sequence[str], _: Sequence[str]) -> bool:
    """Whether the file was written by the programming interface, which counts in the smallest unit."""
    created = [cell for cell in cells.get("created_at", ()) if cell.strip()]
    epochs = bool(created) and all(re.fullmatch(r"\d{10}", cell.strip()) for cell in created)
    whole = not any(re.search(r"[.,]\d{1,2}$", cell.strip()) for cell in cells.get("amount", ()))
    return whole and (epochs or ("amount" in headers and "created" in headers))


def _from_dashboard(cells: Mapping[str, Sequence[str]], headers: Sequence[str], preamble: Sequence[str]) -> bool:
    return not _from_interface(cells, headers, preamble)


_FIELDS = (
    Field("payment_id", ("id",), "id", required=True),
    Field("created_at", ("Created (UTC)", "Created", "Created date (UTC)"), "instant", required=True),
    Field("amount", ("Amount",), "amount", required=True),
    Field("refunded", ("Amount Refunded",), "amount", required=True),
    Field("currency", ("Currency",), "currency", required=True),
    Field("settled", ("Converted Amount",), "amount"),
    Field("settled_currency", ("Converted Currency",), "currency"),
    Field("fee", ("Fee",), "amount"),
    Field("mode", ("Mode", "livemode")),
    Field("status", ("Status",), required=True),
    Field("captured", ("Captured",), "flag"),
    Field("bill_market", ("Card Address Country",), "market"),
    Field("issue_market", ("Card Issue Country",), "market"),
    Field("method", ("Payment Source Type", "Card Brand")),
    Field("disputed", ("Disputed Amount",), "amount"),
    Field("dispute", ("Dispute Status",)),
    Field("order_id", ("order_id (metadata)", "order (metadata)", "order_number (metadata)",
                       "Order ID (metadata)"), "id"),
    Field("email", ("Customer Email", "receipt_email"), "contact"),
    Field("customer_id", ("Customer ID", "customer"), "contact"),
    *personal("Customer Description", "Description", "Card Last4", "Card Name", "Card Address Line1",
              "Card Address Line2", "Card Fingerprint"),
)  # fmt: skip

_MARKET = {
    "market": "CASE WHEN bill_market_said IS NULL THEN issue_market ELSE bill_market END",
    "market_said": "coalesce(bill_market_said, issue_market_said)",
}
# The fee is in the currency Stripe paid out; beside another charged currency it is brought to that one.
_FEE = """CASE WHEN settled_currency IS NULL OR settled_currency = currency THEN abs(fee)
    WHEN settled <> 0 THEN abs(round(CAST(fee AS DOUBLE) * CAST(amount AS DOUBLE) / CAST(settled AS DOUBLE), 4)) END"""


def _targets(amount: str, refunded: str, disputed: str) -> tuple[Target, ...]:
    common = {"payment_id": "payment_id", "paid_at": "created_at", **_MARKET, "method": "method",
              "currency": "currency", "order_id": "order_id", "customer_key": "customer_key"}  # fmt: skip
    return (
        Target("payments", common | {"kind": "'charge'", "amount": amount, "fee": _FEE}),
        Target("payments", common | {"kind": "'refund'", "amount": f"-({refunded})"}, where="refunded > 0"),
        Target(
            "payments",
            common | {"kind": "'adjustment'", "amount": f"-({disputed})"},
            where="disputed > 0 AND lower(dispute) = 'lost'",
        ),
    )


_RULES = (
    Rule("lower(mode) IN ('test', 'false')", "left_out", N_("Made in test mode: no money moved.")),
    Rule("lower(status) IN ('failed', 'canceled', 'cancelled', 'blocked', 'requires_payment_method', 'incomplete')",
         "left_out", N_("The payment failed: no money moved.")),
    Rule("captured = false OR lower(status) IN ('uncaptured', 'requires_capture')", "left_out",
         N_("Authorised only: the money was never taken.")),
    Rule("lower(status) IN ('pending', 'processing', 'requires_action')", "left_out",
         N_("Not completed yet: no money moved so far.")),
    Rule("refunded > 0", "noted",
         N_("Refunds: the file does not date them, so they carry the day of the payment.")),
    Rule("settled_currency <> currency", "noted",
         N_("Paid out in another currency: the fee is brought to the currency of the payment.")),
    Rule("disputed > 0 AND lower(dispute) = 'lost'", "noted", N_("Disputes lost: taken off as an adjustment.")),
)  # fmt: skip

PAYMENTS = Layout(
    platform="stripe",
    kind="payments",
    fields=_FIELDS,
    targets=_targets("amount", "refunded", "disputed"),
    rules=_RULES,
    assumes={"zone": "UTC"},
    measures=("amount", "refunded"),
    tell=_from_dashboard,
)

CHARGES = replace(
    PAYMENTS,
    targets=_targets(minor_units("amount"), minor_units("refunded"), minor_units("disputed")),
    rules=(
        *_RULES,
        Rule("amount IS NOT NULL", "noted",
             N_("Amounts are in the smallest unit (cents) and were brought to the currency itself.")),
    ),
    tell=_from_interface,
)  # fmt: skip

_KINDS = {
    "charge": ("charge", "payment"),
    "refund": ("refund", "payment_refund", "payment_failure_refund", "refund_failure"),
    "payout": ("payout", "payout_cancel", "payout_failure"),
    "fee": ("stripe_fee", "application_fee", "stripe_fx_fee", "tax_fee", "network_cost"),
}
_KIND = "CASE " + " ".join(f"WHEN lower(type) IN ({listed(words)}) THEN '{kind}'" for kind, words in _KINDS.items())

BALANCE = Layout(
    platform="stripe",
    kind="balance",
    fields=(
        Field("payment_id", ("id", "balance_transaction_id"), "id", required=True),
        Field("type", ("Type", "reporting_category"), required=True),
        Field("source", ("Source", "source_id"), "id", required=True),
        Field("amount", ("Amount", "gross"), "amount", required=True),
        Field("fee", ("Fee",), "amount", required=True),
        Field("net", ("Net",), "amount", required=True),
        Field("currency", ("Currency",), "currency", required=True),
        Field("created_at", ("Created (UTC)", "Created"), "instant", required=True),
        Field("order_id", ("order_id (metadata)", "order (metadata)", "Order ID (metadata)"), "id"),
        Field("email", ("Customer Email",), "contact"),
        Field("customer_id", ("Customer ID",), "contact"),
        *personal("Description", "Customer Name", "Customer Description"),
    ),
    targets=(
        Target(
            "payments",
            {
                "payment_id": "payment_id",
                "paid_at": "created_at",
                "kind": f"{_KIND} ELSE 'adjustment' END",
                "currency": "currency",
                "amount": "amount",
                # Exports differ in the sign of the fee; what is missing from the net does not.
                "fee": "coalesce(amount - net, abs(fee))",
                "order_id": "order_id",
                "customer_key": "customer_key",
            },
        ),
    ),
    rules=(
        Rule("lower(type) LIKE 'payout%'", "noted", N_("Payouts to the bank: kept as such, and no revenue.")),
        Rule(f"{_KIND} END IS NULL", "noted", N_("Adjustments and transfers: kept as such, and no revenue.")),
    ),
    assumes={"zone": "UTC"},
    measures=("amount", "net"),
)

LAYOUTS = (PAYMENTS, CHARGES, BALANCE)
