"""How long the server takes for a run of the pages Texts and Review over a large workspace, without a browser.

The first run is that of a new session in a server that has shown another page before; the others follow in it. The
times are of the page's script with everything it asks the workspace, medians but for the first.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from streamlit.testing.v1 import AppTest

SHELL = str(Path(__file__).resolve().parents[1] / "components" / "shell.py")
ROUNDS = 5
_WORDS = ("ba lo", "ma", "nowhere at all", "ti re", "")


@dataclass(frozen=True)
class PageTiming:
    """Milliseconds a run. opening: the first. search, narrowing, turning: to another text, locale or page of the list."""

    opening: float
    search: float
    narrowing: float
    turning: float


def measure(folder: Path) -> dict[str, PageTiming]:
    """Return the timing of each page over the workspace in ``folder``."""
    before = os.environ.get("LANDFALL_HOME")
    os.environ["LANDFALL_HOME"] = str(folder)
    try:
        _opened("start")
        return {"texts": _texts(), "review": _review()}
    finally:
        if before is None:
            del os.environ["LANDFALL_HOME"]
        else:
            os.environ["LANDFALL_HOME"] = before


def _texts() -> PageTiming:
    opening = _once(lambda: _opened("texts"))
    app = _opened("texts")
    return PageTiming(
        opening, _each(lambda words: app.text_input(key="texts_search").set_value(words).run()),
        _median(lambda n: app.multiselect(key="texts_surfaces").set_value([["checkout", "legal"], ["ad"]][n % 2]).run()),
        _median(lambda n: app.selectbox(key="texts_locale").set_value(("de", "ja", "fr", "ar", "ko")[n]).run()),
    )  # fmt: skip


def _review() -> PageTiming:
    opening = _once(lambda: _opened("review"))
    app = _opened("review")
    search = _each(lambda words: app.text_input(key="rv_search").set_value(words).run())
    return PageTiming(
        opening, search,
        _median(lambda n: app.multiselect(key="rv_surfaces").set_value([["checkout", "legal"], ["ad"]][n % 2]).run()),
        _median(lambda n: app.button(key="rv_next").click().run()),
    )  # fmt: skip


def _opened(page: str) -> AppTest:
    app = AppTest.from_file(SHELL, default_timeout=120)
    app.switch_page(f"../pages/{page}.py")
    app.run()
    if app.exception:
        raise RuntimeError(f"the page {page} failed: {app.exception[0].message}")
    return app


def _each(call: Callable[[str], object]) -> float:
    return statistics.median(_once(lambda words=words: call(words)) for words in _WORDS)


def _median(call: Callable[[int], object]) -> float:
    return statistics.median(_once(lambda n=n: call(n)) for n in range(ROUNDS))


def _once(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - begun)
