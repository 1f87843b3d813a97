"""Drafts for many items in many locales: each kept as it comes, stopped at any time, taken up again where it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from data.translate.chain import Chain, Draft
from data.translate.faults import FINAL, TEXT
from data.translate.pace import Cancelled, never
from frameworks.labels import Sentence
from frameworks.localization.items import Item, Translation

PATIENCE = 3
"""So many texts in a row that an engine cannot take, and it is left alone for the rest of the run."""


@dataclass(frozen=True)
class Job:
    """A text wanted in a locale."""

    item: Item
    locale: str


@dataclass(frozen=True)
class Summary:
    """What a run came to.

    done:    jobs that were looked at. drafted: number of texts by origin. waiting: jobs without a text.
    lacking: the reasons, with the number of jobs each.
    halted:  why the engine was left alone before the end, None where it was not.
    """

    done: int
    drafted: Mapping[str, int] = field(default_factory=dict)
    waiting: int = 0
    lacking: tuple[tuple[Sentence, int], ...] = ()
    halted: Sentence | None = None
    cancelled: bool = False


def remaining(items: Iterable[Item], locales: Sequence[str], translations: Iterable[Translation]) -> tuple[Job, ...]:
    """Return what has no text yet, locale by locale; a text of any state is left to the people who work on it."""
    have = {(held.key, held.locale) for held in translations if held.text.strip()}
    wanted = tuple(items)
    return tuple(Job(item, locale) for locale in locales for item in wanted if (item.key, locale) not in have)


def run(
    jobs: Sequence[Job], chain: Chain, done: Callable[[Draft], None], *,
    progress: Callable[[int, int], None] | None = None, cancelled: Cancelled = never,
) -> Summary:  # fmt: skip
    """Draft the jobs in order and hand each draft to ``done`` before the next begins.

    done:      keeps a draft; what it has returned from is safe when the process dies, and ``remaining`` leaves
               it out of the next run. Its exceptions end the run.
    progress:  told jobs done and jobs in all, after each.
    cancelled: looked at between jobs, and while an engine is waited for.

    One job's fault costs no other job anything. After a fault that every text would meet (key, quota), or three
    texts in a row that came to nothing, the engine is left alone; memory and phrases go on.
    """
    drafted: Counter[str] = Counter()
    lacking: dict[str, tuple[Sentence, int]] = {}
    halted: Sentence | None = None
    failures = count = 0
    for job in jobs:
        if cancelled():
            break
        draft = chain.draft(job.item, job.locale, cancelled=cancelled, halted=halted)
        if draft.fault == "cancelled":
            break
        if draft.sent and draft.fault not in TEXT:
            failures = failures + 1 if draft.fault else 0
        if draft.fault in FINAL or failures >= PATIENCE:
            halted = halted or draft.waiting
        done(draft)
        count += 1
        if draft.translation is not None:
            drafted[draft.translation.origin] += 1
        elif draft.waiting is not None:
            said = lacking.get(str(draft.waiting), (draft.waiting, 0))
            lacking[str(draft.waiting)] = (said[0], said[1] + 1)
        if progress is not None:
            progress(count, len(jobs))
    return Summary(
        count, dict(drafted), count - drafted.total(), tuple(lacking.values()), halted, cancelled=count < len(jobs)
    )
