"""What the page on guidance reads and does: gaps, advice and protocol of a pair, and the steps on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from components import guidance_words
from components.guidance_cards import Actions
from components.words import _
from data.plans import Choice, Noted, Plans
from frameworks.channels import platforms
from frameworks.culture.contrasts import Contrast, contrasts
from frameworks.culture.gaps import CultureGaps, culture_gaps
from frameworks.culture.guidance import Advice, guidance
from frameworks.culture.guidance_certainty import Certainty, certainties, firm
from frameworks.culture.protocol import PARTS, Fact, Part, protocol
from frameworks.labels import N_, Sentence
from frameworks.reference import Reference
from frameworks.rollout.tasks import TITLE
from pages.desk import Desk
from pages.plan_work import plans, take

MESSAGING = N_("{names} lead where people write to one another.")


@dataclass(frozen=True)
class Pair:
    """A market as seen from home, with all that is known of the differences."""

    reference: Reference
    home: str
    market: str

    @cached_property
    def gaps(self) -> CultureGaps:
        """All gaps."""
        return culture_gaps(self.reference, self.home, self.market)

    @cached_property
    def sure(self) -> CultureGaps:
        """The gaps beyond uncertainty."""
        return firm(self.reference, self.gaps)

    @cached_property
    def certainties(self) -> tuple[Certainty, ...]:
        """How sure each told gap is."""
        return certainties(self.reference, self.gaps)

    @cached_property
    def contrasts(self) -> tuple[Contrast, ...]:
        """The differences known as a lean only."""
        return contrasts(self.reference, self.home, self.market)

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """All advice that fits, unchecked and contested included."""
        return guidance(self.reference, self.sure, unchecked=True, contrasts=self.contrasts)

    def protocol(self, unchecked: bool) -> tuple[Part, ...]:
        """The communication protocol."""
        return protocol(
            self.reference, self.home, self.market, self.gaps, self.contrasts, sure=self.sure, unchecked=unchecked,
            facts={"channels": messaging(self.reference, self.market)},
        )  # fmt: skip


def messaging(reference: Reference, market: str) -> tuple[Fact, ...]:
    """Return which messaging services lead in a market, as far as somebody checked it."""
    rows = platforms(reference, market)
    rows = rows[rows["kind"].isin(["messaging", "superapp"]) & (rows["standing"] == "dominant")]
    if rows.empty:
        return ()
    first = rows.iloc[0]
    names = ", ".join(dict.fromkeys(rows["name"]))
    year = None if pd.isna(first["year"]) else int(first["year"])
    return (Fact(Sentence(MESSAGING, names=names), str(first["source"]), year),)


def decisions(desk: Desk, pair: Pair) -> tuple[dict[str, Choice], dict[int, Any]]:
    """Return the team's decisions by advice, and the tasks of the plan by number."""
    kept = plans(desk)
    return kept.choices(pair.home, pair.market), {task.number: task for task in kept.tasks(pair.market)}


def actions(desk: Desk, pair: Pair, choices: dict[str, Choice], tasks: dict[int, Any]) -> Actions:
    """Return what the cards can do."""
    kept = plans(desk)

    def seen(one: Advice) -> int:
        return choices[one.id].revision if one.id in choices else 0

    def step(one: Advice, run: Any, done: str, mine: dict[str, str]) -> None:
        take(f"choice-{pair.market}-{one.id}", _(one.text), run, seen(one), done.format(advice=_(one.text)), mine)

    def keep(one: Advice) -> None:
        given = {"citation": guidance_words.citation(one), "words": choices[one.id].words if one.id in choices else ""}
        step(
            one, lambda revision: (None, kept.keep(pair.home, pair.market, one.id, _(one.text), seen=revision, **given)),
            _("Kept: {advice}"), {_("Decision"): _("Kept")},
        )  # fmt: skip

    def reword(one: Advice, words: str, owner: str) -> None:
        given = {"citation": guidance_words.citation(one), "words": words, "owner": owner}
        step(
            one, lambda revision: (None, kept.keep(pair.home, pair.market, one.id, _(one.text), seen=revision, **given)),
            _("Kept in our words: {advice}"), {_("Words"): words, _("Owner"): owner},
        )  # fmt: skip

    def reject(one: Advice) -> None:
        step(
            one, lambda revision: (None, kept.reject(pair.home, pair.market, one.id, _(one.text), seen=revision)),
            _("Rejected: {advice}"), {_("Decision"): _("Rejected")},
        )  # fmt: skip

    def reopen(one: Advice) -> None:
        step(
            one, lambda revision: (None, kept.reopen(pair.home, pair.market, one.id, seen=revision)),
            _("Open again: {advice}"), {_("Decision"): _("Open again")},
        )  # fmt: skip

    return Actions(keep, reword, reject, reopen)


def save_note(kept: Plans, pair: Pair, notes: dict[str, Noted], part: str, text: str) -> None:
    """Keep the team's words on a part of the protocol."""
    seen = notes[part].revision if part in notes else 0
    name = _(PARTS[part][0])
    take(
        f"note-{pair.market}-{part}", name,
        lambda revision: (None, kept.note(pair.home, pair.market, part, text, seen=revision)), seen,
        _("Saved our words on: {part}").format(part=name), {_("Words"): text},
    )  # fmt: skip


def note_to_task(kept: Plans, pair: Pair, part: str, text: str) -> None:
    """Make the team's words on a part a task of the plan."""
    name = _(PARTS[part][0])
    title = f"{name}: {text.strip()}" if text.strip() else ""
    note = text if len(title) > TITLE else ""  # what the title has no room for stands whole in the note
    take(
        f"task-of-{part}", name,
        lambda _revision: kept.add(pair.home, pair.market, kind="protocol", title=title[:TITLE], note=note), 0,
        _("Added as a task: {part}").format(part=name), {_("Words"): text},
    )  # fmt: skip
