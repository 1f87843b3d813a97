"""What a reviewer does to many texts at once, and taking the last step back."""

from __future__ import annotations

from components.words import _, ngettext, number
from data.studio import Filter, Overtaken, Studio
from data.studio.layout import Layout
from frameworks.localization.checks import check_many
from pages.desk import Desk
from pages.review_work import attempt, first, go, me, say, work

MOST_AT_ONCE = 500
"""Texts that a bulk approval looks at; more take another go."""


def approve_shown(desk: Desk, locale: str, narrow: Filter) -> None:
    """Approve what the list shows as drafts or waiting for review, where the checks find nothing.

    Checkout and legal texts, replies to complaints, stale texts and what someone has typed on wait for a look each.
    """

    studio = desk.workspace.studio

    def approved() -> None:
        shown = studio.list(locale, narrow, limit=MOST_AT_ONCE).rows
        typed = work().typed
        open_rows = [
            row for row in shown
            if row.state in ("draft", "needs_review") and row.translation and not row.item.high_impact
            and (row.item.key, locale) not in typed
        ]  # fmt: skip
        found = check_many(
            [(row.item, row.translation) for row in open_rows if row.translation], others=studio.pairs(locale),
            glossary=studio.glossary.all(locale), reference=desk.reference, registers={locale: studio.neighbours.register(locale)},
            overruns=desk.workspace.room(Layout).overruns(locale),
        ).findings  # fmt: skip
        ignored = studio.remarks.ignored(locale)
        clean = [
            (row.item.key, locale) for row in open_rows
            if all((row.item.key, locale, "", one.check) in ignored for one in found.get((row.item.key, locale), ()))
        ]  # fmt: skip
        seen = {(row.item.key, locale): row.version for row in open_rows}
        outcome = studio.move(clean, "approved", by=me(), seen=seen)
        told = ngettext("{count} text was approved.", "{count} texts were approved.", outcome.done)
        left = len(open_rows) - len(clean)
        if left:
            told += " " + ngettext("{left} has findings and waits.", "{left} have findings and wait.", left)
        overtaken = sum(isinstance(why, Overtaken) for *_pair, why in outcome.refused)
        if overtaken:
            told += " " + ngettext(
                "{overtaken} was changed by someone else in the meantime and waits.",
                "{overtaken} were changed by someone else in the meantime and wait.", overtaken,
            )  # fmt: skip
        first()
        say(told.format(count=number(outcome.done, 0), left=number(left, 0), overtaken=number(overtaken, 0)),
            steps=(outcome.step,))

    attempt(approved)


def take_back(studio: Studio) -> None:
    """Undo the last step of this session, and turn back to the text it was about."""
    steps, judged = work().steps, work().judged

    def undone() -> None:
        left = sum(studio.undo(step, by=me())[1] for step in reversed(steps))
        told = _("Undone.")
        if left:
            told += " " + ngettext(
                "{count} text was left as it is: someone has worked on it since.",
                "{count} texts were left as they are: someone has worked on them since.", left,
            ).format(count=number(left, 0))  # fmt: skip
        if judged:
            go(*judged)
        say(told)

    attempt(undone)
