"""Which example value stands in for a placeholder, judged by its name, the note of its item and the market."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from babel.lists import format_list
from babel.numbers import format_decimal

from frameworks.labels import N_
from frameworks.localization.calendars import local_days
from frameworks.localization.clock import clock_text
from frameworks.localization.items import Item
from frameworks.localization.measures import local_measure
from frameworks.localization.money import percent_text, rounded
from frameworks.localization.phone import phone_example
from frameworks.localization.scenes.local_time import city_of, town_of
from frameworks.localization.scenes.setting import Setting

ORDER = "10482"
PARCEL = "LF 4821 0736"
TRACKING = "https://shop.example/t/10482"
MAIL = "shop.example"
CARRIER = "Example Post"
DELIVERY_DAYS = 5
"""How far off the example delivery lies: a day to show the format, no promise."""
_COUNTS = (
    ("left|low|only|scarce", 3), ("review|rating|customer", 1284), ("cart|basket|item|bag", 1), ("min", 2), ("max", 4),
    ("hour", 24), ("minute", 30), ("day|night", 3), ("week", 2), ("month", 6), ("year", 2), ("character|letter", 120),
    ("star", 5), ("bundle|set|pack", 4),
)  # fmt: skip
"""Numbers by what is counted: one, few and many all occur, as the plural of the language has them."""


def tokens(name: str) -> set[str]:
    """Return the words in a placeholder's name.

    >>> sorted(tokens("orderNumber")), sorted(tokens("buyer.first_name"))
    (['number', 'order'], ['buyer', 'first', 'name'])
    """
    spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", name)
    return {word.lower() for word in re.findall(r"[^\W\d_]+", spaced)}


class Examples:
    """The values for the texts of one scene."""

    def __init__(self, setting: Setting, methods: tuple[str, ...] = ()) -> None:
        self.setting = setting
        self.methods = methods

    def day(self, ahead: int = 0) -> str:
        """Return a day from today on as people there write it, in their calendar of everyday."""
        there = self.setting
        return local_days(there.today + timedelta(days=ahead), there.place, there.territory)[0].text

    def number(self, name: str, item: Item | None = None) -> int:
        """Return how many there are of what is counted."""
        own = " ".join(sorted(tokens(name)))
        about = f"{item.key} {item.context} {item.source}".lower() if item else ""
        for text in (own, about):
            for words, count in _COUNTS:
                if re.search(words, text):
                    return count
        return 3

    def written(self, count: int) -> str:
        """Return a whole number as the locale writes it."""
        text = format_decimal(count, locale=self.setting.place, numbering_system="default")
        return self.setting.digits(text)

    def value(self, name: str, item: Item | None = None) -> str:
        """Return the example for a placeholder; its own name where nothing is known about it, which is told."""
        for words in (tokens(name), _told(name, item)):
            for wanted, make in _RULES:
                if words & wanted:
                    return make(self, words, item)
        if name.startswith("%") and name[-1:] in "dioxXeEfgG":
            return self.written(self.number("", item))
        shown = name.strip("{}$% ").replace("_", " ") or "…"
        self.setting.tell(N_("No example is known for {name}; its own name stands in."), name=f"“{name:.40}”")
        return shown

    def amount(self, words: set[str], item: Item | None) -> str:
        """Return the amount that a text speaks of: tax, delivery, threshold, reduction, total or price."""
        there = self.setting
        about = words | tokens(item.key if item else "")
        if "tax" in words or "vat" in words:
            if there.sums.tax is None:
                there.tell(N_("No tax is worked out for this market; a dash stands in for its amount."))
                return "–"
            return there.money(there.sums.tax)
        if words & {"shipping", "delivery", "postage"}:
            return there.money(there.shipping)
        if about & {"free", "minimum", "threshold", "over"}:
            return there.money(_round_sum(there.price * 2, there.currency))
        if about & {"discount", "saving", "savings", "off", "coupon", "promo"}:
            return there.money(rounded(there.price / 5, there.currency))
        whole = item is not None and item.surface in ("checkout", "email", "reply") and "subtotal" not in about
        return there.money(there.sums.total if whole and "price" not in words else there.price)

    def people(self, words: set[str], item: Item | None) -> str:
        """Return the buyer's name, or a part of it."""
        buyer = self.setting.buyer
        if words & {"first", "given", "forename"}:
            if self.setting.family_first and item is not None:
                self.setting.tell(N_("{name} fills in the given name; letters here address buyers by the family name, or by both."),
                                  name=item.key)  # fmt: skip
            return buyer.given
        return buyer.family if words & {"last", "family", "surname"} else buyer.full

    def measured(self, words: set[str]) -> str:
        """Return a size, weight, volume or warmth in the units of the market."""
        unit, value = ("mass-gram", Decimal(125))
        if words & {"length", "width", "height", "size", "dimension", "dimensions"}:
            unit, value = "length-centimeter", Decimal(30)
        elif words & {"volume", "capacity"}:
            unit, value = "volume-milliliter", Decimal(250)
        elif words & {"temperature", "temp"}:
            unit, value = "temperature-celsius", Decimal(25)
        elif words & {"distance"}:
            unit, value = "length-kilometer", Decimal(12)
        return local_measure(value, unit, self.setting.place, self.setting.territory)

    def listed(self) -> str:
        """Return the ways to pay as a list, else the product."""
        return format_list(list(self.methods[:3]) or [self.setting.product], "standard", self.setting.place)

    def phone(self) -> str:
        """Return a number as written there."""
        found = phone_example(self.setting.territory)
        return found.national if found else "+1 201-555-0123"

    def time(self) -> str:
        """Return the example moment as the clock there has it."""
        now = self.setting.now
        return self.setting.digits(clock_text(now, self.setting.place))

    def land(self) -> str:
        """Return the market's name in the language."""
        there = self.setting
        return there.place.territories.get(there.territory or "", there.market)

    def city(self) -> str:
        """Return a city of the market."""
        return city_of(self.setting.territory, self.setting.place) or self.land()

    def town(self) -> str:
        """Return the town of an address of the market."""
        return town_of(self.setting.territory, self.setting.place) or self.land()


