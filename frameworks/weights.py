"""How much each criterion counts: the user's weights on both axes of the matrix.

Weights are points, not shares: an axis score is the weighted mean of its parts, so
scaling all points of an axis by one factor changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from frameworks.labels import N_, Sentence

AFFINITY_BLOCKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "culture": ("values",),
        "speech": ("language",),
        "connections": ("religion", "ties", "proximity"),
    }
)
POTENTIAL_BLOCKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "demand": ("size", "purchasing_power", "growth"),
        "access": ("openness", "ease", "risk"),
        "reach": ("digital", "logistics", "payments"),
    }
)
AFFINITY_PARTS = tuple(part for block in AFFINITY_BLOCKS.values() for part in block)
POTENTIAL_DIMENSIONS = tuple(part for block in POTENTIAL_BLOCKS.values() for part in block)
TEAM_DIMENSIONS = ("own_demand", "competition")
"""Potential dimensions that only the team can fill: its own demand, its own judgement."""

CRITERIA = AFFINITY_PARTS + POTENTIAL_DIMENSIONS + TEAM_DIMENSIONS

_DEFAULT_AFFINITY = {
    "values": 45.0, "language": 20.0, "religion": 10.0, "ties": 5.0, "proximity": 20.0,
}  # fmt: skip
_DEFAULT_POTENTIAL = {
    "size": 25.0, "purchasing_power": 15.0, "growth": 10.0,
    "openness": 9.0, "ease": 8.0, "risk": 8.0,
    "digital": 9.0, "logistics": 8.0, "payments": 8.0,
    "own_demand": 0.0, "competition": 0.0,
}  # fmt: skip


_AXES = {N_("affinity"): AFFINITY_PARTS, N_("potential"): POTENTIAL_DIMENSIONS + TEAM_DIMENSIONS}

MAX_POINTS = 1_000_000.0
"""Points beyond this, or an axis whose points add up to less than a millionth, are a mistake."""


class WeightError(Sentence):
    """The weights cannot rank anything; the message says which and what to do."""


@dataclass(frozen=True)
class Weights:
    """Points per criterion and the balance between the two axes.

    affinity:  points for each of ``AFFINITY_PARTS``, each 0 or more.
    potential: points for each of ``POTENTIAL_DIMENSIONS`` and ``TEAM_DIMENSIONS``.
    balance:   0-100, the share of affinity in the overall score that ranks the markets;
               50 counts both axes alike.
    """

    affinity: Mapping[str, float] = field(default_factory=lambda: dict(_DEFAULT_AFFINITY))
    potential: Mapping[str, float] = field(default_factory=lambda: dict(_DEFAULT_POTENTIAL))
    balance: float = 50.0

    def __post_init__(self) -> None:
        for axis, known in _AXES.items():
            given = getattr(self, axis)
            unknown = sorted(set(given) - set(known), key=str)
            if unknown:
                raise WeightError(
                    N_("unknown criterion {name} on the {axis} axis; known: {known}"),
                    name=f"{unknown[0]!r:.40}", axis=Sentence(axis), known=", ".join(known),
                )  # fmt: skip
            points = {name: _points(name, given.get(name, 0.0)) for name in known}
            if sum(points.values()) < 1 / MAX_POINTS:
                raise WeightError(
                    N_("all {axis} weights are zero; give at least one criterion some weight"), axis=Sentence(axis)
                )
            object.__setattr__(self, axis, MappingProxyType(points))
        if not 0 <= _points("balance", self.balance) <= 100:
            raise WeightError(N_("balance must lie between 0 (potential alone) and 100 (affinity alone)"))

    @classmethod
    def of(cls, given: Weights | Mapping[str, float] | None) -> Weights:
        """Return weights from a ready object, a flat mapping over the defaults, or None (defaults).

        A flat mapping names criteria (``CRITERIA``) or ``balance``; criteria left out keep
        their default points. Raises WeightError for unknown names, negative or non-finite
        points, and for an axis whose points are all zero.
        """
        if isinstance(given, Weights):
            return given
        if given is not None and not isinstance(given, Mapping):
            raise WeightError(N_("weights must map criteria to points, not be {kind}"), kind=type(given).__name__)
        affinity, potential, balance = dict(_DEFAULT_AFFINITY), dict(_DEFAULT_POTENTIAL), 50.0
        for name, value in (given or {}).items():
            if name in affinity:
                affinity[name] = value
            elif name in potential:
                potential[name] = value
            elif name == "balance":
                balance = value
            else:
                raise WeightError(
                    N_("unknown criterion {name}; known: {known}"),
                    name=f"{name!r:.40}", known=", ".join([*CRITERIA, "balance"]),
                )  # fmt: skip
        return cls(affinity, potential, balance)

    def flat(self) -> dict[str, float]:
        """Return every criterion's points and the balance in one mapping; ``of`` reads it back."""
        return {**self.affinity, **self.potential, "balance": self.balance}


