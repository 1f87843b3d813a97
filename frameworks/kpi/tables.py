"""The canonical tables: what every export becomes, whatever platform it came from.

The names are shared by SQL, documentation and users. A column a file cannot fill is null. Amounts stay
in the currency they were charged in; instants are UTC without a zone; a market is ISO 3166 alpha-3.
"""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.labels import N_


@dataclass(frozen=True)
class Column:
    """A column: its name, DuckDB type, unit where it has one, and what it holds."""

    name: str
    type: str
    meaning: str
    unit: str = ""


@dataclass(frozen=True)
class Table:
    """A canonical table.

    key:    columns that, with ``source`` and ``account``, tell one row from another; empty where rows have none.
    day:    the column that dates a row.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    day: str = ""

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


_TEXT, _AMOUNT, _COUNT, _INSTANT, _DAY = "VARCHAR", "DECIMAL(18,4)", "DOUBLE", "TIMESTAMP", "DATE"


def _text(name: str, meaning: str) -> Column:
    return Column(name, _TEXT, meaning)


def _amount(name: str, meaning: str) -> Column:
    return Column(name, _AMOUNT, meaning, "currency")


def _count(name: str, meaning: str, unit: str = "count") -> Column:
    return Column(name, _COUNT, meaning, unit)


def _instant(name: str, meaning: str) -> Column:
    return Column(name, _INSTANT, meaning, "UTC")


MARKET = (
    _text("market", N_("ISO 3166 alpha-3 code")),
    _text("market_said", N_("the market in the file's own words")),
)
CHANNEL = (
    _text("channel", N_("where the buyer came from or wrote, in the vocabulary of channels")),
    _text("channel_said", N_("the channel in the file's own words")),
)
DEVICE = (
    _text("device", N_("desktop, mobile, tablet, tv or other")),
    _text("device_said", N_("the device in the file's own words")),
)
CURRENCY = _text("currency", N_("ISO 4217 code of the amounts in the row"))
PERIOD = (
    Column("day", _DAY, N_("the day, where the file has days")),
    Column("period_start", _DAY, N_("first day the row covers")),
    Column("period_end", _DAY, N_("last day the row covers")),
)
ORIGIN = (
    _text("source", N_("platform the row came from")),
    _text("account", N_("shop or account, where a team has several on one platform")),
    Column("import_id", "BIGINT", N_("upload the row came with")),
)
"""Every table ends with these."""

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "orders",
            N_("One row an order."),
            (
                _text("order_id", N_("the platform's own identifier")),
                _instant("ordered_at", N_("when it was placed")),
                *MARKET,
                *CHANNEL,
                *DEVICE,
                CURRENCY,
                _amount("gross", N_("what the buyer was charged, tax and shipping included")),
                _amount("discount", N_("what was taken off, positive")),
                _amount("shipping", N_("shipping charged")),
                _amount("tax", N_("tax charged, within gross")),
                _amount("refunded", N_("what was paid back, positive")),
                _amount("fees", N_("what the platform or provider kept, positive")),
                _text("status", N_("paid, pending, cancelled, refunded, partially_refunded or test")),
                _instant("fulfilled_at", N_("when it was sent")),
                _instant("delivered_at", N_("when it arrived")),
                _text("customer_key", N_("salted hash that stands for the buyer")),
                *ORIGIN,
            ),
            key=("order_id",),
            day="ordered_at",
        ),
        Table(
            "order_lines",
            N_("One row a product within an order."),
            (
                _text("order_id", N_("the order it belongs to")),
                _text("sku", N_("stock code")),
                _text("product", N_("product name")),
                _count("quantity", N_("units"), "units"),
                _amount("unit_price", N_("price of one unit")),
                _amount("line_total", N_("price of the line after its own discount")),
                CURRENCY,
                *ORIGIN,
            ),
            key=("order_id",),
        ),
        Table(
            "payments",
            N_("One row a movement of money."),
            (
                _text("payment_id", N_("the provider's identifier")),
                _instant("paid_at", N_("when it moved")),
                _text("kind", N_("charge, refund, fee, payout or adjustment")),
                *MARKET,
                _text("method", N_("payment method, as the provider names it")),
                CURRENCY,
                _amount("amount", N_("signed: what came in is positive")),
                _amount("fee", N_("what the provider kept, positive")),
                _text("order_id", N_("the order it paid for")),
                _text("customer_key", N_("salted hash that stands for the buyer")),
                *ORIGIN,
            ),
            key=("payment_id", "kind"),
            day="paid_at",
        ),
        Table(
            "sessions",
            N_("Visits by day or period, market, channel and device."),
            (
                *PERIOD,
                *MARKET,
                *CHANNEL,
                *DEVICE,
                _count("sessions", N_("visits")),
                _count("users", N_("visitors; not additive over days")),
                _count("key_events", N_("events the team marked as key")),
                _count("transactions", N_("purchases")),
                _amount("revenue", N_("revenue as the analytics tool counts it")),
                CURRENCY,
                *ORIGIN,
            ),
            key=("period_start", "period_end", "market_said", "channel_said", "device_said"),
            day="period_start",
        ),
        Table(
            "spend",
            N_("What a campaign cost and brought, by day or period."),
            (
                *PERIOD,
                *MARKET,
                *CHANNEL,
                _text("campaign", N_("campaign name")),
                CURRENCY,
                _amount("spend", N_("what was paid; null for unpaid channels")),
                _count("impressions", N_("times shown, or messages delivered")),
                _count("clicks", N_("clicks")),
                _count("conversions", N_("conversions as the platform counts them")),
                _amount("conversion_value", N_("their value as the platform counts it")),
                *ORIGIN,
            ),
            key=("period_start", "period_end", "market_said", "channel_said", "campaign"),
            day="period_start",
        ),
        Table(
            "touchpoints",
            N_("One row a contact of a customer with a channel."),
            (
                _text("customer_key", N_("salted hash that stands for the customer")),
                _instant("at", N_("when")),
                *CHANNEL,
                Column("converted", "BOOLEAN", N_("whether it ended in a purchase")),
                _amount("value", N_("value of the purchase")),
                CURRENCY,
                *ORIGIN,
            ),
            key=("customer_key", "at", "channel_said"),
            day="at",
        ),
        Table(
            "tickets",
            N_("One row a request to the service desk."),
            (
                _text("ticket_id", N_("the desk's identifier")),
                _instant("opened_at", N_("when it was opened")),
                _instant("first_response_at", N_("when a person first answered")),
                _instant("resolved_at", N_("when it was solved")),
                *MARKET,
                *CHANNEL,
                _text("language", N_("language code")),
                _text("status", N_("open, pending, solved or closed")),
                _count("csat", N_("satisfaction: 1 satisfied, 0 not, null not asked or not answered"), "share"),
                _text("customer_key", N_("salted hash that stands for the customer")),
                *ORIGIN,
            ),
            key=("ticket_id",),
            day="opened_at",
        ),
        Table(
            "surveys",
            N_("One row an answer."),
            (
                _text("response_id", N_("the survey tool's identifier")),
                _instant("responded_at", N_("when it was given")),
                *MARKET,
                _text("customer_key", N_("salted hash that stands for the person")),
                _text("kind", N_("nps (0 to 10) or csat (1 to 5)")),
                _count("score", N_("the answer on the scale of its kind"), "points"),
                _text("comment", N_("what was written, with personal data blanked")),
                *ORIGIN,
            ),
            key=("response_id", "kind"),
            day="responded_at",
        ),
        Table(
            "reviews",
            N_("One row a product review."),
            (
                _text("review_id", N_("identifier; where the file has none, a hash of the row")),
                _instant("reviewed_at", N_("when it was written")),
                *MARKET,
                _text("product", N_("product")),
                _count("rating", N_("stars, 1 to 5"), "stars"),
                _text("text", N_("what was written, with personal data blanked")),
                _text("language", N_("language code")),
                *ORIGIN,
            ),
            key=("review_id",),
            day="reviewed_at",
        ),
        Table(
            "customers",
            N_("One row a customer known to a platform; no name and no address."),
            (
                _text("customer_key", N_("salted hash that stands for the customer")),
                _instant("first_seen_at", N_("when the platform first knew the customer")),
                *MARKET,
                *CHANNEL,
                _text("language", N_("language code")),
                Column("consent_email", "BOOLEAN", N_("agreed to marketing by e-mail")),
                _count("orders_said", N_("orders as the platform counts them")),
                _amount("spent_said", N_("money spent as the platform counts it")),
                CURRENCY,
                *ORIGIN,
            ),
            key=("customer_key",),
            day="first_seen_at",
        ),
    )
}
"""The tables by name."""

ORDER_STATUSES = ("paid", "pending", "cancelled", "refunded", "partially_refunded", "test")
PAYMENT_KINDS = ("charge", "refund", "fee", "payout", "adjustment")
SURVEY_KINDS = ("nps", "csat")
TICKET_STATUSES = ("open", "pending", "solved", "closed")
SOLD = ("paid", "refunded", "partially_refunded")
"""Orders that were paid for, whatever came after."""
