"""What is not known and what would fill it."""

import pytest

from data.catalog import world
from frameworks.scoring.missing import missing
from frameworks.scoring.score import scoring


def gaps(reference, home, market):
    return {(m.kind, m.code): m for m in missing(reference, scoring(home, reference=reference, draws=5), market)}


def test_a_market_without_culture_data(reference):
    found = gaps(reference, "USA", "ARE")
    assert found["model", "hofstede"].whose == ("ARE",)
    assert found["model", "hofstede"].fills[0] == "estimates"
    assert found["model", "globe"].fills == ("licensed",)


def test_a_table_that_is_off_can_be_switched_on():
    found = gaps(world(off=["globe"]), "USA", "JPN")
    assert found["model", "globe"].fills == ("switch_on",)
    assert found["model", "globe"].whole


def test_the_gaps_of_a_place_without_people(reference):
    found = gaps(reference, "USA", "ATA")
    assert {("part", "language"), ("part", "ties"), ("part", "proximity")} <= set(found)
    assert all(("indicators", name) in found for name in ("size", "risk", "payments"))


def test_a_well_covered_market_has_few(reference):
    assert {kind for kind, _ in gaps(reference, "USA", "JPN")} <= {"indicators"}


def test_unknown_codes_are_a_key_error(reference):
    with pytest.raises(KeyError):
        gaps(reference, "USA", "XKX")
