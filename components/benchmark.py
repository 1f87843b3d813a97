"""A published benchmark beside the team's own figure: a marked range, its source and year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from components.kpi_figures import figure
from components.words import _
from frameworks.kpi.benchmarks import Benchmark

MOST = 5
"""More than these are not drawn; the first are the widest and best known."""


def markup(found: Sequence[Benchmark], value: float | None, unit: str, currency: str = "EUR") -> str:
    """Return the benchmarks as rows: the range, the team's own mark on it, source and year; "" for none.

    found: of one KPI; amounts among them in ``currency``.
    """
    if not found:
        return ""
    ends = [end for each in found[:MOST] for end in (each.low, each.high) if end is not None]
    reach = [*ends, *([value] if value is not None else [])]
    low, high = min(0.0, *reach), max(reach) * 1.15 or 1.0
    rows = "".join(_row(each, value, unit, currency, (low, high)) for each in found[:MOST])
    return f'<div class="lf-marks">{rows}</div>'


def range_text(each: Benchmark, unit: str, currency: str = "EUR") -> str:
    """Return the range in words, ``2.0% – 3.0%``, or ``3.00× and more``."""
    low, high = (None if end is None else figure(end, unit, currency) for end in (each.low, each.high))
    if low is None or high is None:
        return _("{value} and more").format(value=low) if high is None else _("up to {value}").format(value=high)
    return low if low == high else f"{low} – {high}"


def _row(each: Benchmark, value: float | None, unit: str, currency: str, reach: tuple[float, float]) -> str:
    def at(point: float) -> str:
        return f"{100 * (point - reach[0]) / (reach[1] - reach[0]):.1f}%"

    illustration = f'<span class="lf-tag">{escape(_("illustration"))}</span>' if each.illustration else ""
    own = f'<i class="lf-marks-own" style="--at:{at(value)}"></i>' if value is not None else ""
    low, high = (reach[i] if end is None else end for i, end in enumerate((each.low, each.high)))
    source = " · ".join(part for part in (each.source, str(each.year) if each.year else _("year unknown")) if part)
    if re.match(r"https?://", each.url):
        source = f'<a href="{escape(each.url)}" target="_blank" rel="noopener noreferrer">{escape(source)}</a>'
    else:
        source = escape(source)
    return (
        f'<div class="lf-marks-row"><div><b class="lf-num">{escape(range_text(each, unit, currency))}</b>'
        f' <span class="lf-muted">{escape(each.scope)}</span>{illustration}</div>'
        f'<div class="lf-marks-track" aria-hidden="true">'
        f'<i class="lf-marks-range" style="--low:{at(low)};--high:{at(high)}"></i>{own}</div>'
        f'<div class="lf-source">{source}</div></div>'
    )
