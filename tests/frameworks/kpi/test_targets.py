"""Targets: what is due is even and adds up, chance is not called a success, and a plan that is over is plain."""

from __future__ import annotations

import math
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks.kpi import KPIS
from frameworks.kpi.intervals import count
from frameworks.kpi.targets import Target, checked, choose, counted, parts, stand, targetable
from frameworks.labels import Sentence

JUNE = (date(2026, 6, 1), date(2026, 6, 30))
ORDERS = Target("orders", "DEU", *JUNE, 3000.0)
RATE = Target("conversion_rate", None, *JUNE, 0.03)
TENTH = (JUNE[0], date(2026, 6, 10))


def standing(target: Target, days: tuple[date, date] | None = TENTH, today: date | None = None, **row: object):
    return stand(target, KPIS[target.kpi], row or None, days, today)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kpi": "luck"}, "no KPI luck"), ({"kpi": "payback_months"}, "cannot have"), ({"market": "DE"}, "market code"),
        ({"first": date(2026, 7, 1)}, "ends before"), ({"last": date(2036, 6, 1)}, "ten years"),
        ({"first": "2026"}, "2026-01-31"), ({"value": -1.0}, "below 0"), ({"value": float("nan")}, "a number"),
        ({"value": 1e300}, "a number"), ({"value": True}, "a number"), ({"value": "5"}, "a number"),
        ({"currency": "EUR"}, "no money"), ({"kpi": "revenue"}, "which currency"),
        ({"kpi": "revenue", "currency": "euro"}, "currency code"), ({"kpi": "nps", "value": 101.0}, "-100 and 100"),
        ({"kpi": "csat", "value": 1.01}, "0 % and 100 %"), ({"kpi": "review_rating", "value": 6.0}, "1 and 5"),
        ({"kpi": "revenue", "currency": "EUR", "value": -5.0}, "below 0"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_one_sentence(changes, said):
    values = {"kpi": "orders", "market": "DEU", "first": JUNE[0], "last": JUNE[1], "value": 5.0, "currency": None, **changes}
    with pytest.raises(Sentence, match=said):
        checked(Target(**values))


def test_what_can_be_is_kept_as_it_is():
    loss = Target("contribution_margin", None, *JUNE, -100, "EUR")
    assert checked(loss) == loss and isinstance(checked(loss).value, float)
    assert checked(Target("nps", "DEU", *JUNE, -100)).value == -100
    assert checked(Target("orders", None, date(2020, 1, 1), date(2029, 12, 31), 0)).days == 3653
    assert "payback_months" not in targetable() and targetable() == tuple(n for n in KPIS if n in targetable())


def test_the_due_of_a_sum_is_the_even_share_of_the_days_counted():
    far = standing(ORDERS, value=900.0)
    assert (far.due, far.until, far.days, far.of_days, far.whole) == (1000.0, date(2026, 6, 10), 10, 30, False)
    assert far.state == "behind" and far.share == pytest.approx(0.9)
    assert far.low < 900 < far.high < 1000  # Poisson
    assert standing(ORDERS, value=960.0).state == "near"
    assert standing(ORDERS, value=1100.0).state == "ahead"
    late = (date(2026, 6, 21), JUNE[1])  # the data begin after the period
    assert standing(ORDERS, late, value=2000.0).state == "ahead" and standing(ORDERS, late, value=2000.0).due == 1000.0


def test_the_due_of_a_share_is_the_target_and_its_interval_is_wilson_s():
    row = {"numerator": 20.0, "denominator": 1000.0, "n": 9}
    assert standing(RATE, value=0.02, **row).state == "near" and standing(RATE, value=0.02, **row).due == 0.03
    assert standing(RATE, value=0.02, **{**row, "denominator": 100_000.0}).state == "behind"


def test_money_is_as_uncertain_as_its_amounts_are_uneven():
    plan = Target("revenue", None, *JUNE, 30_000.0, "EUR")
    even = standing(plan, value=9500.0, numerator_squares=100 * 95.0**2)  # a hundred orders of 95
    hundred = count(100)
    assert (even.low, even.high) == pytest.approx((95 * hundred.low, 95 * hundred.high)) and even.state == "near"
    assert standing(plan, value=9500.0, numerator_squares=9500 * 1.0).state == "behind"  # 9,500 orders of 1
    bare = standing(plan, value=9999.0)  # no moments: as it stands
    assert bare.state == "behind" and bare.low is None
    loss = Target("contribution_margin", None, *JUNE, -300.0, "EUR")
    assert standing(loss, value=-100.0, numerator_squares=100.0).low == pytest.approx(-119.6, abs=0.01)


def test_the_interval_of_a_sum_of_orders_holds_what_is_expected():
    dice, plan = np.random.default_rng(7), Target("revenue", None, *JUNE, 3 * 10 * math.exp(4 + 0.6**2 / 2), "EUR")
    drawn = [dice.lognormal(4, 0.6, dice.poisson(10)) for _ in range(1000)]
    states = [standing(plan, value=x.sum(), numerator_squares=(x * x).sum()).state for x in drawn if len(x)]
    assert 0.93 <= states.count("near") / len(states) <= 0.97


def test_once_every_day_is_counted_the_plain_figure_decides():
    assert [standing(ORDERS, JUNE, value=value).state for value in (2999.0, 3000.0, 3001.0)] == ["missed", "met", "met"]
    fewer = Target("return_rate", None, *JUNE, 0.1)
    states = [standing(fewer, JUNE, value=v, numerator=1.0, denominator=9.0, n=9).state for v in (0.09, 0.1, 0.11)]
    assert states == ["met", "met", "missed"]
    assert standing(ORDERS, JUNE, JUNE[1], value=2990.0).state == "near"  # the last day is not over
    assert standing(ORDERS, JUNE, JUNE[1] + timedelta(1), value=2990.0).state == "missed"


def test_ad_spend_is_above_or_below_and_nobody_is_to_blame():
    plan = Target("ad_spend", None, *JUNE, 300.0, "EUR")
    found = [standing(plan, JUNE, value=v, numerator_squares=1e9) for v in (299.0, 300.0, 301.0)]
    assert [far.state for far in found] == ["behind", "near", "ahead"]
    assert not any(far.judged or far.low is not None for far in found) and standing(ORDERS, value=1.0).judged


def test_without_figures_nothing_is_said():
    assert standing(ORDERS, None, date(2026, 5, 31)).state == "to_come"
    assert standing(ORDERS, None, date(2026, 6, 1)).state == standing(ORDERS, None).state == "no_data"
    assert standing(ORDERS).state == standing(ORDERS, value=float("nan")).state == standing(ORDERS, value=None).state == "no_data"
    assert standing(Target("orders", None, *JUNE, 0.0), value=0.0).share is None


def test_the_days_that_the_data_reach():
    assert counted(ORDERS, None) is None
    assert counted(ORDERS, (date(2026, 1, 1), date(2026, 5, 31))) is None
    assert counted(ORDERS, (date(2026, 1, 1), TENTH[1])) == TENTH
    assert counted(ORDERS, (date(2026, 6, 5), date(2027, 1, 1))) == (date(2026, 6, 5), JUNE[1])


def test_a_course_of_weeks_has_the_plan_of_the_days_within():
    weeks = [(date(2026, 5, 25) + timedelta(7 * i), date(2026, 5, 31) + timedelta(7 * i)) for i in range(6)]
    assert parts(ORDERS, weeks) == pytest.approx([None, 700, 700, 700, 700, 200], nan_ok=True)
    assert parts(RATE, weeks) == [None, 0.03, 0.03, 0.03, 0.03, 0.03]


def test_of_several_targets_the_shortest_holds_then_the_one_begun_last():
    year = Target("orders", "DEU", date(2026, 1, 1), date(2026, 12, 31), 1.0)
    later = Target("orders", "DEU", date(2026, 6, 2), date(2026, 7, 1), 1.0)
    all_ = (year, ORDERS, later, RATE)
    assert choose(all_, "orders", "DEU", date(2026, 6, 1)) == ORDERS
    assert choose(all_, "orders", "DEU", date(2026, 6, 2)) == later
    assert choose(all_, "orders", "DEU", date(2026, 3, 1)) == year
    assert choose(all_, "orders", None, JUNE[0]) is None and choose(all_, "conversion_rate", None, JUNE[0]) == RATE


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 400), st.data(), st.floats(0, 1e9))
def test_what_is_due_adds_up_over_the_parts_of_a_period(days, data, value):
    target = Target("orders", None, JUNE[0], JUNE[0] + timedelta(days - 1), value)
    cut = JUNE[0] + timedelta(data.draw(st.integers(0, days - 1)))
    steps = [(target.first, cut), (cut + timedelta(1), target.last)]
    assert sum(part or 0 for part in parts(target, steps)) == pytest.approx(value)
    far = standing(target, (target.first, cut), value=1.0)
    assert far.due == pytest.approx(parts(target, steps)[0])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1000), st.floats(0, 1), st.booleans())
def test_the_state_turns_round_with_what_is_better(hits, plan, over):
    days = JUNE if over else TENTH
    row = {"value": hits / 1000, "numerator": float(hits), "denominator": 1000.0, "n": 1000}
    up, down = (standing(Target(kpi, None, *JUNE, plan), days, **row).state for kpi in ("conversion_rate", "return_rate"))
    turned = {"met": "missed", "missed": "met", "ahead": "behind", "behind": "ahead", "near": "near"}
    assert down == turned[up] or (up == down == "met" and row["value"] == pytest.approx(plan))
