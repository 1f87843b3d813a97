"""The localized checkout as data: what a buyer of a market reads, in which order and how sure we are of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date

from frameworks.labels import N_, Sentence
from frameworks.localization import checkout_methods
from frameworks.localization.address import Field, address_form
from frameworks.localization.checkout_methods import Way
from frameworks.localization.checkout_model import Checkout, Entry, Line, Method, Note, Text
from frameworks.localization.checkout_words import SLOTS, Say, field_key, speaker
from frameworks.localization.languages import languages_of, main_language, spelled
from frameworks.localization.money import (
    PriceError,
    checked_price,
    currency_of,
    instalment,
    money_text,
    percent_text,
)
from frameworks.localization.phone import phone_example
from frameworks.localization.phrases import phrase_languages
from frameworks.localization.scripts import alpha2, direction, harmless, known, local_digits, locale_for, plain
from frameworks.localization.tax_display import Totals, tax_name, totals
from frameworks.reference import Reference
from frameworks.rules import Tax, tax

if TYPE_CHECKING:
    from frameworks.payments import PaymentFit

__all__ = ["LONGEST_PRODUCT", "TIMES", "Checkout", "PriceError", "checkout", "languages_offered"]

LONGEST_PRODUCT = 120
"""Letters of a product name; a longer one is cut, and that is said."""

TIMES = (2, 24)
"""Least and most payments a total may be split into."""

_OTHER_CALENDARS = {"AF": "persian", "IR": "persian", "TH": "buddhist"}
"""Where the calendar people prefer is another than the Gregorian (Unicode CLDR, calendar preference)."""


def languages_offered(reference: Reference, market: str) -> tuple[str, ...]:
    """Return the languages a checkout of the market can be shown in: its own that have texts, then English."""
    written = phrase_languages(reference)
    there = {plain(code) for code in written}
    own = [code for code in languages_of(reference, market) if code in there]
    first = main_language(reference, market, written).language
    return tuple(spelled(code, alpha2(market), written) for code in dict.fromkeys((first, *own, "en")))


class _Notes:
    """Collects why things are estimated and numbers the reasons."""

    def __init__(self) -> None:
        self.listed: list[Note] = []

    def mark(self, template: str, **values: object) -> int:
        """Take up a reason that marks something and return its number; the same reason keeps its number."""
        for note in self.listed:
            if note.said.template == template and note.number is not None:
                return note.number
        number = 1 + sum(note.number is not None for note in self.listed)
        self.listed.append(Note(number, Sentence(template, **values), True))
        return number

    def tell(self, template: str, *, estimated: bool = False, **values: object) -> None:
        """Take up something that holds for the whole checkout."""
        self.listed.append(Note(None, Sentence(template, **values), estimated))

    def all(self) -> tuple[Note, ...]:
        """Return the numbered notes, then the others."""
        return tuple(sorted(self.listed, key=lambda note: note.number or 1_000))


def checkout(
    reference: Reference, market: str, *, fit: PaymentFit | None, product: str, price: Decimal, currency: str,
    shipping: Decimal = Decimal(0), language: str | None = None, formality: str = "neutral",
    rate_day: date | None = None, delivery: date | None = None, times: int = 12,
) -> Checkout:  # fmt: skip
    """Return the checkout of one thing as a buyer of the market would see it.

    market:    ISO 3166-1 alpha-3. fit: how the market pays and what the team's set-up takes; None if not looked at.
    product:   name as the team has it; control letters are taken out, a long one is cut. Escape it where it is drawn.
    price, shipping: in ``currency``, as they stand on the product page.
    language:  code of a language with phrases; None takes the official one most people speak.
    rate_day:  day of the exchange rate when the amounts were converted, None when they are meant as they are.
    delivery:  day of an example delivery. times: payments an instalment is worked out for.

    Raises PriceError for an amount that cannot be shown. Sources: Unicode CLDR (Babel), libaddressinput,
    libphonenumber, and the payment, tax and phrase tables.
    """
    price, shipping = checked_price(price, currency), checked_price(shipping, currency)
    notes, missing = _Notes(), set[str]()
    territory = alpha2(market)
    chosen = _language(reference, market, territory, language, notes)
    place = locale_for(chosen, territory)
    say = speaker(reference, chosen, formality, missing)
    name = _product(product, notes)
    converted = None if rate_day is None else notes.mark(
        N_("Converted at the European Central Bank's rate of {day}; a shop would round it."), day=rate_day
    )  # fmt: skip
    levied = _levied(reference, market)
    sums = totals(
        price, shipping, currency,
        percent=None if levied is None else levied.standard, inclusive=None if levied is None else levied.inclusive,
    )  # fmt: skip
    tax_note, tax_mark = _tax(levied, sums, place, say, notes)
    ranking = checkout_methods.ranked(reference, fit)
    ways, folded = _methods(fit, ranking, say, notes)
    later = _instalments(ranking, sums, currency, times, place, say, notes)
    summary, total = _summary(sums, levied, currency, place, say, (converted, tax_mark))
    form = address_form(territory, chosen)
    if not form.known:
        notes.tell(N_("No address form is on record here; the order is a world-wide default."), estimated=True)
    words = {slot: say(slot) for slot in SLOTS} | {"pay_amount": say("pay_amount", amount=total.value)}
    arrives = None if delivery is None else _delivery(delivery, territory, place, say, notes)
    rows_shown = tuple(tuple(_entry(field, territory, chosen, say) for field in row) for row in form.rows)
    contact = _contact(territory, say)
    _about(market, territory, chosen, place, currency, missing, notes)
    return Checkout(
        market=market, territory=territory, language=_tag(chosen, place), direction=direction(chosen),
        locale=str(place), currency=currency, product=name, price=money_text(price, currency, place),
        price_mark=converted, words=words, summary=summary, total=total, tax_note=tax_note, instalments=later,
        delivery=arrives, contact=contact, rows=rows_shown, methods=ways, unshown=folded,
        left_out=checkout_methods.left_out(reference, fit), notes=notes.all(),
    )  # fmt: skip


def _language(
    reference: Reference, market: str, territory: str | None, asked: str | None, notes: _Notes
) -> str:
    written = phrase_languages(reference)
    if asked is not None and plain(asked) in {plain(code) for code in written}:
        return asked if asked in written else spelled(asked, territory, written)
    main = main_language(reference, market, written)
    if main.larger is not None:
        notes.tell(
            N_("More people speak {larger}, which has no texts yet; the texts are in {language}."),
            larger=_autonym(main.larger), language=_autonym(main.language), estimated=True,
        )  # fmt: skip
    return spelled(main.language, territory, written)


def _autonym(language: str) -> str:
    place = locale_for(language, None)
    own = place.languages.get(plain(language)) if place.language == plain(language) else None
    return own or Locale("en").languages.get(plain(language), language)


def _tag(language: str, place: Locale) -> str:
    base = language.replace("_", "-")
    return f"{base}-{place.territory}" if place.territory and place.territory not in base.split("-") else base


def _product(product: str, notes: _Notes) -> str:
    name, gone = harmless(product)
    if gone:
        notes.tell(N_("Control letters that turn the writing direction were taken out of the product name."))
    if len(name) > LONGEST_PRODUCT:
        notes.tell(N_("The product name is shown up to its first {most} letters."), most=LONGEST_PRODUCT)
        name = name[: LONGEST_PRODUCT - 1].rstrip() + "…"
    return name


def _levied(reference: Reference, market: str) -> Tax | None:
    """Return the tax of the market; None where an unchecked 0 stands for a gap."""
    found = tax(reference, market)
    return None if found is not None and not found.checked and not found.standard else found


def _tax(
    levied: Tax | None, sums: Totals, place: Locale, say: Say, notes: _Notes
) -> tuple[Text | None, int | None]:
    """Return the words beside the total and the mark of the tax line."""
    if levied is None:
        notes.tell(N_("No sales or value added tax is on record for this market; none is shown."), estimated=True)
        return None, None
    if levied.kind != "sales_tax" and levied.standard == 0:
        return None, None  # a free port: there is nothing to show
    if sums.tax is None:
        mark = notes.mark(
            N_("How prices are shown with tax here, or at which rate, is not on record; none is worked out.")
            if levied.kind != "sales_tax" else N_("States and towns add their own tax by address; none is worked out.")
        )  # fmt: skip
        return _marked(say("tax_later"), mark), mark
    sure = N_("Tax at the standard rate of {percent} % ({year}) on goods and delivery; your product may have another.")
    loose = N_("Tax at {percent} % ({year}), a rate on which lists differ; on goods and delivery alike.")
    mark = notes.mark(sure if levied.checked else loose, percent=levied.standard, year=str(levied.year or "–"))
    return _marked(_tax_words(levied, sums, place, say), mark), mark


def _tax_words(levied: Tax, sums: Totals, place: Locale, say: Say) -> Text:
    key = "tax_included" if sums.inclusive else "tax_added"
    return say(key, rate=percent_text(float(sums.percent or 0), place), tax=tax_name(levied, str(place), place.territory))


def _marked(text: Text, mark: int | None) -> Text:
    return replace(text, mark=mark)


def _summary(
    sums: Totals, levied: Tax | None, currency: str, place: Locale, say: Say, marks: tuple[int | None, int | None]
) -> tuple[tuple[Line, ...], Line]:
    converted, tax_mark = marks
    lines = [Line(say("subtotal"), money_text(sums.subtotal, currency, place), converted)]
    free = say("free").text
    lines.append(
        Line(say("shipping"), money_text(sums.shipping, currency, place) if sums.shipping else free,
             converted if sums.shipping else None)
    )  # fmt: skip
    if sums.tax is not None and levied is not None:
        lines.append(Line(_tax_words(levied, sums, place, say), money_text(sums.tax, currency, place), tax_mark))
    total_mark = converted if sums.inclusive is not False else tax_mark or converted
    return tuple(lines), Line(say("total"), money_text(sums.total, currency, place), total_mark)


def _methods(
    fit: PaymentFit | None, ranking: tuple[Way, ...], say: Say, notes: _Notes
) -> tuple[tuple[Method, ...], tuple[str, ...]]:
    if not ranking:
        mark = notes.mark(checkout_methods.NO_FIT)
        return (Method(say("pay.card"), None, "card", "unknown", mark=mark),), ()
    standings = {way.available for way in checkout_methods.chosen(ranking)}
    why = {"unknown": checkout_methods.UNKNOWN, "no": checkout_methods.UNTAKEN}
    mark = {standing: notes.mark(why[standing]) for standing in why if standing in standings}
    if fit is not None and fit.mix is None:
        notes.tell(checkout_methods.NO_MIX, estimated=True)
    if any(way.type == "cash_on_delivery" and way.available == "yes" for way in ranking):
        notes.tell(N_("Cash on delivery is among the ways to pay because your set-up offers it."))
    return checkout_methods.methods(ranking, say, mark)


def _instalments(
    ranking: tuple[Way, ...], sums: Totals, currency: str, times: int, place: Locale, say: Say, notes: _Notes
) -> Text | None:
    times = min(max(int(times), TIMES[0]), TIMES[1])
    each = instalment(sums.total, times, currency)
    if each <= 0 or not checkout_methods.pays_later(ranking):
        return None
    mark = notes.mark(N_("The total in equal parts without interest: an example, no provider's offer."))
    text = say("instalments", times, count=local_digits(str(times), place), amount=money_text(each, currency, place))
    return _marked(text, mark)


def _delivery(day: date, territory: str | None, place: Locale, say: Say, notes: _Notes) -> Line:
    mark = notes.mark(N_("An example day, to show how dates are written."))
    if territory in _OTHER_CALENDARS:
        notes.tell(N_("The date is Gregorian; many people here count by another calendar ({calendar})."),
                   calendar=_OTHER_CALENDARS[territory], estimated=True)  # fmt: skip
    written = local_digits(format_date(day, format="full", locale=place), place)
    return Line(say("standard_delivery"), say("arrives_by", date=written).text, mark)


def _entry(field: Field, territory: str | None, language: str, say: Say) -> Entry:
    label = say(field_key(field.name, field.kind, territory, language))
    return Entry(
        field.name, field.kind, label, field.autocomplete, field.needed, field.example, pattern=field.pattern,
        upper=field.upper, choices=field.choices,
    )  # fmt: skip


def _contact(territory: str | None, say: Say) -> tuple[Entry, ...]:
    number = phone_example(territory)
    return (
        Entry("email", "email", say("email"), "email", True),
        Entry(
            "phone", "phone", say("phone"), "tel", True,
            number.national if number else "", number.international if number else "",
        ),
    )  # fmt: skip


def _about(
    market: str, territory: str | None, language: str, place: Locale, currency: str, missing: set[str], notes: _Notes
) -> None:
    own = currency_of(territory)
    if own is not None and own != currency:
        notes.tell(N_("Buyers here pay in {own}; the amounts are in {currency}."), own=own, currency=currency)
    if missing:
        notes.tell(N_("Some texts do not exist in {language}; they stand in {other}."),
                   language=_autonym(language), other=", ".join(_autonym(code) for code in sorted(missing)),
                   estimated=True)  # fmt: skip
    if territory and place.territory != territory and known(language):
        notes.tell(N_("Dates and amounts are written as {language} does elsewhere: there is no record for here."),
                   language=_autonym(language), estimated=True)  # fmt: skip
    if place.default_numbering_system != "latn":
        notes.tell(N_("Digits follow Unicode CLDR; many shops here write 0-9 all the same."), estimated=True)
    if plain(language) != "en":
        notes.tell(N_("The texts are drafts that no native speaker has checked yet."), estimated=True)


