"""Plain tables: the layout for a kind, once it is known which of the file's columns fill which fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.ingest.layouts.generic_words import (
    CANCELLED,
    FINE,
    PAID,
    PARTLY,
    PENDING,
    REFUNDED,
    TICKET_STATUSES,
    kinds_of_payment,
)
from data.ingest.layouts.phrases import matches, personal
from data.ingest.model import Field, Layout, Rule, Target
from data.ingest.plain import KINDS
from data.ingest.privacy import blank_email_sql
from frameworks.labels import N_

PLATFORM = "generic"


@dataclass(frozen=True)
class _Table:
    """What a kind comes to: targets, rules and the measures to reconcile."""

    targets: tuple[Target, ...]
    rules: tuple[Rule, ...] = ()
    measures: tuple[str, ...] = ()


def layout(
    kind: str,
    mapping: Mapping[str, str],
    currencies: Mapping[str, str] | None = None,
    private: Sequence[str] = (),
) -> Layout:
    """Return the layout of a plain table.

    kind: a name of ``data.ingest.plain.KINDS``. mapping: alias to header. currencies: alias to the ISO 4217
    code that its header names. private: headers of names and addresses, which are dropped.
    """
    known = KINDS[kind]
    present = frozenset(mapping)
    needed = {alias for group in known.needs for one in group if one <= present for alias in one}
    named = {code for code in (currencies or {}).values() if code}
    table = _TABLES[kind](present)
    fields = tuple(
        Field(
            wanted.alias,
            (mapping[wanted.alias],) if wanted.alias in present else (),
            wanted.type,
            required=wanted.alias in needed,
        )
        for wanted in known.wanted
    )
    return Layout(
        PLATFORM, kind, (*fields, *personal(*private)), table.targets, table.rules,
        assumes={"currency": named.pop()} if len(named) == 1 and "currency" not in present else {},
        measures=tuple(alias for alias in table.measures if alias in present),
    )  # fmt: skip


# --- pieces of expressions ---------------------------------------------------------------

_PLACE = {"market": "market", "market_said": "market_said"}
_VIA = {"channel": "channel", "channel_said": "channel_said"}
_ON = {"device": "device", "device_said": "device_said"}


def _money(expression: str) -> str:
    return f"CAST({expression} AS DECIMAL(18,4))"


def _lost(column: str, reason: str) -> Rule:
    return Rule(f"{column} IS NULL", "set_aside", reason)


NO_ORDER, NO_DATE, NO_AMOUNT = N_("There is no order number."), N_("There is no date."), N_("There is no amount.")

_UNKNOWN_STATUS = Rule(
    f"status IS NOT NULL AND NOT {matches('status', '|'.join((PAID, CANCELLED, PENDING, PARTLY, REFUNDED, '^test$')))}",
    "noted",
    N_("The status is a word that is not known; the order counts as paid."),
)
_TEST = Rule(matches("status", "^test$"), "noted", N_("A test order; it counts in no figure."))

PRICE_OF_ONE = Rule(
    "true", "noted", N_("The column headed just “price” is taken for the price of one unit; change it under Columns.")
)


def _status(amount: str) -> str:
    """An order's status from the file's word, else from the sign of its amount and what was refunded."""
    return (
        f"CASE WHEN {matches('status', '^test$')} THEN 'test'"
        f" WHEN {matches('status', PARTLY)} THEN 'partially_refunded'"
        f" WHEN {matches('status', REFUNDED)} THEN 'refunded'"
        f" WHEN {matches('status', CANCELLED)} THEN 'cancelled'"
        f" WHEN {matches('status', PENDING)} OR paid = false THEN 'pending'"
        f" WHEN {amount} < 0 THEN 'refunded'"
        f" WHEN abs(refunded) >= {amount} AND {amount} > 0 THEN 'refunded'"
        f" WHEN abs(refunded) > 0 THEN 'partially_refunded'"
        f" WHEN {amount} IS NOT NULL OR status IS NOT NULL THEN 'paid' END"
    )


def _refunded(amount: str) -> str:
    """What was paid back: as stated, else a negative amount, else all of an order said to be refunded."""
    whole = f"{matches('status', REFUNDED)} AND NOT {matches('status', PARTLY)}"
    return _money(f"CASE WHEN refunded IS NOT NULL THEN abs(refunded) WHEN {amount} < 0 THEN -{amount}"
                  f" WHEN {whole} THEN {amount} WHEN {amount} IS NOT NULL THEN 0 END")  # fmt: skip


# --- orders ------------------------------------------------------------------------------


def _orders(present: frozenset[str]) -> _Table:
    amount = "total" if "total" in present else "(net + coalesce(tax, 0) + coalesce(shipping, 0))"
    refunds = not {"total", "net"} & present
    if refunds:
        amount = "(-abs(refunded))"
    rules = [_lost("order_id", NO_ORDER), _lost("ordered_at", NO_DATE), _lost(amount, NO_AMOUNT), _TEST,
             _UNKNOWN_STATUS,
             Rule(f"{amount} < 0", "noted", N_("A negative amount is a return: it counts as refunded."))]  # fmt: skip
    if refunds:
        rules[-1] = Rule("true", "noted", N_("The file has refunds only: each lowers revenue on its day and is no order."))
        rules.append(Rule("refunded = 0", "left_out", N_("Nothing was paid back.")))
    elif "total" not in present:
        rules.append(Rule("true", "noted", N_("The total is the amount without tax, with the tax and shipping that the"
                                              " file gives added.")))  # fmt: skip
    record = _own_record(amount)
    target = Target("orders", _order_columns(amount) | {"order_id": record}, key=record)
    return _Table((target,), tuple(rules), ("total", "net", "discount", "shipping", "tax", "refunded", "fee"))


def _own_record(amount: str) -> str:
    """An order's number; of a return also its day and amount, or it would take the place of the order itself."""
    known = blank_email_sql("order_id")
    said = f"concat({known}, ' ↩ ', CAST(ordered_at AS DATE), ' ', CAST(-{amount} AS DECIMAL(18,2)))"
    return f"CASE WHEN {amount} < 0 THEN {said} ELSE {known} END"


