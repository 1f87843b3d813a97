"""The groups that others have published, beside the segments of the Segments page."""

from __future__ import annotations

import streamlit as st

from components.segment_tables import compared
from components.words import _
from frameworks.culture.segments.published import ZONES, comparison, zones
from frameworks.culture.segments.segmentation import Segmentation
from frameworks.kpi.cultural_groups import CLUSTERS, by_cluster
from frameworks.reference import Reference


def groups(reference: Reference) -> dict[str, dict[str, str]]:
    """Return the published group of each market, by the title of the grouping."""
    cluster = by_cluster(reference).set_index("market")["group"].map(lambda name: _(CLUSTERS.get(name, name))).to_dict()
    return {
        _("GLOBE cluster"): cluster,
        _("Inglehart-Welzel zone"): {code: _(ZONES.get(key, key)) for code, key in zones(reference).items()},
    }


def against(reference: Reference, made: Segmentation) -> None:
    """Draw the agreement with published groupings."""
    st.subheader(_("Against published groups"), anchor=False)
    clusters = by_cluster(reference).set_index("market")["group"].to_dict()
    left, right = st.columns(2, gap="large")
    with left:
        named = {key: _(name) for key, name in CLUSTERS.items()}
        note = _("Ten clusters of House et al. (2004); a country’s part sample stands in where only parts were published.")
        compared(_("GLOBE clusters"), comparison(made, clusters), named, note)
    with right:
        named = {key: _(name) for key, name in ZONES.items()}
        note = _("Zones of the map of 2023 as two research groups read it; it is published as a picture only.")
        compared(_("Inglehart-Welzel zones"), comparison(made, zones(reference)), named, note)
