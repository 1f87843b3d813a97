"""Ethical reviews of market plans: answers, attached evidence and sign-offs, kept in the workspace."""

from __future__ import annotations

import re
from collections.abc import Callable

from sqlite_utils import Database

from data.workspace_file import Backing, scrub_later
from frameworks.labels import N_
from frameworks.localization.items import clean_text
from frameworks.rollout.ethics import QUESTIONS, Answer, EthicsError, Review, SignOff, checked, review, signing

MOST_BYTES = 5 * 1024 * 1024
"""Of one attached file."""
MOST_FILES = 10
"""Files of one question."""
_KEYS = {question.key for question in QUESTIONS}


class EthicsBook:
    """The ethical reviews of a workspace. now: the time as it is stored (ISO 8601, UTC). scrub: called after an erasure."""

    def __init__(self, backing: Backing, now: Callable[[], str], scrub: Callable[[], None]) -> None:
        self._backing, self._now, self._scrub = backing, now, scrub

    def review(self, market: str) -> Review:
        """Return the review of a market as it stands."""
        with self._backing.reading() as db:
            return _review(db, market)

    def signed(self, market: str) -> tuple[SignOff, ...]:
        """Return every sign-off of a market, oldest first."""
        with self._backing.reading() as db:
            return _signed(db, market)

    def answer(self, market: str, answer: Answer, *, by: str) -> Answer:
        """Keep an answer made from the revision it carries; return it with its new one.

        Raises EthicsError for what cannot be kept, or when somebody else answered meanwhile.
        """
        answer, by = checked(answer), clean_text(by).strip()[:80]
        with self._backing.writing() as db:
            found = db.execute(
                "SELECT revision FROM ethics_answers WHERE market = ? AND question = ?", [market, answer.question]
            ).fetchone()
            if (found[0] if found else 0) != answer.revision:
                raise EthicsError(N_("Somebody else answered this in the meantime; theirs is shown beside yours."))
            at = self._now()
            db.execute(
                "INSERT OR REPLACE INTO ethics_answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [market, answer.question, answer.status, answer.evidence, answer.action, by, at, answer.revision + 1],
            )
        return Answer(**{**answer.__dict__, "by": by, "at": at, "revision": answer.revision + 1})

    def sign(self, market: str, *, by: str, note: str = "") -> SignOff:
        """Sign the review of a market as it stands; raises EthicsError while something is lacking."""
        with self._backing.writing() as db:
            made = signing(_review(db, market), by=by, at=self._now(), note=note)
            db.execute(
                "INSERT INTO ethics_signed (market, by, at, mark, note) VALUES (?, ?, ?, ?, ?)",
                [market, made.by, made.at, made.mark, made.note],
            )
        return made

    # Evidence

    def attach(
        self, market: str, question: str, name: str, content: bytes, *, by: str, number: int | None = None
    ) -> int:
        """Keep a file as evidence and return its number; raises EthicsError when it is too large or one too many.

        number: of a file that was removed and comes back, so that a sign-off counts again.
        """
        if question not in _KEYS:
            raise EthicsError(N_("The checklist has no question {key}."), key=repr(question)[:40])
        name = shown_name(name)
        if not content or len(content) > MOST_BYTES:
            raise EthicsError(
                N_("{name} has {size} MB; a file of 1 byte to {most} MB can be attached. For larger ones, give a link."),
                name=name, size=round(len(content) / 2**20, 1), most=MOST_BYTES >> 20,
            )  # fmt: skip
        with self._backing.writing() as db:
            there = [row[0] for row in db.execute(
                "SELECT name FROM ethics_files WHERE market = ? AND question = ?", [market, question]
            )]  # fmt: skip
            if len(there) >= MOST_FILES:
                raise EthicsError(N_("A question holds {most} files; remove one first."), most=MOST_FILES)
            return db.execute(
                "INSERT INTO ethics_files (number, market, question, name, content, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [number, market, question, _free(name, there), content, by, self._now()],
            ).lastrowid

    def files(self, market: str, question: str) -> tuple[tuple[int, str], ...]:
        """Return number and name of the files attached to a question, oldest first."""
        with self._backing.reading() as db:
            found = "SELECT number, name FROM ethics_files WHERE market = ? AND question = ? ORDER BY number"
            return tuple(db.execute(found, [market, question]).fetchall())

    def file(self, number: int) -> tuple[str, bytes] | None:
        """Return name and content of an attached file, None when it was removed."""
        with self._backing.reading() as db:
            return db.execute("SELECT name, content FROM ethics_files WHERE number = ?", [number]).fetchone()

    def detach(self, number: int) -> None:
        """Remove an attached file for good."""
        with self._backing.writing() as db:
            db.execute("DELETE FROM ethics_files WHERE number = ?", [number])
            scrub_later(db)
        self._scrub()

    def forget(self, market: str) -> None:
        """Remove the review of a market with its files and sign-offs for good."""
        with self._backing.writing() as db:
            for table in ("ethics_answers", "ethics_files", "ethics_signed"):
                db.execute(f"DELETE FROM {table} WHERE market = ?", [market])
            scrub_later(db)
        self._scrub()


def shown_name(name: str) -> str:
    """Return the name of a file without folders and control characters, at most 120 letters."""
    base = re.split(r"[\\/]", clean_text(name))[-1]
    kept = "".join(sign if sign.isprintable() else "\ufffd" for sign in base).strip(". ")
    return (kept if len(kept) <= 120 else f"{kept[:90]}…{kept[-25:]}") or "file"


def _free(name: str, there: list[str]) -> str:
    """Return the name, numbered where one is attached already."""
    if name not in there:
        return name
    stem, dot, ending = name.rpartition(".")
    return next(tried for count in range(2, MOST_FILES + 3)
                if (tried := f"{stem} ({count}).{ending}" if dot else f"{name} ({count})") not in there)  # fmt: skip


def _review(db: Database, market: str) -> Review:
    files: dict[str, list[str]] = {}
    found = db.execute("SELECT question, number, name FROM ethics_files WHERE market = ? ORDER BY number", [market])
    for question, number, name in found:
        files.setdefault(question, []).append(f"{number} {name}")
    answers = {
        row[0]: Answer(*row[:4], tuple(files.get(row[0], ())), *row[4:])
        for row in db.execute(
            "SELECT question, status, evidence, action, by, at, revision FROM ethics_answers WHERE market = ?", [market]
        )
    }
    for question, names in files.items():
        answers.setdefault(question, Answer(question, files=tuple(names)))
    return review(answers.values(), _signed(db, market))


def _signed(db: Database, market: str) -> tuple[SignOff, ...]:
    rows = db.execute("SELECT by, at, mark, note FROM ethics_signed WHERE market = ? ORDER BY number", [market])
    return tuple(SignOff(*row) for row in rows)
