"""Tiles about customers and channels, with the reason where one is undefined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from components import tile
from components.words import N_, _
from pages import cost_form
from pages.kpi_tiles import make, opened
from pages.numbers import Numbers

REASONS = {
    "retention_90_days": N_("for nobody won in this period have 90 days passed; take a longer period"),
    "payback_months": N_("what it cost to win them is not earned back yet"),
    "social_conversion_rate": N_("no visits from social channels in this period"),
    "automated_email_conversion_rate": N_("no automated e-mails in this period"),
    "customer_acquisition_cost": N_("no new customers in this period"),
    "return_on_ad_spend": N_("no campaign that cost and reports a value"),
}
"""Why a KPI can be undefined although its files are there."""


_RIPENING = ("customer_lifetime_value", "ltv_to_cac", "payback_months")
"""Customers won later have had less time, so these fall with the calendar: no change and no course is shown."""


def draw(here: Numbers, names: Sequence[str], *, key: str) -> None:
    """Draw the tiles; those that wait for a file are listed below with the file's name."""
    made = [_explained(here, name) for name in names]
    tile.grid([each for each in made if not each.missing], here.filters.currency, partial(opened, here), key=key)
    tile.waiting(made)


def _explained(here: Numbers, name: str) -> tile.Tile:
    drawn = make(here, name)
    if name in _RIPENING:
        drawn = replace(drawn, before=None, course=())
    if drawn.missing or drawn.value is not None or name not in REASONS:
        return drawn
    return replace(drawn, undefined=_(REASONS[name]))


def costs(here: Numbers) -> Callable[[], None]:
    """Draw the form for costs, at once where the cost of goods is still to be entered; return what draws it otherwise."""
    if here.warehouse.costs.get("goods_share") is None:
        cost_form.draw(here)
        return lambda: None
    return partial(cost_form.draw, here)
