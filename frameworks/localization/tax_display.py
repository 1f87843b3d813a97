"""Where the tax stands in a total: inside the price, on top of it, or not known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from frameworks.localization.money import rounded
from frameworks.localization.scripts import plain
from frameworks.rules import Tax

_VAT = {
    "ar": "ضريبة القيمة المضافة", "bg": "ДДС", "bn": "ভ্যাট", "cs": "DPH", "da": "moms", "de": "MwSt", "el": "ΦΠΑ", "es": "IVA",
    "et": "käibemaks", "fa": "مالیات بر ارزش افزوده", "fi": "ALV", "fr": "TVA", "he": "מע״מ", "hr": "PDV", "hu": "ÁFA", "id": "PPN",
    "it": "IVA", "ja": "消費税", "ko": "부가세", "lt": "PVM", "lv": "PVN", "nb": "mva.", "nl": "btw", "pl": "VAT", "pt": "IVA",
    "ro": "TVA", "ru": "НДС", "sk": "DPH", "sl": "DDV", "sr": "PDV", "sv": "moms", "tr": "KDV", "uk": "ПДВ", "vi": "thuế GTGT",
    "zh": "增值税",
}  # fmt: skip
"""Value added tax in shops, by language."""
_ELSEWHERE = {"TW": {"zh": "營業稅"}, "BR": {"pt": ""}}
_ENGLISH = ("", "VAT", "GST", "CT")
"""Names on record that are English, so that a language has another word: Egypt's and Japan's taxes are value added taxes."""


def tax_name(levied: Tax, language: str, territory: str | None = None) -> str:
    """Return what the tax is called in a text of the language, in a territory (ISO 3166-1 alpha-2).

    The name on record stands unless it is English, or in Latin letters where the language has others: then value added
    tax goes by its word in the language, as far as one is known here.
    """
    base, name = plain(language), levied.local_name
    own = _ELSEWHERE.get(territory or "", {}).get(base, _VAT.get(base, "")) if levied.kind == "vat" else ""
    if own and (name in _ENGLISH or not any("a" <= letter <= "z" for letter in own.casefold())):
        return own
    return name or {"vat": "VAT", "gst": "GST"}.get(levied.kind, "")


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
