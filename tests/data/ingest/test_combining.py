"""Several tables of one file make one report."""

from __future__ import annotations

import pandas as pd

from data.ingest.combining import combined
from data.ingest.model import Assumption, Reason, Reconciled, Report
from frameworks.labels import Sentence


def test_rows_and_records_add_up_and_the_rest_is_listed_once():
    zone = Assumption("zone", "UTC", Sentence("No zone."))
    one = Report(5, 3, 1, 0, 1, {"orders": 3}, assumptions=(zone,), ignored=("A",), first_day="2025-02-01", last_day="2025-02-03",
                 rejects=pd.DataFrame({"line": [4]}))  # fmt: skip
    two = Report(2, 2, 0, 0, 0, {"orders": 1, "order_lines": 1}, assumptions=(zone,), ignored=("A", "B"), first_day="2025-01-01",
                 last_day="2025-01-02", rejects=pd.DataFrame({"line": []}))  # fmt: skip
    both = combined([one, two], (Sentence("A note."),))
    assert (both.rows_read, both.rows_kept, both.rows_merged, both.rows_left_out, both.rows_set_aside) == (7, 5, 1, 0, 1)
    assert both.records == {"orders": 4, "order_lines": 1}
    assert (both.assumptions, both.ignored) == ((zone,), ("A", "B"))
    assert (both.first_day, both.last_day) == ("2025-01-01", "2025-02-03")
    assert both.rejects["line"].tolist() == [4]
    assert [str(note) for note in both.notes] == ["A note."]


def test_a_single_report_keeps_its_own():
    one = Report(1, 1, 0, 0, 0, {"orders": 1}, notes=(Sentence("First."),))
    assert [str(note) for note in combined([one], (Sentence("Second."),)).notes] == ["First.", "Second."]


def test_what_two_tables_say_alike_is_said_once_and_rejects_name_their_table():
    bad = Reason("set_aside", Sentence("No date."), 2, (3, 4))
    lines = [Reconciled("Total", "EUR", 5, 3, 0, 0, 2, 5), Reconciled("Total", "EUR", 1, 1, 0, 0, 0)]
    rejects = pd.DataFrame({"line": [4]})
    one, two = (Report(1, 1, 0, 0, 0, {}, reasons=(bad,), reconciled=(line,), rejects=rejects) for line in lines)
    both = combined([one, two], titles=("2025", "2026"))
    assert both.reasons == (Reason("set_aside", bad.reason, 4),)
    assert both.reconciled == (Reconciled("Total", "EUR", 6, 4, 0, 0, 2),)
    assert both.rejects.values.tolist() == [["2025", 4], ["2026", 4]]
