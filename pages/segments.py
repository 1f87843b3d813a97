"""Segments: which markets are alike in values on average, and what could you tell each group?"""

from functools import partial
from pathlib import Path

import streamlit as st

from components import (
    frame,
    segment_cards,
    segment_map,
    segment_published,
    segment_saved,
    segment_tables,
    segment_tree,
    segment_words,
    server,
    view,
)
from components.words import _
from data.catalog import infos
from frameworks.culture.scores import MODELS, model_scores
from frameworks.culture.segments.choice import numbers
from frameworks.culture.segments.portrait import portrait
from frameworks.culture.segments.segmentation import FEWEST_MARKETS, METHODS, Segmentation, nearest
from pages import files, segmenting
from pages.desk import open_desk
from pages.segment_keeping import Keeping

_MOST_NAMED = 12
SOURCES = Path(__file__).with_name("sources.py")

desk = open_desk()
reference = desk.reference
keeping = Keeping(desk)


def team() -> tuple[str, ...]:
    """Return the markets that the team works on; of many candidates only the shortlist."""
    scenario = desk.scenario
    candidates = scenario.candidates if len(scenario.candidates) <= _MOST_NAMED else ()
    return tuple(dict.fromkeys((scenario.home, *scenario.current, *scenario.shortlist, *candidates)))


def estimates() -> frozenset[str]:
    """Return the markets that the table of estimates covers, where it is off."""
    table = "hofstede_estimates"
    return frozenset(reference.tables[table]["iso3"]) if table in reference.off else frozenset()


def asked() -> segmenting.Held:
    """Draw the choices of models, method and markets and return what they come to."""
    on = tuple(key for key in MODELS if key in model_scores(reference))
    if not on:
        st.info(_("All culture models are switched off, so no segments can be made."), icon=":material/toggle_off:")
        st.page_link(str(SOURCES), label=_("Switch them on under Sources & method"), icon=":material/menu_book:")
        st.stop()
    left, right = st.columns([3, 2], gap="medium")
    with left:
        titles = {key: MODELS[key].title for key in on}
        chosen = tuple(key for key in view.several(_("Models (none: all)"), "models", on, names=titles) if key in on) or on
    with right:
        names = {key: _(name) for key, name in METHODS.items()}
        method = view.single(_("Method"), "method", tuple(METHODS), "medoids", names=names)
    scopes = {"all": _("All markets"), "candidates": _("Candidates"), "shortlist": _("Shortlist")}
    scope = view.single(_("Markets"), "among", tuple(scopes), "all", names=scopes)
    found = segmenting.held(reference, chosen, markets(scope), method)
    if len(found.place.markets) >= FEWEST_MARKETS:
        return found
    told = _("The models know {count} of these markets; segments need {least}. All markets are grouped instead.")
    if scope != "all":
        st.info(told.format(count=len(found.place.markets), least=FEWEST_MARKETS), icon=":material/info:")
        found = segmenting.held(reference, chosen, None, method)
    if len(found.place.markets) < FEWEST_MARKETS:
        st.info(_("Too few markets have all the scores that this takes. Choose fewer models or another method."))
        st.stop()
    return found


def markets(scope: str) -> tuple[str, ...] | None:
    """Return the markets of a choice with home, None for all."""
    scenario = desk.scenario
    chosen = scenario.shortlist if scope == "shortlist" else scenario.candidates
    if scope == "all" or (scope == "candidates" and not chosen):
        return None
    return tuple(sorted({scenario.home, *scenario.current, *chosen}))


def number_of(found: segmenting.Held) -> int:
    """Draw the choice of the number of segments and return it."""
    choice = segmenting.checked(found, st.empty())[1]
    options = ("auto", *(str(k) for k in numbers(found.place)))
    names = {k: k for k in options} | {"auto": _("Suggested: {k}").format(k=choice.k)}
    picked = view.single(_("How many segments"), "k", options, "auto", names=names)
    st.caption(segment_words.why(choice))
    with st.expander(_("How the numbers compare"), icon=":material/stacked_line_chart:"):
        segment_tables.choice(choice)
    return choice.k if picked == "auto" else int(picked)


