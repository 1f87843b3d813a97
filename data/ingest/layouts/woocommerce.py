"""WooCommerce: orders as the export plugins write them, and the Analytics download."""

from __future__ import annotations

from data.ingest.layouts.phrases import case, matches, one_currency, personal
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_WORDS = {
    "paid": ("completed", "processing", "Abgeschlossen", "In Bearbeitung", "Completado", "Procesando", "Terminée",
             "En cours", "Completato", "In lavorazione"),
    "pending": ("pending", "pending payment", "on-hold", "on hold", "checkout-draft", "In Wartestellung",
                "Zahlung ausstehend", "En espera", "Pendiente de pago", "En attente", "Attente paiement",
                "In attesa", "In sospeso"),
    "cancelled": ("cancelled", "canceled", "failed", "trash", "Storniert", "Fehlgeschlagen", "Cancelado", "Fallido",
                  "Annulée", "Échouée", "Annullato", "Fallito"),
    "refunded": ("refunded", "Rückerstattet", "Reembolsado", "Remboursée", "Rimborsato"),
}  # fmt: skip
_SAID = "regexp_replace(status, '^wc-', '')"
_STATUS = (
    f"CASE WHEN refunded > 0 AND refunded < total AND {case(_SAID, _WORDS)} = 'paid' THEN 'partially_refunded'"
    f" ELSE {case(_SAID, _WORDS)} END"
)
_CANCELLED = Rule(
    f"{case(_SAID, _WORDS)} = 'cancelled'", "noted", N_("Cancelled orders: kept as such, and not counted as sold.")
)
_PENDING = Rule(
    f"{case(_SAID, _WORDS)} = 'pending'",
    "noted",
    N_("Orders that are not paid yet: dated by when they were placed, and not counted as sold."),
)
_UNKNOWN = Rule(
    f"status IS NOT NULL AND {case(_SAID, _WORDS)} IS NULL",
    "noted",
    N_("The payment state is a word we do not know: the order is kept without a state."),
)

