"""Exports are told by their headers, in any order and language, and only when nothing else fits as well."""

from __future__ import annotations

import random

import pytest

from data.ingest.layouts import ALL
from data.ingest.recognise import candidates, columns_of, header_matches, recognise


def headers_of(layout):
    return [field.headers[0] if field.headers else "Amount spent (EUR)" for field in layout.fields]


@pytest.mark.parametrize("layout", [one for one in ALL if one.tell is None], ids=lambda one: f"{one.platform}-{one.kind}")
def test_a_layout_is_found_by_its_own_headers_in_any_order(layout):
    if layout.platform == "surveymonkey":
        headers = ["Respondent ID", "Collector ID", "Start Date", "How likely are you to recommend us?"]
    else:
        headers = headers_of(layout)
    random.Random(7).shuffle(headers)
    found = recognise(headers)
    assert found is not None
    assert found[0] is layout
    best, *others = candidates(headers)
    assert all(other.score < best.score for other in others)


def test_columns_nobody_knows_are_no_obstacle():
    headers = ["internal note", *headers_of(ALL[0]), "campaign (metadata)", ""]
    layout, columns = recognise(headers)
    assert layout is ALL[0]
    assert headers[columns["order_id"]] == "Name"


@pytest.mark.parametrize("layout", ALL, ids=lambda one: f"{one.platform}-{one.kind}")
def test_without_a_required_column_it_is_not_of_this_layout(layout):
    headers = headers_of(layout)
    for field in layout.fields:
        if field.required and field.headers:
            fewer = [header for header in headers if header != field.headers[0]]
            assert all(candidate.layout is not layout for candidate in candidates(fewer))


@pytest.mark.parametrize(
    "headers",
    [
        ["Date", "Campaign", "Cost", "Clicks", "Impressions"],
        ["date", "country", "channel", "sessions"],
        ["Order ID", "Date", "Total", "Currency", "Country"],
        ["invoice", "date", "quantity", "unit price", "customer", "country"],
        ["a", "b", "c"],
        [],
    ],
)
def test_a_plain_table_is_of_no_platform(headers):
    assert recognise(headers) is None


def test_a_column_serves_one_alias_only():
    for layout in ALL:
        columns = columns_of(layout, headers_of(layout))
        assert len(set(columns.values())) == len(columns)


def test_a_pattern_reads_the_currency_from_the_header():
    meta = next(layout for layout in ALL if layout.platform == "meta_ads")
    field = next(field for field in meta.fields if field.alias == "spend")
    for header, currency in [("Amount spent (EGP)", "EGP"), ("Montant dépensé\u00a0(EUR)", "EUR"), ("Amount spent", None)]:
        assert header_matches(field, header)["currency"] == currency
    assert header_matches(field, "Amount spent per day (USD)") is None


def test_the_sample_tells_cents_from_euros():
    headers = ["id", "amount", "amount_refunded", "currency", "created", "status"]
    cents = recognise(headers, (), [["ch_1", "4990", "0", "eur", "1790848800", "succeeded"]])
    euros = recognise(headers, (), [["ch_1", "49.90", "0.00", "eur", "2026-10-01 10:00", "Paid"]])
    assert cents[0].kind == euros[0].kind == "payments"
    assert cents[0] is not euros[0]
    assert any("smallest unit" in rule.reason for rule in cents[0].rules)


def test_comments_above_make_a_table_of_visits_one_of_analytics():
    assert recognise(["Country", "Sessions"]) is None
    assert recognise(["Country", "Sessions"], ["# Start date: 20261001"])[0].platform == "google_analytics"
