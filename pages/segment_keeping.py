"""What is kept of segments: groups of markets with their names and messages, and customers mapped across borders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components import segment_people, segment_saved, state
from components.words import _, market_name, said
from data.segment_names import NamedSegment, SavedSegments, SegmentNames, with_texts
from frameworks.culture.segments.personas import mapped
from frameworks.culture.segments.segmentation import Segmentation
from frameworks.labels import Sentence
from pages import files, segmenting
from pages.desk import Desk


@dataclass(frozen=True)
class Keeping:
    """The book of segments as the page shows and changes it."""

    desk: Desk

    @property
    def _book(self) -> SegmentNames:
        return self.desk.workspace.room(SegmentNames)

    def keep(self, found: segmenting.Held, made: Segmentation, called: str, texts: dict[str, tuple[str, str]]) -> Sentence | None:
        """Keep the segments as they are now."""
        between = made.frame["between"]
        segments = [
            NamedSegment(letter, *texts[letter], made.members(letter), tuple(c for c in made.members(letter) if between[c]))
            for letter in made.letters
        ]
        data, models = self.desk.reference.version, list(found.place.models)
        how = {"models": models, "method": found.method, "segments": len(made.letters), "data": data}
        return self._tried(self._book.add, called, how, segments)

    def _update(self, number: int, called: str, texts: dict[str, tuple[str, str]], seen: int) -> Sentence | None:
        """Keep changed names and messages."""
        found = next((one for one in (*self._book.list(), *self._book.deleted()) if one.id == number), None)
        return self._tried(self._book.update, number, called, with_texts(found.segments if found else (), texts), seen=seen)

    def _files(self, one: SavedSegments) -> None:
        """Draw the downloads of kept segments."""

        def table() -> pd.DataFrame:
            rows = [
                {"iso3": code, _("Market"): market_name(code), _("Segment"): s.letter, _("Name"): s.name,
                 _("Shared message"): s.message}
                for s in one.segments
                for code in s.members
            ]
            return pd.DataFrame(rows)

        files.offer(files.of_table(f"kept-segments-{one.id}", table), key=f"lf-files-kept-{one.id}")

    def listed(self) -> None:
        """Draw the groups of markets that were kept, with what can be done to them."""
        segment_saved.kept(
            self._book.list(), self._book.deleted(), update=self._update, drop=partial(self._do, self._book.delete),
            restore=partial(self._do, self._book.restore), erase=partial(self._do, self._book.purge), files=self._files,
        )  # fmt: skip

    def people(self) -> None:
        """Draw the templates of segments that cross borders, and the team's own mapped to them."""
        segment_people.intro()
        segment_people.templates()
        table = files.of_table("customer-segments", lambda: segment_people.template(self._book.mappings()))
        files.offer(table, key="lf-files-people")
        st.subheader(_("Map a customer segment of yours"), anchor=False)
        markets = tuple(self.desk.reference.markets)
        places = {*markets, *map(market_name, markets)}

        def save(given: dict[str, Any]) -> Sentence | None:
            return self._tried(lambda: self._book.add_mapping(mapped(**given, places=places)))

        segment_people.form(markets, save)
        segment_people.listing(
            self._book.mappings(), self._book.deleted_mappings(), drop=partial(self._do, self._book.delete),
            restore=partial(self._do, self._book.restore), erase=partial(self._do, self._book.purge),
        )  # fmt: skip

    def _tried(self, act: Callable[..., Any], *given: Any, **named: Any) -> Sentence | None:
        """Do something to the book and return what went wrong."""
        try:
            act(*given, **named)
        except Sentence as error:
            return error
        return None

    def _do(self, act: Callable[..., Any], number: int) -> None:
        """Do something to the book at the press of a button; what went wrong is said at the top."""
        wrong = self._tried(act, number)
        if wrong is not None:
            state.say(said(wrong))
