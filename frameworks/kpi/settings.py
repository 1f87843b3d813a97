"""What a team enters because no export says it: costs, the delivery promise, what its key event means."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from frameworks.labels import N_, Sentence


@dataclass(frozen=True)
class Setting:
    """A figure a team enters.

    unit:      share (0-1), money (in the currency it was entered in), days or flag (1 yes, 0 no).
    low, high: what is accepted, both included.
    """

    name: str
    label: str
    meaning: str
    unit: str
    low: float = 0.0
    high: float = 1.0


SETTINGS: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("goods_share", N_("Cost of goods"), N_("What goods cost, as a share of net sales."), "share"),
        Setting(
            "payment_share",
            N_("Payment fee"),
            N_("Share of the amount charged that the payment provider keeps, where a file states no fee."),
            "share",
        ),
        Setting(
            "fulfilment_per_order",
            N_("Fulfilment cost"),
            N_("What packing and sending one order costs."),
            "money",
            high=1e9,
        ),
        Setting(
            "ticket_cost", N_("Cost of a ticket"), N_("What answering one service ticket costs."), "money", high=1e9
        ),
        Setting(
            "promised_days",
            N_("Delivery promise"),
            N_("Days from order to delivery that buyers are promised."),
            "days",
            high=365.0,
        ),
        Setting(
            "key_events_are_carts",
            N_("Key event is a cart"),
            N_("Whether the key event of the analytics reports is adding to the cart or beginning the checkout."),
            "flag",
        ),
    )
}
"""The settings by name; each is a column of the one-row table ``costs`` in KPI files, null when not entered."""

MONEY = tuple(name for name, setting in SETTINGS.items() if setting.unit == "money")
"""The settings that are amounts of money."""


def exchanged(entered: Mapping[str, float | None], factor: float | None) -> dict[str, float | None]:
    """Return the settings with money in another currency.

    factor: what one unit of the currency they were entered in is worth in the other; None when nobody knows, and
            then money counts as not entered.
    """
    known = {name: value for name, value in entered.items() if value is not None}
    return {
        name: value if name not in MONEY else None if factor is None else value * factor for name, value in known.items()
    }


def checked(entered: Mapping[str, float | None] | None) -> dict[str, float | None]:
    """Return every setting, None where nothing was entered; raises Sentence for a name or figure that cannot be."""
    entered = entered or {}
    for name, value in entered.items():
        if name not in SETTINGS:
            raise Sentence(
                N_("There is no setting {name}; known are {known}."), name=f"{name!s:.40}", known=", ".join(SETTINGS)
            )
        setting = SETTINGS[name]
        if value is None:
            continue
        if isinstance(value, str) or not math.isfinite(value) or not setting.low <= value <= setting.high:
            raise Sentence(
                N_("{label} must lie between {low} and {high}, not {value}."),
                label=Sentence(setting.label), low=setting.low, high=setting.high, value=f"{value!s:.40}",
            )  # fmt: skip
        if setting.unit == "flag" and value not in (0, 1):
            raise Sentence(
                N_("{label} is 1 for yes or 0 for no, not {value}."), label=Sentence(setting.label), value=str(value)
            )
    return {name: None if entered.get(name) is None else float(entered[name]) for name in SETTINGS}
