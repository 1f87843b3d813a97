"""Where the rows of a large file land while it is read: among those that count, in one transaction with their upload."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import duckdb

from data.ingest.pace import Pace
from data.warehouse import uploads
from data.warehouse.file import Cursor, DuckFile
from data.warehouse.merging import insert_rows
from data.warehouse.schema import quoted
from data.warehouse.settling import settle
from frameworks.kpi.tables import TABLES

if TYPE_CHECKING:
    from data.ingest.outright import Plain

NOT_PLAIN = "a row is not plain"
"""What the writing stops with."""


class Landing:
    """The upload being added: its number, the readings it takes the place of, and the table its rows landed in.

    number: None until the transaction has begun. table: None while nothing landed. unique: whether each row that
    landed has a key of its own.
    """

    def __init__(self, file: DuckFile, cursor: Cursor, is_there: Callable[[str], bool]) -> None:
        """is_there: whether a file with a digest was added already, so that nothing of it may land."""
        self.number: int | None = None
        self.outdated: list[int] = []
        self.table: str | None = None
        self.unique = False
        self._file, self._cursor, self._is_there = file, cursor, is_there
        self._digest, self._begun = "", False

    def place(self, digest: str) -> Landing | None:
        """Return where the rows of the file with the digest may land, None when it was added already."""
        self._digest = digest
        return None if self._is_there(digest) else self

    def write(self, con: Pace, plain: Plain) -> str | None:
        """Write rows as long as they are plain; see ``data.ingest.outright.Land``."""
        self.begin(con, self._digest)
        try:
            number = f"CASE WHEN {quoted(plain.odd)} THEN error('{NOT_PLAIN}') ELSE {self.number} END"
            insert_rows(con, TABLES[plain.table], plain.columns, number, plain.relation)
        except BaseException as error:
            self.undo()
            if isinstance(error, duckdb.InvalidInputException) and NOT_PLAIN in str(error):
                return None
            raise
        self.table, self.unique = plain.table, TABLES[plain.table].key == (plain.key,)
        return f"{plain.table} WHERE import_id = {self.number}"

    @property
    def landed(self) -> dict[str, bool]:
        """The table whose rows landed, and whether each has a key of its own."""
        return {self.table: self.unique} if self.table else {}

    def undo(self) -> None:
        """Let nothing stay of what was written."""
        if self._begun:
            self._file.give_up(self._cursor)
        self.number, self.table, self._begun = None, None, False

    def begin(self, con: Cursor | Pace, digest: str) -> None:
        """Begin the transaction, give the upload its number and take what it replaces out."""
        self._begun = True
        self._file.begin(self._cursor)
        self.number, self.outdated = start(con, digest)

    @contextlib.contextmanager
    def kept(self, con: Cursor | Pace, digest: str) -> Iterator[None]:
        """Keep what is done inside, with what has landed, or nothing."""
        if self.number is None:
            self.begin(con, digest)
        yield
        self._file.keep(self._cursor)
        self._begun = False

    def __enter__(self) -> Landing:
        return self

    def __exit__(self, *_: object) -> None:
        self.undo()


def start(cursor: Cursor | Pace, digest: str) -> tuple[int, list[int]]:
    """Return the number of a new upload, and those it takes the place of, which are out of force from now on."""
    number = cursor.execute("SELECT nextval('import_numbers')").fetchall()[0][0]
    outdated = uploads.replace_readings(cursor, digest, number)
    settle(cursor, outdated)
    return number, outdated
