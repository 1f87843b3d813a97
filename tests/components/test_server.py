"""What the server does around the pages."""

from __future__ import annotations

import asyncio
import gc
import threading

import pytest
from streamlit.testing.v1 import AppTest

from components import server


@pytest.fixture(autouse=True)
def _thawed():
    yield
    gc.unfreeze()


def answer_of(app, path: str = "/", kind: str = "http") -> list[dict]:
    """The messages an ASGI app sends for one request."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        sent.append(message)

    scope = {
        "type": kind, "method": "GET", "path": path, "raw_path": path.encode(), "root_path": "", "headers": [],
        "query_string": b"", "http_version": "1.1", "scheme": "http", "server": ("127.0.0.1", 80),
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    return sent


async def bare(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-frame-options", b"ALLOWALL")]})
    await send({"type": "http.response.body", "body": b""})


def test_every_answer_gets_the_headers_once():
    headers = answer_of(server.SecurityHeaders(bare))[0]["headers"]
    names = [name.decode() for name, _ in headers]
    assert sorted(names) == sorted(name.lower() for name in server.HEADERS)
    assert dict(headers)[b"x-frame-options"] == b"SAMEORIGIN"


def test_the_websocket_is_left_alone():
    assert answer_of(server.SecurityHeaders(bare), kind="websocket")[0]["headers"] == [
        (b"x-frame-options", b"ALLOWALL")
    ]


def test_the_policy_names_no_other_origin():
    assert "http" not in server.CONTENT_POLICY
    assert "*" not in server.CONTENT_POLICY


def test_health_answers():
    route = next(route for route in server.ROUTES if route.path == "/healthz")
    sent = answer_of(route.app, "/healthz")
    assert sent[0]["status"] == 200
    assert sent[1]["body"] == b'{"status":"ok"}'


def start(*warm_ups, **options) -> None:
    async def once():
        async with server.lifespan(*warm_ups, **options)(None):
            await asyncio.to_thread(server.wait_until_warm)

    asyncio.run(once())


def test_start_up_warms_and_freezes():
    warmed = []
    start(lambda: warmed.append("world"), lambda: warmed.append("more"))
    assert warmed == ["world", "more"]
    assert gc.get_freeze_count() > 0


def test_a_failing_warm_up_is_logged_and_does_not_stop_the_server(caplog):
    warmed = []

    def broken():
        raise OSError("the disk is gone")

    start(broken, lambda: warmed.append("world"))
    assert warmed == ["world"]
    assert "Warm-up failed" in caplog.text
    assert "the disk is gone" in caplog.text


def test_a_page_waits_while_the_server_warms_up():
    assert server.warm.is_set()
    held = []
    start(lambda: held.append(server.warm.is_set()))
    assert held == [False]
    assert server.warm.is_set()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_warm_up_that_breaks_off_leaves_no_page_waiting():
    def leave():
        raise SystemExit

    start(leave)
    assert server.warm.is_set() and gc.isenabled()


def test_the_other_pages_load_once_the_first_is_out(monkeypatch):
    monkeypatch.setattr(server, "_LATER", 0.0)
    order, done = [], threading.Event()

    def other_pages():
        order.append("other pages")
        done.set()

    async def serve():
        async with server.lifespan(lambda: order.append("first page"), later=other_pages)(None):
            assert await asyncio.to_thread(done.wait, 5)

    asyncio.run(serve())
    assert order == ["first page", "other pages"]


def test_a_server_that_ends_early_loads_no_more():
    order = []
    start(lambda: order.append("first page"), later=lambda: order.append("other pages"))
    assert order == ["first page"]


def _failing_page() -> None:
    from components.server import say_sorry

    assert say_sorry(RuntimeError("secret detail"))


def test_a_failure_is_one_sentence_on_screen_and_the_rest_in_the_log(caplog):
    page = AppTest.from_function(_failing_page).run()
    assert len(page.error) == 1
    assert "secret detail" not in page.error[0].value
    assert "secret detail" in caplog.text
