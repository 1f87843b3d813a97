"""How well the cultural lint finds what travels badly, and how many sources it looks at in a second.

Recall is over texts labelled with what must be said of them in one market. Alarms are findings over ordinary shop copy
of which nothing is to be said in any of ten markets; each such text in a market counts once. The texts were written
together with the lint, so they show what it is for rather than how it does on strangers.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from data.catalog import world
from data.samples.shop_texts import shop_texts
from frameworks.localization.finding import Finding
from frameworks.localization.linting import lint
from frameworks.reference import Reference
from tests.frameworks.localization.linting.labelled import ABROAD, BAD, QUIET

HOME = "USA"
ROUNDS = 3
LEAST_PRECISION, LEAST_RECALL, LEAST_A_SECOND = 0.95, 0.95, 100


@dataclass(frozen=True)
class Measured:
    """found of ``labelled`` texts; alarms in ``quiet`` texts times markets; texts times markets a second."""

    found: int
    labelled: int
    alarms: int
    quiet: int
    speed: float

    @property
    def precision(self) -> float:
        """Share of what was found that is labelled."""
        return self.found / max(self.found + self.alarms, 1)

    @property
    def recall(self) -> float:
        """Share of what is labelled that was found."""
        return self.found / self.labelled


def measure() -> Measured:
    """Return precision, recall and speed."""
    reference = world()
    found = sum(wanted in {one.check for one in _told(text, market, reference)} for text, market, wanted in BAD)
    alarms = sum(bool(lint(text, market, home=HOME, reference=reference)) for text in QUIET for market in ABROAD)
    texts = shop_texts()
    begun = time.perf_counter()
    for turn in range(ROUNDS):
        for item in texts:
            for market in ABROAD:
                lint(f"{item.source} {turn}", market, home=HOME, reference=reference, surface=item.surface)
    speed = ROUNDS * len(texts) * len(ABROAD) / (time.perf_counter() - begun)
    return Measured(found, len(BAD), alarms, len(QUIET) * len(ABROAD), speed)


def _told(text: str, market: str, reference: Reference) -> tuple[Finding, ...]:
    """Return what is said of a labelled text: of home itself as seen from elsewhere, of winks where money is at stake."""
    home, surface = "DEU" if market == HOME else HOME, "checkout" if "😉" in text else "ad"
    return lint(text, market, home=home, reference=reference, surface=surface)
