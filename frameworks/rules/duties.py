"""Which duties a market's law lays on an online shop, one sentence each."""

from __future__ import annotations

import pandas as pd

from frameworks.labels import N_, Sentence
from frameworks.reference import Reference

TOPICS = {
    "withdrawal": N_("Right to withdraw"),
    "price_display": N_("Price display"),
    "data_protection": N_("Data protection"),
    "cookies": N_("Cookies and tracking"),
    "data_location": N_("Where data must lie"),
    "language": N_("Language"),
    "product_labelling": N_("Product safety and labels"),
    "invoicing": N_("Invoices and VAT registration"),
    "accessibility": N_("Accessibility"),
}
"""Topics in the order a shop meets them, by their names."""
COLUMNS = ("topic", "law", "duty", "binds_from", "days", "year", "source", "url", "confidence", "checked")
NOT_ADVICE = Sentence(
    N_("For orientation, not legal advice: a sentence cannot hold a law, and laws change. Ask a lawyer there.")
)


def duties(reference: Reference, market: str, *, unchecked: bool = False) -> pd.DataFrame:
    """Return the duties known for ``market`` in the order of ``TOPICS``. Show ``NOT_ADVICE`` beside them.

    Columns ``COLUMNS``: topic, law, duty (one sentence), binds_from (the first day, month or year on which it binds
    anyone, as YYYY-MM-DD or shorter; "" where that day is past or unknown), days (in which a buyer may withdraw, 0 where there is
    no general right, NaN for other topics), year (Int64, of the law or of the state described), source, url,
    confidence, checked (bool). A topic without a row is unknown, not unregulated.

    unchecked: include rows written from memory or from weak sources. Source: table ``rules``.
    """
    rows = reference.table("rules")
    rows = rows[rows["iso3"] == market]
    rows = rows.assign(
        checked=rows["checked"] == "yes", year=rows["year"].astype("Int64"), binds_from=rows["binds_from"].fillna("")
    )  # fmt: skip
    rows = rows if unchecked else rows[rows["checked"]]
    order = rows["topic"].map(list(TOPICS).index).sort_values(kind="stable").index
    return rows.loc[order, list(COLUMNS)].reset_index(drop=True)


def dated(duty: str, binds_from: str) -> Sentence:
    """Return the sentence of a duty with the day from which it binds, where there is one to tell."""
    if not binds_from:
        return Sentence(duty)
    return Sentence(N_("{duty} (binds from {day})"), duty=Sentence(duty), day=binds_from)
