"""Costs the team enters: what is missing is named, nothing is assumed."""

from components import cost_settings
from frameworks.kpi.settings import SETTINGS


def test_the_title_says_how_much_is_filled():
    assert cost_settings.summary({}) == "Your costs and promises: none entered yet"
    assert cost_settings.summary({"goods_share": 0.0, "ticket_cost": None}).endswith(f"1 of {len(SETTINGS)} entered")


def test_nought_is_a_figure_and_missing_is_named():
    wanted = ("goods_share", "ticket_cost")
    assert cost_settings.missing({"goods_share": 0.0}, wanted) == ("Cost of a ticket",)
    assert cost_settings.missing({}, wanted) == ("Cost of goods", "Cost of a ticket")
