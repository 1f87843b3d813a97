"""How open a market is to this home market: agreement, time zone, currency."""

from __future__ import annotations

import numpy as np
import pandas as pd

from frameworks.culture.connections import pairs_with
from frameworks.reference import Reference
from frameworks.scale import shown

AGREEMENT_STEPS = {"none": 0.0, "PSA": 25.0, "EIA": 50.0, "FTA": 75.0, "CU": 100.0}
"""Points for the strongest trade agreement in force: equal steps from none to customs union (own rule)."""

PAIR_INDICATORS = ("home_agreement", "home_hours", "home_currency")


def openness_to_home(reference: Reference, home: str) -> pd.DataFrame:
    """Return the three pair scores (0-100) of every market with ``home``, NaN where unknown.

    home_agreement: strongest agreement in force, in equal steps.
    home_hours:     100 less 100/12 for each hour of standard-time difference.
    home_currency:  100 with the same legal tender, else 0.
    """
    pairs = pairs_with(reference, home)
    return pd.DataFrame(
        {
            "home_agreement": pairs["rta_type"].map(AGREEMENT_STEPS),
            "home_hours": shown(100 * (1 - pairs["tz_diff_h"].to_numpy(float) / 12)),
            "home_currency": np.where(pairs["common_currency"].isna(), np.nan, 100 * pairs["common_currency"]),
        },
        index=reference.markets,
    )
