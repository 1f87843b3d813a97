"""The demo scenarios are usable and tell their stories apart."""

from __future__ import annotations

from data.samples import demo
from frameworks.weights import PRESETS


def test_the_demo_shows_two_homes_and_three_weightings():
    scenarios = demo.scenarios()
    founder = scenarios[0]
    assert (founder.home, founder.languages, founder.current) == ("USA", ("en", "es"), ("USA", "CAN"))
    assert founder.candidates == ()
    assert not set(founder.shortlist) & set(founder.current)
    assert len({scenario.name for scenario in scenarios}) == len({s.fingerprint("1") for s in scenarios}) == 4
    assert scenarios[1].weights == PRESETS["culture_alone"]
    assert {scenario.home for scenario in scenarios} == {"USA", "DEU"}
