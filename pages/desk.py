"""What every page starts from: the workspace, the reference, the scenario and its scores."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import pandas as pd
import streamlit as st

from components import link, state
from components.words import _, said
from data.catalog import TableError, infos, world
from data.store import Workspace, WorkspaceError
from data.workspace_file import default_folder
from frameworks.culture.trompenaars_scores import Placed
from frameworks.reference import Reference
from frameworks.scoring.scenario import Scenario, ScenarioError
from frameworks.scoring.score import Scoring, scoring
from frameworks.weights import Weights
from pages.own import demand
from pages.placing import placed

STRUCTURE = ("markets", "indicator_list", "indicator_sources")
"""Tables that the scores cannot be worked out without."""


@dataclass(frozen=True)
class Desk:
    """The things on the desk of one run of a page.

    reference: the world with this scenario's tables on or off.
    scenario:  what the visitor works on.
    """

    workspace: Workspace
    reference: Reference
    scenario: Scenario

    @cached_property
    def scoring(self) -> Scoring:
        """The scores of the scenario's candidates (all markets but home where none is named)."""
        own = demand(self.scenario.home), self.placed
        return _scored(self.reference, *_inputs(self.scenario), self.scenario.candidates, *own)

    @cached_property
    def everything(self) -> Scoring:
        """The scores of all markets but home."""
        return _scored(self.reference, *_inputs(self.scenario), (), demand(self.scenario.home), self.placed)

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """The team's own or licensed numbers on Trompenaars' dimensions."""
        return placed(self.workspace, self.reference)

    @property
    def first_choice(self) -> str:
        """The market a page opens with: the first of the shortlist, else the best ranked."""
        return next(iter((*self.scenario.shortlist, *self.scoring.frame.index, *self.reference.markets)))

    @property
    def fingerprint(self) -> str:
        """What stands for these inputs on this data, the team's own numbers among them where they count."""
        version = self.reference.version
        if self.placed:
            version += hashlib.sha256(repr(self.placed).encode()).hexdigest()[:16]
        if self.scenario.weights.potential["own_demand"] > 0:
            version += hashlib.sha256(repr(demand(self.scenario.home)).encode()).hexdigest()[:16]
        return self.scenario.fingerprint(version)


def workspace() -> Workspace:
    """Return the one workspace of this process for the folder in use."""
    try:
        return _workspace(str(default_folder()))
    except WorkspaceError as error:
        st.error(said(error), icon=":material/report:")
        st.stop()


@st.cache_resource(show_spinner=False)
def _workspace(folder: str) -> Workspace:
    return Workspace(data_version=world().version)


def last_desk() -> Desk:
    """Return the desk as it was left, outside any session: what the first page will most likely ask for.

    Raises WorkspaceError when the workspace cannot be opened.
    """
    kept = _workspace(str(default_folder()))
    recent = kept.recent(1)
    return Desk(kept, world(), recent[0].scenario if recent else Scenario(home="USA"))


def open_desk() -> Desk:
    """Return the desk; the first page of a session also takes up the address and the last scenario."""
    kept = workspace()
    if kept.notice:
        st.warning(said(kept.notice), icon=":material/warning:")
    if not state.begun():
        _begin(kept)
    desk = Desk(kept, _reference(kept), _usable(state.scenario()))
    _keep_words(kept, desk.scenario)
    state.write_address()
    state.show_sayings()
    return desk


def _begin(kept: Workspace) -> None:
    """Start from the address, or from the last scenario where the address names nothing.

    The address leaves out the team's words; on a reload they come from the scenario it shows, or from
    what was last typed for the same home market.
    """
    recent = kept.recent(1)
    start = recent[0].scenario if recent else Scenario(home="USA")
    saved = _saved(recent[0]) if recent else None
    params = {name: st.query_params[name] for name in link.NAMES if name in st.query_params}
    if params:
        asked, _problems = link.decode(params, Scenario(home=start.home), known())
        if link.encode(asked) != link.encode(start):
            typed = kept.setting(_TYPED) or {}
            words = {name: getattr(start, name) for name in _WORDS} if start.home == asked.home else {}
            words = typed.get("words", {}) if typed.get("home") == asked.home else words
            start, saved = _with_words(Scenario(home=start.home), words), None
    state.begin(start, known(), saved)


