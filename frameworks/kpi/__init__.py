"""What a team measures: the canonical tables, the vocabularies and one SQL file for each KPI.

>>> from frameworks import kpi
>>> kpi.KPIS["average_order_value"].unit
'money'
>>> kpi.names()[:3]
('revenue', 'net_sales', 'orders')
"""

from __future__ import annotations

from frameworks.kpi.cohorts import compile_cohorts
from frameworks.kpi.compile import BY, compile_kpi, compile_rows
from frameworks.kpi.definition import KPIS, NAMES, Kpi
from frameworks.kpi.settings import SETTINGS, Setting
from frameworks.kpi.where import Where

__all__ = [
    "BY",
    "KPIS",
    "SETTINGS",
    "Kpi",
    "Setting",
    "Where",
    "compile_cohorts",
    "compile_kpi",
    "compile_rows",
    "names",
]


def names() -> tuple[str, ...]:
    """Return the names of all KPIs, in the order people read them."""
    return NAMES
