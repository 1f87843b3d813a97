"""DeepL by its official client; deep-translator's way to it was withdrawn by the provider in January 2026."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from data.translate.codes import codes_for
from data.translate.engines.engine import About, Engine
from data.translate.faults import fault
from data.translate.masks import CODE, TAG
from data.translate.session import LimitedSession
from frameworks.labels import N_
from frameworks.localization.placeholders import find_placeholders

ABOUT = About(
    "deepl", "DeepL", "api.deepl.com", 20_000, 5.0,
    N_("Needs a key of your own; what the service may do with texts depends on the kind of key."), key="deepl_key",
)  # fmt: skip
_FREE_HOST = "api-free.deepl.com"
_FORMALITY = {"formal": "prefer_more", "informal": "prefer_less"}
_KEPT = re.compile(r"</?keep>")


class DeeplEngine(Engine):
    """One line a request; placeholders, tags and codes are marked so that DeepL leaves them as they are."""

    about = ABOUT

    @property
    def host(self) -> str:
        free = self.secrets.get(ABOUT.key, "").strip().endswith(":fx")
        return _FREE_HOST if free and not self.base_url else super().host

    @property
    def identity(self) -> str:
        return f"{ABOUT.name}/{self.formality}"

    def codes(self, source: str, target: str) -> tuple[str, str]:
        mine, theirs = codes_for(self.reference, source).deepl_source, codes_for(self.reference, target).deepl
        if not mine or not theirs or mine == theirs:
            raise fault("language", self.title)
        return mine, theirs

    def ask(self, text: str, source: str, target: str, session: LimitedSession) -> object:
        import deepl
        from deepl import http_client

        http_client.max_network_retries = 0  # tries are counted in one place only
        key = self.secrets[ABOUT.key].strip()
        client = deepl.Translator(key, server_url=self.base_url or f"https://{self.host}", send_platform_info=False)
        client._client._session = session  # it has no argument for one
        answer = client.translate_text(
            marked(text), source_lang=source, target_lang=target, tag_handling="xml", ignore_tags="keep",
            preserve_formatting=True, formality=_FORMALITY.get(self.formality),
        )  # fmt: skip
        return html.unescape(_KEPT.sub("", answer.text)) if isinstance(answer, deepl.TextResult) else None


def marked(text: str) -> str:
    """Return the text as XML in which placeholders, tags and codes of protected words stand within ``<keep>``.

    >>> marked("R&D for {name}")
    'R&amp;D for <keep>{name}</keep>'
    """
    parts, at = [], 0
    for start, end in _fixed(text):
        parts += [html.escape(text[at:start], quote=False), f"<keep>{html.escape(text[start:end], quote=False)}</keep>"]
        at = end
    return "".join([*parts, html.escape(text[at:], quote=False)])


def _fixed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of placeholders, tags and codes, in order and apart from one another."""
    places = [(found.start, found.end) for found in find_placeholders(text)]
    places += [found.span() for pattern in (TAG, CODE) for found in pattern.finditer(text)]
    at = 0
    for start, end in sorted(places):
        if start >= at:
            yield start, end
            at = end
