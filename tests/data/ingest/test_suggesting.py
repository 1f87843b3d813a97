"""Suggestions for the mapping screen."""

from data.ingest.headings import columns_of
from data.ingest.plain import KINDS
from data.ingest.suggesting import assigned, likely, suggestions

HEADERS = ["Auftrags-Nr (intern)", "Datum der Bestellung laut System", "Rechnungsbetrag brutto", "Kunde", "Zielmarkt"]
ROWS = [["A-1", "01.02.2024", "12,50", "anna@example.org", "Österreich"]]


def test_near_words_are_suggested_with_their_likelihood():
    suggested = suggestions(columns_of(HEADERS, ROWS))
    orders = suggested["orders"]
    assert orders["order_id"][0][0] == "Auftrags-Nr (intern)"
    assert orders["ordered_at"][0][0] == "Datum der Bestellung laut System"
    assert orders["total"][0][0] == "Rechnungsbetrag brutto"
    assert all(0 < score <= 1 for found in orders.values() for _header, score in found)


def test_cells_that_contradict_are_not_suggested():
    suggested = suggestions(columns_of(["Total", "Date"], [["abc", "12.50"], ["def", "13.50"]]))
    assert suggested["orders"]["total"] == () and suggested["orders"]["ordered_at"] == ()


def test_each_column_is_assigned_once():
    suggested = suggestions(columns_of(HEADERS, ROWS))
    mapping = assigned("orders", suggested)
    assert len(set(mapping.values())) == len(mapping)
    assert assigned("no such kind", suggested) == {}


def test_the_likely_kind_is_the_one_whose_needs_are_met():
    assert likely(suggestions(columns_of(HEADERS, ROWS))) == "orders"
    ads = columns_of(["Kampagne (neu)", "Kosten gesamt", "Tag"], [["x", "12,5", "01.02.2024"]])
    assert likely(suggestions(ads)) == "spend"
    assert likely(suggestions(columns_of(["a"], []))) == "orders"


def test_cells_alone_suggest_dates_people_and_places_but_only_list_money():
    columns = columns_of(["Ref", "When", "Worth", "Who", "Place"], [["X1", "2024-01-31", "10.50", "a@b.example", "France"]])
    mapping = assigned("orders", suggestions(columns))
    assert mapping == {"ordered_at": "When", "email": "Who", "market": "Place"}
    assert ("Worth", 0.4) in suggestions(columns)["orders"]["total"]


def test_each_kind_is_worked_out_once_and_only_when_asked_for():
    suggested = suggestions(columns_of(HEADERS, ROWS))
    assert suggested["orders"] is suggested["orders"]
    assert list(suggested) == list(KINDS) and len(suggested) == len(KINDS)
