"""What the Import page stands on: the door of this workspace, a look into unknown files, and files to take away."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from components import state
from components.words import said
from data.export.names import filename
from data.export.spreadsheet import table_csv
from data.ingest.trying import Attempt, Glimpse, attempt, glimpse
from data.receiving import Delivery, Receiving
from data.samples.exports import write_samples
from data.store import Workspace
from data.warehouse import Warehouse
from data.workspace_file import default_folder
from frameworks.labels import Sentence


def door(workspace: Workspace, warehouse: Warehouse) -> Receiving:
    """Return the one door of this process for the folder in use."""
    return _door(str(default_folder()), workspace, warehouse)


@st.cache_resource(show_spinner=False)
def _door(folder: str, _workspace: Workspace, _warehouse: Warehouse) -> Receiving:
    return Receiving(Path(folder), _warehouse, _workspace.kpi.recall_template)


def doing(what: Callable[[], object]) -> bool:
    """Do something to the uploads; what goes wrong is said at the top of the page."""
    try:
        what()
    except Sentence as error:
        state.say(said(error))
        return False
    return True


def take(at: Receiving, name: str, content: Any) -> str:
    """Keep a file that the browser sent; return what went wrong, or ""."""
    try:
        at.take(name, content)
    except Sentence as error:
        return said(error)
    return ""


def take_path(at: Receiving, text: str) -> str:
    """Queue the file or folder at a path of this machine; return what went wrong, or ""."""
    try:
        at.take_path(text)
    except Sentence as error:
        return said(error)
    return ""


def take_samples(at: Receiving) -> str:
    """Hand over the sample exports; return what went wrong, or ""."""
    with tempfile.TemporaryDirectory(prefix="landfall-") as folder:
        for path in write_samples(Path(folder)):
            with path.open("rb") as content:
                problem = take(at, path.name, content)
            if problem:
                return problem
    return ""


def look(delivery: Delivery) -> Glimpse:
    """Return the head of a file; raises IngestError when it cannot be read any more."""
    stamp = delivery.path.stat().st_mtime_ns if delivery.readable else 0
    return _look(str(delivery.path), stamp)


@lru_cache(maxsize=16)
def _look(path: str, stamp: int) -> Glimpse:
    return glimpse(Path(path))


def try_out(delivery: Delivery, kind: str, mapping: Mapping[str, str], assume: Mapping[str, str]) -> Attempt:
    """Return what a mapping makes of a file's first rows; raises IngestError with what it lacks."""
    return _try_out(look(delivery), kind, tuple(sorted(mapping.items())), tuple(sorted(assume.items())))


def forget_looks() -> None:
    """Forget what was seen of files: they hold what was never stored."""
    _look.cache_clear()
    _tried.clear()


_tried: dict[tuple[Any, ...], Attempt] = {}


def _try_out(seen: Glimpse, kind: str, mapping: tuple[tuple[str, str], ...], assume: tuple[tuple[str, str], ...]) -> Attempt:
    key = (seen.headers, seen.rows, kind, mapping, assume)
    if key not in _tried:
        while len(_tried) >= 24:
            _tried.pop(next(iter(_tried)), None)
        _tried[key] = attempt(seen, kind, dict(mapping), dict(assume))
    return _tried[key]


def rejects_csv(report: Any) -> bytes:
    """Return the rows set aside as CSV that no spreadsheet takes for formulas, the reasons in the visitor's language."""
    frame = report.rejects.copy()
    if "reason" in frame:
        frame["reason"] = [said(reason) for reason in frame["reason"]]
    return table_csv(frame, index=False)


def rejects_name(name: str) -> str:
    """Return the name of the file of the rows set aside."""
    return filename("set-aside", "csv", Path(name).stem)
