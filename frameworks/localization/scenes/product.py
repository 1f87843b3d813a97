"""The page of a product: what is sold, for how much, when it comes, and what else the shop says there."""

from __future__ import annotations

from collections.abc import Sequence

from frameworks.localization.scenes.locale_facts import calendar, facts
from frameworks.localization.scenes.stage import Row, Stage, remaining, sorted_out, taken

SURFACES = ("product", "faq", "legal")

_RULES = (
    ("banner", r"free_shipping|free_delivery|banner|announce", r"^banner\b"),
    ("newsletter", r"newsletter|sign_up|subscribe", r"sign-up"),
    ("name", r"(^|_)(name|product_title|title|h1)$", r"name of (a|the) product"),
    ("tagline", r"tagline|subtitle|slogan|claim$|subline", r"under the product's name"),
    ("write", r"write_review|leave_review|add_review", r""),
    ("reviews", r"reviews?(_count)?$|rating", r"under the stars|beside the stars"),
    ("guide", r"size_guide|size_chart", r""),
    ("soldout", r"out_of_stock|sold_out|unavailable", r"in place of the price"),
    ("low", r"low_stock|only_left|few_left|almost_gone", r"pieces in stock"),
    ("stock", r"in_stock|availab|ships_within|dispatch", r""),
    ("add", r"add_to_(cart|bag|basket)|buy_now|(^|_)buy$", r""),
    ("save", r"save_for_later|wish_?list|favou?rite", r""),
    ("price", r"price", r"price label"),
    ("badge", r"badge|(^|_)(sale|new|bestseller|limited)$", r"\bbadge\b"),
    ("option", r"(scent|colou?r|flavou?r|size|variant|material|option)$", r"label of a choice"),
    ("bundle", r"bundle|contents|in_the_box|set_of", r"what is in a set"),
    ("description", r"desc(ription)?$|(^|_)(body|intro|summary|details)$", r"paragraph on the product page"),
    ("story", r"story|about_us|(^|_)about$", r"our story"),
    ("care", r"care|ingredient|material|usage|instruction|warning|storage", r"care instruction"),
)  # fmt: skip
_OPTIONS, _REVIEWS = 3, 1284


def names(rows: Sequence[Row]) -> list[Row]:
    """Return the items that name the product, in order."""
    return sorted_out([row for row in rows if row[0].surface == "product"], _RULES).get("name", [])


def build(stage: Stage, rows: Sequence[Row]) -> None:
    """Put the product page on the stage."""
    there = stage.setting
    found = sorted_out([row for row in rows if row[0].surface == "product"], _RULES)

    def one(role: str, place: int = 0, *, shown: str = "") -> bool:
        picked = taken(found, role)
        stage.add(*(stage.item(shown or role, row, place) for row in picked))
        return bool(picked)

    one("banner")
    stage.add(there.sample("shop", there.shop, ltr=True))
    stage.add(*(there.say("nav", key, place=place) for place, key in enumerate(("sale", "new", "customer_service"))))
    stage.add(*(there.say("tool", key, place=place) for place, key in enumerate(("search", "sign_in"))))
    if not one("name"):
        stage.add(there.sample("name", there.product))
    one("tagline")
    one("badge")
    if not one("reviews"):
        stage.add(there.say("reviews", "review_count", _REVIEWS, count=stage.examples.written(_REVIEWS)))
    price = taken(found, "price")
    if price:
        stage.add(*(stage.item("price", row) for row in price))
    else:
        stage.add(there.sample("price", there.money(there.price)))
    stage.add(there.tax_words("tax"))
    for place, row in enumerate(taken(found, "option", _OPTIONS)):
        stage.add(stage.item("option", row, place))
    one("guide")
    if not one("add"):
        stage.add(there.say("add", "add_to_cart"))
    if not one("save"):
        stage.add(there.say("save", "save_for_later"))
    if not one("stock"):
        stage.add(there.say("stock", "in_stock"))
    one("bundle")
    _delivery(stage)
    stage.add(there.say("description.head", "description"))
    _texts(stage, found)
    _others(stage, found)
    stage.add(there.say("reviews.head", "reviews"))
    stage.add(there.sample("review.date", stage.examples.day()))
    if not one("write"):
        stage.add(there.say("write", "order.review"))
    if not one("newsletter"):
        stage.add(there.say("newsletter", "newsletter.sign_up"))
    stage.add(there.say("newsletter.button", "newsletter.sign_up"), there.say("newsletter.field", "email"))
    stage.add(*(stage.item(role, row, place) for place, (role, row) in enumerate(remaining(found))))
    _foot(stage, rows)


def _delivery(stage: Stage) -> None:
    there = stage.setting
    stage.add(there.say("delivery.head", "delivery_and_returns"), there.say("delivery.name", "standard_delivery"))
    amount = there.money(there.shipping) if there.shipping else None
    stage.add(there.sample("delivery.price", amount) if amount else there.say("delivery.price", "free"))
    calendar(stage)
    stage.add(there.say("service.head", "customer_service"), there.say("payment.head", "payment"))
    facts(stage)


def _texts(stage: Stage, found: dict[str, list[Row]]) -> None:
    for role in ("description", "story", "care"):
        for place, row in enumerate(found.pop(role, [])):
            stage.add(stage.item(role, row, place))


def _others(stage: Stage, found: dict[str, list[Row]]) -> None:
    """Three further products, which carry the other states of the stock."""
    there = stage.setting
    for place, role in enumerate(("low", "soldout", "badge")):
        stage.add(*(stage.item(f"card.{role}", row, place) for row in taken(found, role)))
        stage.add(there.sample("card.price", there.money(there.price), place))


def _foot(stage: Stage, rows: Sequence[Row]) -> None:
    """Put the questions and the legal texts at the foot of the page."""
    there = stage.setting
    questions = [row for row in rows if row[0].surface == "faq"]
    if questions:
        stage.add(there.say("faq.head", "faq.title"))
    for place, row in enumerate(questions):
        asked = "question" in f"{row[0].key} {row[0].context}".lower() and not row[0].context.lower().startswith("answer")
        asked = asked or row[0].source.rstrip().endswith(("?", "？", "؟"))
        stage.add(stage.item("faq.question" if asked else "faq.answer", row, place))
    for place, row in enumerate(row for row in rows if row[0].surface == "legal"):
        box = "box" in row[0].context.lower() or "consent" in row[0].key.lower()
        stage.add(stage.item("legal.box" if box else "legal", row, place))
