"""What the checks found in all texts, kept until a text or its source changes.

Beside each text checked stands a mark of everything else it was judged by: the checks themselves, glossary, form of
address, other texts of the same source, how a browser laid it out. A second run looks only at texts whose mark has
changed, and a run that is stopped or killed has kept what it found.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from data.studio import rows
from data.studio.layout import Layout
from data.studio.neighbours import Neighbours
from data.studio.remarks import held_aside
from data.studio.terms import Terms
from data.workspace_file import Backing
from frameworks.labels import Sentence
from frameworks.localization import checks
from frameworks.localization.checks.consistency import by_source, source_key
from frameworks.localization.checks.pair import LONGEST, Pair
from frameworks.localization.checks.running import checked
from frameworks.localization.finding import SEVERITIES, Finding
from frameworks.localization.items import Item
from frameworks.localization.layout import Overrun
from frameworks.reference import Reference

_AT_A_TIME = 200
"""Texts checked between two looks at whether to stop; what they showed is kept at once."""
_READ = (
    f"SELECT i.id, i.version, c.mark, t.text, {rows.ITEM} FROM studio_items i "
    "JOIN studio_translations t ON t.item = i.id AND t.locale = :locale "
    "LEFT JOIN studio_checked c ON c.item = i.id AND c.locale = :locale ORDER BY i.id"
)


@dataclass(frozen=True)
class Looked:
    """What a run came to. done: texts whose findings are up to date, of ``total``; fresh: those looked at in this run."""

    done: int
    total: int
    fresh: int


@dataclass(frozen=True)
class Count:
    """Findings of one check in one locale, those set aside left out."""

    severity: str
    check: str
    locale: str
    count: int


@dataclass(frozen=True)
class Found:
    """One finding and the text it was found in."""

    key: str
    locale: str
    text: str
    finding: Finding


class Findings:
    """The findings of a workspace. glossary, neighbours: what texts are judged by. now: the time as it is stored."""

    def __init__(self, backing: Backing, now: Callable[[], str], glossary: Terms, neighbours: Neighbours) -> None:
        self._backing, self._glossary, self._neighbours = backing, glossary, neighbours
        self._layout = Layout(backing, now, lambda: None)

    def run(
        self, reference: Reference, locales: Collection[str], progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Looked:  # fmt: skip
        """Check every translation of these locales that has changed in any way since it was last checked.

        progress: told (done, total) as it goes. cancelled: asked as often; True stops the run.
        """
        done = fresh = 0
        total = self._total(locales)
        for locale in locales:
            waiting = self._waiting(reference, locale)
            done += waiting.settled
            for start in range(0, len(waiting.texts), _AT_A_TIME):
                if progress is not None:
                    progress(done, total)
                if cancelled is not None and cancelled():
                    return Looked(done, total, fresh)
                part = waiting.texts[start : start + _AT_A_TIME]
                found = [(one, checked(waiting.pair(one))) for one in part]
                if self._glossary.all(locale) != waiting.terms:
                    break  # judged by a glossary of before: the next run looks at the rest of the locale
                self._keep(locale, found)
                done, fresh = done + len(part), fresh + len(part)
        if progress is not None:
            progress(total, total)
        return Looked(done, total, fresh)

    def counts(self) -> tuple[Count, ...]:
        """Return how many findings there are by severity, check and locale, the gravest first."""
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT rank, name, locale, count(*) FROM studio_findings WHERE aside = 0 GROUP BY rank, name, locale"
            )
            return tuple(Count(SEVERITIES[rank], *rest) for rank, *rest in found)

    def standing(self) -> dict[str, tuple[int, int]]:
        """Return, by locale with translations, how many have been checked since they last changed, and how many there are."""
        with self._backing.reading() as db:
            there = db.execute("SELECT locale, count(*) FROM studio_translations GROUP BY locale").fetchall()
            looked = dict(db.execute("SELECT locale, count(*) FROM studio_checked GROUP BY locale").fetchall())
        return {locale: (looked.get(locale, 0), count) for locale, count in there}

    def affected(self, checks: Collection[str]) -> dict[str, int]:
        """Return, by locale, how many texts have a finding of these checks that is no hint and not set aside."""
        marks, hint = ",".join("?" * len(checks)), SEVERITIES.index("hint")
        with self._backing.reading() as db:
            return dict(db.execute(
                f"SELECT locale, count(DISTINCT item) FROM studio_findings WHERE aside = 0 AND rank < ? AND name IN ({marks}) "
                "GROUP BY locale", [hint, *checks],
            ).fetchall())  # fmt: skip

    def list(
        self, *, severity: str = "", check: str = "", locale: str = "", start: int = 0, limit: int = 50
    ) -> tuple[Found, ...]:
        """Return findings, the gravest first; an empty filter does not narrow."""
        narrow = [("rank", SEVERITIES.index(severity) if severity in SEVERITIES else None), ("name", check or None),
                  ("locale", locale or None)]  # fmt: skip
        kept = [(column, value) for column, value in narrow if value is not None]
        where = "".join(f" AND f.{column} = ?" for column, _value in kept)
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT i.key, f.locale, t.text, f.name, f.rank, f.start, f.end, f.suggestion, f.message "
                "FROM (SELECT * FROM studio_findings f WHERE f.aside = 0" + where + " ORDER BY f.rank, f.name, f.locale, "
                "f.item, f.place LIMIT ? OFFSET ?) f JOIN studio_items i ON i.id = f.item "
                "JOIN studio_translations t ON t.item = f.item AND t.locale = f.locale "
                "ORDER BY f.rank, f.name, f.locale, f.item, f.place",
                [*(value for _column, value in kept), max(0, limit), max(0, start)],
            ).fetchall()  # fmt: skip
        return tuple(Found(*row[:3], _finding(row[3:])) for row in found)

    # Inside

    def _total(self, locales: Collection[str]) -> int:
        with self._backing.reading() as db:
            marks = ",".join("?" * len(locales))
            counted = f"SELECT count(*) FROM studio_translations WHERE locale IN ({marks})"
            return db.execute(counted, list(locales)).fetchone()[0]

    def _waiting(self, reference: Reference, locale: str) -> _Waiting:
        terms, register = self._glossary.all(locale), self._neighbours.register(locale)
        with self._backing.reading() as db:
            read = db.execute(_READ, {"locale": locale}).fetchall()
        texts = [_Text(number, version, mark, text, rows.item_of(rest)) for number, version, mark, text, *rest in read]
        others = by_source((one.item.source, one.text) for one in texts)
        seen = self._layout.overruns(locale)
        settings = repr((_rules(), reference.version, terms, register))
        for one in texts:
            alike = others.get(source_key(one.item.source), ())
            one.overruns = seen.get((one.item.key, locale), ())
            one.mark = _digest(settings + repr((alike if len(alike) > 1 else (), one.overruns)))
        waiting = [one for one in texts if one.mark != one.marked]
        return _Waiting(waiting, len(texts) - len(waiting), locale, terms, register, others, reference)

    def _keep(self, locale: str, found: Iterable[tuple[_Text, Sequence[Finding]]]) -> None:
        with self._backing.writing() as db:
            for one, told in found:
                # Someone may have worked on it meanwhile: then the next run looks at what she wrote.
                still = db.execute(
                    "SELECT 1 FROM studio_translations t JOIN studio_items i ON i.id = t.item "
                    "WHERE t.item = ? AND t.locale = ? AND t.text = ? AND i.version = ?",
                    [one.number, locale, one.text, one.version],
                ).fetchone()
                if still is None:
                    continue
                forget(db, one.number, locale)
                db.execute("INSERT INTO studio_checked (item, locale, mark) VALUES (?, ?, ?)", [one.number, locale, one.mark])
                if told:
                    aside = held_aside(db, one.number, locale)
                    db.conn.executemany(_INSERT, [_row(one.number, locale, *each, aside) for each in enumerate(told)])


_INSERT = (
    "INSERT INTO studio_findings (item, locale, place, name, rank, start, end, suggestion, message, aside) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def forget(db: Database, number: int, locale: str | None = None) -> None:
    """Drop what was found in a text, in all locales or in one, inside the caller's transaction: it has changed."""
    for table in ("studio_findings", "studio_checked"):
        if locale is None:
            db.execute(f"DELETE FROM {table} WHERE item = ?", [number])
        else:
            db.execute(f"DELETE FROM {table} WHERE item = ? AND locale = ?", [number, locale])


