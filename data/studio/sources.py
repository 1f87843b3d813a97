"""What may travel badly in the sources, by market, kept while the program runs: a text is looked at once a market."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from data.workspace_file import Backing
from frameworks.localization.finding import Finding
from frameworks.localization.items import Item
from frameworks.localization.linting import lint
from frameworks.reference import Reference

MOST_KEPT = 400_000
"""Texts times markets whose findings are kept; beyond it all are forgotten and made anew."""
_AT_A_TIME = 50


@dataclass(frozen=True)
class Ground:
    """What the sources are looked at for. home: where they were written. unchecked: also cautions written from memory."""

    reference: Reference
    home: str
    markets: tuple[str, ...]
    unchecked: bool = False


@dataclass(frozen=True)
class Caution:
    """Something in one source that may travel badly, and to which markets."""

    item: Item
    finding: Finding
    markets: tuple[str, ...]


class SourceFindings:
    """The findings of a workspace's sources; ask ``Workspace.room`` for it."""

    def __init__(
        self, backing: Backing | None = None, now: Callable[[], str] | None = None, scrub: Callable[[], None] | None = None
    ) -> None:
        self._kept: dict[tuple[object, ...], _Kept] = {}
        self._lock = threading.Lock()

    def run(
        self, items: Sequence[Item], ground: Ground, progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:  # fmt: skip
        """Look at every source for every market that was not looked at yet.

        progress: told (done, total) of sources. cancelled: asked as often; True stops, and what was found stays.
        """
        for done, item in enumerate(items):
            if done % _AT_A_TIME == 0:
                if progress is not None:
                    progress(done, len(items))
                if cancelled is not None and cancelled():
                    return
            for market, kept in self._shelves(ground):
                if _key(item) not in kept:
                    self._look(item, market, ground, kept)
        if progress is not None:
            progress(len(items), len(items))

    def waiting(self, items: Iterable[Item], ground: Ground) -> int:
        """Return how many sources were not looked at for all markets yet."""
        shelves = [kept for _market, kept in self._shelves(ground)]
        return sum(any(key not in kept for kept in shelves) for key in map(_key, items))

    def cautions(self, items: Iterable[Item], ground: Ground, aside: Collection[tuple[str, str, str]] = ()) -> tuple[Caution, ...]:
        """Return what was found, in the order of the texts; the same thing said of several markets stands once.

        aside: (key, market, check) of what somebody has set aside.
        """
        found, shelves = [], self._shelves(ground)
        for item in items:
            grouped: dict[tuple[object, ...], tuple[Finding, list[str]]] = {}
            key = _key(item)
            for market, kept in shelves:
                for one in kept.get(key, ()):
                    if (item.key, market, one.check) not in aside:
                        alike = (one.check, one.start, one.end, str(one.message), one.suggestion, one.source)
                        grouped.setdefault(alike, (one, []))[1].append(market)
            found += [Caution(item, one, tuple(markets)) for one, markets in grouped.values()]
        return tuple(found)

    def _shelves(self, ground: Ground) -> list[tuple[str, _Kept]]:
        """Return what is kept by market; it is filled in place."""
        place = (ground.home, ground.reference.version, ground.unchecked)
        with self._lock:
            return [(market, self._kept.setdefault((market, *place), {})) for market in ground.markets]

    def _look(self, item: Item, market: str, ground: Ground, kept: _Kept) -> None:
        told = lint(
            item.source, market, home=ground.home, reference=ground.reference, surface=item.surface,
            language=item.source_language, unchecked=ground.unchecked,
        )  # fmt: skip
        with self._lock:
            if sum(map(len, self._kept.values())) >= MOST_KEPT:
                for each in self._kept.values():
                    each.clear()
            kept[_key(item)] = told


_Kept = dict[tuple[str, str, str], tuple[Finding, ...]]


def _key(item: Item) -> tuple[str, str, str]:
    # Without the item's own key: the same words on the same surface travel alike.
    return item.source, item.surface, item.source_language
