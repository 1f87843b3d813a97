"""The real thing: a server process, the system's Chromium, and what no page may do."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
AXE = Path(__file__).with_name("axe.min.js")
SETTLED = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    return app && app.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton]');
}"""

SAMPLES = """
import sys
from pathlib import Path
from data.samples.exports import assumed, write_samples
from data.warehouse import Warehouse

home = Path(sys.argv[1])
warehouse = Warehouse(home)
for path in write_samples(home / "samples"):
    warehouse.add(path, assume=assumed(path))
"""

NOT_OURS = {
    # Vega's drawing layers: each mark in them is labelled, and the chart has its alt text.
    ("svg-img-alt", "stVegaLiteChart", "mark container"),
}
"""Serious axe findings in markup that is not ours: rule, test id around it, part of the markup."""


def pytest_collection_modifyitems(items):
    """Everything in this folder is a browser test."""
    for item in items:
        if Path(item.fspath).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@dataclass
class Server:
    """A running Landfall: where it answers and where its workspace lies."""

    url: str
    home: Path
    process: subprocess.Popen


@contextlib.contextmanager
def running(home: Path, app: Path = ROOT / "app.py", **environment: str) -> Iterator[Server]:
    """Serve ``app`` on a free port with its own workspace until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home.mkdir(parents=True, exist_ok=True)
    log = (home / "server.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(app), f"--server.port={port}", "--server.fileWatcherType=none"],
        cwd=app.parent,
        env=os.environ | {"LANDFALL_HOME": str(home)} | environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{url}/_stcore/health", process, home / "server.log")
        yield Server(url, home, process)
    finally:
        with contextlib.suppress(ProcessLookupError):  # a test may have killed it
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        log.close()


def _wait_for(address: str, process: subprocess.Popen, log: Path, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, OSError), urllib.request.urlopen(address, timeout=2):
            return
        time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{log.read_text(errors='replace')[-2000:]}")


@pytest.fixture(scope="session")
def start_server():
    """``running``: start a server of one's own, for tests that need a cold or special one."""
    return running


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[Server]:
    """One server for the whole session, with the sample exports taken in: what the pages show is what is looked at."""
    home = tmp_path_factory.mktemp("landfall")
    # In a process of its own: the server must find the uploads' file free.
    subprocess.run([sys.executable, "-c", SAMPLES, str(home)], cwd=ROOT, check=True, timeout=120)
    with running(home) as started:
        yield started


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, headless."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.fail("The browser tests need Chromium: sudo apt-get install chromium")
    flags = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=flags)
        yield browser
        browser.close()


def settle(page: Page, seconds: float = 30) -> Page:
    """Wait until the script has run and nothing is being drawn."""
    page.wait_for_function(SETTLED, timeout=seconds * 1000)
    page.wait_for_timeout(150)  # a rerun that a widget asked for starts within this
    page.wait_for_function(SETTLED, timeout=seconds * 1000)
    return page


@pytest.fixture(scope="session")
def settled() -> Callable[[Page], Page]:
    """Function that waits until a page stands still."""
    return settle


@pytest.fixture
def open_page(request, chromium) -> Iterator[Callable[..., Page]]:
    """``open_page(path, width=1280, scheme="light", locale="en-US", url=None)``: a settled page.

    When the test ends it fails if a page reached off the machine, logged an error in the
    console, or showed a traceback. ``url`` is another server than the session's.
    """
    contexts, trouble, pages = [], [], []

    def open_(path="", *, width=1280, height=900, scheme="light", locale="en-US", url=None, **options) -> Page:
        base = url or request.getfixturevalue("server").url
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale=locale, **options
        )
        contexts.append(context)
        page = context.new_page()
        pages.append(page)
        page.on("request", lambda sent: _note_request(sent.url, base, trouble))
        page.on("console", lambda message: _note_console(message, trouble))
        page.on("pageerror", lambda error: trouble.append(f"page error: {error}"))
        page.goto(f"{base}/{path.lstrip('/')}")
        return settle(page)

    yield open_
    tracebacks = sum(page.locator("[data-testid=stException]").count() for page in pages if not page.is_closed())
    for context in contexts:
        context.close()
    assert trouble == []
    assert tracebacks == 0, "a page shows a traceback"


def _note_request(address: str, base: str, trouble: list[str]) -> None:
    own = (base, base.replace("http", "ws", 1), "data:", "blob:", "about:")
    if not address.startswith(own):
        trouble.append(f"request off the machine: {address[:200]}")


def _note_console(message, trouble: list[str]) -> None:
    # On a deep link Streamlit first looks for its own server below the page's address.
    probing = message.location.get("url", "").endswith(("/_stcore/health", "/_stcore/host-config"))
    if message.type == "error" and not probing:
        trouble.append(f"console: {message.text[:300]}")


@pytest.fixture(scope="session")
def axe_findings() -> Callable[[Page], list[str]]:
    """Function that lists serious and critical axe findings that are ours to mend."""
    source = AXE.read_text(encoding="utf-8")

    def run(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate(
            """async () => {
                const result = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']});
                return result.violations
                    .filter(v => ['serious', 'critical'].includes(v.impact))
                    .flatMap(v => v.nodes.map(n => {
                        const around = [];
                        let e = document.querySelector(n.target[0]);
                        for (; e; e = e.parentElement) if (e.dataset && e.dataset.testid) around.push(e.dataset.testid);
                        return {rule: v.id, around, html: n.html.slice(0, 160), why: n.failureSummary.slice(0, 240)};
                    }));
            }"""
        )
        return [
            f"{node['rule']}: {node['html']} ({json.dumps(node['around'][:3])}) {node['why']}"
            for node in found
            if not any(
                node["rule"] == rule and place in node["around"] and part in node["html"]
                for rule, place, part in NOT_OURS
            )
        ]

    return run
