"""The team's own numbers on Trompenaars' dimensions, from its answers and its licensed file, as the scores take them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from data.placements import Placements, Sheet
from data.store import Workspace
from frameworks.culture.dilemmas import View, items, numbers, views
from frameworks.culture.trompenaars import DIMENSIONS
from frameworks.culture.trompenaars_scores import LICENSED, OWN, Placed, together
from frameworks.reference import Reference


def view_of(reference: Reference, sheets: Sequence[Sheet], market: str) -> tuple[View, ...]:
    """Return what the sheets about one market say on the seven dimensions."""
    return views(items(reference), [sheet.answers for sheet in sheets if sheet.market == market])


def placed(kept: Workspace, reference: Reference) -> tuple[Placed, ...]:
    """Return every market with numbers; the team's answers count while the table of dilemmas is on."""
    room = kept.room(Placements)
    revision = room.revision()
    return _placed(room, revision, reference) if revision else ()


@lru_cache(maxsize=8)
def _placed(room: Placements, revision: int, reference: Reference) -> tuple[Placed, ...]:
    """Work the numbers out once a ``revision`` of what the room holds."""
    sheets = room.sheets()
    asked = dict.fromkeys(sheet.market for sheet in sheets)
    own = (Placed(market, numbers(view_of(reference, sheets, market)), OWN) for market in asked)
    bought = (
        Placed(row.market, tuple(row.scores.get(d.code) for d in DIMENSIONS), LICENSED) for row in room.licensed()
    )
    some = together(own, bought)
    return tuple(row for row in some if any(value is not None for value in row.values))
