"""Headers: their word and the currency they name."""

import pytest

from data.ingest.headings import columns_of


@pytest.mark.parametrize(("header", "concept", "currency"), [
    ("Total (EUR)", "total", "EUR"), ("Betrag in €", "total", "EUR"), ("amount_usd", "total", "USD"),
    ("Order Total [GBP]", "total", "GBP"), ("合計（円）", "total", "JPY"), ("Spend, PLN", "spend", "PLN"),
    ("Revenue £", "revenue", "GBP"), ("Umsatz (zł)", "revenue", "PLN"), ("£ Amount", "total", "GBP"),
    ("Total ($)", "total", ""), ("Total", "total", ""), ("Order #", "order_id", ""), ("N° de commande", "order_id", ""),
])  # fmt: skip
def test_word_and_currency(header, concept, currency):
    (column,) = columns_of([header], [])
    assert concept in column.means and column.currency == currency


@pytest.mark.parametrize("header", ["", "  ", "(EUR)", "€", "Total discount of the year (EUR)", "x" * 5000, "((((", "in EUR"])
def test_what_says_nothing_means_nothing(header):
    (column,) = columns_of([header], [])
    assert not column.means


@pytest.mark.parametrize(("header", "concept"), [
    ("How likely are you to recommend us (0-10)?", "nps"), ("Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?", "nps"),
    ("¿Con qué probabilidad nos recomendaría?", "nps"), ("How satisfied were you with our service? 1-5", "satisfaction"),
    ("NPS (0-10)", "nps"), ("Rating (1-5)", "rating"),
])  # fmt: skip
def test_questions_of_surveys(header, concept):
    (column,) = columns_of([header], [])
    assert concept in column.means


def test_short_rows_are_filled_up():
    first, second = columns_of(["a", "b"], [["1"], ["2", None], ["3", "4"]])
    assert first.cells == ("1", "2", "3") and second.cells == ("", "", "4")
