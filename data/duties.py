"""Which duties of a market's law the team has seen to, ticked off by a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from data.workspace_file import Backing

_LONGEST_NAME = 200


@dataclass(frozen=True)
class Met:
    """Who ticked a duty off, and when."""

    by: str
    at: str


class Duties:
    """The duties of a workspace; ask ``Workspace.room`` for it. now: the time as it is stored."""

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now = backing, now

    def met(self, market: str) -> Mapping[tuple[str, str], Met]:
        """Return the duties ticked off in a market (ISO alpha-3), by topic and law."""
        with self._backing.reading() as db:
            found = db.execute("SELECT topic, law, by, at FROM duties_met WHERE market = ? ORDER BY at", [market])
            return {(topic, law): Met(by, at) for topic, law, by, at in found}

    def tick(self, market: str, topic: str, law: str, *, by: str) -> None:
        """Tick a duty off; one that is ticked off already stays with who did it first."""
        with self._backing.writing() as db:
            db.execute(
                "INSERT OR IGNORE INTO duties_met (market, topic, law, by, at) VALUES (?, ?, ?, ?, ?)",
                [market, topic, law, " ".join(by.split())[:_LONGEST_NAME], self._now()],
            )

    def untick(self, market: str, topic: str, law: str) -> None:
        """Take a tick back; nothing happens where there is none."""
        with self._backing.writing() as db:
            db.execute("DELETE FROM duties_met WHERE market = ? AND topic = ? AND law = ?", [market, topic, law])
