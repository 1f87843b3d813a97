"""Tables of the Segments page: how many segments, who is left out, agreement with published groups, files."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from html import escape

import pandas as pd
import streamlit as st

from components.culture import sources_link
from components.segment_words import chip, left_out, member, models
from components.words import MISSING, _, list_text, market_name, ngettext, number
from frameworks.culture.segments.choice import Choice
from frameworks.culture.segments.published import Comparison
from frameworks.culture.segments.segmentation import Segmentation


def choice(found: Choice) -> None:
    """Draw how well each number of segments does."""
    st.dataframe(
        pd.DataFrame(
            {
                _("Segments"): [c.k for c in found.candidates],
                _("Mean silhouette"): [round(c.silhouette, 3) for c in found.candidates],
                _("Stability"): [round(c.stability, 2) for c in found.candidates],
                _("Smallest segment"): [c.smallest for c in found.candidates],
            }
        ),
        hide_index=True,
        alt=_("Mean silhouette, stability and smallest segment for each number of segments"),
    )
    st.caption(
        _("Silhouette: 1 sits perfectly, 0 between two segments. Stability: how alike a segment is to the nearest one found when"
          " markets, or dimensions, are drawn again 100 times (Jaccard; 0.75 stable, 0.6 a pattern, Hennig 2007).")
    )  # fmt: skip


def team(made: Segmentation, near: pd.DataFrame, codes: Sequence[str], could_estimate: Collection[str]) -> None:
    """Say where the team's own markets stand and which models know them.

    could_estimate: markets that an optional table of estimates covers and no chosen model knows.
    """
    rows = "".join(f"<li>{_one(made, near, code)}</li>" for code in codes)
    st.html(f'<div class="lf-note"><b>{escape(_("Your markets"))}</b><ul>{rows}</ul></div>')
    lacking = [code for code in codes if code in could_estimate and not made.place.known.get(code)]
    if lacking:
        names = list_text([market_name(code) for code in lacking])
        told = _("Estimates for {countries} exist, barred for commercial use and off by default.")
        st.caption(told.format(countries=names))
        sources_link(_("See the estimates under Sources & method"))


def outside(made: Segmentation, near: pd.DataFrame) -> None:
    """List the markets that are in no segment."""
    left = made.place.left_out
    if left:
        told = ngettext("{count} market is in no segment", "{count} markets are in no segment", len(left)).format(count=len(left))
        with st.expander(told, icon=":material/help_center:"):
            st.caption(_("A market needs scores in more than half of the chosen models. Where fewer know it, they only say which"
                         " segment lies nearest; it is no member."))  # fmt: skip
            st.dataframe(outside_frame(made, near), hide_index=True, alt=_("Markets in no segment, why, and the nearest segment"))


def outside_frame(made: Segmentation, near: pd.DataFrame) -> pd.DataFrame:
    """Return the markets in no segment as a table, those that some model knows first."""
    left = sorted(made.place.left_out, key=lambda code: (not made.place.known[code], market_name(code)))
    return pd.DataFrame(
        {
            _("Market"): [market_name(code) for code in left],
            _("Why"): [left_out(made.place.left_out[code], made.place.known[code]) for code in left],
            _("Known to"): [models(made.place.known[code]) for code in left],
            _("Nearest segment"): [near.at[code, "nearest"] if code in near.index else MISSING for code in left],
        }
    )


def _one(made: Segmentation, near: pd.DataFrame, code: str) -> str:
    if code in made.frame.index:
        told = _("{market}: known to {models}").format(market=member(made, code), models=models(made.place.known[code]))
        return f"{chip(made.frame.at[code, 'segment'])} {escape(told)}"
    if code not in made.place.left_out:
        return escape(_("{market}: not among the markets grouped here").format(market=market_name(code)))
    return escape(_without(made, near, code))


def _without(made: Segmentation, near: pd.DataFrame, code: str) -> str:
    why = left_out(made.place.left_out[code], made.place.known[code])
    if code not in near.index:
        return _("{market}: in no segment, {why}").format(market=market_name(code), why=why)
    told = _("{market}: in no segment, {why}. By that alone it lies nearest to segment {letter}.")
    return told.format(market=market_name(code), why=why, letter=near.at[code, "nearest"])


def compared(title: str, found: Comparison, names: Mapping[str, str], note: str) -> None:
    """Draw how far the segments agree with a published grouping. names: of its groups."""
    st.markdown(f"**{title}**")
    if found.agreement is None:
        st.caption(_("Fewer than four markets are in both, so there is nothing to compare."))
        return
    told = _("Adjusted Rand index {index} (95 % interval {low} to {high}) over {markets} markets. 1 is the same grouping, 0 is"
             " chance.").format(
        index=number(found.agreement.index, 2), low=number(found.agreement.low, 2), high=number(found.agreement.high, 2),
        markets=number(found.agreement.markets, 0))  # fmt: skip
    st.markdown(told)
    heads = "".join(f'<th scope="col">{chip(letter)}</th>' for letter in found.table.columns)
    body = "".join(
        f'<tr><th scope="row">{escape(names.get(group, group))}</th>'
        + "".join(f'<td class="lf-num">{number(count, 0) if count else ""}</td>' for count in row)
        + "</tr>"
        for group, row in zip(found.table.index, found.table.to_numpy(), strict=True)
    )
    st.html(
        f'<div class="lf-seg-scroll" tabindex="0" role="region" aria-label="{escape(title)}"><table class="lf-table lf-seg-table">'
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )
    st.caption(note)


def for_export(made: Segmentation, names: Mapping[str, str], groups: Mapping[str, Mapping[str, str]]) -> pd.DataFrame:
    """Return every market with its segment, for a file. groups: published group by market, by the title of the grouping."""
    frame = made.frame
    table = pd.DataFrame(
        {
            "iso3": frame.index.to_numpy(),
            _("Market"): [market_name(code) for code in frame.index],
            _("Segment"): frame["segment"].to_numpy(),
            _("Name"): [names[letter] for letter in frame["segment"]],
            _("Stands between"): [s if b else "" for s, b in zip(frame["second"], frame["between"], strict=True)],
            _("Silhouette"): frame["silhouette"].round(3).to_numpy(),
            _("Share of draws in its segment"): frame["firmness"].round(2).to_numpy(),
            _("Known to"): [models(made.place.known[code]) for code in frame.index],
        }
    )
    return table.assign(**{title: [by.get(code, "") for code in frame.index] for title, by in groups.items()})
