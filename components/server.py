"""What the server does around the pages: warm up, serve our files, harden, stay polite."""

from __future__ import annotations

import contextlib
import gc
import logging
import sys
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.words import _

STATIC_DIR = Path(__file__).resolve().parents[1] / "static"
STATIC_URL = "/app/static"
"""Where the fonts, the outline of the world and the brand are served."""

log = logging.getLogger("landfall")

# Vega compiles its expressions, and Streamlit styles elements inline: hence the two "unsafe" words; it hands a
# component's script to the browser as a blob of the page's own. Everything else, pictures and requests included,
# stays on our own origin.
CONTENT_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": CONTENT_POLICY,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityHeaders:
    """Adds ``HEADERS`` to every HTTP answer; leaves the websocket alone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, send_with_headers)


_SHORT_TURNS = 0.0002
"""Seconds a thread keeps the interpreter during the warm-up; the usual 5 ms would delay each of the
eighty files that the first browser asks for."""


warm = threading.Event()
"""Set unless a server is warming up; a page drawn meanwhile would do the same work a second time."""
warm.set()
_PATIENCE = 10.0

_LATER = 5.0
"""Seconds after which the other pages' turn comes: the first page has the machine to itself till then."""


def lifespan(
    *warm_ups: Callable[[], object], later: Callable[[], object] | None = None
) -> Callable[[Any], contextlib.AbstractAsyncContextManager[None]]:
    """Start-up work beside the first answers: run the warm-ups, each filling its own cache, then freeze the heap.

    later: a warm-up that waits until the first page is out.

    Streamlit collects garbage in full after each rerun. What was loaded before the freeze
    is left out of that, which takes two thirds off a rerun and lets one process serve a
    workshop. A warm-up that fails is logged, and the page that needs it says what is wrong.
    While the browser loads the app the warm-ups are under way; a page that comes first waits for them
    (``wait_until_warm``).
    """
    ending = threading.Event()

    def load() -> None:
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_SHORT_TURNS)
        try:
            _load(*warm_ups)
        finally:
            warm.set()
            sys.setswitchinterval(usual)
        if later is not None and not ending.wait(_LATER):
            _load(later)

    @contextlib.asynccontextmanager
    async def run(_app: Any) -> AsyncIterator[None]:
        warm.clear()
        thread = threading.Thread(target=load, name="landfall-warm-up", daemon=True)
        thread.start()
        yield
        ending.set()
        thread.join(timeout=5)

    return run


def wait_until_warm() -> None:
    """Hold a page until the server is warm, which takes a second at most; not forever, should it hang."""
    warm.wait(_PATIENCE)


def _load(*warm_ups: Callable[[], object]) -> None:
    gc.disable()  # what is loaded here stays: looking through it again and again only costs time
    try:
        for warm_up in warm_ups:
            try:
                warm_up()
            except Exception:
                log.exception("Warm-up failed; the pages that need this will say so")
        gc.freeze()
    finally:
        gc.enable()


async def _health(_request: Request) -> JSONResponse:
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


def say_sorry(error: Exception) -> bool:
    """Log a page's failure and show one sentence in place of the traceback."""
    log.error("A page failed", exc_info=error)
    st.error(
        _(
            "This page ran into a problem and stopped here. What you entered is kept: reload the page or go back;"
            " the details are in the server's log."
        ),
        icon=":material/report:",
    )
    return True


ROUTES = (
    Route("/healthz", _health, methods=["GET"]),
    Mount(STATIC_URL, StaticFiles(directory=STATIC_DIR), name="landfall-static"),
)
MIDDLEWARE = (Middleware(SecurityHeaders),)
