"""The checkout of a mock-up."""

from __future__ import annotations

from components.mockup_art import icon, picture
from components.mockup_product import more
from components.mockup_text import block, every, first, text
from frameworks.localization.scenes import Part, Scene


def body(scene: Scene, shape: str) -> str:
    """Return the page's markup."""
    brand = block("brand", '<i class="sign"></i>', first(scene, "shop", "brand-t", fit=True))
    head = (
        f'<header class="top"><div class="wrap bar two-col">{brand}'
        f'{block("safe", icon("lock"), first(scene, "secure", "tool-t small", fit=True))}</div></header>'
    )
    form = block("form", _form(scene))
    return (
        head + f'<main class="wrap pay-page">{form}<aside class="sum">{_summary(scene)}</aside></main>' + more(scene)
        + block("foot", block("wrap", every(scene, "legal", "small legal", wrap="line")))
    )  # fmt: skip


def _form(scene: Scene) -> str:
    rows: dict[int, list[Part]] = {}
    for part in scene.all("field"):
        rows.setdefault(part.place // 10, []).append(part)
    contact = "".join(_field(scene, part) for part in rows.pop(0, []))
    address = "".join(_row(scene, row) for row in rows.values())
    ways = "".join(_way(scene, part) for part in scene.all("way"))
    delivery = block(
        "way on", '<i class="radio"></i>',
        block("way-t", first(scene, "delivery.name", "strong"), first(scene, "delivery.day", "muted small")),
        first(scene, "delivery.price", "small strong"),
    )  # fmt: skip
    return (
        block("back", icon("back"), first(scene, "back", "small", fit=True))
        + first(scene, "title", "h1", fit=True)
        + block("alert", first(scene, "error", "small"))
        + block("part", first(scene, "contact.head", "h3", fit=True), contact)
        + block("part", first(scene, "address.head", "h3", fit=True), address)
        + block("part", first(scene, "delivery.head", "h3", fit=True), block("ways", delivery))
        + block("part", first(scene, "payment.head", "h3", fit=True), block("ways", ways))
        + block("part", block("btn dark", icon("lock"), first(scene, "pay", "btn-t", fit=True)),
                first(scene, "terms", "small muted"))
    )  # fmt: skip


def _row(scene: Scene, row: list[Part]) -> str:
    return f'<div class="row n{len(row)}">{"".join(_field(scene, part) for part in row)}</div>'


def _field(scene: Scene, part: Part) -> str:
    """A field: its label, what a buyer there would type, and the choice where there is one."""
    here = {role: next((one for one in scene.all(role) if one.place == part.place), None) for role in _INSIDE}
    label = block("cap", text(part, "cap-t", fit=True), text(here["field.optional"], "cap-o"))
    inside = text(here["field.value"]) + text(here["field.choice"]) + text(here["field.abroad"], "muted small")
    pick = " pick" if here["field.choice"] else ""
    return f'<div class="in{pick}">{label}<div class="val">{inside}</div></div>'


_INSIDE = ("field.value", "field.choice", "field.abroad", "field.optional")


def _way(scene: Scene, part: Part) -> str:
    kind = "".join(text(one, "muted small") for one in scene.all("way.kind") if one.place == part.place)
    brands = "".join(f'<i class="mark">{text(one)}</i>' for one in scene.all("way.brand") if one.place == part.place)
    on = " on" if part.place == 0 else ""
    return f'<div class="way{on}"><i class="radio"></i>{block("way-t", text(part, "strong"), kind)}{block("marks", brands)}</div>'


def _alone(scene: Scene) -> Part | None:
    """The amount of the tax where the words beside it do not hold it."""
    said = scene.first("tax")
    return None if said is None or said.key else scene.first("tax.value")


def _summary(scene: Scene) -> str:
    lines = ""
    for part in scene.all("sum"):
        value = next((one for one in scene.all("sum.value") if one.place == part.place), None)
        lines += block("pair", text(part, "sum-t", fit=True), text(value, "small"))
    promo = scene.first("promo")
    go = '<div class="btn line"><i class="arrow"></i></div>'
    code = block("code", block("field", text(promo, "ghost", fit=True)), go) if promo else ""
    empty = block("empty", icon("cart"), first(scene, "empty", "small"))
    return (
        block("pair", first(scene, "summary.head", "h3", fit=True), first(scene, "count", "small muted", fit=True))
        + block("thing", f'<div class="pic">{picture(0)}</div>', block("thing-t", first(scene, "thing", "strong thing-n"),
                block("small muted", first(scene, "quantity"), " ", first(scene, "quantity.value"))),
                first(scene, "thing.price", "small strong"))
        + code + block("sums", lines)
        + block("pair total", first(scene, "total", "sum-t", fit=True), first(scene, "total.value", "price", fit=True))
        + block("pair line-b", first(scene, "tax", "small muted", fit=True), text(_alone(scene), "small muted"))
        + first(scene, "instalments", "small muted line-b") + empty
    )  # fmt: skip
