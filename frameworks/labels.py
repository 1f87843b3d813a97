"""Marks the words of the domain that the interface translates, and carries sentences to it."""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from datetime import date
from decimal import Decimal

Figure = int | float | Decimal | date
"""What a sentence's values are written by the reader's locale for: numbers, and days."""


def N_(text: str) -> str:
    """Return ``text`` unchanged; the mark tells the word extractor to take it up."""
    return text


class Sentence(ValueError):
    """Something to tell the user: an English template and its values, so that it can be said in any language.

    template: marked with ``N_`` where it is written; ``{name}`` stands for a value.
    values:   by name. Text (a code, a name, a quotation) is shown as it is; a number or a day is written as
              the reader's locale has it; a Sentence is translated too; of a tuple each part, parted by "; ".

    ``str`` gives the English. It is an error, so that what went wrong can be raised as it stands.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.filled(str, lambda figure: figure.isoformat() if isinstance(figure, date) else f"{figure:,.12g}")

    def __reduce__(self) -> tuple[object, ...]:
        return copyreg.__newobj__, (type(self), self.template), self.__dict__

    def filled(self, translate: Callable[[str], str], figure: Callable[[Figure], str]) -> str:
        """Return the text with every template translated and every number and day written by ``figure``."""

        def shown(value: object) -> str:
            if isinstance(value, Sentence):
                return value.filled(translate, figure)
            if isinstance(value, tuple):
                return "; ".join(shown(part) for part in value)
            return figure(value) if isinstance(value, Figure) and not isinstance(value, bool) else str(value)

        return translate(self.template).format(**{name: shown(value) for name, value in self.values.items()})
