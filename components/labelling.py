"""Places direct labels on a scatter so that none overlaps another label or covers a marked point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_CHAR = 6.7  # mean width of a character at 12 px
_HEIGHT = 15.0
_GAP = 4.0


@dataclass(frozen=True)
class Spot:
    """A point to label, in pixels from the top left, with its radius; ``crossed`` when lines run through it."""

    key: str
    text: str
    x: float
    y: float
    radius: float
    crossed: bool = False


@dataclass(frozen=True)
class Label:
    """Where a label goes: offset in pixels from its point and its alignment."""

    key: str
    dx: float
    dy: float
    align: str


Box = tuple[float, float, float, float]


def place(spots: Sequence[Spot], width: float, height: float, obstacles: Sequence[Spot] = ()) -> list[Label]:
    """Return labels for as many ``spots`` as fit, earlier ones first; the rest stay without.

    width, height: of the plot in pixels. obstacles: further points that no label may cover.
    """
    points = [_round(spot) for spot in (*spots, *obstacles)]
    taken: list[Box] = []
    labels = []
    for spot in spots:
        own = _round(spot)
        for dx, dy, align in _places(spot):
            box = _box(spot, dx, dy, align)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if inside and not any(_meet(box, other) for other in taken) and not any(
                _meet(box, point) for point in points if point != own
            ):
                taken.append(box)
                labels.append(Label(spot.key, dx, dy, align))
                break
    return labels


def _places(spot: Spot) -> list[tuple[float, float, str]]:
    away = spot.radius + _GAP
    slant = 0.7 * away
    straight = [(away, 0, "left"), (-away, 0, "right"), (0, -away - 5, "center"), (0, away + 6, "center")]
    slanting = [
        (slant, -slant - 4, "left"), (-slant, -slant - 4, "right"),
        (slant, slant + 5, "left"), (-slant, slant + 5, "right"),
    ]  # fmt: skip
    return slanting + straight if spot.crossed else straight + slanting


def _box(spot: Spot, dx: float, dy: float, align: str) -> Box:
    wide = _CHAR * len(spot.text)
    left = spot.x + dx - {"left": 0.0, "right": wide, "center": wide / 2}[align]
    return left, spot.y + dy - _HEIGHT / 2, left + wide, spot.y + dy + _HEIGHT / 2


def _round(spot: Spot) -> Box:
    return spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
