"""The layouts of the exports we know, one module a platform or a family of platforms."""

from __future__ import annotations

from data.ingest.layouts import (
    amazon,
    bigcommerce,
    email_campaigns,
    etsy,
    google_ads,
    google_analytics,
    helpdesks,
    hubspot,
    meta_ads,
    paypal,
    reviews,
    search_console,
    shopify,
    square,
    stripe,
    surveys,
    tiktok_ads,
    woocommerce,
    zendesk,
)

ALL = tuple(
    layout
    for module in (
        shopify, woocommerce, bigcommerce, square, amazon, etsy, stripe, paypal, google_analytics, google_ads,
        meta_ads, tiktok_ads, search_console, hubspot, zendesk, helpdesks, email_campaigns, surveys, reviews,
    )
    for layout in module.LAYOUTS
)  # fmt: skip
"""Every layout that is recognised by its headers."""
