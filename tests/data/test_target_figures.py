"""Figures of a plan: the decimal mark is proved by the cell, else by the file, else by what the KPI counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.target_figures import figure, mark_for, usual_mark


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1200", 1200), ("1,200.50", 1200.5), ("1.200,50", 1200.5), ("1 200,5", 1200.5), ("1'200.5", 1200.5), ("0,125", 0.125),
        ("1.200.000", 1_200_000), ("12,34,567", 1_234_567), ("-5", -5), ("−5", -5), ("(300.0)", -300), ("300-", -300), (".5", 0.5),
        ("+5", 5), ("١٢", 12), ("12 %", 0.12), ("7%", 0.07), ("3,5%", 0.035), ("€ 12.50", 12.5), ("12,50 EUR", 12.5), ("US$ 5", 5),
    ],
)  # fmt: skip
def test_a_figure_that_proves_its_mark_is_read_whatever_the_rest_says(text, value):
    assert figure(text).value(",") == figure(text).value(".") == value


@pytest.mark.parametrize("text", ["", "x", "5x", "five", "=1+1", "--5", "5%%", "1e5", "12:30", "€", "-", "1-2"])
def test_what_is_no_figure_is_none(text):
    assert figure(text) is None


def test_groups_must_be_whole():
    assert figure("1.2.3").value(",") is None and figure("1,23,4").value(".") is None


def test_what_may_be_meant_in_two_ways_follows_the_file_then_the_kpi():
    one = figure("1.200")
    assert one.proves == "?" and one.value(",") == 1200 and one.value(".") == 1.2
    assert usual_mark(map(figure, ("3,5", "1.200", "2.5", "7,25"))) == ","
    assert usual_mark([one]) == ""
    assert mark_for(one, ".", grouped=True) == "."
    assert mark_for(one, "", grouped=True) == "," and mark_for(one, "", grouped=False) == "."


def test_a_currency_beside_the_figure_is_told():
    assert figure("€ 5").currencies == figure("5 EUR").currencies == ("EUR",)
    assert "CAD" in figure("$5").currencies and figure("5").currencies == ()


@given(st.integers(0, 10**9), st.sampled_from(["{:,}", "{}"]), st.booleans())
def test_whole_numbers_are_read_in_either_style(number, form, swapped):
    text = form.format(number)
    text = text.replace(",", ".") if swapped else text
    one = figure(text)
    assert one.value(mark_for(one, "", grouped=True)) == number