def _order_columns(amount: str) -> dict[str, str]:
    return {
        "order_id": "order_id", "ordered_at": "ordered_at", **_PLACE, **_VIA, **_ON, "currency": "currency",
        "gross": _money(f"CASE WHEN {amount} < 0 THEN 0 ELSE {amount} END"), "discount": "abs(discount)",
        "shipping": "shipping", "tax": "tax",
        "refunded": _refunded(amount), "fees": "abs(fee)", "status": _status(amount),
        "fulfilled_at": "fulfilled_at", "delivered_at": "delivered_at", "customer_key": "customer_key",
    }  # fmt: skip


def _order_items(present: frozenset[str]) -> _Table:
    product = _money("round(quantity * unit_price, 4)")
    priced = {"quantity", "unit_price"} <= present
    line = "line_total" if "line_total" in present else product
    if "line_total" in present and priced:
        line = f"coalesce(line_total, {product})"
    columns = _order_columns(line)
    del columns["fees"]
    merge = {"gross": "sum", "refunded": "sum", "status": "max"}
    if "total" in present:
        columns = _order_columns("total") | {"fees": "NULL"}
        merge = {}
    elif not {"status", "paid"} & present:
        # In one order "paid" < "partially_refunded" < "refunded": a return among sold lines gives the middle one.
        columns["status"] = f"CASE WHEN {line} >= 0 THEN 'paid' WHEN {_credit_note()} THEN 'refunded'" \
                            " ELSE 'partially_refunded' END"  # fmt: skip
    if "refunded" in present and "total" not in present:
        merge["refunded"] = "max"
    lines = Target("order_lines", {
        "order_id": "order_id", "sku": "sku", "product": "product", "quantity": "quantity", "unit_price": "unit_price",
        "line_total": line, "currency": "currency",
    })  # fmt: skip
    rules = [_lost("order_id", NO_ORDER), _lost("ordered_at", NO_DATE)]
    if priced:
        rules.append(Rule("quantity < 0 AND coalesce(unit_price, 0) = 0", "left_out",
                          N_("A negative quantity without a price is a movement of stock, not a sale.")))  # fmt: skip
    rules += [_lost(line, NO_AMOUNT), _TEST, _UNKNOWN_STATUS,
              Rule(f"{line} < 0", "noted", N_("A negative quantity or amount is a return: it counts as refunded."))]  # fmt: skip
    if "total" not in present:
        rules.append(Rule("true", "noted", N_("The file has no order totals: an order's total is the sum of its"
                                              " lines.")))  # fmt: skip
    return _Table((Target("orders", columns, key="order_id", merge=merge), lines), tuple(rules),
                  ("quantity", "line_total"))  # fmt: skip


