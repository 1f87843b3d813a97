"""Cultural cohorts: do groups of markets that are alike in culture behave differently?"""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import streamlit as st

from components import dotplot, frame, group_dots, tile, view
from components.sources import plain
from components.words import _, date_text, ngettext, settle
from data.segment_names import SavedSegments, SegmentNames
from frameworks.kpi import KPIS
from frameworks.kpi.cultural_groups import AFFINITY_GROUPS, CLUSTERS, by_affinity, by_cluster
from frameworks.kpi.group_difference import Difference, Spread, difference, pooled, spread
from pages import kpi_files, sample_exports
from pages.customer_tiles import REASONS
from pages.kpi_tiles import make
from pages.numbers import open_numbers

SEGMENTS_PAGE = Path(__file__).with_name("segments.py")
SLOW = ("retention_90_days",)  # a period of 90 days holds nobody whose 90 days are over
SEGMENTS = "segments_"  # stands before the number of the team's own segments in the address
MEASURES = ("conversion_rate", "return_rate", "retention_90_days", "csat")


def _own() -> dict[str, SavedSegments]:
    """Return the team's kept segments by their name in the address."""
    return {f"{SEGMENTS}{one.id}": one for one in here.desk.workspace.room(SegmentNames).list()}


def _groups(how: str) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return market to group and the names of the groups in order."""
    own = _own()
    if how in own:
        groups = pd.DataFrame(own[how].groups().items(), columns=["market", "group"])
        return groups, {one.letter: f"{one.letter} · {one.name}" for one in own[how].segments}
    if how == "cluster":
        return by_cluster(here.desk.reference), {key: _(name) for key, name in CLUSTERS.items()}
    affinity = here.desk.everything.frame["affinity"]
    return by_affinity(affinity, here.desk.scenario.home), {key: _(name) for key, name in AFFINITY_GROUPS.items()}


def _shares(measure: str, groups: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Return the markets' counts with their group, and how many markets have none."""
    where = here.filters.where()
    if measure in SLOW:
        where = replace(where, start=here.coverage.span[0])
    found = here.at(where, measure, ("market",))[["market", "numerator", "denominator"]]
    found = found[found["market"].notna() & (found["denominator"] > 0)].merge(groups, on="market", how="left")
    return found[found["group"].notna()], int(found["group"].isna().sum())


def _compared(shares: pd.DataFrame, how: str) -> Difference | Spread | None:
    """Return near against far, or all clusters at once; None where there is nothing to compare."""
    there = set(shares["group"])
    if how == "affinity":
        return difference(shares, "near", "far") if {"near", "far"} <= there else None
    return spread(shares) if len(there) > 1 else None


def block(measure: str, how: str) -> None:
    """One figure by group, with a sentence on whether the groups differ."""
    kpi = KPIS[measure]
    st.subheader(_(kpi.title), anchor=False, help=_(kpi.formula))
    if measure in SLOW:
        told = _("Counts everyone won since {day}, as 90 days must have passed.")
        st.caption(told.format(day=date_text(here.coverage.span[0])))
    groups, names = _groups(how)
    shares, outside = _shares(measure, groups)
    if shares.empty:
        reason = _(REASONS[measure]) if measure in REASONS and not outside else ""
        nobody = _("No market of a known group has this figure in this period.")
        st.caption(_("undefined: {reason}").format(reason=reason) if reason else nobody)
        return
    found = pooled(shares)
    st.html(group_dots.plot(found, shares, names))
    group_dots.verdict(_compared(shares, how), names)
    if outside:
        told = ngettext("{count} market of no group is left out.", "{count} markets of no group are left out.", outside)
        st.caption(told.format(count=outside))
    kpi_files.bar(
        here, f"{measure}-by-{how}", lambda: found.reset_index().assign(group=lambda rows: rows["group"].map(names))
    )


@st.fragment
def body() -> None:
    """The figures by the chosen grouping."""
    settle()
    own = _own()
    options = {"cluster": _("Clusters of values"), "affinity": _("Nearness to home")}
    options |= {key: _("Your segments: {name}").format(name=plain(one.name)) for key, one in own.items()}
    how = view.single(_("Group markets by"), "group", tuple(options), "cluster", names=options)
    told = {
        "cluster": _("Ten clusters of societies, as GLOBE published them in 2004 from managers' answers; many markets have none."),
        "affinity": _("Thirds of all markets by affinity with your home market, from the matrix and its weights."),
    }
    st.caption(told.get(how) or _("Your own segments of markets, with the members they had when you kept them."))
    if not own:
        st.page_link(str(SEGMENTS_PAGE), label=_("Make segments of your own"), icon=":material/bubble_chart:")
    group_dots.key()
    waiting = [name for name in MEASURES if here.need(name)]
    for measure in MEASURES:
        if measure not in waiting:
            block(measure, how)
    tile.waiting([make(here, name) for name in waiting])


st.title(_("Cultural cohorts"))
frame.lede(_("Do markets that are alike in culture behave alike in your own numbers? Groups of markets, never people."))
here = open_numbers()
if here.empty:
    sample_exports.invite(here.warehouse)
    st.stop()
st.html(dotplot.style())
body()
frame.note(
    _(
        "Markets differ in much besides culture: prices, delivery, competitors, what you offer there. Answer styles differ"
        " too, so scores of satisfaction compare loosely. Most variation in values lies within countries."
    )
)
