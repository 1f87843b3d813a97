"""What a culture gap tends to mean for an offer: published findings as advice to test, best evidence first.

Advice belongs to one end of one dimension. It applies where the market's average lies toward that end, seen
from home, by at least half a standard deviation of the world (``frameworks.culture.gaps``), or where home and
the market stand at different ends of a lean or an order (``frameworks.culture.contrasts``). Findings are
ordered by kind of evidence, then by how much of the work was read, then by the size of the gap. None is a
rule: over studies, culture scores foretell outcomes only weakly (Taras, Kirkman & Steel 2010).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from frameworks.culture.contrasts import Contrast
from frameworks.culture.gaps import CultureGaps, Gap
from frameworks.labels import N_
from frameworks.reference import Reference

STRENGTHS = ("meta-analysis", "study", "practitioner", "seed")
"""Kinds of evidence, the strongest first."""
READ = ("abstract", "excerpt", "title", "recalled", "own", "none")
"""How much of a work was read, the most first; ``own`` and ``none`` stand for no published work."""
NO_WORK = (N_("Own essay"), N_("No source"))
"""What advice without a published work cites."""

FUNCTIONS = {
    "marketing": N_("Marketing"),
    "sales": N_("Sales"),
    "service": N_("Service"),
    "product": N_("Product"),
    "web_design": N_("Web shop"),
    "pricing": N_("Pricing"),
    "payments": N_("Payment"),
    "leadership": N_("Leading a team"),
}
STRENGTH_NAMES = {
    "meta-analysis": N_("summary of many studies"),
    "study": N_("single study"),
    "practitioner": N_("practitioners' advice"),
    "seed": N_("untested idea"),
}


@dataclass(frozen=True)
class Work:
    """A work that an advice cites: authors and year, title and journal, and how much of it was read.

    year is None where there is no published work.
    """

    source: str
    reference: str
    year: int | None
    seen: str
    checked: bool


@dataclass(frozen=True)
class Advice:
    """One thing to test in a market because of one gap or contrast.

    gap:       the difference from home it rests on; None for advice that holds everywhere or rests on a contrast.
    function:  key of ``FUNCTIONS``. text: one hedged sentence.
    strength:  one of ``STRENGTHS``.
    works:     what it cites. checked: every work was read at least in abstract.
    contested: later studies could not confirm the dimension.
    """

    gap: Gap | None
    function: str
    text: str
    strength: str
    works: tuple[Work, ...]
    contested: bool
    checked: bool
    id: str = ""
    pulls: tuple[str, ...] = ()
    contrast: Contrast | None = None

    @property
    def rests_on(self) -> tuple[str, str] | None:
        """Model and dimension that it rests on, None for what holds everywhere."""
        if self.contrast is not None:
            return self.contrast.model, self.contrast.code
        return None if self.gap is None else (self.gap.model.key, self.gap.dimension.code)

    @property
    def because(self) -> str:
        """Name of the dimension it rests on, "" for what holds everywhere."""
        if self.contrast is not None:
            return self.contrast.name
        return "" if self.gap is None else self.gap.dimension.name

    @property
    def sure(self) -> bool:
        """Whether every work was read and later studies did not contest the dimension."""
        return self.checked and not self.contested


def guidance(
    reference: Reference, gaps: CultureGaps, *, functions: Iterable[str] = tuple(FUNCTIONS), unchecked: bool = False,
    contrasts: Iterable[Contrast] = (),
) -> tuple[Advice, ...]:  # fmt: skip
    """Return the advice that fits the gaps between home and a market, the strongest evidence first.

    gaps:      as ``culture_gaps`` gives them; only those told (half a deviation or more) count.
    functions: parts of the business to advise on. contrasts: as ``contrasts`` gives them.
    unchecked: also what rests on a contested dimension or on a work that was not read; it is marked.
    """
    cited, wanted = _works(reference), set(functions)
    rows = [row for row in reference.table("implications").to_dict("records") if row["function"] in wanted]
    ends: dict[tuple[str, str, str], Gap | Contrast] = {
        (gap.model.key, gap.dimension.code, "high" if gap.size > 0 else "low"): gap for gap in gaps.told
    }
    ends |= {(one.model, one.code, one.end): one for one in contrasts}
    found = [
        _advice(row, ends[end], cited) for row in rows if (end := (row["model"], row["dimension"], row["pole"])) in ends
    ]
    kept = [advice for advice in found if unchecked or advice.sure]
    return tuple(sorted(kept, key=_order))


def varied(advice: Iterable[Advice], most: int = 3) -> tuple[Advice, ...]:
    """Return up to ``most`` pieces in their order, no gap and no part of the business twice while others are left."""
    left, chosen = list(advice), []
    for fresh in (_new_both, _new_either, lambda one, before: True):
        for one in left:
            if len(chosen) < most and one not in chosen and fresh(one, chosen):
                chosen.append(one)
    return tuple(sorted(chosen, key=_order))


def everywhere(reference: Reference) -> tuple[Advice, ...]:
    """Return the checked findings that hold for every market, the strongest evidence first."""
    cited = _works(reference)
    rows = [row for row in reference.table("implications").to_dict("records") if row["model"] == "general"]
    return tuple(sorted((one for row in rows if (one := _advice(row, None, cited)).checked), key=_order))


def _advice(row: dict[str, str], basis: Gap | Contrast | None, cited: dict[str, Work]) -> Advice:
    works = tuple(cited[source] for source in row["source"].split("|") if source in cited)
    gap = basis if isinstance(basis, Gap) else None
    contested = row["contested"] == "yes" or (gap is not None and gap.dimension.contested)
    return Advice(
        gap, row["function"], row["advice"], row["strength"], works, contested, row["checked"] == "yes", row["id"],
        tuple(pull for pull in str(row["pull"] or "").split("|") if pull) if row["pull"] == row["pull"] else (),
        basis if isinstance(basis, Contrast) else None,
    )  # fmt: skip


def _works(reference: Reference) -> dict[str, Work]:
    rows = reference.table("implication_sources").itertuples(index=False)
    return {
        row.source: Work(row.source, row.reference, None if row.year != row.year else int(row.year), row.seen, row.checked == "yes")
        for row in rows
    }


def _order(advice: Advice) -> tuple[object, ...]:
    read = max((READ.index(work.seen) for work in advice.works), default=len(READ))
    size = 0.0 if advice.gap is None else -abs(advice.gap.size)
    return STRENGTHS.index(advice.strength), advice.contested, read, size, advice.function, advice.text


def _new_both(one: Advice, before: list[Advice]) -> bool:
    return all(one.function != other.function and one.rests_on != other.rests_on for other in before)


def _new_either(one: Advice, before: list[Advice]) -> bool:
    return all(one.function != other.function or one.rests_on != other.rests_on for other in before)