def drawn(found: segmenting.Held, made: Segmentation, names: dict[str, str]) -> None:
    """Draw the map, the tree or the table, with files to take away."""
    shown = {"map": _("Map"), "tree": _("Tree"), "table": _("Table")}
    kind = view.single(_("Show"), "show", tuple(shown), "map", names=shown, collapsed=True)
    st.html(segment_words.key(made, names))
    draw_map = partial(segment_map.chart, made, names, outline_url=f"{server.STATIC_URL}/world.json")
    draw_tree = partial(segment_tree.chart, made, segmenting.grown(found))
    every = partial(segment_tables.for_export, made, names, segment_published.groups(reference))
    if kind == "map":
        draw_map().show("segments-map", _("World map of the segments; the table holds the same markets"))
    elif kind == "tree":
        draw_tree().show("segments-tree", _("Tree of the markets by distance in values; the table holds the same markets"))
        if found.method == "medoids":
            st.caption(_("The tree joins by average distance; the letters come from k-medoids, so a branch may hold two letters."))
    else:
        told = _("Markets with their segment, silhouette and published groups")
        st.dataframe(every().drop(columns="iso3"), hide_index=True, alt=told)
    offered = files.of_table("segments", every, partial(about, found, made))
    offered += files.of_picture("segments", partial(draw_tree if kind == "tree" else draw_map, for_picture=True))
    files.offer(offered, found.method, key="lf-files-segments")


def about(found: segmenting.Held, made: Segmentation) -> dict[str, object]:
    """Return the notes of the workbook's second sheet."""
    return {
        _("Models"): segment_words.models(found.place.models),
        _("Method"): _(METHODS[found.method]),
        _("Markets"): len(found.place.markets),
        _("Segments"): len(made.letters),
        _("Mean silhouette"): round(made.silhouette, 3),
        _("Stability"): [f"{letter}: {value:.2f}" for letter, value in made.stability.items()],
        _("Sources and licences"): [f"{infos()[key].title}: {infos()[key].licence}" for key in found.place.models],
        _("Note"): _("Averages of countries; most variation in values lies within countries."),
    }


def of_markets() -> None:
    """Draw the segments of markets."""
    found = asked()
    k = number_of(found)
    made = segmenting.made(found, k)
    names = {letter: segment_words.title(made, letter) for letter in made.letters}
    st.subheader(segment_words.headline(made), anchor=False)
    st.caption(segment_words.structure(made))
    drawn(found, made, names)
    near = nearest(reference, made)
    segment_tables.team(made, near, team(), estimates())
    segment_tables.outside(made, near)
    st.subheader(_("What each segment shares"), anchor=False)
    portraits = {letter: portrait(reference, made, letter) for letter in made.letters}
    for letter, found_portrait in portraits.items():
        segment_cards.card(made, letter, found_portrait, names[letter])
    segment_published.against(reference, made)
    st.subheader(_("Name and keep them"), anchor=False)
    st.caption(_("What you keep stays as it is, whatever changes later, and groups your numbers under Cultural cohorts."))
    with st.expander(_("Name these segments"), icon=":material/edit:", key="segments_naming"):
        texts = {letter: (names[letter], segment_cards.message(portraits[letter])) for letter in made.letters}
        key = f"name_segments_{found.method}_{k}_{len(made.frame)}_{'_'.join(found.place.models)}"
        segment_saved.form(key, _("Our segments"), texts, partial(keeping.keep, found, made), label=_("Keep these segments"))
    keeping.listed()


segment_words.apply()
st.title(_("Segments"))
frame.lede(_("Which markets are alike in values on average, and what could you tell each group?"))
frame.note(
    _("Segments are groups of countries by their averages. By far most of the variation in values lies within countries.")
)
parts = {"markets": _("Groups of markets"), "people": _("Customers across borders")}
if view.single(_("Part"), "part", tuple(parts), "markets", names=parts, collapsed=True) == "markets":
    of_markets()
else:
    keeping.people()
