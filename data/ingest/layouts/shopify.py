"""Shopify: the orders export, one row a line item, and the customers export."""

from __future__ import annotations

from data.ingest.layouts.phrases import one_currency, personal
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_TEST = "lower(payment_method) LIKE '%bogus%'"

_STATUS = f"""CASE
    WHEN financial_status IS NULL THEN NULL
    WHEN {_TEST} THEN 'test'
    WHEN cancelled_at IS NOT NULL OR lower(financial_status) IN ('voided', 'expired') THEN 'cancelled'
    WHEN lower(financial_status) IN ('paid', 'refunded', 'partially_refunded') THEN lower(financial_status)
    WHEN lower(financial_status) IN ('pending', 'authorized', 'partially_paid') THEN 'pending' END"""

_CHANNEL = """CASE
    WHEN lower(channel_said) IN ('web', 'pos') THEN lower(channel_said)
    WHEN lower(channel_said) = 'shopify_draft_order' THEN 'sales'
    WHEN regexp_full_match(channel_said, '[0-9]+') THEN 'other' ELSE channel END"""

ORDERS = Layout(
    platform="shopify",
    kind="orders",
    fields=(
        Field("order_id", ("Name",), "id", required=True),
        Field("email", ("Email",), "contact"),
        Field("financial_status", ("Financial Status",), required=True),
        Field("paid_at", ("Paid at",), "instant"),
        Field("fulfilled_at", ("Fulfilled at",), "instant"),
        Field("currency", ("Currency",), "currency"),
        Field("shipping", ("Shipping",), "amount"),
        Field("tax", ("Taxes",), "amount"),
        Field("total", ("Total",), "amount", required=True),
        Field("discount", ("Discount Amount",), "amount"),
        Field("created_at", ("Created at",), "instant", required=True),
        Field("quantity", ("Lineitem quantity",), "count"),
        Field("product", ("Lineitem name",), required=True),
        Field("unit_price", ("Lineitem price",), "amount"),
        Field("sku", ("Lineitem sku",), "id"),
        Field("line_discount", ("Lineitem discount",), "amount"),
        Field("bill_market", ("Billing Country",), "market"),
        Field("ship_market", ("Shipping Country",), "market"),
        Field("cancelled_at", ("Cancelled at",), "instant"),
        Field("payment_method", ("Payment Method",)),
        Field("refunded", ("Refunded Amount",), "amount"),
        Field("channel", ("Source",), "channel"),
        Field("phone", ("Phone",), "contact"),
        *personal(
            "Billing Name", "Billing Street", "Billing Address1", "Billing Address2", "Billing Company",
            "Billing Phone", "Shipping Name", "Shipping Street", "Shipping Address1", "Shipping Address2",
            "Shipping Company", "Shipping Phone", "Notes", "Note Attributes", "Employee",
        ),
    ),
    targets=(
        Target(
            "orders",
            {
                "order_id": "order_id",
                "ordered_at": "created_at",
                # The two belong together: never one address's code beside the other's words.
                "market": "CASE WHEN ship_market_said IS NULL THEN bill_market ELSE ship_market END",
                "market_said": "coalesce(ship_market_said, bill_market_said)",
                "channel": _CHANNEL,
                "channel_said": "channel_said",
                "currency": "currency",
                "gross": "total",
                "discount": "discount",
                "shipping": "shipping",
                "tax": "tax",
                "refunded": "refunded",
                "status": _STATUS,
                "fulfilled_at": "fulfilled_at",
                "customer_key": "customer_key",
            },
            key="order_id",
        ),
        Target(
            "order_lines",
            {
                "order_id": "order_id",
                "sku": "sku",
                "product": "product",
                "quantity": "quantity",
                "unit_price": "unit_price",
                "line_total": "unit_price * quantity - coalesce(line_discount, 0)",
                # Only the first row of an order names the currency.
                "currency": "coalesce(currency, max(currency) OVER (PARTITION BY order_id))",
            },
            where="product IS NOT NULL OR sku IS NOT NULL OR quantity IS NOT NULL",
        ),
    ),
    rules=(
        Rule("order_id IS NULL", "set_aside", N_("The row names no order.")),
        one_currency("total"),
        Rule(
            f"financial_status IS NOT NULL AND {_TEST}",
            "noted",
            N_("Test orders: kept as such, and counted in no figure."),
        ),
        Rule(
            "financial_status IS NOT NULL AND paid_at IS NULL AND lower(financial_status) IN"
            " ('pending', 'authorized', 'partially_paid')",
            "noted",
            N_("Orders that are not paid yet: dated by when they were placed, and not counted as sold."),
        ),
        Rule(
            "financial_status IS NOT NULL AND (cancelled_at IS NOT NULL OR lower(financial_status) = 'voided')",
            "noted",
            N_("Cancelled orders: kept as such, and not counted as sold."),
        ),
        Rule("refunded > 0", "noted", N_("Refunds: what was paid back is taken off the revenue of the order's day.")),
        Rule(
            "regexp_full_match(channel_said, '[0-9]+')",
            "noted",
            N_("The source is the number of an app, not a name: the channel is Other."),
        ),
        Rule(
            "financial_status IS NOT NULL AND ship_market_said IS NULL AND bill_market_said IS NOT NULL",
            "noted",
            N_("No delivery country (shop counter, digital goods): the billing country is the market."),
        ),
        Rule(
            "financial_status IS NOT NULL AND lower(financial_status) NOT IN ('paid', 'refunded', 'partially_refunded',"
            " 'pending', 'authorized', 'partially_paid', 'voided', 'expired') AND cancelled_at IS NULL",
            "noted",
            N_("The payment state is a word we do not know: the order is kept without a state."),
        ),
    ),
    measures=("total", "discount", "shipping", "tax", "refunded", "quantity"),
)  # fmt: skip

CUSTOMERS = Layout(
    platform="shopify",
    kind="customers",
    fields=(
        Field("customer_id", ("Customer ID",), "contact"),
        Field("email", ("Email",), "contact", required=True),
        Field("consent", ("Accepts Email Marketing", "Accepts Marketing"), "flag", required=True),
        Field("market", ("Country Code", "Default Address Country Code"), "market"),
        Field("country", ("Country", "Default Address Country"), "market"),
        Field("spent", ("Total Spent",), "amount", required=True),
        Field("orders", ("Total Orders", "Orders Count"), "count", required=True),
        Field("phone", ("Phone",), "contact"),
        *personal(
            "First Name", "Last Name", "Company", "Address1", "Address2", "Default Address Company",
            "Default Address Address1", "Default Address Address2", "Default Address Phone", "Note",
        ),
    ),
    targets=(
        Target(
            "customers",
            {
                "customer_key": "customer_key",
                "market": "CASE WHEN market_said IS NULL THEN country ELSE market END",
                "market_said": "coalesce(market_said, country_said)",
                "consent_email": "consent",
                "orders_said": "orders",
                "spent_said": "spent",
                "currency": "currency",
            },
            where="customer_key IS NOT NULL",
            key="customer_key",
        ),
    ),
    rules=(
        Rule("customer_key IS NULL", "set_aside", N_("The row has no e-mail, number or phone to know the buyer by.")),
    ),
    measures=("spent", "orders"),
)  # fmt: skip

LAYOUTS = (ORDERS, CUSTOMERS)
