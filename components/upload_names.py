"""What people call the platforms, the kinds of export and the settings of an import."""

from __future__ import annotations

from components.words import N_, _

PLATFORMS = {
    "shopify": "Shopify", "woocommerce": "WooCommerce", "bigcommerce": "BigCommerce", "square": "Square",
    "amazon": "Amazon", "etsy": "Etsy", "stripe": "Stripe", "paypal": "PayPal", "google_analytics": "Google Analytics",
    "google_ads": "Google Ads", "search_console": "Search Console", "meta_ads": "Meta Ads", "tiktok_ads": "TikTok Ads",
    "hubspot": "HubSpot", "zendesk": "Zendesk", "freshdesk": "Freshdesk", "gorgias": "Gorgias", "intercom": "Intercom",
    "mailchimp": "Mailchimp", "klaviyo": "Klaviyo", "surveymonkey": "SurveyMonkey", "delighted": "Delighted",
    "judge_me": "Judge.me", "trustpilot": "Trustpilot",
}  # fmt: skip
KINDS = {
    "orders": N_("Orders"), "order_items": N_("Order lines"), "customers": N_("Customers"), "payments": N_("Payments"),
    "balance": N_("Balance"), "sessions": N_("Visits"), "spend": N_("Advertising"), "touchpoints": N_("Touchpoints"),
    "tickets": N_("Service requests"), "surveys": N_("Survey answers"), "reviews": N_("Reviews"),
    "email_campaigns": N_("E-mail campaigns"), "contacts": N_("Contacts"), "deals": N_("Deals"),
}  # fmt: skip
TABLES = {
    "orders": N_("orders"), "order_lines": N_("order lines"), "payments": N_("payments"), "sessions": N_("rows of visits"),
    "spend": N_("rows of advertising"), "touchpoints": N_("touchpoints"), "tickets": N_("service requests"),
    "surveys": N_("answers"), "reviews": N_("reviews"), "customers": N_("customers"),
}  # fmt: skip
SETTINGS = {
    "currency": N_("Currency of the amounts"), "zone": N_("Time zone of the times"), "account": N_("Shop or account"),
    "market": N_("Market of all rows"), "kind": N_("What the file holds"), "date_order": N_("Dates under “{header}”"),
    "decimal": N_("Numbers under “{header}”"), "date_orders": N_("Dates"), "decimals": N_("Numbers"),
    "unit": N_("Times under “{header}” are in"), "units": N_("Times are in"),
}  # fmt: skip
VALUES = {
    "dmy": N_("day, month, year (31/12/2026)"), "mdy": N_("month, day, year (12/31/2026)"),
    "ymd": N_("year, month, day (2026/12/31)"), ".": N_("1,234.50: the point is the decimal mark"),
    ",": N_("1.234,50: the comma is the decimal mark"),
    "seconds": N_("seconds"), "minutes": N_("minutes"), "hours": N_("hours"), "days": N_("days"),
}  # fmt: skip
PERSONAL = {
    "e-mail": N_("e-mail"), "phone": N_("phone"), "name": N_("name"), "address": N_("address"), "card": N_("card number"),
    "bank account": N_("bank account"), "IP address": N_("IP address"), "customer": N_("customer"), "personal": N_("personal"),
}  # fmt: skip
ZONES = (
    "UTC", "Europe/London", "Europe/Lisbon", "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Rome", "Europe/Warsaw",
    "Europe/Athens", "Europe/Istanbul", "Europe/Moscow", "America/New_York", "America/Chicago", "America/Denver",
    "America/Los_Angeles", "America/Toronto", "America/Mexico_City", "America/Bogota", "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires", "Africa/Lagos", "Africa/Johannesburg", "Asia/Dubai", "Asia/Kolkata", "Asia/Bangkok",
    "Asia/Singapore", "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Tokyo", "Asia/Seoul", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip


def platform_name(platform: str) -> str:
    """Return the name of what wrote a file: ``shopify`` is "Shopify", ``generic`` a plain table."""
    return _("Plain table") if platform == "generic" else PLATFORMS.get(platform, platform.replace("_", " ").title())


def source(platform: str, kind: str) -> str:
    """Return what a file was recognised as, ``Shopify · Orders``."""
    return f"{platform_name(platform)} · {_(KINDS[kind]) if kind in KINDS else kind}"


def setting(name: str, headers: dict[str, str]) -> str:
    """Return what an assumption is about; ``date_order:total`` names the column. headers: alias to header."""
    what, colon, alias = name.partition(":")
    if colon and alias not in headers:
        what = f"{what}s"
    return _(SETTINGS[what]).format(header=headers.get(alias, "")) if what in SETTINGS else name


def value(text: str) -> str:
    """Return a setting's value as people say it."""
    return _(VALUES[text]) if text in VALUES else text
