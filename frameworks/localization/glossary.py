"""Words that a team has settled on: brand names, what a term must be called, and what must not be said."""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.labels import N_
from frameworks.localization.items import ContentError, clean_text

KINDS = ("protected", "preferred", "forbidden")
KIND_LABELS = {
    "protected": N_("Stays as it is"), "preferred": N_("Is always called"), "forbidden": N_("Must not be used"),
}  # fmt: skip


@dataclass(frozen=True)
class Term:
    """A settled word.

    term:   the word in the source. Of a forbidden text it may be empty: then no translation may hold the text.
    kind:   protected (stays as it is in every language), preferred (must become ``text``), forbidden
            (must not become ``text``).
    locale: language or locale it holds in, such as ``"de"`` or ``"pt_BR"``; empty for all.
    exact:  whether upper and lower case matter.
    """

    term: str
    kind: str = "protected"
    locale: str = ""
    text: str = ""
    exact: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        for field in ("term", "text", "note"):  # letters that the workspace cannot hold
            object.__setattr__(self, field, clean_text(getattr(self, field)))
        if self.kind not in KINDS:
            told = N_("There is no kind of term {kind}; known are {known}.")
            raise ContentError(told, kind=f"“{self.kind:.40}”", known=", ".join(KINDS))
        if not self.term.strip() and (self.kind != "forbidden" or not self.text.strip()):
            raise ContentError(N_("A term needs the word in the source."))
        if self.kind != "protected" and not self.text.strip():
            raise ContentError(N_("The term {term} needs the word in the translation."), term=f"“{self.term:.60}”")

    def holds_in(self, locale: str) -> bool:
        """Say whether it holds in ``locale``: a term of ``pt`` holds in ``pt_BR``, not the other way round.

        >>> Term("Tea", "preferred", "pt", "Chá").holds_in("pt_BR")
        True
        """
        mine, asked = (code.replace("-", "_").casefold() for code in (self.locale, locale))
        return not mine or asked == mine or asked.startswith(mine + "_")
