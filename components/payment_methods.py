"""The methods of a market with the gate that stops each, and what is missing, by points gained."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from components.payment_words import AVAILABLE, class_name, gate_name, provider_text, reason_text, share_text, type_name
from components.words import MISSING, _, list_text, ngettext, number, source_text
from frameworks.payments import PaymentFit
from frameworks.payments.missing import Gain

_TOP = 5


def missing(fit: PaymentFit, names: Mapping[str, str]) -> None:
    """Draw what would add most, and who adds it; methods of one share once. names: of providers."""
    scored = fit.mix is not None
    first = [gain for gain in fit.gains if gain.points > 0 or not scored]
    if not first:
        st.caption(_("Nothing that counts in the published mix is missing."))
        return
    widest = max(gain.points for gain in first) if scored else 1
    st.html(f'<ol class="lf-pay-missing">{"".join(_missing(gain, names, widest) for gain in first[:_TOP])}</ol>')
    if len(first) > _TOP:
        with st.expander(ngettext("{count} more", "{count} more", len(first) - _TOP).format(count=len(first) - _TOP)):
            st.html(
                f'<ol class="lf-pay-missing" start="{_TOP + 1}">'
                f"{''.join(_missing(gain, names, widest) for gain in first[_TOP:])}</ol>"
            )


def unweighed(fit: PaymentFit, names: Mapping[str, str]) -> None:
    """List local methods that are missing but that the mix does not weigh, with what stops each."""
    if fit.mix is None:
        return
    local = set(fit.methods.index[fit.methods["here_only"]])
    rows = fit.missing[(fit.missing["points"] == 0) & fit.missing["method_id"].isin(local)]
    if rows.empty:
        return
    st.caption(_("Local, but not weighed by these figures:"))
    items = "".join(
        f"<li><b>{escape(row.name)}</b> – {escape(gate_name(row.gate))}: {escape(how(row, names))}</li>"
        for row in rows.head(2 * _TOP).itertuples()
    )
    st.html(f'<ul class="lf-pay-notes">{items}</ul>')


def _missing(gain: Gain, names: Mapping[str, str], widest: float) -> str:
    points = "" if pd.isna(gain.points) else _("+{points} points").format(points=number(gain.points))
    line = f'<div class="lf-bar" style="--share:{100 * gain.points / widest:.1f}%"></div>' if points else ""
    told = [how(gain, names)]
    if len(gain.methods) > 1:
        points = _("{points} together").format(points=points)
    if gain.also:
        told.append(_("Then still shut: {gates}.").format(gates=list_text([gate_name(gate) for gate in gain.also])))
    if gain.same_as:
        told.append(_("These are the same points as those of {methods}.").format(methods=list_text(gain.same_as)))
    named = list_text(tuple(gain.methods.values()))
    return (
        f"<li><div><b>{escape(named)}</b> <small>{escape(class_name(gain.payment_class))}</small>"
        f'<span class="lf-num">{escape(points)}</span></div>{line}<p>{escape(" ".join(told))}</p></li>'
    )


def how(row, names: Mapping[str, str]) -> str:  # type: ignore[no-untyped-def]
    """Return what would make a missing method available."""
    if row.providers:
        most = 4
        listed = [names.get(code, code) for code in row.providers]
        if len(listed) > most:
            rest = len(listed) - most
            more = ngettext("{count} other", "{count} others", rest).format(count=rest)
            listed = [*listed[:most], more]
        told = _("Add them with {providers}.") if len(getattr(row, "methods", ())) > 1 else _("Add it with {providers}.")
        return told.format(providers=list_text(listed, any_of=True))
    return reason_text(row.reason)


def table(fit: PaymentFit, names: Mapping[str, str], *, abroad: bool) -> None:
    """Draw the methods: available or not, at which gate each is stopped, and why; those that weigh nothing folded away.

    abroad: also those that a chosen provider processes but buyers of the market do not have.
    """
    rows = fit.methods if abroad else fit.methods[fit.methods["local"]]
    counted = rows[rows["weight"] > 0] if fit.mix is not None else rows
    rest = rows.drop(index=counted.index)
    if counted.empty:
        st.caption(_("No method of this market is known."))
    else:
        st.html(_table(counted, names, scored=fit.mix is not None))
    if len(rest):
        told = ngettext("{count} method without weight in the score", "{count} methods without weight in the score", len(rest))
        with st.expander(told.format(count=len(rest))):
            st.html(_table(rest, names, scored=False))


def _table(rows: pd.DataFrame, names: Mapping[str, str], *, scored: bool) -> str:
    heads = [_("Method"), _("Available"), _("Why"), *([_("Weight in class")] if scored else [_("Figures of")])]
    top = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(_method(row, names, scored) for row in rows.itertuples())
    return f'<table class="lf-table lf-pay-methods"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def _method(row, names: Mapping[str, str], scored: bool) -> str:  # type: ignore[no-untyped-def]
    state = _(AVAILABLE[row.available]) if row.available == "yes" else gate_name(row.gate)
    if row.available == "unknown":
        state = _("{gate} unknown").format(gate=state)
    told = reason_text(row.reason)
    if row.providers and row.available == "yes":
        told = _("With {providers}.").format(providers=provider_text(row.providers, names))
    year = MISSING if pd.isna(row.year) else str(row.year)
    source = " · ".join(part for part in (source_text(row.source), year) if part != MISSING)
    chip = "" if row.checked else f' <span class="lf-chip lf-pay-unchecked">{escape(_("unchecked"))}</span>'
    last = share_text(row.weight) if scored else year
    return (
        f'<tr><th scope="row">{escape(row.name)}{chip}<small>{escape(class_name(row.payment_class))}</small></th>'
        f'<td><span class="lf-pay-state lf-pay-{row.available}">{escape(state)}</span></td>'
        f'<td class="lf-pay-why">{escape(told)}<small>{escape(source)}</small></td><td class="lf-num">{escape(last)}</td></tr>'
    )


def heads() -> dict[str, str]:
    """Return the columns of the methods table and their heads."""
    return {
        "name": _("Method"), "payment_class": _("Class"), "available": _("Available"), "gate": _("Stopped at"),
        "reason": _("Why"), "providers": _("Your providers"), "weight": _("Weight in class"), "type": _("Kind"),
        "year": _("Year"), "source": _("Source"), "checked": _("Checked"),
    }  # fmt: skip


def export(fit: PaymentFit, names: Mapping[str, str]) -> pd.DataFrame:
    """Return the methods in words, for the screen and for files, with the columns of ``heads``."""
    rows = fit.methods
    return pd.DataFrame(
        {
            "name": rows["name"],
            "payment_class": [class_name(code) for code in rows["payment_class"]],
            "available": [_(AVAILABLE[state]) for state in rows["available"]],
            "gate": [gate_name(gate) if gate else "" for gate in rows["gate"]],
            "reason": [reason_text(reason) for reason in rows["reason"]],
            "providers": [provider_text(codes, names) if codes else "" for codes in rows["providers"]],
            "weight": rows["weight"],
            "type": [type_name(code) for code in rows["type"]],
            "year": rows["year"],
            "source": [source_text(name) for name in rows["source"]],
            "checked": [_("yes") if checked else _("no") for checked in rows["checked"]],
        },
        index=rows.index,
    )


def missing_export(fit: PaymentFit, names: Mapping[str, str]) -> pd.DataFrame:
    """Return what is missing, in words, for files; methods of one share in one row."""
    found = fit.gains
    return pd.DataFrame(
        {
            _("Method"): [list_text(tuple(gain.methods.values())) for gain in found],
            _("Class"): [class_name(gain.payment_class) for gain in found],
            _("Points gained"): [gain.points for gain in found],
            _("Providers that would add it"): [provider_text(gain.providers, names) for gain in found],
            _("Stopped at"): [gate_name(gain.gate) for gain in found],
            _("Then still shut"): [list_text([gate_name(gate) for gate in gain.also]) for gain in found],
            _("Why"): [reason_text(gain.reason) for gain in found],
        }
    )


def class_export(fit: PaymentFit) -> pd.DataFrame:
    """Return coverage by class, in words, for files."""
    rows = fit.classes
    return pd.DataFrame(
        {
            _("Class"): [class_name(code) for code in rows.index],
            _("Share"): [share_text(share) for share in rows["share"]],
            _("Coverage, low"): rows["low"].to_numpy(),
            _("Coverage, once confirmed"): rows["low_confirmed"].to_numpy(),
            _("Coverage, high"): rows["high"].to_numpy(),
            _("Methods available"): rows["supported"].to_numpy(),
            _("Points, low"): rows["points_low"].to_numpy(),
            _("Points, high"): rows["points_high"].to_numpy(),
        }
    )
