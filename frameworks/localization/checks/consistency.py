"""Checks a translation against the others of its locale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import Pair, found, quoted
from frameworks.localization.finding import Finding


def by_source(others: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Return the different translations of each source, sources as ``source_key`` has them.

    others: pairs of source and translation, all of one locale.

    >>> dict(by_source([("Send", "Senden"), ("send ", "Abschicken"), ("Send", "Senden")]))
    {'send': ('Senden', 'Abschicken')}
    """
    listed: dict[str, dict[str, None]] = {}
    for source, text in others:
        if text.strip():
            listed.setdefault(source_key(source), {})[text.strip()] = None
    return {source: tuple(texts) for source, texts in listed.items()}


def source_key(source: str) -> str:
    """Return what two sources that say the same have in common."""
    return " ".join(source.casefold().split())


def check(pair: Pair) -> Iterator[Finding]:
    """Find another translation of the same source."""
    if not pair.others or not pair.target.strip():
        return
    mine = pair.target.strip().casefold()
    for other in pair.others.get(source_key(pair.source), ()):
        if other.casefold() != mine:
            message = Sentence(N_("Elsewhere the same source is {other}."), other=quoted(other))
            yield found("inconsistent", message, suggestion=other)
            return
