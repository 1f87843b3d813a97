"""A chat with the shop: what a buyer asks, what the shop answers, and when, on the clock of the market."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from frameworks.localization.clock import clock_text
from frameworks.localization.scenes.examples import ORDER, tokens
from frameworks.localization.scenes.model import Part
from frameworks.localization.scenes.product import names
from frameworks.localization.scenes.stage import Row, Stage, sorted_out

SURFACES = ("reply",)

_RULES = (
    ("closing", r"closing|goodbye|farewell|regards|sign_?off", r"end of|last line"),
    ("opening", r"thanks|greeting|opening|hello|welcome", r"^opening|first line"),
)  # fmt: skip
_ASKED = (
    (frozenset("where late delay arrive delivery order parcel tracking shipping when".split()), "faq.where_is_order"),  # noqa: SIM905
    (frozenset("damaged broken return refund exchange wrong money back".split()), "faq.how_to_return"),  # noqa: SIM905
    (frozenset("pay payment card invoice".split()), "faq.payment_methods"),  # noqa: SIM905
)


def build(stage: Stage, rows: Sequence[Row]) -> None:
    """Put the chat on the stage: each answer after the question that leads to it."""
    there = stage.setting
    found = sorted_out([row for row in rows if row[0].surface == "reply"], _RULES)
    opening, closing = found.pop("opening", []), found.pop("closing", [])
    answers = [row for some in found.values() for row in some]
    stage.add(there.sample("shop", there.shop, ltr=True), there.say("service.head", "customer_service"))
    stage.add(there.say("within", "reply.within_hours", 24, hours=stage.examples.written(24)))
    stage.add(there.sample("day", stage.examples.day()), there.sample("buyer", there.buyer.full))
    _order(stage, rows)
    minute = 0

    def says(part: Part, who: str) -> None:
        nonlocal minute
        stage.add(part, there.sample(f"{who}.time", _clock(stage, minute), part.place))
        minute += 1 if who == "shop" else 3

    place = 0
    for number, row in enumerate(answers or [None]):
        says(there.say("asks", _question(row), place=place), "buyer")
        place += 1
        if number == 0:
            for greeting in opening:
                says(stage.item("answer", greeting, place), "shop")
                place += 1
            if not opening:
                says(there.say("answer", "reply.greeting", place=place, name=there.buyer.full), "shop")
                place += 1
        says(there.say("answer", "reply.thanks", place=place) if row is None else stage.item("answer", row, place), "shop")
        place += 1
    for row in closing:
        says(stage.item("answer", row, place), "shop")
        place += 1
    if not closing:
        says(there.say("answer", "reply.regards", place=place, name=there.shop), "shop")


def _question(row: Row | None) -> str:
    words = tokens(f"{row[0].key} {row[0].context} {row[0].source}") if row is not None else set()
    about = tokens(row[0].key) if row is not None else set()
    for asked in (about, words):
        for told, key in _ASKED:
            if asked & told:
                return key
    return "faq.delivery_time"


def _order(stage: Stage, rows: Sequence[Row]) -> None:
    there = stage.setting
    named = names(rows)
    stage.add(there.say("order", "order.number", number=ORDER))
    stage.add(stage.item("thing", named[0]) if named else there.sample("thing", there.product))
    stage.add(there.say("total", "total"), there.sample("total.value", there.money(there.sums.total)))
    stage.add(there.say("track", "order.track"))


def _clock(stage: Stage, minutes: int) -> str:
    there = stage.setting
    then = there.now + timedelta(minutes=minutes)
    return there.digits(clock_text(then, there.place))
