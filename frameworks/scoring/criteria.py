"""Names and meanings of the criteria, for people."""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.labels import N_


@dataclass(frozen=True)
class Criterion:
    """A part of an axis: its name and what it tells, in plain words."""

    name: str
    tells: str


BLOCK_NAMES = {
    "culture": N_("Shared values"),
    "speech": N_("Language"),
    "connections": N_("Connections"),
    "demand": N_("Demand"),
    "access": N_("Access"),
    "reach": N_("Reach"),
    "team": N_("Your own evidence"),
}

NAMES = {
    "values": Criterion(N_("Shared values"), N_("How alike average values are, over up to four culture models.")),
    "language": Criterion(N_("Language"), N_("People who speak a language you serve, and how related the other languages are.")),
    "religion": Criterion(N_("Religion"), N_("How alike the mix of religions is.")),
    "ties": Criterion(N_("Ties"), N_("Shared border, language, history, law and currency.")),
    "proximity": Criterion(N_("Proximity"), N_("Distance between the people of the two markets.")),
    "size": Criterion(N_("Market size"), N_("Economy, city dwellers and household spending, on a log scale.")),
    "purchasing_power": Criterion(N_("Purchasing power"), N_("Income and spending per person and how evenly it is shared.")),
    "growth": Criterion(N_("Growth"), N_("Growth of the economy and of the population.")),
    "openness": Criterion(N_("Openness to you"), N_("Tariffs, barriers and imports; agreement, hours and currency with home.")),
    "ease": Criterion(N_("Ease of doing business"), N_("Government effectiveness, rules for business, company tax.")),
    "risk": Criterion(N_("Low risk"), N_("Stability, law, corruption, prices and exchange rate.")),
    "digital": Criterion(N_("Digital readiness"), N_("Internet use, broadband and online public services.")),
    "logistics": Criterion(N_("Logistics"), N_("Customs, timeliness and quality of deliveries.")),
    "payments": Criterion(N_("Payments"), N_("Accounts, online buying and digital payment.")),
    "own_demand": Criterion(N_("Your own demand"), N_("Orders and visits you already have from there.")),
    "competition": Criterion(N_("Room left by competitors"), N_("Your own judgement: 100 means hardly any competition.")),
}

PRESET_NAMES = {
    "balanced": Criterion(N_("Balanced"), N_("The default weights of the method.")),
    "culture_alone": Criterion(N_("Culture alone"), N_("Affinity without ties and kilometres.")),
    "volume_seeker": Criterion(N_("Volume seeker"), N_("Big and growing markets first.")),
    "premium_niche": Criterion(N_("Premium niche"), N_("Purchasing power first.")),
    "digital_first": Criterion(N_("Digital first"), N_("Online reach and payment first.")),
    "risk_averse": Criterion(N_("Risk averse"), N_("Stability, rules and ease first.")),
    "equal": Criterion(N_("Equal"), N_("Every criterion counts alike.")),
}

PAIR_NAMES = {
    "home_agreement": Criterion(
        N_("Trade agreement with home"), N_("none 0, partial 25, services 50, free trade 75, customs union 100")
    ),
    "home_hours": Criterion(N_("Hours apart from home"), N_("100 in the same zone, 0 at twelve hours")),
    "home_currency": Criterion(N_("Same currency as home"), N_("100 with the same legal tender, else 0")),
}
