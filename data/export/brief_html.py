"""Briefs as markup: a fragment for a page, and a file of its own that prints well and runs nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

from frameworks.report.document import (
    Bar,
    Bars,
    Block,
    Document,
    Figure,
    Figures,
    Point,
    Points,
    Section,
    Table,
    Text,
    cleaned,
    seen,
)

_STATIC = Path(__file__).parents[2] / "static"
_LIGHT = {
    "paper": "#FFFFFF", "card": "#FFFFFF", "panel": "#EFF1EC", "ink": "#10303E", "muted": "#4F6873", "line": "#D5DAD6",
    "grid": "#E6E6DF", "accent": "#B4441C", "good": "#00655F", "caution": "#8A5A00", "q-lead": "#00655F",
    "q-adapt": "#C27E00", "q-niche": "#6B5FC7", "q-later": "#82939C", "q-unknown": "#C9D1D3",
}  # fmt: skip
_PAGE = """body { margin: 0; background: var(--lf-paper); color: var(--lf-ink); font-family: Figtree, "Segoe UI", system-ui,
 "Noto Sans", sans-serif; } main { padding: 2rem clamp(1rem, 4vw, 3rem); } .lf-brief { margin: 0 auto; }
.lf-brief + .lf-brief { margin-top: 4rem; padding-top: 2rem; border-top: 3px solid var(--lf-line); }
.lf-scroll { overflow-x: auto; } .lf-num { font-variant-numeric: tabular-nums; } @page { size: A4; margin: 14mm; }
@media print { main { padding: 0; } .lf-brief + .lf-brief { break-before: page; border: 0; margin: 0; padding: 0; } }"""
_SHORT = 14
"""Cells of this many letters at most stay on one line."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def brief_html(documents: Sequence[Document], title: str) -> bytes:
    """Return the documents as one UTF-8 page without scripts or anything fetched; the same inputs, the same bytes."""
    first = documents[0]
    variables = "".join(f"--lf-{name}:{colour};" for name, colour in _LIGHT.items())
    return (
        f'<!doctype html>\n<html lang="{escape(first.language.replace("_", "-"))}"{_direction(first)}>\n<head>\n'
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(_one_line(title))}</title>\n<style>:root{{{variables}}}\n{_PAGE}\n{_styles()}</style>\n</head>\n"
        f"<body><main>\n{''.join(fragment(document) for document in documents)}\n</main></body>\n</html>\n"
    ).encode()


def fragment(document: Document, level: int = 1) -> str:
    """Return one document as an escaped ``<article>``; ``level`` is that of its title."""
    shown = cleaned(document)
    inside = "".join(
        "".join(each) if wide else f'<div class="lf-br-flow">{"".join(each)}</div>'
        for wide, group in groupby(shown.sections, key=lambda section: section.wide)
        if (each := [_section(section, level + 1) for section in group])
    )
    foot = "".join(f"<p>{escape(line)}</p>" for line in shown.foot)
    chip = f'<span class="lf-chip lf-{escape(shown.tone)}">{escape(shown.chip)}</span>' if shown.chip else ""
    return (
        f'<article class="lf-brief lf-br-{escape(shown.kind)}"{_direction(shown)}>'
        f'<p class="lf-eyebrow">{escape(shown.eyebrow)}</p>'
        f'<h{level} class="lf-br-title">{escape(shown.title)}</h{level}>'
        f'<p class="lf-br-said">{chip}<span>{escape(shown.lead)}</span></p>'
        f'{inside}<div class="lf-br-foot">{foot}</div></article>'
    )


@cache
def _styles() -> str:
    sheets = [(_STATIC / name).read_text("utf-8") for name in ("landfall.css", "brief.css")]
    return "\n".join(sheets).replace("</", "<\\/")


def _direction(document: Document) -> str:
    return ' dir="rtl"' if document.rtl else ""


def _one_line(text: str) -> str:
    return " ".join(seen(text).split())


