"""What is known of how buyers want to be served: general evidence, since none by market was found."""

from __future__ import annotations

import pandas as pd

from frameworks.labels import N_, Sentence
from frameworks.reference import Reference

COLUMNS = ("channel", "statement", "value", "unit", "scope", "year", "source", "url", "confidence", "checked")
NO_SOURCE = Sentence(
    N_(
        "No source by market was found for preferred service channels or expected response times. What follows are"
        " surveys from elsewhere; ask your first customers, and read your own support export on the Service page."
    )
)


def service(reference: Reference, market: str, *, unchecked: bool = False) -> pd.DataFrame:
    """Return general evidence on service channels; the same for every ``market``, for want of a source by market.

    Columns ``COLUMNS``: channel (email, phone, chat, sms), statement (what people said), value (per cent),
    unit (of whom), scope (where they were asked), year (Int64, NA where unknown), source, url, confidence,
    checked (bool). Show ``NO_SOURCE`` beside it. Source: table ``support_evidence``.
    """
    rows = reference.table("support_evidence")
    rows = rows.assign(checked=rows["checked"] == "yes", year=rows["year"].astype("Int64"))
    rows = rows if unchecked else rows[rows["checked"]]
    return rows[list(COLUMNS)].reset_index(drop=True)
