"""Reads the exports a team already has into the canonical tables."""

from __future__ import annotations

from data.ingest.reading import read_export

__all__ = ["read_export"]
