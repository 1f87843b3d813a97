"""A scene as an HTML document: a shop as its buyers see it, without scripts, pictures, fonts or links from anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from components import mockup_ad, mockup_checkout, mockup_email, mockup_product, mockup_reply, words
from components.mockup_fonts import rules, script_of
from components.words import N_
from frameworks.localization.scenes import Scene

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "mockup.css").read_text(encoding="utf-8")
WIDTHS: Mapping[str, int] = {"desktop": 1100, "phone": 375, "email": 600}
"""Width of the frames in CSS pixels."""
FRAMES = {"desktop": N_("Desktop"), "phone": N_("Phone"), "email": N_("E-mail")}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is loaded and nothing runs, whatever a text holds."""

_DRAWN: Mapping[str, Callable[[Scene, str], str]] = {
    "product": mockup_product.body, "checkout": mockup_checkout.body, "email": mockup_email.body, "ad": mockup_ad.body,
    "reply": mockup_reply.body,
}  # fmt: skip


def document(scene: Scene, frame: str = "desktop") -> str:
    """Return the scene as a whole HTML page in a ``"desktop"``, ``"phone"`` or ``"email"`` frame.

    Every text is a ``span`` with ``data-lf-key`` (of its item), ``data-lf-role``, ``data-lf-state``, language and
    direction; one that must fit a box has ``data-lf-fit`` and is never cut, so that what does not fit can be measured.
    """
    shape = frame if frame in WIDTHS else "desktop"
    scripts = {script_of(scene.language), "Latn", *(script_of(part.language) for part in scene.parts)}
    width = WIDTHS[shape]
    return (
        f'<!doctype html>\n<html lang="{escape(scene.language)}" dir="{"rtl" if scene.direction == "rtl" else "ltr"}" '
        f'data-lf-script="{script_of(scene.language)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{escape(scene.kind)} · {escape(scene.market)} · {escape(scene.locale)}</title>"
        f"<style>{STYLESHEET}{rules(scripts)}</style></head>"
        f'<body class="{shape} k-{escape(scene.kind)}" style="--wide:{width}px">{_DRAWN[scene.kind](scene, shape)}</body></html>\n'
    )
