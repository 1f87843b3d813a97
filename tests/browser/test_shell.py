"""The frame in a real browser: deep links, fonts, headers, themes, language, errors."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path

import pytest

PAGES = {
    "": "Start",
    "matrix": "Matrix",
    "market": "Market",
    "culture": "Culture",
    "segments": "Segments",
    "dilemmas": "Dilemmas",
    "payments": "Payments",
    "checkout": "Checkout",
    "ground": "On the ground",
    "brief": "Market brief",
    "texts": "Texts",
    "review": "Review",
    "preview": "Preview",
    "guidance": "What to adapt",
    "plan": "Plan",
    "journey": "Journey",
    "training": "Team training",
    "ethics": "Ethics",
    "import": "Import",
    "overview": "Overview",
    "targets": "Targets",
    "retention": "Retention",
    "channels": "Channels",
    "service": "Service",
    "cohorts": "Cultural cohorts",
    "sources": "Sources & method",
}


# The first page of a fresh server, one of each section and those that load most.
COLD = ("", "brief", "import", "sources")


@pytest.mark.parametrize("path", COLD)
def test_a_cold_deep_link_opens_inside_the_frame(path, start_server, open_page, tmp_path):
    with start_server(tmp_path / "home") as cold:
        page = open_page(path, url=cold.url)
        links = page.locator("[data-testid=stSidebarNavLink]").all_inner_texts()
        assert [link.splitlines()[-1] for link in links] == list(PAGES.values())
        assert page.locator("h1").count() == 1
        assert page.get_by_role("dialog").count() == 0  # no "Page not found"
        page.close()


# Every page at both widths, one in the light scheme and the next in the dark one; the two busiest in both.
ELSEWHERE = ("guidance", "plan", "journey", "training", "ethics")  # looked at with their own tests
LOOKS = [(path, ("light", "dark")[place % 2]) for place, path in enumerate(PAGES) if path not in ELSEWHERE]
LOOKS += [(path, scheme) for path in ("matrix", "overview") for scheme in ("light", "dark") if (path, scheme) not in LOOKS]


@pytest.mark.parametrize(("path", "scheme"), LOOKS)
def test_nothing_overflows_and_axe_is_content(path, scheme, open_page, settled, axe_findings):
    page = open_page(path, width=390, scheme=scheme)
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(400)
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), f"scrolls sideways at {width}"
        assert axe_findings(page) == [], width


def test_our_fonts_are_used_and_come_from_here(open_page):
    page = open_page("matrix")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert {"Figtree", "Bricolage Grotesque"} <= {name.strip('"') for name in loaded}


def test_every_answer_carries_the_security_headers(server):
    for path in ("/", "/healthz", "/app/static/world.json", "/_stcore/health"):
        with urllib.request.urlopen(server.url + path) as answer:
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
            assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_static_files_stay_inside_their_folder(server):
    for path in ("/app/static/../app.py", "/app/static/%2e%2e/app.py", "/app/static/..%2fapp.py"):
        with pytest.raises(urllib.error.HTTPError, match="404|400"):
            urllib.request.urlopen(server.url + path)


def test_language_follows_the_browser_then_the_switch_and_stays(open_page, settled):
    page = open_page(locale="es-MX")
    assert page.evaluate("document.documentElement.lang") == "es"
    page.get_by_role("radio", name="English").click()
    page.wait_for_url("**lang=en**")
    settled(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    page.locator("[data-testid=stSidebarNavLink]").nth(1).click()
    page.wait_for_url("**/matrix**")
    settled(page)
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("lang", ["xx", "es'><script>alert(1)</script>", "e" * 5000])
def test_an_unknown_language_in_the_address_is_ignored(lang, open_page):
    page = open_page(f"?lang={lang}")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_failing_page_shows_one_sentence(start_server, open_page, tmp_path):
    (tmp_path / "page.py").write_text("raise RuntimeError('secret detail')")
    (tmp_path / "app.py").write_text(
        "import streamlit as st\nfrom components import server\n"
        "app = st.App('page.py', routes=server.ROUTES, on_script_error=server.say_sorry)\n"
    )
    root = str(Path(__file__).resolve().parents[2])
    quiet = {"PYTHONPATH": root, "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"}
    with start_server(tmp_path / "home", tmp_path / "app.py", **quiet) as broken:
        page = open_page(url=broken.url)
        assert "What you entered is kept" in page.locator("[data-testid=stAlert]").inner_text()
        assert "secret detail" not in page.content()
        assert "secret detail" in (tmp_path / "home" / "server.log").read_text()
        page.close()
