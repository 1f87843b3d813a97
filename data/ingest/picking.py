"""Chooses the columns of a plain table that fill the fields of one kind, or says that they do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data.ingest import looks
from data.ingest.header_words import concepts
from data.ingest.headings import Column
from data.ingest.plain import MONEY, Kind, Wanted

MONEY_ENOUGH, TEXT_ENOUGH = 0.9, 0.7
"""Shares of a column's sampled cells that must look like a field's values: of money under a loose header, else."""

LOOSE, EXACT = 0.8, 1.0
"""Confidence in a header that is a loose word ("total") or an exact one ("order total")."""

_STRAY = 0.1
"""So many answers may lie beyond their scale, by a slip; they are set aside when the file is read."""

Picked = dict[str, tuple[Column, float]]
"""Alias to the column that fills it and the confidence."""


def pick(kind: Kind, columns: Sequence[Column]) -> Picked | None:
    """Alias to its column and confidence, or None when the kind's needs are not met or money is in doubt."""
    picked: Picked = {}
    taken: set[str] = set()
    offers = []
    for place, wanted in enumerate(kind.wanted):
        for rank, concept in enumerate(wanted.concepts):
            for column in columns:
                exact = column.means.get(concept)
                if exact is not None and _fits(wanted, column, exact):
                    offers.append(((not exact, rank, place), wanted, column, EXACT if exact else LOOSE))
    offers += [((False, 0, 0), kind["email"], column, LOOSE) for column in columns if _mail(kind, column)]
    offers.sort(key=lambda offer: (offer[0], _order(offer[1], offer[2])))
    for rank, wanted, column, score in offers:
        if wanted.alias in picked or column.header in taken:
            continue
        if wanted.type == MONEY and _doubtful(rank, wanted, column, offers, taken):
            return None
        picked[wanted.alias] = (column, score)
        taken.add(column.header)
    picked = _REFINE.get(kind.name, lambda _columns, chosen: chosen)(columns, picked)
    return None if picked is None or kind.lacks(frozenset(picked)) else picked


def _fits(wanted: Wanted, column: Column, exact: bool) -> bool:
    fits = column.fit(wanted)
    if fits is None:  # nothing filled in the sample: believe the header
        return True
    return fits >= (MONEY_ENOUGH if wanted.type == MONEY and not exact else TEXT_ENOUGH)


def _mail(kind: Kind, column: Column) -> bool:
    """Whether a column headed "customer" or "contact" holds e-mail addresses."""
    if "email" not in kind.aliases or not {"customer", "name"} & set(column.means):
        return False
    return (column.fit(kind["email"]) or 0) >= TEXT_ENOUGH


def _order(wanted: Wanted, column: Column) -> tuple[int, str]:
    """Among equals the commoner spelling, then the alphabet: never the position in the file."""
    places = [list(concepts()[c]).index(column.word) for c in wanted.concepts if column.word in concepts()[c]]
    return (min(places, default=0), column.header)


def _doubtful(rank: object, wanted: Wanted, column: Column, offers: Sequence[tuple], taken: set[str]) -> bool:
    """Whether another column is as good an answer and says something else."""
    return any(
        offer[0] == rank
        and offer[1] is wanted
        and offer[2] is not column
        and offer[2].header not in taken
        and offer[2].cells != column.cells
        for offer in offers
    )


def _lines(columns: Sequence[Column], picked: Picked) -> Picked | None:
    """Order lines: tell whether a column headed just "total" or "amount" is the line's or the whole order's."""
    if "total" not in picked or "line_total" in picked:
        return picked
    total, score = picked["total"]
    meaning = _line_or_order(picked, total, said=score == EXACT)
    if meaning == "line":
        return {alias: found for alias, found in picked.items() if alias != "total"} | {"line_total": (total, score)}
    return picked if meaning == "order" else None


def _line_or_order(picked: Picked, total: Column, said: bool) -> str | None:
    """``line`` or ``order``, told from the cells; None when they do not tell. said: the header says it is the order's."""
    priced = {"quantity", "unit_price"} <= set(picked)
    if "order_id" not in picked or not any(total.cells) or not {"quantity", "product", "sku"} & set(picked):
        return "order" if said and priced else None
    repeats = _repeats(picked["order_id"][0], total.numbers)
    differ = any(len(found) > 1 for found in repeats)
    if priced:
        agrees = _product(picked, total)
        if agrees and (differ or not said):
            return "line"
        return "order" if not differ and (repeats or said) else None
    # Without repeats every order has one line, as far as the sample goes, and both readings come to the same.
    return "line" if differ or not repeats else "order"


def _product(picked: Picked, total: Column) -> bool:
    """Whether quantity times unit price gives the total in nine rows of ten."""
    parts = zip(picked["quantity"][0].numbers, picked["unit_price"][0].numbers, total.numbers, strict=True)
    agree = [abs(q * p - t) <= max(0.02, abs(t) * 0.005) for q, p, t in parts if None not in (q, p, t)]
    return bool(agree) and sum(agree) >= 0.9 * len(agree)


def _repeats(ids: Column, totals: Sequence[float | None]) -> list[set[float]]:
    """Per order of several rows, its different totals."""
    by_order: dict[str, list[float | None]] = {}
    for order, total in zip(ids.cells, totals, strict=True):
        if order.strip():
            by_order.setdefault(order, []).append(total)
    return [{total for total in found if total is not None} for found in by_order.values() if len(found) > 1]


def _whole_orders(columns: Sequence[Column], picked: Picked) -> Picked | None:
    """Orders: no order may come twice with different totals, or it is a table of lines; returns may."""
    amount = picked.get("total") or picked.get("net")
    if not amount:  # a file of refunds alone has no other amount, which might be the sales
        used = {column.header for column, _score in picked.values()}
        others = [column for column in columns if column.header not in used]
        return None if any((looks.fit("amount", "", column.cells) or 0) >= TEXT_ENOUGH for column in others) else picked
    if "order_id" in picked and amount:
        repeats = _repeats(picked["order_id"][0], [None if (sold or 0) < 0 else sold for sold in amount[0].numbers])
        return None if any(len(totals) > 1 for totals in repeats) else picked
    return picked


def _one_scale(columns: Sequence[Column], picked: Picked) -> Picked | None:
    """Surveys: answers must lie on the scale; a column headed just "score" is NPS if it has a 0 or beyond 5."""
    for column in columns:
        if "score" in column.means and not {"nps", "csat"} & set(picked) and "rating" not in column.means:
            figures = [value for value in column.numbers if value is not None]
            if figures and max(figures) <= 10 and min(figures) >= 0 and (max(figures) > 5 or min(figures) < 1):
                picked = picked | {"nps": (column, LOOSE)}
    for alias, low, high in (("nps", 0, 10), ("csat", 1, 5)):
        if alias in picked:
            figures = [value for value in picked[alias][0].numbers if value is not None]
            if sum(not low <= value <= high for value in figures) > _STRAY * len(figures):
                return None
    return picked


_REFINE: dict[str, Callable[[Sequence[Column], Picked], Picked | None]] = {
    "orders": _whole_orders, "order_items": _lines, "surveys": _one_scale,
}  # fmt: skip