_TYPED = "typed"
_WORDS = ("product", "category", "current")


def _with_words(scenario: Scenario, words: dict[str, object]) -> Scenario:
    try:
        return replace(scenario, **{name: words[name] for name in _WORDS if name in words})
    except (ScenarioError, TypeError):  # a workspace that someone else has written to
        return scenario


def _keep_words(kept: Workspace, scenario: Scenario) -> None:
    """Keep what the address leaves out, whenever it has changed in this session."""
    typed = {"home": scenario.home, "words": {name: getattr(scenario, name) for name in _WORDS}}
    former = st.session_state.get("lf_typed")
    st.session_state["lf_typed"] = typed
    if former not in (None, typed):
        try:
            kept.set_setting(_TYPED, typed)
        except WorkspaceError as error:
            state.say(said(error))


def known() -> link.Known:
    """Return what an address may name."""
    reference = world()
    tables = [name for name, info in infos().items() if name not in STRUCTURE and not info.optional]
    optional = [name for name, info in infos().items() if info.optional]
    return link.Known(frozenset(reference.markets), languages(reference), tables, optional)


def languages(reference: Reference) -> frozenset[str]:
    """Return the codes of every language spoken in some market."""
    return frozenset(reference.tables["languages"]["language"])


def _saved(row) -> tuple[int, int]:  # type: ignore[no-untyped-def]
    return row.id, row.revision


def _usable(scenario: Scenario) -> Scenario:
    """Leave out markets that do not exist, as a file from elsewhere may name."""
    markets = world().markets
    kept = {
        name: tuple(code for code in getattr(scenario, name) if code in markets)
        for name in ("current", "candidates", "shortlist")
    }
    if scenario.home not in markets:
        state.say(_("The home market {code} is unknown; the United States stand in until you choose one.").format(
            code=scenario.home))
        kept["home"] = ("USA",)
    if all(getattr(scenario, name) == value for name, value in kept.items()):
        return scenario
    changes: dict[str, object] = dict(kept)
    if "home" in kept:
        changes["home"] = "USA"
    return state.change(**changes)


def _reference(kept: Workspace) -> Reference:
    scenario = state.scenario()
    off = [name for name in scenario.tables_off if name in infos() and name not in STRUCTURE]
    on = [name for name in scenario.tables_on if name in infos()]
    try:
        return world(off=off, on=on, replaced=_replaced(kept, tuple(sorted(kept.table_digests().items()))))
    except TableError as error:
        state.say(_("Your own table could not be used, the shipped one counts. {error}").format(error=said(error)))
        return world(off=off, on=on)


@lru_cache(maxsize=4)
def _replaced(kept: Workspace, digests: tuple[tuple[str, str], ...]) -> Mapping[str, bytes]:
    return {name: table.content for name, table in kept.tables().items()} if digests else {}


def _inputs(scenario: Scenario) -> tuple:  # type: ignore[type-arg]
    return (
        scenario.home, tuple(scenario.weights.flat().items()), scenario.languages,
        scenario.affinity_cut, scenario.potential_cut, tuple(scenario.competition.items()),
    )  # fmt: skip


@lru_cache(maxsize=64)
def _scored(
    reference: Reference, home: str, weights: tuple[tuple[str, float], ...], languages: tuple[str, ...],
    affinity_cut: float | None, potential_cut: float | None, competition: tuple[tuple[str, float], ...],
    candidates: tuple[str, ...], own: tuple[tuple[str, float], ...],
    placed: tuple[Placed, ...],
) -> Scoring:  # fmt: skip
    judged = {"competition": dict(competition), "own_demand": dict(own)}
    team = pd.DataFrame({name: pd.Series(scores) for name, scores in judged.items() if scores})
    return scoring(
        home, weights=Weights.of(dict(weights)), languages=languages, markets=candidates or None,
        reference=reference, team=team if len(team) else None, placed=placed,
        affinity_cut=affinity_cut, potential_cut=potential_cut,
    )  # fmt: skip


__all__ = ["Desk", "known", "languages", "last_desk", "open_desk", "workspace"]
