"""How ready the team is for a market, in words: the readiness of a brief."""

from __future__ import annotations

from components.readiness import figure
from components.words import _, said
from frameworks.localization.readiness import PARTS, Part
from frameworks.report.brief import Brief
from frameworks.report.document import Bar, Bars, Section, Text


def sections(brief: Brief) -> tuple[Section, ...]:
    """Return how far the team's own work is; nothing where it was not asked for."""
    if brief.readiness is None:
        return ()
    note = Text(_("What your team has done so far, not what the market is worth. What nobody knows is unknown, never 0."), "muted")
    bars = Bars(_("Readiness, part by part"), tuple(map(_bar, brief.readiness.parts)))
    return (Section("readiness", _("How ready we are"), (bars, note), True),)


def _bar(part: Part) -> Bar:
    return Bar(_(PARTS[part.key]), figure(part), part.low, part.low, part.high, said(part.reason))
