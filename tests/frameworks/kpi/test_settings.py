"""The figures a team enters are checked by name and range."""

import pytest

from frameworks.kpi.settings import SETTINGS, checked
from frameworks.labels import Sentence


def test_nothing_entered_is_none_for_each():
    assert checked(None) == dict.fromkeys(SETTINGS)
    assert checked({"goods_share": 0, "ticket_cost": 7})["goods_share"] == 0.0


@pytest.mark.parametrize(
    "entered, told",
    [
        ({"rent": 5}, "There is no setting rent"),
        ({"goods_share": 1.2}, "Cost of goods must lie between 0 and 1, not 1.2"),
        ({"promised_days": -1}, "Delivery promise must lie between"),
        ({"ticket_cost": float("inf")}, "Cost of a ticket must lie"),
        ({"goods_share": "0.4"}, "Cost of goods must lie"),
        ({"key_events_are_carts": 0.5}, "is 1 for yes or 0 for no"),
    ],
)
def test_what_is_refused(entered, told):
    with pytest.raises(Sentence, match=told):
        checked(entered)


def test_every_setting_says_what_it_is():
    assert all(setting.label and setting.meaning.endswith(".") for setting in SETTINGS.values())
    assert {setting.unit for setting in SETTINGS.values()} <= {"share", "money", "days", "flag"}
