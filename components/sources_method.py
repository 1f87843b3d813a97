"""How the figures become scores: every formula in plain words first, then in symbols, with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import streamlit as st

from components.words import N_, _, number
from frameworks.scoring.criteria import BLOCK_NAMES, NAMES
from frameworks.scoring.matrix import MEANINGS, QUADRANTS
from frameworks.scoring.matrix import NAMES as QUADRANT_NAMES
from frameworks.weights import AFFINITY_BLOCKS, POTENTIAL_BLOCKS, TEAM_DIMENSIONS, Weights


@dataclass(frozen=True)
class Formula:
    """One step of the method: title, plain words, LaTeX (may be empty), citation (may be empty)."""

    title: str
    plain: str
    latex: str = ""
    source: str = ""


DISTANCE = (
    Formula(
        N_("How far apart two countries are in one model"),
        N_("The gap on each dimension is measured in standard deviations over all countries; the distance is the"
           " root of the mean of the squared gaps. At least two thirds of the dimensions must be known for both."),
        r"D_{ab}=\sqrt{\frac{1}{n}\sum_{k=1}^{n}\frac{(x_{ak}-x_{bk})^2}{V_k}}",
        N_("Corrected form of Kogut & Singh (1988) after Konara & Mohr (2019)"),
    ),
    Formula(
        N_("Kogut–Singh, to reproduce the literature"),
        N_("The same without the root. It puts pairs in the same order but makes far pairs look farther."),
        r"KS_{ab}=\frac{1}{n}\sum_{k=1}^{n}\frac{(x_{ak}-x_{bk})^2}{V_k}",
        "Kogut & Singh (1988)",
    ),
    Formula(
        N_("Mahalanobis"),
        N_("Dimensions that go together count once; scaled up where some dimensions are missing."),
        r"M_{ab}=\sqrt{(x_a-x_b)^{\top}S^{-1}(x_a-x_b)}",
        "Berry, Guillén & Zhou (2010)",
    ),
    Formula(
        N_("From a distance to a figure between 0 and 100"),
        N_("The share of all pairs of the model that lie farther apart; ties count half. The pairs are those of the"
           " fixed reference, so that adding a market to your list moves no other."),
        r"N_{ab}=100\left(1-\frac{\#\{D<D_{ab}\}+\tfrac12\#\{D=D_{ab}\}}{\#\{D\}}\right)",
    ),
)  # fmt: skip

AFFINITY = (
    Formula(
        N_("Affinity"),
        N_("The weighted mean of the parts that are known. A market without any culture model gets no affinity;"
           " a missing part is never filled in."),
        r"A=\frac{\sum_{p\ \mathrm{known}} w_p\,N_p}{\sum_{p\ \mathrm{known}} w_p}",
        N_("Default weights chosen with a look at Håkanson & Ambos (2010); see “Does it hold?”"),
    ),
    Formula(
        N_("Values"),
        N_("The mean of the nearness in Hofstede, GLOBE values, Schwartz and World Values, as far as known."),
    ),
    Formula(
        N_("Language"),
        N_("People who speak a language you serve count in full, the others by how related the languages are."),
        r"L=s+(1-s)\,N_{\mathrm{tree}},\qquad s=1-\prod_{l\ \mathrm{served}}(1-s_l)",
    ),
    Formula(
        N_("Religion"),
        N_("How much the shares of religion families overlap, as a percentile of all pairs."),
        r"d=1-\sum_r\min(r_a,r_b)",
    ),
    Formula(
        N_("Ties"),
        N_("How many of five ties exist, as a percentile: border, language, colonial tie, law, currency. At least three"
           " must be known."),
    ),
    Formula(N_("Proximity"), N_("Kilometres between the people of the two markets, as a percentile of all pairs.")),
    Formula(
        N_("Band"),
        N_("The lowest and highest affinity when each culture model alone stands for the values and every weight moves"
           " by a third. A missing part spans 0 to 100 there."),
    ),
    Formula(
        N_("Confidence"),
        N_("A: three or more models measured in both countries, World Values surveys from 2010 on. B: two, or more"
           " without recent surveys. C: one, or only part samples and estimates. D: none, so no score. One step lower"
           " for each missing part."),
    ),
)  # fmt: skip

POTENTIAL = (
    Formula(
        N_("From a figure to an indicator score"),
        N_("Amounts on a log scale. The ends of the scale are the 2.5th and 97.5th percentile of markets with at least"
           " a million people; beyond them a figure is held at the end. 100 is the better end."),
        r"s=100\cdot\frac{x-q_{2.5}}{q_{97.5}-q_{2.5}}",
        N_("OECD/JRC Handbook on Constructing Composite Indicators (2008)"),
    ),
    Formula(
        N_("From indicators to a dimension and to potential"),
        N_("A dimension is the mean of its known indicators and needs half of them; potential is the weighted mean of"
           " the known dimensions and needs six of nine."),
        r"P=\frac{\sum_{d\ \mathrm{known}} w_d\,\bar{s}_d}{\sum_{d\ \mathrm{known}} w_d}",
        N_("OECD/JRC Handbook on Constructing Composite Indicators (2008)"),
    ),
    Formula(
        N_("Band"),
        N_("Every weight moves by a third, published figures move by 1.645 standard errors, and what is missing spans 0"
           " to 100."),
    ),
)  # fmt: skip

RANKING = (
    Formula(
        N_("Overall score and rank"),
        N_("Affinity and potential mixed by the balance you set; it moves ranks, not points on the matrix."),
        r"O=b\,A+(1-b)\,P",
    ),
    Formula(
        N_("How firm the ranking is"),
        N_("A thousand draws: weights vary around yours, figures by their published errors, and the culture models are"
           " mixed anew. Shown are the middle 90 % of ranks, the chance of the first three, and the share of wins. Two"
           " markets whose rank bands overlap by more than half have no clear order."),
        r"w\sim\mathrm{Dirichlet}(60\,w_0)",
        N_("Stochastic multicriteria acceptability, Lahdelma & Salminen (2001)"),
    ),
)  # fmt: skip


def weights_now(weights: Weights, axis: str) -> None:
    """Draw the current weights of an axis as bars, in per cent.

    axis: affinity or potential.
    """
    points = getattr(weights, axis)
    blocks: Mapping[str, tuple[str, ...]] = (
        AFFINITY_BLOCKS if axis == "affinity" else {**POTENTIAL_BLOCKS, "team": TEAM_DIMENSIONS}
    )
    total = sum(points.values())
    rows = ""
    for block, members in blocks.items():
        for k, name in enumerate(members):
            share = 100 * points[name] / total
            if block == "team" and not share:
                continue
            title = _(BLOCK_NAMES[block]) if k == 0 and block != "culture" and block != "speech" else ""
            rows += (
                f'<tr><td class="lf-muted">{escape(title)}</td><td>{escape(_(NAMES[name].name))}</td>'
                f'<td style="width:40%"><div class="lf-bar" style="--share:{share:.1f}%"></div></td>'
                f'<td class="lf-num">{escape(number(share))} %</td></tr>'
            )
    st.html(f'<table class="lf-table lf-method"><tbody>{rows}</tbody></table>')


def steps(formulas: tuple[Formula, ...]) -> None:
    """Draw formulas one below the other: plain words first, symbols second, source last."""
    for formula in formulas:
        source = f'<p class="lf-source">{escape(_(formula.source))}</p>' if formula.source and not formula.latex else ""
        st.html(
            f'<div class="lf-method"><p class="lf-card-title">{escape(_(formula.title))}</p>'
            f"<p>{escape(_(formula.plain))}</p>{source}</div>"
        )
        if formula.latex:
            st.latex(formula.latex)
            if formula.source:
                st.html(f'<p class="lf-source">{escape(_(formula.source))}</p>')


def method(weights: Weights, cuts: tuple[float, float]) -> None:
    """Draw the whole method with the weights in use and where the quadrants part (affinity, potential)."""
    st.subheader(_("Cultural distance"))
    steps(DISTANCE)
    st.subheader(_("Affinity: what makes a market near"))
    st.caption(_("Your weights now, in per cent of the axis"))
    weights_now(weights, "affinity")
    steps(AFFINITY)
    st.subheader(_("Potential: what makes a market worth it"))
    st.caption(_("Your weights now, in per cent of the axis"))
    weights_now(weights, "potential")
    steps(POTENTIAL)
    st.subheader(_("Ranking and matrix"))
    steps(RANKING)
    _quadrants(cuts)
    st.caption(_("Balance now: {share} % affinity.").format(share=number(weights.balance, 0)))


def _quadrants(cuts: tuple[float, float]) -> None:
    told = _("The matrix parts at affinity {affinity} and potential {potential}; unmoved, these are the medians.")
    chips = "".join(
        f'<p><span class="lf-chip lf-{name}">{escape(_(QUADRANT_NAMES[name]))}</span> {escape(_(MEANINGS[name]))}</p>'
        for name in QUADRANTS
    )
    sentence = escape(told.format(affinity=number(cuts[0]), potential=number(cuts[1])))
    title = f'<p class="lf-card-title">{escape(_("Quadrants"))}</p>'
    st.html(f'<div class="lf-method">{title}<p>{sentence}</p>{chips}</div>')