@dataclass
class _Text:
    number: int
    version: int
    marked: str | None
    text: str
    item: Item
    mark: str = ""
    overruns: tuple[Overrun, ...] = ()


@dataclass(frozen=True)
class _Waiting:
    """The texts of a locale to be checked, and what they are judged by."""

    texts: list[_Text]
    settled: int
    locale: str
    terms: tuple
    register: str
    others: Any
    reference: Reference

    def pair(self, one: _Text) -> Pair:
        return Pair(
            one.item.source[:LONGEST], one.text[:LONGEST], self.locale, one.item, self.terms, self.reference, self.others,
            self.register, one.overruns,
        )  # fmt: skip


def _row(number: int, locale: str, place: int, one: Finding, aside: Collection[str]) -> tuple[object, ...]:
    return (
        number, locale, place, one.check, SEVERITIES.index(one.severity), one.start, one.end, one.suggestion,
        json.dumps(_plain(one.message), ensure_ascii=False), int(one.check in aside),
    )  # fmt: skip


def _finding(row: Sequence[Any]) -> Finding:
    check, rank, start, end, suggestion, message = row
    return Finding(check, SEVERITIES[rank], _again(json.loads(message)), start, end, suggestion)


def _plain(value: object) -> Any:
    if isinstance(value, Sentence):
        return {"template": value.template, "values": {name: _plain(part) for name, part in value.values.items()}}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value if isinstance(value, str | int | float) else str(value)


def _again(value: Any) -> Any:
    if isinstance(value, dict):
        return Sentence(value["template"], **{name: _again(part) for name, part in value["values"].items()})
    return tuple(_again(part) for part in value) if isinstance(value, list) else value


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@lru_cache(maxsize=1)
def _rules() -> str:
    """Return what stands for the checks as they are programmed: another release looks at everything anew."""
    folder = Path(checks.__file__).parent
    return _digest("".join(path.read_text("utf-8") for path in sorted(folder.glob("*.py"))))
