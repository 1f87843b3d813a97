"""Etsy: sold order items, where order amounts repeat on every item, and sold orders."""

from __future__ import annotations

from data.ingest.layouts.phrases import one_currency, personal
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_CHANNEL = "CASE WHEN regexp_matches(lower(order_type), 'person|square|pos') THEN 'pos' ELSE 'marketplace' END"
_ORDER = "ltrim(order_id, '#')"
_FIRST = f"row_number() OVER (PARTITION BY {_ORDER} ORDER BY line) = 1"

ITEMS = Layout(
    platform="etsy",
    kind="order_items",
    fields=(
        Field("sold_on", ("Sale Date",), "instant", required=True),
        Field("product", ("Item Name",), required=True),
        Field("customer_id", ("Buyer",), "contact"),
        Field("quantity", ("Quantity",), "count", required=True),
        Field("unit_price", ("Price",), "amount", required=True),
        Field("discount", ("Discount Amount",), "amount"),
        Field("shipping_discount", ("Shipping Discount",), "amount"),
        Field("shipping", ("Order Shipping",), "amount"),
        Field("sales_tax", ("Order Sales Tax",), "amount"),
        Field("item_total", ("Item Total",), "amount", required=True),
        Field("currency", ("Currency",), "currency"),
        Field("transaction_id", ("Transaction ID",), "id", required=True),
        Field("paid_on", ("Date Paid",), "instant"),
        Field("sent_on", ("Date Shipped",), "instant"),
        Field("market", ("Ship Country",), "market"),
        Field("order_id", ("Order ID",), "id", required=True),
        Field("order_type", ("Order Type",)),
        Field("vat", ("VAT Paid by Buyer",), "amount"),
        Field("sku", ("SKU",), "id"),
        *personal("Ship Name", "Ship Address1", "Ship Address2"),
    ),
    targets=(
        Target(
            "orders",
            {
                "order_id": _ORDER,
                "ordered_at": "sold_on",
                "market": "market",
                "market_said": "market_said",
                "channel": _CHANNEL,
                "channel_said": "coalesce(order_type, 'Etsy')",
                "currency": "currency",
                # What belongs to the order stands on each of its items, and is counted with the first.
                "gross": f"item_total + CASE WHEN {_FIRST} THEN coalesce(shipping, 0) - abs(coalesce(shipping_discount, 0))"
                " - abs(coalesce(discount, 0)) + coalesce(sales_tax, 0) + coalesce(vat, 0) ELSE 0 END",
                "discount": "abs(discount)",
                "shipping": "coalesce(shipping, 0) - abs(coalesce(shipping_discount, 0))",
                "tax": "coalesce(sales_tax, 0) + coalesce(vat, 0)",
                "status": "CASE WHEN paid_on IS NULL AND count(paid_on) OVER () > 0 THEN 'pending' ELSE 'paid' END",
                "fulfilled_at": "sent_on",
                "customer_key": "customer_key",
            },
            key=_ORDER,
            merge={"gross": "sum"},
        ),
        Target(
            "order_lines",
            {
                "order_id": _ORDER,
                "sku": "sku",
                "product": "product",
                "quantity": "quantity",
                "unit_price": "unit_price",
                "line_total": "item_total",
                "currency": "currency",
            },
        ),
    ),
    rules=(
        Rule("order_id IS NULL", "set_aside", N_("The row names no order.")),
        one_currency("item_total"),
        Rule(
            "transaction_id IS NOT NULL AND row_number() OVER (PARTITION BY transaction_id ORDER BY line) > 1",
            "left_out",
            N_("The same item sale stands in the file more than once."),
        ),
        Rule(
            "row_number() OVER (PARTITION BY order_id ORDER BY line) > 1 AND"
            " (shipping <> 0 OR sales_tax <> 0 OR discount <> 0)",
            "noted",
            N_("Shipping, tax and discount of an order repeat on each of its items: they are counted once."),
        ),
    ),
    measures=("item_total", "quantity"),
)

ORDERS = Layout(
    platform="etsy",
    kind="orders",
    fields=(
        Field("sold_on", ("Sale Date",), "instant", required=True),
        Field("order_id", ("Order ID",), "id", required=True),
        Field("customer_id", ("Buyer User ID", "Buyer"), "contact"),
        Field("units", ("Number of Items",), "count", required=True),
        Field("currency", ("Currency",), "currency"),
        Field("order_value", ("Order Value",), "amount", required=True),
        Field("shipping", ("Shipping",), "amount"),
        Field("shipping_discount", ("Shipping Discount",), "amount"),
        Field("discount", ("Discount Amount",), "amount"),
        Field("tax", ("Sales Tax",), "amount"),
        Field("total", ("Order Total",), "amount", required=True),
        Field("status", ("Status",)),
        Field("fees", ("Card Processing Fees",), "amount"),
        Field("net", ("Order Net",), "amount"),
        Field("sent_on", ("Date Shipped",), "instant"),
        Field("market", ("Ship Country",), "market"),
        Field("order_type", ("Order Type",)),
        *personal("Full Name", "First Name", "Last Name", "Street 1", "Street 2"),
    ),
    targets=(
        Target(
            "orders",
            {
                "order_id": _ORDER,
                "ordered_at": "sold_on",
                "market": "market",
                "market_said": "market_said",
                "channel": _CHANNEL,
                "channel_said": "coalesce(order_type, 'Etsy')",
                "currency": "currency",
                "gross": "total",
                "discount": "abs(discount)",
                "shipping": "shipping",
                "tax": "tax",
                "fees": "abs(fees)",
                "status": "CASE WHEN regexp_matches(lower(status), 'cancel') THEN 'cancelled'"
                " WHEN regexp_matches(lower(status), 'partial.*refund') THEN 'partially_refunded'"
                " WHEN regexp_matches(lower(status), 'refund') THEN 'refunded'"
                " WHEN regexp_matches(lower(status), 'unpaid|pending|processing') THEN 'pending' ELSE 'paid' END",
                "refunded": "CASE WHEN regexp_matches(lower(status), 'refund') AND NOT"
                " regexp_matches(lower(status), 'partial') THEN total END",
                "fulfilled_at": "sent_on",
                "customer_key": "customer_key",
            },
            key=_ORDER,
        ),
    ),
    rules=(
        Rule("order_id IS NULL", "set_aside", N_("The row names no order.")),
        one_currency("total"),
        Rule("regexp_matches(lower(status), 'cancel')", "noted",
             N_("Cancelled orders: kept as such, and not counted as sold.")),
        Rule("regexp_matches(lower(status), 'partial.*refund')", "noted",
             N_("Partly refunded orders: the file does not say how much was paid back.")),
    ),
    measures=("total", "shipping", "fees", "units"),
)  # fmt: skip

LAYOUTS = (ITEMS, ORDERS)
