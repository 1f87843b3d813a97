"""What the workspace remembers for uploads and KPIs: the salt, how files were mapped, costs, rates, notes.

The salt makes customer keys that only this workspace can make again. It is never part of an export.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import re
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from data.ingest.folding import fold
from data.migrations import WorkspaceError
from data.workspace_file import Backing, scrub_later
from frameworks.labels import N_

SALT_BYTES = 32
MAX_NOTE = 500
MAX_RATES = 200_000
_CURRENCY = re.compile(r"[A-Z]{3}")
_MARKET = re.compile(r"[A-Z]{3}")
_SALT = "customer_keys"


@dataclass(frozen=True)
class Template:
    """How a file with these headers was read the last time: the kind, alias to header, and what was assumed."""

    kind: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    assume: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Rate:
    """What one unit of a currency was worth in euro from a day on; no day: always."""

    currency: str
    rate_to_eur: float
    day: date | None = None


@dataclass(frozen=True)
class Annotation:
    """Something that happened on a day, to be shown on charts; of one market or of all."""

    id: int
    day: date
    text: str
    market: str | None = None


class KpiSettings:
    """The part of a workspace that belongs to uploads and KPIs.

    scrub: called after something was erased, to rewrite the file.
    """

    def __init__(self, backing: Backing, scrub: Callable[[], None], clock: Callable[[], datetime]) -> None:
        self._backing, self._scrub, self._clock = backing, scrub, clock

    # Salt

    def salt(self) -> bytes:
        """Return the workspace's salt, 32 random bytes made when first asked for."""
        with self._backing.writing() as db:
            found = db.execute("SELECT value FROM secrets WHERE name = ?", [_SALT]).fetchone()
            if found:
                return bytes(found[0])
            made = secrets.token_bytes(SALT_BYTES)
            db.execute("INSERT INTO secrets (name, value) VALUES (?, ?)", [_SALT, made])
            return made

    # Templates

    def remember_template(
        self, headers: Sequence[str], kind: str, mapping: Mapping[str, str], assume: Mapping[str, Any] | None = None
    ) -> None:
        """Keep how a file with these headers is read, in place of an earlier way."""
        try:
            body = json.dumps({"mapping": dict(mapping), "assume": dict(assume or {})}, allow_nan=False)
        except (TypeError, ValueError):
            raise WorkspaceError(N_("This mapping cannot be kept: it is no plain value.")) from None
        row = {"headers_key": headers_key(headers), "kind": kind, "body": body, "saved_at": self._now()}
        with self._backing.writing() as db:
            db["mapping_templates"].upsert(row, pk="headers_key")

    def recall_template(self, headers: Sequence[str]) -> Template | None:
        """Return how a file with these headers was read before; None when there was none."""
        with self._backing.reading() as db:
            found = db.execute(
                "SELECT kind, body FROM mapping_templates WHERE headers_key = ?", [headers_key(headers)]
            ).fetchone()
        if found:
            with contextlib.suppress(ValueError, KeyError, TypeError):
                body = json.loads(found[1])
                return Template(found[0], dict(body["mapping"]), dict(body["assume"]))
        return None

    def forget_template(self, headers: Sequence[str]) -> None:
        """Remove what was remembered for these headers."""
        with self._backing.writing() as db:
            db.execute("DELETE FROM mapping_templates WHERE headers_key = ?", [headers_key(headers)])

    # Costs

    def costs(self) -> dict[str, float]:
        """Return the figures the team entered (see ``frameworks.kpi.settings``), by name."""
        with self._backing.reading() as db:
            return dict(db.execute("SELECT name, value FROM costs ORDER BY name").fetchall())

    def costs_currency(self) -> str | None:
        """Return the currency that the money among the costs is in; None where none was entered."""
        with self._backing.reading() as db:
            found = db.execute("SELECT currency FROM costs WHERE currency IS NOT NULL LIMIT 1").fetchone()
        return found[0] if found else None

    def set_costs(self, costs: Mapping[str, float | None], currency: str = "EUR") -> None:
        """Replace the figures; None leaves one out.

        currency: of the money among them. Raises Sentence for a name, figure or currency that cannot be.
        """
        from frameworks.kpi.settings import MONEY, checked  # here: the first page needs no KPI
        from frameworks.kpi.where import checked_currency

        checked_currency(currency)
        entered = {name: value for name, value in checked(costs).items() if value is not None}
        rows = [(name, value, currency if name in MONEY else None) for name, value in entered.items()]
        with self._backing.writing() as db:
            db.execute("DELETE FROM costs")
            db.conn.executemany("INSERT INTO costs (name, value, currency) VALUES (?, ?, ?)", rows)

    # Rates

    def rates(self) -> tuple[Rate, ...]:
        """Return the team's own exchange rates, by currency and day."""
        with self._backing.reading() as db:
            found = db.execute("SELECT currency, rate_to_eur, day FROM rates ORDER BY currency, day").fetchall()
        return tuple(Rate(row[0], row[1], date.fromisoformat(row[2]) if row[2] else None) for row in found)

    def set_rates(self, rates: Iterable[Rate]) -> None:
        """Replace the team's own exchange rates; raises WorkspaceError for one that cannot be."""
        rows = {}
        for rate in rates:
            if not _CURRENCY.fullmatch(rate.currency) or rate.currency == "EUR":
                told = N_("{code} is not the code of a currency that can have a rate to the euro.")
                raise WorkspaceError(told, code=f"{rate.currency!r:.20}")
            if not math.isfinite(rate.rate_to_eur) or not 0 < rate.rate_to_eur < 1e9:
                raise WorkspaceError(N_("The rate of {code} must be a number above 0."), code=rate.currency)
            day = rate.day.isoformat() if rate.day else ""
            rows[rate.currency, day] = (rate.currency, day, float(rate.rate_to_eur))
        if len(rows) > MAX_RATES:
            raise WorkspaceError(N_("There are more than {most} rates."), most=MAX_RATES)
        with self._backing.writing() as db:
            db.execute("DELETE FROM rates")
            db.conn.executemany("INSERT INTO rates (currency, day, rate_to_eur) VALUES (?, ?, ?)", rows.values())

    # Annotations

    def annotations(self) -> tuple[Annotation, ...]:
        """Return the notes on days, in order."""
        with self._backing.reading() as db:
            found = db.execute("SELECT id, day, text, market FROM annotations ORDER BY day, id").fetchall()
        return tuple(Annotation(row[0], date.fromisoformat(row[1]), row[2], row[3]) for row in found)

    def annotate(self, day: date, text: str, market: str | None = None) -> int:
        """Keep a note on a day and return its number."""
        text = " ".join("".join(c for c in str(text) if c.isprintable() or c.isspace()).split())
        if not text or len(text) > MAX_NOTE:
            raise WorkspaceError(N_("A note has 1 to {most} characters."), most=MAX_NOTE)
        if market is not None and not _MARKET.fullmatch(market):
            raise WorkspaceError(N_("{value} is not a market code (three capital letters)."), value=f"{market!r:.20}")
        with self._backing.writing() as db:
            row = [date(day.year, day.month, day.day).isoformat(), text, market]
            return db.execute("INSERT INTO annotations (day, text, market) VALUES (?, ?, ?)", row).lastrowid

    def forget_annotation(self, number: int) -> None:
        """Remove a note; nothing happens when it is gone."""
        with self._backing.writing() as db:
            db.execute("DELETE FROM annotations WHERE id = ?", [int(number)])

    # Erasing

    def erase(self) -> None:
        """Erase all of this and the targets beyond recovery; the next salt is a new one, so old customer keys mean nothing."""
        from data.targets import clear  # what a target may be needs SciPy, which the first page does without

        with self._backing.writing() as db:
            for table in ("secrets", "mapping_templates", "costs", "rates", "annotations"):
                db.execute(f"DELETE FROM {table}")
            clear(db)
            scrub_later(db)
        self._scrub()

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat()


def headers_key(headers: Sequence[str]) -> str:
    """Return what identifies a set of headers, whatever their order, case, accents and spacing."""
    return hashlib.sha256(json.dumps(sorted(fold(str(header)) for header in headers)).encode()).hexdigest()
