"""What part of the matrix to look at: view, bubble size, region, income, confidence, cuts."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import pushed, state
from components import view as views
from components.words import _, ngettext, number
from frameworks.scoring.filters import CONFIDENCES, INCOMES, REGIONS, SIZES
from frameworks.scoring.matrix import MEANINGS, NAMES, QUADRANTS, Cuts

VIEWS = ("matrix", "map")
MEASURES = ("quadrant", "overall", "affinity", "potential")


def view() -> tuple[str, str]:
    """Draw the choice of view and of what it shows; return both."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        chosen = views.single(
            _("View"), "view", VIEWS, "matrix", names={"matrix": _("Matrix"), "map": _("World map")}, collapsed=True
        )
        if chosen == "map":
            names = {"quadrant": _("Quadrant"), "overall": _("Overall"), "affinity": _("Affinity"), "potential": _("Potential")}
            measure = views.single(_("Colour"), "color", MEASURES, "quadrant", names=names, collapsed=True)
        else:
            measure = _size()
        _filters()
    return chosen, measure


def _size() -> str:
    options = ("same", *SIZES)
    key = views.start("size", options, "gdp_ppp")
    chosen = st.selectbox(
        _("Bubble size"), options, key=key, format_func=lambda option: size_name(option) or _("All the same"),
        label_visibility="collapsed", width=230, persist_state="session",
    )  # fmt: skip
    chosen = chosen if chosen in options else "gdp_ppp"
    views.keep("size", chosen, "gdp_ppp")
    return chosen


def size_name(measure: str) -> str:
    """Return the name of a bubble measure, "" for none."""
    return _(SIZES[measure]) if measure in SIZES else ""


def _filters() -> None:
    with st.popover(_("Filter"), icon=":material/filter_alt:"):
        st.session_state["lf_filters"] = {
            "regions": views.several(_("Region"), "region", tuple(REGIONS), names={k: _(v) for k, v in REGIONS.items()}),
            "incomes": views.several(
                _("Income per person, at purchasing power"), "income", tuple(INCOMES),
                names={k: _(v) for k, v in INCOMES.items()},
            ),
            "confidences": views.several(
                _("Confidence in the affinity"), "confidence", CONFIDENCES, names={c: c for c in CONFIDENCES}
            ),
        }  # fmt: skip
        st.caption(_("A filter hides markets. No score, rank or cut moves."))


def choose() -> dict[str, list[str]]:
    """Return the filters in force; an empty one lets every market pass."""
    return st.session_state.get("lf_filters", {})


def told(shown: int, of: int, ranked: int) -> None:
    """Say how many markets are on show and how many lack data."""
    text = ngettext("{count} market ranked", "{count} markets ranked", ranked).format(count=number(ranked, 0))
    missing = shown - ranked
    if missing:
        text += " · " + ngettext(
            "{count} lacks data and stands at the end of the table",
            "{count} lack data and stand at the end of the table", missing,
        ).format(count=number(missing, 0))  # fmt: skip
    if shown < of:
        text += " · " + _("filtered from {count}").format(count=number(of, 0))
    st.caption(text)


def legend(view: str) -> None:
    """Name the quadrants with their colours and meanings."""
    chips = "".join(
        f'<span class="lf-chip lf-{name}" title="{escape(_(MEANINGS[name]))}">{escape(_(NAMES[name]))}</span>'
        for name in QUADRANTS
    )
    st.html(f'<div class="lf-chips">{chips}</div>')
    if view == "matrix":
        st.caption(
            _("Filled points: confidence A or B; hollow: C. Crossed lines: bands of the picked and shortlisted markets.")
        )


def cuts(current: Cuts, medians: Cuts) -> None:
    """Draw the two cuts of the matrix; they start at the medians of the world."""
    with st.expander(_("Where the quadrants part")):
        for axis, name in (("affinity", _("Affinity cut")), ("potential", _("Potential cut"))):
            key = f"in_cut_{axis}"
            pushed.show(key, round(float(getattr(current, axis)), 1))
            st.slider(name, 0.0, 100.0, key=key, step=0.1, format="%.1f", on_change=_cut_moved, args=(axis, key))
        own = state.scenario().affinity_cut is not None or state.scenario().potential_cut is not None
        st.button(
            _("Back to the medians ({affinity} and {potential})").format(
                affinity=number(medians.affinity), potential=number(medians.potential)
            ),
            on_click=lambda: state.change(affinity_cut=None, potential_cut=None), disabled=not own, width="stretch",
        )  # fmt: skip


def _cut_moved(axis: str, key: str) -> None:
    value = st.session_state.get(key)
    if isinstance(value, int | float) and 0 <= value <= 100 and not pushed.echoed(key):
        state.change(**{f"{axis}_cut": float(value)})
