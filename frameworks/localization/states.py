"""How far a translation has come, who may move it on, and what may go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from frameworks.labels import N_, Sentence
from frameworks.localization.items import SURFACES, Item, Translation

STATES = ("draft", "needs_review", "approved", "stale", "rejected")
STATE_LABELS = {
    "missing": N_("Missing"), "draft": N_("Draft"), "needs_review": N_("Needs review"), "approved": N_("Approved"),
    "stale": N_("Stale"), "rejected": N_("Rejected"),
}  # fmt: skip
MOVES: Mapping[str, frozenset[str]] = {
    "draft": frozenset({"needs_review", "approved", "rejected", "stale"}),
    "needs_review": frozenset({"draft", "approved", "rejected", "stale"}),
    "approved": frozenset({"draft", "needs_review", "rejected", "stale"}),
    "stale": frozenset({"draft", "needs_review", "approved", "rejected"}),
    "rejected": frozenset({"draft", "needs_review", "stale"}),
}
"""What may follow a state. A rejected text is never approved as it stands: it goes back to review first."""

SURFACE_WEIGHTS: Mapping[str, float] = {
    "product": 2, "checkout": 3, "email": 2, "ad": 2, "faq": 1, "reply": 1, "legal": 3,
}  # fmt: skip
"""How much a surface counts in the progress of a locale: our judgement of what holds a launch up."""


class ReviewError(Sentence):
    """A step in the review that may not be taken."""


@dataclass(frozen=True)
class Progress:
    """How far a locale is.

    share:      approved, 0-1: the mean of the surfaces' shares, each with its weight. None without items.
    translated: the same of what has any text that is neither rejected nor stale.
    states:     number of items by state; ``"missing"`` for those without a translation.
    surfaces:   (approved, items) by surface, for surfaces with items.
    """

    locale: str
    items: int
    share: float | None
    translated: float | None
    states: Mapping[str, int]
    surfaces: Mapping[str, tuple[int, int]]


def move(
    translation: Translation, to: str, *, by: str, at: str, why: str = "", author: str | None = None,
    item: Item | None = None,
) -> Translation:  # fmt: skip
    """Return the translation in the state ``to``.

    by:     the person who moves it; an approval needs one. at: when (ISO 8601). why: kept as its note.
    author: who wrote the text; None takes the translation's ``by`` where its origin is a person.
            Approving one's own text marks it self-reviewed.
    item:   the present source; its digest is taken over. Approving a stale text needs it.

    Raises ReviewError for an unknown state, a step that ``MOVES`` does not have, an approval without a
    person, of an empty text, or of a stale text without its item.
    """
    if to not in STATES:
        raise ReviewError(N_("There is no state {state}."), state=f"“{to:.40}”")
    if to != translation.state and to not in MOVES[translation.state]:
        told = N_("A text that is {state} cannot become {to}.")
        raise ReviewError(
            told, state=Sentence(STATE_LABELS[translation.state]), to=Sentence(STATE_LABELS[to]),
        )  # fmt: skip
    own = False
    if to == "approved":
        if not by.strip():
            raise ReviewError(N_("An approval needs the name of a person."))
        if not translation.text.strip():
            raise ReviewError(N_("An empty text cannot be approved."))
        if translation.state == "stale" and item is None:
            raise ReviewError(N_("A stale text can be approved only against its present source."))
        written = author if author is not None else (translation.by if translation.origin == "person" else "")
        own = written.strip().casefold() == by.strip().casefold()
    return replace(
        translation, state=to, by=by, at=at, note=why or translation.note, self_reviewed=own,
        source_digest=item.digest if item is not None and to != "stale" else translation.source_digest,
    )  # fmt: skip


def exportable(item: Item, translation: Translation) -> bool:
    """Return whether the translation may leave the house as approved.

    It is approved, has a text, and was made from the present source. Of a high-impact item (checkout, legal
    text, reply to a complaint) the approval must bear a person's name and the source must be known.
    """
    if translation.key != item.key or translation.state != "approved" or not translation.text.strip():
        return False
    if not translation.fits(item):
        return False
    return not item.high_impact or bool(translation.by.strip() and translation.source_digest)


def progress(items: Iterable[Item], translations: Iterable[Translation], locale: str) -> Progress:
    """Return how far ``locale`` is; a translation of another source than the present one counts as stale."""
    held = {translation.key: translation for translation in translations if translation.locale == locale}
    return progress_of(Counter((item.surface, _state(item, held.get(item.key))) for item in items), locale)


def progress_of(counted: Mapping[tuple[str, str], int], locale: str) -> Progress:
    """Return the same from the number of items by surface and state, ``"missing"`` among the states."""
    states: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    approved: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for (surface, state), count in counted.items():
        states[state] += count
        totals[surface] += count
        approved[surface] += count * (state == "approved")
        made[surface] += count * (state in ("draft", "needs_review", "approved"))
    present = [surface for surface in SURFACES if totals[surface]]
    return Progress(
        locale, totals.total(), _weighted(approved, totals), _weighted(made, totals),
        {state: states[state] for state in STATE_LABELS if states[state]},
        {surface: (approved[surface], totals[surface]) for surface in present},
    )  # fmt: skip


def _state(item: Item, translation: Translation | None) -> str:
    if translation is None or not translation.text.strip():
        return "missing"
    outdated = translation.state != "rejected" and not translation.fits(item)
    return "stale" if outdated else translation.state


def _weighted(done: Counter[str], totals: Counter[str]) -> float | None:
    weights = {surface: SURFACE_WEIGHTS[surface] for surface, total in totals.items() if total}
    if not weights:
        return None
    return sum(weight * done[surface] / totals[surface] for surface, weight in weights.items()) / sum(weights.values())
