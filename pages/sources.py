"""Sources & method: where does every figure come from, and can I trust the method?"""

from functools import partial

import streamlit as st

from components import dotplot, frame, sources, sources_check, sources_method, sources_own
from components.words import _
from data.catalog import infos
from frameworks.potential.indicators import indicator_list
from frameworks.weights import DEFAULT, PRESETS
from pages import tables
from pages.desk import STRUCTURE, open_desk

desk = open_desk()
reference = desk.reference


def one_table(name: str, own: object) -> None:
    """Draw everything about one table and what can be done with it."""
    info, full = infos()[name], reference.tables[name]
    sources.detail(info, tables.countries(reference)[name], len(full))
    if own is not None:
        told = _("Your own file is in use; origin, licence and limits are those of the shipped table, and so is the download.")
        st.caption(told)
    in_use = name not in reference.off
    key = f"switch_{name}"
    st.session_state[key] = in_use
    st.toggle(
        _("Use this table"), key=key, disabled=name in STRUCTURE,
        on_change=lambda: tables.switch(name, bool(st.session_state.get(key))),
    )  # fmt: skip
    sources.hangs_on_it(tables.without(desk.workspace, reference, desk.scenario, name), in_use, desk.scenario.home)
    if info.optional and in_use:
        st.warning(_("Switched on by you: this table may not be used commercially."), icon=":material/gavel:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            _("Download the data (CSV)"), tables.shipped(name), file_name=f"{name}.csv", mime="text/csv",
            on_click="ignore", icon=":material/download:", key=f"download_{name}",
        )  # fmt: skip
        if info.commercial == "barred":
            st.caption(_("Commercial use of this file is barred by its licence."))
    with st.expander(_("Columns and units"), icon=":material/view_column:"):
        sources.columns(info)
    with st.expander(_("Look at the data"), icon=":material/table_chart:"):
        sources.preview(full)
    if info.replaceable:
        mine = own is not None or sources_own.former(name) is not None
        with st.expander(_("Use your own file instead"), icon=":material/upload_file:", expanded=mine):
            sources_own.draw(
                info, own, tables.template(name), partial(tables.check, desk.workspace, name),
                partial(tables.keep, desk.workspace, name), partial(tables.drop, desk.workspace, name),
            )  # fmt: skip


def all_tables() -> None:
    """Draw the list of tables and the one looked at closely."""
    own = desk.workspace.tables()
    shown = sources.chosen(infos())
    sources.listing(infos(), shown, tables.countries(reference), reference.off, own)
    changed = (*desk.scenario.tables_off, *desk.scenario.tables_on)
    if changed:
        label = _("Switch all tables back as shipped")
        st.button(label, on_click=tables.reset, key="tables_reset", icon=":material/undo:")
    st.caption(
        _(
            "Landfall works with any of these switched off. Country names and who speaks which language come from"
            " Unicode CLDR through Babel, country codes from ISO 3166 through pycountry."
        )
    )
    if shown:
        st.subheader(_("One table closely"))
        name = sources.pick(infos(), shown)
        one_table(name, own.get(name))


def indicators() -> None:
    """Draw the sources of the indicators and the indicators themselves."""
    if "indicators" in reference.off:
        st.info(_("The indicators are switched off, so no market has a potential."), icon=":material/toggle_off:")
    rows = reference.tables["indicators"]
    years = {"indicators": ("indicator", "nunique"), "first": ("year", "min"), "last": ("year", "max")}
    counts = rows.groupby("source").agg(**years)
    st.subheader(_("Sources of the indicators"))
    sources.indicator_sources(reference.tables["indicator_sources"], counts)
    st.subheader(_("Indicators"))
    sources.indicators(indicator_list(reference).reset_index(), rows.groupby("indicator")["iso3"].nunique())


def check() -> None:
    """Draw the measured validation of the weights in use and the two named blends."""
    blends = {name: PRESETS[name].flat() for name in ("balanced", "culture_alone")}
    mine = desk.scenario.weights
    if mine.affinity != DEFAULT.affinity:
        blends = {"yours": mine.flat(), **blends}
    with st.spinner(_("Checking against the perceived distances …")):
        found = tables.validated(reference, blends)
    sources_check.draw(found)


st.html(dotplot.style())
st.title(_("Sources & method"))
frame.lede(_("Where does every figure come from, and can I trust the method?"))
part = sources.part()
if part == "tables":
    all_tables()
elif part == "indicators":
    indicators()
elif part == "formulas":
    cuts = desk.everything.cuts
    sources_method.method(desk.scenario.weights, (cuts.affinity, cuts.potential))
else:
    check()
