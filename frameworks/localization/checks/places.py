"""Checks that a translation keeps the places for values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import Pair, found, quoted
from frameworks.localization.finding import Finding
from frameworks.localization.placeholders import Placeholder

_POSITION = re.compile(r"%(?:(\d{1,2})\$)?(.*)", re.S)
_BROKEN = re.compile(r"[｛﹛][^｛｝﹛﹜{}]{1,40}[｝﹜]|％[sdif@](?![A-Za-z])|(?<!\d)% [sd@](?![\w])|%\s+\(\w{1,40}\)\s*[sd]")


def check(pair: Pair) -> Iterator[Finding]:
    """Find placeholders that are missing, unknown, repeated, out of order or no longer written as such."""
    if not pair.source_places and not pair.target_places:
        return
    wanted, got = _counted(pair.source_places), _counted(pair.target_places)
    missing = [text for text in wanted if text not in got]
    unknown = [place for place in pair.target_places if _name(place, pair.target_places) not in wanted]
    for text in missing:
        written = _written(text, pair.source_places)
        message = Sentence(N_("The placeholder {name} is missing."), name=written)
        broken = _BROKEN.search(pair.target)
        start, end = (broken.start(), broken.end()) if broken else (None, None)
        if broken is None and len(missing) == len(unknown) == 1:
            start, end = unknown[0].start, unknown[0].end
        fixed = "" if start is None else pair.target[:start] + written + pair.target[end:]
        yield found("placeholders", message, start, end, suggestion=fixed)
    for place in unknown:
        message = Sentence(N_("The source has no placeholder {name}."), name=quoted(place.text))
        yield found("placeholders", message, place.start, place.end)
    if pair.branching:
        return  # each branch may say the value again
    for place in dict.fromkeys(_name(place, pair.target_places) for place in pair.target_places):
        if place in wanted and got[place] != wanted[place]:
            message = Sentence(
                N_("The placeholder {name} stands {count} times, in the source {wanted} times."),
                name=_written(place, pair.target_places), count=got[place], wanted=wanted[place],
            )  # fmt: skip
            yield found("placeholders", message, severity="error" if got[place] < wanted[place] else "warning")


def _counted(places: Sequence[Placeholder]) -> Counter[str]:
    return Counter(_name(place, places) for place in places)


def _name(place: Placeholder, places: Sequence[Placeholder]) -> str:
    """Return what must agree: of %s its number in the order and its type, of other places the text."""
    if place.kind == "printf" and not place.text.startswith("%("):
        number, rest = _POSITION.fullmatch(place.text).groups()  # type: ignore[union-attr]
        unnumbered = [other for other in places if other.kind == "printf" and not other.text.startswith("%(")]
        return f"%{number or unnumbered.index(place) + 1}${rest}"
    return re.sub(r"\s", "", place.text)


def _written(name: str, places: Sequence[Placeholder]) -> str:
    return next((place.text for place in places if _name(place, places) == name), name)