ORDERS = Layout(
    platform="woocommerce",
    kind="orders",
    fields=(
        Field("order_id", ("order_id", "Order Number", "order_number"), "id", required=True),
        Field("ordered_at", ("order_date", "date_created"), "instant", required=True),
        Field("status", ("order_status", "status"), required=True),
        Field("email", ("billing_email", "Email (Billing)"), "contact", required=True),
        Field("customer_id", ("customer_id", "Customer User ID", "customer_user"), "contact"),
        Field("phone", ("billing_phone", "Phone (Billing)"), "contact"),
        Field("bill_market", ("billing_country", "Country Code (Billing)", "Country Name (Billing)"), "market"),
        Field("ship_market", ("shipping_country", "Country Code (Shipping)", "Country Name (Shipping)"), "market"),
        Field("total", ("order_total", "Order Total Amount", "total"), "amount", required=True),
        Field("tax", ("order_tax", "tax_total", "order_tax_total", "Order Total Tax Amount", "total_tax"), "amount"),
        Field("shipping", ("order_shipping", "shipping_total", "Order Shipping Amount"), "amount"),
        Field("discount", ("cart_discount", "discount_total", "Cart Discount Amount", "order_discount"), "amount"),
        Field("refunded", ("order_refund", "refunded_total", "Order Refund Amount", "total_refunded"), "amount"),
        Field("currency", ("order_currency", "currency"), "currency"),
        Field("sent_at", ("completed_date", "date_completed", "Completed Date"), "instant"),
        Field("product", ("Item Name", "line_item_name", "product_name")),
        Field("sku", ("SKU", "line_item_sku", "product_sku"), "id"),
        Field("quantity", ("Quantity", "Quantity (- Refund)", "line_item_quantity"), "count"),
        Field("unit_price", ("Item Cost", "line_item_price", "product_price"), "amount"),
        Field("line_total", ("Order Line Total", "line_item_total", "Item Total"), "amount"),
        *personal(
            "billing_first_name", "billing_last_name", "billing_company", "billing_address_1", "billing_address_2",
            "shipping_first_name", "shipping_last_name", "shipping_company", "shipping_address_1",
            "shipping_address_2", "shipping_phone", "First Name (Billing)", "Last Name (Billing)",
            "Company (Billing)", "Address 1&2 (Billing)", "First Name (Shipping)", "Last Name (Shipping)",
            "Address 1&2 (Shipping)", "Customer Note", "customer_ip_address",
        ),
    ),
    targets=(
        Target(
            "orders",
            {
                "order_id": "ltrim(order_id, '#')",
                "ordered_at": "ordered_at",
                "market": "CASE WHEN ship_market_said IS NULL THEN bill_market ELSE ship_market END",
                "market_said": "coalesce(ship_market_said, bill_market_said)",
                "channel": "'web'",
                "currency": "currency",
                "gross": "total",
                "discount": "discount",
                "shipping": "shipping",
                "tax": "tax",
                "refunded": f"CASE WHEN {case(_SAID, _WORDS)} = 'refunded' THEN coalesce(nullif(abs(refunded), 0),"
                " total) ELSE abs(refunded) END",
                "status": _STATUS,
                "fulfilled_at": "sent_at",
                "customer_key": "customer_key",
            },
            key="ltrim(order_id, '#')",
        ),
        Target(
            "order_lines",
            {
                "order_id": "ltrim(order_id, '#')",
                "sku": "sku",
                "product": "product",
                "quantity": "quantity",
                "unit_price": "unit_price",
                "line_total": "coalesce(line_total, unit_price * quantity)",
                "currency": "currency",
            },
            where="product IS NOT NULL OR sku IS NOT NULL",
        ),
    ),
    rules=(
        Rule("order_id IS NULL", "set_aside", N_("The row names no order.")),
        one_currency("total"),
        _CANCELLED,
        _PENDING,
        _UNKNOWN,
        Rule("row_number() OVER (PARTITION BY order_id ORDER BY line) > 1", "noted",
             N_("The order stands on several rows, one for each product: its total is counted once.")),
        Rule(f"{case(_SAID, _WORDS)} = 'refunded' AND coalesce(refunded, 0) = 0", "noted",
             N_("Refunded orders without an amount paid back: the whole order counts as refunded.")),
    ),
    measures=("total", "refunded"),
)  # fmt: skip

# headers not verified
ANALYTICS = Layout(
    platform="woocommerce",
    kind="orders",
    fields=(
        Field("ordered_at", ("Date",), "instant", required=True),
        Field("order_id", ("Order #",), "id", required=True),
        Field("status", ("Status",), required=True),
        Field("units", ("Items sold",), "count"),
        Field("product", ("Product(s)", "Products")),
        Field("net", ("N. Revenue", "Net Sales", "Net Revenue"), "amount", required=True),
        Field("channel", ("Attribution", "Origin"), "channel"),
        Field("customer_type", ("Customer type",), required=True),
        *personal("Customer"),
    ),
    targets=(
        Target(
            "orders",
            {
                "order_id": "ltrim(order_id, '#')",
                "ordered_at": "ordered_at",
                "channel": f"CASE WHEN {matches('channel_said', '^organic')} THEN 'organic_search'"
                f" WHEN {matches('channel_said', '^referral')} THEN 'referral'"
                f" WHEN {matches('channel_said', '^direct')} THEN 'direct' ELSE channel END",
                "channel_said": "channel_said",
                "currency": "currency",
                "gross": "net",
                "status": case(_SAID, _WORDS),
            },
            key="ltrim(order_id, '#')",
        ),
        Target(
            "order_lines",
            {
                "order_id": "ltrim(order_id, '#')",
                "product": "product",
                "quantity": "units",
                "line_total": "net",
                "currency": "currency",
            },
            where="units IS NOT NULL",
        ),
    ),
    rules=(
        Rule("order_id IS NULL", "set_aside", N_("The row names no order.")),
        one_currency("net"),
        _CANCELLED,
        _PENDING,
        _UNKNOWN,
        Rule("net IS NOT NULL", "noted",
             N_("The file states net revenue only, without tax and shipping: it stands in for what was charged.")),
    ),
    measures=("net", "units"),
)  # fmt: skip

LAYOUTS = (ORDERS, ANALYTICS)
