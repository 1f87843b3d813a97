"""Advice that pulls in opposite directions: both sides of a trade-off, with what each rests on.

A row of the table ``implications`` names the ways it pulls, such as ``detail+`` (say more) or ``detail-`` (say
less). Two pieces of advice for one market are a trade-off where they pull one way apart and rest on different
dimensions. Neither wins by rule: the evidence stands beside each, and a test with local buyers decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from frameworks.culture.guidance import Advice
from frameworks.labels import N_


@dataclass(frozen=True)
class Pull:
    """A way that advice can pull: its name and what its two ends stand for."""

    name: str
    plus: str
    minus: str


PULLS = {
    "directness": Pull(N_("Directness"), N_("Come to the point"), N_("The relation first")),
    "detail": Pull(N_("Detail"), N_("More detail and proof"), N_("Less, and lighter")),
    "formality": Pull(N_("Formality"), N_("Formal, by rank"), N_("Informal, as equals")),
    "speed": Pull(N_("Pace"), N_("Fast, at once"), N_("Slow, over time")),
    "novelty": Pull(N_("Novelty"), N_("Lead with the new"), N_("Lead with the familiar")),
    "group": Pull(N_("Group or person"), N_("Speak to the group"), N_("Speak to one person")),
    "emotion": Pull(N_("Feeling"), N_("Warm and playful"), N_("Calm and plain")),
    "rules": Pull(N_("Rules"), N_("The same rules for all"), N_("Room for exceptions")),
    "standing": Pull(N_("Standing"), N_("Show success and prestige"), N_("Stay modest")),
    "discount": Pull(N_("Price"), N_("Offer a discount"), N_("Hold the price")),
    "control": Pull(N_("Control"), N_("Let buyers steer"), N_("Guide them")),
}
"""The ways that advice pulls, in the order shown."""


@dataclass(frozen=True)
class Tradeoff:
    """Advice that pulls one way apart; each side keeps the order of evidence."""

    pull: str
    plus: tuple[Advice, ...]
    minus: tuple[Advice, ...]

    @property
    def same_function(self) -> bool:
        """Whether both sides advise one part of the business."""
        return bool({one.function for one in self.plus} & {one.function for one in self.minus})


def tradeoffs(advice: Sequence[Advice]) -> tuple[Tradeoff, ...]:
    """Return the trade-offs among advice, those within one part of the business first."""
    found = []
    for name in PULLS:
        plus = [one for one in advice if f"{name}+" in one.pulls]
        minus = [one for one in advice if f"{name}-" in one.pulls]
        left = tuple(one for one in plus if any(_apart(one, other) for other in minus))
        right = tuple(one for one in minus if any(_apart(one, other) for other in plus))
        if left and right:
            found.append(Tradeoff(name, left, right))
    return tuple(sorted(found, key=lambda one: not one.same_function))


def _apart(one: Advice, other: Advice) -> bool:
    return one.rests_on != other.rests_on
