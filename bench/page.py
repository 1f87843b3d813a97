"""How long a person waits: from the key press to the redrawn chart, and from a cold start to the first page.

Real servers and a real headless Chromium. The clock of a slider starts inside the key event, in the
browser, and stops when the chart's drawing has changed and been painted, so the time the automation
needs is not in it. The page of the app and the bare page take turns.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]

ARROWS = ("ArrowRight", "ArrowLeft")
MATRIX = ("matrix", ".st-key-w_culture input[type=range]", ".st-key-matrix-chart svg.marks", ARROWS)
"""Address of the Matrix page, its slider, its chart, and the keys that move the one and change the other."""
CHECKOUT = ("checkout?market=JPN", ".st-key-in_checkout_frame button[aria-checked=false]", ".lf-co", ("Enter", "Enter"))
"""The same for the Checkout page: the other frame, and the preview."""
BARE = ("", ".st-key-bare_weight input[type=range]", "[data-testid=stVegaLiteChart] svg.marks", ARROWS)

PRESSES, WARM_UP, BLOCK = 20, 4, 5
STARTS = 3
MOST_SLOWER_SLIDER, MOST_SLOWER_START = 2.0, 1.5
LIMIT = 60_000

_SETTLED = """() => {  // the script is done, nothing is stale or loading, and something can be seen
  const app = document.querySelector('[data-testid=stApp]');
  return app && app.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid=stSkeleton]') && !document.querySelector('[data-stale=true]')
    && [...document.querySelectorAll('[data-testid=stMainBlockContainer] [data-testid=stElementContainer]')]
      .some(e => e.offsetHeight > 20);
}"""

_WATCH = """([chart, limit]) => {
  const drawn = () => [...document.querySelectorAll(chart)].map(e => e.outerHTML).join('');
  const before = drawn();
  window.__wait = new Promise((done) => {
    let begun = null;
    const seen = new MutationObserver(() => {
      if (begun === null || drawn() === before) return;
      seen.disconnect();
      const changed = performance.now() - begun;
      requestAnimationFrame(() => requestAnimationFrame(() => done([changed, performance.now() - begun])));
    });
    addEventListener('keydown', () => { begun = performance.now(); }, {capture: true, once: true});
    seen.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
    setTimeout(() => { seen.disconnect(); done(null); }, limit);
  });
}"""


@dataclass(frozen=True)
class Waits:
    """Median waits of the app and of the bare page: milliseconds (slider), seconds (cold start)."""

    slider: float
    slider_painted: float
    preview: float
    preview_painted: float
    bare_slider: float
    bare_slider_painted: float
    start: float
    bare_start: float

    @property
    def good(self) -> bool:
        """Say whether both bars are met."""
        return (
            self.slider <= MOST_SLOWER_SLIDER * self.bare_slider and self.start <= MOST_SLOWER_START * self.bare_start
        )


def measure() -> Waits:
    """Return the waits; raises RuntimeError in one sentence when there is no browser or a page does not answer."""
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=_chromium(), args=["--no-sandbox", "--disable-gpu"])
            starts = [(_start(browser, app=True), _start(browser, app=False)) for _ in range(STARTS)]
            slider, preview, bare = _presses(browser)
            browser.close()
    except Error as error:
        raise RuntimeError(f"the browser gave up: {str(error).splitlines()[0]}") from error
    start, bare_start = (statistics.median(side) for side in zip(*starts, strict=True))
    return Waits(*slider, *preview, *bare, start, bare_start)


def _presses(browser: Browser) -> list[tuple[float, float]]:
    """Return the median milliseconds to (changed, painted) for the Matrix page, the Checkout page and the bare page."""
    with ExitStack() as stack:
        app, bare = (stack.enter_context(_server(app)) for app in (True, False))
        pages = [(_open(browser, url + it[0]), *it[1:]) for url, it in ((app, MATRIX), (app, CHECKOUT), (bare, BARE))]
        waits: list[list[tuple[float, float]]] = [[] for _ in pages]
        for page, control, watched, keys in pages:
            page.wait_for_selector(watched, state="attached", timeout=LIMIT)
            for turn in range(WARM_UP):
                _press(page, control, watched, keys[turn % 2])
        for begun in range(0, PRESSES, BLOCK):
            for (page, control, watched, keys), found in zip(pages, waits, strict=True):
                found += [_press(page, control, watched, keys[turn % 2]) for turn in range(begun, begun + BLOCK)]
    return [tuple(statistics.median(stage) for stage in zip(*found, strict=True)) for found in waits]  # type: ignore[misc]


def _press(page: Page, control: str, watched: str, key: str) -> tuple[float, float]:
    page.locator(control).first.focus()
    page.evaluate(_WATCH, [watched, LIMIT])
    page.keyboard.press(key)
    wait = page.evaluate("window.__wait")
    if wait is None:
        raise RuntimeError(f"{watched} did not change after a key on {control}")
    page.wait_for_function(_SETTLED, timeout=LIMIT)
    page.wait_for_timeout(150)
    return wait[0], wait[1]


def _start(browser: Browser, *, app: bool) -> float:
    """Return the seconds from starting the server to the first settled page."""
    begun = time.perf_counter()
    with _server(app) as url:
        page = _open(browser, url)
        taken = time.perf_counter() - begun
        page.context.close()
    return taken


def _open(browser: Browser, url: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(url, wait_until="commit", timeout=LIMIT)
    page.wait_for_function(_SETTLED, timeout=LIMIT)
    return page


@contextmanager
def _server(app: bool) -> Iterator[str]:
    """Start the app, or the bare page without any of the app's settings, and give its address."""
    with tempfile.TemporaryDirectory() as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        script, folder = (ROOT / "app.py", ROOT) if app else (Path(__file__).with_name("bare_page.py"), Path(home))
        command = [
            sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port),
            "--server.address", "127.0.0.1", "--server.headless", "true",
            "--server.fileWatcherType", "none", "--browser.gatherUsageStats", "false",
        ]  # fmt: skip
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, "LANDFALL_HOME": home},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _wait_for(port, process)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(3000):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with exit status {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the server did not answer within a minute")


def _chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise RuntimeError("there is no Chromium on PATH; install the Debian package chromium")
