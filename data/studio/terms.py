"""The team's glossary as rows of the workspace."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from data.studio.records import StudioError
from data.workspace_file import Backing
from frameworks.labels import N_
from frameworks.localization.glossary import Term

MOST_TERMS = 20_000
_INSERT = "INSERT OR REPLACE INTO studio_terms (term, kind, locale, text, exact, note) VALUES (?, ?, ?, ?, ?, ?)"


class Terms:
    """The glossary of a workspace. A term of the same word, kind, locale and text is kept once."""

    def __init__(self, backing: Backing) -> None:
        self._backing = backing

    def all(self, locale: str | None = None) -> tuple[Term, ...]:
        """Return the terms in alphabetical order; with a locale, those that hold in it."""
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT term, kind, locale, text, exact, note FROM studio_terms "
                "ORDER BY term COLLATE NOCASE, term, kind, locale, text"
            )
            terms = tuple(Term(*row[:4], bool(row[4]), row[5]) for row in found)
        return terms if locale is None else tuple(term for term in terms if term.holds_in(locale))

    def add(self, *terms: Term) -> None:
        """Keep terms."""
        with self._backing.writing() as db:
            db.conn.executemany(_INSERT, map(_row, terms))
            _unsettle(db, terms)
            if db.execute("SELECT count(*) FROM studio_terms").fetchone()[0] > MOST_TERMS:
                raise StudioError(N_("There are more than {most} terms."), most=MOST_TERMS)

    def replace_all(self, terms: Iterable[Term]) -> None:
        """Keep these terms and no others."""
        wanted = [_row(term) for term in terms]
        if len(wanted) > MOST_TERMS:
            raise StudioError(N_("There are more than {most} terms."), most=MOST_TERMS)
        with self._backing.writing() as db:
            db.execute("DELETE FROM studio_terms")
            db.execute("DELETE FROM studio_checked")
            db.conn.executemany(_INSERT, wanted)

    def drop(self, term: Term) -> None:
        """Remove a term; nothing happens when it is gone."""
        with self._backing.writing() as db:
            db.execute(
                "DELETE FROM studio_terms WHERE term = ? AND kind = ? AND locale = ? AND text = ?",
                [term.term, term.kind, term.locale, term.text],
            )
            _unsettle(db, [term])


def _unsettle(db: Database, terms: Sequence[Term]) -> None:
    """Let no text of the locales these terms hold in count as checked; what was found stays until it is looked at again."""
    looked = [locale for (locale,) in db.execute("SELECT DISTINCT locale FROM studio_checked")]
    for locale in looked:
        if any(term.holds_in(locale) for term in terms):
            db.execute("DELETE FROM studio_checked WHERE locale = ?", [locale])


def _row(term: Term) -> tuple[str, str, str, str, int, str]:
    return term.term, term.kind, term.locale, term.text, int(term.exact), term.note
