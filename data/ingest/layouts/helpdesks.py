"""Freshdesk, Gorgias and Intercom: their ticket exports, as far as their headers are known."""

from __future__ import annotations

from data.ingest.durations import spellings
from data.ingest.layouts.phrases import personal
from data.ingest.layouts.zendesk import STATUS, VIA
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_NO_NUMBER = Rule("ticket_id IS NULL", "set_aside", N_("The row has no ticket number."))
_COMMON = {
    "ticket_id": "ticket_id",
    "opened_at": "opened_at",
    "market": "market",
    "market_said": "market_said",
    "channel": VIA,
    "channel_said": "channel_said",
    "language": "language",
    "status": STATUS,
    "customer_key": "customer_key",
}
_SHARED = (
    Field("market", ("Country",), "market"),
    Field("language", ("Language",), "language"),
)


def _after(seconds: str) -> str:
    """The moment some seconds after the ticket was opened."""
    return f"opened_at + to_seconds({seconds})"


# headers not verified
FRESHDESK = Layout(
    platform="freshdesk",
    kind="tickets",
    fields=(
        Field("ticket_id", ("Ticket ID",), "id", required=True),
        Field("status", ("Status",), required=True),
        Field("channel", ("Source",), "channel"),
        Field("opened_at", ("Created time",), "instant", required=True),
        Field("solved_at", ("Resolved time",), "instant"),
        Field("closed_at", ("Closed time",), "instant"),
        Field("first_reply_at", ("Initial response time",), "instant"),
        Field("first_reply", spellings("First response time"), "duration"),
        Field("resolution", spellings("Resolution time"), "duration"),
        Field("satisfaction", ("Survey results",)),
        Field("email", ("Email", "Requester Email", "Contact email"), "contact"),
        Field("customer_id", ("Contact ID",), "contact"),
        *_SHARED,
        *personal("Subject", "Agent", "Full name", "Requester Name", "Contact name"),
    ),
    targets=(
        Target(
            "tickets",
            _COMMON
            | {
                "first_response_at": f"coalesce(first_reply_at, {_after('first_reply')})",
                "resolved_at": f"coalesce(solved_at, closed_at, {_after('resolution')})",
                "csat": "CASE WHEN regexp_matches(lower(satisfaction), '^(extremely|very)? ?(happy|satisfied)|good')"
                " THEN 1 WHEN regexp_matches(lower(satisfaction), 'unhappy|dissatisfied|bad|neutral') THEN 0 END",
            },
            key="ticket_id",
        ),
    ),
    rules=(_NO_NUMBER,),
    any_of=("first_reply_at", "first_reply", "resolution", "solved_at"),
)

# headers not verified
GORGIAS = Layout(
    platform="gorgias",
    kind="tickets",
    fields=(
        Field("ticket_id", ("id", "Ticket id"), "id", required=True),
        Field("status", ("status",), required=True),
        Field("channel", ("channel", "initial channel"), "channel", required=True),
        Field("opened_at", ("created_datetime", "Created date"), "instant", required=True),
        Field("closed_at", ("closed_datetime", "Closed date"), "instant"),
        Field("first_reply_at", ("first_response_datetime", "first_agent_message_datetime"), "instant"),
        Field("first_reply", spellings("First response time"), "duration"),
        Field("resolution", spellings("Resolution time"), "duration"),
        Field("score", ("satisfaction_survey.score", "Survey score", "satisfaction_score"), "count"),
        Field("email", ("customer.email", "Customer email"), "contact"),
        Field("customer_id", ("customer.id", "Customer id"), "contact"),
        *_SHARED,
        *personal("subject", "customer.name", "assignee_user.name"),
    ),
    targets=(
        Target(
            "tickets",
            _COMMON
            | {
                "first_response_at": f"coalesce(first_reply_at, {_after('first_reply')})",
                "resolved_at": f"coalesce(closed_at, {_after('resolution')})",
                "csat": "CASE WHEN score >= 4 THEN 1 WHEN score >= 1 THEN 0 END",
            },
            key="ticket_id",
        ),
    ),
    rules=(_NO_NUMBER,),
    any_of=("closed_at", "score", "first_reply", "resolution"),
)

# headers not verified
INTERCOM = Layout(
    platform="intercom",
    kind="tickets",
    fields=(
        Field("ticket_id", ("Conversation ID",), "id", required=True),
        Field("opened_at", ("Conversation started at",), "instant", required=True),
        Field("first_reply_at", ("Conversation first replied at", "First replied at"), "instant"),
        Field("closed_at", ("Conversation first closed at", "Conversation last closed at", "Last closed at"), "instant"),
        Field("first_reply", tuple(said for name in ("First response time", "Conversation first response time",
                                                     "Time to first response") for said in spellings(name)), "duration"),
        Field("resolution", tuple(said for name in ("Time to close", "Conversation time to close", "Time to resolution")
                                  for said in spellings(name)), "duration"),
        Field("status", ("Conversation state", "State", "Current conversation state")),
        Field("channel", ("Channel", "Conversation channel"), "channel"),
        Field("score", ("Conversation rating", "CSAT rating"), "count"),
        Field("email", ("User email", "Contact email"), "contact"),
        Field("customer_id", ("User ID", "Contact ID"), "contact"),
        *_SHARED,
        *personal("User name", "Teammate assigned", "Contact name"),
    ),
    targets=(
        Target(
            "tickets",
            _COMMON
            | {
                "first_response_at": f"coalesce(first_reply_at, {_after('first_reply')})",
                "resolved_at": f"coalesce(closed_at, {_after('resolution')})",
                "csat": "CASE WHEN score >= 4 THEN 1 WHEN score >= 1 THEN 0 END",
            },
            key="ticket_id",
        ),
    ),
    rules=(_NO_NUMBER,),
    assumes={"unit": "seconds"},
)

LAYOUTS = (FRESHDESK, GORGIAS, INTERCOM)
