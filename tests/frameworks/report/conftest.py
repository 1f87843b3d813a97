"""One scenario and its scores, shared by the tests of reports."""

from __future__ import annotations

from datetime import date

import pytest

from frameworks.payments import SetUp
from frameworks.report import brief
from frameworks.scoring.scenario import Scenario
from frameworks.scoring.score import scoring

TODAY = date(2026, 11, 22)
SCENARIO = Scenario(home="USA", languages=("en",), product="Lamps", category="Home", shortlist=("DEU", "JPN"))
SET_UP = SetUp(providers=("stripe", "paypal"))


@pytest.fixture(scope="session")
def scored(reference):
    """The scores of all markets seen from the United States."""
    return scoring("USA", languages=("en",), reference=reference)


@pytest.fixture(scope="session")
def made(reference, scored):
    """Return how to make a brief on a market; what is not given takes the shared scenario."""

    def make(market, **other):
        given = {"scoring": scored, "set_up": SET_UP, "today": TODAY, **other}
        return brief(given.pop("reference", reference), given.pop("scenario", SCENARIO), market, **given)

    return make
