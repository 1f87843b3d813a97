"""One exchange with a server, within limits: seconds, bytes, and no detour.

deep-translator asks without any time limit and DeepL's client tries again by itself; both are given this.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
import urllib3

MOST_BYTES = 2_000_000

_of_thread = threading.local()
"""What belongs to the exchange that the present thread is in: its session, and that it is not to be logged."""


class _TooLong(requests.RequestException):
    """An answer longer than any translation."""


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Stand in for a login, so that requests does not take one from the user's .netrc and send it along."""
    return request


class LimitedSession(requests.Session):
    """A requests session whose exchanges end in time and that remembers what came back.

    seconds: for the whole answer, not between two bytes of it.

    status, retry_after (seconds): of the last answer. failure: ``"offline"``, ``"slow"`` or ``"answer"`` when
    there was none to use. Redirections are not followed, so that neither text nor key goes anywhere else.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds
        self.auth = _as_it_is
        self.status: int | None = None
        self.retry_after: float | None = None
        self.failure = ""
        self.last: requests.Response | None = None

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        """Send a request and read the whole answer; raises requests' own exceptions."""
        end = time.monotonic() + self.seconds
        self.status, self.retry_after, self.failure, self.last = None, None, "", None
        kwargs |= {"timeout": self.seconds, "allow_redirects": False, "stream": True}
        try:
            response = super().send(request, **kwargs)
            response._content = _body(response, end)  # what requests itself fills when it reads
            response._content_consumed = True
        except requests.Timeout:
            self.failure = "slow"
            raise
        except requests.RequestException as error:
            self.failure = "answer" if isinstance(error, _TooLong | requests.exceptions.ContentDecodingError) else "offline"
            raise
        self.status, self.last = response.status_code, response
        wait = response.headers.get("Retry-After", "")
        self.retry_after = float(wait) if wait.isascii() and wait.isdigit() and len(wait) < 7 else None
        return response


def _body(response: requests.Response, end: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        while part := response.raw.read1(65536, decode_content=True):
            size += len(part)
            parts.append(part)
            if time.monotonic() > end:
                raise requests.ReadTimeout
            if size > MOST_BYTES:
                raise _TooLong
    except urllib3.exceptions.ReadTimeoutError:
        raise requests.ReadTimeout from None
    except urllib3.exceptions.DecodeError:
        raise requests.exceptions.ContentDecodingError from None
    except urllib3.exceptions.HTTPError:
        raise requests.ConnectionError from None
    finally:
        response.close()
    return b"".join(parts)


class _Requests:
    """Stands where a module of deep-translator has imported ``requests``."""

    exceptions = requests.exceptions

    def get(self, url: str, **kwargs: Any) -> requests.Response:
        return _of_thread.session.get(url, **kwargs)

    def post(self, url: str, **kwargs: Any) -> requests.Response:
        return _of_thread.session.post(url, **kwargs)


@contextmanager
def carrying(session: LimitedSession, module: Any) -> Iterator[None]:
    """Let a deep-translator module send by ``session`` in this thread, for which it has no argument of its own."""
    if not isinstance(module.requests, _Requests):
        module.requests = _Requests()
    _of_thread.session = session
    try:
        yield
    finally:
        del _of_thread.session


class _Unlogged(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        return not getattr(_of_thread, "unlogged", False)


_UNLOGGED = _Unlogged()


@contextmanager
def unlogged() -> Iterator[None]:
    """Keep the libraries from logging addresses, texts and answers of this thread, which they do at level DEBUG."""
    for name in ("urllib3.connectionpool", "deepl"):
        logging.getLogger(name).addFilter(_UNLOGGED)
    _of_thread.unlogged = True
    try:
        yield
    finally:
        _of_thread.unlogged = False
