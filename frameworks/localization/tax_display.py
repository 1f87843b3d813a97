"""Where the tax stands in a total: inside the price, on top of it, or not known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from frameworks.localization.money import rounded


@dataclass(frozen=True)
class Totals:
    """What a buyer pays, in one currency.

    subtotal, shipping: as given. tax: its amount, None where no rate is known.
    total:     what is charged; without tax where it comes on top and no rate is known.
    inclusive: tax is inside the prices (True), on top (False), or it is not known (None).
    percent:   standard rate the tax was worked out with, None where none is known.
    """

    subtotal: Decimal
    shipping: Decimal
    tax: Decimal | None
    total: Decimal
    inclusive: bool | None
    percent: float | None


def totals(
    price: Decimal, shipping: Decimal, currency: str, *, percent: float | None, inclusive: bool | None
) -> Totals:
    """Return the lines under a basket of one thing.

    Tax inside: tax = total - total / (1 + rate). On top: tax = (price + shipping) x rate. Not known how
    prices are shown: no tax is worked out. Delivery is taxed like the goods, which is an assumption.

    >>> totals(Decimal("119.00"), Decimal("0.00"), "EUR", percent=19, inclusive=True).tax
    Decimal('19.00')
    """
    charged = price + shipping
    if percent is None or inclusive is None:
        return Totals(price, shipping, None, charged, inclusive, percent)
    rate = Decimal(str(percent)) / 100
    if inclusive:
        tax = rounded(charged - charged / (1 + rate), currency)
        return Totals(price, shipping, tax, charged, inclusive, percent)
    tax = rounded(charged * rate, currency)
    return Totals(price, shipping, tax, charged + tax, inclusive, percent)
