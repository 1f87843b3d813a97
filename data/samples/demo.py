"""The demo workspace: two invented teams and four scenarios that show what a choice changes.

No company here exists. Names, products and choices are made up; every figure shown for
them comes from the reference tables like anyone else's.
"""

from __future__ import annotations

from dataclasses import replace

from frameworks.scoring.scenario import Scenario
from frameworks.weights import PRESETS


def scenarios() -> tuple[Scenario, ...]:
    """Return the demo scenarios, the one to open first in front."""
    founder = Scenario(
        name="Tidewick Soap: first look abroad",
        home="USA",
        product="Botanical soap gift set",
        category="Beauty & personal care",
        languages=("en", "es"),
        current=("USA", "CAN"),
        shortlist=("GBR", "DEU", "JPN", "AUS"),
    )
    consultant = Scenario(
        name="Hallwerk: where next from Germany",
        home="DEU",
        product="Maintenance planner for small workshops",
        category="Business software",
        languages=("de", "en"),
        current=("DEU", "AUT", "CHE"),
        shortlist=("NLD", "DNK", "POL", "CZE"),
        weights=PRESETS["digital_first"],
    )
    return (
        founder,
        replace(founder, name="Tidewick Soap: culture alone", weights=PRESETS["culture_alone"]),
        replace(founder, name="Tidewick Soap: a premium gift", weights=PRESETS["premium_niche"]),
        consultant,
    )
