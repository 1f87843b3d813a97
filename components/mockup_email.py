"""The order e-mails of a mock-up, in the window of a mail program."""

from __future__ import annotations

from components.mockup_art import face, icon, picture
from components.mockup_product import more
from components.mockup_text import block, every, first, text
from frameworks.localization.scenes import Part, Scene


def body(scene: Scene, shape: str) -> str:
    """Return the page's markup."""
    places = sorted({part.place for part in scene.all("subject", "body")})
    mails = "".join(_mail(scene, place, place == places[0]) for place in places)
    return f'<main class="inbox">{mails}</main>{more(scene)}'


def _at(scene: Scene, role: str, place: int) -> Part | None:
    return next((part for part in scene.all(role) if part.place == place), None)


def _mail(scene: Scene, place: int, full: bool) -> str:
    when = block("when", text(_at(scene, "mail.day", place), "small"), text(_at(scene, "mail.time", place), "small"))
    pre = first(scene, "preheader", "muted small") if full else ""
    head = block(
        "mail-h", block("subject", text(_at(scene, "subject", place), "subject-t", fit=True)), pre,
        block("from", face(place), block("from-t", first(scene, "shop", "strong"), first(scene, "service", "muted small")), when),
    )  # fmt: skip
    parcel = _at(scene, "parcel", place)
    sent = block("parcel", icon("truck"), block("way-t", text(_at(scene, "arrives", place), "strong", fit=True),
                                                text(parcel, "muted small"))) if parcel else ""  # fmt: skip
    words = "".join(text(part, "para") for part in scene.all("body") if part.place == place)
    letter = block("letter", text(_at(scene, "greeting", place), "hello"), words, sent, _order(scene) if full else "",
                   text(_at(scene, "signature", place), "bye"))  # fmt: skip
    top = block("crest", '<i class="sign"></i>', first(scene, "shop", "brand-t"))
    leave = first(scene, "unsubscribe", "s-link small", fit=True)
    foot = block("mail-f", first(scene, "service.head", "small"), leave) if full else ""
    return f'<article class="mail">{head}<div class="sheet">{top}{letter}{foot}</div></article>'


def _order(scene: Scene) -> str:
    thing = block(
        "thing", f'<div class="pic">{picture(0)}</div>',
        block("thing-t", first(scene, "thing", "strong thing-n"),
              block("small muted", first(scene, "quantity"), " ", first(scene, "quantity.value"))),
        first(scene, "thing.price", "small strong"),
    )  # fmt: skip
    total = block("pair total", first(scene, "total", "strong"), first(scene, "total.value", "strong"))
    sent = block("fact-t", block("h3", first(scene, "address.head")), every(scene, "address", "small blocky"),
                 first(scene, "phone", "small muted"))  # fmt: skip
    paid = block("fact-t", block("h3", first(scene, "payment.head")), first(scene, "methods", "small"),
                 first(scene, "delivery.day", "small"))  # fmt: skip
    return (
        block("btn dark", first(scene, "track", "btn-t", fit=True))
        + block("box", first(scene, "order", "h3"), thing, total, first(scene, "tax", "small muted"), block("two", sent, paid))
    )
