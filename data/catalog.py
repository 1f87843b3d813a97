"""The reference room: finds, checks and loads the shipped tables.

A table is ``data/reference/<name>.csv`` with ``<name>.meta.yaml`` beside it. A table without
provenance, with a wrong checksum or with a faulty row does not load.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import babel
import numpy as np
import pandas as pd
import pycountry
import yaml
from babel.core import get_global

from data.known_table import sound
from data.table_check import Problem, TableError, parse
from frameworks.labels import N_, Sentence
from frameworks.reference import Reference

__all__ = ["FOLDER", "Problem", "TableError", "TableInfo", "infos", "read", "world"]

FOLDER = Path(__file__).parent / "reference"
_NEEDED = ("table", "title", "description", "origin", "year", "licence", "limits", "key", "columns", "checksum")
_SUFFIX = ".meta.yaml"


@dataclass(frozen=True)
class TableInfo:
    """What is known about a table: origin, licence, limits, columns.

    commercial: open, ask (permission needed), barred, unclear or mixed.
    optional:   off until the user switches it on.
    """

    name: str
    title: str
    description: str
    producer: str
    citation: str
    year: int
    licence: str
    commercial: str
    licence_note: str
    limits: tuple[str, ...]
    key: tuple[str, ...]
    columns: Mapping[str, Mapping[str, Any]]
    rows: int
    checksum: str
    optional: bool

    @property
    def replaceable(self) -> bool:
        """Say whether a user's licensed copy in the same columns may stand in for the table."""
        return "iso3" in self.columns and self.name not in ("markets", "stand_ins")


@cache
def infos(folder: Path = FOLDER) -> Mapping[str, TableInfo]:
    """Return the description of every table in ``folder`` by name; raises TableError."""
    described = {path.name.removesuffix(_SUFFIX): path for path in sorted(folder.glob(f"*{_SUFFIX}"))}
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in described:
            raise TableError(
                path.stem, N_("there is no provenance; {file} is missing"), file=f"{path.stem}{_SUFFIX}"
            )
    return MappingProxyType({name: _info(name, path) for name, path in described.items()})


def _info(name: str, path: Path) -> TableInfo:
    try:
        meta = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, UnicodeDecodeError):
        raise TableError(name, N_("its provenance file is not readable YAML")) from None
    missing = [word for word in _NEEDED if not isinstance(meta, dict) or not meta.get(word)]
    if not missing:
        missing = [w for w in ("producer", "citation") if not meta["origin"].get(w)]
        missing += [w for w in ("name", "commercial", "note") if not meta["licence"].get(w)]
    if missing:
        raise TableError(name, N_("its provenance lacks {missing}"), missing=", ".join(missing))
    return TableInfo(
        name=name, title=meta["title"], description=meta["description"],
        producer=meta["origin"]["producer"], citation=meta["origin"]["citation"], year=int(meta["year"]),
        licence=meta["licence"]["name"], commercial=meta["licence"]["commercial"],
        licence_note=meta["licence"]["note"], limits=tuple(meta["limits"]), key=tuple(meta["key"]),
        columns=MappingProxyType(meta["columns"]), rows=int(meta.get("rows", 0)),
        checksum=meta["checksum"], optional=bool(meta.get("optional")),
    )  # fmt: skip


def read(name: str, raw: bytes | None = None, folder: Path = FOLDER) -> pd.DataFrame:
    """Return a checked table.

    raw: a user's own CSV in the same columns; None reads the shipped file, whose checksum
         must then agree with its provenance.

    Raises TableError, whose ``problems`` name each faulty row, and KeyError for an unknown table.
    """
    info = infos(folder)[name]
    meta = {"columns": info.columns, "key": info.key}
    if raw is not None:
        return parse(name, raw, meta)
    raw = (folder / f"{name}.csv").read_bytes()
    if f"sha256:{hashlib.sha256(raw).hexdigest()}" != info.checksum:
        # Perhaps the tables were brought up to date under a running server: its description may fit by now.
        info = _info(name, folder / f"{name}{_SUFFIX}")
        if f"sha256:{hashlib.sha256(raw).hexdigest()}" != info.checksum:
            raise TableError(name, N_("the file differs from its checksum; restore it or record the change"))
        _forget()
        meta = {"columns": info.columns, "key": info.key}
    frame = sound(raw, meta)
    return parse(name, raw, meta) if frame is None else frame


def _forget() -> None:
    """Forget all that was read, so that a later world counts every table, and its print, from the same files."""
    for kept in (infos, _world, _read_once):
        kept.cache_clear()


