"""Rates are the bank's, carried over bank holidays and past its last day; the team's own fill in."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from currency_converter import CurrencyConverter

from data.kpi_settings import Rate
from data.warehouse import Warehouse, rates


def rate(currency: str, day: date, entered=()) -> float | None:
    found = rates.daily_rates(day, day, entered)
    found = found[found["currency"] == currency]["to_eur"]
    return found.iloc[0] if len(found) else None


def test_the_rates_are_the_banks():
    bank = CurrencyConverter(fallback_on_missing_rate=False)
    for currency in ("USD", "JPY", "GBP", "CHF"):
        for day in (date(1999, 1, 4), date(2013, 3, 21), date(2026, 10, 30)):
            assert rate(currency, day) == pytest.approx(bank.convert(1, currency, "EUR", day), rel=1e-12)
    assert rate("USD", date(2013, 3, 21)) == pytest.approx(100 / 129.10)
    assert rate("EUR", date(2026, 1, 1)) == 1


def test_the_last_rate_between_two_currencies_is_the_banks():
    bank, day = CurrencyConverter(fallback_on_missing_rate=False), rates.last_quoted()
    for source, target in (("USD", "JPY"), ("EUR", "GBP"), ("CHF", "EUR")):
        assert rates.last_rate(source, target) == pytest.approx(bank.convert(1, source, target, day), rel=1e-12)
    assert rates.last_rate("USD", "SAR") is None and rates.last_rate("KES", "USD") is None


def test_a_day_without_a_quotation_takes_the_one_before():
    friday = date(2026, 10, 23)
    assert rate("USD", friday + timedelta(days=2)) == rate("USD", friday) != rate("USD", friday + timedelta(days=3))
    assert rate("USD", date(2026, 1, 1)) == rate("USD", date(2025, 12, 31))


def test_a_currency_no_longer_quoted_ends_a_week_later():
    last = CurrencyConverter().bounds["RUB"].last_date
    assert rate("RUB", last + timedelta(days=7)) == rate("RUB", last)
    assert rate("RUB", last + timedelta(days=8)) is None
    assert rate("USD", date(1998, 12, 31)) is None


def test_after_the_last_day_the_last_rates_are_carried_on_and_that_is_said():
    last = rates.last_quoted()
    assert rate("USD", last + timedelta(days=400)) == rate("USD", last)
    assert rate("RUB", last + timedelta(days=1)) is None
    assert rates.carried_note(last, ["USD"]) is None
    assert rates.carried_note(last + timedelta(days=1), ["EUR", None]) is None
    assert rates.carried_note(None, []) is None
    assert str(last) in str(rates.carried_note(last + timedelta(days=1), ["USD"]))


def test_the_teams_rates_count_where_the_bank_has_none():
    entered = [
        Rate("AED", 0.20),
        Rate("AED", 0.25, date(2026, 2, 1)),
        Rate("USD", 5.0),
        Rate("NGN", 0.001, date(2026, 2, 1)),
    ]
    assert [rate("AED", date(2026, month, 1), entered) for month in (1, 2, 9)] == [0.20, 0.25, 0.25]
    assert rate("NGN", date(2026, 1, 31), entered) is None
    assert rate("NGN", date(2026, 2, 1), entered) == 0.001
    assert rate("USD", date(2026, 2, 2), entered) == rate("USD", date(2026, 2, 2))
    assert rate("RUB", date(2026, 2, 1), [Rate("RUB", 0.01)]) == 0.01
    assert rate("RUB", date(2020, 2, 3), [Rate("RUB", 0.5)]) == rate("RUB", date(2020, 2, 3))


def orders(*days: str, currency: str = "USD") -> dict[str, pd.DataFrame]:
    frame = pd.DataFrame({"order_id": days, "ordered_at": days, "gross": 100, "currency": currency})
    return {"orders": frame}


def test_the_table_reaches_over_the_days_there_are(tmp_path):
    warehouse = Warehouse(tmp_path)
    reach = "SELECT CAST(min(day) AS VARCHAR) AS first, CAST(max(day) AS VARCHAR) AS last FROM exchange_rates"
    warehouse.append_frames(orders("2026-01-01", "2026-01-10"))
    assert warehouse.query(reach).values.tolist() == [["2026-01-01", "2026-01-10"]]
    warehouse.append_frames(orders("2026-01-05", "2025-12-24"))
    warehouse.append_frames(orders("2026-03-01"))
    assert warehouse.query(reach).values.tolist() == [["2025-12-24", "2026-03-01"]]
    assert warehouse.query("SELECT count(*) AS n FROM exchange_rates GROUP BY currency, day HAVING count(*) > 1").empty


def test_a_wrong_date_does_not_make_the_table_endless(tmp_path):
    warehouse = Warehouse(tmp_path)
    warehouse.append_frames(orders("0001-01-01", "2026-01-10", "9999-12-31"))
    assert warehouse.query("SELECT count(*) AS n FROM exchange_rates")["n"][0] < 2_000_000
    assert warehouse.query("SELECT to_eur FROM exchange_rates WHERE currency = 'USD' AND day = '2026-01-10'").shape == (
        1,
        1,
    )


def test_what_cannot_be_converted_is_counted_until_a_rate_is_entered(tmp_path):
    warehouse = Warehouse(tmp_path)
    warehouse.append_frames(orders("2026-01-01", "2026-01-02", currency="AED"))
    warehouse.append_frames(orders("2026-01-03", currency=None))
    warehouse.append_frames(orders("2026-01-04"))
    assert warehouse.currencies() == ("AED", "USD", None)
    found = warehouse.unconverted()
    assert found[["currency", "rows", "amount"]].fillna("").values.tolist() == [["AED", 2, 200.0], ["", 1, 100.0]]
    assert warehouse.unconverted({"period": ("2026-01-02", "2026-01-02")})["rows"].tolist() == [1]
    assert warehouse.unconverted(currency="AED")["rows"].sum() == 2  # without a rate of its own nothing reaches it
    version = warehouse.version
    warehouse.set_rates(pd.DataFrame({"currency": ["AED"], "rate_to_eur": [0.25], "day": ["2026-01-01"]}))
    assert warehouse.version != version
    assert warehouse.unconverted()["currency"].isna().tolist() == [True]
    assert warehouse.unconverted(currency="AED")["rows"].tolist() == [1]
    revenue = warehouse.compute("revenue", where={"period": ("2026-01-01", "2026-01-02")})["value"][0]
    assert revenue == pytest.approx(50)


@pytest.mark.parametrize(
    "frame",
    [{"currency": ["AED"]}, {"currency": ["EUR"], "rate_to_eur": [1]}, {"currency": ["AED"], "rate_to_eur": ["x"]}],
)
def test_rates_that_cannot_be_are_refused(tmp_path, frame):
    with pytest.raises(ValueError, match="rate"):
        Warehouse(tmp_path).set_rates(pd.DataFrame(frame))


def test_the_history_is_read_only_when_it_is_needed(tmp_path):
    rates.bank_history.cache_clear()
    Warehouse(tmp_path).present()
    assert rates.bank_history.cache_info().currsize == 0
