"""The front door: every market scored from one home market."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from frameworks.culture.affinity import AffinityParts, affinity_parts
from frameworks.culture.trompenaars_scores import Placed
from frameworks.labels import N_, Sentence
from frameworks.potential.score import PotentialParts, potential_parts
from frameworks.reference import Reference
from frameworks.scale import shown
from frameworks.scoring.matrix import QUADRANTS, Cuts, median_cuts, quadrants
from frameworks.scoring.robustness import DRAWS, Draws, simulate
from frameworks.weights import Weights


class MarketError(Sentence):
    """A market or home is not one we know; the message says which and what to give instead."""


@dataclass(frozen=True)
class Scoring:
    """The result of one scoring with what it rests on.

    frame:     as ``score_markets`` returns it.
    affinity, potential: the parts of every market of the reference.
    weights, cuts: as used.
    ranked:    codes of the ranked markets, in the order of ``draws``.
    draws:     the Monte Carlo behind the rank bands.
    """

    frame: pd.DataFrame
    affinity: AffinityParts
    potential: PotentialParts
    weights: Weights
    cuts: Cuts
    ranked: pd.Index
    draws: Draws


def score_markets(
    home: str,
    *,
    weights: Weights | Mapping[str, float] | None = None,
    languages: Sequence[str] = (),
    markets: Sequence[str] | None = None,
    reference: Reference,
    team: pd.DataFrame | None = None,
    placed: Sequence[Placed] = (),
    affinity_cut: float | None = None,
    potential_cut: float | None = None,
    draws: int = DRAWS,
) -> pd.DataFrame:
    """Return every market's scores as seen from ``home``, indexed by ISO alpha-3, best rank first.

    home:      ISO alpha-3 code of the home market.
    weights:   points by criterion (see ``Weights.of``); defaults where left out.
    languages: CLDR codes of the languages the team serves (one as plain text will do); none means the
               home market's own.
    markets:   codes to rank; all but home by default. Leaving markets out moves no score.
    reference: the world to measure against, as ``data.catalog.world()`` gives it.
    team:      frame by market with ``own_demand`` or ``competition``, 0-100.
    placed:    the team's own or licensed numbers on Trompenaars' dimensions, see ``affinity_parts``.
    *_cut:     where the quadrants part, 0-100; by default the medians of the whole reference.
    draws:     Monte Carlo draws behind rank bands and probabilities.

    Columns, 0-100 unless said: ``affinity``, ``affinity_low``, ``affinity_high``,
    ``affinity_confidence`` (A-D), the parts ``values``, ``language``, ``religion``, ``ties``,
    ``proximity`` and ``model_*``; ``potential``, ``potential_low``, ``potential_high``, the nine
    dimensions with ``own_demand`` and ``competition``, ``coverage`` (0-1), ``oldest_year``;
    ``overall``, ``quadrant``, ``rank``, ``rank_low``, ``rank_high`` (5-95 % of draws), ``p_top3``
    (0-1) and ``p_lead``, ``p_adapt``, ``p_niche``, ``p_later`` (0-1). NaN is missing, never 0.

    Balance 0 ranks by potential alone and 100 by affinity alone; in between a market needs both. A home
    without culture data ranks by potential alone.

    Raises MarketError for an unknown home or market, WeightError for unusable weights, ValueError for a
    cut outside 0-100 or fewer than one draw.
    """
    return scoring(
        home, weights=weights, languages=languages, markets=markets, reference=reference, team=team,
        placed=placed, affinity_cut=affinity_cut, potential_cut=potential_cut, draws=draws,
    ).frame  # fmt: skip


def scoring(
    home: str,
    *,
    weights: Weights | Mapping[str, float] | None = None,
    languages: Sequence[str] = (),
    markets: Sequence[str] | None = None,
    reference: Reference,
    team: pd.DataFrame | None = None,
    placed: Sequence[Placed] = (),
    affinity_cut: float | None = None,
    potential_cut: float | None = None,
    draws: int = DRAWS,
) -> Scoring:
    """Return what ``score_markets`` returns, with the parts and draws it rests on."""
    points = Weights.of(weights)
    if not isinstance(home, str) or home not in reference.markets:
        raise MarketError(
            N_("{market} is no market we know; give an ISO 3166-1 alpha-3 code such as 'USA'"), market=f"{home!r:.40}"
        )
    if draws < 1:
        raise Sentence(N_("draws must be 1 or more, not {draws}"), draws=f"{draws!r:.40}")
    chosen = _chosen(reference, home, markets)
    near = _affinity(reference, home, (languages,) if isinstance(languages, str) else tuple(languages), tuple(placed))
    rich = potential_parts(reference, home, team) if team is not None else _potential(reference, home)
    frame = near.scores(points).join(rich.potential(points))
    outside = frame.index != home
    cuts = median_cuts(frame["affinity"].to_numpy()[outside], frame["potential"].to_numpy()[outside])
    cuts = Cuts(
        cuts.affinity if affinity_cut is None else _cut("affinity", affinity_cut),
        cuts.potential if potential_cut is None else _cut("potential", potential_cut),
    )
    models = near.models.add_prefix("model_")
    known = pd.DataFrame({"coverage": rich.coverage, "oldest_year": rich.oldest})
    frame = pd.concat([frame, near.parts, models, rich.dimensions, known], axis=1).loc[chosen]
    frame["overall"] = _overall(frame, points, near)
    places = quadrants(frame["affinity"].to_numpy(), frame["potential"].to_numpy(), cuts)
    frame["quadrant"] = pd.Series(places, frame.index, dtype="str")
    result, ranked = _robust(frame, near, rich, points, cuts, draws)
    frame = frame.sort_values(["rank", "potential"], ascending=[True, False], na_position="last", kind="stable")
    frame.attrs = {
        "home": home, "affinity_cut": cuts.affinity, "potential_cut": cuts.potential,
        "data_version": reference.version, "affinity_known": bool(near.models.shape[1]),
    }  # fmt: skip
    return Scoring(frame, near, rich, points, cuts, ranked, result)


def _chosen(reference: Reference, home: str, markets: Sequence[str] | None) -> pd.Index:
    known = reference.markets
    if markets is None:
        return known[known != home]
    unknown = [market for market in markets if not isinstance(market, str) or market not in known]
    if unknown:
        raise MarketError(
            N_("{market} is no market we know; give ISO 3166-1 alpha-3 codes such as 'JPN'"),
            market=f"{unknown[0]!r:.40}",
        )
    return known[known.isin(markets) & (known != home)]


@lru_cache(maxsize=64)
def _affinity(
    reference: Reference, home: str, languages: tuple[str, ...], placed: tuple[Placed, ...]
) -> AffinityParts:
    return affinity_parts(reference, home, languages, placed)


@lru_cache(maxsize=64)
def _potential(reference: Reference, home: str) -> PotentialParts:
    return potential_parts(reference, home)


def _cut(axis: str, value: float) -> float:
    try:
        cut = float(value)
    except (TypeError, ValueError):
        cut = np.nan
    if not 0 <= cut <= 100:
        raise Sentence(
            N_("the {axis} cut must lie between 0 and 100, not {value}"), axis=Sentence(axis), value=f"{value!r:.40}"
        )
    return cut


def _overall(frame: pd.DataFrame, weights: Weights, near: AffinityParts) -> pd.Series:
    if not near.models.shape[1] or weights.balance == 0:
        return frame["potential"]
    if weights.balance == 100:
        return frame["affinity"]
    share = weights.balance / 100
    blend = share * frame["affinity"] + (1 - share) * frame["potential"]
    return pd.Series(shown(blend.to_numpy()), frame.index)


def _robust(
    frame: pd.DataFrame, near: AffinityParts, rich: PotentialParts, weights: Weights, cuts: Cuts, draws: int
) -> tuple[Draws, pd.Index]:
    ranked = frame.index[frame["overall"].notna()]
    result = simulate(near, rich, weights, near.parts.index.get_indexer(ranked), draws=draws)
    rank = frame["overall"].rank(ascending=False, method="min")
    low, high = (pd.Series(end, ranked, dtype=float) for end in result.rank_band())
    frame["rank"] = rank.astype("Int64")
    frame["rank_low"] = np.fmin(low.reindex(frame.index), rank).astype("Int64")
    frame["rank_high"] = np.fmax(high.reindex(frame.index), rank).astype("Int64")
    frame["p_top3"] = pd.Series(result.probability_top(3), ranked)
    shares = pd.DataFrame(result.quadrant_shares(cuts), ranked, [f"p_{name}" for name in QUADRANTS])
    shares[frame.loc[ranked, ["affinity", "potential"]].isna().any(axis=1)] = np.nan
    for name in shares:
        frame[name] = shares[name]
    return result, ranked
