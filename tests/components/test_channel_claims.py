"""Claims beside counts: plain words, no ratio from a handful, the right witness."""

import numpy as np
import pandas as pd

from components import channel_claims as claims
from data.export.charts import chart_svg

NAN = np.nan


def told(*rows):
    frame = pd.DataFrame(rows, columns=["channel", "claimed", "seen", "counted"])
    return frame.assign(claimed_value=NAN, seen_value=NAN, counted_value=NAN)


def test_platforms_that_claim_too_much():
    text = claims.headline(told(("paid_search", 300, 200, 150), ("direct", NAN, 50, 900)))
    assert "claim 300 orders; from the same channels the shop counted 150" in text and "2.0× as many" in text


def test_platforms_that_claim_too_little_or_agree():
    assert "refuse tracking" in claims.headline(told(("paid_search", 100, NAN, 200)))
    assert "within a tenth" in claims.headline(told(("paid_search", 100, NAN, 95)))


def test_analytics_is_the_witness_where_the_shop_knows_no_channel():
    found = told(("paid_search", 300, 200, NAN), ("web", NAN, NAN, 900))
    assert claims.held_against(found) == "seen"
    assert "analytics saw 200" in claims.headline(found)


def test_a_handful_gives_no_ratio():
    assert claims.ratio_text(10, 3) == "–" and claims.ratio_text(60, 30) == "2.0×"
    assert "×" not in claims.headline(told(("paid_search", 10, NAN, 3)))


def test_nothing_to_compare():
    assert "nothing to compare" in claims.headline(told(("paid_search", 10, NAN, NAN)))
    assert "nothing to compare" in claims.headline(told(("paid_search", NAN, NAN, NAN)))


def test_the_picture_marks_every_teller_of_channels_that_advertise():
    drawing = claims.chart(told(("paid_search", 300, 200, 150), ("direct", NAN, 50, 900)), for_picture=True)
    assert list(drawing.data["value"]) == [300, 200, 150]
    assert "claimed by the platform" in chart_svg(drawing.to_dict())
    assert claims.chart(told(("direct", NAN, 1, 1))).data.empty
