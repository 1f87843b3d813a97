"""The weight editor: sliders by block or by criterion, presets, locks, balance."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from components import pushed
from components.words import _, ngettext
from frameworks.scoring.criteria import BLOCK_NAMES, NAMES, PRESET_NAMES
from frameworks.weights import (
    AFFINITY_BLOCKS,
    AFFINITY_PARTS,
    POTENTIAL_BLOCKS,
    POTENTIAL_DIMENSIONS,
    PRESETS,
    TEAM_DIMENSIONS,
    Weights,
    by_block,
    rebalance,
    with_blocks,
)

_POTENTIAL = {**POTENTIAL_BLOCKS, "team": TEAM_DIMENSIONS}
_AXES: Mapping[str, Mapping[str, tuple[str, ...]]] = {"affinity": AFFINITY_BLOCKS, "potential": _POTENTIAL}


def editor(weights: Weights, keep: Callable[[Weights], None], *, fine: bool) -> None:
    """Draw the sliders; each move calls ``keep`` with the new weights before the page is drawn again.

    fine: one slider a criterion instead of one a block.
    """
    st.caption(_("Affinity: what makes a market near"))
    _axis("affinity", weights, keep, fine)
    st.caption(_("Potential: what makes a market worth it"))
    _axis("potential", weights, keep, fine)
    _balance(weights, keep)


def presets(weights: Weights, keep: Callable[[Weights], None]) -> None:
    """Draw the presets; choosing one replaces all weights."""
    current = next((name for name, preset in PRESETS.items() if preset == weights), None)
    st.session_state["w_preset"] = current

    def choose() -> None:
        chosen = st.session_state.get("w_preset")
        if chosen in PRESETS:
            keep(PRESETS[chosen])

    st.selectbox(
        _("Preset"), tuple(PRESETS), key="w_preset", on_change=choose, index=None,
        format_func=lambda name: _(PRESET_NAMES[name].name), placeholder=_("Your own weights"),
        help="  \n".join(f"**{_(c.name)}** {_(c.tells)}" for c in PRESET_NAMES.values()),
    )  # fmt: skip


def _axis(axis: str, weights: Weights, keep: Callable[[Weights], None], fine: bool) -> None:
    points = _hundred(getattr(weights, axis))
    blocks = _AXES[axis]
    names = _shown(axis, points, fine)
    values = dict(points) if fine else by_block(points, blocks)
    locks = st.session_state.get(f"w_lock_{axis}_{fine}") or []
    for name in names:
        key = f"w_{name}"
        pushed.show(key, round(values[name]))
        locked = name in locks
        st.slider(
            _title(name, fine) + (" 🔒" if locked else ""), 0, 100, key=key, format="%d %%", help=_tells(name, fine),
            disabled=locked, on_change=_moved, args=(axis, name, fine, weights, keep),
        )  # fmt: skip
    st.pills(
        _("Lock"), names, selection_mode="multi", key=f"w_lock_{axis}_{fine}", wrap=True,
        format_func=lambda name: _title(name, fine),
        help=_("Locked weights stay as they are; the others give way so that the sum stays 100."),
    )  # fmt: skip


def _shown(axis: str, points: Mapping[str, float], fine: bool) -> tuple[str, ...]:
    """Names of the sliders; the team's own evidence only where criteria are shown."""
    if fine:
        return AFFINITY_PARTS if axis == "affinity" else POTENTIAL_DIMENSIONS + TEAM_DIMENSIONS
    blocks = tuple(AFFINITY_BLOCKS) if axis == "affinity" else tuple(POTENTIAL_BLOCKS)
    used = axis == "potential" and any(points[name] for name in TEAM_DIMENSIONS)
    return (*blocks, "team") if used else blocks


def _moved(axis: str, name: str, fine: bool, weights: Weights, keep: Callable[[Weights], None]) -> None:
    value = st.session_state.get(f"w_{name}")
    if not isinstance(value, int | float) or not 0 <= value <= 100 or pushed.echoed(f"w_{name}"):
        return  # the browser's word is not enough
    points = _hundred(getattr(weights, axis))
    blocks = _AXES[axis]
    locks = frozenset(st.session_state.get(f"w_lock_{axis}_{fine}") or []) - {name}
    if fine:
        new = rebalance(points, name, float(value), locks)
    else:
        sums = rebalance(by_block(points, blocks), name, float(value), locks)
        new = with_blocks(points, blocks, sums)
    new = {part: round(points_of, 2) for part, points_of in new.items()}
    other = "potential" if axis == "affinity" else "affinity"
    keep(Weights(**{axis: new, other: getattr(weights, other), "balance": weights.balance}))


def _balance(weights: Weights, keep: Callable[[Weights], None]) -> None:
    pushed.show("w_balance", round(weights.balance))

    def moved() -> None:
        value = st.session_state.get("w_balance")
        if isinstance(value, int | float) and 0 <= value <= 100:
            keep(Weights(weights.affinity, weights.potential, float(value)))

    st.caption(_("Ranking: how the two axes count"))
    st.slider(
        _("Share of affinity in the rank"), 0, 100, key="w_balance", format="%d %%", on_change=moved,
        help=_("50 counts affinity and potential alike; it moves ranks, not points on the matrix."),
    )  # fmt: skip


def _hundred(points: Mapping[str, float]) -> dict[str, float]:
    total = sum(points.values())
    return {name: 100 * value / total for name, value in points.items()}


def _title(name: str, fine: bool) -> str:
    return _(NAMES[name].name) if fine else _(BLOCK_NAMES[name])


def _tells(name: str, fine: bool) -> str:
    if fine:
        return _(NAMES[name].tells)
    blocks = {**AFFINITY_BLOCKS, **_POTENTIAL}
    return ", ".join(_(NAMES[part].name) for part in blocks[name])


OWN_DEMAND = 10.0
"""Points that own demand starts with when the team lets it count."""


def offer_own_demand(weights: Weights, keep: Callable[[Weights], None], markets: int) -> None:
    """Offer to let the uploads count, where they say something and have no weight yet."""
    if not markets or weights.potential["own_demand"] > 0:
        return

    def count_it() -> None:
        points = rebalance(_hundred(weights.potential), "own_demand", OWN_DEMAND)
        keep(Weights(affinity=weights.affinity, potential=points, balance=weights.balance))

    told = ngettext(
        "Your uploads tell of demand from {count} market.", "Your uploads tell of demand from {count} markets.", markets
    )
    st.caption(told.format(count=markets))
    st.button(_("Count your own demand"), key="own_demand", icon=":material/person_pin_circle:", on_click=count_it)
