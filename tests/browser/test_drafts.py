"""Drafts by a network engine in a real server: killed in mid-batch nothing is lost or doubled, and nothing an engine says runs."""

from __future__ import annotations

import json
import os
import signal
import time
from collections import Counter
from contextlib import contextmanager

import pytest

from data.store import Workspace
from data.translate.drafting import ALL, Choice, Drafting
from frameworks.localization.items import Item
from tests.data.translate.conftest import Service, well
from tests.data.translate.test_drafting import HOSTILE, _with

LOCALES = ("de", "fr")
ITEMS = [Item("cart", "Add to cart"), *(Item(f"k{number:02}", f"Unheard-of text of number {number}") for number in range(24))]


def languages(asked):
    """Answer in French too."""
    if asked.path == "/languages":
        return 200, json.dumps([{"code": code, "targets": ["en", "de", "fr"]} for code in ("en", "de", "fr")]), {}
    return None


@pytest.fixture
def service():
    made = Service()
    made.reply = languages
    yield made
    made.close()


def prepared(home, service, items=ITEMS, locales=LOCALES):
    kept = Workspace(home, data_version="x")
    kept.studio.begin()
    kept.studio.remove_items([item.key for item in kept.studio.items()], by="")
    kept.studio.put_items(items, by="")
    kept.studio.set_locales(locales)
    kept.room(Drafting).choose(Choice({ALL: "libre"}, service.url))
    return kept


@contextmanager
def page_of(chromium, server):
    context = chromium.new_context(viewport={"width": 1280, "height": 1600})
    context.set_default_timeout(120_000)  # a cold server on a busy machine
    page = context.new_page()
    page.goto(f"{server.url}/texts")
    yield page
    context.close()


def engine_drafts(kept):
    return [one for one in kept.studio.translations(LOCALES) if one.origin == "engine:libre"]


def test_killed_in_mid_batch_the_finished_are_kept_and_the_rest_is_taken_up_once(start_server, chromium, service, tmp_path):
    home = tmp_path / "home"
    kept = prepared(home, service)
    stop_at, struck = 9, []

    def reply(asked):
        if asked.text is not None and len(service.texts) == stop_at and not struck:
            struck.append(asked.text)
            os.killpg(server.process.pid, signal.SIGKILL)
            server.process.wait()
            return "hang up"
        return languages(asked)

    service.reply = reply
    with start_server(home) as server, page_of(chromium, server) as page:
        page.get_by_role("button", name="Fill in drafts: all languages").click()
        page.get_by_text("Before anything leaves this machine").wait_for()
        assert service.asked == []
        page.get_by_role("button", name="Yes, send them").click()
        server.process.wait(120)
    done = engine_drafts(kept)
    assert struck and len(done) == stop_at - 1
    with start_server(home) as server, page_of(chromium, server) as page:
        page.get_by_text("A filling with drafts was broken off").wait_for(timeout=60_000)
        assert len(service.texts) == stop_at  # nothing goes on by itself
        page.get_by_role("button", name="Take up the rest").click()
        page.get_by_role("button", name="Yes, send them").click()
        page.get_by_text("drafts filled in").last.wait_for()
        end = time.monotonic() + 120
        while kept.room(Drafting).left() is not None and time.monotonic() < end:
            page.wait_for_timeout(200)
        page.get_by_text("A filling with drafts was broken off").wait_for(state="detached")
    made = kept.studio.translations(LOCALES)
    assert Counter((one.key, one.locale) for one in made) == Counter((i.key, code) for i in ITEMS for code in LOCALES)
    held = {(one.key, one.locale): one.text for one in made}
    assert all(held[one.key, one.locale] == one.text for one in done)
    asked = Counter((one.text, one.target) for one in service.asked if one.text is not None)
    assert [text for (text, _), times in asked.items() if times > 1] == struck and max(asked.values()) == 2


def test_closing_the_tab_does_not_stop_the_run(start_server, chromium, service, tmp_path):
    home = tmp_path / "home"
    kept = prepared(home, service, ITEMS[:8], ("de",))
    service.reply = lambda asked: languages(asked) or time.sleep(0.2)
    with start_server(home) as server:
        with page_of(chromium, server) as page:
            page.get_by_role("button", name="Fill in drafts: German").click()
            page.get_by_role("button", name="Yes, send them").click()
            page.get_by_text("Filling in drafts:").wait_for()
        end = time.monotonic() + 120
        while kept.room(Drafting).left() is not None and time.monotonic() < end:
            time.sleep(0.2)
    assert len(kept.studio.translations(["de"])) == 8


def test_nothing_that_an_engine_says_runs_or_calls_out(start_server, chromium, service, tmp_path):
    home = tmp_path / "home"
    remote = '<img src="http://example.invalid/x.png"><link rel=stylesheet href="//example.invalid/a.css"> words'
    answers = [*HOSTILE, remote, "![x](http://example.invalid/y.png) words", "<svg onload=alert(1)>words</svg>", "wide " * 90]
    items = [Item(f"k{number:02}", f"Unheard-of {'abcdefghijklmnop'[number]} wood") for number in range(len(answers))]
    kept = prepared(home, service, items, ("de",))
    by_text = {item.source: answer for item, answer in zip(items, answers, strict=True)}
    service.reply = lambda asked: languages(asked) or (200, _with(well, asked, by_text[asked.text]), {})
    with start_server(home) as server:
        context = chromium.new_context(viewport={"width": 390, "height": 1600})
        context.set_default_timeout(120_000)
        page, trouble = context.new_page(), []
        page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda sent: "example.invalid" in sent.url and trouble.append(sent.url))
        page.goto(f"{server.url}/texts")
        page.get_by_role("button", name="Fill in drafts: German").click()
        page.get_by_role("button", name="Yes, send them").click()
        page.get_by_text("drafts filled in").last.wait_for()
        page.get_by_text("alert(1)").first.wait_for(timeout=60_000)
        page.wait_for_timeout(1_000)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        page.locator("[class*=st-key-texts_open_] button:visible").first.click()
        page.get_by_role("dialog").wait_for()
        page.wait_for_timeout(500)
        context.close()
    assert trouble == [] and wide <= 0
    assert len(engine_drafts(kept)) >= len(answers) - 1
