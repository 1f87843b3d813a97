"""BigCommerce: the orders export."""

from __future__ import annotations

from data.ingest.layouts.phrases import case, one_currency, personal
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_WORDS = {
    "paid": ("Completed", "Shipped", "Partially Shipped", "Awaiting Fulfillment", "Awaiting Shipment",
             "Awaiting Pickup", "Disputed"),
    "pending": ("Pending", "Incomplete", "Awaiting Payment", "Manual Verification Required"),
    "cancelled": ("Cancelled", "Canceled", "Declined"),
    "refunded": ("Refunded",),
    "partially_refunded": ("Partially Refunded",),
}  # fmt: skip
_SAID = case("status", _WORDS)

ORDERS = Layout(
    platform="bigcommerce",
    kind="orders",
    fields=(
        Field("order_id", ("Order ID",), "id", required=True),
        Field("ordered_at", ("Order Date",), "instant", required=True),
        Field("status", ("Order Status",), required=True),
        Field("total", ("Order Total", "Order Total (inc tax)"), "amount", required=True),
        Field("tax", ("Tax Total",), "amount", required=True),
        Field("shipping", ("Shipping Total", "Shipping Cost (inc tax)"), "amount", required=True),
        Field("refunded", ("Refund Amount",), "amount"),
        Field("discount", ("Coupon Value", "Discount Amount"), "amount"),
        Field("currency", ("Order Currency Code", "Currency Code", "Currency"), "currency"),
        Field("email", ("Email Address", "Customer Email"), "contact"),
        Field("customer_id", ("Customer ID",), "contact"),
        Field("bill_market", ("Billing Country",), "market"),
        Field("ship_market", ("Shipping Country",), "market"),
        Field("sent_at", ("Date Shipped", "Ship Date"), "instant"),
        *personal("IP Address", "Customer Name", "Customer Phone", "Billing Name", "Billing Street 1",
                  "Shipping Name", "Shipping Street 1", "Customer Message"),
    ),
    targets=(
        Target(
            "orders",
            {
                "order_id": "order_id",
                "ordered_at": "ordered_at",
                "market": "CASE WHEN ship_market_said IS NULL THEN bill_market ELSE ship_market END",
                "market_said": "coalesce(ship_market_said, bill_market_said)",
                "channel": "'web'",
                "currency": "currency",
                "gross": "total",
                "discount": "abs(discount)",
                "shipping": "shipping",
                "tax": "tax",
                "refunded": f"CASE WHEN {_SAID} = 'refunded' THEN coalesce(nullif(abs(refunded), 0), total)"
                " ELSE abs(refunded) END",
                "status": f"CASE WHEN {_SAID} = 'paid' AND refunded > 0 AND refunded < total"
                f" THEN 'partially_refunded' ELSE {_SAID} END",
                "fulfilled_at": "sent_at",
                "customer_key": "customer_key",
            },
            key="order_id",
        ),
    ),
    rules=(
        Rule("order_id IS NULL", "set_aside", N_("The row names no order.")),
        one_currency("total"),
        Rule(f"{_SAID} = 'cancelled'", "noted", N_("Cancelled orders: kept as such, and not counted as sold.")),
        Rule(f"{_SAID} = 'pending'", "noted",
             N_("Orders that are not paid yet: dated by when they were placed, and not counted as sold.")),
        Rule(f"status IS NOT NULL AND {_SAID} IS NULL", "noted",
             N_("The payment state is a word we do not know: the order is kept without a state.")),
    ),
    measures=("total", "tax", "shipping", "refunded"),
)  # fmt: skip

LAYOUTS = (ORDERS,)
