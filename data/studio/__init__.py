"""The localization studio's part of the workspace."""

from data.studio.records import (
    ACTIONS,
    ORDERS,
    Change,
    Comment,
    Filter,
    Ignored,
    Listed,
    Outcome,
    Overtaken,
    Row,
    Step,
    StudioError,
    Version,
)  # fmt: skip
from data.studio.store import Studio

__all__ = [
    "ACTIONS", "ORDERS", "Change", "Comment", "Filter", "Ignored", "Listed", "Outcome", "Overtaken", "Row", "Step",
    "Studio", "StudioError", "Version",
]  # fmt: skip