def _credit_note() -> str:
    """An order number of a cancellation, as in C536379."""
    return "regexp_matches(order_id, '^[Cc][^0-9A-Za-z]?[0-9]+$')"


# --- money, visits, advertising -----------------------------------------------------------


def _payments(_present: frozenset[str]) -> _Table:
    kind, signed = kinds_of_payment("type", "amount")
    columns = {
        "payment_id": "payment_id", "paid_at": "paid_at", "kind": kind, **_PLACE, "method": "method",
        "currency": "currency", "amount": _money(signed), "fee": "abs(fee)", "order_id": "order_id",
        "customer_key": "customer_key",
    }  # fmt: skip
    failed = Rule(matches("status", f"{CANCELLED}|{PENDING}"), "left_out", N_("The payment did not go through."))
    rules = (failed, _lost("payment_id", N_("There is no payment number.")), _lost("paid_at", NO_DATE),
             _lost("amount", NO_AMOUNT))  # fmt: skip
    return _Table((Target("payments", columns),), rules, ("amount", "fee"))


_DAYS = {
    "day": "day",
    "period_start": "coalesce(period_start, day)",
    "period_end": "coalesce(period_end, day, period_start)",
}


def _group(*columns: str) -> str:
    return f"concat_ws(chr(31), {', '.join(f'coalesce(CAST({column} AS VARCHAR), chr(30))' for column in columns)})"


def _sessions(_present: frozenset[str]) -> _Table:
    counts = ("sessions", "users", "key_events", "transactions", "revenue")
    columns = {**_DAYS, **_PLACE, **_VIA, **_ON, **{name: name for name in counts}, "currency": "currency"}
    key = _group("period_start", "day", "period_end", "market_said", "channel_said", "device_said", "currency")
    merge = dict.fromkeys(counts, "sum") | {"users": "max"}  # visitors do not add up
    rules = (_lost("coalesce(day, period_start)", NO_DATE), _lost("sessions", N_("There is no number of visits.")))
    return _Table((Target("sessions", columns, key=key, merge=merge),), rules,
                  ("sessions", "key_events", "transactions", "revenue"))  # fmt: skip


def _spend(_present: frozenset[str]) -> _Table:
    counts = ("spend", "impressions", "clicks", "conversions", "conversion_value")
    columns = {**_DAYS, **_PLACE, **_VIA, "campaign": "campaign", "currency": "currency",
               **{name: name for name in counts}}  # fmt: skip
    key = _group("period_start", "day", "period_end", "market_said", "channel_said", "campaign", "currency")
    rules = (_lost("coalesce(day, period_start)", NO_DATE), _lost("spend", NO_AMOUNT))
    return _Table((Target("spend", columns, key=key, merge=dict.fromkeys(counts, "sum")),), rules, counts)


# --- service and voice ----------------------------------------------------------------------


def _numbered(alias: str, *of: str) -> str:
    """An identifier: the file's own, else a hash of the row's content and its place among equals."""
    same = ", ".join(f"coalesce(CAST({column} AS VARCHAR), '')" for column in of)
    return f"coalesce({alias}, md5(concat_ws(chr(31), {same}, row_number() OVER (PARTITION BY {same}))))"


