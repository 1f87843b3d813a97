"""Templates of customers across borders: complete, sourced, never by passport."""

import pytest

from frameworks.culture.segments.personas import EVIDENCE, PERSONAS, by_passport, mapped, tidy
from frameworks.kpi import KPIS
from frameworks.kpi.tables import TABLES
from frameworks.labels import Sentence

PLACES = ("Japan", "JPN", "United States", "Deutschland")
GOOD = {
    "name": " Early\nbirds ", "rule": "Order within two weeks of a launch", "persona": "explorer", "evidence": "behaviour",
    "people": 120, "markets": ["JPN", "JPN", "nonsense", "BRA"], "places": PLACES,
}  # fmt: skip


def test_every_template_names_data_that_the_app_knows():
    for key, persona in PERSONAS.items():
        assert persona.key == key and persona.source and persona.instrument and len(persona.items) == 2
        assert set(persona.kpis) <= set(KPIS) and set(persona.tables) <= set(TABLES)
        needed = {table for name in persona.kpis for table in KPIS[name].needs}
        assert needed <= set(persona.tables), key


def test_no_template_speaks_of_a_nation():
    nations = ("japan", "german", "american", "arab", "latin", "asian", "european people", "chinese")
    for persona in PERSONAS.values():
        text = f"{persona.title} {persona.looks_for} {persona.message} {persona.risk} {persona.behaviour}".casefold()
        assert not [word for word in nations if word in text]


def test_a_mapping_is_tidied_and_knows_whether_it_is_firm():
    found = mapped(**GOOD)
    assert (found.name, found.markets, found.firm) == ("Early birds", ("JPN", "BRA"), True)
    assert not mapped(**GOOD | {"evidence": "none"}).firm
    assert not mapped(**GOOD | {"people": None}).firm and not mapped(**GOOD | {"people": 0}).firm


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": "  "}, "name"), ({"rule": "\x00"}, "name"), ({"name": "x" * 81}, "too long"), ({"persona": "<b>"}, "template"),
        ({"evidence": "gut"}, "template"), ({"people": -1}, "whole number"), ({"people": True}, "whole number"),
        ({"people": 1.5}, "whole number"), ({"rule": "People from Japan"}, "origin"), ({"rule": "JPN"}, "origin"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept(change, told):
    with pytest.raises(Sentence, match=told):
        mapped(**GOOD | change)


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("Customers who live in the United States", True), ("Deutschland", True), ("Japan and United States", True),
        ("Customers in Japan who return within a week", False), ("Compares three shops before buying", False), ("", False),
    ],
)  # fmt: skip
def test_a_rule_of_places_alone(rule, found):
    assert by_passport(rule, PLACES) is found


def test_tidy_and_evidence():
    assert tidy("a\u0000b\n\t c") == "a b c"
    assert list(EVIDENCE)[-1] == "none"
