"""What Landfall's own phrase pack says: each key with its surface and a note for whoever translates it.

The notes are for translators and stand in English, the source language of the pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

SURFACES = ("product", "checkout", "email", "ad", "faq", "reply")


@dataclass(frozen=True)
class Key:
    """One thing a shop says.

    surface: where it stands, one of SURFACES.
    context: what it is for and what fills its braces.
    counted: the placeholder whose number picks the plural form; None for a phrase without forms.
    """

    surface: str
    context: str
    counted: str | None = None


_PRODUCT = {
    "add_to_cart": "button",
    "in_stock": "beside a product: can be sent now",
    "out_of_stock": "beside a product: cannot be had now",
    "size": "label of a choice: clothing size",
    "colour": "label of a choice",
    "description": "heading over the text on the product",
    "reviews": "heading over what buyers wrote",
    "delivery_and_returns": "heading and link",
    "customer_service": "heading and link",
    "search": "label of the search field and button",
    "menu": "label of the button that opens the navigation",
    "sign_in": "link and button",
    "create_account": "link and button",
    "save_for_later": "button: keep the product in mind without buying it",
    "wish_list": "link: the products that somebody keeps in mind",
    "size_guide": "link to a table of sizes",
    "sale": "badge and link: products at a lower price for a while",
    "new": "badge on a product that has just come in",
    "guarantee": "heading over how long the maker or the shop vouches for the product",
    "gift_wrap": "label of a box to tick: wrapped as a present",
    "cookie.text": "notice; what may be stored without consent is a matter of law",
    "cookie.accept": "button in the cookie notice",
    "cookie.decline": "button in the cookie notice, as easy to see as the other",
    "newsletter.sign_up": "heading and button: get e-mails from the shop",
}

_CHECKOUT = {
    "contact": "heading over e-mail and phone",
    "email": "label of a field",
    "phone": "label of a field",
    "delivery_address": "heading: where the parcel goes",
    "billing_address": "heading: the address on the invoice",
    "full_name": "label of one field for the whole name",
    "given_name": "label of a field: the name that is not the family's",
    "family_name": "label of a field: the name that the family shares",
    "company": "label of a field: the firm of the buyer",
    "country": "label of a field",
    "street": "label of a field: street and house number in one",
    "building": "label of the second address line",
    "optional": "said beside a field that may stay empty",
    "required": "said beside a field that must be filled in",
    "code.postal": "label of the postal code under the country's own usual name",
    "code.postcode": "label of the postal code where English says postcode (United Kingdom, Australia)",
    "code.zip": "label of the postal code of the United States",
    "code.pin": "label of the postal code of India; not the secret number of a card",
    "code.eircode": "label of the postal code of Ireland",
    "place.city": "label of a field: city, town or village",
    "place.post_town": "label of a field: the town that sorts the mail (United Kingdom, Norway, Sweden)",
    "place.suburb": "label of a field: part of a city as Australians say it",
    "place.district": "label of a field: part of a city or county (China, Korea, Peru, Turkey, Taiwan)",
    "place.neighborhood": "label of a field: part of a city (Brazil, Mexico)",
    "place.village_township": "label of a field: village or township (Malaysia)",
    "place.townland": "label of a field: smallest named piece of Irish country",
    "area.state": "label of a field: state of a federation",
    "area.province": "label of a field",
    "area.prefecture": "label of a field: one of Japan's 47",
    "area.emirate": "label of a field: one of the seven of the United Arab Emirates",
    "area.county": "label of a field (Ireland, Taiwan)",
    "area.department": "label of a field: region of a country (Colombia, Honduras, Nicaragua); not of a firm",
    "area.island": "label of a field",
    "area.oblast": "label of a field: region of Russia or Ukraine",
    "area.do_si": "label of a field: province or large city of Korea",
    "area.parish": "label of a field: region of Barbados or Jamaica",
    "area.area": "label of a field: Hong Kong Island, Kowloon or New Territories",
    "area.district": "label of a field: region of a small country (Nauru)",
    "checkout": "title of the page where one orders and pays",
    "delivery_method": "heading over the ways of delivery",
    "standard_delivery": "name of the ordinary way of delivery",
    "arrives_by": "{date}: last day of the delivery window",
    "order_summary": "heading over what is being bought",
    "quantity": "label: how many pieces",
    "subtotal": "label of the sum before delivery and tax",
    "shipping": "label of what delivery costs",
    "free": "in place of an amount: costs nothing",
    "discount": "label of what is taken off",
    "total": "label of what is to be paid",
    "tax_included": "beside a price; {rate}: percentage, {tax}: name of the tax",
    "tax_added": "beside a price that the tax comes on top of; {rate}: percentage, {tax}: name of the tax",
    "tax_later": "below a price without tax",
    "pay_amount": "button; {amount}: sum with currency",
    "place_order": "button that binds the buyer; in the European Union it must say that one has to pay",
    "secure_payment": "beside a lock",
    "back_to_cart": "link",
    "terms_accept": "beside a box to tick, said by the buyer",
    "payment": "heading over the ways to pay",
    "pay.card": "class of payment methods",
    "pay.wallet": "class of payment methods: stored money or cards in an app",
    "pay.bank_transfer": "class of payment methods: the buyer sends money to an account",
    "pay.bank_redirect": "class of payment methods: the buyer approves in the own bank's site or app",
    "pay.real_time": "class of payment methods: account to account within seconds",
    "pay.direct_debit": "class of payment methods: the shop collects from the buyer's account",
    "pay.bnpl": "class of payment methods: a lender pays the shop, the buyer pays later",
    "pay.instalments": "paying in parts by card",
    "pay.cash_voucher": "class of payment methods: pay a slip in cash at a shop",
    "pay.cash_on_delivery": "class of payment methods: pay the courier",
    "pay.mobile_money": "class of payment methods: accounts held with a phone operator",
    "pay.carrier_billing": "class of payment methods: on the phone bill",
}

_EMAIL = {
    "order.thanks": "subject and heading of the confirmation",
    "order.number": "{number}: what the shop calls the order by",
    "order.shipped": "subject and heading",
    "order.track": "button: see where the parcel is",
    "order.refund": "subject and heading; {amount}: sum with currency",
    "order.review": "button: say what one thinks of the product",
    "newsletter.unsubscribe": "link at the foot of every advertising e-mail",
}

_AD = {
    "ad.free_shipping": "{amount}: least sum of the order, with currency",
    "ad.percent_off": "{percent}: percentage with its sign, as the language writes it",
    "ad.discover": "button",
    "ad.limited_time": "below an offer that ends; say it only where it does",
}

_FAQ = {
    "faq.title": "heading and link",
    "faq.where_is_order": "question, asked by the buyer",
    "faq.how_to_return": "question, asked by the buyer",
    "faq.payment_methods": "question, asked by the buyer",
    "faq.delivery_time": "question, asked by the buyer",
}

_REPLY = {
    "reply.greeting": "first line of an answer; {name}: the buyer",
    "reply.thanks": "the buyer wrote first",
    "reply.sorry": "to a complaint; admits no fault in law",
    "reply.send_number": "the answer needs to know which order is meant",
    "reply.replacement": "to a complaint: a new piece is under way",
    "reply.regards": "last line; {name}: who signs",
}


def _on(surface: str, contexts: Mapping[str, str]) -> dict[str, Key]:
    return {key: Key(surface, context) for key, context in contexts.items()}


KEYS: Mapping[str, Key] = MappingProxyType(
    _on("product", _PRODUCT)
    | {
        "review_count": Key("product", "beside the stars; {count}: how many buyers wrote", "count"),
        "only_left": Key("product", "{count}: pieces in stock; say it only where it is true", "count"),
    }
    | _on("checkout", _CHECKOUT)
    | {
        "instalments": Key("checkout", "{count}: number of payments, {amount}: each of them", "count"),
        "returns_within": Key("checkout", "{days}: how long goods may be sent back", "days"),
    }
    | _on("email", _EMAIL)
    | _on("ad", _AD)
    | _on("faq", _FAQ)
    | _on("reply", _REPLY)
    | {"reply.within_hours": Key("reply", "a promise; {hours}: how long an answer takes at most", "hours")}
)
"""Every key of the pack in its order."""
