"""How an offer reads, counts and asks in another market.

The front door is ``check`` (a translation against its source), ``lint`` (a source text before it is translated) and
``formats_for`` (dates, numbers, units and the rest as a locale writes them). Each loads when it is first asked for, so
that a page that only formats an amount does not load the checks.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_ROOMS = {"check": "checks", "lint": "linting", "formats_for": "formats"}

__all__ = ["check", "formats_for", "lint"]


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
