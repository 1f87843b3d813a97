"""What became of a file: recognised as what, where its rows and amounts went, what was assumed, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from components import upload_names as names
from components.sources import plain
from components.upload import head, rows_text, said_list, verdict
from components.words import _, date_text, list_text, locale, market_name, ngettext, number, said

OUTCOMES = (("kept", "rows_kept"), ("merged", "rows_merged"), ("left", "rows_left_out"), ("aside", "rows_set_aside"))


def days(first: Any, last: Any) -> str:
    """Return a span of days in words; empty without one."""
    if not first:
        return ""
    one, other = date_text(first), date_text(last or first)
    return one if one == other else _("{first} to {last}").format(first=one, last=other)


def summary(name: str, platform: str, kind: str, report: Any, mapping: Mapping[str, str], already: bool = False) -> None:
    """Draw the top of a card: the file, what it is, how it went, where its rows went, and what was assumed."""
    parts = [head(name, names.source(platform, kind), days(report.first_day, report.last_day))]
    if already:
        parts.append(verdict("even", _("This file is here already, read the same way. Nothing was added.")))
    else:
        parts.append(verdict(*_judged(report)))
    if report.rows_read:
        parts.append(split(report))
    if taken := _taken(report, dict(mapping)):
        parts.append(f'<p class="lf-im-taken">{escape(_("Assumed:"))} {taken}</p>')
    st.html("".join(parts))


def _taken(report: Any, headers: dict[str, str]) -> str:
    """What was assumed, in short."""
    shown = [each for each in report.assumptions if each.name != "kind"]
    return " · ".join(
        f"{escape(names.setting(each.name, headers))}: <b>{escape(names.value(each.value))}</b>" for each in shown[:4]
    ) + (" …" if len(shown) > 4 else "")


def _judged(report: Any) -> tuple[str, str]:
    off = [each for each in report.reconciled if each.difference or _misses(each)]
    kept = list_text(
        f"{number(rows, 0)} {_(names.TABLES.get(table, table))}" for table, rows in report.records.items() if rows
    )
    if not report.rows_read:
        return "caution", _("The file has headings but no rows. Check what was chosen for the export, then export it again.")
    if not kept:
        return "caution", _("Nothing of this file counts. The reasons are below.")
    if off:
        return "caution", _("{records}. The totals differ from the file's own: see below.").format(records=kept)
    if report.rows_set_aside:
        told = ngettext(
            "{records}. {count} row could not be read and was set aside.",
            "{records}. {count} rows could not be read and were set aside.", report.rows_set_aside,
        )  # fmt: skip
        return "caution", told.format(records=kept, count=number(report.rows_set_aside, 0))
    return "good", _("{records}. Every row of the file is accounted for.").format(records=kept)


def split(report: Any) -> str:
    """Return a bar of the rows kept, merged, left out and set aside, with its figures, as markup."""
    labels = {"kept": _("kept"), "merged": _("merged into another row's record"), "left": _("left out on purpose"),
              "aside": _("set aside")}  # fmt: skip
    counts = [(key, getattr(report, field)) for key, field in OUTCOMES]
    bar = "".join(f'<span class="lf-im-{key}" style="flex:{count} 0 0"></span>' for key, count in counts if count)
    legend = "".join(
        f'<span class="lf-im-{key}">{escape(number(count, 0))} {escape(labels[key])}</span>' for key, count in counts if count
    )
    read = escape(_("{rows} in the file").format(rows=rows_text(report.rows_read)))
    return (
        f'<div class="lf-im-split" aria-hidden="true">{bar}</div><div class="lf-im-legend">{legend}'
        f'<span style="--lf-part:transparent" class="lf-muted">{read}</span></div>'
    )


def details(report: Any) -> None:
    """Draw the whole account: reasons, totals, what was dropped, what nobody knows."""
    parts = [
        (_("Why rows were treated apart"), _reasons(report.reasons)),
        (_("Totals, reconciled"), _totals(report.reconciled)),
        (_("Personal columns, not stored"), _dropped(report.dropped)),
        (_("Words that no vocabulary knows"), _unknown(report.unknown)),
        (_("Columns that no figure needs"), said_list(report.ignored) if report.ignored else ""),
        (_("Remarks"), "".join(f"<p>{escape(said(note))}</p>" for note in report.notes)),
    ]
    st.html("".join(f'<p class="lf-im-part">{escape(title)}</p>{body}' for title, body in parts if body))


def _reasons(reasons: Sequence[Any]) -> str:
    labels = {"set_aside": _("set aside"), "left_out": _("left out"), "noted": _("counted, with a note"), "merged": _("merged")}
    items = []
    for reason in reasons:
        lines = ", ".join(number(line, 0) for line in reason.lines[:12]) + (" …" if reason.rows > len(reason.lines[:12]) else "")
        where = ngettext("line {lines}", "lines {lines}", len(reason.lines)).format(lines=lines) if reason.lines else ""
        foot = " · ".join(part for part in (labels.get(reason.outcome, reason.outcome), where) if part)
        count, told = escape(number(reason.rows, 0)), escape(said(reason.reason))
        items.append(f"<li><b>{count}</b><span>{told}</span><small>{escape(foot)}</small></li>")
    return f'<ul class="lf-im-why">{"".join(items)}</ul>' if items else ""


def _misses(each: Any) -> bool:
    return each.stated is not None and abs(float(each.stated) - float(each.in_file)) > 0.005


def _totals(reconciled: Sequence[Any]) -> str:
    if not reconciled:
        return ""
    heads = (_("Measure"), _("In the file"), _("Kept"), _("Merged"), _("Left out"), _("Set aside"), _("File's own total"), "")
    rows = []
    for each in reconciled:
        measure = f"{each.measure} ({each.currency})" if each.currency and each.currency not in each.measure else each.measure
        figures = (each.in_file, each.kept, each.merged, each.left_out, each.set_aside)
        cells = "".join(f"<td>{escape(_figure(figure))}</td>" for figure in figures)
        stated = f"<td>{escape(_figure(each.stated)) if each.stated is not None else '–'}</td>"
        rows.append(f'<tr><th scope="row">{escape(measure)}</th>{cells}{stated}<td>{_mark(each)}</td></tr>')
    top = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = f"<thead><tr>{top}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f'<div class="lf-scroll" tabindex="0"><table class="lf-im-totals">{body}</table></div>'


def _mark(each: Any) -> str:
    gap = float(each.difference) or (float(each.stated) - float(each.in_file) if _misses(each) else 0.0)
    if gap:
        return f'<span class="lf-im-off">{escape(_("off by {amount}").format(amount=_figure(gap)))}</span>'
    return f'<span class="lf-im-ok"><span aria-hidden="true">✓</span><span class="lf-unseen">{escape(_("adds up"))}</span></span>'


def _figure(value: Any) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0.####", locale=locale()).replace("-", "−")


def _dropped(dropped: Sequence[tuple[str, str]]) -> str:
    if not dropped:
        return ""
    chips = [f"{header} ({_(names.PERSONAL[kind])})" if kind in names.PERSONAL else header for header, kind in dropped]
    told = _("Who bought is kept as a scrambled key that only this workspace can make; these columns left no other trace.")
    return f'<p class="lf-source">{escape(told)}</p>{said_list(chips)}'


def _unknown(unknown: Sequence[tuple[str, str, int]]) -> str:
    if not unknown:
        return ""
    titles = {"market": _("market"), "channel": _("channel"), "device": _("device")}
    chips = [f"{word} ({titles.get(what, what)}, {rows_text(rows)})" for what, word, rows in unknown[:40]]
    told = _("These rows count, but not for a market, channel or device.")
    return f'<p class="lf-source">{escape(told)}</p>{said_list(chips)}'


def assumptions(
    number_of: int,
    report: Any,
    mapping: Mapping[str, str],
    assume: Mapping[str, Any],
    markets: Sequence[str],
    again: Callable[[dict[str, str]], None],
) -> None:
    """Draw what was assumed, to be changed; ``again`` is called with what the person lays down instead.

    mapping: alias to header. assume: what was laid down before. markets: codes to choose from.
    """
    taken = {each.name: each for each in report.assumptions if each.name != "kind"}
    shown = {name: each.value for name, each in taken.items()}
    for name in ("currency", "zone", "market", "account"):
        shown.setdefault(name, str(assume.get(name, "")))
    headers = dict(mapping)
    with st.form(f"assume_{number_of}", border=False):
        chosen = {}
        with st.grid(min_column_width=280, gap="small"):
            for name, value in shown.items():
                with st.container(gap=None):
                    chosen[name] = _ask(f"assume_{number_of}_{name}", name, value, taken.get(name), headers, markets)
                    if name in taken:
                        st.html(f'<p class="lf-source">{escape(said(taken[name].evidence))}</p>')
        if st.form_submit_button(_("Read the file again like this"), icon=":material/replay:"):
            changed = {name: given for name, given in chosen.items() if given != shown[name]}
            kept = {name: str(given) for name, given in assume.items()}
            again({name: given for name, given in (kept | changed).items() if given})


def _ask(key: str, name: str, value: str, taken: Any, headers: dict[str, str], markets: Sequence[str]) -> str:
    label = plain(names.setting(name, headers))
    if name == "account":
        return st.text_input(label, value=value, key=key, max_chars=80, placeholder=_("only if you have several")).strip()
    if name == "market":
        return st.selectbox(
            label, ("", *markets), index=("", *markets).index(value) if value in markets else 0, key=key,
            format_func=lambda code: market_name(code) if code else _("as the file says"),
        )  # fmt: skip
    if name == "zone":
        options = tuple(dict.fromkeys((value, *names.ZONES)))
    elif name == "currency":
        options = tuple(dict.fromkeys((value, *(taken.options if taken else ()), *CURRENCIES)))
    else:
        options = tuple(dict.fromkeys((value, *(taken.options if taken else ()))))
    return st.selectbox(
        label, options, key=key, format_func=lambda one: names.value(one) if one else _("as the file says")
    )


CURRENCIES = (
    "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BRL",
    "MXN", "ARS", "CLP", "COP", "INR", "IDR", "KRW", "TWD", "HKD", "SGD", "MYR", "THB", "PHP", "VND", "TRY", "ILS", "AED",
    "SAR", "ZAR", "NGN", "EGP", "RUB", "UAH",
)  # fmt: skip
