"""Checks of texts per number or choice in ICU MessageFormat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from icu4py.messageformat import MessageFormat

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import Pair, cldr, found, quoted
from frameworks.localization.finding import Finding
from frameworks.localization.placeholders import Placeholder, branches

_COUNTED = 200
"""Whole numbers tried to learn which plural categories a language uses for things that are counted."""
_ORDER = ("zero", "one", "two", "few", "many", "other")


def check(pair: Pair) -> Iterator[Finding]:
    """Find messages that ICU cannot read, and plural forms or choices that are missing."""
    wanted = [place for place in pair.source_places if place.kind == "icu"]
    meant = pair.item is not None and pair.item.plural
    if not wanted and not meant and not any(place.kind == "icu" for place in pair.target_places):
        return
    if not pair.target.strip():
        return
    fault = _fault(pair.target, str(pair.cldr).replace("_", "-"))
    if fault:
        yield found("icu_syntax", Sentence(N_("ICU cannot read the message: {fault}."), fault=_told(fault)))
        return
    got = {place.text: place for place in pair.target_places if place.kind == "icu"}
    for place in wanted:
        if place.type not in ("plural", "select", "selectordinal"):
            continue
        mine = got.get(place.text)
        if mine is None or mine.type != place.type:
            message = Sentence(N_("The source has a text per value of {name}, the translation one for all."), name=place.text)
            yield found("plural_forms", message, severity="warning" if _one_form(pair, place) else "")
        elif place.type == "plural":
            yield from _plural(pair, mine)
        elif place.type == "select":
            yield from _choice(pair, place, mine)


def _one_form(pair: Pair, place: Placeholder) -> bool:
    return place.type == "plural" and needed_forms(str(pair.cldr)) == ("other",)


def _plural(pair: Pair, place: Placeholder) -> Iterator[Finding]:
    forms = {selector: (start, end) for selector, start, end in branches(pair.target, place.start) or ()}
    exact = {int(selector[1:]) for selector in forms if re.fullmatch(r"=\d{1,6}", selector)}
    for form in needed_forms(str(pair.cldr)):
        left = _numbers(str(pair.cldr))[form] - exact
        if form not in forms and left:
            message = Sentence(
                N_("The plural form “{form}” is missing; this language needs it for {examples}."),
                form=form, examples=", ".join(str(number) for number in sorted(left)[:4]),
            )  # fmt: skip
            yield found("plural_forms", message, place.start, place.end)
    for form, (start, end) in forms.items():
        if form in _ORDER and form != "other" and form not in _numbers(str(pair.cldr)) and not _used(pair, form):
            message = Sentence(N_("The plural form “{form}” is never used in this language."), form=form)
            yield found("plural_forms", message, start, end, severity="hint")
    one = forms.get("one")
    if one and len(_numbers(str(pair.cldr)).get("one", ())) > 1 and _silent(pair.target[slice(*one)], place.text):
        covered = sorted(_numbers(str(pair.cldr))["one"])[:3]
        message = Sentence(
            N_("The form “one” holds for {examples} too, but shows no number; put # in it."),
            examples=", ".join(str(number) for number in covered if number != 1),
        )
        if not _silent(pair.target[slice(*forms["other"])], place.text):
            yield found("plural_forms", message, *one, severity="warning")


def _used(pair: Pair, form: str) -> bool:
    """Say whether the language has the form at all, be it for fractions or millions only."""
    return form in pair.cldr.plural_form.tags


def _silent(text: str, name: str) -> bool:
    return "#" not in text and name not in text and not re.search(r"\d", text)


def _choice(pair: Pair, place: Placeholder, mine: Placeholder) -> Iterator[Finding]:
    wanted = {selector for selector, _start, _end in branches(pair.source, place.start) or ()}
    got = {selector: (start, end) for selector, start, end in branches(pair.target, mine.start) or ()}
    for selector in sorted(wanted - set(got)):
        message = Sentence(N_("The choice {name} of the source is missing."), name=quoted(selector))
        yield found("plural_forms", message, mine.start, mine.end)
    for selector in sorted(set(got) - wanted):
        message = Sentence(N_("The source has no choice {name}; names of choices are not translated."), name=quoted(selector))
        yield found("plural_forms", message, *got[selector])


@lru_cache(maxsize=512)
def needed_forms(locale: str) -> tuple[str, ...]:
    """Return the plural categories that a language uses for whole numbers up to 200, in CLDR's order.

    Categories for fractions or millions alone (“other” in Polish, “many” in Spanish) are not asked for.

    >>> needed_forms("ru"), needed_forms("es"), needed_forms("ja")
    (('one', 'few', 'many'), ('one', 'other'), ('other',))
    """
    return tuple(form for form in _ORDER if form in _numbers(locale))


@lru_cache(maxsize=512)
def _numbers(locale: str) -> dict[str, frozenset[int]]:
    rule = cldr(locale).plural_form
    found_forms: dict[str, set[int]] = {}
    for number in range(_COUNTED):
        found_forms.setdefault(rule(number), set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found_forms.items()}


@lru_cache(maxsize=4096)
def _fault(text: str, locale: str) -> str:
    try:
        MessageFormat(text, locale)
    except ValueError as error:
        return str(error).rpartition(" ")[2]
    return ""


_FAULTS = {
    "U_UNMATCHED_BRACES": N_("a brace is not closed"),
    "U_DEFAULT_KEYWORD_MISSING": N_("the branch “other” is missing"),
    "U_PATTERN_SYNTAX_ERROR": N_("a name or a comma is not where it belongs"),
    "U_ILLEGAL_ARGUMENT_ERROR": N_("an argument has a type that does not exist"),
}


def _told(fault: str) -> Sentence:
    return Sentence(_FAULTS.get(fault, N_("its syntax is wrong")))
