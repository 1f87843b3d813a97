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

_TARGETS = """A target is a figure planned for one KPI, one market or all together, and a period. It is held against the KPI on
those days of the period that the data reach.

- Due: of a sum (orders, revenue), target × days counted ÷ days of the period; of any other KPI the target itself. The
  even pace is an assumption and no forecast: no season is worked out, because a plan is the team's own and a season
  taken from past years would move it unseen. Who sells mostly in December plans by months.
- Noise: while the period runs, a figure is ahead or behind only when what is due lies outside its 95 % interval:
  Wilson's for shares, the delta method's for means and ratios, Poisson's for counts. A sum of money counts as S² ÷ Q
  equal amounts of Q ÷ S (S the sum, Q the sum of the squares), with Poisson's interval; drawn at random, it held what
  it should in 95 of 100 cases from 10 orders on where amounts spread as usual (log-normal, σ 0.6), in 86 with 10 and
  92 with 50 orders where they are very uneven (σ 1.2). Ad spend and medians have no interval and are compared as they
  stand. The interval knows chance, not weekdays or holidays.
- Over: once every day of the period is counted the plain figure decides, met or missed, without any allowance.
- Data that begin later than the period leave its first days out of the figure, and of the due of a sum; how many days
  are counted is shown, and it is neither met nor missed.
- Ad spend is neither better up nor down: it stands above or below the plan and is not judged. Payback has no targets.
- Money is compared in the currency shown, converted at the last rate there is.
- Source: Landfall's own; sums of money as scaled Poisson counts in Bohm & Zech (2014). Statistics of weighted Poisson
  events and its applications. Nuclear Instruments and Methods A 748, 1-6
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
        "## KPIs\n", _kpis(KPIS.values()), "## Targets\n", _TARGETS,
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
