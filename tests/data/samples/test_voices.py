"""The invented voices come from buyers of the shop."""

from __future__ import annotations

from data.samples import voices
from data.samples.shop import history


def test_every_row_is_as_long_as_its_header_and_from_a_buyer():
    shop = history()
    buyers = set(shop.orders["customer"])
    for rows, column in (
        (list(voices.tickets(shop)), "Requester email"),
        (list(voices.survey(shop)), "Email"),
        (list(voices.reviews(shop)), "reviewer_email"),
    ):
        assert {len(row) for row in rows} == {len(rows[0])}
        assert {row[rows[0].index(column)] for row in rows[1:]} <= buyers
