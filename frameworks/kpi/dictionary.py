"""Writes the data dictionary: every canonical table and column, every vocabulary, every KPI (docs/numbers.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from frameworks.kpi.definition import KPIS, Kpi
from frameworks.kpi.settings import SETTINGS
from frameworks.kpi.tables import ORDER_STATUSES, ORIGIN, PAYMENT_KINDS, SURVEY_KINDS, TABLES, TICKET_STATUSES, Table
from frameworks.kpi.vocabulary import CHANNELS, DEVICES

_HEAD = """# The team's own numbers: tables, words, KPIs

<!-- Written by `python -m frameworks.kpi.dictionary`; a test holds it to the code. -->

Every export becomes rows of the tables below, whatever platform it came from, and every KPI is one SQL file over them
(`frameworks/kpi/sql`). A column a file cannot fill is null. Instants are UTC without a zone; a market is ISO 3166
alpha-3; amounts stay in the currency they were charged in and are converted when a KPI is worked out.
"""


def dictionary() -> str:
    """Return the whole document as Markdown."""
    origin = _rows(("column", "type", "meaning"), ((f"`{c.name}`", c.type, c.meaning) for c in ORIGIN))
    words = _rows(
        ("what", "words"),
        (
            ("channel", _listed(CHANNELS)), ("device", _listed(DEVICES)), ("order status", _listed(ORDER_STATUSES)),
            ("payment kind", _listed(PAYMENT_KINDS)), ("survey kind", _listed(SURVEY_KINDS)),
            ("ticket status", _listed(TICKET_STATUSES)),
        ),
    )  # fmt: skip
    entered = _rows(("figure", "unit", "meaning"), ((f"`{s.name}`", s.unit, s.meaning) for s in SETTINGS.values()))
    parts = (
        _HEAD, "## Tables\n", "Every table ends with these three columns:\n", origin, *map(_table, TABLES.values()),
        "## Words\n", "Sources are brought to these words; their own stand beside them in the columns `_said`.\n", words,
        "## Figures the team enters\n",
        "A KPI that needs one is undefined until it is entered. Money keeps the currency it was entered in; figures in another\n"
        "take it at the last rate of the two there is, and leave it out where there is none.\n", entered,
        "## KPIs\n", _kpis(KPIS.values()),
    )  # fmt: skip
    return "\n".join(parts)


def _table(table: Table) -> str:
    rows = ((f"`{c.name}`", c.type, c.unit, c.meaning) for c in table.columns if c not in ORIGIN)
    key = f" Rows are told apart by {_listed(table.key)} within a source and account." if table.key else ""
    return f"### `{table.name}`\n\n{table.meaning}{key}\n\n{_rows(('column', 'type', 'unit', 'meaning'), rows)}"


def _kpis(kpis: Iterable[Kpi]) -> str:
    return "\n".join(
        f"### {kpi.title} (`{kpi.name}`)\n\n{kpi.meaning}\n\n"
        f"- Formula: {kpi.formula}\n- Unit: {kpi.unit}; better: {kpi.direction}\n- Needs: {_listed(kpi.needs)}"
        + (f"; entered by the team: {_listed(kpi.settings)}" if kpi.settings else "")
        + f"\n- Source: {kpi.source}\n"
        for kpi in kpis
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(dictionary(), end="")
