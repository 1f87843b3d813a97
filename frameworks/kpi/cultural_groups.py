"""Groups of markets by culture, to read KPIs by: published value clusters, and nearness to the home market."""

from __future__ import annotations

import numpy as np
import pandas as pd

from frameworks.labels import N_
from frameworks.reference import Reference

AFFINITY_GROUPS = {
    "home": N_("Home market"),
    "near": N_("Near to home"),
    "middle": N_("In between"),
    "far": N_("Far from home"),
    "unknown": N_("No affinity known"),
}
"""Groups by affinity, in order."""

CLUSTERS = {
    "Anglo": N_("Anglo"),
    "Confucian Asia": N_("Confucian Asia"),
    "Eastern Europe": N_("Eastern Europe"),
    "Germanic Europe": N_("Germanic Europe"),
    "Latin America": N_("Latin America"),
    "Latin Europe": N_("Latin Europe"),
    "Middle East": N_("Middle East"),
    "Nordic Europe": N_("Nordic Europe"),
    "Southern Asia": N_("Southern Asia"),
    "Sub-Sahara Africa": N_("Sub-Saharan Africa"),
}
"""The ten clusters of societies of GLOBE (House et al. 2004), by the name in the table."""


def by_cluster(reference: Reference) -> pd.DataFrame:
    """Return a frame ``market``, ``group`` with the GLOBE cluster of each market that has one.

    A market whose sample was published in parts takes the cluster of the part that stands in for it.
    """
    globe, parts, chosen = (reference.table(name) for name in ("globe", "globe_groups", "stand_ins"))
    if not len(globe):
        return pd.DataFrame(columns=["market", "group"])
    chosen = chosen[chosen["model"] == "globe"].merge(parts[["label", "cluster"]], on="label")
    clusters = pd.concat([globe[["iso3", "cluster"]], chosen[["iso3", "cluster"]]])
    clusters = clusters.dropna().drop_duplicates("iso3")
    return clusters.set_axis(["market", "group"], axis=1).reset_index(drop=True)


def by_affinity(affinity: pd.Series, home: str) -> pd.DataFrame:
    """Return a frame ``market``, ``group``: home, then thirds of all markets with an affinity, and the unknown.

    affinity: 0-100 by market, NaN where unknown. The cuts are the thirds of the whole world seen from home, so
    that a market's group does not depend on where the team happens to sell (own rule).
    """
    low, high = np.nanquantile(affinity, [1 / 3, 2 / 3]) if affinity.notna().any() else (np.nan, np.nan)
    names = np.select(
        [affinity.isna(), affinity >= high, affinity <= low], ["unknown", "near", "far"], default="middle"
    )
    groups = pd.DataFrame({"market": affinity.index, "group": names})
    groups = groups[groups["market"] != home]
    return pd.concat([pd.DataFrame({"market": [home], "group": ["home"]}), groups], ignore_index=True)
