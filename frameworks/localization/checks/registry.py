"""Every check of a translation: its name, how grave a finding is, and what it looks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from frameworks.labels import N_


@dataclass(frozen=True)
class Check:
    """One check. title: a few words; explanation: what it looks for and why. severity: that of most findings."""

    key: str
    severity: str
    title: str
    explanation: str


_ALL = (
    Check("empty", "error", N_("Empty"),
          N_("There is a source but no text; buyers would see a gap or the source language.")),
    Check("same_as_source", "warning", N_("Same as the source"),
          N_("The text is word for word the source. Short words that many languages share are left aside.")),
    Check("untranslated_part", "warning", N_("Part left untranslated"),
          N_("Several words in a row stand in the translation just as in the source.")),
    Check("placeholders", "error", N_("Placeholders"),
          N_("Places for values, such as {name} or %s, must all be kept and written the same.")),
    Check("icu_syntax", "error", N_("Message syntax"),
          N_("The message cannot be read by ICU: unbalanced braces, a missing branch “other” or an unknown argument type.")),
    Check("plural_forms", "error", N_("Plural forms"),
          N_("A text per number needs every form that the language has for whole numbers (CLDR).")),
    Check("tags", "error", N_("Markup"),
          N_("Tags, entities and Markdown links of the source must all be there and close in order.")),
    Check("unsafe_markup", "error", N_("Unsafe markup"),
          N_("A script, an event handler, a frame or a style that is not in the source does not belong in a translation.")),
    Check("urls", "error", N_("Web addresses"),
          N_("Web addresses must be kept; another path on the same site may be the page in the buyer's language.")),
    Check("emails", "error", N_("E-mail addresses"), N_("E-mail addresses must be kept letter for letter.")),
    Check("numbers", "warning", N_("Numbers"),
          N_("A number of the source is missing, or there is one that the source does not have. Number words, 24-hour "
             "times and converted units count as the same.")),
    Check("number_format", "warning", N_("Number format"),
          N_("Decimal and thousands marks must be the locale's: 1,299 is over a thousand in English, "
             "and little more than one in German.")),
    Check("units", "warning", N_("Units"),
          N_("The same number stands with another unit, such as days that became weeks.")),
    Check("dates", "warning", N_("Dates and times"),
          N_("A date in figures is in the order of another country, or a time says am or pm where the day has 24 hours.")),
    Check("currency", "warning", N_("Currency"),
          N_("A currency of the source is missing, or the amount stands in another one.")),
    Check("brackets", "warning", N_("Brackets"), N_("Brackets of the translation do not pair up.")),
    Check("end_punctuation", "warning", N_("End of sentence"),
          N_("Source and translation end differently: stop, question, exclamation, colon or ellipsis.")),
    Check("language_punctuation", "warning", N_("Punctuation of the language"),
          N_("Marks are set as the language does: spaces in French, opening marks in Spanish, full-width marks in "
             "Chinese and Japanese, the own comma and question mark in Arabic.")),
    Check("edge_space", "warning", N_("Space at the edge"),
          N_("The translation begins or ends with a space or line break where the source does not, or the other way round.")),
    Check("double_space", "warning", N_("Double space"), N_("Two spaces stand in a row where the source has none.")),
    Check("line_breaks", "hint", N_("Line breaks"), N_("The translation has more or fewer line breaks than the source.")),
    Check("doubled_word", "warning", N_("Doubled word"),
          N_("A word stands twice in a row. Languages that double words on purpose are left aside.")),
    Check("first_letter", "hint", N_("First letter"),
          N_("The source begins with a capital and the translation does not, or the other way round.")),
    Check("glossary", "warning", N_("Glossary"),
          N_("A settled term is missing, a forbidden one is used, or a protected name was changed.")),
    Check("too_wide", "error", N_("Too wide"),
          N_("The text takes more columns than its place allows; a Chinese, Japanese or Korean letter takes two.")),
    Check("overflow", "error", N_("Does not fit"),
          N_("In the preview a browser laid the text out, and it was cut off, ran out of its box or over another text, or a "
             "word had to be broken. It holds for the text as it was measured.")),
    Check("too_long", "hint", N_("Long"),
          N_("The text is longer than nine in ten human translations of a source this long into the language.")),
    Check("too_short", "warning", N_("Short"),
          N_("The text is far shorter than translations into the language are; something may be left out.")),
    Check("script", "error", N_("Script"),
          N_("The letters are not those that the language is written in, or one word mixes letters of two scripts "
             "that look alike, or the text is in the other variety of Chinese.")),
    Check("direction", "warning", N_("Direction"),
          N_("Invisible direction marks that are not closed or that force an order can turn a text around.")),
    Check("characters", "error", N_("Forbidden characters"),
          N_("Zero-width spaces, replacement and control characters, and letters broken by a wrong encoding.")),
    Check("formality", "warning", N_("Form of address"),
          N_("The text mixes the polite and the familiar address, or differs from the one the team's other texts use.")),
    Check("mixed_language", "warning", N_("Language"),
          N_("The text, or a sentence of it, seems to be in another language; short texts are left aside.")),
    Check("negation", "hint", N_("Negation"),
          N_("The source says no, not or never, and the translation has no such word.")),
    Check("inconsistent", "hint", N_("Inconsistent"),
          N_("The same source is translated differently elsewhere in this language.")),
)  # fmt: skip

CHECKS: Mapping[str, Check] = MappingProxyType({check.key: check for check in _ALL})
"""All checks by key, the order they are shown in."""
