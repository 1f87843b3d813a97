"""The words for channels and devices that every source is brought to; its own words are kept beside them."""

from __future__ import annotations

from frameworks.labels import N_

CHANNELS: dict[str, str] = {
    "direct": N_("Direct"),
    "organic_search": N_("Organic search"),
    "paid_search": N_("Paid search"),
    "organic_social": N_("Organic social"),
    "paid_social": N_("Paid social"),
    "organic_video": N_("Organic video"),
    "paid_video": N_("Paid video"),
    "display": N_("Display"),
    "shopping": N_("Shopping listings"),
    "email": N_("E-mail"),
    "email_automation": N_("Automated e-mail"),
    "sms": N_("Text message"),
    "messaging": N_("Messaging app"),
    "push": N_("Push message"),
    "affiliate": N_("Affiliate"),
    "referral": N_("Referral"),
    "marketplace": N_("Marketplace"),
    "social_shop": N_("Social shop"),
    "web": N_("Web shop"),
    "app": N_("App"),
    "pos": N_("Shop counter"),
    "phone": N_("Phone"),
    "chat": N_("Chat"),
    "web_form": N_("Web form"),
    "sales": N_("Sales team"),
    "offline": N_("Offline"),
    "other": N_("Other"),
}
"""Channel key to its name: where a buyer came from (marketing), bought (sales) or wrote (service)."""

DEVICES: dict[str, str] = {
    "desktop": N_("Desktop"),
    "mobile": N_("Mobile"),
    "tablet": N_("Tablet"),
    "tv": N_("TV"),
    "other": N_("Other"),
}
"""Device key to its name."""

SOCIAL = ("organic_social", "paid_social", "social_shop", "messaging")
"""Channels that count as social commerce."""
