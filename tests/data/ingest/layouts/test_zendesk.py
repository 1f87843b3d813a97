"""Zendesk: ratings, ways in and first answers."""

from __future__ import annotations

from data.ingest import read_export
from data.ingest.layouts.zendesk import TICKETS
from tests.data.ingest.layouts.running import column, outcomes


def test_ratings():
    said = ("good", "Good", "bad", "badwithcomment", "offered", "unoffered", None)
    assert column(TICKETS, "csat", *({"satisfaction": word} for word in said)) == [1, 1, 0, 0, None, None, None]


def test_the_first_answer_came_some_minutes_after_the_ticket():
    row = {"opened_at": "2026-10-01 09:00:00", "first_reply": 45 * 60, "full_resolution": 90 * 60}
    assert [str(moment) for moment in column(TICKETS, "first_response_at", row, {"opened_at": "2026-10-01"})] == [
        "2026-10-01 09:45:00", "None",
    ]  # fmt: skip
    assert str(column(TICKETS, "resolved_at", row)[0]) == "2026-10-01 10:30:00"


def test_an_export_of_explore_says_the_unit_in_its_headings(tmp_path):
    path = tmp_path / "explore.csv"
    path.write_text("Ticket ID,Ticket status,Ticket created - Timestamp,Ticket channel,First reply time (min),"
                    "Full resolution time (hrs),Requester name\n7,Solved,2026-10-01T09:00:00,Email,12.5,1.5,Anna\n")  # fmt: skip
    found = read_export(path)
    (row,) = found.tables["tickets"].to_dict("records")
    assert found.platform == "zendesk" and not found.report.ignored
    assert (str(row["first_response_at"]), str(row["resolved_at"])) == ("2026-10-01 09:12:30", "2026-10-01 10:30:00")


def test_ways_in():
    said = ("Mail", "Web form", "Chat", "Phone call (inbound)", "Facebook Messenger", "WhatsApp", "Web Widget", None)
    assert column(TICKETS, "channel", *({"channel_said": word} for word in said)) == [
        "email", "web_form", "chat", "phone", "messaging", "messaging", "chat", None,
    ]  # fmt: skip


def test_states():
    said = ("New", "Open", "Pending", "Hold", "Solved", "Closed", "else")
    assert column(TICKETS, "status", *({"status": word} for word in said)) == [
        "open", "open", "pending", "pending", "solved", "closed", None,
    ]  # fmt: skip
    assert outcomes(TICKETS, {"ticket_id": "1", "status": "Deleted"}, {}) == ["left_out", "set_aside"]
