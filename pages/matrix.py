"""Matrix: which markets are both near and promising?"""

from functools import partial

import pandas as pd
import streamlit as st

from components import filters, frame, keeping, matrix, pick, ranking, server, state, weights, worldmap
from components.drawing import Drawing
from components.words import _, market_name, settle
from frameworks.scoring.filters import keep, size
from frameworks.scoring.matrix import median_cuts
from pages import take_away
from pages.desk import Desk, open_desk
from pages.own import demand

desk = open_desk()


def reweigh(new: weights.Weights) -> None:
    """Keep the weights that were just set."""
    state.change(weights=new)


def _drawing(here: Desk, shown: pd.DataFrame, view: str, measure: str, picked: str | None, **how: bool) -> Drawing:
    if view == "map":
        return worldmap.chart(shown, measure, outline_url=f"{server.STATIC_URL}/world.json", picked=picked, **how)
    return matrix.chart(
        shown, here.scoring.cuts, matrix.axes(here.everything.frame), size=size(here.reference, measure),
        marked=here.scenario.shortlist, picked=picked, **how,
    )  # fmt: skip


@st.fragment
def body() -> None:
    """Everything that a weight moves; redrawn alone when one does."""
    settle()
    here = Desk(desk.workspace, desk.reference, state.scenario())
    state.write_address()
    scoring, scenario = here.scoring, here.scenario
    # What moves is drawn first, so that it reaches the browser before the rest is worked out.
    picture, controls = st.columns([2.6, 1], gap="large")
    with picture:
        view, measure = filters.view()
        chosen = filters.choose()
        shown = keep(scoring.frame, here.reference, **chosen)
        filters.told(len(shown), len(scoring.frame), int(shown["overall"].notna().sum()))
        picked = pick.current(scoring.frame.index)
        draw = partial(_drawing, here, shown, view, measure, picked)
        drawable = view == "map" or bool(shown["affinity"].notna().any())
        if drawable:
            drawing = draw()
            pick.chart(drawing, scoring.frame.index, view)
            filters.legend(view)
        else:
            pick.nothing_to_draw(scoring)
        pick.detail(scoring, picked, scenario)
    with controls:
        weights.presets(scenario.weights, reweigh)
        fine = st.toggle(_("Each criterion"), key="in_fine", persist_state="session")
        weights.editor(scenario.weights, reweigh, fine=fine)
        weights.offer_own_demand(scenario.weights, reweigh, len(demand(scenario.home)))
        medians = median_cuts(*(here.everything.frame[axis].to_numpy() for axis in ("affinity", "potential")))
        filters.cuts(scoring.cuts, medians)
    rows = ranking.table(shown, scenario.shortlist, key="in_ranking")
    pick.rows(rows, scenario)
    pick.duel(scoring, scenario)
    take_away.bar(here, shown, {view: partial(draw, for_picture=True)} if drawable else {})


st.title(_("Matrix"))
frame.lede(
    _("Every market placed by how near it feels and how much it promises, seen from {home}.").format(
        home=market_name(desk.scenario.home)
    )
)
keeping.bar(desk.workspace, desk.scenario, desk.reference.version)
body()
