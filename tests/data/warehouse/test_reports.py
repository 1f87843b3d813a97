"""A report survives being kept, with its sentences still translatable."""

from __future__ import annotations

import json
from decimal import Decimal

import pandas as pd

from data.ingest.model import Assumption, IngestError, Reason, Reconciled, Report
from data.warehouse.reports import MOST_REJECTS, from_json, to_json
from frameworks.labels import Sentence

REPORT = Report(
    rows_read=5, rows_kept=3, rows_merged=1, rows_left_out=0, rows_set_aside=1, records={"orders": 3},
    reasons=(Reason("set_aside", Sentence("No {what}.", what=Sentence("day")), 1, (7,)),),
    reconciled=(Reconciled("total", "EUR", Decimal("10.5"), 10.5, 0.0, 0.0, 0.0, None),),
    assumptions=(Assumption("currency", "EUR", Sentence("guess {n}", n=3), ("EUR", "USD")),),
    dropped=(("Email", "contact"),), ignored=("Tags",), unknown=(("market", "Atlantis", 2),),
    rejects=pd.DataFrame({"line": [7], "reason": [Sentence("No day.")], "cells": ["•••, x"]}),
    first_day="2026-01-01", notes=(IngestError("Cut at {a}", a=("x", "y")),),
)  # fmt: skip


def test_a_report_comes_back_as_it_was():
    again = from_json(to_json(REPORT))
    assert str(again.reasons[0].reason) == "No day."
    assert again.reasons[0].lines == (7,)
    assert again.reconciled[0].difference == 0
    assert again.reconciled[0].in_file == 10.5
    assert (again.dropped, again.ignored, again.unknown) == (REPORT.dropped, REPORT.ignored, REPORT.unknown)
    assert again.assumptions[0].options == ("EUR", "USD")
    assert isinstance(again.notes[0], IngestError)
    assert str(again.notes[0]) == "Cut at x; y"
    assert again.rejects["line"].tolist() == [7]
    assert str(again.rejects["reason"][0]) == "No day."
    assert to_json(again) == to_json(REPORT)


def test_what_another_version_wrote_is_read_as_far_as_it_goes():
    assert from_json("{}").rows_read == 0
    plain = json.loads(to_json(REPORT)) | {"new": 1}
    plain["reasons"][0]["new"] = 2
    assert from_json(plain).reasons[0].rows == 1


def test_rejects_without_end_are_cut_and_odd_values_are_plain():
    many = pd.DataFrame({"line": range(MOST_REJECTS + 5), "cell": [float("nan")] * (MOST_REJECTS + 5)})
    report = from_json(to_json(Report(0, 0, 0, 0, 0, {}, rejects=many)))
    assert len(report.rejects) == MOST_REJECTS
    assert report.rejects["cell"][0] is None
