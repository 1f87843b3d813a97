"""How long the PDF of ten market briefs takes once warm: facts, words, comparison and typesetting.

Each round is for another day, so that no brief and no typeset page of an earlier round is used again;
tables, scores and fonts are loaded by a first round on other markets.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from components import brief_comparison_words, brief_words, evidence
from data.catalog import infos, world
from data.export.brief_pdf import brief_pdf
from frameworks.payments import SetUp
from frameworks.potential.indicators import indicator_list
from frameworks.report import brief, comparison
from frameworks.scoring.scenario import Scenario
from frameworks.scoring.score import Scoring, scoring

MARKETS = ("CAN", "DEU", "NLD", "MEX", "BRA", "IND", "JPN", "CHN", "KEN", "FRA")
WARM_UP = ("GBR", "ESP")
FIRST_DAY = date(2026, 11, 22)
ROUNDS = 3
MOST_SECONDS = 5.0


@dataclass(frozen=True)
class Timing:
    """Median seconds: of the whole, of the facts and their words, and of typesetting; size of the file in bytes."""

    whole: float
    facts: float
    typesetting: float
    size: int


def measure(rounds: int = ROUNDS) -> Timing:
    """Return the timing of the PDF on ten markets with their comparison."""
    scenario = Scenario(home="USA", languages=("en",), product="Lamps", category="Home", shortlist=MARKETS)
    scored = scoring("USA", languages=("en",), reference=world())
    _pdf(scenario, scored, WARM_UP, FIRST_DAY - timedelta(days=1))
    taken = [_pdf(scenario, scored, MARKETS, FIRST_DAY + timedelta(days=n)) for n in range(rounds)]
    facts, typesetting, sizes = zip(*taken, strict=True)
    whole = [sum(pair) for pair in zip(facts, typesetting, strict=True)]
    return Timing(statistics.median(whole), statistics.median(facts), statistics.median(typesetting), sizes[0])


def _pdf(scenario: Scenario, scored: Scoring, markets: Sequence[str], today: date) -> tuple[float, float, int]:
    begun = time.perf_counter()
    reference, set_up = world(), SetUp(providers=("stripe", "paypal"))
    found = comparison(
        scored, [brief(reference, scenario, code, scoring=scored, set_up=set_up, today=today) for code in markets]
    )
    sources = {name: evidence.Source.of(info) for name, info in infos().items()}
    names = indicator_list(reference)["name"].to_dict()
    documents = [brief_comparison_words.document(found, sources)]
    documents += [brief_words.document(one, sources, names) for one in found.briefs]
    ready = time.perf_counter()
    made = brief_pdf(documents)
    return ready - begun, time.perf_counter() - ready, len(made)
