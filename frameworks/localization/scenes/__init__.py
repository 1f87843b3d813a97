"""The pages of a shop as a buyer of a market sees them: product page, checkout, order e-mail, ad and chat reply."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from frameworks.labels import N_, Sentence
from frameworks.localization.checkout import LONGEST_PRODUCT
from frameworks.localization.items import locale_code
from frameworks.localization.languages import spelled
from frameworks.localization.money import currency_of
from frameworks.localization.phrases import phrase_languages
from frameworks.localization.pseudo import ACCENTED, MIRRORED
from frameworks.localization.scenes import ad, checkout_page, email, reply
from frameworks.localization.scenes import product as product_page
from frameworks.localization.scenes.examples import Examples
from frameworks.localization.scenes.model import SCENE_LABELS, SCENES, Part, Run, Scene, SceneError
from frameworks.localization.scenes.price import LocalPrice, local_price
from frameworks.localization.scenes.setting import Setting
from frameworks.localization.scenes.stage import Row, Stage
from frameworks.localization.scripts import alpha2, direction, harmless, known, locale_for, plain
from frameworks.reference import Reference

if TYPE_CHECKING:
    from frameworks.payments import PaymentFit

__all__ = [
    "PSEUDO_LOCALES", "SCENES", "SCENE_LABELS", "SURFACES", "LocalPrice", "Part", "Run", "Scene", "SceneError", "local_price",
    "scene",
]  # fmt: skip

PSEUDO_LOCALES = ("en-XA", "ar-XB")
"""CLDR's codes of the made-up locales: accents and length, and right to left."""
SHOP = "shop.example"
_MADE_UP = {"en_XA": ACCENTED, "ar_XB": MIRRORED, "en_XB": MIRRORED}

_BUILDERS: Mapping[str, Callable[[Stage, Sequence[Row]], None]] = {
    "product": product_page.build, "checkout": checkout_page.build, "email": email.build, "ad": ad.build, "reply": reply.build,
}  # fmt: skip
SURFACES: Mapping[str, tuple[str, ...]] = {
    "product": product_page.SURFACES, "checkout": checkout_page.SURFACES, "email": email.SURFACES, "ad": ad.SURFACES,
    "reply": reply.SURFACES,
}  # fmt: skip
"""The surfaces whose items appear in a scene."""


def scene(
    kind: str, rows: Sequence[Row], *, market: str, locale: str, reference: Reference, price: Decimal, currency: str,
    product: str | None, today: date, fit: PaymentFit | None = None, rate: Decimal | float | None = None,
    rate_day: str = "", shipping: Decimal = Decimal(0), shop: str = SHOP, formality: str = "neutral",
) -> Scene:  # fmt: skip
    """Return a page of the shop as a buyer of the market would see it.

    kind:      one of ``SCENES``. rows: the shop's items, each with its translation into ``locale`` or None.
    market:    ISO 3166-1 alpha-3. locale: ``"de"``, ``"pt-BR"``, or one of ``PSEUDO_LOCALES``.
    price, shipping: in ``currency``. rate: units of the market's currency for one of it, where they are to be
               converted; rate_day: its day (ISO 8601).
    product:   name for where no item names it. today: the day of the example dates.
    fit:       how the market pays and what the set-up takes, None if not looked at. shop: its name.

    Raises SceneError for an unknown kind, ContentError for what is no language code, PriceError for amounts that
    cannot be shown. Every item of the scene's surfaces is in one part at least.
    """
    if kind not in _BUILDERS:
        raise SceneError(N_("There is no scene {kind}; known are {known}."), kind=f"“{kind:.20}”", known=", ".join(SCENES))
    there = _setting(market, locale, reference, today)
    bought = local_price(price, currency, currency_of(there.territory), None if rate is None else Decimal(str(rate)), rate_day)
    sent = local_price(shipping, currency, currency_of(there.territory), None if rate is None else Decimal(str(rate)), rate_day)
    there = replace(
        there, price=bought.amount, shipping=sent.amount, currency=bought.currency, product=_named(product, rows), fit=fit,
        shop=harmless(shop)[0][:60] or SHOP, formality=formality, notes=[*there.notes, *bought.notes],
    )  # fmt: skip
    stage = Stage(there, Examples(there, tuple(way.name.text for way in there.checkout.methods)))
    _BUILDERS[kind](stage, rows)
    return Scene(kind, market, there.locale, there.language, there.direction, tuple(stage.parts), tuple(there.notes))


def _setting(market: str, locale: str, reference: Reference, today: date) -> Setting:
    territory = alpha2(market)
    if territory is None or market not in reference.markets:
        raise SceneError(N_("There is no market {market}."), market=f"“{market:.12}”")
    asked = locale_code(locale)
    made_up = _MADE_UP.get(asked, "")
    code = "en" if made_up else asked
    if code == plain(code):
        code = spelled(code, territory, phrase_languages(reference))
    place = locale_for(code, territory)
    tag = code.replace("_", "-")
    if made_up:
        tag = PSEUDO_LOCALES[made_up == MIRRORED]
    elif place.territory and not any(len(part) == 2 and part.isupper() for part in tag.split("-")):
        tag = f"{tag}-{place.territory}"
    notes = []
    if not known(code):
        told = N_("CLDR has no formats for the language {language}; the English ones are shown.")
        notes.append(Sentence(told, language=plain(code)))
    way = "rtl" if made_up == MIRRORED else direction(code)
    return Setting(
        reference, market, territory, locale, code, place, tag, way, made_up, price=Decimal(0), shipping=Decimal(0),
        currency="", today=today, product="", shop="", notes=notes,
    )  # fmt: skip


def _named(product: str | None, rows: Sequence[Row]) -> str:
    """Return what the thing is called: the item that names it as translated, else the name given."""
    for item, translation in product_page.names(rows):
        text = translation.text if translation is not None and translation.state != "rejected" else ""
        name = harmless(text or item.source)[0]
        if name:
            return name[:LONGEST_PRODUCT]
    return harmless(product or "")[0][:LONGEST_PRODUCT] or "1 ×"
