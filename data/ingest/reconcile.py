"""Accounts for every row and every unit of every measure: in the file = kept + merged + left out + set aside, exactly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from data.ingest import amounts
from data.ingest.model import Reconciled, Sheet, Target
from data.ingest.pace import Pace
from data.ingest.shapes import named, quoted
from data.ingest.targets import Written
from data.ingest.typed import Cause, Reading, inside, note
from frameworks.kpi.tables import TABLES

Amounts = dict[tuple[str, str], Decimal]
"""By (measure, currency)."""


@dataclass(frozen=True)
class Group:
    """Rows that share an outcome, the first target they are of, and all targets they are of."""

    outcome: int
    target: int | None
    within: tuple[bool, ...]


@dataclass
class Tally:
    """What one pass over the typed rows yields.

    rows, sums: by group. noted: by place among the layout's rules, of kept rows. lost: by alias, what was not read.
    days: by target the first and last day of its kept rows. distinct: by target with a key, a group of its kept rows
    each: whether no two have the same key.
    """

    rows: dict[Group, int] = field(default_factory=dict)
    sums: dict[Group, Amounts] = field(default_factory=dict)
    noted: dict[int, int] = field(default_factory=dict)
    lost: dict[str, int] = field(default_factory=dict)
    days: dict[int, tuple[str, str]] = field(default_factory=dict)
    distinct: dict[int, list[bool]] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """All rows."""
        return sum(self.rows.values())

    def counted(self, *outcomes: int) -> int:
        """Rows with one of the outcomes."""
        return sum(rows for group, rows in self.rows.items() if group.outcome in outcomes)

    def of(self, place: int) -> int:
        """Kept rows of a target."""
        return sum(rows for group, rows in self.rows.items() if group.outcome == 0 and group.within[place])


def tally(con: Pace, reading: Reading, lost: Mapping[str, str]) -> Tally:
    """Count and sum the typed rows by outcome and targets, each amount by currency, in one pass.

    lost: alias to the condition under which its cell was not readable.

    The currencies are known beforehand, so that they need no grouping: then whether keys repeat can be told in the
    same pass, from how many there are.
    """
    targets = reading.layout.targets
    notes = [place for place, rule in enumerate(reading.layout.rules) if rule.outcome == "noted"]
    dated = [place for place, target in enumerate(targets) if dated_by(target)]
    keyed = [place for place, target in enumerate(targets) if target.key]
    sums = list(_sums(con, reading))
    keys = ["outcome", "target", *(inside(place) for place in range(len(targets)))]
    parts = [*keys, "count(*)", *(sql for _, sql in sums)]
    parts += [f"count(*) FILTER (outcome = 0 AND {note(place)})" for place in notes]
    parts += [f"count(*) FILTER ({condition})" for condition in lost.values()]
    parts += [f"{sql}::DATE::VARCHAR" for place in dated for sql in _span(targets[place])]
    for place in keyed:
        parts += [f"count(DISTINCT hash({targets[place].key}))", f"count(*) FILTER (({targets[place].key}) IS NULL)"]
    found = Tally(distinct={place: [] for place in keyed})
    grouped = ", ".join(str(place) for place in range(1, len(keys) + 1))
    for row in con.execute(f"SELECT {', '.join(parts)} FROM {reading.rows} GROUP BY {grouped}").fetchall():
        outcome, target, *within = row[: len(keys)]
        group = Group(outcome, target, tuple(within))
        cells = iter(row[len(keys) :])
        found.rows[group] = rows = next(cells)
        amounts_ = found.sums.setdefault(group, _empty())
        for key, _ in sums:
            amounts_[key] += next(cells) or 0
        for place in notes:
            found.noted[place] = found.noted.get(place, 0) + next(cells)
        for alias in lost:
            found.lost[alias] = found.lost.get(alias, 0) + next(cells)
        for place in dated:
            edges = (next(cells), next(cells))
            if outcome == 0 and within[place] and all(edges):
                first, last = found.days.get(place, edges)
                found.days[place] = (min(first, edges[0]), max(last, edges[1]))
        for place in keyed:
            distinct, blank = next(cells), next(cells)
            if outcome == 0 and within[place]:
                found.distinct[place].append(rows == distinct + max(blank - 1, 0))
    return found


def _sums(con: Pace, reading: Reading) -> Iterator[tuple[tuple[str, str], str]]:
    """Each measure in each currency, with the SQL that sums it."""
    known = [currency for currency in _currencies(con, reading) if currency]
    for alias in reading.layout.measures:
        column = reading.column(alias)
        if column is None:
            continue
        if column.field.type != "amount":
            yield (alias, ""), f"sum(TRY_CAST({named(alias)} AS {amounts.DECIMAL}))"
            continue
        for currency in known:
            yield (alias, currency), f"sum({named(alias)}) FILTER (currency = {quoted(currency)})"
        yield (alias, ""), f"sum({named(alias)}) FILTER (currency IS NULL)"


def _currencies(con: Pace, reading: Reading) -> list[str]:
    """All currencies that a row may have."""
    if reading.column("currency"):
        rows = con.execute(f"SELECT DISTINCT value FROM {reading.words('currency')} WHERE value IS NOT NULL ORDER BY 1")
        return [currency for (currency,) in rows.fetchall()]
    return sorted(set(re.findall(r"'([A-Z]{3})'", reading.constants.get("currency", ""))))


def dated_by(target: Target) -> str | None:
    """Return the expression that dates a target's rows; None where there is none, or it looks at other rows."""
    sql = target.columns.get(TABLES[target.table].day)
    return None if sql is None or " OVER " in sql else sql


