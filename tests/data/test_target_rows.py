"""Rows of a plan: each fault is told by line and column, and nothing with a figure in it is passed over."""

from __future__ import annotations

import pytest

from data.ingest.records import Record
from data.table_check import TableError
from data.target_rows import Rows, columns_of, plans


def read(*lines: str):
    head, *body = [line.split(";") for line in lines]
    rows = Rows("plan.csv")
    rows.read("", columns_of(head), [Record(number, number, cells) for number, cells in enumerate(body, start=2)])
    return [(one.kpi, one.market, str(one.first), str(one.last), one.value, one.currency) for one in rows.targets()]


def faults(*lines: str):
    with pytest.raises(TableError) as error:
        read(*lines)
    return [(problem.line, problem.column, str(problem.message)) for problem in error.value.problems]


HEAD = "kpi;market;from;to;target;currency"


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("luck;DEU;2026;2026;5;", "kpi", "'luck' is no KPI"), (";DEU;2026;2026;5;", "kpi", "cell is empty"),
        ("orders;Narnia;2026;2026;5;", "market", "no country"), ("orders;;31.2.2026;2026;5;", "from", "no day or period"),
        ("orders;;2026;soon;5;", "to", "no day or period"), ("orders;;2026-01-01;;5;", "to", "last day is missing"),
        ("orders;;;;5;", "", "period is missing"), ("orders;;2026-03;2026-02;5;", "target", "ends before"),
        ("orders;;2026;2026;5x;", "target", "no figure of Orders"), ("orders;;2026;2026;5 %;", "target", "no figure"),
        ("orders;;2026;2026;5 €;", "target", "no money"), ("revenue;;2026;2026;5;", "target", "add a column currency"),
        ("revenue;;2026;2026;$5;", "target", "USD, CAD"), ("revenue;;2026;2026;5;Taler", "currency", "no currency"),
        ("revenue;;2026;2026;€5;USD", "target", "EUR and USD"), ("conversion_rate;;2026;2026;12;", "target", "per cent sign"),
        ("conversion_rate;;2026;2026;120 %;", "target", "0 % and 100 %"),
        ("orders;;2026;2026;1;5;6", "", "7 cells"), ("payback_months;;2026;2026;5;", "target", "cannot have a target"),
    ],
)  # fmt: skip
def test_each_fault_is_told_where_it_lies(row, column, said):
    [(line, place, told)] = faults(HEAD, "orders;FRA;2026;2026;1;", row)
    assert (line, place) == (3, column) and said in told


def test_the_sign_of_several_currencies_is_settled_by_the_column():
    assert read(HEAD, "revenue;;2026;2026;$5;CAD")[0][4:] == (5, "CAD")
    assert read(HEAD, "revenue;;2026;2026;5;€")[0][4:] == (5, "EUR")
    assert read("kpi;period;target (EUR)", "revenue;2026;5", "orders;2026;7")[0][5] == "EUR"


def test_shares_and_multiples_may_be_in_per_cent():
    found = read("kpi;period;target", "ROAS;2026;400 %", "csat;2026;92%", "conversion_rate;2026;0,035")
    assert [one[4] for one in found] == [4, 0.92, 0.035]


def test_a_month_without_its_year_takes_it_from_a_column():
    assert [one[2:5] for one in read("kpi;year;Jan;Q1", "orders;2026;1;4")] == [
        ("2026-01-01", "2026-01-31", 1), ("2026-01-01", "2026-03-31", 4),
    ]  # fmt: skip
    assert read("kpi;year;month;target", "orders;2026;2;9")[0][2:4] == ("2026-02-01", "2026-02-28")
    assert read("kpi;year;target", "orders;2026;9")[0][2:4] == ("2026-01-01", "2026-12-31")


def test_first_days_are_months_unless_days_are_named():
    months = read("kpi;period;target", "orders;2026-01-01;1", "orders;2026-02-01;1")
    assert [one[3] for one in months] == ["2026-01-31", "2026-02-28"]
    assert read("kpi;period;target", "orders;2026-01-01;1", "orders;2026-01-02;1")[0][3] == "2026-01-01"


def test_the_order_of_days_is_told_by_the_others():
    assert read("kpi;from;to;target", "orders;02/01/2026;12/31/2026;1")[0][2] == "2026-02-01"
    assert read("kpi;from;to;target", "orders;02/01/2026;31/12/2026;1")[0][2] == "2026-01-02"
    assert faults("kpi;from;to;target", "orders;02/01/2026;03/04/2026;1")


def test_a_column_of_figures_that_nobody_understands_is_no_silent_loss():
    assert read("kpi;2026-01;2026-02;Total;Comment", "orders;1;2;3;by hand")[1][4] == 2
    assert [(line, column) for line, column, _told in faults("kpi;2026-01;Febr 26x", "orders;1;2")] == [(2, "Febr 26x")]
    assert faults("kpi;2026-01;", "orders;1;2")[0][1] == "3"


def test_a_kpi_a_column_needs_to_say_when():
    found = read("Land;Monat;Umsatz (EUR);Bestellungen", "AT;2026-01;1.000;50")
    assert [(one[0], one[1], one[4], one[5]) for one in found] == [("revenue", "AUT", 1000, "EUR"), ("orders", "AUT", 50, None)]
    assert not plans(columns_of(["orders", "DEU", "2026", "1"])) and not plans(columns_of(["kpi", "market"]))


def test_the_same_target_twice_names_the_other_line():
    [(line, _column, told)] = faults("kpi;period;target", "orders;2026;1", "Pedidos;2026-01-01 – 2026-12-31;2")
    assert line == 3 and told.startswith("the same KPI, market and period stand in line 2")
    rows = Rows("plan.xlsx")
    for title in ("A", "B"):
        rows.read(title, columns_of(["kpi", "period", "target"]), [Record(2, 2, ["orders", "2026", "1"])])
    with pytest.raises(TableError, match="line 2, column B: target: "):
        rows.targets()
