"""The fixed world that every score is measured against."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pandas as pd

Derived = TypeVar("Derived")
_OWN = ("own knowledge", "from memory", "own essay", "landfall, own")


def own_knowledge(source: str) -> bool:
    """Say whether a row names no source but that it was written from our own knowledge, in whatever words it does."""
    return source.strip().casefold().startswith(_OWN)


@dataclass(frozen=True, eq=False)
class Reference:
    """Checked tables of one version, and what has been worked out from them once.

    tables:  frames by table name, as the data dictionary describes them; never change one.
    version: names the exact content; two references with one version give the same digits.
    off:     tables that the user switched off; asking for one gives an empty frame.
    """

    tables: Mapping[str, pd.DataFrame]
    version: str
    off: frozenset[str] = frozenset()
    _working: Any = field(default_factory=threading.RLock, repr=False)
    _worked_out: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)

    def table(self, name: str) -> pd.DataFrame:
        """Return a table; without rows when it is switched off. Raises KeyError if unknown."""
        frame = self.tables[name]
        return frame.iloc[:0] if name in self.off else frame

    def derived(self, work_out: Callable[[Reference], Derived]) -> Derived:
        """Return ``work_out(self)``, computed the first time it is asked for."""
        with self._working:
            if work_out not in self._worked_out:
                self._worked_out[work_out] = work_out(self)
            return self._worked_out[work_out]

    @property
    def markets(self) -> pd.Index:
        """ISO 3166-1 alpha-3 codes of all markets, in alphabetical order."""
        return self.derived(_markets)


def _markets(reference: Reference) -> pd.Index:
    return pd.Index(sorted(reference.tables["markets"]["iso3"]), name="iso3")
