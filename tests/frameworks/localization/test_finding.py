from __future__ import annotations

from frameworks.labels import N_, Sentence
from frameworks.localization.finding import SEVERITIES, SEVERITY_LABELS, Finding


def test_a_finding_names_its_place_and_carries_its_words():
    found = Finding("numbers", "error", Sentence(N_("There is no {name} here."), name="2"), start=3, end=5)
    assert (str(found.message), found.start, found.market) == ("There is no 2 here.", 3, "")


def test_every_severity_has_a_name():
    assert tuple(SEVERITY_LABELS) == SEVERITIES
