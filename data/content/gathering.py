"""Collects the texts of a file as it is read: the good ones are kept, the others told with their place."""

from __future__ import annotations

from collections.abc import Mapping

from data.content.model import ITEM_LIMIT, KEY_LIMIT, PROBLEM_LIMIT, TEXT_LIMIT, TRANSLATION_LIMIT, Content
from frameworks.labels import N_, Sentence
from frameworks.localization.items import ContentError, Item, Translation, digest, locale_code
from frameworks.localization.states import STATES

_YES = ("yes", "true", "1")


class Gathering:
    """The texts found so far. ``place`` in its methods is where in the file a text stands, for the user to find it."""

    def __init__(self, source_language: str = "en") -> None:
        self.source_language = locale_code(source_language)
        self._items: dict[str, Item] = {}
        self._translations: dict[tuple[str, str], Translation] = {}
        self._problems: list[ContentError] = []
        self._untold = 0

    def item(self, place: Sentence, key: str, source: str, context: str = "", about: Mapping[str, str] = {}) -> str:
        """Keep an item and return its key, cleaned; empty where it was refused. ``about`` is as ``about_item`` gives it."""
        try:
            self._measure(key, source)
            made = Item(
                key, source, context[:TEXT_LIMIT],
                about.get("surface", "").strip().lower() or "product",
                _columns(about.get("max_width", "")),
                locale_code(about.get("source_language", "") or self.source_language),
                about.get("plural", "").strip().lower() in _YES,
                about.get("note", "")[:TEXT_LIMIT],
            )  # fmt: skip
        except ContentError as fault:
            self.problem(place, fault)
            return ""
        known = self._items.setdefault(made.key, made)
        if known != made:
            self.problem(place, Sentence(N_("The key {key} stands there twice; the first text is kept."), key=made.key))
            return made.key if known.source == made.source else ""
        if len(self._items) > ITEM_LIMIT:
            raise ContentError(N_("The file holds more than {limit} texts; split it."), limit=ITEM_LIMIT)
        return made.key

    def translation(
        self, place: Sentence, key: str, locale: str, text: str, about: Mapping[str, str] = {}, source: str | None = None
    ) -> None:
        """Keep a translation.

        about:  as ``about_translation`` gives it. Where its mark is not that of the text, the text comes from
                elsewhere: it needs review whatever it says, unless it says less.
        source: the text it stands beside in the file, which it is then taken to fit.
        """
        state = about.get("state", "needs_review").strip().lower()
        own = about.get("mark") == digest(text)
        if not own:
            state = "needs_review" if state == "approved" else state
            about = {}
        try:
            self._measure(key, text)
            if state not in STATES:
                told = N_("There is no state {state}; the text needs review.")
                self.problem(place, Sentence(told, state=f"“{state:.40}”"))
                state = "needs_review"
            made = Translation(
                key, locale_code(locale), text, state, about.get("origin", "import")[:80],
                about.get("by", "")[:200], about.get("at", "")[:40],
                about.get("source_digest", "" if own or source is None else digest(source))[:32],
                about.get("self_reviewed", "").strip().lower() in _YES,
                about.get("note", "")[:TEXT_LIMIT],
            )  # fmt: skip
        except ContentError as fault:
            self.problem(place, fault)
            return
        known = self._translations.setdefault((made.key, made.locale), made)
        if known != made:
            told = N_("{locale} of {key} stands there twice; the first text is kept.")
            self.problem(place, Sentence(told, locale=made.locale, key=made.key))
        if len(self._translations) > TRANSLATION_LIMIT:
            raise ContentError(
                N_("The file holds more than {limit} translations; split it."), limit=TRANSLATION_LIMIT
            )

    def problem(self, place: Sentence, what: Sentence) -> None:
        """Note something to tell; beyond a few hundred only their number."""
        if len(self._problems) < PROBLEM_LIMIT:
            self._problems.append(ContentError(N_("{place}: {what}"), place=place, what=what))
        else:
            self._untold += 1

    def content(self) -> Content:
        """Return what was kept. Raises ContentError where nothing was."""
        problems = list(self._problems)
        if self._untold:
            problems.append(ContentError(N_("{count} more problems are not listed."), count=self._untold))
        if not self._items and not self._translations:
            if problems:
                told = N_("The file holds no text that could be read. {first}")
                raise ContentError(told, first=problems[0])
            raise ContentError(N_("The file holds no texts."))
        return Content(tuple(self._items.values()), tuple(self._translations.values()), tuple(problems))

    @staticmethod
    def _measure(key: str, text: str) -> None:
        if len(key) > KEY_LIMIT:
            raise ContentError(N_("The key is longer than {limit} characters."), limit=KEY_LIMIT)
        if len(text) > TEXT_LIMIT:
            raise ContentError(N_("The text is longer than {limit} characters."), limit=TEXT_LIMIT)


def _columns(value: str) -> int | None:
    value = value.strip().removesuffix(".0")
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 6):
        raise ContentError(N_("The most columns are no whole number: {value}."), value=f"“{value:.40}”")
    return int(value)
