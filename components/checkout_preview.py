"""A localized checkout drawn as a buyer would see it: plain markup without scripts, pictures or remote fonts.

Everything that comes from people or tables is escaped here. What is estimated carries a small number that
the legend explains.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components import words
from components.words import N_, _, list_text, market_name, ngettext, number, said
from frameworks.localization.checkout_model import Checkout, Entry, Line, Method, Text

STYLESHEET = (words.LOCALE_DIR.parents[1] / "static" / "checkout.css").read_text(encoding="utf-8")

FRAMES = {"desktop": N_("Desktop"), "phone": N_("Phone")}
"""The frames a checkout can be drawn in, by name."""

_SHOP = "shop.example"
_BRANDS = 5
_NAMED = 8


def style() -> str:
    """Return the style sheet as markup."""
    return f"<style>{STYLESHEET}</style>"


def markup(checkout: Checkout, frame: str = "desktop") -> str:
    """Return the checkout in a ``"desktop"`` or ``"phone"`` frame, with language and direction of its script."""
    kind = frame if frame in FRAMES else "desktop"
    spoken = _("Checkout preview: {market}").format(market=market_name(checkout.market))
    bar = f'<div class="lf-co-bar" aria-hidden="true">{_bar(kind)}</div>'
    side = f'<div class="lf-co-side">{_side(checkout)}</div>'
    form = f'<div class="lf-co-form">{_form(checkout)}</div>'
    return (
        f'<div class="lf-co lf-co-{kind}" role="group" aria-label="{escape(spoken)}">'
        f'<div class="lf-co-page" lang="{escape(checkout.language)}" dir="{escape(checkout.direction)}">'
        f'{bar}<div class="lf-co-shop"><b><bdi dir="ltr">{_SHOP}</bdi></b>'
        f'<span class="lf-co-safe">{_text(checkout.words["secure_payment"], checkout)}</span></div>'
        f'<div class="lf-co-body">{form}{side}</div></div></div>'
    )


def side_by_side(checkouts: Sequence[Checkout], frame: str = "desktop") -> str:
    """Return the checkouts next to each other, one below the other where there is no room."""
    return f'<div class="lf-co-set">{"".join(markup(one, frame) for one in checkouts)}</div>'


def legend(checkout: Checkout) -> str:
    """Return the explanation of the small numbers, and what holds for the whole, as a list."""
    rows = "".join(
        f"<li>{_sign(note.number) if note.number is not None else '<i></i>'}<span>{escape(said(note.said))}</span></li>"
        for note in checkout.notes
    )
    if checkout.unshown:
        rows += f"<li><i></i><span>{escape(_folded(checkout.unshown))}</span></li>"
    if checkout.left_out:
        lacking = _("Left out, since your set-up does not take them: {names}.").format(names=list_text(checkout.left_out))
        rows += f"<li><i></i><span>{escape(lacking)}</span></li>"
    return f'<ul class="lf-co-legend">{rows}</ul>' if rows else ""


def document(checkouts: Sequence[Checkout], frame: str = "desktop") -> str:
    """Return a whole HTML page with the checkouts and their legends, to keep or send: no scripts, nothing remote."""
    blocks = "".join(
        f'<section><p class="lf-co-name">{escape(market_name(one.market))}</p>{markup(one, frame)}{legend(one)}</section>'
        for one in checkouts
    )
    title = escape(_("Checkout preview"))
    return (
        f'<!doctype html>\n<html lang="{escape(words.language().replace("_", "-"))}"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        "<style>body{margin:1.5rem;background:#eef1f2;color:#14202b;font-family:system-ui,sans-serif}"
        f"section{{margin:0 0 2.5rem}}{STYLESHEET}</style></head><body>{blocks}</body></html>\n"
    )


def _bar(kind: str) -> str:
    return "<i></i>" if kind == "phone" else f"<i></i><i></i><i></i><span>https://{_SHOP}/checkout</span>"


def _folded(names: Sequence[str]) -> str:
    listed, more = list_text(names[:_NAMED]), len(names) - _NAMED
    if more <= 0:
        return _("Further ways to pay there: {names}.").format(names=listed)
    return ngettext(
        "Further ways to pay there: {names} and {count} more.", "Further ways to pay there: {names} and {count} more.", more
    ).format(names=listed, count=number(more, 0))


def _sign(count: int) -> str:
    return f'<i class="lf-co-mark">{count}</i>'


def _mark(count: int | None) -> str:
    """The number in small, held to the word before it."""
    return "" if count is None else f"\u2060{_sign(count)}"


def _text(text: Text, checkout: Checkout) -> str:
    """Return a text, isolated and named where it is in another language than the page."""
    inside = escape(text.text)
    if text.language == "und":
        inside = f'<bdi dir="auto">{inside}</bdi>'
    elif text.language.split("-")[0] != checkout.language.split("-")[0]:
        inside = f'<bdi lang="{escape(text.language)}" dir="{text.direction}">{inside}</bdi>'
    return inside + _mark(text.mark)


def _amount(value: str, mark: int | None = None) -> str:
    return f'<span class="lf-co-amount"><bdi>{escape(value)}</bdi>{_mark(mark)}</span>'


def _form(checkout: Checkout) -> str:
    said_by = checkout.words
    contact = "".join(_row((entry,), checkout) for entry in checkout.contact)
    address = "".join(_row(row, checkout) for row in checkout.rows)
    ways = "".join(_way(way, checkout) for way in checkout.methods)
    parts = [
        f'<p class="lf-co-title">{_text(said_by["checkout"], checkout)}</p>',
        _part(said_by["contact"], contact, checkout),
        _part(said_by["delivery_address"], address, checkout),
    ]
    if checkout.delivery is not None:
        parts.append(_part(said_by["delivery_method"], _delivery(checkout.delivery, checkout), checkout))
    parts.append(_part(said_by["payment"], f'<div class="lf-co-box">{ways}</div>', checkout))
    parts.append(f'<div class="lf-co-pay">{_text(said_by["pay_amount"], checkout)}</div>')
    return "".join(parts)


def _part(head: Text, inside: str, checkout: Checkout) -> str:
    return f'<div class="lf-co-part"><p class="lf-co-head">{_text(head, checkout)}</p>{inside}</div>'


def _row(entries: Sequence[Entry], checkout: Checkout) -> str:
    pair = " lf-co-pair" if len(entries) == 2 else ""
    return f'<div class="lf-co-row{pair}">{"".join(_field(entry, checkout) for entry in entries)}</div>'


def _field(entry: Entry, checkout: Checkout) -> str:
    label = _text(entry.label, checkout)
    if not entry.needed:
        label += f" ({_text(checkout.words['optional'], checkout)})"
    if entry.choices:
        inside = f"<bdi>{escape(entry.choices[0])}</bdi>"
    else:
        example = entry.example.upper() if entry.upper else entry.example
        inside = f'<span><bdi dir="ltr">{escape(example)}</bdi></span>' if example else ""
        if entry.abroad:
            inside += f'<span class="lf-co-abroad"><bdi dir="ltr">{escape(entry.abroad)}</bdi></span>'
    shape = "lf-co-field lf-co-pick" if entry.choices else "lf-co-field"
    return f'<div class="{shape}"><span>{label}</span><div>{inside}</div></div>'


def _delivery(line: Line, checkout: Checkout) -> str:
    return (
        f'<div class="lf-co-box"><div class="lf-co-way"><div>{_text(line.label, checkout)}'
        f"<small>{escape(line.value)}{_mark(line.mark)}</small></div>"
        f"{_amount(checkout.summary[1].value, checkout.summary[1].mark)}</div></div>"
    )


def _way(way: Method, checkout: Checkout) -> str:
    kind = f"<small>{_text(way.kind, checkout)}</small>" if way.kind is not None else ""
    brands = ""
    if way.brands:
        shown = way.brands[:_BRANDS]
        more = [f"+{len(way.brands) - len(shown)}"] if len(way.brands) > len(shown) else []
        brands = "".join(f'<bdi dir="ltr">{escape(name)}</bdi>' for name in (*shown, *more))
        brands = f'<div class="lf-co-brands">{brands}</div>'
    return f'<div class="lf-co-way"><div>{_text(way.name, checkout)}{_mark(way.mark)}{kind}{brands}</div></div>'


def _side(checkout: Checkout) -> str:
    said_by = checkout.words
    lines = "".join(
        f'<div class="lf-co-sum{" lf-co-tax" if place > 1 else ""}"><span>{_text(line.label, checkout)}</span>'
        f"{_amount(line.value, line.mark)}</div>"
        for place, line in enumerate(checkout.summary)
    )
    total = checkout.total
    inside = (
        f'<p class="lf-co-head">{_text(said_by["order_summary"], checkout)}</p>'
        f'<div class="lf-co-thing"><div><strong><bdi dir="auto">{escape(checkout.product)}</bdi></strong>'
        f"<small>{_text(said_by['quantity'], checkout)}: 1</small></div>{_amount(checkout.price, checkout.price_mark)}</div>"
        f'{lines}<div class="lf-co-sum lf-co-total"><span>{_text(total.label, checkout)}</span>'
        f"{_amount(total.value, total.mark)}</div>"
    )
    if checkout.tax_note is not None and len(checkout.summary) < 3:
        inside += f'<p class="lf-co-parts">{_text(checkout.tax_note, checkout)}</p>'
    if checkout.instalments is not None:
        inside += f'<p class="lf-co-parts">{_text(checkout.instalments, checkout)}</p>'
    return inside
