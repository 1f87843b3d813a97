"""The support chat of a mock-up, beside the order it is about."""

from __future__ import annotations

from components.mockup_art import face, icon, picture
from components.mockup_text import block, first, text
from frameworks.localization.scenes import Scene


def body(scene: Scene, shape: str) -> str:
    """Return the page's markup."""
    times = {part.place: part for part in scene.all("buyer.time", "shop.time")}
    lines = ""
    for part in scene.all("asks", "answer"):
        mine = part.role == "asks"
        bubble = f'<div class="bubble">{text(part)}</div>{text(times.get(part.place), "tiny muted")}'
        who = "" if mine else face(0)
        lines += f'<div class="say {"mine" if mine else "theirs"}">{who}<div class="say-in">{bubble}</div></div>'
    name = block("way-t", first(scene, "shop", "strong", fit=True), first(scene, "service.head", "small muted", fit=True))
    head = block("chat-h", face(0), name, '<i class="dot"></i>')
    write = f'<div class="write"><i class="ln w5"></i>{icon("send")}</div>'
    day = block("day", first(scene, "day", "tiny muted"))
    note = block("day", first(scene, "within", "tiny muted"))
    talk = f'<section class="chat">{head}<div class="talk">{day}{lines}{note}</div>{write}</section>'
    return f'<main class="desk">{_order(scene)}{talk}</main>'


def _order(scene: Scene) -> str:
    return (
        f'<aside class="about">{block("from", face(1), block("way-t", first(scene, "buyer", "strong")))}'
        + block("thing", f'<div class="pic">{picture(0)}</div>',
                block("thing-t", first(scene, "thing", "strong thing-n"), first(scene, "order", "small muted")))
        + block("pair", first(scene, "total", "small"), first(scene, "total.value", "small strong"))
        + block("btn line", first(scene, "track", "btn-t small", fit=True)) + "</aside>"
    )  # fmt: skip
