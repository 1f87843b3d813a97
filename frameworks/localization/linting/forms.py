"""Finds names, addresses, phone numbers and amounts of money that are shaped for one country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from frameworks.labels import N_, Sentence
from frameworks.localization.address import address_form
from frameworks.localization.finding import Finding
from frameworks.localization.linting.subject import Subject
from frameworks.localization.money import currency_of
from frameworks.localization.person_name import name_order
from frameworks.localization.phone import phone_example

_FIRST = re.compile(r"\b(?:first|last|middle) names?\b|\bmiddle initial\b|\bforenames?\b", re.IGNORECASE)
_GREETED = re.compile(
    r"\b(?:Hi|Hello|Hey|Dear|Welcome|Thanks|Thank you)(?: \w+){0,3},? \$?\{\{?\s*(?:first|given|fore)_?name", re.IGNORECASE
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\b\.?(?: ?/ ?| or )(?:Mr|Mrs|Ms|Miss)\b\.?")
_ZIP = re.compile(r"\bzip(?:[ -]?codes?)\b|\bzip\b(?= (?:or|and|/) )|\b(?-i:ZIP)\b", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:your|select|choose|ship(?:ping)?) state\b|\bstate (?:and|or|/) zip\b"
    r"|\bcity,? (?:and )?state\b|^state\W*$",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w+])(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\w)")
_SIGNS = (
    (re.compile(r"(?<![A-Z])(?:US|U\.S\. ?)?\$ ?\d|\b\d{1,9}(?:\.\d{1,4})? (?:dollars?|bucks|cents)\b|¢", re.IGNORECASE), "USD"),
    (re.compile(r"£ ?\d|\b\d{1,9}(?:\.\d{1,4})? (?:quid|pence)\b", re.IGNORECASE), "GBP"),
    (re.compile(r"€ ?\d|\d ?€|\b\d{1,9}(?:\.\d{1,4})? euros?\b", re.IGNORECASE), "EUR"),
)
_TAX = re.compile(r"\b(?:plus|before|excluding|\+|no) (?:sales )?tax\b|\bsales tax\b", re.IGNORECASE)
_NAMES = "Unicode CLDR, person names (UTS #35 part 8)"
_MAIL = "Google libaddressinput"


def look(subject: Subject) -> Iterator[Finding]:
    """Yield forms of names, addresses, phone numbers and money that the market does not share."""
    if subject.language == "en" and subject.market != subject.home:
        yield from _names(subject)
        yield from _places(subject)
    yield from _money(subject)


def _names(subject: Subject) -> Iterator[Finding]:
    if name_order(subject.spoken)[0] == "family_name":
        for hit in _FIRST.finditer(subject.text):
            told = Sentence(N_("{words}: the family name comes first there."), words=subject.said(*hit.span()))
            yield subject.finding(
                "name_form", told, *hit.span(), source=_NAMES, evidence="standard",
                suggestion=N_("Ask for family name and given name, in the order of the market."),
            )  # fmt: skip
        for hit in _GREETED.finditer(subject.source):
            said = N_("{words}: a buyer is rarely greeted by the given name alone there.")
            told = Sentence(said, words=subject.said(*hit.span()))
            yield subject.finding(
                "name_form", told, *hit.span(),
                suggestion=N_("Greet by the full or the family name with the title of the language."),
            )  # fmt: skip
    for hit in _TITLE.finditer(subject.text):
        said = N_("{words}: titles are not parted that way everywhere, and some buyers want none.")
        told = Sentence(said, words=subject.said(*hit.span()))
        yield subject.finding("name_form", told, *hit.span(), suggestion=N_("Leave the title out or make it optional."))


def _places(subject: Subject) -> Iterator[Finding]:
    fields = {field.name: field for field in address_form(subject.territory, subject.spoken).fields}
    postal = fields.get("postal_code")
    for hit in _ZIP.finditer(subject.text):
        if postal is not None and postal.kind == "zip":
            continue
        told = N_("{words}: the code has another name there.")
        if postal is None:
            told = N_("{words}: addresses there have no postal code.")
        yield subject.finding(
            "address_form", Sentence(told, words=subject.said(*hit.span())), *hit.span(), source=_MAIL, evidence="standard",
            suggestion=N_("Leave the field out there.") if postal is None else N_("Say postal code."),
        )  # fmt: skip
    for hit in _STATE.finditer(subject.text):
        area = fields.get("country_area")
        if area is None or area.kind != "state":
            told = Sentence(N_("{words}: addresses there have no states."), words=subject.said(*hit.span()))
            yield subject.finding(
                "address_form", told, *hit.span(), source=_MAIL, evidence="standard",
                suggestion=N_("Say region, or leave it out where the form has none."),
            )  # fmt: skip
    example = phone_example(subject.territory)
    if example is not None and example.calling_code != "+1":
        for hit in _PHONE.finditer(subject.text):
            said = N_("{words}: without the country code the number cannot be called from there.")
            told = Sentence(said, words=subject.said(*hit.span()))
            yield subject.finding(
                "address_form", told, *hit.span(), source="Google libphonenumber", evidence="standard",
                suggestion=N_("Write it with + and the country code, or give a local number."),
            )  # fmt: skip


def _money(subject: Subject) -> Iterator[Finding]:
    theirs = currency_of(subject.territory)
    for pattern, currency in _SIGNS:
        for hit in pattern.finditer(subject.text) if theirs and theirs != currency else ():
            told = Sentence(N_("{words}: buyers there pay in {currency}."), words=subject.said(*hit.span()), currency=theirs)
            yield subject.finding(
                "money", told, *hit.span(), source="Unicode CLDR 48", evidence="standard",
                suggestion=N_("Put a placeholder for a formatted amount."),
            )  # fmt: skip
    if subject.market not in ("USA", "CAN") and subject.language == "en":
        for hit in _TAX.finditer(subject.text):
            said = N_("{words}: a tax put on top of the price is a habit of North America; check how prices are shown there.")
            told = Sentence(said, words=subject.said(*hit.span()))
            yield subject.finding("money", told, *hit.span(), suggestion=N_("Let the tax line come from the market's rules."))
