"""The advertisements of a mock-up: a search result, square pictures, banners and a rectangle."""

from __future__ import annotations

from components.mockup_art import icon, picture
from components.mockup_product import more
from components.mockup_text import block, every, first, text
from frameworks.localization.scenes import Part, Scene


def body(scene: Scene, shape: str) -> str:
    """Return the page's markup."""
    found = "".join(_result(scene, part) for part in scene.all("headline"))
    posts = "".join(_post(scene, part, number) for number, part in enumerate(scene.all("social")))
    banners = "".join(_banner(scene, part, number) for number, part in enumerate(scene.all("banner")))
    results = block("results", _asked(), found)
    return f'<main class="wrap ads">{results}{banners}<div class="posts">{posts}{_rectangle(scene)}</div></main>{more(scene)}'


def _asked() -> str:
    return f'<div class="query">{icon("search")}<i class="ln w5"></i></div>'


def _result(scene: Scene, part: Part) -> str:
    line = "".join(text(one, "snip", fit=True) for one in scene.all("search") if one.place == part.place)
    links = block("links", every(scene, "sitelink", "s-blue small", fit=True)) if part.place == 0 else ""
    site = block("site", '<i class="sign"></i>', block("way-t", first(scene, "shop", "small"), first(scene, "url", "muted small")))
    return f'<div class="result">{site}{text(part, "blue", fit=True)}{line}{links}</div>'


def _post(scene: Scene, part: Part, number: int) -> str:
    who = block("way-t", first(scene, "shop", "small strong"), first(scene, "day", "muted tiny"))
    head = block("post-h", '<i class="sign"></i>', who, icon("more"))
    act = block("post-a", first(scene, "price", "small strong"), block("btn dark", first(scene, "button", "btn-t small", fit=True)))
    words = block("post-t", text(part, "small cap4", fit=True))
    return f'<article class="post">{head}<div class="square">{picture(number)}</div>{act}{words}</article>'


def _banner(scene: Scene, part: Part, number: int) -> str:
    act = block("btn cream", first(scene, "button", "btn-t small", fit=True))
    return f'<div class="leader"><div class="leader-p">{picture(number + 2)}</div>{text(part, "leader-t", fit=True)}{act}</div>'


def _rectangle(scene: Scene) -> str:
    act = block("btn cream", first(scene, "button", "btn-t small", fit=True))
    return (
        f'<article class="rect"><div class="rect-p">{picture(1)}</div><div class="rect-t">{first(scene, "offer", "big", fit=True)}'
        f'{first(scene, "thing", "small")}{first(scene, "price", "strong")}{first(scene, "tax", "tiny")}{act}</div></article>'
    )