def _round_sum(amount: Decimal, currency: str) -> Decimal:
    """Return the amount to one leading figure: the kind of sum a threshold is."""
    step = Decimal(1).scaleb(amount.adjusted()) if amount else Decimal(1)
    return rounded((amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step, currency)


def _told(name: str, item: Item | None) -> set[str]:
    """Return the words that an item's note says about a placeholder: "{amount} is a formatted amount"."""
    if item is None:
        return set()
    found = re.search(re.escape(name) + r"[}\s]*(?:is|:|=)\s*(?:an?\s|the\s)?([^;,.{]{1,60})", item.context)
    return tokens(found[1]) if found else set()


_Make = Callable[[Examples, set[str], Item | None], str]
_RULES: tuple[tuple[frozenset[str], _Make], ...] = tuple(
    (frozenset(words.split()), make)
    for words, make in (
        ("url link href uri website site", lambda one, words, item: TRACKING),
        ("mail email", lambda one, words, item: f"help@{MAIL}"),
        ("phone tel telephone mobile", lambda one, words, item: one.phone()),
        ("tracking parcel shipment", lambda one, words, item: PARCEL),
        ("order ticket invoice", lambda one, words, item: ORDER),
        ("first given forename last family surname", lambda one, words, item: one.people(words, item)),
        ("shop store brand company merchant seller business", lambda one, words, item: one.setting.shop),
        ("product article title", lambda one, words, item: one.setting.product),
        ("carrier courier", lambda one, words, item: CARRIER),
        ("agent signs signer sender", lambda one, words, item: one.setting.buyer.given),
        ("name customer buyer user recipient client", lambda one, words, item: one.people(words, item)),
        ("days hours minutes weeks months years nights", lambda one, words, item: one.written(one.number(" ".join(words), item))),
        ("date deadline day until arrival eta expires", lambda one, words, item: one.day(_ahead(words, item))),
        ("time hour clock", lambda one, words, item: one.time()),
        ("percent percentage pct rate", lambda one, words, item: percent_text(20, one.setting.place)),
        ("amount price total cost sum fee tax vat shipping refund subtotal balance discount saving savings money postage",
         lambda one, words, item: one.amount(words, item)),
        ("weight length width height size volume capacity temperature dimensions distance",
         lambda one, words, item: one.measured(words)),
        ("country market region", lambda one, words, item: one.land()),
        ("city town place", lambda one, words, item: one.city()),
        ("street address", lambda one, words, item: one.setting.buyer.street),
        ("language", lambda one, words, item: one.setting.place.get_language_name(one.setting.place.language) or ""),
        ("currency", lambda one, words, item: one.setting.currency),
        ("methods payments brands list names colours colors options", lambda one, words, item: one.listed()),
        ("code voucher coupon", lambda one, words, item: "HELLO20"),
        ("number id no reference ref", lambda one, words, item: _numbered(one, words, item)),
        ("count quantity qty n items stock reviews characters stars pieces min max num rating",
         lambda one, words, item: one.written(one.number(" ".join(words), item))),
    )
)  # fmt: skip


def _ahead(words: set[str], item: Item | None) -> int:
    """A day to come for deliveries and deadlines, today for what has been done."""
    about = words | tokens(f"{item.key} {item.source}" if item else "")
    if "late" in about:
        return -2
    return DELIVERY_DAYS if about & {"arrive", "arrives", "arrival", "by", "until", "deadline", "delivery", "eta"} else 0


def _numbered(one: Examples, words: set[str], item: Item | None) -> str:
    """An order's number; a count where the note says it is a number of things."""
    about = tokens(item.key + " " + item.source if item else "")
    return ORDER if item is None or about & {"order", "parcel", "ticket"} else one.written(one.number(" ".join(words), item))
