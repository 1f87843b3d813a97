"""The text a lint looks at, with what is known of the market it is meant for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from babel import Locale

from frameworks.culture.gaps import Gap, culture_gaps
from frameworks.labels import Sentence
from frameworks.localization.finding import Finding
from frameworks.localization.languages import FALLBACK, main_language
from frameworks.localization.linting.registry import LINTS
from frameworks.localization.placeholders import find_placeholders
from frameworks.localization.scripts import alpha2, direction, locale_for, plain
from frameworks.reference import Reference

LONGEST = 20_000
"""Letters of a text that are looked at."""
MASK = "\x00"
_APART = re.compile(r"<[^<>]{0,500}>|https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}|&#?\w{1,10};")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "‑": "-"})


@dataclass(frozen=True, eq=False)
class Subject:
    """A source text and the market it is meant for.

    home:      where it was written (ISO alpha-3), None where unknown.
    surface:   one of ``items.SURFACES``, None where unknown.
    language:  of the source. unchecked: also cautions that were written from memory.
    """

    source: str
    market: str
    reference: Reference
    home: str | None = None
    surface: str | None = None
    language: str = "en"
    unchecked: bool = False

    @cached_property
    def text(self) -> str:
        """The source, letter for letter in place, with placeholders, tags and addresses masked and quotes made plain."""
        letters = list(self.source[:LONGEST].translate(_QUOTES))
        plainly = "".join(letters)
        spans = [(hit.start(), hit.end()) for hit in _APART.finditer(plainly)]
        spans += [(found.start, found.end) for found in find_placeholders(plainly) if not _branching(found.type)]
        for start, end in spans:
            letters[start:end] = MASK * (end - start)
        return "".join(letters)

    @cached_property
    def territory(self) -> str | None:
        """ISO alpha-2 code of the market."""
        return alpha2(self.market)

    @cached_property
    def spoken(self) -> str:
        """The largest official language of the market."""
        return self.reference.derived(_spoken).get(self.market, FALLBACK)

    @cached_property
    def english(self) -> bool:
        """Whether the market's main language is English."""
        return plain(self.spoken) == "en"

    @cached_property
    def right_to_left(self) -> bool:
        """Whether the market's main language is written from right to left."""
        return direction(self.spoken) == "rtl"

    @cached_property
    def locale(self) -> Locale:
        """The locale of the market's main language there."""
        return locale_for(self.spoken, self.territory)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Culture gaps of half a deviation or more between home and market; none without a home."""
        known = self.reference.markets
        if self.home is None or self.home not in known or self.market not in known:
            return ()
        return _gaps(self.reference, self.home, self.market)

    def finding(
        self, check: str, told: Sentence, start: int | None, end: int | None, *, suggestion: str = "",
        severity: str = "", source: str = "", evidence: str = "judgement", year: int | None = None,
    ) -> Finding:  # fmt: skip
        """Return a finding of a lint in this market."""
        return Finding(
            check, severity or LINTS[check].severity, told, start, end, suggestion, self.market,
            source or "Landfall", evidence, year,
        )  # fmt: skip

    def said(self, start: int, end: int) -> str:
        """The words of the source there, quoted."""
        return f"“{self.source[start:end]:.60}”"


def _spoken(reference: Reference) -> dict[str, str]:
    """Main language by market; what is asked for once is kept."""
    written = frozenset(reference.table("languages")["language"])
    return {market: main_language(reference, market, written).language for market in reference.markets}


def _kept_gaps(reference: Reference) -> dict[tuple[str, str], tuple[Gap, ...]]:
    return {}


def _gaps(reference: Reference, home: str, market: str) -> tuple[Gap, ...]:
    kept = reference.derived(_kept_gaps)
    if (home, market) not in kept:
        kept[home, market] = culture_gaps(reference, home, market).told
    return kept[home, market]


def _branching(kind: str) -> bool:
    return kind in ("plural", "select", "selectordinal")
