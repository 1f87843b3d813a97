"""The kinds of plain table that anyone may bring: which fields each has, and which it cannot do without."""

from __future__ import annotations

from dataclasses import dataclass, field

from frameworks.labels import N_

MONEY = "amount"


@dataclass(frozen=True)
class Wanted:
    """A field that a plain table may fill.

    alias:    its name in the layout's expressions.
    type:     the field's type (see ``data.ingest.model.Field``).
    title:    what the mapping screen calls it.
    concepts: the concepts of ``header_words`` that stand for it, the more telling first.
    """

    alias: str
    type: str
    title: str
    concepts: tuple[str, ...]


@dataclass(frozen=True)
class Kind:
    """A kind of plain table.

    needs: groups of sets of aliases; of each group at least one whole set must be there.
    """

    name: str
    title: str
    wanted: tuple[Wanted, ...]
    needs: tuple[tuple[frozenset[str], ...], ...] = field(default=())

    @property
    def aliases(self) -> tuple[str, ...]:
        """The aliases, in order."""
        return tuple(wanted.alias for wanted in self.wanted)

    def __getitem__(self, alias: str) -> Wanted:
        return next(wanted for wanted in self.wanted if wanted.alias == alias)

    def lacks(self, present: frozenset[str]) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """The groups of which nothing whole is present: per group, its sets of aliases."""
        return tuple(
            tuple(tuple(sorted(one)) for one in group)
            for group in self.needs
            if not any(one <= present for one in group)
        )


def _any(*sets: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(one.split()) for one in sets)


