"""Zendesk: the ticket export with metrics."""

from __future__ import annotations

from data.ingest.durations import spellings
from data.ingest.layouts.phrases import case, matches, personal
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

VIA = f"""CASE
    WHEN {matches("channel_said", "phone|voice|^call")} THEN 'phone'
    WHEN {matches("channel_said", "mail")} THEN 'email'
    WHEN {matches("channel_said", "whatsapp|messag|messenger|telegram|viber|wechat|^line$")} THEN 'messaging'
    WHEN {matches("channel_said", "chat|widget")} THEN 'chat'
    WHEN {matches("channel_said", "form|web service|^web$|portal|help ?cent(er|re)")} THEN 'web_form'
    WHEN {matches("channel_said", "facebook|twitter|instagram|tiktok|^x ")} THEN 'organic_social'
    WHEN {matches("channel_said", "sms|^text")} THEN 'sms' ELSE channel END"""
"""The way a request came in, brought to the vocabulary."""

STATUS = case(
    "status",
    {
        "open": ("new", "open", "Neu", "Offen", "Nuevo", "Abierto", "Nouveau", "Ouvert"),
        "pending": ("pending", "hold", "on-hold", "on hold", "Wartend", "Pendiente", "En attente", "snoozed"),
        "solved": ("solved", "resolved", "Gelöst", "Resuelto", "Résolu"),
        "closed": ("closed", "Geschlossen", "Cerrado", "Clos", "Fermé"),
    },
)

TICKETS = Layout(
    platform="zendesk",
    kind="tickets",
    fields=(
        Field("ticket_id", ("Id", "Ticket ID"), "id", required=True),
        Field("email", ("Requester email",), "contact"),
        Field("customer_id", ("Requester id",), "contact"),
        Field("status", ("Status", "Ticket status"), required=True),
        Field("channel", ("Via", "Ticket channel", "Channel"), "channel"),
        Field("opened_at", ("Created at", "Ticket created", "Ticket created - Timestamp", "Ticket created - Date"), "instant",
              required=True),
        Field("solved_at", ("Solved at", "Ticket solved", "Ticket solved - Timestamp", "Ticket solved - Date"), "instant"),
        Field("satisfaction", ("Satisfaction Score", "Satisfaction rating", "Ticket satisfaction rating")),
        Field("first_reply", spellings("First reply time"), "duration", required=True),
        Field("full_resolution", spellings("Full resolution time"), "duration"),
        Field("resolution_hours", ("Resolution time",), "count"),
        Field("language", ("Requester language", "Ticket language", "Language"), "language"),
        Field("market", ("Requester country", "Country"), "market"),
        *personal("Requester", "Requester external id", "Requester domain", "Submitter", "Assignee", "Subject",
                  "Organization", "Requester name", "Assignee name", "Submitter name", "Ticket subject"),
    ),
    targets=(
        Target(
            "tickets",
            {
                "ticket_id": "ticket_id",
                "opened_at": "opened_at",
                "first_response_at": "opened_at + to_seconds(first_reply)",
                "resolved_at": "coalesce(solved_at, opened_at + to_seconds(full_resolution),"
                " opened_at + to_seconds(resolution_hours * 3600))",
                "market": "market",
                "market_said": "market_said",
                "channel": VIA,
                "channel_said": "channel_said",
                "language": "language",
                "status": STATUS,
                "csat": "CASE WHEN lower(satisfaction) LIKE 'good%' THEN 1 WHEN lower(satisfaction) LIKE 'bad%'"
                " THEN 0 END",
                "customer_key": "customer_key",
            },
            key="ticket_id",
        ),
    ),
    rules=(
        Rule("ticket_id IS NULL", "set_aside", N_("The row has no ticket number.")),
        Rule("lower(status) = 'deleted'", "left_out", N_("Deleted tickets.")),
        Rule("lower(satisfaction) IN ('offered', 'unoffered', 'not offered', 'not_offered')", "noted",
             N_("Not rated (offered or not): counted as no answer, not as dissatisfied.")),
        Rule("first_reply IS NULL", "noted", N_("No first reply yet: the time to the first answer is unknown.")),
    ),
    measures=(),
)  # fmt: skip

LAYOUTS = (TICKETS,)