def world(
    off: Iterable[str] = (), on: Iterable[str] = (), replaced: Mapping[str, bytes] | None = None
) -> Reference:
    """Return the world reference that scores are measured against.

    off:      tables to do without, by name.
    on:       optional tables to switch on (``hofstede_estimates``).
    replaced: user's licensed CSV files by table name, in the same columns.

    The same arguments give the same object. Raises TableError for a faulty table and
    ValueError for an unknown name.
    """
    known = infos()
    for name in (*off, *on, *(replaced or {})):
        if name not in known:
            raise Sentence(
                N_("there is no table {name}; known are {known}"), name=f"{name!r:.60}", known=", ".join(known)
            )
    optional = {name for name, info in known.items() if info.optional}
    without = frozenset(off) | (optional - set(on))
    with _LOADING:
        return _world(without, frozenset((replaced or {}).items()))


_LOADING = threading.RLock()
"""A second session that comes while the tables are being read waits for them."""


@lru_cache(maxsize=8)
def _world(without: frozenset[str], replaced: frozenset[tuple[str, bytes]]) -> Reference:
    tables: dict[str, pd.DataFrame] = {}
    prints = {name: info.checksum for name, info in infos().items()}
    for name, raw in replaced:
        tables[name] = read(name, raw)
        prints[name] = f"sha256:{hashlib.sha256(raw).hexdigest()}"
    content = [f"{name} {prints[name]}" for name in sorted(prints) if name not in without]
    text = "\n".join([*content, f"babel {babel.__version__}"])
    return Reference(_Tables(tables), hashlib.sha256(text.encode()).hexdigest()[:12], without)


class _Tables(Mapping[str, pd.DataFrame]):
    """The tables of one world, each read and checked when it is first asked for.

    replaced: the user's own frames by name; all others are the shipped ones.
    """

    def __init__(self, replaced: Mapping[str, pd.DataFrame]) -> None:
        self._replaced = replaced
        if set(replaced) & {"indicators", "indicator_list", "indicator_sources"}:
            _cross_check(self)

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self._replaced[name] if name in self._replaced else _shipped(name)

    def __iter__(self) -> Iterator[str]:
        return iter((*infos(), "languages"))

    def __len__(self) -> int:
        return len(infos()) + 1


def _shipped(name: str) -> pd.DataFrame:
    with _LOADING:
        return _read_once(name)


@cache
def _read_once(name: str) -> pd.DataFrame:
    if name == "languages":
        return _languages()
    frame = read(name)
    if name == "indicators":
        _cross_check({other: _read_once(other) for other in ("indicator_list", "indicator_sources")} | {name: frame})
    return frame


def _languages() -> pd.DataFrame:
    """Return who speaks what: iso3, language (CLDR code), share (0-1 of the people), official (bool)."""
    rows = [
        (country.alpha_3, code.split("_")[0], about["population_percent"] / 100, bool(about["official_status"]))
        for country in pycountry.countries
        for code, about in get_global("territory_languages").get(country.alpha_2, {}).items()
    ]
    frame = pd.DataFrame(rows, columns=["iso3", "language", "share", "official"])
    return frame.groupby(["iso3", "language"], as_index=False, sort=True).agg({"share": "sum", "official": "max"})


def _cross_check(tables: Mapping[str, pd.DataFrame]) -> None:
    """Hold the indicator rows against the indicator list and the list of their sources."""
    rows, listed = tables["indicators"], tables["indicator_list"]
    numbers, names = pd.factorize(rows["indicator"])
    place = pd.Index(listed["indicator"]).get_indexer(names)[numbers]  # -1, the last one, where there is none
    low = np.append(listed["low"].fillna(-np.inf), -np.inf)[place]
    high = np.append(listed["high"].fillna(np.inf), np.inf)[place]
    value = rows["value"].to_numpy()
    checks = (
        ("indicator", place >= 0, N_("{value} is not in the indicator list")),
        ("source", _among(rows["source"], tables["indicator_sources"]["source"]), N_("{value} is not in the list of sources")),
        ("value", (value >= low) & (value <= high), N_("{value} lies outside the range of its unit")),
    )
    for column, good, told in checks:
        bad = (~good).nonzero()[0]
        if len(bad):
            problems = tuple(
                Problem(int(i) + 2, column, Sentence(told, value=f"{rows[column].iloc[i]!s:.40}")) for i in bad[:1000]
            )
            raise TableError(
                "indicators", N_("{count} rows do not fit the indicator list"), problems, count=len(bad)
            )


def _among(cells: pd.Series, listed: pd.Series) -> np.ndarray:
    numbers, names = pd.factorize(cells)
    return (pd.Index(listed).get_indexer(names) >= 0)[numbers]