_ORDER_ID = Wanted("order_id", "id", N_("Order number"), ("order_id",))
_ORDERED = Wanted("ordered_at", "instant", N_("Order date"), ("order_date", "date", "refund_date"))
_COUNTRY = Wanted("market", "market", N_("Country"), ("country",))
_CHANNEL = Wanted("channel", "channel", N_("Channel"), ("channel",))
_DEVICE = Wanted("device", "device", N_("Device"), ("device",))
_CURRENCY = Wanted("currency", "currency", N_("Currency"), ("currency",))
_STATUS = Wanted("status", "text", N_("Status"), ("status",))
_PAID = Wanted("paid", "flag", N_("Paid, yes or no"), ("paid",))
_EMAIL = Wanted("email", "contact", N_("E-mail of the customer"), ("email",))
_CUSTOMER = Wanted("customer_id", "contact", N_("Customer number"), ("customer",))
_PHONE = Wanted("phone", "contact", N_("Phone number of the customer"), ("phone",))
_LANGUAGE = Wanted("language", "language", N_("Language"), ("language",))
_DISCOUNT = Wanted("discount", MONEY, N_("Discount"), ("discount",))
_SHIPPING = Wanted("shipping", MONEY, N_("Shipping"), ("shipping",))
_TAX = Wanted("tax", MONEY, N_("Tax"), ("tax",))
_REFUNDED = Wanted("refunded", MONEY, N_("Refunded amount"), ("refunded",))
_FEE = Wanted("fee", MONEY, N_("Fee"), ("fee",))
_TOTAL = Wanted("total", MONEY, N_("Order total, tax and shipping included"), ("total",))
_NET = Wanted("net", MONEY, N_("Order total without tax and shipping"), ("net",))
_PERIOD = (
    Wanted("day", "day", N_("Day"), ("date",)),
    Wanted("period_start", "day", N_("First day of the period"), ("period_start",)),
    Wanted("period_end", "day", N_("Last day of the period"), ("period_end",)),
)
_WHERE_FROM = (_COUNTRY, _CHANNEL, _DEVICE)
_WHO = (_EMAIL, _CUSTOMER, _PHONE)
_SENT = (
    Wanted("fulfilled_at", "instant", N_("Sent on"), ("fulfilled",)),
    Wanted("delivered_at", "instant", N_("Delivered on"), ("delivered",)),
)
_DATED = _any("day", "period_start")

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "orders",
            N_("Orders, one row an order"),
            (_ORDER_ID, _ORDERED, _TOTAL, _NET, _CURRENCY, *_WHERE_FROM, _STATUS, _PAID, *_WHO, _DISCOUNT, _SHIPPING,
             _TAX, _REFUNDED, _FEE, *_SENT),
            (_any("order_id"), _any("ordered_at"), _any("total", "net", "refunded")),
        ),
        Kind(
            "order_items",
            N_("Order lines, one row a product"),
            (_ORDER_ID, _ORDERED,
             Wanted("quantity", "count", N_("Quantity"), ("quantity",)),
             Wanted("unit_price", MONEY, N_("Price of one unit"), ("unit_price",)),
             Wanted("line_total", MONEY, N_("Price of the line"), ("line_total",)),
             _TOTAL,
             Wanted("sku", "text", N_("Article number"), ("sku",)),
             Wanted("product", "text", N_("Product"), ("product",)),
             _CURRENCY, *_WHERE_FROM, _STATUS, _PAID, *_WHO, _DISCOUNT, _SHIPPING, _TAX, _REFUNDED, *_SENT),
            (_any("order_id"), _any("ordered_at"), _any("quantity unit_price", "line_total")),
        ),
        Kind(
            "payments",
            N_("Payments, one row a movement of money"),
            (Wanted("payment_id", "id", N_("Payment number"), ("payment_id",)),
             Wanted("paid_at", "instant", N_("Payment date"), ("payment_date", "date")),
             Wanted("amount", MONEY, N_("Amount"), ("total",)),
             _FEE, _CURRENCY,
             Wanted("type", "text", N_("Kind of payment: charge, refund, fee, payout"), ("payment_kind",)),
             Wanted("method", "text", N_("Payment method"), ("method",)),
             _COUNTRY, _ORDER_ID, _STATUS, *_WHO),
            (_any("payment_id"), _any("paid_at"), _any("amount")),
        ),
        Kind(
            "sessions",
            N_("Visits by day"),
            (*_PERIOD,
             Wanted("sessions", "count", N_("Visits"), ("sessions",)),
             Wanted("users", "count", N_("Visitors"), ("users",)),
             *_WHERE_FROM,
             Wanted("transactions", "count", N_("Purchases"), ("transactions",)),
             Wanted("key_events", "count", N_("Key events"), ("key_events", "conversions")),
             Wanted("revenue", MONEY, N_("Revenue"), ("revenue",)),
             _CURRENCY),
            (_any("sessions"), _DATED),
        ),
        Kind(
            "spend",
            N_("Advertising by day"),
            (*_PERIOD,
             Wanted("spend", MONEY, N_("Spend"), ("spend",)),
             Wanted("campaign", "text", N_("Campaign"), ("campaign",)),
             _CHANNEL, _COUNTRY, _DEVICE,
             Wanted("impressions", "count", N_("Impressions"), ("impressions",)),
             Wanted("clicks", "count", N_("Clicks"), ("clicks",)),
             Wanted("conversions", "count", N_("Conversions"), ("conversions",)),
             Wanted("conversion_value", MONEY, N_("Value of the conversions"), ("conversion_value", "revenue")),
             _CURRENCY),
            (_any("spend"), _DATED),
        ),
        Kind(
            "tickets",
            N_("Service requests, one row a ticket"),
            (Wanted("ticket_id", "id", N_("Ticket number"), ("ticket_id",)),
             Wanted("opened_at", "instant", N_("Opened on"), ("opened", "date")),
             Wanted("first_response_at", "instant", N_("First answered on"), ("first_response",)),
             Wanted("resolved_at", "instant", N_("Solved on"), ("solved",)),
             Wanted("first_response_time", "duration", N_("Time to the first answer"), ("first_response_time",)),
             Wanted("resolution_time", "duration", N_("Time to the solution"), ("resolution_time",)),
             _COUNTRY, _CHANNEL, _LANGUAGE, _STATUS,
             Wanted("satisfaction", "text", N_("Satisfaction"), ("satisfaction",)),
             *_WHO),
            (_any("ticket_id"), _any("opened_at")),
        ),
        Kind(
            "surveys",
            N_("Survey answers, one row an answer"),
            (Wanted("responded_at", "instant", N_("Answered on"), ("answered", "date")),
             Wanted("nps", "count", N_("Would recommend, 0 to 10"), ("nps",)),
             Wanted("csat", "count", N_("Satisfaction, 1 to 5"), ("satisfaction",)),
             Wanted("comment", "text", N_("Comment"), ("comment",)),
             _COUNTRY,
             Wanted("response_id", "id", N_("Number of the answer"), ("response_id",)),
             *_WHO),
            (_any("responded_at"), _any("nps", "csat")),
        ),
        Kind(
            "reviews",
            N_("Product reviews, one row a review"),
            (Wanted("reviewed_at", "instant", N_("Written on"), ("review_date", "date")),
             Wanted("rating", "count", N_("Stars, 1 to 5"), ("rating",)),
             Wanted("text", "text", N_("Text"), ("review", "comment")),
             Wanted("product", "text", N_("Product"), ("product", "sku")),
             _COUNTRY, _LANGUAGE,
             Wanted("review_id", "id", N_("Number of the review"), ("review_id",))),
            (_any("reviewed_at"), _any("rating")),
        ),
    )
}  # fmt: skip
"""The kinds by name."""
