"""A brief as data: complete, bound to its inputs, the same every time."""

import json
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest

from frameworks.culture.protocol import PARTS
from frameworks.payments import SetUp
from frameworks.report import ReportError
from frameworks.rollout.tasks import Task
from tests.frameworks.report.conftest import SCENARIO, SET_UP, TODAY

MARKETS = ("DEU", "JPN", "BRA", "KEN", "ARE", "VAT", "BVT")


def test_rich_sparse_and_empty_markets_have_a_brief(made):
    for market in MARKETS:
        found = made(market)
        assert found.market == market
        assert found.sources
        assert json.loads(found.to_json())["market"] == market


def test_home_and_unknown_markets_are_refused_with_a_sentence(made):
    for market in ("USA", "XXX", "<script>", ""):
        with pytest.raises(ReportError) as refused:
            made(market)
        assert str(refused.value).endswith(".")


def test_it_carries_what_it_was_made_from(made, reference):
    found = made("DEU")
    assert found.fingerprint == SCENARIO.fingerprint(reference.version)
    assert found.data_version == reference.version
    assert made("DEU", scenario=replace(SCENARIO, product="Chairs")).fingerprint != found.fingerprint
    assert made("DEU", set_up=SetUp(providers=("stripe",))).set_up != found.set_up
    assert made("DEU", fingerprint="abc").fingerprint == "abc"


def test_the_calendar_runs_twelve_months_from_the_day_given(made):
    for today in (TODAY, date(2027, 3, 1)):
        days = [event.start for event in made("DEU", today=today).entry.events]
        assert days
        assert max(days) < today + timedelta(days=367)
        assert all(event.end >= today for event in made("DEU", today=today).entry.events)


def test_unchecked_facts_are_held_back_counted_and_marked_when_asked_for(made):
    kept, everything = made("BGD"), made("BGD", unchecked=True)
    facts = [*kept.entry.channels, *kept.entry.duties, *kept.entry.events, *kept.advice]
    assert all(fact.checked for fact in facts)
    assert kept.hidden > 0
    assert everything.hidden == 0
    assert any(not fact.checked for fact in (*everything.entry.channels, *everything.entry.duties))
    assert [question.count for question in kept.questions if question.kind == "hidden"] == [kept.hidden]


def test_the_advice_rests_on_the_largest_told_gaps(made):
    found = made("JPN")
    assert 1 <= len(found.advice) <= 3
    assert all((one.contrast or one.gap in found.gaps) and one.works for one in found.advice)


def test_a_brief_survives_a_cache(made):
    found = made("JPN")
    assert pickle.loads(pickle.dumps(found)).to_json() == found.to_json()


_AGAIN = """
from datetime import date
from data.catalog import world
from frameworks.culture.protocol import PARTS
from frameworks.payments import SetUp
from frameworks.report import brief
from frameworks.scoring.scenario import Scenario
from frameworks.scoring.score import scoring
scenario = Scenario(home="USA", languages=("en",), product="Lamps", category="Home", shortlist=("DEU", "JPN"))
scored = scoring("USA", languages=("en",), reference=world())
found = brief(world(), scenario, "JPN", scoring=scored, set_up=SetUp(providers=("stripe", "paypal")), today=date(2026, 11, 22))
print(found.to_json(), end="")
"""


def test_another_process_writes_the_same_text(made):
    again = subprocess.run(
        [sys.executable, "-c", _AGAIN], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert again.stdout.decode() == made("JPN", set_up=SET_UP).to_json()


def tasks():
    given = {"market": "BRA", "home": "USA", "note": "", "kind": "guidance", "origin": "a", "original": "", "citation": "Works"}
    first = Task(1, title="Later", owner="Ana", due=date(2027, 1, 2), status="open", revision=1, **given)
    second = Task(2, title="=Soon", owner="", due=date(2026, 1, 2), status="doing", revision=1, **given)
    return first, second


def test_what_was_decided_is_in_it_in_order_of_the_day(made):
    found = made("BRA", plan=tasks(), notes={"time": "Early."})
    assert [task.title for task in found.plan] == ["=Soon", "Later"]
    assert made("BRA", plan=tuple(reversed(tasks())), notes={"time": "Early."}).to_json() == found.to_json()
    assert made("BRA").to_json() != found.to_json()
    assert json.loads(found.to_json())["plan"][0]["due"] == "2026-01-02"


def test_the_protocol_is_in_it_and_its_works_are_among_the_sources(made):
    found = made("BRA")
    assert [part.code for part in found.protocol] == list(PARTS)
    cited = {one.text for one in found.sources}
    for part in found.protocol:
        for one in part.advice:
            assert {f"{work.source}, {work.reference}" for work in one.works if work.year} <= cited