def _points(name: str, value: object) -> float:
    try:
        points = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise WeightError(
            N_("the weight of {name} must be a number, not {value}"), name=name, value=f"{value!r:.40}"
        ) from None
    if not 0 <= points <= MAX_POINTS:
        raise WeightError(
            N_("the weight of {name} must be a number from 0 to {most}, not {value}"),
            name=name, most=MAX_POINTS, value=f"{value!r:.40}",
        )  # fmt: skip
    return points


DEFAULT = Weights()

PRESETS: Mapping[str, Weights] = MappingProxyType(
    {
        "balanced": DEFAULT,
        "culture_alone": Weights.of({"values": 60, "language": 25, "religion": 15, "ties": 0, "proximity": 0}),
        "volume_seeker": Weights.of({
            "size": 40, "purchasing_power": 8, "growth": 17, "openness": 6, "ease": 4, "risk": 5,
            "digital": 8, "logistics": 6, "payments": 6,
        }),
        "premium_niche": Weights.of({
            "size": 10, "purchasing_power": 35, "growth": 5, "openness": 9, "ease": 8, "risk": 8,
            "digital": 9, "logistics": 8, "payments": 8,
        }),
        "digital_first": Weights.of({
            "size": 20, "purchasing_power": 12, "growth": 8, "openness": 6, "ease": 5, "risk": 5,
            "digital": 22, "logistics": 8, "payments": 14,
        }),
        "risk_averse": Weights.of({
            "size": 15, "purchasing_power": 12, "growth": 5, "openness": 10, "ease": 16, "risk": 22,
            "digital": 6, "logistics": 8, "payments": 6,
        }),
        "equal": Weights.of(dict.fromkeys(AFFINITY_PARTS + POTENTIAL_DIMENSIONS, 10.0)),
    }
)  # fmt: skip
"""Named starting points; every one but ``balanced`` and ``culture_alone`` is a judgement of ours."""


def rebalance(points: Mapping[str, float], changed: str, value: float, locked: frozenset[str] = frozenset()) -> dict[str, float]:
    """Return ``points`` with one of them set and the unlocked others rescaled so that the sum stays 100.

    points: non-negative points by name. changed: the one just set to ``value`` (0-100).
    The others keep their proportions (equal shares where all of them are 0); locked ones stay. Where
    nothing is left to give way, ``changed`` takes what the locked ones leave.
    """
    held = {name: points[name] for name in points if name in locked and name != changed}
    free = [name for name in points if name not in held and name != changed]
    room = max(0.0, 100.0 - sum(held.values()))
    value = min(max(value, 0.0), room) if free else room
    left, former = room - value, sum(points[name] for name in free)
    share = {name: points[name] / former if former > 0 else 1 / len(free) for name in free}
    return {name: held.get(name, value if name == changed else left * share.get(name, 0)) for name in points}


def by_block(points: Mapping[str, float], blocks: Mapping[str, tuple[str, ...]]) -> dict[str, float]:
    """Return the sum of points of each block."""
    return {block: sum(points[name] for name in members) for block, members in blocks.items()}


def with_blocks(
    points: Mapping[str, float], blocks: Mapping[str, tuple[str, ...]], sums: Mapping[str, float]
) -> dict[str, float]:
    """Return ``points`` with each block scaled to its sum; an empty block takes the default proportions."""
    result = dict(points)
    defaults = DEFAULT.flat()
    for block, members in blocks.items():
        source = points if sum(points[name] for name in members) > 0 else defaults
        former = sum(source[name] for name in members) or 1.0
        for name in members:
            result[name] = source[name] / former * sums[block]
    return result
