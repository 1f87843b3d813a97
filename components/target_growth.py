"""Targets begun from what was reached a year earlier: what to take, by how much to move it, and the review before it is kept."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components import target_words as told
from components import view
from components.sources import plain
from components.target_form import stretch
from components.words import MISSING, _, ngettext, number
from frameworks.kpi import KPIS
from frameworks.kpi.targets import Target

LENGTHS = {"month": 1, "quarter": 3, "year": 12}
_PROBLEM = "lf_target_growth_problem"
_SMALLEST = -100.0


@dataclass(frozen=True)
class Asked:
    """What to begin from: the KPIs, the markets (None: all together), the year to plan, in which steps, moved by what share."""

    kpis: tuple[str, ...]
    markets: tuple[str | None, ...]
    year: int
    step: str
    growth: float

    def steps(self) -> list[tuple[dt.date, dt.date]]:
        """Return the stretches of the year to plan."""
        return steps(self.year, self.step)


def steps(year: int, step: str) -> list[tuple[dt.date, dt.date]]:
    """Return the months or quarters of a year, or the year."""
    length = LENGTHS[step]
    return [stretch(year, month, length) for month in range(1, 13, length)]


def ask(kpis: Sequence[str], markets: Sequence[str], years: Sequence[int], first: Sequence[str]) -> Asked | None:
    """Draw the questions and return what was asked, None while something is open.

    kpis, markets: that the data hold. years: that can be planned, the likeliest first. first: the markets to begin with.
    """
    with st.grid(3, min_column_width=210, gap="small", key="lf-target-growth"):
        chosen = st.multiselect(
            _("Figures"), kpis, default=[name for name in ("revenue", "orders") if name in kpis], key="target_growth_kpis",
            format_func=lambda name: _(KPIS[name].title), persist_state="session",
        )  # fmt: skip
        where = st.multiselect(
            _("Markets"), ("", *markets), default=["", *first], key="target_growth_markets",
            format_func=lambda code: told.where(code or None), persist_state="session",
        )  # fmt: skip
        year = st.selectbox(_("Year to plan"), years, key="target_growth_year", format_func=str, persist_state="session")
        growth = st.number_input(
            _("Change on a year earlier (%)"), min_value=_SMALLEST, max_value=10_000.0, value=None, step=1.0,
            key="target_growth", placeholder=_("such as 10, or −5; 0 keeps it"), persist_state="session",
        )  # fmt: skip
        names = {"month": _("Month"), "quarter": _("Quarter"), "year": _("Year")}
        step = view.single(_("A target for each"), "each", tuple(LENGTHS), "month", names=names)
    if not chosen or not where:
        st.caption(_("Choose at least one figure and one market."))
        return None
    if growth is None:
        st.caption(_("Enter the change, and the targets appear here to look through before you keep them."))
        return None
    return Asked(tuple(chosen), tuple(code or None for code in where), int(year), step, max(growth, _SMALLEST) / 100)


def moved(kpi: str, value: float, growth: float) -> float:
    """Return a figure moved by a share of itself, as round as a plan is."""
    unit, new = KPIS[kpi].unit, value * (1 + growth)
    if unit == "share":
        return min(round(new, 3), 1.0)
    if unit == "points":
        return max(-100.0, min(round(new), 100.0))
    if unit == "stars":
        return max(1.0, min(round(new, 2), 5.0))
    return float(round(new)) if unit == "count" or abs(new) >= 1000 else round(new, 2)


def review(
    proposed: Sequence[tuple[Target, float]], known: Mapping[object, Target], left: Sequence[str],
    keep: Callable[[list[Target], str], str],
) -> None:  # fmt: skip
    """Draw the targets proposed, each beside what was reached a year earlier, to be changed and kept.

    known: targets that are kept already, by KPI, market, first and last day. left: the periods without a year earlier.
    """
    if left:
        st.caption(_("Left out, because the data do not hold all of the same days a year earlier: {periods}").format(
            periods=", ".join(left)))  # fmt: skip
    if not proposed:
        st.info(_("The data hold nothing a year earlier for this choice. Take another year, or shorter steps."),
                icon=":material/history:")  # fmt: skip
        return
    new = st.data_editor(
        pd.DataFrame([_row(target, before) for target, before in proposed]), hide_index=True,
        key=f"target_review_{zlib.crc32(repr([target for target, _before in proposed]).encode())}",
        height=min(38 + 35 * len(proposed), 420), alt=_("Targets proposed; change a figure or leave a row out"),
        column_config={
            "keep": st.column_config.CheckboxColumn(_("Keep"), width="small"),
            "kpi": st.column_config.TextColumn(_("Figure"), disabled=True),
            "market": st.column_config.TextColumn(_("Market"), disabled=True),
            "period": st.column_config.TextColumn(_("Period"), disabled=True),
            "before": st.column_config.TextColumn(_("A year earlier"), disabled=True),
            "value": st.column_config.NumberColumn(_("Target"), format="localized"),
            "unit": st.column_config.TextColumn(_("Unit"), disabled=True, width="small"),
        },
    )  # fmt: skip
    taken = [
        Target(target.kpi, target.market, target.first, target.last, told.from_typed(target.kpi, float(value)), target.currency)
        for (target, _before), wanted, value in zip(proposed, new["keep"], new["value"], strict=True)
        if wanted and not pd.isna(value)
    ]
    keep_button(taken, known, "growth", _PROBLEM, keep)


def keep_button(
    taken: Sequence[Target], known: Mapping[object, Target], name: str, problem_key: str, keep: Callable[[list[Target], str], str]
) -> None:  # fmt: skip
    """Draw how many targets are new and how many take the place of one, with the button that keeps them."""
    replaced = sum((one.kpi, one.market, one.first, one.last) in known for one in taken)
    told_new = ngettext("{count} new", "{count} new", len(taken) - replaced).format(count=number(len(taken) - replaced, 0))
    told_replaced = ngettext("{count} replaces a target that is there", "{count} replace targets that are there", replaced)
    st.caption(", ".join([told_new, told_replaced.format(count=number(replaced, 0))] if replaced else [told_new]))
    if problem := st.session_state.pop(problem_key, ""):
        st.error(plain(problem), icon=":material/report:")
    words = ngettext("Keep {count} target", "Keep {count} targets", len(taken)).format(count=number(len(taken), 0))
    kept = ngettext("Kept: {count} target", "Kept: {count} targets", len(taken)).format(count=number(len(taken), 0))

    def take() -> None:
        st.session_state[problem_key] = keep(list(taken), kept)

    st.button(words, key=f"target_keep_{name}", type="primary", icon=":material/flag:", on_click=take, disabled=not taken)


def _row(target: Target, before: float) -> dict[str, object]:
    earlier = Target(target.kpi, target.market, target.first, target.last, before, target.currency)
    return {
        "keep": True, "kpi": _(KPIS[target.kpi].title), "market": told.where(target.market),
        "period": told.period_name(target.first, target.last), "before": told.value_text(earlier),
        "value": told.typed(target.kpi, target.value), "unit": told.entry_unit(target.kpi, target.currency or "") or MISSING,
    }  # fmt: skip
