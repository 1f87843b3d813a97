"""Joins the reference room, the workspace and the scores for the Sources & method page."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from components import state
from components.words import _, said
from data.catalog import FOLDER, TableError, infos, read, world
from data.store import Workspace, WorkspaceError
from frameworks.culture.trompenaars_scores import Placed
from frameworks.culture.validation import validate
from frameworks.reference import Reference
from frameworks.scoring.effect import Effect, effect
from frameworks.scoring.scenario import Scenario
from frameworks.scoring.score import score_markets
from frameworks.weights import Weights
from pages.desk import STRUCTURE
from pages.placing import placed


def countries(reference: Reference) -> Mapping[str, int]:
    """Return how many countries each shipped or replaced table names."""
    return reference.derived(_countries)


def _countries(reference: Reference) -> Mapping[str, int]:
    counted = {}
    for name, info in infos().items():
        codes = [column for column, about in info.columns.items() if about["type"] == "iso3"]
        frame = reference.tables[name]
        counted[name] = len(set().union(*(set(frame[column].dropna().unique()) for column in codes)))
    return counted


def switch(name: str, on: bool) -> None:
    """Switch a table on or off in the scenario; structural and unknown ones stay as they are."""
    info = infos().get(name)
    if info is None or name in STRUCTURE:
        state.say(_("This table holds the structure of the scores, so it stays on."))
        return
    now = state.scenario()
    off = tuple(other for other in now.tables_off if other != name)
    added = tuple(other for other in now.tables_on if other != name)
    if info.optional:
        added += (name,) if on else ()
    elif not on:
        off += (name,)
    state.change(tables_off=off, tables_on=added)


def reset() -> None:
    """Switch every table back as shipped; the user's own files stay."""
    state.change(tables_off=(), tables_on=())


def without(workspace: Workspace, reference: Reference, scenario: Scenario, name: str) -> Effect | None:
    """Return what the scores would lose or gain if the table were switched the other way; None if nothing can."""
    if name in STRUCTURE:
        return None
    replaced = _usable(workspace)
    optional = {key for key, info in infos().items() if info.optional}
    off, on = set(scenario.tables_off) - optional, set(scenario.tables_on)
    (on if name in optional else off).symmetric_difference_update({name})
    digests = tuple(sorted((key, hashlib.sha256(raw).hexdigest()) for key, raw in replaced.items()))
    weights = tuple(scenario.weights.flat().items())
    other = world(off=off, on=on, replaced=replaced)
    own = placed(workspace, reference), placed(workspace, other)
    return _effect(reference, tuple(sorted(off)), tuple(sorted(on)), digests, scenario.home, weights,
                   scenario.languages, own, _replaced=replaced)  # fmt: skip


def _usable(workspace: Workspace) -> dict[str, bytes]:
    """Return the user's files by table, none when they do not load together (the desk then does without, too)."""
    replaced = {key: table.content for key, table in workspace.tables().items()}
    try:
        world(replaced=replaced)
    except (TableError, ValueError):
        return {}
    return replaced


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs={Reference: lambda r: (r.version, tuple(sorted(r.off)))})
def _effect(
    reference: Reference, off: tuple[str, ...], on: tuple[str, ...], digests: tuple[tuple[str, str], ...], home: str,
    weights: tuple[tuple[str, float], ...], languages: tuple[str, ...],
    own: tuple[tuple[Placed, ...], tuple[Placed, ...]], _replaced: Mapping[str, bytes],
) -> Effect:  # fmt: skip
    """Score twice, without the Monte Carlo. digests stand for ``_replaced`` in the cache's key."""
    points = Weights.of(dict(weights))
    other = world(off=off, on=on, replaced=_replaced)
    scores = [
        score_markets(home, weights=points, languages=languages, reference=each, placed=placed, draws=1)
        for each, placed in zip((reference, other), own, strict=True)
    ]
    return effect(*scores)


def check(workspace: Workspace, name: str, raw: bytes) -> pd.DataFrame:
    """Return the frame of a user's file after every check; raises TableError."""
    frame = read(name, raw)
    others = {key: raw for key, raw in _usable(workspace).items() if key != name}
    world(replaced={**others, name: raw})
    return frame


def keep(workspace: Workspace, name: str, raw: bytes) -> str:
    """Check a user's file again and keep it in the workspace; return what went wrong, or ""."""
    try:
        check(workspace, name, raw)
        workspace.save_table(name, raw)
    except (TableError, WorkspaceError) as error:
        return said(error)
    return ""


def drop(workspace: Workspace, name: str) -> str:
    """Remove a user's file, so that the shipped table counts again; return what went wrong, or ""."""
    try:
        workspace.drop_table(name)
    except WorkspaceError as error:
        return said(error)
    return ""


def shipped(name: str) -> Callable[[], bytes]:
    """Return how to read the shipped file of a table, for a download."""
    return lambda: (FOLDER / f"{name}.csv").read_bytes()


def template(name: str) -> bytes:
    """Return a CSV with the header that a user's own file needs."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(infos()[name].columns)
    return text.getvalue().encode()


@st.cache_data(max_entries=16, show_spinner=False, hash_funcs={Reference: lambda r: (r.version, tuple(sorted(r.off)))})
def validated(reference: Reference, blends: Mapping[str, dict[str, float]]) -> pd.DataFrame:
    """Return how the blends, parts and models agree with perceived distance; computed from the shipped file."""
    return validate(reference, {name: Weights.of(points) for name, points in blends.items()})
