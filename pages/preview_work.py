"""What the Preview page shows: which language for which market, the documents, and what was measured in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from babel.core import get_global

from components import mockup
from components.preview_measured import Sheet, SheetMeasured
from components.words import market_name
from data.studio import Filter, Listed, Studio
from data.studio.layout import Layout
from data.warehouse.rates import last_quoted, last_rate
from frameworks.localization.items import Item, Translation
from frameworks.localization.layout import Overrun
from frameworks.localization.money import currency_of
from frameworks.localization.scenes import PSEUDO_LOCALES, SCENES, SURFACES, Scene, scene
from frameworks.localization.scenes.product import names
from frameworks.localization.scripts import alpha2, plain
from frameworks.payments import PaymentError
from pages import set_up
from pages.desk import Desk

AT_A_TIME = 200
"""Texts of one document; more go into further ones."""
FRAMES: Mapping[str, tuple[str, ...]] = {
    kind: ("email", "phone", "desktop") if kind == "email" else ("desktop", "phone") for kind in SCENES
}
"""The frames that a surface is looked at in, the usual one first."""
NOT_APPROVED = frozenset({"draft", "needs_review", "stale", "rejected", "source"})
"""States of parts that no person has approved; ``"source"`` stands in the source language."""
NOT_SHOP_TEXT = frozenset({"source", "original", "pseudo", "pack", "sample"})
"""States of parts whose text is no translation of the workspace."""


@dataclass(frozen=True)
class View:
    """A language for the buyers of a market. locale: as the workspace writes it, or a pseudo-locale."""

    locale: str
    market: str


@dataclass(frozen=True)
class Job:
    """One document: part counts from 0 where there are more texts than go into one."""

    view: View
    kind: str
    frame: str
    part: int = 0

    @property
    def id(self) -> str:
        """Its name among the documents of a page."""
        return "|".join((self.view.locale, self.view.market, self.kind, self.frame, str(self.part)))


@dataclass(frozen=True)
class Made:
    """A document ready to be drawn. texts: the translations of the workspace that stand in it, by key."""

    job: Job
    sheet: Sheet
    scene: Scene
    texts: Mapping[str, str]

    @property
    def unapproved(self) -> tuple[str, ...]:
        """Keys of texts that no person has approved, untranslated ones among them."""
        return tuple(dict.fromkeys(
            part.key for part in self.scene.parts if part.key and part.state in NOT_APPROVED
        ))  # fmt: skip


@dataclass
class Maker:
    """Makes documents of a desk. price, shipping: in ``currency``. marked: whether unapproved texts are outlined."""

    desk: Desk
    product: str
    price: Decimal
    shipping: Decimal
    currency: str
    marked: bool
    today: dt.date
    _rows: dict[tuple[str, str, int], tuple[tuple[Item, Translation | None], ...]] = field(default_factory=dict)
    _parts: dict[str, int] = field(default_factory=dict)

    def made(self, job: Job, title: str) -> Made:
        """Return a document. Raises a Sentence where it cannot be made."""
        view = job.view
        local = currency_of(alpha2(view.market))
        rate = _rate(self.currency, local) if local and local != self.currency else None
        there = scene(
            job.kind, self.rows(view.locale, job.kind, job.part), market=view.market, locale=view.locale.replace("_", "-"),
            reference=self.desk.reference, price=self.price, currency=self.currency, product=self.product or None,
            today=self.today, fit=self._fit(view.market, local) if job.kind == "checkout" else None, rate=rate,
            rate_day=last_quoted().isoformat() if rate is not None else "", shipping=self.shipping,
        )  # fmt: skip
        texts = {}
        if view.locale not in PSEUDO_LOCALES:
            held = {item.key: made.text for item, made in self.rows(view.locale, job.kind, job.part) if made is not None}
            texts = {part.key: held[part.key] for part in there.parts if part.key in held and part.state not in NOT_SHOP_TEXT}
        made = Made(job, Sheet(job.id, title, "", mockup.WIDTHS[job.frame], there.language), there, texts)
        html = mockup.document(there, job.frame)
        if self.marked:
            html = outlined(html)
        return replace(made, sheet=replace(made.sheet, html=html))

    def rows(self, locale: str, kind: str, part: int) -> tuple[tuple[Item, Translation | None], ...]:
        """Return the items of a surface's document, each with its translation."""
        asked = (locale, kind, part)
        if asked not in self._rows:
            spoken = "" if locale in PSEUDO_LOCALES else locale
            self._rows[asked] = tuple(
                (row.item, row.translation)
                for row in self._list(spoken, kind, start=part * AT_A_TIME, limit=AT_A_TIME).rows
            )
            if "product" not in SURFACES[kind]:  # what is bought is named everywhere
                self._rows[asked] += tuple(names(self.rows(locale, "product", 0))[:1])
        return self._rows[asked]

    def parts(self, kind: str) -> int:
        """Return how many documents the texts of a surface take."""
        if kind not in self._parts:
            self._parts[kind] = max(1, -(-self._list("", kind, start=0, limit=1).total // AT_A_TIME))
        return self._parts[kind]

    def _list(self, locale: str, kind: str, *, start: int, limit: int) -> Listed:
        return self.desk.workspace.studio.list(locale, Filter(surfaces=SURFACES[kind]), start=start, limit=limit)

    def _fit(self, market: str, local: str | None):  # type: ignore[no-untyped-def]
        chosen = set_up.current(self.desk)
        sells = tuple(dict.fromkeys((local or self.currency, *chosen.currencies)))
        try:
            return set_up.fit(self.desk, market, replace(chosen, currencies=sells, amount=None, amount_currency=None))
        except PaymentError:  # the document says that the payment block is unknown
            return None


def _rate(own: str, local: str) -> Decimal | None:
    """Return the last rate to six figures, as it is shown and counted with."""
    rate = last_rate(own, local)
    return None if rate is None else Decimal(f"{rate:.6g}")


def jobs(views: Sequence[View], kinds: Sequence[str], frames: Sequence[str], maker: Maker) -> Iterator[Job]:
    """Yield the documents of these languages, surfaces and frames, as far as a surface is looked at in a frame."""
    for view in views:
        for kind in kinds:
            for frame in FRAMES[kind]:
                if frame in frames:
                    yield from (Job(view, kind, frame, part) for part in range(maker.parts(kind)))


def outlined(html: str) -> str:
    """Return a document with a dashed line around each text that no person has approved; nothing moves."""
    picked = ",".join(f'[data-lf-state="{state}"]:not([data-lf-key=""])' for state in sorted(NOT_APPROVED))
    style = f"<style>{picked}{{outline:1px dashed #b3261e;outline-offset:1px}}</style>"
    return html.replace("</head>", f"{style}</head>", 1)


def keep(layout: Layout, made: Made, found: SheetMeasured) -> None:
    """Keep how the texts of a document fitted; made-up and source texts are not kept."""
    if not made.texts or found.failed:
        return
    over: dict[str, Overrun] = {}
    for key, seen in found.over:
        over.setdefault(key, seen)
    layout.record(made.job.view.locale, made.job.kind, made.job.frame, made.texts, over)


def placed(overrun: Overrun, job: Job) -> Overrun:
    """Return what did not fit with where it was seen."""
    return replace(overrun, surface=job.kind, frame=job.frame)


# --- which languages, which markets -------------------------------------------------------------


def locales(studio: Studio) -> tuple[str, ...]:
    """Return what can be looked at: the team's locales, the language the texts were written in, made-up ones."""
    sources = dict.fromkeys(row.item.source_language for row in studio.list("", limit=AT_A_TIME).rows)
    return tuple(dict.fromkeys((*studio.locales(), *sources, *PSEUDO_LOCALES)))


def first_locales(studio: Studio, offered: Sequence[str]) -> tuple[str, ...]:
    """Return what the page opens with: the team's first two languages, else the texts as written and one made up."""
    own = studio.locales()[:2]
    return own or (offered[0], PSEUDO_LOCALES[0])


def usual_market(desk: Desk, locale: str) -> str:
    """Return the market a language is first shown for: its own country, else where most people speak it (CLDR)."""
    known = {alpha2(market): market for market in desk.reference.markets}
    if locale in PSEUDO_LOCALES:
        return desk.first_choice
    parts = locale.replace("-", "_").split("_")
    named = next((part for part in parts[1:] if part in known and len(part) == 2), None)
    if named:
        return known[named]
    likely = get_global("likely_subtags").get(locale.replace("-", "_")) or get_global("likely_subtags").get(plain(locale), "")
    territory = likely.split("_")[-1]
    return known.get(territory) or desk.first_choice


def markets(desk: Desk) -> list[str]:
    """Return all markets by name."""
    return sorted(desk.reference.markets, key=lambda code: market_name(code).casefold())
