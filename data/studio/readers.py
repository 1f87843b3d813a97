"""Who approved the texts: how many, and how many were approved by the person who wrote them."""

from __future__ import annotations

from collections.abc import Callable

from data.workspace_file import Backing


class Readers:
    """Counts of a workspace's approvals; ask ``Workspace.room`` for it."""

    def __init__(
        self, backing: Backing, now: Callable[[], str] | None = None, scrub: Callable[[], None] | None = None
    ) -> None:
        self._backing = backing

    def counted(self) -> tuple[int, int]:
        """Return how many translations are approved, and how many of them their author approved."""
        with self._backing.reading() as db:
            found = "SELECT count(*), coalesce(sum(self_reviewed), 0) FROM studio_translations WHERE state = 'approved'"
            return tuple(map(int, db.execute(found).fetchone()))  # type: ignore[return-value]
