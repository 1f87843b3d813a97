"""A server on this machine that speaks as the engines' services do: well, slowly, wrongly, or not at all."""

from __future__ import annotations

import html
import json
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from data.catalog import world
from data.translate import Limits, engine

KEY = "s3cret-key-0123456789"
NAMES = ("google", "mymemory", "libre", "deepl", "microsoft")
QUICK = Limits(seconds=3, tries=2, first_wait=0.001, longest_wait=0.01, per_second=0)


@dataclass
class Asked:
    method: str
    path: str
    query: dict
    headers: dict
    body: object

    @property
    def text(self):
        """What was sent to be translated; None for a request for languages."""
        if "q" in self.query:
            return self.query["q"][0]
        if isinstance(self.body, list):
            return self.body[0]["text"]
        if isinstance(self.body, dict):
            return self.body["text"][0] if "text" in self.body else self.body["q"]
        return None

    @property
    def target(self):
        pair = self.query.get("langpair") or self.query.get("tl") or self.query.get("to")
        return pair[0].rpartition("|")[2] if pair else self.body.get("target_lang") or self.body.get("target")


class Service:
    """reply: given an ``Asked``, returns (status, body, headers) or None to answer well; it may wait or hang up."""

    def __init__(self):
        self.asked = []
        self.reply = lambda asked: None
        self.over = threading.Event()
        handler = type("Handler", (_Handler,), {"service": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def texts(self):
        return [asked.text for asked in self.asked if asked.text is not None]

    def always(self, status, body="", **headers):
        told = body if isinstance(body, str) else json.dumps(body)
        self.reply = lambda asked: (status, told, {name.replace("_", "-"): value for name, value in headers.items()})

    def close(self):
        self.over.set()
        self.server.shutdown()
        self.server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self._handle("GET")

    def do_POST(self):
        self._handle("POST")

    def _handle(self, method):
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = urlsplit(self.path)
        body = json.loads(raw) if raw else None
        asked = Asked(method, parts.path, parse_qs(parts.query), dict(self.headers), body)
        self.service.asked.append(asked)
        answer = self.service.reply(asked)
        if answer == "hang up":
            self.close_connection = True
            return
        if answer == "drip":
            self._drip()
            return
        status, told, headers = answer or (200, well(asked), {})
        sent = told if isinstance(told, bytes) else told.encode()
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def _drip(self):
        self.send_response(200)
        self.end_headers()
        while not self.service.over.wait(0.05):
            try:
                self.wfile.write(b" ")
            except OSError:
                return

    def log_message(self, *told):
        pass


def well(asked):
    """Answer as the service would: the text in capitals behind the code of the language."""
    if asked.path == "/languages":
        if "api-version" in asked.query:
            codes = {"en": "English", "de": "German", "nb": "Norwegian", "zh-Hant": "Chinese Traditional", "pt": "B"}
            return json.dumps({"translation": {code: {"name": name} for code, name in codes.items()}})
        return json.dumps(
            [{"code": code, "name": code, "targets": ["en", "de", "zt", "pb"]} for code in ("en", "de", "zt", "pb")]
        )
    said = f"[{asked.target}] {asked.text}"
    if asked.path == "/m":
        return f'<html><div class="result-container">{html.escape(said)}</div></html>'
    if asked.path == "/get":
        return json.dumps({"responseData": {"translatedText": said}, "responseStatus": 200, "matches": []})
    if asked.path == "/v2/translate":
        row = {"text": said, "detected_source_language": "EN", "billed_characters": 1}
        return json.dumps({"translations": [row]})
    if "api-version" in asked.query:
        return json.dumps([{"translations": [{"text": said, "to": asked.target}]}])
    return json.dumps({"translatedText": said})


@pytest.fixture
def service():
    made = Service()
    yield made
    made.close()


@pytest.fixture(scope="session")
def reference():
    return world()


@pytest.fixture
def switch_on(service, reference):
    """Return an engine by name that speaks to the server on this machine."""

    def made(name, limits=QUICK, **options):
        paths = {"google": "/m", "mymemory": "/get", "deepl": "", "microsoft": ""}
        where = {"url": service.url} if name == "libre" else {"base_url": service.url + paths[name]}
        secrets = {"deepl_key": KEY, "microsoft_key": KEY, "libre_key": KEY}
        return engine(name, reference, **{"secrets": secrets, "limits": limits, **where, **options})

    return made
