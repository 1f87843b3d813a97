"""Short SQL phrases that the layouts' expressions are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from data.ingest.folding import fold
from data.ingest.model import Field, Rule
from frameworks.labels import N_

ZERO_DECIMAL = (
    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
)  # fmt: skip
"""Currencies whose smallest unit is the unit itself (Stripe's list)."""

THREE_DECIMAL = ("BHD", "JOD", "KWD", "OMR", "TND")
"""Currencies with a thousand small units."""


def personal(*headers: str) -> tuple[Field, ...]:
    """Columns that hold personal data and are dropped."""
    return tuple(Field(f"personal_{fold(header)}", (header,), "personal") for header in headers)


def listed(words: Iterable[str]) -> str:
    """Words as a list of SQL strings."""
    return ", ".join("'" + word.replace("'", "''") + "'" for word in words)


def folded(alias: str) -> str:
    """A text column brought to the form of ``folding.fold``, near enough for words of the Latin alphabet."""
    return f"regexp_replace(replace(strip_accents(lower({alias})), 'ß', 'ss'), '[^\\p{{L}}\\p{{N}}]', '', 'g')"


def among(alias: str, words: Iterable[str]) -> str:
    """Whether a text column is one of some words, however spelt."""
    return f"{folded(alias)} IN ({listed(sorted({fold(word) for word in words}))})"


def matches(alias: str, pattern: str) -> str:
    """Whether a text column contains a pattern, in lower case and without accents."""
    return f"regexp_matches(strip_accents(lower({alias})), '{pattern.replace(chr(39), chr(39) * 2)}')"


def case(alias: str, words: Mapping[str, Iterable[str]]) -> str:
    """A text column's words brought to a vocabulary: ``{"paid": ("Completed", "Processing")}``; else NULL.

    A map and no CASE, so that the text is folded once and not once a word.
    """
    pairs = {fold(said): meant for meant, spellings in words.items() for said in spellings}
    entries = ", ".join(f"'{said}': '{meant}'" for said, meant in pairs.items())
    return f"MAP {{{entries}}}[{folded(alias)}]"


def total_row(*aliases: str) -> str:
    """Whether one of the text columns says that the row is a total."""
    return "(" + " OR ".join(among(f"coalesce({alias}, '')", TOTALS) for alias in aliases) + ")"


TOTALS = (
    "Total", "Totals", "Totale", "Totali", "Totaal", "Totalt", "Toplam", "Summe", "Gesamt", "Gesamtsumme",
    "Insgesamt", "Gesamtergebnis", "Итого", "合計", "総計", "总计", "Grand total", "Total général", "Total global",
    "Total geral", "Suma total", "Total general", "Totale complessivo", "Eindtotaal", "Suma końcowa", "Общий итог",
)  # fmt: skip
"""What a total row calls itself."""


def minor_units(amount: str, currency: str = "currency") -> str:
    """An amount in the currency's smallest unit, brought to the currency itself."""
    return (
        f"CASE WHEN {currency} IN ({listed(ZERO_DECIMAL)}) THEN {amount}"
        f" WHEN {currency} IN ({listed(THREE_DECIMAL)}) THEN {amount} / 1000 ELSE {amount} / 100 END"
    )


def one_currency(amount: str, key: str = "order_id") -> Rule:
    """The rule that an order is in one currency, without which its rows cannot be added up."""
    return Rule(
        f"{amount} IS NOT NULL AND currency IS DISTINCT FROM max(currency) OVER (PARTITION BY {key})",
        "set_aside",
        N_("The row is not in the currency of the rest of its order."),
    )
