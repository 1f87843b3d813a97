"""A LibreTranslate server at the user's own address: nothing leaves for anywhere else."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from data.translate.codes import served
from data.translate.engines.engine import About, Engine
from data.translate.faults import TranslateError, by_status, fault
from data.translate.masks import TAG
from data.translate.pace import within
from data.translate.session import LimitedSession
from frameworks.labels import N_

ABOUT = About(
    "libre", "LibreTranslate", "", 5_000, 5.0,
    N_("Runs at the address you give; on your own machine or network no text leaves it."),
    extras=("libre_key",), own_server=True,
)  # fmt: skip
_MOST_LANGUAGES = 1_000


class LibreEngine(Engine):
    """Posts JSON. Which languages there are is the server's to say; it is asked once."""

    about = ABOUT

    def __post_init__(self) -> None:
        self.url = server_address(self.url)
        self._offered: dict[str, tuple[str, ...]] = {}
        super().__post_init__()

    def codes(self, source: str, target: str) -> tuple[str, str]:
        if not self._offered:
            self._offered = within(self.limits.seconds, lambda: self.exchange(self._languages), self.title)
        mine = served(source, self._offered)
        theirs = served(target, self._offered.get(mine) or self._offered) if mine else ""
        if not theirs or mine == theirs:
            raise fault("language", self.title)
        return mine, theirs

    def _languages(self, session: LimitedSession) -> dict[str, tuple[str, ...]]:
        listed = session.get(f"{self.url}/languages")
        if kind := by_status(listed.status_code):
            raise fault(kind, self.title, listed.status_code, session.retry_after)
        offered = {
            row["code"]: tuple(code for code in row.get("targets") or () if isinstance(code, str))
            for row in listed.json()[:_MOST_LANGUAGES]
            if isinstance(row["code"], str)
        }
        if not offered:
            raise fault("answer", self.title)
        return offered

    def ask(self, text: str, source: str, target: str, session: LimitedSession) -> object:
        told = {"q": text, "source": source, "target": target, "format": "html" if TAG.search(text) else "text"}
        if key := self.secrets.get("libre_key"):
            told["api_key"] = key
        answer = session.post(f"{self.url}/translate", json=told)
        if kind := by_status(answer.status_code):
            kind = "language" if answer.status_code == 400 else kind
            raise fault(kind, self.title, answer.status_code, session.retry_after)
        return answer.json()["translatedText"]


def server_address(url: str) -> str:
    """Return an address without its last slash; raises TranslateError for what is no server's address.

    A name or password within it is refused: addresses are shown and kept, secrets are not.
    """
    try:
        parts = urlsplit(url.strip())
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        sound = False
    if not sound or len(url) > 500 or parts.query or parts.fragment:
        raise TranslateError(N_("LibreTranslate needs the address of a server, such as http://localhost:5000."))
    if parts.username is not None or parts.password is not None:
        raise TranslateError(N_("Leave name and password out of the server's address; a key goes into the secrets."))
    return url.strip().rstrip("/")


def stays_near(url: str) -> bool:
    """Say whether an address is on this machine or in a private network.

    >>> stays_near("http://localhost:5000"), stays_near("http://192.168.1.9"), stays_near("https://example.org")
    (True, True, False)
    """
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local"))
