"""Market: what do we know about this market, as seen from home, and how sure are we?"""

from functools import partial

import pandas as pd
import streamlit as st

from components import (
    evidence,
    market_compare,
    market_culture,
    market_links,
    market_missing,
    market_numbers,
    market_parts,
    market_style,
    state,
)
from components import market as head
from components.words import _
from data.catalog import infos
from frameworks.culture.gaps import CultureGaps, culture_gaps
from frameworks.culture.links import Links, links
from frameworks.potential.history import sheet
from frameworks.potential.indicators import indicator_list
from frameworks.scoring.breakdown import breakdown
from frameworks.scoring.missing import missing
from frameworks.scoring.score import Scoring
from pages import files, ready
from pages.desk import Desk, open_desk
from pages.own import own_figures

TABLES = (
    "hofstede",
    "globe",
    "schwartz",
    "world_values",
    "religion",
    "linguistic_distance",
    "bilateral",
    "trade_partners",
)


def top(desk: Desk, scoring: Scoring, market: str) -> None:
    """Draw the name, the picker and the verdict."""
    name, controls, mark = st.columns([4.4, 3, 2.8], gap="small", vertical_alignment="bottom")
    with name:
        head.title(market, desk.scenario.home)
    with controls:
        head.picker(desk.reference.markets, market)
    if market == desk.scenario.home:
        head.at_home(market)
        return
    with mark:
        head.shortlist_button(market, desk.scenario.shortlist, lambda codes: state.change(shortlist=codes))
    if len(desk.scenario.candidates) and market not in desk.scoring.frame.index:
        st.caption(_("Not among your candidate markets: its rank counts all markets of the world."))
    head.verdict(scoring, market)


def score(desk: Desk, scoring: Scoring, market: str, found: Links, gaps_found: CultureGaps) -> None:
    """Draw how both scores add up and the figures behind them."""
    potential = breakdown(scoring, market, "potential")
    near, rich = st.columns(2, gap="medium")
    if market == desk.scenario.home:
        rich = near
    else:
        with near:
            market_parts.axis_table(breakdown(scoring, market, "affinity"), "affinity")
            market_culture.models(scoring.affinity, market, dict(gaps_found.without))
    with rich:
        market_parts.axis_table(potential, "potential")
    st.subheader(_("The figures behind business potential"), anchor=False)
    dimension = market_parts.choose_dimension(potential)
    pairs = pd.DataFrame()
    if market != desk.scenario.home:
        pairs = market_parts.pair_rows(
            scoring.potential.scores.loc[market],
            market_links.pair_texts(found),
            evidence.Source.of(infos()["bilateral"]),
        )
    market_parts.figures(sheet(desk.reference, market), dimension, pairs, market)
    own = own_figures(market)
    market_numbers.show(*own, market)
    if own[0]:
        table = partial(market_numbers.for_export, own[0], market)
        files.offer(files.of_table("own-numbers", table, lambda: {_("Currency"): own[1]}), market)


def culture(desk: Desk, market: str, found: CultureGaps) -> None:
    """Draw the largest gaps in plain words."""
    market_culture.standing_note()
    st.subheader(_("Where averages differ most"), anchor=False)
    market_culture.gaps(found, desk.scenario.home, market)


def gaps(desk: Desk, scoring: Scoring, market: str) -> None:
    """Draw what is missing, the team's judgement and the sources of the tables."""
    scenario = desk.scenario
    names = indicator_list(desk.reference)["name"].to_dict()
    titles = {name: info.title for name, info in infos().items()}
    market_missing.table(missing(desk.reference, scoring, market), market, names, titles)
    if market != scenario.home:
        market_missing.judgement(
            market, scenario.competition, scenario.weights.potential["competition"],
            lambda judged: state.change(competition=judged),
        )  # fmt: skip
    evidence.show((evidence.Source.of(infos()[name]) for name in TABLES), _("Sources of the culture and tie tables"))


desk = open_desk()
market_style.apply()
market = head.choose(desk.reference.markets, desk.first_choice)
scoring = desk.scoring if market in desk.scoring.frame.index else desk.everything
found = links(desk.reference, desk.scenario.home, market, desk.scenario.languages)
gaps_found = culture_gaps(desk.reference, desk.scenario.home, market)
top(desk, scoring, market)

names = [_("Score"), _("Culture"), _("Ties to home"), _("Readiness"), _("Gaps"), _("Compare")]
tabs = st.tabs(names, default=names[-1] if market_compare.PARAM in st.query_params else None)
with tabs[0]:
    score(desk, scoring, market, found, gaps_found)
for tab, draw in ((tabs[1], lambda: culture(desk, market, gaps_found)),
                  (tabs[2], lambda: market_links.cards(found, desk.scenario.home, market)),
                  (tabs[3], lambda: ready.show(desk, market))):  # fmt: skip
    with tab:
        if market == desk.scenario.home:
            st.info(_("This compares a market with home. Pick another market above."), icon=":material/home:")
        else:
            draw()
with tabs[4]:
    gaps(desk, scoring, market)
with tabs[5]:
    neighbours = [market, *desk.scenario.shortlist, *desk.scoring.frame.index]
    default = [code for code in dict.fromkeys(neighbours) if code != desk.scenario.home][:3]
    chosen = market_compare.choose(desk.reference.markets, default)
    inside = all(code in desk.scoring.frame.index for code in chosen)
    compared = market_compare.show(desk.scoring if inside else desk.everything, chosen)
    if compared is not None:
        files.offer(files.of_table("compare", lambda: compared), *chosen)
