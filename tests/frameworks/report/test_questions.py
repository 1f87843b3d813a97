"""Open questions: what is missing and what was held back."""

from dataclasses import replace

from frameworks.report.questions import questions


def test_a_market_that_nobody_knows_asks_for_everything(made):
    kinds = [one.kind for one in made("ATF").questions]
    assert kinds[0] == "scores"
    assert {"mix", "population", "advice", "channels", "duties", "tax"} <= set(kinds)


def test_a_complete_market_asks_nothing(made):
    brief = made("DEU")
    payments = replace(brief.entry.payments, unknown=(), region="")
    found = {"advice": 3, "channels": 1, "duties": 1, "tax": 1, "events": 1}
    assert questions((), payments, brief.speakers, found, 0) == ()


def test_counts_and_stand_ins_are_told(made):
    brief = made("DEU")
    payments = replace(brief.entry.payments, unknown=("A", "B"), region="Europe")
    asked = {one.kind: one for one in questions((), payments, brief.speakers, {}, 7)}
    assert asked["methods"].count == 2
    assert asked["region"].detail == "Europe"
    assert asked["hidden"].count == 7
