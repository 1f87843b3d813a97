"""The mark on translatable words."""

from frameworks.labels import N_


def test_the_mark_changes_nothing():
    assert N_("Low risk") == "Low risk"