def _span(target: Target) -> tuple[str, str]:
    """The first and the last day that the rows of a target cover: those of a report may cover a period each."""
    day, end = dated_by(target), target.columns.get("period_end")
    return f"min({day})", f"max(coalesce({end}, {day}))" if end and " OVER " not in end else f"max({day})"


def unit(reading: Reading, alias: str, currency: str) -> str:
    """The currency a measure is accounted in; counts have none."""
    column = reading.column(alias)
    return currency if column and column.field.type == "amount" else ""


def account(
    con: Pace, reading: Reading, found: Tally, causes: Sequence[Cause], written: Sequence[Written], sheet: Sheet
) -> tuple[Reconciled, ...]:
    """Return where every unit of every measure went."""
    totals = {name: _empty() for name in ("in_file", "kept", "merged", "left_out", "set_aside")}
    carriers = {alias: one for one in written for alias in one.measures}
    for group, sums in found.sums.items():
        for key, amount in sums.items():
            totals["in_file"][key] += amount
            one = carriers[key[0]]
            if group.outcome:
                totals[causes[group.outcome - 1].outcome][key] += amount
            elif not group.within[one.place]:
                totals["left_out"][key] += amount
            elif not one.merged:
                totals["kept"][key] += amount
    for one in written:
        if one.merged and one.measures:
            _carried(con, reading, one, totals["kept"], totals["merged"])
    stated = _stated(con, reading, sheet)
    lines = []
    for alias in carriers:
        currencies = sorted(
            {key[1] for part in totals.values() for key, amount in part.items() if key[0] == alias and amount}
        )
        for currency in currencies or [""]:
            lines.append(
                Reconciled(
                    measure=_header(reading, alias),
                    currency=currency,
                    **{name: float(part.get((alias, currency), 0)) for name, part in totals.items()},
                    stated=stated.get(alias) if len(currencies) == 1 else None,
                )
            )
    return tuple(lines)


def _empty() -> Amounts:
    return defaultdict(Decimal)


def _header(reading: Reading, alias: str) -> str:
    column = reading.column(alias)
    return column.header if column else alias


def _carried(con: Pace, reading: Reading, one: Written, kept: Amounts, merged: Amounts) -> None:
    """Add what the records of a merged target hold, and what the other rows of their keys held."""
    parts = [f"sum({named(f'{which} {alias}')})" for alias in one.measures for which in ("kept", "spare")]
    query = f"SELECT coalesce(\"row currency\", ''), {', '.join(parts)} FROM {one.relation} GROUP BY 1"
    for currency, *sums in con.execute(query).fetchall():
        for place, alias in enumerate(one.measures):
            key = (alias, unit(reading, alias, currency))
            kept[key] += sums[2 * place] or 0
            merged[key] += sums[2 * place + 1] or 0


def _stated(con: Pace, reading: Reading, sheet: Sheet) -> dict[str, float]:
    """The file's own total of each measure, from the rows set apart below or above the table; the largest if several."""
    best: dict[str, Decimal] = {}
    for _, _, cells in sheet.totals:
        for alias in reading.layout.measures:
            column = reading.column(alias)
            if column is None or int(column.cell[1:]) >= len(cells):
                continue
            number = amounts.number_sql("$1::VARCHAR", reading.styles.mark[alias])
            row = con.execute(f"SELECT {number}", [cells[int(column.cell[1:])]]).fetchone()
            if row and row[0] is not None and (alias not in best or row[0] > best[alias]):
                best[alias] = row[0]
    return {alias: float(amount) for alias, amount in best.items()}
