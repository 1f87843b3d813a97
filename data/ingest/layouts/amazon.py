"""Amazon Seller: the all orders report, one row an item of an order."""

from __future__ import annotations

from data.ingest.layouts.phrases import listed, one_currency
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

STORES = {
    "amazon.com": "USA", "amazon.ca": "CAN", "amazon.com.mx": "MEX", "amazon.com.br": "BRA", "amazon.co.uk": "GBR",
    "amazon.de": "DEU", "amazon.fr": "FRA", "amazon.it": "ITA", "amazon.es": "ESP", "amazon.nl": "NLD",
    "amazon.se": "SWE", "amazon.pl": "POL", "amazon.com.be": "BEL", "amazon.com.tr": "TUR", "amazon.ae": "ARE",
    "amazon.sa": "SAU", "amazon.eg": "EGY", "amazon.in": "IND", "amazon.co.jp": "JPN", "amazon.com.au": "AUS",
    "amazon.sg": "SGP", "amazon.co.za": "ZAF", "amazon.ie": "IRL",
}  # fmt: skip
"""The market each Amazon shop sells in."""

_STORE = (
    "CASE lower(store) " + " ".join(f"WHEN '{store}' THEN '{market}'" for store, market in STORES.items()) + " END"
)
# A blank price is a price not known yet (pending), never zero.
_CHARGED = """CASE WHEN item_price IS NOT NULL THEN item_price + coalesce(item_tax, 0)
    + coalesce(shipping, 0) + coalesce(shipping_tax, 0) + coalesce(gift_wrap, 0) + coalesce(gift_wrap_tax, 0)
    - abs(coalesce(promotion, 0)) - abs(coalesce(shipping_promotion, 0)) END"""

_CANCELLED = ("cancelled", "canceled", "キャンセル")
_STATUS = f"""CASE WHEN lower(status) IN ({listed(_CANCELLED)}) THEN 'cancelled'
    WHEN lower(status) LIKE 'pending%' OR status IN ('保留中') THEN 'pending'
    WHEN status IS NOT NULL THEN 'paid' END"""

ALL_ORDERS = Layout(
    platform="amazon",
    kind="order_items",
    fields=(
        Field("order_id", ("amazon-order-id",), "id", required=True),
        Field("purchased_at", ("purchase-date",), "instant", required=True),
        Field("status", ("order-status",), required=True),
        Field("store", ("sales-channel",)),
        Field("product", ("product-name",)),
        Field("sku", ("sku",), "id"),
        Field("item_status", ("item-status",)),
        Field("quantity", ("quantity", "quantity-purchased"), "count", required=True),
        Field("currency", ("currency",), "currency", required=True),
        Field("item_price", ("item-price",), "amount", required=True),
        Field("item_tax", ("item-tax",), "amount"),
        Field("shipping", ("shipping-price",), "amount"),
        Field("shipping_tax", ("shipping-tax",), "amount"),
        Field("gift_wrap", ("gift-wrap-price",), "amount"),
        Field("gift_wrap_tax", ("gift-wrap-tax",), "amount"),
        Field("promotion", ("item-promotion-discount",), "amount"),
        Field("shipping_promotion", ("ship-promotion-discount",), "amount"),
        Field("market", ("ship-country",), "market"),
        Field("email", ("buyer-email",), "contact"),
        Field("personal_name", ("buyer-name",), "personal"),
        Field("personal_phone", ("buyer-phone-number",), "personal"),
        Field("personal_recipient", ("recipient-name",), "personal"),
        Field("personal_address", ("ship-address-1",), "personal"),
        Field("personal_address_2", ("ship-address-2",), "personal"),
    ),
    targets=(
        Target(
            "orders",
            {
                "order_id": "order_id",
                "ordered_at": "purchased_at",
                "market": f"CASE WHEN market_said IS NULL THEN {_STORE} ELSE market END",
                "market_said": "coalesce(market_said, store)",
                "channel": "CASE WHEN lower(store) LIKE 'non-amazon%' THEN 'other' ELSE 'marketplace' END",
                "channel_said": "coalesce(store, 'Amazon')",
                "currency": "currency",
                "gross": _CHARGED,
                "discount": "CASE WHEN promotion IS NOT NULL OR shipping_promotion IS NOT NULL"
                " THEN abs(coalesce(promotion, 0)) + abs(coalesce(shipping_promotion, 0)) END",
                "shipping": "shipping",
                "tax": "CASE WHEN item_tax IS NOT NULL OR shipping_tax IS NOT NULL OR gift_wrap_tax IS NOT NULL"
                " THEN coalesce(item_tax, 0) + coalesce(shipping_tax, 0) + coalesce(gift_wrap_tax, 0) END",
                "status": _STATUS,
                "customer_key": "customer_key",
            },
            key="order_id",
            merge={"gross": "sum", "discount": "sum", "shipping": "sum", "tax": "sum"},
        ),
        Target(
            "order_lines",
            {
                "order_id": "order_id",
                "sku": "sku",
                "product": "product",
                "quantity": "quantity",
                # The price is that of the line, not of the piece.
                "unit_price": "CASE WHEN quantity > 0 THEN item_price / CAST(quantity AS DECIMAL(18, 4)) END",
                "line_total": "item_price",
                "currency": "currency",
            },
        ),
    ),
    rules=(
        Rule("order_id IS NULL", "set_aside", N_("The row names no order.")),
        one_currency("item_price"),
        Rule(
            f"lower(item_status) IN ({listed(_CANCELLED)}) AND lower(status) NOT IN ({listed(_CANCELLED)})",
            "left_out",
            N_("This item was cancelled while the rest of its order went out."),
        ),
        Rule(
            "item_price IS NULL AND lower(status) LIKE 'pending%'",
            "noted",
            N_("Pending orders carry no price yet: their amount is unknown, not zero."),
        ),
        Rule(
            f"lower(status) IN ({listed(_CANCELLED)})",
            "noted",
            N_("Cancelled orders: kept as such, and not counted as sold."),
        ),
        Rule(
            "lower(store) LIKE 'non-amazon%'",
            "noted",
            N_("Orders of another shop that Amazon only delivered: the channel is Other."),
        ),
    ),
    assumes={"zone": "UTC"},
    measures=("item_price", "item_tax", "shipping", "promotion", "quantity"),
)

LAYOUTS = (ALL_ORDERS,)
