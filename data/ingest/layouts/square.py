"""Square: the item sales export of the till, one row an item of a transaction."""

from __future__ import annotations

from data.ingest.layouts.phrases import one_currency, personal
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_RETURN = "(quantity < 0 OR net < 0 OR lower(event) = 'refund')"

ITEMS = Layout(
    platform="square",
    kind="order_items",
    fields=(
        Field("day", ("Date",), "day", required=True),
        Field("clock", ("Time",), "clock", required=True),
        Field("zone", ("Time Zone",), "zone"),
        Field("product", ("Item",), required=True),
        Field("quantity", ("Qty",), "count", required=True),
        Field("sku", ("SKU",), "id"),
        Field("gross_sales", ("Gross Sales",), "amount", required=True),
        Field("discounts", ("Discounts",), "amount"),
        Field("net", ("Net Sales",), "amount", required=True),
        Field("tax", ("Tax",), "amount"),
        Field("order_id", ("Transaction ID",), "id", required=True),
        Field("event", ("Event Type",)),
        Field("channel", ("Channel",), "channel"),
        Field("currency", ("Currency",), "currency"),
        Field("customer_id", ("Customer ID",), "contact"),
        *personal("Customer Name", "Customer Reference ID", "PAN Suffix", "Notes", "Employee", "Details"),
    ),
    targets=(
        Target(
            "orders",
            {
                "order_id": "order_id",
                "ordered_at": "instant_in(CAST(day + coalesce(clock, TIME '00:00:00') AS TIMESTAMP), zone)",
                "channel": "CASE WHEN channel_said IS NULL THEN 'pos' ELSE coalesce(channel, 'pos') END",
                "channel_said": "coalesce(channel_said, 'Square')",
                "currency": "currency",
                "gross": f"CASE WHEN {_RETURN} THEN 0 ELSE net + coalesce(tax, 0) END",
                "discount": f"CASE WHEN {_RETURN} THEN 0 ELSE abs(discounts) END",
                "tax": f"CASE WHEN {_RETURN} THEN 0 ELSE tax END",
                "refunded": f"CASE WHEN {_RETURN} THEN abs(net + coalesce(tax, 0)) END",
                "status": f"CASE WHEN {_RETURN} THEN 'partially_refunded' ELSE 'paid' END",
                "customer_key": "customer_key",
            },
            key="order_id",
            merge={"gross": "sum", "discount": "sum", "tax": "sum", "refunded": "sum", "status": "max"},
        ),
        Target(
            "order_lines",
            {
                "order_id": "order_id",
                "sku": "sku",
                "product": "product",
                "quantity": "quantity",
                "unit_price": "CASE WHEN quantity <> 0 THEN gross_sales / CAST(quantity AS DECIMAL(18, 4)) END",
                "line_total": "net",
                "currency": "currency",
            },
            where=f"NOT coalesce({_RETURN}, false)",
        ),
    ),
    rules=(
        Rule("order_id IS NULL", "set_aside", N_("The row names no order.")),
        one_currency("net"),
        Rule(_RETURN, "noted", N_("Returns at the till: counted as paid back, not as negative sales.")),
    ),
    measures=("gross_sales", "discounts", "net", "tax", "quantity"),
)  # fmt: skip

LAYOUTS = (ITEMS,)
