"""What can go wrong with a translation engine, in words that give no key, address or text away."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from frameworks.labels import N_, Sentence
from frameworks.localization.items import clean_text

if TYPE_CHECKING:
    from data.translate.session import LimitedSession

OWN = frozenset({"language", "length"})
"""Faults of one text or language, which say nothing about the next."""
TEXT = OWN | {"mask"}
"""Faults of one text, after which the next is asked for as if nothing had happened."""
AGAIN = frozenset({"offline", "slow", "busy", "server"})
"""Faults that may pass by themselves: another try is worth while."""
FINAL = frozenset({"key", "quota", "setting", "cancelled"})
"""Faults that every further text would meet too."""

_TELLS = {
    "offline": N_("{engine} could not be reached. Check the connection, then run the drafts again."),
    "slow": N_("{engine} did not answer in time. Run the drafts again later."),
    "busy": N_("{engine} takes no more requests for now. Run the drafts again later."),
    "server": N_("{engine} has a fault of its own (status {status}). Run the drafts again later."),
    "quota": N_("The quota of {engine} is used up."),
    "key": N_("{engine} does not accept the key, or asks for one."),
    "refused": N_("{engine} refuses this request (status {status})."),
    "language": N_("{engine} does not translate between these languages."),
    "length": N_("The text is too long for {engine}."),
    "answer": N_("{engine} answered with something that is no translation."),
    "mask": N_("{engine} lost or changed a protected name, so its answer was not taken. Write this text yourself."),
    "cancelled": N_("Cancelled."),
}
_SPENT = re.compile(r"\s*MYMEMORY WARNING", re.IGNORECASE)
_REFUSALS = re.compile(
    r"\s*('?[\w-]{2,12}'? IS AN INVALID (TARGET|SOURCE) LANGUAGE|INVALID LANGUAGE PAIR|QUERY LENGTH LIMIT EXC"
    r"|PLEASE SELECT TWO DISTINCT LANGUAGES|NO QUERY SPECIFIED)"
)
_PAGE = re.compile(r"\s*<(!doctype|html|head|body)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|quot|amp|apos|lt|gt);", re.IGNORECASE)
_MOST_GROWTH = 20
_MOST_EXTRA = 400


class TranslateError(Sentence):
    """Why an engine gave no translation.

    kind:  a key of the faults, or ``"setting"``. after: seconds that the service asks to wait, if it does.
    """

    def __init__(self, template: str, /, *, kind: str = "setting", after: float | None = None, **values: object):
        super().__init__(template, **values)
        self.kind = kind
        self.after = after


def fault(kind: str, engine: str, status: int | None = None, after: float | None = None) -> TranslateError:
    """Return the fault of a kind; ``engine`` is the name shown, ``status`` the HTTP status where there is one."""
    values = {"engine": engine, "status": str(status or "–")}
    template = _TELLS[kind]
    return TranslateError(
        template, kind=kind, after=after, **{name: told for name, told in values.items() if f"{{{name}}}" in template}
    )


def told(error: BaseException, session: LimitedSession, engine: str) -> TranslateError:
    """Return what an exception of a library means, by what really came back rather than by its words.

    Nothing of the exception's own text is kept: it may hold the text sent, the address or the key.
    """
    if isinstance(error, TranslateError):
        return error
    if session.failure:
        return fault(session.failure, engine)
    if session.status and (kind := by_status(session.status)):
        return fault(kind, engine, session.status, session.retry_after)
    name = type(error).__name__
    if name in ("LanguageNotSupportedException", "InvalidSourceOrTargetLanguage"):
        return fault("language", engine)
    return fault("length" if name == "NotValidLength" else "answer", engine)


def by_status(status: int) -> str:
    """Return the kind of fault of an HTTP status; empty for success.

    456 is DeepL's word for a used-up quota. A redirection is refused: texts and keys go where the user said.

    >>> by_status(200), by_status(429), by_status(456), by_status(503)
    ('', 'busy', 'quota', 'server')
    """
    if 200 <= status < 300:
        return ""
    kinds = {401: "key", 403: "key", 402: "quota", 408: "slow", 413: "length", 414: "length", 429: "busy", 456: "quota"}
    return kinds.get(status) or ("server" if status >= 500 else "refused")


def checked(source: str, answer: object, engine: str) -> str:
    """Return an engine's answer as plain text, or raise TranslateError for what is no translation.

    Refused are: nothing (deep-translator's answer where nothing came back), an answer to words without a letter,
    warnings of a used-up quota and other notices that come as a translation, whole web pages, and texts far
    longer than any translation. HTML entities that the source does not have are read.
    """
    text = clean_text(answer) if isinstance(answer, str) else ""
    if not any(letter.isalpha() for letter in text):
        raise fault("answer", engine)
    if _SPENT.match(text) and not _SPENT.match(source):
        raise fault("quota", engine)
    if _REFUSALS.match(text) and not _REFUSALS.match(source):
        raise fault("language", engine)
    if len(text) > _MOST_GROWTH * len(source) + _MOST_EXTRA or (_PAGE.match(text) and not _PAGE.match(source)):
        raise fault("answer", engine)
    return text if _ENTITY.search(source) else _ENTITY.sub(lambda found: clean_text(html.unescape(found[0])), text)
