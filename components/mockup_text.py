"""The one place where a text of a mock-up becomes markup: escaped, in its language and direction, marked for measuring."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.mockup_fonts import script_of
from frameworks.localization.scenes import Part, Run, Scene

_STYLES = {"strong": "s-strong", "em": "s-em", "link": "s-link"}


def text(part: Part | None, shape: str = "", *, fit: bool = False) -> str:
    """Return a part as a span, "" for None.

    shape: class of the style sheet. fit: it must fit a box, so what does not is measured as overflow.
    """
    if part is None:
        return ""
    room = ' data-lf-fit="1"' if fit else ""
    shown = f"t {shape}{' fit' if fit else ''}".strip()
    return (
        f'<span class="{shown}" data-lf-key="{escape(part.key)}" data-lf-role="{escape(part.role)}" '
        f'data-lf-state="{escape(part.state)}" data-lf-script="{script_of(part.language)}" lang="{escape(part.language)}" '
        f'dir="{"rtl" if part.direction == "rtl" else "ltr"}"{room}>{"".join(_run(run) for run in part.pieces)}</span>'
    )


def texts(parts: Iterable[Part], shape: str = "", *, fit: bool = False) -> str:
    """Return parts one after the other."""
    return "".join(text(part, shape, fit=fit) for part in parts)


def first(scene: Scene, role: str, shape: str = "", *, fit: bool = False) -> str:
    """Return the first part of a role as a span, "" where there is none."""
    return text(scene.first(role), shape, fit=fit)


def every(scene: Scene, roles: str, shape: str = "", *, fit: bool = False, wrap: str = "") -> str:
    """Return the parts of roles (parted by spaces), each within a block of the class ``wrap`` where one is given."""
    made = (text(part, shape, fit=fit) for part in scene.all(*roles.split()))
    return "".join(f'<div class="{wrap}">{one}</div>' if wrap else one for one in made)


def block(shape: str, *inside: str) -> str:
    """Return a division around what there is, "" for nothing."""
    filled = "".join(inside)
    return f'<div class="{shape}">{filled}</div>' if filled else ""


def _run(run: Run) -> str:
    inside = escape(run.text)
    if run.value:
        inside = f"<bdi>{inside}</bdi>"
    style = _STYLES.get(run.style)
    return f'<span class="{style}">{inside}</span>' if style else inside
