"""What moved beyond noise: sure moves are found, chance is not reported, thin data stay silent."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from frameworks.kpi import KPIS
from frameworks.kpi.moves import base, beyond_noise, compare, interval, last_week

RETURNS, ORDERS, VALUE = KPIS["return_rate"], KPIS["orders"], KPIS["average_order_value"]


def shares(**markets: tuple[int, int]) -> pd.DataFrame:
    rows = [(market, hits / of if of else None, float(hits), float(of), of) for market, (hits, of) in markets.items()]
    return pd.DataFrame(rows, columns=["market", "value", "numerator", "denominator", "n"])


def means(**markets: list[float]) -> pd.DataFrame:
    rows = [
        (m, np.mean(v), sum(v), len(v), len(v), sum(x * x for x in v), float(len(v)), sum(v)) for m, v in markets.items()
    ]
    return pd.DataFrame(
        rows,
        columns=["market", "value", "numerator", "denominator", "n", "numerator_squares", "denominator_squares", "products"],
    )


def test_a_share_has_wilson_s_interval_and_counts_what_it_is_a_share_of():
    row = shares(DEU=(8, 10)).to_dict("records")[0]
    found = interval(RETURNS, row)
    assert (round(found.low, 4), round(found.high, 4)) == (0.4902, 0.9433)
    assert base(RETURNS, {**row, "n": 3}) == 10
    assert base(ORDERS, {**row, "n": 3}) == 3
    repeat = {"value": 0.5, "numerator": 99.0, "denominator": 200.0, "n": 40}  # orders; the share is of customers
    assert base(KPIS["repeat_purchase_rate"], repeat) == 40
    assert interval(KPIS["repeat_purchase_rate"], repeat).value == 0.5


def test_a_mean_has_student_s_interval_and_undefined_none():
    row = means(DEU=[10.0, 20.0, 30.0]).to_dict("records")[0]
    found = interval(VALUE, row)
    assert found.low == pytest.approx(20 - 4.302652729911275 * 10 / 3**0.5)
    assert interval(VALUE, {**row, "value": None}) is None
    assert interval(VALUE, {**row, "value": float("nan")}) is None
    assert interval(ORDERS, row) is None


def test_a_sure_move_stands_and_small_ones_do_not():
    now = shares(DEU=(60, 200), FRA=(11, 200), JPN=(10, 12), ITA=(1, 200))
    before = shares(DEU=(12, 200), FRA=(10, 200), JPN=(1, 12))
    found = compare(RETURNS, now, before)
    assert [change.market for change in found] == ["DEU", "FRA"]  # too few in Japan, nothing before in Italy
    assert [change.market for change in beyond_noise(found)] == ["DEU"]
    assert found[0].difference.low > 0


def test_the_mean_order_of_two_periods_is_compared_by_its_spread():
    dice = np.random.default_rng(1)
    calm, rise = list(dice.normal(50, 10, 200)), list(dice.normal(60, 10, 200))
    found = compare(VALUE, means(DEU=rise, FRA=calm), means(DEU=calm, FRA=calm))
    assert [change.market for change in beyond_noise(found)] == ["DEU"]


def test_markets_without_any_difference_raise_no_alarm_in_nineteen_of_twenty_lists():
    dice, alarms = np.random.default_rng(3), 0
    for _ in range(200):
        now, before = ({f"M{i:02}": (int(dice.binomial(300, 0.1)), 300) for i in range(12)} for _ in range(2))
        alarms += bool(beyond_noise(compare(RETURNS, shares(**now), shares(**before))))
    assert alarms / 200 <= 0.08


def test_a_row_without_a_market_is_not_a_market():
    now = shares(DEU=(60, 200)).assign(market=[None])
    assert compare(RETURNS, now, now) == []


WEEKS = [dt.date(2026, 1, 5) + dt.timedelta(weeks=i) for i in range(20)]


def weekly(**markets: list[int]) -> pd.DataFrame:
    rows = [(week, m, float(v), v) for m, values in markets.items() for week, v in zip(WEEKS, values, strict=False) if v]
    return pd.DataFrame(rows, columns=["week", "market", "value", "n"])


def test_a_week_outside_its_own_range_is_found_and_a_missing_week_counts_as_zero():
    dice = np.random.default_rng(5)
    usual = [int(v) for v in dice.poisson(50, 20)]
    found = last_week(ORDERS, WEEKS, weekly(DEU=[*usual[:-1], 120], FRA=usual, USA=[*usual[:-1], 0], JPN=[1] * 19 + [9]))
    assert {(week.market, week.value) for week in found} == {("DEU", 120.0), ("USA", 0.0)}
    assert all(week.week == WEEKS[-1] and week.low >= 0 for week in found)


def test_a_short_history_says_nothing():
    assert last_week(ORDERS, WEEKS[:6], weekly(DEU=[50] * 5 + [500])) == []
    assert last_week(ORDERS, WEEKS[:1], weekly(DEU=[50])) == []
    assert last_week(ORDERS, WEEKS, weekly()) == []
