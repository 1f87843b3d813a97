"""Judge.me and Trustpilot: product and shop reviews."""

from __future__ import annotations

from data.ingest.layouts.phrases import personal
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_OFF_SCALE = Rule("rating NOT BETWEEN 1 AND 5", "set_aside", N_("The rating is not on the scale from 1 to 5."))
_UNRATED = Rule("rating IS NULL", "left_out", N_("No rating was given."))

JUDGE_ME = Layout(
    platform="judge_me",
    kind="reviews",
    fields=(
        Field("title", ("title",)),
        Field("body", ("body",), required=True),
        Field("rating", ("rating",), "count", required=True),
        Field("reviewed_at", ("review_date",), "instant", required=True),
        Field("source", ("source",)),
        Field("curated", ("curated",)),
        Field("email", ("reviewer_email",), "contact", required=True),
        Field("product_id", ("product_id",), "id"),
        Field("handle", ("product_handle",)),
        Field("product_title", ("product_title",)),
        Field("market", ("location", "country"), "market"),
        *personal("reviewer_name", "ip_address", "reply", "picture_urls"),
    ),
    targets=(
        Target(
            "reviews",
            {
                # Nothing in the file tells one review from another: what it says does.
                "review_id": "md5(concat_ws('|', coalesce(handle, product_id), reviewed_at, rating, title, body))",
                "reviewed_at": "reviewed_at",
                "market": "market",
                "market_said": "market_said",
                "product": "coalesce(product_title, handle, product_id)",
                "rating": "rating",
                "text": "concat_ws(': ', title, body)",
            },
        ),
    ),
    rules=(
        Rule("lower(curated) = 'spam'", "left_out", N_("Reviews marked as spam.")),
        Rule("lower(curated) IN ('not-yet', 'not yet')", "noted", N_("Reviews not published yet: counted all the same.")),
        _UNRATED,
        _OFF_SCALE,
    ),
)

# headers not verified
TRUSTPILOT = Layout(
    platform="trustpilot",
    kind="reviews",
    fields=(
        Field("review_id", ("Review ID", "Review Id"), "id", required=True),
        Field("reviewed_at", ("Review Created (UTC)", "Review Created", "Review Date"), "instant", required=True),
        Field("rating", ("Review Stars", "Stars"), "count", required=True),
        Field("title", ("Review Title",)),
        Field("body", ("Review Content",)),
        Field("order_id", ("Reference Id",), "id"),
        Field("language", ("Review Language",), "language"),
        Field("market", ("Consumer Country", "Review Country", "Country"), "market"),
        *personal("Reviewer Name", "Review Username", "Consumer Name", "Email", "Consumer Email"),
    ),
    targets=(
        Target(
            "reviews",
            {
                "review_id": "review_id",
                "reviewed_at": "reviewed_at",
                "market": "market",
                "market_said": "market_said",
                "rating": "rating",
                "text": "concat_ws(': ', title, body)",
                "language": "language",
            },
            key="review_id",
        ),
    ),
    rules=(Rule("review_id IS NULL", "set_aside", N_("The row has no review number.")), _UNRATED, _OFF_SCALE),
    assumes={"zone": "UTC"},
)

LAYOUTS = (JUDGE_ME, TRUSTPILOT)
