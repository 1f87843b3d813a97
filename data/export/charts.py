"""Charts as PNG and SVG files, drawn from their Vega-Lite specification without a browser."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frameworks.labels import N_, Sentence

FONTS = Path(__file__).parents[2] / "static" / "fonts"
_PICTURE = re.compile(r"<image\b[^>]*?\bhref=\"(?!data:image/)")


class ChartError(Sentence):
    """The chart cannot be drawn; the message is a sentence for the user."""


def chart_svg(spec: dict[str, Any]) -> str:
    """Return a Vega-Lite chart as SVG text; fonts are named in it, not embedded.

    Nothing is fetched: data must stand in the specification. Raises ChartError when it refers
    to data or pictures elsewhere, or cannot be drawn.
    """
    for url in _data_urls(spec):
        raise ChartError(N_("The chart cannot be exported: its data lies elsewhere ({url})."), url=url[:80])
    vl_convert = _renderer()
    try:
        drawn = vl_convert.vegalite_to_svg(spec, vl_version=_version(spec), allowed_base_urls=[])
    except ValueError as error:
        raise ChartError(N_("The chart cannot be exported: its description cannot be drawn.")) from error
    if _PICTURE.search(drawn):
        raise ChartError(N_("The chart cannot be exported: it shows a picture that lies elsewhere."))
    return drawn


def chart_png(spec: dict[str, Any], scale: float = 2) -> bytes:
    """Return a Vega-Lite chart as PNG, ``scale`` pixels (at most 8) per chart pixel; see ``chart_svg``."""
    if not 0 < scale <= 8:
        raise ChartError(N_("The picture's scale must lie above 0 and at most at 8."))
    drawn = chart_svg(spec)  # checked there: the PNG step would fetch pictures even with no address allowed
    return _renderer().svg_to_png(drawn, scale=scale)


@functools.cache
def _renderer() -> Any:
    import vl_convert

    if FONTS.is_dir():
        vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def _version(spec: dict[str, Any]) -> str:
    """Pick the Vega-Lite release the specification asks for, else the newest one at hand."""
    at_hand = _renderer().get_vegalite_versions()
    asked = re.search(r"/v(\d+\.\d+)", str(spec.get("$schema", "")))
    return asked[1] if asked and asked[1] in at_hand else at_hand[-1]


def _data_urls(part: object, inside: str = "") -> Iterator[str]:
    """Yield every address from which the specification would load data."""
    if isinstance(part, dict):
        if inside == "data" and isinstance(part.get("url"), str):
            yield part["url"]
        for key, value in part.items():
            if key not in ("values", "datasets"):
                yield from _data_urls(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from _data_urls(value, inside)
