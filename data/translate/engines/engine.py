"""What all network engines have in common: a text goes out line by line, and comes back checked or not at all."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from data.translate.codes import near
from data.translate.faults import TranslateError, checked, fault, told
from data.translate.masks import TAG, Masked, masked, put_back
from data.translate.pace import Answer, Cancelled, Limits, Pace, never, persist, within
from data.translate.session import LimitedSession, unlogged
from frameworks.labels import N_
from frameworks.localization.glossary import Term
from frameworks.localization.placeholders import find_placeholders
from frameworks.reference import Reference

_EDGES = re.compile(r"(\s*)(.*?)(\s*)\Z", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?。！？؟।])\s+|(?<=[。！？])")


@dataclass(frozen=True)
class About:
    """An engine as it is offered.

    title: shown. host: where texts go, empty where the user names the server. most: characters in one request.
    per_second: requests at most. key: name of the key it needs, empty for none; extras: names of further
    secrets that it can use. caution: a sentence for the user (marked for translation).
    """

    name: str
    title: str
    host: str
    most: int
    per_second: float
    caution: str
    key: str = ""
    extras: tuple[str, ...] = ()
    own_server: bool = False


@dataclass
class Engine(ABC):
    """A translation engine that has been switched on.

    secrets: key and extras by name, given by the caller and kept in memory alone. url: of the server, for an
    engine with a server of one's own. formality: neutral, formal or informal, for engines that know it.
    base_url: another address than the provider's, for trials.
    """

    reference: Reference = field(repr=False)
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    url: str = ""
    formality: str = "neutral"
    limits: Limits = field(default_factory=Limits)
    base_url: str = ""
    about: About = field(init=False)

    def __post_init__(self) -> None:
        if self.about.key and not self.secrets.get(self.about.key, "").strip():
            told_ = N_("{engine} needs a key; put it into the secrets as {key}.")
            raise TranslateError(told_, engine=self.about.title, key=self.about.key)
        own = self.limits.per_second
        self.pace = Pace(self.about.per_second if own is None else own)

    @property
    def host(self) -> str:
        """Where texts go."""
        return urlsplit(self.base_url or self.url).netloc or self.about.host

    @property
    def identity(self) -> str:
        """What a kept answer depends on beside text and languages; no secret is part of it."""
        return f"{self.about.name}@{self.url}" if self.about.own_server else self.about.name

    @abstractmethod
    def codes(self, source: str, target: str) -> tuple[str, str]:
        """Return the engine's own codes; raises TranslateError of kind ``language`` where it has none."""

    @abstractmethod
    def ask(self, text: str, source: str, target: str, session: LimitedSession) -> object:
        """Send one piece and return whatever the library answers; any exception may come up."""

    def translate(
        self, text: str, source: str, target: str, cancelled: Cancelled = never, protected: Collection[Term] = ()
    ) -> str:
        """Return ``text`` in another language, line breaks and outer spaces as they were.

        source, target: CLDR codes. protected: terms that leave as codes and come back as they were. Lines without
        a letter outside placeholders, tags and protected words are kept and not sent. Raises TranslateError, of
        kind ``mask`` where a protected word came back damaged.
        """
        if near(source) == near(target):
            raise fault("language", self.title)
        mine, theirs = self.codes(source, target)
        return "\n".join(
            self._line(line, masked(line, protected, source), mine, theirs, cancelled) for line in text.split("\n")
        )

    def _line(self, line: str, sent: Masked, source: str, target: str, cancelled: Cancelled) -> str:
        before, middle, after = _EDGES.match(sent.text).groups()  # type: ignore[union-attr]
        if not wordy(sent.rest):
            return line
        answers = [
            self._piece(piece, source, target, cancelled) if wordy(replace(sent, text=piece).rest) else piece
            for piece in self._pieces(middle)
        ]
        joint = "" if target.lower().startswith(("zh", "ja", "th")) else " "
        back = put_back(before + joint.join(answers) + after, sent)
        if back is None:
            raise fault("mask", self.title)
        return back

    def _pieces(self, text: str) -> list[str]:
        """Cut a line that is too long for one request at the ends of sentences."""
        if len(text) <= self.about.most:
            return [text]
        pieces: list[str] = []
        for sentence in filter(None, (part.strip() for part in _SENTENCE_END.split(text))):
            if pieces and len(pieces[-1]) + 1 + len(sentence) <= self.about.most:
                pieces[-1] += f" {sentence}"
            else:
                pieces.append(sentence)
        if any(len(piece) > self.about.most for piece in pieces):
            raise fault("length", self.about.title)
        return pieces

    def _piece(self, piece: str, source: str, target: str, cancelled: Cancelled) -> str:
        def once() -> str:
            return within(self.limits.seconds, attempt, self.title, cancelled)

        def attempt() -> str | TranslateError:
            return self.exchange(lambda session: checked(piece, self.ask(piece, source, target, session), self.title))

        return persist(once, self.limits, self.pace, self.title, cancelled).strip()

    @property
    def title(self) -> str:
        """Its name as shown."""
        return self.about.title

    @property
    def _keyed(self) -> bool:
        return any(name.endswith("_key") for name in (self.about.key, *self.about.extras))

    def exchange(self, work: Callable[[LimitedSession], Answer]) -> Answer | TranslateError:
        """Return what ``work`` returns with a session of its own, or the TranslateError that its exception means."""
        with LimitedSession(self.limits.seconds) as session, unlogged():
            try:
                return work(session)
            except Exception as error:  # libraries raise what they like, down to StopIteration
                why = told(error, session, self.title)
                return fault("refused", self.title, session.status) if why.kind == "key" and not self._keyed else why


def wordy(text: str) -> bool:
    """Say whether there is a letter to translate outside placeholders and tags.

    >>> wordy("24/7 ★"), wordy("{count} %s <br>"), wordy("Hi {name}")
    (False, False, True)
    """
    rest = list(text)
    for found in find_placeholders(text):
        rest[found.start : found.end] = " " * (found.end - found.start)
    return any(letter.isalpha() for letter in TAG.sub(" ", "".join(rest)))
