"""A workspace with a hostile text in every field that keeps one, put in through the doors that the pages use."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from data.catalog import world
from data.ethics import EthicsBook
from data.journeys import Journeys
from data.placements import Placements, new_person
from data.plans import Plans
from data.segment_names import NamedSegment, SegmentNames
from data.store import Workspace
from data.translate import Chain, Job, Limits, engine
from data.translate.drafting import Account, Drafting, fill
from frameworks.culture.dilemmas import items as questions
from frameworks.culture.protocol import PARTS
from frameworks.culture.segments import personas
from frameworks.labels import Sentence
from frameworks.localization.checks import CHECKS
from frameworks.localization.glossary import KINDS, Term
from frameworks.localization.items import SURFACES, Item
from frameworks.reference import Reference
from frameworks.rollout.ethics import QUESTIONS, Answer
from frameworks.rollout.touchpoint_edits import Edit
from frameworks.rollout.touchpoints import CHANNELS, STAGES, SUBJECTS, touchpoints
from frameworks.scoring.scenario import Scenario
from pages.guidance_work import Pair
from tests.browser.hostile import FAMILIES, NAMED, STRINGS
from tests.data.translate.conftest import Service, well
from tests.data.translate.test_drafting import _with

HOME, MARKET = "USA", "DEU"
PERSON, ENGINE = "de", "ar"
"""The locales that a person and an engine have filled in."""
ROLES = (
    "product.name", "product.description", "product.add_to_cart", "product.badge_sale", "checkout.pay_now", "checkout.title",
    "email.subject", "email.greeting", "ad.headline", "ad.body", "reply.greeting", "reply.body",
)  # fmt: skip
"""Keys that have places of their own in the mock-ups."""
PACKED = tuple((f"{family}-all", "\n".join(text[:3_000] for text in texts)) for family, texts in FAMILIES.items())


def texts() -> list[Item]:
    """Return a text for each hostile string, in key, source, context and note, and one for each family."""
    made = [
        Item(f"{text} {name}", text, text, SURFACES[place % len(SURFACES)], None if place % 3 else 12, "en", False, text)
        for place, (name, text) in enumerate(NAMED)
    ]
    made += [
        Item(role, STRINGS[place * 21 % len(STRINGS)], "words", role.partition(".")[0]) for place, role in enumerate(ROLES)
    ]
    return [*made, *(Item(name, text, text, SURFACES[place % len(SURFACES)]) for place, (name, text) in enumerate(PACKED))]


def tried(what: Callable[[], object]) -> object | None:
    """Do something; None where it was refused with a sentence for people. Anything else is a fault of ours."""
    try:
        return what()
    except Sentence:
        return None


class Doors:
    """The ways in, each used for every string. ``taken`` counts by name what was let in."""

    def __init__(self, home: Path) -> None:
        self.home, self.kept = home, Workspace(home, data_version=world().version)
        self.taken: dict[str, int] = {}

    def each(self, name: str, put: Callable[[str, int], object]) -> None:
        """Try each string at a door."""
        self.taken[name] = sum(tried(partial(put, text, place)) is not None for place, text in enumerate(STRINGS))

    def studio(self, service: Service) -> None:
        """Texts, what people and an engine wrote for them, what people say about them, and the glossary."""
        studio, items = self.kept.studio, texts()
        studio.begin()
        studio.remove_items([item.key for item in studio.items()], by="")
        studio.put_items(items, by="")
        studio.set_locales((PERSON, ENGINE))
        for place, item in enumerate(items):
            written = STRINGS[place + 5] if place + 5 < len(STRINGS) else item.source
            studio.write(item.key, PERSON, written, by=STRINGS[place % len(STRINGS)], state="needs_review", note=written)
        held = [item.key for item in items[: len(NAMED)]]
        self.each("comment", lambda text, at: studio.remarks.comment(held[at], text, by=text[:80], locale=PERSON))
        names = itertools.cycle(CHECKS)
        self.each("reason", lambda text, at: studio.remarks.ignore(
            held[at], next(names), why=text, by=text[:80], locale=PERSON) or 1)  # fmt: skip
        self.each("term", lambda text, at: studio.glossary.add(
            Term(text, KINDS[at % 3], "" if at % 2 else PERSON, text, bool(at % 2), text)) or 1)  # fmt: skip
        pairs = [(item.key, PERSON) for item in items[: len(NAMED)]]
        for to, part in (("rejected", pairs[::5]), ("approved", pairs[1::5])):
            studio.move(part, to, by="Ann", why=STRINGS[0] if to == "rejected" else "")
        self._drafts(service, items)

    def _drafts(self, service: Service, items: list[Item]) -> None:
        """Let the real job ask the engine, which answers each text with another hostile one, and in its own tongue."""
        answers = itertools.cycle(STRINGS[7:] + STRINGS[:7])

        def reply(asked):  # type: ignore[no-untyped-def]
            if asked.path == "/languages":
                return 200, json.dumps([{"code": code, "targets": ["en", ENGINE]} for code in ("en", ENGINE)]), {}
            return 200, _with(well, asked, f"{next(answers)} كلمات"), {}

        service.reply = reply
        studio = self.kept.studio
        made = engine("libre", world(), url=service.url, limits=Limits(seconds=10, tries=1, per_second=0))
        account = Account((ENGINE,), sent=True)
        chain = Chain(world(), engine=made, cache=studio.answers)
        fill(studio, account, {ENGINE: chain}, [Job(item, ENGINE) for item in items], by="Ann",
             progress=lambda done, of: None, cancelled=lambda: False)  # fmt: skip
        self.kept.room(Drafting).end()
        self.taken["engine"] = account.drafted["engine:libre"]

    def studio_checked(self) -> None:
        """What the checks find in all that."""
        self.kept.studio.findings.run(world(), (PERSON, ENGINE))

    def scenario(self) -> None:
        """Names, products and categories of saved scenarios; the last is the one the pages open with."""
        def save(text: str, at: int) -> object:
            made = Scenario(home=HOME, name=text, product=text[:200], category=text[:200], shortlist=(MARKET, "SAU"))
            return self.kept.save(made, world().version)

        self.each("scenario", save)
        shown = Scenario(
            home=HOME, name=STRINGS[1], product="<img src=x onerror=alert(1)>\"'{{7*7}} :red[x] W" + "W" * 100,
            category="<svg onload=alert(1)>", shortlist=(MARKET, "SAU"), current=("CAN",), languages=("en",),
        )  # fmt: skip
        self.kept.save(shown, world().version)

    def plan(self, reference: Reference) -> None:
        """Tasks, advice in other words, and notes beside the protocol."""
        plans = self.kept.room(Plans)
        self.each("task", lambda text, at: plans.add(HOME, MARKET, title=text[:200], note=text, owner=text[:60]))
        worded = itertools.cycle(STRINGS)
        for one in Pair(reference, HOME, MARKET).advice:
            words, owner = next(worded), next(worded)
            tried(partial(plans.keep, HOME, MARKET, one.id, one.text, citation="x", seen=0, words=words[:200], owner=owner[:60]))
        for part in PARTS:
            tried(partial(plans.note, HOME, MARKET, part, next(worded)[:600], seen=0))

    def journey(self, reference: Reference) -> None:
        """Notes of the team's own, and shipped notes in other words."""
        book = self.kept.room(Journeys)
        kinds = itertools.cycle(itertools.product(STAGES, SUBJECTS, CHANNELS))

        def note(text: str, at: int) -> object:
            stage, subject, channel = next(kinds)
            return book.keep(Edit(0, MARKET, "", stage, subject, channel, text[:600]), by=text[:80])

        self.each("note", note)
        for one, text in zip(touchpoints(reference, MARKET, today=date(2027, 3, 1)), STRINGS, strict=False):
            made = Edit(0, MARKET, one.key, one.stage, one.subject, one.channel, text[:600])
            tried(partial(book.keep, made, by="Ann"))

    def ethics(self) -> None:
        """Evidence, actions, names and the names of files; every question is answered, and one review signed."""
        book, several = self.kept.room(EthicsBook), itertools.cycle(STRINGS)
        for question in QUESTIONS:
            made = Answer(question.key, "yes", next(several)[:2000], next(several)[:2000])
            tried(partial(book.answer, MARKET, made, by=next(several)))
        places = itertools.cycle(question.key for question in QUESTIONS)
        self.each("file", lambda text, at: book.attach(MARKET, next(places), text, b"evidence", by=text[:80]))
        tried(lambda: book.sign(MARKET, by="<script>alert(1)</script> Ann", note=STRINGS[27]))

    def people(self) -> None:
        """Names of those who answered the dilemmas, and names and messages of segments."""
        placements, book = self.kept.room(Placements), self.kept.room(SegmentNames)
        asked = [one.code for one in questions(world())]
        self.each("respondent", lambda text, at: placements.answer(
            new_person(), MARKET if at % 2 else HOME, asked[at % len(asked)], 50.0, name=text[:60]) or 1)  # fmt: skip
        self.each("segments", lambda text, at: book.add(
            text[:80], {"k": 2}, [NamedSegment("A", text[:80], text[:2000], (MARKET,))]))  # fmt: skip
        self.each("mapping", lambda text, at: book.add_mapping(personas.mapped(
            name=text[:80], rule=f"{text[:150]} buys twice a year", persona=[*personas.PERSONAS][at % 2], evidence="none",
            people=None, markets=(MARKET,), note=text[:300])))  # fmt: skip
