"""What a check or a lint found in a text, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.labels import N_, Sentence

SEVERITIES = ("error", "warning", "hint")
"""An error breaks the shop or misleads a buyer, a warning asks for a second look, a hint is worth knowing."""
SEVERITY_LABELS = {"error": N_("Error"), "warning": N_("Warning"), "hint": N_("Hint")}


@dataclass(frozen=True)
class Finding:
    """Something a person should look at; it never blocks.

    check:      the key of the check in its registry.
    severity:   one of ``SEVERITIES``.
    start, end: the place in the text that was looked at, None where it is the whole.
    suggestion: a text to put in its place, or what to try.
    market:     ISO 3166 alpha-3 where it holds in one market only.
    source:     who says so; evidence: of what kind; year: of when.
    """

    check: str
    severity: str
    message: Sentence
    start: int | None = None
    end: int | None = None
    suggestion: str = ""
    market: str = ""
    source: str = ""
    evidence: str = ""
    year: int | None = None
