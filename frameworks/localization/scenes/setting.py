"""What all texts of a scene share: market, language, money, day, and the words around the items."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from babel import Locale

from frameworks.labels import Sentence
from frameworks.localization.checkout import Checkout, checkout
from frameworks.localization.money import money_text, percent_text
from frameworks.localization.person_name import name_order
from frameworks.localization.phrases import phrase
from frameworks.localization.pseudo import pseudo
from frameworks.localization.scenes.filling import filled, flat
from frameworks.localization.scenes.local_time import moment
from frameworks.localization.scenes.model import Part, Run
from frameworks.localization.scenes.people import Person, person
from frameworks.localization.scripts import direction, local_digits, plain
from frameworks.localization.tax_display import Totals, tax_name, totals
from frameworks.reference import Reference
from frameworks.rules import Tax, tax

if TYPE_CHECKING:
    from frameworks.payments import PaymentFit

@dataclass
class Setting:
    """The market and language of a scene, and what was told while it was made.

    locale:    as asked for; code: the language whose phrases and formats are used (English for a pseudo-locale).
    language, direction: of the page. made_up: the pseudo-locale, "" for a real language.
    price, shipping: in ``currency``, as they stand on the product page.
    """

    reference: Reference
    market: str
    territory: str | None
    locale: str
    code: str
    place: Locale
    language: str
    direction: str
    made_up: str
    price: Decimal
    shipping: Decimal
    currency: str
    today: date
    product: str
    shop: str
    fit: PaymentFit | None = None
    formality: str = "neutral"
    notes: list[Sentence] = field(default_factory=list)

    def tell(self, template: str, **values: object) -> None:
        """Take up something the viewer must know; once."""
        made = Sentence(template, **values)
        if str(made) not in {str(note) for note in self.notes}:
            self.notes.append(made)

    @cached_property
    def now(self) -> datetime:
        """The example moment on the market's clock."""
        return moment(self.today, self.territory)

    @cached_property
    def buyer(self) -> Person:
        """The example buyer."""
        return person(self.code if "_" in self.code else f"{self.code}_{self.territory or ''}")

    @property
    def family_first(self) -> bool:
        """Whether names start with the family's."""
        return name_order(self.code)[0] == "family_name"

    @cached_property
    def levied(self) -> Tax | None:
        """The tax of the market; None where an unchecked 0 stands for a gap."""
        found = tax(self.reference, self.market)
        return None if found is not None and not found.checked and not found.standard else found

    @cached_property
    def sums(self) -> Totals:
        """The lines under a basket of one thing."""
        levied = self.levied
        return totals(
            self.price, self.shipping, self.currency,
            percent=None if levied is None else levied.standard, inclusive=None if levied is None else levied.inclusive,
        )  # fmt: skip

    @cached_property
    def checkout(self) -> Checkout:
        """The checkout of the market, with its ways to pay."""
        return checkout(
            self.reference, self.market, fit=self.fit, product=self.product, price=self.price, currency=self.currency,
            shipping=self.shipping, language=self.code, formality=self.formality,
        )  # fmt: skip

    def money(self, amount: Decimal) -> str:
        """Return an amount in the scene's currency as the locale writes it."""
        return money_text(amount, self.currency, self.place)

    def digits(self, text: str) -> str:
        """Return text with the locale's own digits."""
        return local_digits(text, self.place)

    def sample(self, role: str, text: str, place: int = 0, *, ltr: bool = False) -> Part:
        """Return an example value as a part; ltr: it is written from left to right whatever the page (a link, a number)."""
        language, way = ("und", "ltr") if ltr else (self.language, self.direction)
        return Part(role, text, language=language, direction=way, runs=(Run(text, True),), place=place)

    def say(self, role: str, key: str, counted: int | None = None, /, *, place: int = 0, **values: str) -> Part:
        """Return a phrase of the pack as a part, in the language it is there in."""
        found = phrase(self.reference, key, self.code, formality=self.formality, count=counted)
        text = pseudo(found.text, self.made_up) if self.made_up else found.text
        runs, _ = filled(text, self.place, lambda name: values.get(name, f"{{{name}}}"), lambda _: counted or 1, self.now)
        same = plain(found.language) == plain(self.code)
        language = self.language if same else found.language.replace("_", "-")
        way = self.direction if same else direction(found.language)
        return Part(role, flat(runs), "", "pack", language, way, runs=runs, place=place)

    def tax_words(self, role: str, place: int = 0) -> Part | None:
        """Return what stands beside a price about the tax, None where nothing is known or due."""
        levied, sums = self.levied, self.sums
        if levied is None or (levied.kind != "sales_tax" and levied.standard == 0):
            return None
        if sums.tax is None:
            return self.say(role, "tax_later", place=place)
        named = tax_name(levied, self.code, self.territory)
        key = "tax_included" if sums.inclusive else "tax_added"
        return self.say(role, key, place=place, rate=percent_text(float(sums.percent or 0), self.place), tax=named)
