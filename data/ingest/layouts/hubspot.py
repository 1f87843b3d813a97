"""HubSpot: the contacts export and the deals export."""

from __future__ import annotations

from data.ingest.layouts.phrases import among, case, one_currency, personal
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_SOURCES = {
    "organic_search": ("ORGANIC_SEARCH", "Organic search"), "paid_search": ("PAID_SEARCH", "Paid search"),
    "email": ("EMAIL_MARKETING", "Email marketing"), "organic_social": ("SOCIAL_MEDIA", "Organic social"),
    "paid_social": ("PAID_SOCIAL", "Paid social"), "referral": ("REFERRALS", "Referrals"),
    "direct": ("DIRECT_TRAFFIC", "Direct traffic"), "offline": ("OFFLINE", "Offline sources"),
    "other": ("OTHER_CAMPAIGNS", "Other campaigns"),
}  # fmt: skip
_SOURCE = f"coalesce({case('channel_said', _SOURCES)}, channel)"
_CUSTOMER = among("lifecycle", ("customer", "evangelist", "Kunde", "cliente", "client"))

CONTACTS = Layout(
    platform="hubspot",
    kind="contacts",
    fields=(
        Field("customer_id", ("Record ID", "Contact ID", "Record ID - Contact"), "contact", required=True),
        Field("email", ("Email", "E-Mail", "E-mail", "Correo"), "contact", required=True),
        Field("phone", ("Phone Number", "Mobile Phone Number"), "contact"),
        Field("lifecycle", ("Lifecycle Stage",)),
        Field("lead_status", ("Lead Status",)),
        Field("created_at", ("Create Date", "Became a contact date"), "instant", required=True),
        Field("channel", ("Original Source", "Original Traffic Source", "Original Source Type"), "channel"),
        Field("market", ("Country/Region", "Country", "IP Country"), "market"),
        Field("language", ("Preferred language",), "language"),
        *personal("First Name", "Last Name", "Contact owner", "Street Address", "Postal Code", "Associated Company"),
    ),
    targets=(
        Target(
            "customers",
            {
                "customer_key": "customer_key",
                "first_seen_at": "created_at",
                "market": "market",
                "market_said": "market_said",
                "channel": _SOURCE,
                "channel_said": "channel_said",
                "language": "language",
            },
            where="customer_key IS NOT NULL",
            key="customer_key",
        ),
        Target(
            "touchpoints",
            {
                "customer_key": "customer_key",
                "at": "created_at",
                "channel": _SOURCE,
                "channel_said": "channel_said",
                "converted": f"coalesce({_CUSTOMER}, false)",
            },
            where="customer_key IS NOT NULL AND created_at IS NOT NULL AND channel_said IS NOT NULL",
            key="customer_key",
        ),
    ),
    rules=(
        Rule("customer_key IS NULL", "set_aside", N_("The row has no e-mail, number or phone to know the buyer by.")),
        Rule("channel_said IS NULL", "noted", N_("No original source: the contact counts for no channel.")),
    ),
    any_of=("lifecycle", "lead_status", "channel"),
)  # fmt: skip

_WON = among("stage", ("closedwon", "Closed won", "Won", "Gewonnen", "Abgeschlossen und gewonnen", "Cierre ganado",
                       "Ganado", "Cerrado ganado", "Fermé gagné", "Conclu", "Gagné", "Fechado ganho", "Ganho",
                       "Chiuso vinto", "Vinto"))  # fmt: skip
_LOST = among("stage", ("closedlost", "Closed lost", "Lost", "Verloren", "Abgeschlossen und verloren",
                        "Cierre perdido", "Perdido", "Cerrado perdido", "Fermé perdu", "Perdu", "Fechado perdido",
                        "Chiuso perso", "Perso"))  # fmt: skip

DEALS = Layout(
    platform="hubspot",
    kind="deals",
    fields=(
        Field("deal_id", ("Record ID", "Deal ID", "Record ID - Deal"), "id", required=True),
        Field("stage", ("Deal Stage",), required=True),
        Field("amount", ("Amount", "Deal Amount"), "amount", required=True),
        Field("currency", ("Currency", "Deal Currency Code"), "currency"),
        Field("closed_at", ("Close Date",), "instant"),
        Field("created_at", ("Create Date",), "instant"),
        Field("channel", ("Original Source", "Original Source Type", "Original Traffic Source"), "channel"),
        Field("market", ("Country/Region", "Country"), "market"),
        Field("email", ("Associated Contact Emails", "Contact Email"), "contact"),
        *personal("Deal Name", "Deal owner", "Associated Contacts", "Associated Contact"),
    ),
    targets=(
        Target(
            "orders",
            {
                "order_id": "deal_id",
                "ordered_at": f"CASE WHEN {_WON} THEN coalesce(closed_at, created_at)"
                " ELSE coalesce(created_at, closed_at) END",
                "market": "market",
                "market_said": "market_said",
                "channel": f"CASE WHEN channel_said IS NULL THEN 'sales' ELSE {_SOURCE} END",
                "channel_said": "channel_said",
                "currency": "currency",
                "gross": "amount",
                "status": f"CASE WHEN {_WON} THEN 'paid' WHEN {_LOST} THEN 'cancelled' ELSE 'pending' END",
                "customer_key": "customer_key",
            },
            key="deal_id",
        ),
    ),
    rules=(
        Rule("deal_id IS NULL", "set_aside", N_("The row names no deal.")),
        one_currency("amount", "deal_id"),
        Rule(_LOST, "noted", N_("Deals lost: kept as cancelled, and not counted as sold.")),
        Rule(f"NOT coalesce({_WON} OR {_LOST}, false)", "noted",
             N_("Open deals: kept as pending, and not counted as sold.")),
        Rule(f"{_WON} AND amount IS NULL", "noted", N_("Deals won without an amount.")),
    ),
    measures=("amount",),
    any_of=("closed_at", "created_at"),
)  # fmt: skip

LAYOUTS = (CONTACTS, DEALS)