def _after(alias: str, moment: str, present: frozenset[str], *, unless: str = "false") -> str:
    """The moment a file states, else the one that a duration in seconds after the opening comes to."""
    if alias not in present:
        return moment
    return f"coalesce({moment}, CASE WHEN NOT coalesce({unless}, false) THEN opened_at + to_seconds({alias}) END)"


def _tickets(present: frozenset[str]) -> _Table:
    number = "TRY_CAST(replace(regexp_extract(satisfaction, '[0-9]+([.,][0-9]+)?'), ',', '.') AS DOUBLE)"
    bad, good = FINE
    csat = (f"CASE WHEN {matches('satisfaction', bad)} THEN 0 WHEN {matches('satisfaction', good)} THEN 1"
            f" WHEN {number} IN (4, 5) THEN 1 WHEN {number} BETWEEN 1 AND 3 THEN 0 END")  # fmt: skip
    whens = " ".join(f"WHEN {matches('status', stems)} THEN '{meant}'" for meant, stems in TICKET_STATUSES.items())
    done = "|".join(TICKET_STATUSES[name] for name in ("closed", "solved"))
    # Help desks write 0 where nothing is solved yet.
    undone = f"NOT {matches('status', done)} OR {matches('status', TICKET_STATUSES['open'])}"
    unsolved = f"resolution_time = 0 AND status IS NOT NULL AND ({undone})"
    answered = _after("first_response_time", "first_response_at", present)
    resolved = _after("resolution_time", "resolved_at", present, unless=unsolved)
    status = f"CASE {whens} WHEN status IS NULL AND {resolved} IS NOT NULL THEN 'solved' ELSE 'open' END"
    columns = {
        "ticket_id": "ticket_id", "opened_at": "opened_at", "first_response_at": answered,
        "resolved_at": resolved, **_PLACE, **_VIA, "language": "language", "status": status, "csat": csat,
        "customer_key": "customer_key",
    }  # fmt: skip
    rules = (_lost("ticket_id", N_("There is no ticket number.")), _lost("opened_at", NO_DATE),
             Rule(f"{resolved} < opened_at OR {answered} < opened_at", "noted",
                  N_("Answered or solved before it was opened.")))  # fmt: skip
    return _Table((Target("tickets", columns, key="ticket_id"),), rules)


def _surveys(present: frozenset[str]) -> _Table:
    targets, sound = [], []
    for kind, low, high in (("nps", 0, 10), ("csat", 1, 5)):
        if kind in present:
            columns = {
                "response_id": _numbered("response_id", "responded_at", kind, "comment"),
                "responded_at": "responded_at", **_PLACE, "customer_key": "customer_key", "kind": f"'{kind}'", "score": kind,
                "comment": "comment",
            }  # fmt: skip
            targets.append(Target("surveys", columns, where=f"{kind} BETWEEN {low} AND {high}"))
            sound.append((f"{kind} IS NOT NULL", f"{kind} NOT BETWEEN {low} AND {high}"))
    rules = (
        _lost("responded_at", NO_DATE),
        Rule(" AND ".join(f"NOT ({there})" for there, _ in sound), "left_out", N_("The question was not answered.")),
        Rule(" OR ".join(f"({beyond})" for _, beyond in sound), "set_aside", N_("The answer is beyond its scale.")),
    )
    return _Table(tuple(targets), rules)


def _reviews(_present: frozenset[str]) -> _Table:
    columns = {
        "review_id": _numbered("review_id", "reviewed_at", "product", "rating", "text"), "reviewed_at": "reviewed_at",
        **_PLACE, "product": "product", "rating": "rating", "text": "text", "language": "language",
    }  # fmt: skip
    rules = (_lost("reviewed_at", NO_DATE), _lost("rating", N_("There is no number of stars.")),
             Rule("rating NOT BETWEEN 1 AND 5", "set_aside", N_("The answer is beyond its scale.")))  # fmt: skip
    return _Table((Target("reviews", columns),), rules)


_TABLES = {
    "orders": _orders, "order_items": _order_items, "payments": _payments, "sessions": _sessions, "spend": _spend,
    "tickets": _tickets, "surveys": _surveys, "reviews": _reviews,
}  # fmt: skip
