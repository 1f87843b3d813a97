"""How to communicate with a market, part by part: what the known differences from home tend to mean.

Each part (directness, formality, complaints …) draws on named dimensions through the table ``protocol``, which
names rows of ``implications``. A sentence appears where its gap is beyond uncertainty or its lean differs; where
the dimensions are known for both and do not differ, the part is "much as at home"; where the difference is not
sure it says so; where none is known, "not known". Nothing is filled in. Sources: those of the advice itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from frameworks.culture.contrasts import CONTEXT, Contrast, known_for_both
from frameworks.culture.gaps import CultureGaps
from frameworks.culture.guidance import Advice, everywhere, guidance
from frameworks.culture.scores import MODELS
from frameworks.culture.trompenaars import DIMENSIONS
from frameworks.labels import N_, Sentence
from frameworks.reference import Reference

PARTS = {
    "directness": (N_("Directness"), N_("How soon and how plainly to come to the point")),
    "context": (N_("Context"), N_("How much to say outright, how much to leave to pictures and setting")),
    "formality": (N_("Formality"), N_("Titles, rank and tone of address")),
    "feedback": (N_("Feedback"), N_("How praise and criticism tend to be given and read")),
    "conflict": (N_("Conflict"), N_("What to do when aims collide")),
    "time": (N_("Time"), N_("Schedules, deadlines and pace")),
    "decisions": (N_("Decision-making"), N_("Who decides, and how long that tends to take")),
    "trust": (N_("Trust building"), N_("What tends to come before a purchase")),
    "complaints": (N_("Complaints and recovery"), N_("How to hear of trouble and put it right")),
    "channels": (N_("Choice of channel"), N_("Where and in which form to answer")),
}
"""The parts in the order shown: name and what it settles."""
STATUSES = {
    "known": N_("differs"),
    "facts": N_("local facts"),
    "held": N_("only unchecked advice"),
    "unsure": N_("differs, but not beyond uncertainty"),
    "alike": N_("much as at home, as far as is known"),
    "unknown": N_("not known"),
}
CONFIDENCE = {
    "B": N_("Fair: a checked finding on a dimension measured in both countries."),
    "C": N_("Thin: unchecked or contested advice, a lean, or a part or estimate that stands in."),
    "D": N_("None: nothing is known that tells the two apart."),
}


@dataclass(frozen=True)
class Fact:
    """Something known of the market itself, not of its culture: a sentence, its source and year."""

    text: Sentence
    source: str
    year: int | None


@dataclass(frozen=True)
class Part:
    """One part of the protocol.

    code:       key of ``PARTS``. status: key of ``STATUSES``. confidence: B, C or D (``CONFIDENCE``).
    advice:     what to do, the strongest evidence first; the last may hold everywhere.
    held:       how many unchecked or contested sentences are held back.
    dimensions: names of the dimensions it draws on. lacking: those not known for both countries.
    facts:      what is known of the market itself.
    """

    code: str
    status: str
    confidence: str
    advice: tuple[Advice, ...]
    held: int
    dimensions: tuple[str, ...]
    lacking: tuple[str, ...]
    facts: tuple[Fact, ...] = ()


def protocol(
    reference: Reference, home: str, market: str, gaps: CultureGaps, contrasts: Iterable[Contrast], *,
    sure: CultureGaps, unchecked: bool = False, facts: Mapping[str, Sequence[Fact]] | None = None,
) -> tuple[Part, ...]:  # fmt: skip
    """Return the ten parts in order; () for home itself.

    gaps:      all gaps of the pair (``culture_gaps``), which say what is known. sure: those beyond uncertainty
               (``firm``). contrasts: as ``contrasts`` gives them.
    unchecked: also sentences that are contested or rest on a work that was not read; they are marked.
    facts:     what is known of the market itself, by part.
    """
    if home == market:
        return ()
    fitting = {one.id: one for one in guidance(reference, sure, unchecked=True, contrasts=contrasts)}
    general = {one.id: one for one in everywhere(reference)}
    rows = {row["id"]: row for row in reference.table("implications").to_dict("records")}
    known = {(gap.model.key, gap.dimension.code) for gap in (*gaps.told, *gaps.small)}
    known |= known_for_both(reference, home, market)
    chosen: dict[str, list[str]] = {code: [] for code in PARTS}
    for row in reference.table("protocol").to_dict("records"):
        if row["advice"] in rows:
            chosen[row["part"]].append(row["advice"])
    told = {(gap.model.key, gap.dimension.code) for gap in gaps.told}
    local = {code: tuple((facts or {}).get(code, ())) for code in PARTS}
    return tuple(
        _part(code, ids, fitting, general, rows, known, told, unchecked, local[code]) for code, ids in chosen.items()
    )


def _part(
    code: str, ids: list[str], fitting: dict[str, Advice], general: dict[str, Advice], rows: dict[str, dict[str, str]],
    known: set[tuple[str, str]], told: set[tuple[str, str]], unchecked: bool, facts: tuple[Fact, ...],
) -> Part:  # fmt: skip
    found = [one for key, one in fitting.items() if key in ids]
    shown = [one for one in found if unchecked or one.sure]
    wanted = dict.fromkeys((rows[key]["model"], rows[key]["dimension"]) for key in ids if rows[key]["model"] != "general")
    if shown:
        status = "known"
    elif facts:
        status = "facts"
    elif found:
        status = "held"
    else:
        status = "unsure" if set(wanted) & told else "alike" if set(wanted) & known else "unknown"
    measured = any(one.sure and one.gap is not None and one.gap.basis == "measured" for one in shown)
    confidence = "D" if not shown else "B" if measured else "C"
    return Part(
        code, status, confidence, (*shown, *(general[key] for key in ids if key in general)), len(found) - len(shown),
        tuple(_NAMES[one] for one in wanted), tuple(_NAMES[one] for one in wanted if one not in known), facts,
    )  # fmt: skip


_NAMES = {
    **{(key, dimension.code): dimension.name for key, model in MODELS.items() for dimension in model.dimensions},
    **{("trompenaars", dimension.code): dimension.name for dimension in DIMENSIONS},
    ("hall", "context"): CONTEXT,
}
