"""Rows of the payment tables with everything open but what a test closes."""

from __future__ import annotations

METHOD = {
    "type": "card", "buyer_countries": "WORLD", "currencies": "ANY", "recurring": "y", "refunds": "y", "confirmation": "instant",
    "min_amount": None, "max_amount": None, "amount_currency": "", "status": "active", "status_note": "", "source": "a page",
    "url": "", "year": 2026, "unverified_fields": "", "checked": "yes",
}  # fmt: skip
SUPPORT = {
    "supported": "y", "merchant_countries": "WORLD", "barred_merchants": "", "buyer_countries": "", "source": "a list", "url": "",
    "year": 2026, "unverified_fields": "", "checked": "yes",
}  # fmt: skip
MIX = {
    "level": "class", "measure": "share_of_value", "year": 2025, "source": "Report", "url": "https://example.org",
    "confidence": "high", "basis": "share of value", "checked": "yes",
}  # fmt: skip
MARKETS = (("DEU", "150", "155"), ("NLD", "150", "155"), ("USA", "019", "021"), ("JPN", "142", "030"), ("KEN", "002", "014"))
MARKETS += (("LIE", "150", "155"), ("BVT", "019", "005"))
PEOPLE = [(code, "population", 2024, 5e7, "count") for code, _region, _part in MARKETS[:-2]]
PEOPLE += [("LIE", "population", 2020, 200_000, "count"), ("LIE", "population", 2024, 39_000, "count")]


def method(method_id: str, **parts: object) -> dict[str, object]:
    """One row of payment_methods."""
    return {"method_id": method_id, "name": method_id.title(), **METHOD, **parts}


def support(provider: str, method_id: str, **parts: object) -> dict[str, object]:
    """One row of provider_methods."""
    return {"provider": provider, "provider_name": provider.title(), "method_id": method_id, **SUPPORT, **parts}


def share(place: str, code: str, percent: float, **parts: object) -> dict[str, object]:
    """One row of payment_mix."""
    return {"place": place, "code": code, "share_pct": percent, **MIX, **parts}
