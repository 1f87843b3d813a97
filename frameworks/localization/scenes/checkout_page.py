"""The checkout: the form, the ways to pay and the sum as the market has them, with the shop's own texts laid over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from frameworks.labels import N_
from frameworks.localization.checkout_model import Entry, Text
from frameworks.localization.money import instalment
from frameworks.localization.phrase_match import phrase_keys
from frameworks.localization.pseudo import pseudo
from frameworks.localization.scenes.local_time import NO_PLACE, area_of
from frameworks.localization.scenes.model import Part, Run
from frameworks.localization.scenes.product import names
from frameworks.localization.scenes.stage import Row, Stage, remaining, sorted_out, taken
from frameworks.localization.scripts import direction, plain

SURFACES = ("checkout", "legal")

_RULES = (
    ("error", r"declined|error|invalid|failed|wrong", r"error message"),
    ("empty", r"empty", r"in place of the summary"),
    ("terms", r"terms|agree|accept", r"under the button|box to tick"),
    ("count", r"(^|_)(items|item_count|quantity_total)$", r"number of things"),
    ("promo", r"promo|voucher|coupon|gift_code|discount_code", r""),
    ("tax", r"tax|vat", r""),
    ("subtotal", r"subtotal|sub_total", r""),
    ("shipping", r"shipping|delivery_cost|postage", r""),
    ("total", r"total$", r""),
    ("pay", r"(^|_)(pay|pay_now|place_order|pay_amount|buy|order_now)$", r""),
    ("order_summary", r"summary|your_order", r""),
    ("given_name", r"first_name|given_name|forename", r""),
    ("family_name", r"last_name|family_name|surname", r""),
    ("postal_code", r"(^|_)(zip|postcode|postal_code|postal)(_code)?$", r""),
    ("street_address", r"street|address_line", r""),
    ("city", r"(^|_)(city|town)$", r""),
    ("country_area", r"state|province|prefecture|county|region", r""),
    ("email", r"e_?mail", r""),
    ("phone", r"phone|mobile", r""),
    ("delivery_address", r"(delivery|shipping)_address", r""),
    ("contact", r"contact", r""),
    ("payment", r"payment", r""),
    ("delivery_method", r"delivery(_method)?$", r""),
    ("checkout", r"(^|_)(checkout|title|heading)$", r""),
)  # fmt: skip
_SLOTS = {
    "pay_amount": "pay", "place_order": "pay", "terms_accept": "terms", "tax_included": "tax", "tax_added": "tax",
    "street": "street_address", "secure_payment": "secure", "back_to_cart": "back", "standard_delivery": "delivery.name",
    "discount": "promo",
}  # fmt: skip
"""Where a phrase stands on the page, for phrases that are not named after their place."""
_Word = Callable[..., None]
_FIELDS = ("given_name", "family_name", "postal_code", "street_address", "city", "city_area", "country_area", "email", "phone")


def build(stage: Stage, rows: Sequence[Row]) -> None:
    """Put the checkout on the stage."""
    there, shown = stage.setting, stage.setting.checkout
    found = _laid(stage, [row for row in rows if row[0].surface == "checkout"])

    def word(role: str, slot: str, text: Text | Part | None, place: int = 0) -> None:
        picked = taken(found, slot)
        if picked:
            stage.add(stage.item(role, picked[0], place))
        elif text is not None:
            stage.add(_word(stage, role, text, place) if isinstance(text, Text) else text)

    stage.add(there.sample("shop", there.shop, ltr=True))
    word("back", "back", shown.words["back_to_cart"])
    word("secure", "secure", shown.words["secure_payment"])
    word("title", "checkout", shown.words["checkout"])
    word("error", "error", None)
    word("contact.head", "contact", shown.words["contact"])
    for place, entry in enumerate(shown.contact):
        _field(stage, found, entry, place)
    word("address.head", "delivery_address", shown.words["delivery_address"])
    for row, entries in enumerate(shown.rows, 1):
        for column, entry in enumerate(entries):
            _field(stage, found, entry, 10 * row + column)
    word("delivery.head", "delivery_method", shown.words["delivery_method"])
    word("delivery.name", "delivery.name", there.say("delivery.name", "standard_delivery"))
    stage.add(there.say("delivery.day", "arrives_by", date=stage.examples.day(5)))
    free = there.say("delivery.price", "free")
    stage.add(there.sample("delivery.price", there.money(there.shipping)) if there.shipping else free)
    word("payment.head", "payment", shown.words["payment"])
    for place, way in enumerate(shown.methods):
        stage.add(_word(stage, "way", way.name, place))
        stage.add(_word(stage, "way.kind", way.kind, place) if way.kind is not None else None)
        stage.add(*(there.sample("way.brand", brand, place, ltr=True) for brand in way.brands[:5]))
    word("pay", "pay", there.say("pay", "pay_amount", amount=there.money(there.sums.total)))
    word("terms", "terms", None)
    _summary(stage, found, rows, word)
    lacking = {entry.name for row in shown.rows for entry in row} | {"email", "phone"}
    for role in _FIELDS:
        for row in found.get(role, []) if role not in lacking else []:
            there.tell(N_("The address form here does not ask for what {name} names; it has no place."), name=row[0].key)
    stage.add(*(stage.item(role, row, place) for place, (role, row) in enumerate(remaining(found))))
    for place, row in enumerate(row for row in rows if row[0].surface == "legal"):
        stage.add(stage.item("legal", row, place))
    there.tell(NO_PLACE)
    there.notes += [note.said for note in shown.notes if note.said.template != _SAID]


def _laid(stage: Stage, rows: list[Row]) -> dict[str, list[Row]]:
    """Return the rows by slot: that of the phrase they say, else what key and context tell."""
    found: dict[str, list[Row]] = {}
    others = []
    for row in rows:
        key = next(iter(phrase_keys(stage.setting.reference, row[0])), "")
        slot = _SLOTS.get(key) or ("postal_code" if key.startswith("code.") else "city" if key.startswith("place.") else
                                   "country_area" if key.startswith("area.") else key)  # fmt: skip
        if slot in _KNOWN:
            found.setdefault(slot, []).append(row)
        else:
            others.append(row)
    for role, some in sorted_out(others, _RULES).items():
        found.setdefault(role, []).extend(some)
    return found


_KNOWN = {role for role, _key, _about in _RULES} | set(_SLOTS.values())


def _word(stage: Stage, role: str, text: Text, place: int = 0) -> Part:
    """Return a text of the checkout as a part; a brand is written its own way in whatever language."""
    there = stage.setting
    said = pseudo(text.text, there.made_up) if there.made_up and text.language != "und" else text.text
    brand = text.language == "und"
    same = brand or plain(text.language) == plain(there.code)
    language = there.language if same else text.language
    way = there.direction if same else direction(text.language)
    runs = (Run(said, brand),)
    return Part(role, said, "", "sample" if brand else "pack", language, way, runs=runs, place=place)


def _field(stage: Stage, found: dict[str, list[Row]], entry: Entry, place: int) -> None:
    there = stage.setting
    picked = taken(found, entry.name)
    stage.add(stage.item("field", picked[0], place) if picked else _word(stage, "field", entry.label, place))
    if not entry.needed:
        stage.add(_word(stage, "field.optional", there.checkout.words["optional"], place))
    buyer = there.buyer
    given = {"given_name": buyer.given, "family_name": buyer.family, "street_address": buyer.street,
             "city": stage.examples.town(), "email": "buyer@mail.example"}  # fmt: skip
    value = given.get(entry.name, entry.example)
    if entry.choices:
        value = area_of(entry.choices, stage.examples.city(), there.territory)
    if value or entry.choices:
        ltr = entry.name in ("email", "phone", "postal_code")
        stage.add(there.sample("field.choice" if entry.choices else "field.value", value, place, ltr=ltr))
    if entry.name == "phone" and entry.abroad:
        stage.add(there.sample("field.abroad", entry.abroad, place, ltr=True))


def _summary(stage: Stage, found: dict[str, list[Row]], rows: Sequence[Row], word: _Word) -> None:
    there, shown = stage.setting, stage.setting.checkout
    word("summary.head", "order_summary", shown.words["order_summary"])
    word("count", "count", None)
    named = names(rows)
    stage.add(stage.item("thing", named[0]) if named else there.sample("thing", there.product))
    stage.add(_word(stage, "quantity", shown.words["quantity"]), there.sample("quantity.value", stage.examples.written(1)))
    stage.add(there.sample("thing.price", there.money(there.price)))
    word("promo", "promo", None)
    lines = (("subtotal", there.money(there.sums.subtotal)), ("shipping", there.money(there.shipping) if there.shipping else ""))
    for place, (slot, value) in enumerate(lines):
        word("sum", slot, there.say("sum", slot, place=place), place)
        stage.add(there.sample("sum.value", value, place) if value else there.say("sum.value", "free", place=place))
    word("total", "total", shown.words["total"])
    stage.add(there.sample("total.value", there.money(there.sums.total)))
    word("tax", "tax", there.tax_words("tax"))
    if there.sums.tax is not None and there.sums.tax:
        stage.add(there.sample("tax.value", there.money(there.sums.tax)))
    if shown.instalments is not None:
        each = there.money(instalment(there.sums.total, _PARTS, there.currency))
        stage.add(there.say("instalments", "instalments", _PARTS, count=stage.examples.written(_PARTS), amount=each))
    word("empty", "empty", None)


_PARTS = 12
"""Payments an instalment is worked out for."""
_SAID = "Buyers here pay in {own}; the amounts are in {currency}."
"""What the price has told already."""
