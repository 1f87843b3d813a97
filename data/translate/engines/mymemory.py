"""MyMemory, a public memory of translations, by deep-translator: free up to a daily quota."""

from __future__ import annotations

from data.translate.codes import codes_for
from data.translate.engines.engine import About, Engine
from data.translate.faults import by_status, fault
from data.translate.session import LimitedSession, carrying
from frameworks.labels import N_

ABOUT = About(
    "mymemory", "MyMemory", "api.mymemory.translated.net", 499, 2.0,
    N_("Free up to a daily quota; an e-mail address raises it. What is sent may be kept by the service."),
    extras=("mymemory_email",),
)  # fmt: skip


class MyMemoryEngine(Engine):
    """One sentence or line a request; deep-translator refuses 500 characters and more."""

    about = ABOUT

    def codes(self, source: str, target: str) -> tuple[str, str]:
        mine, theirs = codes_for(self.reference, source).mymemory, codes_for(self.reference, target).mymemory
        if not mine or not theirs or mine == theirs:
            raise fault("language", self.title)
        return mine, theirs

    def ask(self, text: str, source: str, target: str, session: LimitedSession) -> object:
        from deep_translator import mymemory

        email = self.secrets.get("mymemory_email") or None
        translator = mymemory.MyMemoryTranslator(source=source, target=target, email=email)
        translator._base_url = self.base_url or f"https://{ABOUT.host}/get"  # deep-translator's own is not encrypted
        with carrying(session, mymemory):
            answer = translator.translate(text)
        self._real(session)
        return answer

    def _real(self, session: LimitedSession) -> None:
        """Raise for a refusal that comes with status 200: the true status stands inside, as a number or as text."""
        told = session.last.json() if session.last is not None else {}
        status = str(told.get("responseStatus", 200)) if isinstance(told, dict) else "200"
        if told.get("quotaFinished") is True or status == "429":
            raise fault("quota", self.title)
        if status.isdigit() and (kind := by_status(int(status))):
            raise fault("refused" if kind == "key" else kind, self.title, int(status))
