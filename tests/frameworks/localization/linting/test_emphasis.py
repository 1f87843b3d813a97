"""Shouting and winking."""

from frameworks.localization.linting import emphasis
from frameworks.localization.linting.subject import Subject


def _found(reference, text, **about):
    return [finding.check for finding in emphasis.look(Subject(text, "DEU", reference, **about))]


def test_rows_of_marks_and_capitals(reference):
    assert _found(reference, "Sale!! Now") == ["shouting"] and _found(reference, "BUY TWO NOW OK") == ["shouting"]
    assert _found(reference, "Thank you!") == _found(reference, "USB HDMI cable") == _found(reference, "NASA patch") == []


def test_faces_count_where_rights_are_at_stake(reference):
    assert _found(reference, "Paid 😉", surface="checkout") == ["humour"] and _found(reference, "Paid 😉", surface="ad") == []
