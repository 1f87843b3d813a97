"""The funnel: unknown is not 0, rates are of what they follow from."""

import pytest

from components.funnel import Funnel, _label, chart, device_name
from data.export.charts import chart_svg

FULL = Funnel({"sessions": 1000.0, "key_events": 250.0, "transactions": 20.0, "orders": 25.0, "repeat": 5.0})


def test_steps_and_their_rates():
    assert FULL.share("transactions") == 0.02 and FULL.share("repeat") == 0.2
    assert _label(FULL, "orders") == "25 · 2.5 per 100 sessions"
    assert _label(FULL, "repeat") == "5 · 20.0% of orders"
    assert _label(FULL, "sessions") == "1,000"


def test_what_no_file_tells_is_left_out_and_nought_stays():
    found = Funnel({"sessions": None, "orders": 0.0, "repeat": float("nan")})
    assert found.known == ("orders",)
    assert found.share("orders") is None and found.share("repeat") is None
    assert _label(found, "orders") == "0"


@pytest.mark.parametrize("counts", [FULL.counts, {"orders": 0.0}, {}])
def test_it_can_be_drawn_for_a_file(counts):
    drawn = chart_svg(chart(Funnel(counts), for_picture=True).to_dict())
    assert ("Orders, shop" in drawn) is ("orders" in counts)


def test_devices_have_names():
    assert device_name("mobile") == "Mobile" and device_name("fridge") == "fridge"
