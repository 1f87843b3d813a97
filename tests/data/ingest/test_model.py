"""The shared types of reading an export."""

from __future__ import annotations

from data.ingest.model import Cancelled, IngestError, Reconciled
from frameworks.labels import Sentence


def test_a_difference_is_what_is_not_accounted_for():
    assert Reconciled("Total", "EUR", 10.0, 7.0, 1.0, 1.0, 1.0).difference == 0
    assert Reconciled("Total", "EUR", 10.0, 7.0, 1.0, 1.0, 0.5).difference == 0.5


def test_errors_are_sentences():
    assert issubclass(Cancelled, IngestError) and issubclass(IngestError, Sentence)
    assert str(IngestError("No column {name}.", name="Total")) == "No column Total."
