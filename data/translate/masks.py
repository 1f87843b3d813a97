"""Words that stay as they are: taken out of a text before it goes to an engine, and put back into what comes.

A mask that does not come back exactly once is a fault; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from frameworks.localization.glossary import Term
from frameworks.localization.placeholders import find_placeholders

TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_UNSPACED = frozenset({"ja", "zh", "th", "lo", "km", "my"})
_LETTERS = ("QZX", "ZQJ", "XJQ", "JQZ", "ZXJ", "QJX")
"""Three letters that are a word in no language; another three where a text has the first by chance."""
CODE = re.compile(rf"(?:{'|'.join(_LETTERS)})\d{{1,4}}(?!\d)")
"""A code as it is sent."""


@dataclass(frozen=True)
class Masked:
    """A text with a code for each word that stays. kept: those words, in the order of their codes; letters: of the codes."""

    text: str
    kept: tuple[str, ...] = ()
    letters: str = _LETTERS[0]

    @property
    def rest(self) -> str:
        """The text without its codes: what is left to translate."""
        return _codes(self.letters).sub(" ", self.text) if self.kept else self.text


def masked(text: str, terms: Collection[Term], language: str) -> Masked:
    """Return a text with its protected words replaced by codes such as ``QZX1``.

    language: of the text; where it writes without spaces a word is found inside others. Placeholders and tags
    are left as they are.

    >>> masked("Wash with Acme", [Term("Acme")], "en").text
    'Wash with QZX1'
    """
    places = protected_places(text, terms, language)
    if not places:
        return Masked(text)
    letters = next(one for one in (*_LETTERS, "Q" + "Z" * len(text)) if one not in text.upper())
    parts, kept, at = [], [], 0
    for start, end in places:
        kept.append(text[start:end])
        parts += [text[at:start], f"{letters}{len(kept)}"]
        at = end
    return Masked("".join([*parts, text[at:]]), tuple(kept), letters)


def put_back(answer: str, sent: Masked) -> str | None:
    """Return an answer with the words in place of their codes; None where a code is missing, twice or unknown.

    >>> put_back("Mit qzx 1 waschen", Masked("Wash with QZX1", ("Acme",)))
    'Mit Acme waschen'
    """
    if not sent.kept:
        return answer
    found = [int(number) for number in _codes(sent.letters).findall(answer)]
    if sorted(found) != list(range(1, len(sent.kept) + 1)):
        return None
    back = _codes(sent.letters).sub(lambda code: sent.kept[int(code[1]) - 1], answer)
    # A code that was torn apart leaves its letters behind.
    left = _codes(sent.letters).sub(" ", answer)
    return None if sent.letters.casefold() in left.casefold() else back


def protected_places(text: str, terms: Iterable[Term], language: str) -> list[tuple[int, int]]:
    """Return where protected words stand in a text, in order and apart, the longest first where two meet."""
    apart = language.replace("-", "_").partition("_")[0].lower() not in _UNSPACED
    found = [
        hit.span()
        for term in terms
        if term.kind == "protected" and term.term.strip()
        for hit in _word(term.term.strip(), term.exact, apart).finditer(text)
    ]
    if not found:
        return []
    taken = [(one.start, one.end) for one in find_placeholders(text)] + [hit.span() for hit in TAG.finditer(text)]
    places: list[tuple[int, int]] = []
    for start, end in sorted(set(found), key=lambda place: (place[0] - place[1], place[0])):
        if not any(start < other_end and other < end for other, other_end in taken):
            places.append((start, end))
            taken.append((start, end))
    return sorted(places)


@lru_cache(maxsize=4096)
def _word(term: str, exact: bool, apart: bool) -> re.Pattern[str]:
    body = r"\s+".join(re.escape(part) for part in term.split())
    return re.compile(rf"(?<![^\W_]){body}(?![^\W_])" if apart else body, 0 if exact else re.IGNORECASE)


@lru_cache(maxsize=64)
def _codes(letters: str) -> re.Pattern[str]:
    # Engines change the case, or part letters and digits; digits of another writing count too.
    return re.compile(rf"{letters}[ \u00a0\-]?(\d{{1,4}})(?!\d)", re.IGNORECASE)
