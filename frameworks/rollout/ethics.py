"""The ethical review of a market plan: a short checklist with evidence, and a sign-off that goes stale when answers change.

The topics follow what international guidance on responsible business and on automated decisions asks a company to look
at (OECD Guidelines for Multinational Enterprises on Responsible Business Conduct, 2023; UN Guiding Principles on
Business and Human Rights, 2011; UNESCO Recommendation on the Ethics of Artificial Intelligence, 2021). The questions
are our own, worded for a small company; answering them is no certificate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from frameworks.labels import N_, Sentence
from frameworks.localization.items import clean_text

TOPICS = {
    "stereotyping": N_("Stereotyping"),
    "representation": N_("Representation and inclusion"),
    "appropriation": N_("Appropriation"),
    "privacy": N_("Consent and privacy"),
    "automation": N_("Fairness of automation"),
    "human_review": N_("Human review"),
    "local_benefit": N_("Local benefit"),
}
"""What is looked at, by name."""
STATUSES = {
    "open": N_("Not answered"),
    "yes": N_("Yes"),
    "partly": N_("Partly"),
    "no": N_("No"),
    "not_applicable": N_("Does not apply"),
}
EXPLAINED = ("partly", "no", "not_applicable")
"""Answers that need a sentence: what is done about it, or why it does not apply."""
EVIDENCED = ("yes", "partly")
"""Answers that need evidence: a sentence, a link or a file."""
LONGEST, LONGEST_NAME = 2000, 80


class EthicsError(Sentence):
    """An answer or a sign-off cannot be kept; the sentence says why."""


@dataclass(frozen=True)
class Question:
    """One line of the checklist: its topic, the question, and what would show that the answer is true."""

    key: str
    topic: str
    text: str
    evidence: str


QUESTIONS = (
    Question(
        "averages", "stereotyping",
        N_("Do our texts and pictures speak to what a buyer needs, without saying how “people from there” are?"),
        N_("Someone from the market read them, or the cultural lint shows nothing open."),
    ),
    Question(
        "exceptions", "stereotyping",
        N_("Can a buyer who differs from the average of her country use the offer just as well?"),
        N_("Language, payment, form of address and tone can be changed by the buyer; a test with people who differ."),
    ),
    Question(
        "shown", "representation",
        N_("Are the people we show chosen with someone from there, and more than one kind of person?"),
        N_("The pictures with who chose them; a note of whom they leave out."),
    ),
    Question(
        "reach", "representation",
        N_("Can people with disabilities, older phones or slow connections buy?"),
        N_("An accessibility check of the local checkout; the page's weight on a slow line."),
    ),
    Question(
        "sources", "appropriation",
        N_("Do we know where patterns, names, symbols or stories that we borrow come from?"),
        N_("Origin and permission for each, or that nothing is borrowed."),
    ),
    Question(
        "credit", "appropriation",
        N_("Are those whose culture we draw on asked, named and paid?"),
        N_("Contracts, credits on the page, a share for the makers."),
    ),
    Question(
        "consent", "privacy",
        N_("Do we ask before we track or write to people, in their language, and is refusing as easy?"),
        N_("A picture of the local banner and of the form for the newsletter."),
    ),
    Question(
        "little", "privacy",
        N_("Do we keep only what an order needs, and delete it when it is no longer needed?"),
        N_("The retention period of uploads; the list of dropped columns of an import."),
    ),
    Question(
        "origin", "automation",
        N_("Is no one priced, refused or ranked by nationality, name, language or what we guess of her culture?"),
        N_("The rules for prices, fraud checks and campaigns, read by someone who did not write them."),
    ),
    Question(
        "uneven", "automation",
        N_("Do we look whether automated steps fail some groups more often than others?"),
        N_("Refused payments, complaints and answer times by market and language, looked at each quarter."),
    ),
    Question(
        "approved", "human_review",
        N_("Has a person who knows the language approved everything a buyer reads?"),
        N_("Approved texts per locale; checkout, legal texts and complaint replies by a second person."),
    ),
    Question(
        "reached", "human_review",
        N_("Can a buyer reach a person who may put a wrong decision right?"),
        N_("The channel, its hours, the language, and who may decide."),
    ),
    Question(
        "partners", "local_benefit",
        N_("Do people in the market gain from our entry, as partners, staff, suppliers or by a fair price?"),
        N_("Whom we pay there and for what; what the offer replaces."),
    ),
    Question(
        "harm", "local_benefit",
        N_("Have we asked who could be worse off by our entry, and what we do about it?"),
        N_("A note of two conversations with people there who do not buy from us."),
    ),
)  # fmt: skip
"""The checklist, two questions a topic."""
_KEYS = {question.key for question in QUESTIONS}


@dataclass(frozen=True)
class Answer:
    """What the team says to one question.

    status: key of ``STATUSES``. evidence: what shows it, in words or as a link. action: what is done about it, or
    why it does not apply. files: names of files attached. revision: rises with every change, 0 before the first.
    """

    question: str
    status: str = "open"
    evidence: str = ""
    action: str = ""
    files: tuple[str, ...] = ()
    by: str = ""
    at: str = ""
    revision: int = 0


@dataclass(frozen=True)
class SignOff:
    """Who answers for the review, when, of which answers (their ``mark``), and with which words."""

    by: str
    at: str
    mark: str
    note: str = ""


@dataclass(frozen=True)
class Review:
    """The review of one market.

    answers: one a question, in the order of ``QUESTIONS``. state: ``empty``, ``begun``, ``ready`` to be signed,
    ``signed``, or ``outdated``: answers changed after the last sign-off. lacking: what stands between now and a
    sign-off, by question.
    """

    answers: tuple[Answer, ...]
    state: str
    lacking: Mapping[str, Sentence]
    signed: SignOff | None

    @property
    def answered(self) -> int:
        """How many questions are answered."""
        return sum(answer.status != "open" for answer in self.answers)

    @property
    def concerns(self) -> tuple[Answer, ...]:
        """The answers that are no or partly: what the plan has to work on."""
        return tuple(answer for answer in self.answers if answer.status in ("no", "partly"))


STATES = {
    "empty": N_("Not begun"), "begun": N_("Begun"), "ready": N_("Ready to sign"), "signed": N_("Signed off"),
    "outdated": N_("Changed since it was signed"),
}  # fmt: skip


def checked(answer: Answer) -> Answer:
    """Return the answer with its texts cleaned; raises EthicsError for what cannot be kept."""
    if answer.question not in _KEYS:
        raise EthicsError(N_("The checklist has no question {key}."), key=repr(answer.question)[:40])
    if answer.status not in STATUSES:
        raise EthicsError(N_("There is no answer {status}; choose one of the list."), status=repr(answer.status)[:40])
    texts = {name: clean_text(getattr(answer, name)).strip() for name in ("evidence", "action")}
    for text in texts.values():
        if len(text) > LONGEST:
            raise EthicsError(N_("The text has {count} letters; {most} fit."), count=len(text), most=LONGEST)
    return Answer(**{**answer.__dict__, **texts})


def lacks(answer: Answer) -> Sentence | None:
    """Return what an answer still lacks before the review can be signed; None for nothing."""
    if answer.status == "open":
        return Sentence(N_("not answered yet"))
    if answer.status in EXPLAINED and not answer.action:
        told = N_("say why it does not apply") if answer.status == "not_applicable" else N_("say what you do about it")
        return Sentence(told)
    if answer.status in EVIDENCED and not (answer.evidence or answer.files):
        return Sentence(N_("add evidence: a sentence, a link or a file"))
    return None


def mark(answers: Iterable[Answer]) -> str:
    """Return what stands for these answers; another one as soon as any of them changes."""
    said = "\x1e".join(
        "\x1f".join((one.question, one.status, one.evidence, one.action, *one.files))
        for one in sorted(answers, key=lambda one: one.question)
    )
    return sha256(said.encode()).hexdigest()[:32]


def review(answers: Iterable[Answer], signed: Sequence[SignOff] = ()) -> Review:
    """Return how the review of a market stands. signed: its sign-offs, the latest last."""
    known = {answer.question: answer for answer in answers}
    whole = tuple(known.get(question.key, Answer(question.key)) for question in QUESTIONS)
    lacking = {answer.question: told for answer in whole if (told := lacks(answer))}
    last = signed[-1] if signed else None
    if last is not None:
        state = "signed" if last.mark == mark(whole) else "outdated"
    elif not lacking:
        state = "ready"
    else:
        state = "begun" if any(answer.status != "open" for answer in whole) else "empty"
    return Review(whole, state, lacking, last)


def signing(found: Review, *, by: str, at: str, note: str = "") -> SignOff:
    """Return the sign-off of a review; raises EthicsError while something is lacking or nobody is named."""
    name, note = " ".join(clean_text(by).split()), clean_text(note).strip()
    if not name or len(name) > LONGEST_NAME:
        raise EthicsError(N_("Write the name of who answers for this review (1 to {most} letters)."), most=LONGEST_NAME)
    if len(note) > LONGEST:
        raise EthicsError(N_("The text has {count} letters; {most} fit."), count=len(note), most=LONGEST)
    if found.lacking:
        raise EthicsError(N_("{count} questions still lack something; they are marked below."), count=len(found.lacking))
    return SignOff(name, at, mark(found.answers), note)
