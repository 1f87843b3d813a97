"""The product page of a mock-up."""

from __future__ import annotations

from components.mockup_art import icon, picture
from components.mockup_text import block, every, first, text
from frameworks.localization.scenes import Scene

_STARS = '<i class="stars" aria-hidden="true">' + "<i></i>" * 5 + "</i>"
_CARDS = 3


def body(scene: Scene, shape: str) -> str:
    """Return the page's markup."""
    return (
        block("banner", first(scene, "banner", "b-line", fit=True))
        + header(scene)
        + f'<main class="wrap"><div class="hero">{_gallery()}<div class="buy">{_buy(scene)}</div></div>'
        + f"{_story(scene)}{_cards(scene)}{_service(scene)}{_reviews(scene)}{_faq(scene)}</main>"
        + foot(scene)
    )


def header(scene: Scene) -> str:
    """Return the head of the shop: name, navigation, tools."""
    tools = "".join(
        f'<div class="tool">{icon(name)}{text(part, "tool-t", fit=True)}</div>'
        for name, part in zip(("search", "user"), scene.all("tool"), strict=False)
    )
    brand = block("brand", '<i class="sign"></i>', first(scene, "shop", "brand-t", fit=True))
    return (
        f'<header class="top"><div class="wrap bar">{brand}'
        f'<nav class="nav">{every(scene, "nav", "nav-t", fit=True, wrap="nav-i")}</nav><div class="tools">{tools}'
        f'<div class="tool">{icon("cart")}</div></div></div></header>'
    )


def foot(scene: Scene) -> str:
    """Return the foot of the shop: sign-up, further texts and the legal ones."""
    box = "".join(f'<div class="consent"><i class="tick"></i>{text(part, "small")}</div>' for part in scene.all("legal.box"))
    sign_up = block("signup", block(
        "signup-in", first(scene, "newsletter", "h2"),
        block("signup-row", block("field", first(scene, "newsletter.field", "ghost", fit=True)),
              block("btn dark", first(scene, "newsletter.button", "btn-t", fit=True))), box,
    ))  # fmt: skip
    return sign_up + more(scene) + block("foot", block("wrap", every(scene, "legal", "small legal", wrap="line")))


def more(scene: Scene) -> str:
    """Return the items that have no place of their own on the page, by their shape."""
    buttons = "".join(f'<div class="btn line">{text(part, "btn-t", fit=True)}</div>' for part in scene.all("more.button"))
    links = every(scene, "more.link", "s-link", wrap="line")
    labels = every(scene, "more.label", "chip-t", fit=True, wrap="chip")
    return block(
        "more", block("wrap more-in", block("chips", labels), every(scene, "more.text", "para", wrap="line"), block("chips", links),
                      block("buttons", buttons)),
    )  # fmt: skip


def _gallery() -> str:
    small = "".join(f'<div class="thumb">{picture(number)}</div>' for number in range(4))
    return f'<div class="gallery"><div class="large">{picture(0)}</div><div class="thumbs">{small}</div></div>'


def _buy(scene: Scene) -> str:
    guide = first(scene, "guide", "s-link small")
    colours = "".join(f'<i class="sw{number}"></i>' for number in range(4))
    options = "".join(
        block("option", block("pair", text(part, "label", fit=True), "" if at else guide), f'<div class="swatches">{colours}</div>')
        for at, part in enumerate(scene.all("option"))
    ) or block("option", guide)
    return (
        block("badge", first(scene, "badge", "badge-t", fit=True))
        + first(scene, "name", "h1", fit=True)
        + block("rating", _STARS, first(scene, "reviews", "s-link small", fit=True))
        + first(scene, "tagline", "lead")
        + block("cost", first(scene, "price", "price", fit=True), first(scene, "tax", "muted small"))
        + options
        + block("act", '<div class="qty" aria-hidden="true"><i>−</i><b></b><i>+</i></div>',
                block("btn dark grow", first(scene, "add", "btn-t", fit=True)))
        + block("keep", icon("heart"), first(scene, "save", "small"))
        + block("states", block("state", '<i class="dot"></i>', first(scene, "stock", "small")),
                block("state", icon("box"), first(scene, "bundle", "small")))
        + _delivery(scene)
    )  # fmt: skip


def _delivery(scene: Scene) -> str:
    heads = every(scene, "weekday", "cal-t", fit=True, wrap="cal-h")
    days = "".join(f'<div class="cal-d {part.role}">{text(part, "cal-t")}</div>' for part in scene.all("day", "today", "arrival"))
    return block(
        "card", block("card-h", icon("truck"), first(scene, "delivery.head", "h3")),
        block("pair", first(scene, "delivery.name", "small"), first(scene, "delivery.price", "small strong")),
        block("pair", first(scene, "month", "small strong accent")), block("cal", heads, days),
    )  # fmt: skip


def _story(scene: Scene) -> str:
    care = every(scene, "care", "small", wrap="care")
    words = block("col", first(scene, "description.head", "h2"), every(scene, "description", "para", wrap="line"), care)
    story = every(scene, "story", "para", wrap="line")
    return block("split", words, block("quote", f'<div class="mini">{picture(2)}</div>', story) if story else "")


def _cards(scene: Scene) -> str:
    prices = scene.all("card.price")
    made = ""
    for place in range(_CARDS):
        marks = [part for part in scene.all("card.low", "card.soldout", "card.badge") if part.place == place]
        sold = any(part.role == "card.soldout" for part in marks)
        flags = "".join(f'<div class="flag {part.role[5:]}">{text(part, "flag-t", fit=True)}</div>' for part in marks)
        price = text(prices[place], "small strong") if place < len(prices) and not sold else ""
        made += f'<div class="item{" gone" if sold else ""}">{picture(place + 1)}{flags}{block("under", price)}</div>'
    return f'<div class="items">{made}</div>'


def _service(scene: Scene) -> str:
    measures = every(scene, "measure", "chip-t", wrap="chip")
    help_ = block("fact", icon("chat"), block("fact-t", first(scene, "service.head", "h3"), first(scene, "hours.days", "small"),
                                             first(scene, "hours.times", "small"), first(scene, "phone", "small strong")))
    pay = block("fact", icon("card"), block("fact-t", first(scene, "payment.head", "h3"), first(scene, "methods", "small")))
    size = block("fact", icon("rule"), block("fact-t", block("chips", measures)))
    return block("facts", help_, pay, size)  # fmt: skip


def _reviews(scene: Scene) -> str:
    lines = '<i class="ln w9"></i><i class="ln w7"></i>'
    one = block("review", _STARS, lines, first(scene, "review.date", "muted small"))
    two = block("review", _STARS, '<i class="ln w8"></i><i class="ln w5"></i>', first(scene, "review.date", "muted small"))
    ask = block("btn line", first(scene, "write", "btn-t", fit=True))
    return block("reviews", block("pair", first(scene, "reviews.head", "h2"), ask), block("two", one, two))


def _faq(scene: Scene) -> str:
    rows = "".join(
        block("q", text(part)) if part.role == "faq.question" else block("a", text(part, "para"))
        for part in scene.all("faq.question", "faq.answer")
    )
    return block("faq", first(scene, "faq.head", "h2"), rows)
