"""Google's public page, by deep-translator: no key, no contract, and it may stop at any time."""

from __future__ import annotations

from data.translate.codes import codes_for
from data.translate.engines.engine import About, Engine
from data.translate.faults import fault
from data.translate.session import LimitedSession, carrying
from frameworks.labels import N_

ABOUT = About(
    "google", "Google", "translate.google.com", 4_999, 2.0,
    N_("Reads a public page without a contract; it often refuses and may stop at any time."),
)  # fmt: skip


class GoogleEngine(Engine):
    """One line a request. Texts longer than 4,999 characters are refused by deep-translator."""

    about = ABOUT

    def codes(self, source: str, target: str) -> tuple[str, str]:
        mine, theirs = codes_for(self.reference, source).google, codes_for(self.reference, target).google
        # With one code on both sides deep-translator returns the source as its own translation.
        if not mine or not theirs or mine == theirs:
            raise fault("language", self.title)
        return mine, theirs

    def ask(self, text: str, source: str, target: str, session: LimitedSession) -> object:
        from deep_translator import google

        translator = google.GoogleTranslator(source=source, target=target)
        if self.base_url:
            translator._base_url = self.base_url
        with carrying(session, google):
            answer = translator.translate(text)
        # Its None for an unchanged text cannot be told from no answer.
        return answer
