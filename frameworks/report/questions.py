"""What a report cannot say: gaps in the data and how many facts were held back because nobody checked them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from frameworks.report.entry import Payments
from frameworks.report.speakers import Speakers
from frameworks.scoring.missing import Missing


@dataclass(frozen=True)
class Question:
    """One open question.

    kind: ``scores`` (a gap in the scores; ``gap`` says which), ``mix`` (how people pay is not known),
          ``region`` (a region's mix stands in), ``methods`` (``count`` methods cannot be judged),
          ``languages``, ``population``, ``advice`` (no checked finding fits), ``channels``, ``duties``, ``tax``,
          ``events`` (nothing checked is known), ``hidden`` (``count`` unchecked facts are held back).
    """

    kind: str
    count: int = 0
    detail: str = ""
    gap: Missing | None = None


def questions(
    gaps: tuple[Missing, ...], payments: Payments, speakers: Speakers, found: Mapping[str, int], hidden: int
) -> tuple[Question, ...]:
    """Return the open questions, those on the scores first.

    found:  how many facts each of advice, channels, duties, tax and events has.
    hidden: how many facts are held back as not checked.
    """
    open_ones = [Question("scores", gap=gap) for gap in gaps]
    if payments.low is None:
        open_ones.append(Question("mix"))
    elif payments.region:
        open_ones.append(Question("region", detail=payments.region))
    if payments.unknown:
        open_ones.append(Question("methods", len(payments.unknown)))
    if not speakers.languages:
        open_ones.append(Question("languages"))
    if speakers.population is None:
        open_ones.append(Question("population"))
    open_ones += [Question(kind) for kind in ("advice", "channels", "duties", "tax", "events") if not found.get(kind)]
    if hidden:
        open_ones.append(Question("hidden", hidden))
    return tuple(open_ones)
