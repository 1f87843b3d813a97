"""Culture: how do these countries differ on average, and do the models agree?"""

from pathlib import Path

import pandas as pd
import streamlit as st

from components import culture, culture_distances, culture_leans, dotplot, frame, view
from components.words import _
from data.catalog import infos
from data.placements import Placements
from frameworks.culture import profile, trompenaars
from frameworks.culture.scores import MODELS, model_scores
from frameworks.culture.trompenaars_scores import pairs as placed_pairs
from pages.desk import open_desk
from pages.placing import view_of

OTHER = "trompenaars"
DILEMMAS = Path(__file__).with_name("dilemmas.py")
desk = open_desk()
reference = desk.reference


def suggested() -> tuple[str, ...]:
    """Return home and the shortlist, or home and the first three markets that have an affinity."""
    home, shortlist = desk.scenario.home, desk.scenario.shortlist
    if shortlist:
        return tuple(dict.fromkeys((home, *shortlist)))
    ranked = desk.scoring.frame
    first = ranked.index[ranked["affinity"].notna()][:3] if ranked["affinity"].notna().any() else ranked.index[:3]
    return (home, *first)


def distances(countries: tuple[str, ...]) -> None:
    """Draw how near the pairs are and whether the models agree."""
    st.subheader(_("How near are they?"))
    said = st.empty()
    method = culture_distances.method()
    apart = profile.pairs(reference, countries, method)
    if method == "euclidean":  # the one that the affinity is made of
        apart = pd.concat([apart, placed_pairs(desk.placed, countries)], ignore_index=True)
    agreed = profile.agreement(apart)
    if apart.empty:
        st.info(_("All culture models are switched off, so no distance can be told."), icon=":material/toggle_off:")
        culture.sources_link(_("Switch them on under Sources & method"))
        return
    said.markdown(f"**{culture_distances.headline(agreed)}**")
    culture_distances.ranges(agreed, apart)
    with st.expander(_("All distances"), icon=":material/table_chart:"):
        culture_distances.table(agreed, apart)
    with st.expander(_("Do the models agree in general?"), icon=":material/balance:"):
        culture_distances.correlations(profile.correlations(reference, method))


def one_model(key: str, countries: tuple[str, ...]) -> None:
    """Draw one model: its dimensions, who is missing, what it rests on."""
    model, known = MODELS[key], model_scores(reference)
    lacking = profile.missing(reference, countries)[key]
    estimates = set(reference.tables["hofstede_estimates"]["iso3"]) if key == "hofstede" else set()
    if "hofstede_estimates" not in reference.off:
        estimates = set()
    stand_ins = reference.table("stand_ins")
    placed = profile.placements(reference, countries)
    placed = placed[placed["model"] == key]
    used = set(placed.loc[placed["basis"] == "stand_in", "iso3"])
    labels = {r.iso3: r.label for r in stand_ins.itertuples() if r.model == key and r.iso3 in used}
    culture.who_is_missing(lacking, key not in known, [c for c in lacking if c in estimates], labels)
    if key in known and len(lacking) < len(countries):
        whole = st.toggle(_("Whole scale"), key="in_whole_scale", persist_state="session")
        culture.reading_aid(tuple(placed["basis"].unique()), whole)
        span = model.span if whole else None
        culture.dimensions(model.title, model.dimensions, placed, profile.spread(reference, key), countries, span)
        if key == "globe":
            practices(countries, whole)
    with st.expander(_("About this model"), icon=":material/info:"):
        culture.about(model, infos()[key], tuple(placed["year"]))
    if key in known and len(lacking) < len(countries):
        with st.expander(_("The figures"), icon=":material/table_chart:"):
            culture.figures(placed, model.dimensions, countries)


def practices(countries: tuple[str, ...], whole: bool) -> None:
    """Draw GLOBE's practices on request."""
    if not st.toggle(_("Show how things are, too (practices)"), key="in_practices", persist_state="session"):
        return
    st.caption(_("Practices often point the other way than values of the same name. The scores use the values above."))
    placed, spread = profile.practices(reference, countries)
    span = MODELS["globe"].span if whole else None
    culture.dimensions(_("GLOBE practices"), profile.PRACTICES, placed, spread, countries, span)


def leans(countries: tuple[str, ...]) -> None:
    """Draw Trompenaars' seven dimensions as leans."""
    if "trompenaars_consensus" in reference.off:
        culture.who_is_missing((), True, (), {})
        return
    st.caption(_("Which pole of a dilemma public texts name. There are no public scores, so none are shown."))
    room = desk.workspace.room(Placements)
    licensed = {row.market: row.scores for row in room.licensed()}
    sheets = room.sheets(*countries)
    culture_leans.board(
        {code: trompenaars.leans(reference, code) for code in countries},
        {code: trompenaars.sides(reference, code) for code in countries}, licensed,
        {code: view_of(reference, sheets, code) for code in countries},
    )  # fmt: skip
    culture_leans.grades(bool(sheets or licensed))
    first, *others = countries
    culture_leans.firm({code: profile.firmness(reference, first, code) for code in others}, first)
    st.page_link(str(DILEMMAS), label=_("Place your own culture and a market"), icon=":material/psychology_alt:")
    with st.expander(_("Quoted percentages"), icon=":material/percent:"):
        culture_leans.quoted(reference.table("trompenaars_items"), countries)
    with st.expander(_("About this model"), icon=":material/info:"):
        info = infos()["trompenaars_consensus"]
        culture.facts_list([
            (_("What it measures"), _(trompenaars.MEASURES)), (_("Sample"), _(trompenaars.SAMPLE)),
            (_("Years of these figures"), _(trompenaars.YEARS)), (_("Criticism"), _(trompenaars.CRITICISM)),
            (_("Source"), info.citation),
            (_("Licence"), f"{_(info.licence)}. {_(info.licence_note)}"),
        ])  # fmt: skip
    with st.expander(_("Who says so"), icon=":material/format_quote:"):
        culture_leans.who_says_so(reference.table("trompenaars_placements"), countries)


st.html(dotplot.style())
st.title(_("Culture"))
frame.lede(_("How do these countries differ on average, and do the models agree?"))
chosen = culture.choose(tuple(reference.markets), suggested())
frame.note(
    _(
        "These are averages of countries. By far most of the variation in values lies within countries, up to 90 %"
        " (Steel & Taras 2010): they tell nothing about the person in front of you."
    )
)
if len(chosen) > 1:
    distances(chosen)
else:
    culture.too_few(chosen)
if chosen:
    st.subheader(_("Where do they stand?"))
    titles = {key: model.title for key, model in MODELS.items()} | {OTHER: "Trompenaars"}
    picked = view.single(_("Model"), "model", tuple(titles), "hofstede", names=titles, collapsed=True)
    culture.key(chosen)
    if picked == OTHER:
        leans(chosen)
    else:
        one_model(picked, chosen)
