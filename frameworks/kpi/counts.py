"""Counts that stand beside KPIs without being one: the steps of the funnel, and what advertising platforms claim.

Each is one SQL file like a KPI's, in ``sql/counts``; ``compile_kpi`` takes them like a KPI.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from frameworks.kpi.definition import Kpi, parse_kpi, read_sql

NAMES = ("key_events", "transactions", "transaction_value", "claimed_orders", "claimed_value", "repeat_orders")

COUNTS: Mapping[str, Kpi] = MappingProxyType({name: parse_kpi(name, read_sql(f"counts/{name}")) for name in NAMES})
"""The counts by name."""
