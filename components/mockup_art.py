"""Pictures for the mock-ups: still lifes of plain shapes, drawn in place so that nothing has to be loaded."""

from __future__ import annotations

_TONES = (
    ("#e9e2d6", "#d9cdbb", "#c8a98a", "#8d6b50", "#f3ede3", "#5e7f78"),
    ("#dfe6e2", "#c9d6cf", "#8fb0a3", "#4e7568", "#eef3f0", "#c98f6b"),
    ("#ece0dc", "#dcc8c1", "#c99a8b", "#8a5d50", "#f6eeeb", "#7d8aa0"),
    ("#e1e4ea", "#cbd1dc", "#94a2b8", "#56657e", "#f0f2f6", "#cda869"),
)
"""Wall, floor, body, shade, light and accent of each picture."""


def picture(number: int = 0, shape: str = "") -> str:
    """Return a still life; the number picks colours and things."""
    wall, floor, body, shade, light, accent = _TONES[number % len(_TONES)]
    things = (_stack, _bottle, _bowl, _box)[number % 4](body, shade, light, accent)
    return (
        f'<svg class="art {shape}" viewBox="0 0 400 400" preserveAspectRatio="xMidYMid slice" aria-hidden="true">'
        f'<rect width="400" height="400" fill="{wall}"/>'
        f'<path d="M228 0h172v250L300 282Z" fill="{light}" opacity=".55"/>'
        f'<path d="M60 0h70l90 282h-76Z" fill="{light}" opacity=".35"/>'
        f'<rect y="282" width="400" height="118" fill="{floor}"/>'
        f'<rect y="282" width="400" height="5" fill="{shade}" opacity=".14"/>'
        f"{things}</svg>"
    )


def face(number: int = 0) -> str:
    """Return a round portrait without features, for a chat."""
    wall, _floor, body, shade, *_others = _TONES[number % len(_TONES)]
    return (
        f'<svg class="face" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="20" fill="{wall}"/>'
        f'<circle cx="20" cy="16" r="7" fill="{body}"/>'
        f'<path d="M7 34a13 11 0 0 1 26 0a20 20 0 0 1-26 0Z" fill="{shade}"/></svg>'
    )


def icon(name: str) -> str:
    """Return a line icon of the shop."""
    return f'<svg class="ico" viewBox="0 0 24 24" aria-hidden="true"><path d="{_ICONS[name]}"/></svg>'


_ICONS = {
    "cart": "M3 4h2.5l2.2 11h10l2-8H7M8 19a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M15 19a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0",
    "heart": "M12 20C12 20 4 15 4 9.6A4.2 4.2 0 0 1 12 7.5A4.2 4.2 0 0 1 20 9.6C20 15 12 20 12 20Z",
    "truck": "M2 6h12v10H2ZM14 9.5h4l3 3.2V16h-7"
    "M5 18a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M16 18a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0",
    "chat": "M4 5h16v11H10l-4.5 3.5V16H4Z",
    "card": "M3 6h18v12H3ZM3 10h18M6 15h4",
    "rule": "M3 8h18v8H3ZM7 8v3M11 8v4M15 8v3",
    "lock": "M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    "search": "M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M15.5 15.5L20 20",
    "box": "M4 8l8-4 8 4v8l-8 4-8-4ZM4 8l8 4 8-4M12 12v8",
    "back": "M15 5l-7 7 7 7",
    "more": "M5 12h.1M12 12h.1M19 12h.1",
    "send": "M4 12l16-7-6 15-3-6Z",
    "pin": "M12 21C12 21 5 14.5 5 9.5a7 7 0 0 1 14 0C19 14.5 12 21 12 21ZM9.5 9.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
    "user": "M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4.5 20a7.5 6 0 0 1 15 0",
}  # fmt: skip


def _stack(body: str, shade: str, light: str, accent: str) -> str:
    bars = "".join(
        f'<rect x="{left}" y="{top}" width="{wide}" height="52" rx="13" fill="{fill}"/>'
        f'<rect x="{left}" y="{top}" width="{wide}" height="17" rx="8.5" fill="{light}" opacity=".34"/>'
        f'<rect x="{left + wide - 46}" y="{top}" width="46" height="52" rx="13" fill="{shade}" opacity=".2"/>'
        for left, top, wide, fill in ((92, 246, 190, body), (108, 196, 172, light), (98, 146, 176, accent))
    )
    return (
        f'<ellipse cx="196" cy="303" rx="150" ry="15" fill="{shade}" opacity=".22"/>{bars}'
        f'<rect x="112" y="164" width="64" height="16" rx="3" fill="{light}" opacity=".75"/>'
        f'<circle cx="308" cy="266" r="34" fill="{body}"/><circle cx="298" cy="256" r="14" fill="{light}" opacity=".3"/>'
        f'<path d="M190 146q8-58 58-84M214 104q26-4 34-26M202 122q-26-14-28-40M226 84q-10-20-2-38" '
        f'fill="none" stroke="{shade}" stroke-width="4" stroke-linecap="round" opacity=".75"/>'
    )


def _bottle(body: str, shade: str, light: str, accent: str) -> str:
    return (
        f'<ellipse cx="200" cy="316" rx="120" ry="13" fill="{shade}" opacity=".22"/>'
        f'<rect x="146" y="138" width="92" height="178" rx="20" fill="{body}"/>'
        f'<rect x="176" y="96" width="32" height="44" fill="{shade}"/>'
        f'<rect x="168" y="84" width="48" height="20" rx="6" fill="{shade}"/>'
        f'<rect x="160" y="190" width="64" height="76" rx="4" fill="{light}"/>'
        f'<rect x="156" y="150" width="12" height="152" rx="6" fill="{light}" opacity=".35"/>'
        f'<rect x="250" y="230" width="72" height="86" rx="14" fill="{accent}"/>'
        f'<rect x="250" y="220" width="72" height="22" rx="8" fill="{shade}"/>'
    )


def _bowl(body: str, shade: str, light: str, accent: str) -> str:
    return (
        f'<ellipse cx="204" cy="322" rx="140" ry="14" fill="{shade}" opacity=".22"/>'
        f'<path d="M84 216h236q-6 102-118 106Q92 318 84 216Z" fill="{body}"/>'
        f'<ellipse cx="202" cy="216" rx="118" ry="26" fill="{shade}"/>'
        f'<circle cx="172" cy="196" r="34" fill="{accent}"/><circle cx="228" cy="190" r="40" fill="{light}"/>'
        f'<circle cx="216" cy="178" r="13" fill="#fff" opacity=".4"/>'
        f'<path d="M106 240q10 58 60 72" fill="none" stroke="{light}" '
        f'stroke-width="8" stroke-linecap="round" opacity=".4"/>'
    )


def _box(body: str, shade: str, light: str, accent: str) -> str:
    return (
        f'<ellipse cx="204" cy="324" rx="150" ry="14" fill="{shade}" opacity=".22"/>'
        f'<rect x="96" y="176" width="212" height="146" rx="6" fill="{body}"/>'
        f'<rect x="96" y="176" width="212" height="40" fill="{light}" opacity=".35"/>'
        f'<rect x="188" y="176" width="28" height="146" fill="{accent}"/>'
        f'<path d="M202 176q-66-70-74-24 8 26 74 24q66 2 74-24-8-46-74 24Z" fill="none" stroke="{accent}" stroke-width="14"/>'
        f'<rect x="268" y="176" width="40" height="146" fill="{shade}" opacity=".16"/>'
    )
