"""What links a market to home beside values: religion, history, law, nearness."""

from __future__ import annotations

import numpy as np
import pandas as pd

from frameworks.reference import Reference
from frameworks.scale import nearness, upper_pairs

TIES = ("contig", "common_language", "colony", "comlegal", "common_currency")


def pairs_with(reference: Reference, home: str) -> pd.DataFrame:
    """Return the tie columns of ``bilateral`` between home and every market, one row a market."""
    rows = reference.table("bilateral")
    ahead = rows[rows["iso3_o"] == home].rename(columns={"iso3_d": "iso3"}).drop(columns="iso3_o")
    behind = rows[rows["iso3_d"] == home].rename(columns={"iso3_o": "iso3"}).drop(columns="iso3_d")
    return pd.concat([ahead, behind]).set_index("iso3").reindex(reference.markets)


def tie_flags(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the five ties as 0, 1 or NaN: border, language, colonial tie, law, currency.

    A colonial tie is one between the two, or the same coloniser after 1945.
    """
    return pd.DataFrame(
        {
            "contig": pairs["contig"],
            "common_language": pairs[["comlang_off", "comlang_ethno"]].max(axis=1),
            "colony": pairs[["colony", "comcol"]].max(axis=1),
            "comlegal": pairs["comlegal"],
            "common_currency": pairs["common_currency"],
        }
    )


def ties_part(reference: Reference, home: str) -> pd.Series:
    """Return the ties part (0-100): share of the five ties present, as a percentile of all pairs.

    NaN where fewer than three of the five are known.
    """
    flags = tie_flags(pairs_with(reference, home))
    return pd.Series(nearness(1 - _share(flags), reference.derived(_tie_world)), reference.markets)


def proximity_part(reference: Reference, home: str) -> pd.Series:
    """Return the proximity part (0-100): log kilometres between people, as a percentile of all pairs."""
    km = pairs_with(reference, home)["dist_km"].to_numpy(float)
    return pd.Series(nearness(km, reference.derived(_km_world)), reference.markets)


def religion_part(reference: Reference, home: str) -> pd.Series:
    """Return the religion part (0-100): shared shares of religion families, as a percentile of all pairs."""
    shares = reference.derived(_religion_shares)
    if home not in shares.index:
        return pd.Series(np.nan, reference.markets)
    apart = 1 - np.minimum(shares.to_numpy(), shares.loc[home].to_numpy()).sum(axis=1)
    series = pd.Series(nearness(apart, reference.derived(_religion_world)), shares.index)
    return series.reindex(reference.markets)


def _share(flags: pd.DataFrame) -> np.ndarray:
    known = flags.notna().sum(axis=1)
    return flags.mean(axis=1).where(known >= 3).to_numpy(float)


def _tie_world(reference: Reference) -> np.ndarray:
    apart = 1 - _share(tie_flags(reference.table("bilateral")))
    return np.sort(apart[~np.isnan(apart)])


def _km_world(reference: Reference) -> np.ndarray:
    return np.sort(reference.table("bilateral")["dist_km"].dropna().to_numpy(float))


def _religion_shares(reference: Reference) -> pd.DataFrame:
    rows = reference.table("religion")
    rows = rows[rows["religion"] != "unspecified"]
    shares = rows.pivot(index="iso3", columns="religion", values="share_pct").fillna(0.0)
    return shares.div(shares.sum(axis=1), axis=0)


def _religion_world(reference: Reference) -> np.ndarray:
    shares = reference.derived(_religion_shares).to_numpy()
    apart = 1 - np.minimum(shares[:, None, :], shares[None, :, :]).sum(axis=2)
    return upper_pairs(apart)
