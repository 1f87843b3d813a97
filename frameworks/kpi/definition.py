"""What a KPI is: one readable SQL file whose header says what it means, read with the package."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType

from frameworks.kpi.settings import SETTINGS
from frameworks.kpi.tables import TABLES
from frameworks.labels import N_, Sentence

NAMES = (
    "revenue", "net_sales", "orders", "average_order_value", "items_per_order", "discount_rate", "refund_rate",
    "return_rate", "contribution_margin",
    "new_customers", "new_customer_share", "returning_customer_share", "repeat_purchase_rate", "retention_90_days",
    "revenue_per_active_customer", "customer_lifetime_value",
    "sessions", "conversion_rate", "cart_abandonment_rate", "social_conversion_rate", "automated_email_conversion_rate",
    "ad_spend", "customer_acquisition_cost", "return_on_ad_spend", "marketing_efficiency_ratio", "payback_months",
    "ltv_to_cac",
    "hours_to_fulfilment", "on_time_delivery_rate", "first_response_hours", "resolution_hours", "csat", "nps",
    "review_rating", "tickets_per_100_orders", "cost_to_serve",
)  # fmt: skip
"""Every KPI, in the order people read them: sales, customers, visits, advertising, delivery and service."""

UNITS = ("money", "count", "share", "ratio", "number", "months", "hours", "points", "stars")
DIRECTIONS = ("up", "down", "neutral")
AGGREGATES = ("sum", "ratio", "per_entity", "share_of_entities", "rest_of_entities", "median", "payback")
INTERVALS = ("share", "mean", "count", "none")
DIMENSIONS = ("market", "channel", "device")

_FIELD = re.compile(r"--\s?([a-z]+):\s*(.*)")
_MORE = re.compile(r"--\s*(.*)")
_READS = re.compile(r"\b(?:from|join)\s+([a-z_0-9]+)", re.IGNORECASE)
_COMMENT = re.compile(r"--[^\n]*")
_LITERAL = re.compile(r"'(?:[^']|'')*'")


@dataclass(frozen=True)
class Kpi:
    """One KPI.

    name, title, formula, meaning: key, and words for people (English; translate when shown).
    unit:       money (reporting currency), count, share (0-1), ratio (a multiple), number, months,
                hours, points or stars.
    direction:  whether more is better: up, down or neutral.
    aggregate:  how facts become a figure; see ``frameworks.kpi.compile``.
    needs:      tables that must hold rows.
    source:     where the definition is published, or that it is Landfall's own and what it follows.
    sql:        the SELECT that gives the facts, without the header.
    settings:   figures the team must enter first (``frameworks.kpi.settings``); until then it is undefined.
    optional:   settings that sharpen it.
    dimensions: what it can sensibly be split by besides time.
    interval:   which interval of ``frameworks.kpi.intervals`` fits: share, mean, count or none.
    target:     the value to reach, where there is one.
    """

    name: str
    title: str
    formula: str
    unit: str
    direction: str
    aggregate: str
    needs: tuple[str, ...]
    source: str
    sql: str
    meaning: str
    settings: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = DIMENSIONS
    interval: str = "none"
    target: float | None = None
    text: str = field(default="", repr=False)
    """The whole file, header and SELECT, to show."""


def parse_kpi(name: str, text: str) -> Kpi:
    """Return the KPI a file describes; raises Sentence naming what its header lacks or misspells."""
    header, sql = _split(text)
    lacking = [
        word
        for word in ("title", "formula", "meaning", "unit", "direction", "aggregate", "needs", "source")
        if not header.get(word)
    ]
    if lacking:
        raise Sentence(N_("{name}.sql: the header lacks {words}."), name=name, words=", ".join(lacking))
    kpi = Kpi(
        name=name, sql=sql, text=text,
        **{word: header[word] for word in ("title", "formula", "meaning", "unit", "direction", "aggregate", "source")},
        **{word: _words(header.get(word, "")) for word in ("needs", "settings", "optional")},
        dimensions=_words(header["dimensions"]) if "dimensions" in header else DIMENSIONS,
        interval=header.get("interval", "none"), target=float(header["target"]) if "target" in header else None,
    )  # fmt: skip
    allowed = (
        ("unit", (kpi.unit,), UNITS), ("direction", (kpi.direction,), DIRECTIONS),
        ("aggregate", (kpi.aggregate,), AGGREGATES), ("interval", (kpi.interval,), INTERVALS),
        ("needs", kpi.needs, tuple(TABLES)), ("settings", (*kpi.settings, *kpi.optional), tuple(SETTINGS)),
        ("dimensions", kpi.dimensions, (*DIMENSIONS, "none")),
    )  # fmt: skip
    for word, values, known in allowed:
        for value in values:
            if value not in known:
                told = N_("{name}.sql: {word} cannot be {value}; known are {known}.")
                raise Sentence(told, name=name, word=word, value=repr(value), known=", ".join(known))
    return kpi


def _split(text: str) -> tuple[dict[str, str], str]:
    """Return the header's fields and the rest of the file."""
    fields: dict[str, str] = {}
    last = ""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if not line.startswith("--"):
            return fields, "\n".join(lines[number:]).strip()
        if found := _FIELD.fullmatch(line):
            last = found[1]
            fields[last] = found[2].strip()
        elif last and (more := _MORE.fullmatch(line)):
            fields[last] = f"{fields[last]} {more[1].strip()}".strip()
    return fields, ""


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[,\s]+", text) if word and word != "none")


@cache
def read_sql(name: str) -> str:
    """Return the text of ``sql/<name>.sql``."""
    return resources.files("frameworks.kpi").joinpath("sql", *f"{name}.sql".split("/")).read_text("utf-8")


def reads(sql: str) -> tuple[str, ...]:
    """Return the names after FROM and JOIN in a query, in order, each once."""
    return tuple(dict.fromkeys(name.lower() for name in _READS.findall(_COMMENT.sub("", sql))))


def identifiers(sql: str) -> frozenset[str]:
    """Return every word of a query, comments and quoted texts left out."""
    return frozenset(re.findall(r"[a-z_][a-z_0-9]*", _LITERAL.sub("", _COMMENT.sub("", sql)).lower()))


VIEWS = ("sold", "purchases", "firsts", "first_touches", "acquired", "margins", "data_end")
"""Steps that several KPIs share, each a readable SELECT in ``sql/views``; a KPI reads them like tables."""


def view_sql(name: str) -> str:
    """Return the SELECT of a shared step."""
    return _split(read_sql(f"views/{name}"))[1]


def cohort_sql() -> str:
    """Return the SELECT behind the cohort matrix."""
    return _split(read_sql("cohorts"))[1]


KPIS: Mapping[str, Kpi] = MappingProxyType({name: parse_kpi(name, read_sql(name)) for name in NAMES})
"""Every KPI by name."""
