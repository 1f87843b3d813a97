"""What a training session is made of: roles, the steps of an agenda, exercises. Lengths are rules of ours."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from frameworks.labels import N_


@dataclass(frozen=True)
class Role:
    """A part of the team. task: what it takes home; functions: parts of the business it looks after, none for all."""

    name: str
    task: str
    functions: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A step of the agenda: how long, what happens, what it leaves behind."""

    title: str
    minutes: int
    how: str
    result: str


@dataclass(frozen=True)
class Agenda:
    """The steps of one session and how many cases fit into it."""

    steps: tuple[Step, ...]
    cases: int


@dataclass(frozen=True)
class Exercise:
    """Something to do together. roles: whom it fits best; ``everyone`` fits any."""

    key: str
    title: str
    minutes: int
    how: str
    roles: tuple[str, ...]


ROLES = {
    "everyone": Role(
        N_("Everyone"), N_("Tell a hint from an average and a fact about the person in front of you."), ()
    ),
    "marketing": Role(
        N_("Marketing"), N_("Choose claims, proof and pictures to test, and say what would change your mind."),
        ("marketing", "web_design"),
    ),
    "sales": Role(
        N_("Sales"), N_("Open talks so that the other side can show how it wants to decide."), ("sales", "pricing")
    ),
    "service": Role(
        N_("Service"), N_("Hear what a complaint asks for, and notice those who do not complain."), ("service", "payments")
    ),
    "product": Role(
        N_("Product"), N_("Set defaults by tendency and leave the choice to the person."), ("product", "web_design", "payments")
    ),
    "leadership": Role(
        N_("Leadership"), N_("Make the rules of working together plain, and ask before explaining by culture."), ("leadership",)
    ),
}  # fmt: skip


def _agenda(gaps: int, working: int, cases: int, offer: int, close: int) -> Agenda:
    return Agenda((
        Step(
            N_("Arrive with a guess"), 5,
            N_("Each writes down one thing that surprised them about this market and one guess why. Nobody reads it out yet."),
            N_("A guess on paper for each"),
        ),
        Step(
            N_("What averages can and cannot say"), 10,
            N_(
                "Draw two bells that overlap. Ask: what do we know of one buyer? Then name sample, year and criticism of the"
                " models used."
            ),
            N_("One sentence of the group's own on what a score is for"),
        ),
        Step(
            N_("The gaps that matter here"), gaps,
            N_(
                "Read the largest gaps of this outline with their sources. For each: where did we see it, where did we see"
                " the opposite?"
            ),
            N_("For each gap one story for and one against it"),
        ),
        Step(
            N_("Cases in pairs"), working,
            N_("Pairs read a case, choose without talking, then compare reasons before anyone opens the explanation."),
            N_("For each case the question that should have been asked first"),
        ),
        Step(
            N_("From a case to our offer"), offer,
            N_(
                "Each role picks one advice of this outline and writes it as a test: what changes, for whom, what number"
                " decides, by when."
            ),
            N_("One test for each role with a name and a date"),
        ),
        Step(
            N_("Quiz and close"), close,
            N_("Take the quiz, talk about the answers that surprised. Open the guesses of the start: what would you write now?"),
            N_("A corrected guess for each"),
        ),
    ), cases)  # fmt: skip


AGENDAS = {60: _agenda(10, 20, 2, 10, 5), 75: _agenda(10, 30, 3, 10, 10), 90: _agenda(15, 35, 4, 15, 10)}
"""Agenda by length in minutes."""
GAPS_AT = 2
"""Place of the step on gaps in every agenda."""


def without_gaps(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps for a market of which no gap is told: the buyers one has take the place of the gaps."""
    former = steps[GAPS_AT]
    instead = Step(
        N_("How our own buyers differ"), former.minutes,
        N_(
            "Name three buyers who wanted opposite things from you. What did each say, and what number would show how many"
            " there are?"
        ),
        N_("Three questions to put to buyers of this market"),
    )  # fmt: skip
    return (*steps[:GAPS_AT], instead, *steps[GAPS_AT + 1 :])


EXERCISES = (
    Exercise(
        "describe", N_("Describe, explain, judge"), 10,
        N_(
            "Take a moment that went wrong. Write only what a camera would have seen. Then find three explanations, of which"
            " at most one may be about culture. Judge last, or not at all."
        ),
        ("everyone", "leadership", "service"),
    ),
    Exercise(
        "two_buyers", N_("Two buyers of one street"), 10,
        N_(
            "Invent two buyers who live in the same street and want opposite things from your offer. Find the one change"
            " that serves both, and the number that shows which of them is more frequent."
        ),
        ("everyone", "product", "marketing"),
    ),
    Exercise(
        "rewrite", N_("Rewrite the sentence"), 10,
        N_(
            "Collect sentences on the market from your own mails and slides. Rewrite each one that speaks of what people are"
            " into one on averages that could turn out wrong. On the page, the field below this exercise marks what is left."
        ),
        ("everyone", "marketing"),
    ),
    Exercise(
        "first_call", N_("A first call, played twice"), 15,
        N_(
            "One plays the buyer by a card that only she has read: proof first, or people first. After five minutes the seller"
            " says which card it was and what gave it away. Swap the cards without telling."
        ),
        ("sales",),
    ),
    Exercise(
        "recovery", N_("Answer the same complaint three ways"), 15,
        N_(
            "Write three answers to one complaint: one that repairs, one that explains, one that gives a choice. Read them aloud"
            " as the buyer. Build one answer that holds all three in five sentences."
        ),
        ("service",),
    ),
    Exercise(
        "defaults", N_("Whose default is it?"), 10,
        N_(
            "List the ten settings a new customer meets. Mark those that were chosen because they are usual at home. For two of"
            " them, write the other setting and how you would notice that it is wanted."
        ),
        ("product",),
    ),
    Exercise(
        "working_rules", N_("How I like to work"), 15,
        N_(
            "Each fills in four lines: I like to hear criticism …, I decide when …, a deadline to me is …, I fall silent when …"
            " Read them out and agree on two rules. No country is named."
        ),
        ("leadership",),
    ),
)  # fmt: skip


def exercises_for(roles: Collection[str]) -> tuple[Exercise, ...]:
    """Return the exercises that fit one of the roles, each once; those for everyone where nothing else is asked."""
    return tuple(one for one in EXERCISES if set(one.roles) & set(roles))
