"""How well the checks of translations find faults, and how many translations they look at in a second.

- Precision and recall, check by check, over the labelled pairs in tests/frameworks/localization/checks. They were
  written together with the checks, so they show what the checks are for rather than how they do on strangers.
- False alarms over the phrase pack, whose translations are taken for good: findings in a thousand texts that are
  no hints. Forms for 0, 1 or 2 that spell the number out are left aside.
- Speed over 100,000 different pairs, each two phrases joined, with progress.
"""

from __future__ import annotations

import csv
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from data.catalog import world
from frameworks.localization.checks import CHECKS, check, check_many
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item, Translation
from frameworks.reference import Reference

LABELLED = Path(__file__).resolve().parents[1] / "tests" / "frameworks" / "localization" / "checks" / "labelled.csv"
ELSEWHERE = LABELLED.with_name("labelled_elsewhere.csv")
"""Pairs in other languages, written after the checks."""
PAIRS = 100_000
LEAST_PRECISION, LEAST_RECALL, MOST_ALARMS, LEAST_A_SECOND = 0.95, 0.95, 5.0, 500
_CART = {
    "de": "Warenkorb", "fr": "panier", "es": "carrito", "it": "carrello", "pt_BR": "carrinho", "nl": "winkelwagen",
    "pl": "koszyk", "ru": "корзина", "ja": "カート", "zh_Hans": "购物车", "ar": "سلة", "ko": "장바구니",
}  # fmt: skip
GLOSSARY = (Term("Lumo"), *(Term("cart", "preferred", locale, text) for locale, text in _CART.items()))
"""The settled words of the invented shop that the labelled pairs come from."""


@dataclass(frozen=True)
class Score:
    """Of one check over the labelled pairs: faults found, alarms without a fault, faults missed."""

    found: int
    alarms: int
    missed: int

    @property
    def precision(self) -> float | None:
        """Share of the findings that are faults, None without findings."""
        return self.found / (self.found + self.alarms) if self.found + self.alarms else None

    @property
    def recall(self) -> float | None:
        """Share of the faults that are found, None without faults."""
        return self.found / (self.found + self.missed) if self.found + self.missed else None


@dataclass(frozen=True)
class Measured:
    """What the benchmark tells: scores by check and of all, false alarms a thousand texts, pairs a second."""

    scores: dict[str, Score]
    whole: Score
    alarms: float
    texts: int
    speed: float


def labelled(path: Path = LABELLED) -> list[dict[str, str]]:
    """Return the labelled pairs: locale, source, target, expected (keys of checks, blank for good), max_width."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def judged(row: dict[str, str], reference: Reference) -> tuple[set[str], set[str]]:
    """Return the checks that a labelled pair should and does set off."""
    most = int(row["max_width"]) if row["max_width"] else None
    item = Item("pair", row["source"], max_width=most)
    seen = check(row["source"], row["target"], row["locale"], item=item, glossary=GLOSSARY, reference=reference)
    return set(row["expected"].split()), {finding.check for finding in seen}


def scores(reference: Reference, path: Path = LABELLED) -> dict[str, Score]:
    """Return the score of each check over the labelled pairs."""
    found, alarms, missed = Counter(), Counter(), Counter()
    for row in labelled(path):
        expected, seen = judged(row, reference)
        found.update(expected & seen)
        alarms.update(seen - expected)
        missed.update(expected - seen)
    return {key: Score(found[key], alarms[key], missed[key]) for key in CHECKS}


def phrase_pairs(reference: Reference) -> list[tuple[str, str, str]]:
    """Return (source, translation, language) of the phrase pack without forms that spell a number out."""
    rows = reference.table("phrases")
    english = {(key, form): text for key, language, form, text in _shown(rows) if language == "en"}
    pairs = []
    for key, language, form, text in _shown(rows):
        source = english.get((key, form)) or english.get((key, "other"))
        if language != "en" and source and not (form in ("zero", "one", "two") and source.count("{") > text.count("{")):
            pairs.append((source, text, language))
    return pairs


def _shown(rows) -> list[tuple[str, str, str, str]]:
    return list(rows[["key", "language", "form", "text"]].itertuples(index=False, name=None))


def measure() -> Measured:
    """Return precision, recall, false alarms and speed."""
    reference = world()
    by_check = scores(reference)
    whole = Score(*(sum(getattr(score, part) for score in by_check.values()) for part in ("found", "alarms", "missed")))
    pairs = phrase_pairs(reference)
    alarms = sum(
        finding.severity != "hint"
        for source, text, language in pairs
        for finding in check(source, text, language, reference=reference)
    )
    texts = joined(pairs, PAIRS)
    begun = time.perf_counter()
    check_many(texts, glossary=GLOSSARY, reference=reference, progress=lambda done, total: None)
    speed = len(texts) / (time.perf_counter() - begun)
    return Measured(by_check, whole, 1000 * alarms / len(pairs), len(pairs), speed)


def joined(pairs: list[tuple[str, str, str]], count: int) -> list[tuple[Item, Translation]]:
    """Return ``count`` different items with translations, each two phrases of one language in a row."""
    rng = random.Random(7)
    by_language: dict[str, list[tuple[str, str]]] = {}
    for source, text, language in pairs:
        by_language.setdefault(language, []).append((source, text))
    languages = sorted(by_language)
    made = []
    for number in range(count):
        language = languages[number % len(languages)]
        (one, here), (other, there) = rng.sample(by_language[language], 2)
        key = f"text.{number}"
        made.append((Item(key, f"{one} – {other} ({number})"), Translation(key, language, f"{here} – {there} ({number})")))
    return made


def main() -> None:
    """Print the score of each check."""
    done = scores(world())
    print("| check | found | alarms | missed | precision | recall |\n|---|---|---|---|---|---|")
    for key, score in done.items():
        shown = ("–" if share is None else f"{share:.2f}" for share in (score.precision, score.recall))
        print(f"| {key} | {score.found} | {score.alarms} | {score.missed} | " + " | ".join(shown) + " |")


if __name__ == "__main__":
    main()
