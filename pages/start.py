"""Start: what is Landfall, and what are we looking for?"""

from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from components import compare, frame, keeping, matrix, pick, setup
from components.words import _, list_text, market_name, number
from frameworks.culture.language import home_languages
from frameworks.scoring.filters import size
from frameworks.scoring.matrix import NAMES
from frameworks.scoring.scenario import MAX_BYTES, unpack
from pages.desk import Desk, languages, open_desk

desk = open_desk()
PAGES = Path(__file__).parent


def best(here: Desk) -> None:
    """Draw the three leading markets that the company does not serve yet as cards."""
    ranked = here.scoring.frame
    ranked = ranked[ranked["rank"].notna()]
    top = ranked.drop(index=list(here.scenario.current), errors="ignore").head(3)
    if top.empty:
        st.info(
            _(
                "None of the candidate markets can be ranked here: you serve them already, or too little is known of"
                " them. Name further candidates above, or none to see all markets."
            )
        )
        return
    served = [code for code in ranked.index[: int(ranked.index.get_loc(top.index[-1]))] if code in here.scenario.current]
    if served:
        names = list_text([market_name(code) for code in served])
        st.caption(_("Already served, so not among the cards: {markets}.").format(markets=names))
    for cell, (code, row) in zip(st.columns(3), top.iterrows(), strict=False):
        with cell.container(border=True, key=f"best-{code}"):
            st.html(
                f'<p class="lf-eyebrow">{escape(number(row["rank"], 0))}. <span class="lf-chip lf-{row["quadrant"]}">'
                f'{escape(_(NAMES[row["quadrant"]]))}</span></p><p class="lf-card-title">{escape(market_name(code))}</p>'
                f'<p class="lf-muted">{escape(_scores(row))}</p>'
            )
            st.page_link(
                str(PAGES / "market.py"), label=_("Look closer"), icon=":material/location_on:",
                query_params={"market": str(code)},
            )  # fmt: skip


def _scores(row: pd.Series) -> str:
    return _("Affinity {affinity}, potential {potential}").format(
        affinity=number(row["affinity"]), potential=number(row["potential"])
    )


def compared(here: Desk) -> None:
    """Draw the comparison of saved scenarios."""
    kept = {row.id: row for row in here.workspace.recent(30)}
    chosen = st.multiselect(
        _("Scenarios to compare"), list(kept), format_func=lambda number_of: kept[number_of].name, max_selections=4,
        key="in_compare", placeholder=_("Choose two to four"), select_all=False,
    )  # fmt: skip
    scenarios = {f"{kept[n].name}": kept[n].scenario for n in chosen if n in kept}
    if len(scenarios) < 2:
        st.caption(_("Choose at least two saved scenarios to see their inputs and ranks side by side."))
        return
    compare.inputs(scenarios)
    compare.rankings({name: Desk(here.workspace, here.reference, s).scoring.frame for name, s in scenarios.items()})


def reopen(here: Desk) -> None:
    """Draw the upload of a scenario file."""
    given = st.file_uploader(_("Scenario JSON exported by Landfall"), type=["json"], key="in_reopen", max_upload_size=1)
    if given is not None and st.button(_("Open this file"), key="reopen"):
        keeping.reopen(given.read(MAX_BYTES + 1), unpack, here.reference.version)
        st.rerun()


def steps() -> None:
    """Say in three lines what one does here."""
    lines = (
        (_("Set up"), _("Say where you sell from and whom you can serve; every market is seen from there.")),
        (_("Weigh and question"), _("Move what counts on the matrix and see how firm each place is.")),
        (_("Take away"), _("Shortlist, compare, save; leave with a table, a picture or a file.")),
    )
    rows = "".join(f"<li><strong>{escape(name)}</strong> {escape(text)}</li>" for name, text in lines)
    st.html(f'<ol class="lf-steps">{rows}</ol>')


def glance(here: Desk) -> None:
    """Draw a small matrix of the scenario."""
    scored = here.scoring
    if scored.frame["affinity"].isna().all():
        pick.nothing_to_draw(scored)
        return
    drawing = matrix.chart(
        scored.frame, scored.cuts, matrix.axes(here.everything.frame), size=size(here.reference, "gdp_ppp"),
        glance=True,
    )  # fmt: skip
    drawing.show("glance", _("Small matrix of all markets; the Matrix page holds the figures"))


said, drawn = st.columns([1, 1.15], gap="large")
with said:
    st.title(_("Where will you land next?"))
    frame.lede(
        _(
            "Landfall places every market of the world by how near its culture is to yours and how much business it"
            " promises, and says how sure each figure is."
        )
    )
    steps()
glance_place = drawn.container()

st.subheader(_("Your company"))
home_words = home_languages(desk.reference, desk.scenario.home)
with st.container(border=True, key="setup"):
    setup.form(desk.scenario, list(desk.reference.markets), languages(desk.reference), home_words)
with glance_place:
    glance(desk)
    st.page_link(str(PAGES / "matrix.py"), label=_("See every market on the matrix"), icon=":material/grid_view:")
st.subheader(_("Leading right now"))
best(desk)

st.subheader(_("Your scenarios"))
keeping.bar(desk.workspace, desk.scenario, desk.reference.version)
keeping.listing(desk.workspace)
comparing = st.expander(_("Compare scenarios"), key="in_comparing", on_change="rerun")
if comparing.open:  # what is closed costs nothing
    with comparing:
        compared(desk)
reopening = st.expander(_("Reopen a scenario from a file"), key="in_reopening", on_change="rerun")
if reopening.open:
    with reopening:
        reopen(desk)
