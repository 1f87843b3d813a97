"""Microsoft Translator by deep-translator, with a key of the user's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.translate.codes import served
from data.translate.engines.engine import About, Engine
from data.translate.faults import by_status, fault
from data.translate.pace import within
from data.translate.session import LimitedSession, carrying
from frameworks.labels import N_

ABOUT = About(
    "microsoft", "Microsoft", "api.cognitive.microsofttranslator.com", 10_000, 5.0,
    N_("Needs a key of your own and, for most keys, the region it was made for."), key="microsoft_key",
    extras=("microsoft_region",),
)  # fmt: skip


class MicrosoftEngine(Engine):
    """One line a request. The service tells its languages itself, without a key; it is asked once."""

    about = ABOUT

    def __post_init__(self) -> None:
        self._known: dict[str, str] = {}
        super().__post_init__()

    @property
    def _root(self) -> str:
        return (self.base_url or f"https://{ABOUT.host}").rstrip("/")

    def codes(self, source: str, target: str) -> tuple[str, str]:
        if not self._known:
            self._known = within(self.limits.seconds, lambda: self.exchange(self._languages), self.title)
        mine, theirs = served(source, self._known.values()), served(target, self._known.values())
        if not mine or not theirs or mine == theirs:
            raise fault("language", self.title)
        return mine, theirs

    def _languages(self, session: LimitedSession) -> dict[str, str]:
        """Return codes by name."""
        listed = session.get(f"{self._root}/languages", params={"api-version": "3.0", "scope": "translation"})
        if kind := by_status(listed.status_code):
            raise fault(kind, self.title, listed.status_code, session.retry_after)
        known = {str(about["name"]): str(code) for code, about in listed.json()["translation"].items()}
        if not known:
            raise fault("answer", self.title)
        return known

    def ask(self, text: str, source: str, target: str, session: LimitedSession) -> object:
        from deep_translator import microsoft

        translator = _told_languages(microsoft.MicrosoftTranslator, self._known)(
            source=source, target=target, api_key=self.secrets[ABOUT.key].strip(),
            region=self.secrets.get("microsoft_region") or None,
        )  # fmt: skip
        translator._base_url = f"{self._root}/translate?api-version=3.0"
        with carrying(session, microsoft):
            return translator.translate(text)


def _told_languages(translator: Any, known: Mapping[str, str]) -> Any:
    """Return the class without its own request for the languages, which has no time limit and comes every time."""

    class Told(translator):
        def _get_supported_languages(self) -> dict[str, str]:
            return dict(known)

    return Told
