"""What is known about a market and home together: language, religion, ties, way, agreement, trade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from frameworks.culture.connections import pairs_with, tie_flags
from frameworks.culture.language import home_languages, speakers_reached, tree_nearness
from frameworks.reference import Reference

FLOWS = ("export", "import")


@dataclass(frozen=True)
class Trade:
    """How big one market is among the five largest partners of another.

    of, partner: ISO alpha-3 codes; flow: export or import, as ``of`` sees it.
    known: False where the table has no partners of ``of`` for the flow.
    share: per cent of the flow, None where the partner is not among the five; year of the figures.
    """

    of: str
    partner: str
    flow: str
    known: bool
    share: float | None
    year: int | None


@dataclass(frozen=True)
class Links:
    """What links a market to home; None and empty frames where nothing is known.

    km, km_kind: distance and how it was measured (cepii_w between people, cepii_city, capital).
    hours:       standard-time difference.
    flags:       the five ties: True, False or None where unknown.
    colony:      "direct" (one ruled the other), "shared" (same coloniser after 1945) or "".
    agreement:   CU, FTA, EIA, PSA, none, or None where unknown; since when, and how many are in force.
    served:      per cent of the market's people who speak a language the team serves; serving: those languages.
    nearness:    linguistic nearness 0-100, percentile among all pairs.
    languages:   frame by language of the market: share (0-1), official, served.
    religions:   frame by religion: market, home in per cent of the people; religion_year of the market's figures.
    trade:       the four looks at the trade between the two.
    """

    km: float | None
    km_kind: str
    hours: float | None
    flags: Mapping[str, bool | None]
    colony: str
    agreement: str | None
    since: int | None
    agreements: int
    served: float | None
    serving: tuple[str, ...]
    nearness: float | None
    languages: pd.DataFrame
    religions: pd.DataFrame
    trade: tuple[Trade, ...]


def links(reference: Reference, home: str, market: str, languages: Sequence[str] = ()) -> Links:
    """Return what links ``market`` to ``home`` (ISO alpha-3); languages as the affinity takes them.

    Raises KeyError for a code that is no market of the reference.
    """
    for code in (home, market):
        if code not in reference.markets:
            raise KeyError(code)
    return _links(reference, home, market, tuple(languages))


@lru_cache(maxsize=64)
def _links(reference: Reference, home: str, market: str, languages: tuple[str, ...]) -> Links:
    pairs = pairs_with(reference, home)
    pair, flags = pairs.loc[market], tie_flags(pairs).loc[market]
    serving = languages or home_languages(reference, home)
    spoken = _languages(reference, market, serving)
    colony = "direct" if pair["colony"] == 1 else "shared" if pair["comcol"] == 1 else ""
    return Links(
        km=_known(pair["dist_km"]), km_kind="" if pd.isna(pair["dist_src"]) else str(pair["dist_src"]),
        hours=_known(pair["tz_diff_h"]),
        flags={name: None if pd.isna(flag) else bool(flag) for name, flag in flags.items()}, colony=colony,
        agreement=None if pd.isna(pair["rta_type"]) else str(pair["rta_type"]),
        since=_year(pair["rta_since"]), agreements=_year(pair["rta_count"]) or 0,
        served=_known(speakers_reached(reference, serving)[market]) if len(spoken) else None, serving=serving,
        nearness=_known(tree_nearness(reference, home)[market]),
        languages=spoken, religions=_religions(reference, home, market),
        trade=tuple(_trade(reference, *pair, flow) for pair in ((market, home), (home, market)) for flow in FLOWS),
    )  # fmt: skip


def _languages(reference: Reference, market: str, serving: Sequence[str]) -> pd.DataFrame:
    rows = reference.table("languages")
    rows = rows[(rows["iso3"] == market) & (rows["language"] != "und") & (rows["share"] > 0)]
    rows = rows.set_index("language")[["share", "official"]]
    rows = rows.sort_values(["share", "official"], ascending=False)
    return rows.assign(served=rows.index.isin(serving))


def _religions(reference: Reference, home: str, market: str) -> pd.DataFrame:
    rows = reference.table("religion")
    wide = {
        name: rows[rows["iso3"] == code].set_index("religion")["share_pct"]
        for name, code in (("market", market), ("home", home))
    }
    return pd.DataFrame(wide).sort_values(["market", "home"], ascending=False)


def _trade(reference: Reference, of: str, partner: str, flow: str) -> Trade:
    rows = reference.table("trade_partners")
    rows = rows[(rows["iso3"] == of) & (rows["flow"] == flow)]
    found = rows[rows["partner_iso3"] == partner]
    year = _year(rows["year"].max()) if len(rows) else None
    return Trade(of, partner, flow, bool(len(rows)), float(found["share_pct"].iloc[0]) if len(found) else None, year)


def _known(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[arg-type]


def _year(value: object) -> int | None:
    return None if pd.isna(value) else int(value)  # type: ignore[call-overload]
