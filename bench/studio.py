"""How long the studio takes with 5,000 texts in 20 locales and a memory of 100,000 pairs, in a workspace on disk.

All words are invented from a fixed seed. Opening a list is what a page asks for first: a page of rows, the counts
by state and how far every locale is.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bench import studio_pages
from bench.studio_pages import PageTiming
from data.catalog import world
from data.store import Workspace
from data.studio import Filter, Studio
from frameworks.localization.items import SURFACES, Item, Translation
from frameworks.localization.memory import Remembered

ITEMS = 5_000
LOCALES = (
    "de", "fr", "es", "it", "pt_BR", "nl", "sv", "da", "nb", "fi", "pl", "cs", "tr", "ru", "uk", "ar", "he", "ja", "ko",
    "zh_Hans",
)  # fmt: skip
PAIRS = 100_000
ROUNDS = 9
MOST_OPENING, MOST_NARROWING, MOST_LOOK_UP = 1000.0, 300.0, 20.0
"""Milliseconds."""
LEAST_A_SECOND = 500
"""Translations checked in a second, their findings kept."""
_SEED = 20261122
_STATES = ("draft", "needs_review", "approved", "approved", "rejected")


@dataclass(frozen=True)
class Timing:
    """Milliseconds, medians of rounds but for ``first``: the first look-up, which makes the index.

    slowest: look-up among the texts tried. move: a bulk approval of every text in a locale; undo: of that.
    pages:   runs of the pages Texts and Review. checks, again: checking everything that has a translation, and once
             more with nothing changed, in seconds; pairs: how many those are.
    """

    opening: float
    narrowing: float
    search: float
    look_up: float
    slowest: float
    first: float
    move: float
    undo: float
    pages: dict[str, PageTiming]
    checks: float
    again: float
    pairs: int


def measure(items: int = ITEMS, locales: Iterable[str] = LOCALES, pairs: int = PAIRS) -> Timing:
    """Return the timing of a workspace filled for the purpose and removed after."""
    chance = random.Random(_SEED)
    with tempfile.TemporaryDirectory() as folder:
        studio = Workspace(Path(folder)).studio
        locales = tuple(locales)
        sources = _fill(studio, chance, items, locales, pairs)
        studio.begin()
        studio.set_locales(locales)
        pages = studio_pages.measure(Path(folder))
        return _timing(studio, chance, sources, pages)


def _timing(studio: Studio, chance: random.Random, sources: list[str], pages: dict[str, PageTiming]) -> Timing:
    narrow = Filter(surfaces=("checkout", "legal"), states=("needs_review", "missing"), origins=("engine", "person"))
    begun = time.perf_counter()
    studio.memory.suggest(sources[0], "en", "de")
    first = 1000 * (time.perf_counter() - begun)
    asked = [_edited(chance, source) for source in chance.sample(sources, min(200, len(sources)))]
    tried = [_once(lambda text=text: studio.memory.suggest(text, "en", "de")) for text in asked]
    moved = studio.list("de", limit=len(sources)).rows
    change = [(row.item.key, "de") for row in moved if row.translation and row.state != "rejected"]
    reference, looked = world(), []
    checked = _once(lambda: looked.append(studio.findings.run(reference, studio.locales(), lambda _done, _total: None)))
    again = _once(lambda: studio.findings.run(reference, studio.locales()))
    return Timing(
        pages=pages, checks=checked / 1000, again=again / 1000, pairs=looked[0].total,
        opening=_median(lambda: (studio.list("de"), studio.locales(), studio.progress(), studio.steps())),
        narrowing=_median(lambda: studio.list("ja", narrow, order="changed")),
        search=_median(lambda: studio.list("fr", Filter(text="ba lo")), lambda: studio.list("fr", Filter(text="nowhere"))),
        look_up=statistics.median(tried), slowest=max(tried), first=first,
        move=_once(lambda: studio.move(change, "approved", by="Bench")), undo=_once(lambda: studio.undo(by="Bench")),
    )  # fmt: skip


def _fill(studio: Studio, chance: random.Random, items: int, locales: tuple[str, ...], pairs: int) -> list[str]:
    words = [_word(chance) for _ in range(4000)]
    sources = [_text(chance, words) for _ in range(items)]
    made = [Item(f"text.{n}", source, surface=chance.choice(SURFACES)) for n, source in enumerate(sources)]
    studio.take_in(made, (), by="Bench")
    for locale in locales:
        studio.take_in((), [
            Translation(item.key, locale, _text(chance, words), chance.choice(_STATES),
                        chance.choice(("person", "memory", "engine:google")), "Ann", source_digest=item.digest)
            for item in made if chance.random() < 0.95
        ], by="Bench", believe=True)  # fmt: skip
    known = sources + [_text(chance, words) for _ in range(pairs - items)]
    studio.memory.remember((Remembered(text, _text(chance, words), "product", "Ann") for text in known), "en", "de")
    return sources


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfglmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(1, 4)))


def _text(chance: random.Random, words: list[str]) -> str:
    """Return a label, a sentence or a paragraph."""
    most = chance.choices((4, 15, 60), (50, 40, 10))[0]
    return " ".join(chance.choice(words) for _ in range(chance.randint(1, most)))


def _edited(chance: random.Random, text: str) -> str:
    parts = text.split()
    parts[chance.randrange(len(parts))] += "x"
    return " ".join(parts)


def _median(*calls: Callable[[], object]) -> float:
    return max(statistics.median(_once(call) for _ in range(ROUNDS)) for call in calls)


def _once(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - begun)
