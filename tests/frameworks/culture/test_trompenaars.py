"""Leans with a grade, never scores."""

from collections import Counter

from frameworks.culture.trompenaars import DIMENSIONS, leans
from frameworks.weights import CRITERIA


def test_seven_leans_for_every_market(reference):
    for market in ("USA", "ARE", "ATA"):
        found = leans(reference, market)
        assert [lean.dimension for lean in found] == list(DIMENSIONS) and len(found) == 7


def test_leans_are_a_pole_with_a_grade(reference):
    found = [lean for market in reference.markets for lean in leans(reference, market)]
    poles = Counter(lean.pole for lean in found)
    assert set(poles) <= {"first", "second", "middle", "mixed", "none"}
    assert {lean.grade for lean in found} <= {"A", "B", "C", ""}
    assert all(lean.sources == 0 and lean.grade == "" for lean in found if lean.pole == "none")
    assert sum(any(lean.pole != "none" for lean in leans(reference, m)) for m in reference.markets) == 49


def test_the_textbook_case(reference):
    assert leans(reference, "USA")[0].pole == "first"
    assert leans(reference, "ATA")[0].pole == "none"


def test_leans_are_no_criterion():
    assert not any(d.code in CRITERIA for d in DIMENSIONS)
