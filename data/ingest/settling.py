"""Settles how a table is to be read: styles of its columns, currency, period, words; from its cells and from what is said."""

from __future__ import annotations

from collections.abc import Mapping

from data.ingest import columns, memo, money, typed
from data.ingest.columns import Column
from data.ingest.model import Assumption, Sheet
from data.ingest.pace import Pace
from data.ingest.period import stated
from data.ingest.recognise import header_matches
from data.ingest.shapes import quoted
from data.ingest.typed import Reading
from frameworks.labels import N_, Sentence

COMMON = (
    "EUR",
    "USD",
    "GBP",
    "CHF",
    "JPY",
    "CNY",
    "CAD",
    "AUD",
    "SEK",
    "NOK",
    "DKK",
    "PLN",
    "CZK",
    "BRL",
    "MXN",
    "INR",
)
"""Currencies that are offered where the file names none."""


def settle(con: Pace, reading: Reading, source: str, sheet: Sheet, assume: Mapping[str, str]) -> None:
    """Decide how the columns are read, from the cells in ``source``."""
    reading.styles = columns.decide(con, source, reading.columns, assume, reading.layout.assumes)
    reading.constants = {}
    days = stated(sheet.preamble, sheet.title)
    if days:
        reading.constants |= {"period_start": f"DATE '{days[0]}'", "period_end": f"DATE '{days[1]}'"}
    _settle_currency(con, reading, sheet, assume)
    if market := assume.get("market"):
        reading.constants["market"] = quoted(market)
    typed.make_words(con, reading, source)
    typed.make_memo(con, reading, source)


def _settle_currency(con: Pace, reading: Reading, sheet: Sheet, assume: Mapping[str, str]) -> None:
    """Settle the currency: what the person says, a column, the headers, signs in the cells, the layout, else a guess."""
    money_columns = reading.of_type("amount")
    if not money_columns:
        return
    said = money.code(assume["currency"]) if assume.get("currency") else None
    if said:
        reading.constants["currency"] = quoted(said)
        if reading.column("currency"):
            reading.columns = tuple(each for each in reading.columns if each.field.alias != "currency")
        return
    if reading.column("currency"):
        return
    headers = {code for column in money_columns if (code := _in_header(column))}
    if len(headers) == 1:
        reading.constants["currency"] = quoted(headers.pop())
        return
    if sql := typed.currency_constant(reading):
        reading.constants["currency"] = sql
        sign = next(iter(next(iter(reading.styles.signs.values()), {})), "")
        options = money.SIGNS.get(sign, ())
        if len(options) > 1:
            told = Sentence(N_("The amounts bear the sign {sign}, which several currencies share."), sign=sign)
            reading.styles.assumptions.append(Assumption("currency", options[0], told, options))
        return
    assumed = reading.layout.assumes.get("currency")
    if assumed:
        reading.constants["currency"] = quoted(assumed)
        told = Sentence(N_("The file names no currency; this is what its kind has."))
    else:
        above = {code for line in sheet.preamble for code in money.read(line)[:1] if code in money.codes()}
        assumed = above.pop() if len(above) == 1 else "EUR"
        reading.constants["currency"] = quoted(assumed)
        told = Sentence(N_("The file names no currency."))
    options = (assumed, *(code for code in COMMON if code != assumed))
    reading.styles.assumptions.append(Assumption("currency", assumed, told, options))


def _in_header(column: Column) -> str | None:
    """The currency a header names: "Amount spent (EGP)", "Betrag in €"."""
    if (found := header_matches(column.field, column.header)) and "currency" in found.groupdict():
        return money.code(found["currency"] or "")
    meant = money.read(column.header)
    return meant[0] if meant and len(meant) == 1 else None


def few_words(con: Pace, reading: Reading, sample: str) -> frozenset[str]:
    """The text columns that repeat few words."""
    text = reading.of_type("text")
    if not text:
        return frozenset()
    counts = con.execute(
        f"SELECT {', '.join(f'count(DISTINCT {each.cell})' for each in text)} FROM {sample}"
    ).fetchone()
    return frozenset(each.field.alias for each, words in zip(text, counts, strict=True) if words <= memo.MOST)