def _section(section: Section, level: int) -> str:
    long = " lf-br-long" if section.wide else ""
    blocks = "".join(_block(block) for block in section.blocks)
    if section.key == "why":
        blocks = f'<div class="lf-br-pair">{blocks}</div>'
    return (
        f'<section class="lf-bs-{escape(section.key)}{long}"><h{level}>{escape(section.heading)}</h{level}>'
        f"{blocks}</section>"
    )


def _block(block: Block) -> str:
    if isinstance(block, Text):
        name = {"note": ' class="lf-note"', "muted": ' class="lf-br-muted"'}.get(block.tone, "")
        return f"<p{name}>{escape(block.text)}</p>"
    if isinstance(block, Figures):
        return f'<div class="lf-br-figures">{"".join(_figure(item) for item in block.items)}</div>'
    if isinstance(block, Bars):
        rows = "".join(_bar(item) for item in block.items)
        return f'<div class="lf-br-bars"><p class="lf-br-label">{escape(block.title)}</p>{rows}</div>'
    if isinstance(block, Points):
        return f'<ul class="lf-br-points">{"".join(_point(item) for item in block.items)}</ul>'
    return _table(block)


def _figure(item: Figure) -> str:
    return (
        f'<div><p class="lf-br-label">{escape(item.label)}</p><p class="lf-br-value lf-num">{escape(item.value)}</p>'
        f'{_range(item)}<p class="lf-br-muted">{escape(item.note)}</p></div>'
    )


def _range(item: Figure) -> str:
    if item.low is None or item.high is None:
        return ""
    cut = "" if item.cut is None else f'<i style="left:{item.cut:.1f}%"></i>'
    mark, at = ("", item.at) if item.at is not None else (" lf-br-nomark", item.low)
    return (
        f'<div class="lf-br-range" aria-hidden="true"><div class="lf-band{mark}"'
        f' style="--low:{item.low:.1f}%;--high:{item.high:.1f}%;--at:{at:.1f}%"></div>{cut}</div>'
    )


def _bar(item: Bar) -> str:
    note = f" <small>{escape(item.note)}</small>" if item.note else ""
    if item.share is None:
        band = '<div class="lf-bar" aria-hidden="true" style="--share:0%"></div>'
    else:
        low, high = (item.share if end is None else end for end in (item.low, item.high))
        band = (
            f'<div class="lf-band" aria-hidden="true"'
            f' style="--low:{low:.1f}%;--high:{high:.1f}%;--at:{item.share:.1f}%"></div>'
        )
    return f"<div><span>{escape(item.label)}{note}</span>{band}<strong>{escape(item.value)}</strong></div>"


def _point(item: Point) -> str:
    text = escape(item.text)
    if item.url:
        text = f'<a href="{escape(item.url)}" rel="noopener noreferrer nofollow">{text}</a>'
    lead = f"<strong>{escape(item.lead)}.</strong> " if item.lead else ""
    marks = "".join(f'<span class="lf-chip">{escape(mark)}</span>' for mark in item.marks)
    detail = f'<p class="lf-br-muted">{escape(item.detail)}</p>' if item.detail else ""
    return f"<li>{lead}{text}{marks}{detail}</li>"


def _table(block: Table) -> str:
    def cell(text: str, column: int, row: int) -> str:
        names = [name for name, given in (("lf-br-num", column in block.numeric), ("lf-br-short", len(text) <= _SHORT)) if given]
        number = f' class="{" ".join(names)}"' if names else ""
        if column == 0:
            return f'<th scope="row"{number}>{escape(text)}</th>'
        strong = f"<strong>{escape(text)}</strong>" if row in block.strong else escape(text)
        return f"<td{number}>{strong}</td>"

    heads = "".join(
        f'<th scope="col"{" class=lf-br-num" if i in block.numeric else ""}>{escape(text)}</th>'
        for i, text in enumerate(block.head)
    )
    rows = "".join(
        f"<tr>{''.join(cell(text, i, n) for i, text in enumerate(row))}</tr>" for n, row in enumerate(block.rows)
    )
    title = f'<p class="lf-br-label">{escape(block.title)}</p>' if block.title else ""
    label = escape(block.title or ", ".join(filter(None, block.head)))
    return (
        f'{title}<div class="lf-scroll" tabindex="0" role="region" aria-label="{label}"><table class="lf-table">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
