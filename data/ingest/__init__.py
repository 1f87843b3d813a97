"""Reads the exports a team already has into the canonical tables."""

from __future__ import annotations

from typing import Any

__all__ = ["read_export"]


def __getattr__(name: str) -> Any:
    # The reader brings DuckDB and the names of all countries along; whoever wants the types alone needs neither.
    if name in __all__:
        from data.ingest.reading import read_export

        return read_export
    raise AttributeError(name)
