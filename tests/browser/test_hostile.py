"""Hostile texts in every field and as an engine's answers, in a real browser: nothing runs, nothing is fetched, the page stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, TimeoutError

from data.catalog import world
from tests.browser.hostile import FAMILIES, HOST, STRINGS
from tests.browser.hostile_workspace import ENGINE, HOME, MARKET, PERSON, Doors
from tests.data.translate.conftest import Service

pytestmark = pytest.mark.xdist_group("hostile")  # one workspace and one server for all of them
PATIENCE = 120_000
DETECT = """() => {
    const tell = what => console.error(`lfRan: ${what}`);
    for (const name of ['alert', 'prompt', 'confirm', 'print']) window[name] = (...said) => tell(`${name}(${said})`);
    Object.defineProperty(window, 'lfRan', {set: tell, get: () => undefined});
    document.addEventListener('securitypolicyviolation', event => tell(`policy ${event.violatedDirective} ${event.blockedURI}`));
}"""
"""What every document of the browser is given before its own scripts: whoever runs says so in the console."""
AUDIT = """() => {
    const found = [], bad = /hostile\\.invalid|lfRan|alert\\(|^\\s*(javascript|vbscript|data:text)|inset:0|expression\\(/i;
    const addresses = ['href', 'src', 'srcset', 'srcdoc', 'action', 'formaction', 'data', 'poster', 'background', 'style',
                       'xlink:href', 'content', 'http-equiv', 'ping'];
    const foreign = ['object', 'embed', 'base', 'frame', 'frameset', 'portal', 'applet', 'marquee', 'plaintext', 'xmp', 'dialog'];
    const told = element => element.outerHTML.slice(0, 160);
    // A link that somebody may follow, and that says where it leads, is what a text with an address becomes.
    const letters = text => {
        try { text = decodeURIComponent(text); } catch {}
        return text.replace(/^mailto:/, '').replace(/\\W/g, '');
    };
    const honest = (element, name) => name === 'href' && element.localName === 'a' && element.target === '_blank'
        && /^(https?|mailto):$/.test(element.protocol) && element.rel.includes('noopener')
        && letters(element.getAttribute('href')) === letters(element.textContent);
    const look = root => {
        for (const element of root.querySelectorAll('*')) {
            const name = element.localName;
            for (const {name: attribute, value} of element.attributes) {
                if (/^on/i.test(attribute)) found.push(['handler', told(element)]);
                const own = name === 'iframe' && attribute === 'srcdoc' && element.getAttribute('sandbox') === 'allow-same-origin';
                if (addresses.includes(attribute) && bad.test(value) && !own && !honest(element, attribute))
                    found.push([attribute, told(element)]);
            }
            if (['script', 'style'].includes(name) && bad.test(element.textContent)) found.push(['inline', told(element)]);
            if (foreign.includes(name) || /[^a-z0-9:._-]/i.test(name)
                || (name === 'meta' && element.httpEquiv && !element.ownerDocument.head.contains(element)))
                found.push(['element', told(element)]);
            if (name === 'iframe' && element.getAttribute('sandbox') !== 'allow-same-origin') found.push(['frame', told(element)]);
            if (name === 'a' && /^(javascript|data|vbscript|file):/i.test(element.protocol)) found.push(['link', told(element)]);
            if (element.matches('.katex, [class*=stMarkdownColored], [class*=stMarkdownBadge]'))
                found.push(['directive', told(element)]);
            if (element.dataset && element.dataset.testid === 'stIconMaterial' && element.textContent.includes('forever')
                && !element.closest('button')) found.push(['icon', told(element)]);
            if (element.shadowRoot) look(element.shadowRoot);
            if (name === 'iframe' && element.contentDocument) look(element.contentDocument);
        }
    };
    look(document);
    return found.slice(0, 10);
}"""
"""What stands in the page, its shadow trees and its frames that no text may have put there."""
STANDS = """() => {
    const found = [], main = document.querySelector('[data-testid=stMain]'), head = document.querySelector('h1');
    for (const [name, box] of [['page', document.documentElement], ['main', main]])
        if (!box || box.scrollWidth > box.clientWidth + 1) found.push(`${name} is ${box && box.scrollWidth} wide`);
    const seen = head && head.getBoundingClientRect();
    if (!seen || !seen.width || seen.left < -1 || seen.right > innerWidth + 1) found.push('no heading');
    const side = document.querySelector(innerWidth > 800 ? '[data-testid=stSidebarNav]'
        : '[data-testid=stExpandSidebarButton], [data-testid=stSidebarCollapsedControl], [data-testid=stSidebarCollapseButton]');
    if (!side || !side.getBoundingClientRect().width) found.push('no sidebar');
    if (document.querySelector('[data-testid=stException]')) found.push('traceback');
    if ([...document.querySelectorAll('[data-testid=stAlert]')].some(one => /What you entered is kept/.test(one.innerText)))
        found.push('the page failed');
    if (/[<{]|lfRan/.test(document.title)) found.push(`title ${document.title}`);
    return found;
}"""
"""What is amiss with the layout."""
QUIET = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    return app && app.dataset.testScriptState === 'notRunning' && document.querySelector('h1')
        && !document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton]');
}"""

MOVE = """path => new Promise(done => {
    const app = document.querySelector('[data-testid=stApp]');
    let ran = false;
    const finish = well => { seen.disconnect(); clearTimeout(late); done(well); };
    const seen = new MutationObserver(changes => {
        ran ||= app.dataset.testScriptState === 'running' || changes.some(one => one.oldValue === 'running');
        if (ran && app.dataset.testScriptState === 'notRunning') finish(true);
    });
    const late = setTimeout(() => finish(false), 20000);
    seen.observe(app, {attributes: true, attributeOldValue: true, attributeFilter: ['data-test-script-state']});
    history.pushState({}, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
})"""
"""Opens an address within the document, as Back does: the page is drawn anew, the program is not loaded anew.

Gives false where no run was seen in good time: one so short that begin and end are one change to the observer.
"""


@dataclass
class Watch:
    """A browser's pages under watch: ``trouble`` is what a hostile text has brought about."""

    base: str
    page: Page
    trouble: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("dialog", lambda dialog: (self.trouble.append(f"dialog {dialog.message}"), dialog.dismiss()))
        self.page.on("popup", lambda popup: self.trouble.append(f"window {popup.url}"))
        self.page.on("pageerror", lambda error: self.trouble.append(f"error {error}"))
        self.page.on("console", self._said)
        self.page.on("framenavigated", self._went)
        self.page.on("request", self._asked)

    def _said(self, message) -> None:  # type: ignore[no-untyped-def]
        if message.text.startswith("lfRan") or "Content Security Policy" in message.text:
            self.trouble.append(message.text[:300])

    def _went(self, frame) -> None:  # type: ignore[no-untyped-def]
        if not frame.url.startswith((self.base, "about:", "blob:", "file:")):
            self.trouble.append(f"frame {frame.url[:200]}")

    def _asked(self, sent) -> None:  # type: ignore[no-untyped-def]
        if not sent.url.startswith((self.base, self.base.replace("http", "ws", 1), "data:", "blob:", "about:", "file:")):
            self.trouble.append(f"request {sent.url[:200]}")

    def open(self, path: str) -> Page:
        """Open a page of the app and wait until it is drawn."""
        self.page.goto(f"{self.base}/{path}")
        return self.quiet()

    def move(self, path: str) -> Page:
        """Go from the page that is open to another one of the app."""
        return self.quiet() if self.page.evaluate(MOVE, f"/{path}") else self.open(path)

    def quiet(self) -> Page:
        """Wait until nothing runs and nothing is drawn."""
        self.page.wait_for_function(QUIET)
        return self.page

    def look(self, where: str, *, phone: bool = True) -> None:
        """Read the page at both widths; what is wrong is kept with the place."""
        self.trouble += [f"{where}: {one}" for one in self.page.evaluate(AUDIT)]
        self.trouble += [f"{where}: {one}" for one in self.amiss()]
        if phone:
            self.page.set_viewport_size({"width": 390, "height": 900})
            self.page.wait_for_function("() => innerWidth === 390")
            self.quiet()
            self.trouble += [f"{where} at 390: {one}" for one in self.amiss()]
            self.page.set_viewport_size({"width": 1280, "height": 900})
            self.page.wait_for_function("() => innerWidth === 1280")

    def amiss(self) -> list[str]:
        """What is amiss with the layout and stays so: a sidebar takes its time to slide away."""
        with suppress(TimeoutError):
            self.page.wait_for_function(f"() => ({STANDS})().length === 0", timeout=2000)
            return []
        return self.page.evaluate(STANDS)

    def content(self) -> str:
        """Return the words of the page."""
        return self.page.locator("[data-testid=stMain]").inner_text()


@pytest.fixture(scope="module")
def doors(tmp_path_factory) -> Iterator[Doors]:
    """A workspace with the hostile set in it."""
    made, service = Doors(tmp_path_factory.mktemp("hostile")), Service()
    made.studio(service)
    service.close()
    made.studio_checked()
    made.scenario()
    made.plan(world())
    made.journey(world())
    made.ethics()
    made.people()
    return made


@pytest.fixture(scope="module")
def there(doors, start_server) -> Iterator[str]:
    """The address of a server over that workspace."""
    with start_server(doors.home) as started:
        yield started.url


@contextmanager
def watching(chromium: Browser, base: str) -> Iterator[Watch]:
    """Watch a browser window of its own; fails with all that a text has brought about."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(f"({DETECT})()")
    context.route(lambda url: HOST in url, lambda route: route.abort())
    watch = Watch(base, context.new_page())
    try:
        yield watch
    finally:
        context.close()
    assert not watch.trouble, "\n".join(dict.fromkeys(watch.trouble))


def test_the_set_is_large_and_every_door_took_its_part(doors):
    assert len(set(STRINGS)) >= 200 and len(FAMILIES) >= 16
    enough = {"engine": 150, "file": 100}
    assert {name: count for name, count in doors.taken.items() if count < enough.get(name, 200)} == {}


PAGES = {
    "matrix": f"matrix?home={HOME}", "market": f"market?market={MARKET}", "checkout": f"checkout?market={MARKET}",
    "advice": f"guidance?market={MARKET}&unchecked=1", "plan": f"plan?market={MARKET}",
    "journey": f"journey?market={MARKET}&unchecked=1", "ethics": f"ethics?market={MARKET}",
    "dilemmas": f"dilemmas?market={MARKET}&step=result", "segments": "segments",
}  # fmt: skip
PARTS = {
    "protocol": f"guidance?market={MARKET}&part=protocol&unchecked=1&home={HOME}",
    "sheets": f"dilemmas?market={MARKET}&step=sheets&home={HOME}", "people": f"segments?part=people&home={HOME}",
}  # fmt: skip
"""Second parts of those pages: a session that has a part open keeps it, so each is opened in a new one."""


def test_the_pages_with_fields_of_their_own(chromium, there):
    with watching(chromium, there) as watch:
        watch.open("")
        watch.look("start")
        for name, path in PAGES.items():
            page = watch.move(path)
            assert page.evaluate("location.pathname") == "/" + path.partition("?")[0]
            watch.look(name)
        for name, path in PARTS.items():
            watch.open(path)
            watch.look(name)


def test_the_lists_and_the_window_of_texts(chromium, there):
    with watching(chromium, there) as watch:
        page = watch.open("texts")
        for place in range(6):
            if place:
                first = page.locator(".st-key-lf-text-0").inner_text()
                page.get_by_role("button", name=f"Page {place + 1}", exact=True).last.click()
                page.wait_for_function("was => document.querySelector('.st-key-lf-text-0').innerText !== was", arg=first)
                watch.quiet()
            watch.look(f"texts {place + 1}", phone=place in (0, 4))
        for key in ("texts_open_3", "texts_open_20"):
            page.locator(f".st-key-{key} button:visible").first.click()
            page.get_by_role("dialog").wait_for()
            watch.quiet()
            watch.look(key)
            page.keyboard.press("Escape")
            page.get_by_role("dialog").wait_for(state="detached")
        assert "words" in watch.content()


def turned(watch: Watch, times: int, where: str) -> None:
    """Go from text to text in Review."""
    label = ".st-key-lf-rv-turning [data-testid=stCaptionContainer]"
    for turn in range(times):
        before = watch.page.locator(label).inner_text()
        watch.page.locator(".st-key-rv_next button").click()
        watch.page.wait_for_function("([css, was]) => document.querySelector(css)?.innerText !== was", arg=[label, before])
        watch.quiet()
        watch.trouble += [f"{where} {before}: {one}" for one in watch.page.evaluate(AUDIT)]
        watch.trouble += [f"{where} {before}: {one}" for one in watch.page.evaluate(STANDS)]
        if turn % 8 == 0:
            watch.look(f"{where} {before}")


def test_review_text_by_text_and_its_lists(chromium, there):
    with watching(chromium, there) as watch:
        watch.open(f"review?locale={PERSON}")
        watch.look("review")
        turned(watch, 16, "review")
        watch.open(f"review?locale={ENGINE}&key=script-all")  # from here on each text holds a whole family
        turned(watch, len(FAMILIES) - 1, "families")
        watch.open("review?part=findings")
        watch.look("findings")
        watch.open("review?part=sources")
        watch.look("before translation")


SURFACES_AND_FRAMES = (
    ("product", "desktop"), ("checkout", "desktop"), ("email", "email"), ("ad", "desktop"), ("reply", "phone"),
)  # fmt: skip
MEASURED = """() => {
    const frames = [], look = root => { for (const one of root.querySelectorAll('*')) {
        if (one.localName === 'iframe') frames.push(one);
        if (one.shadowRoot) look(one.shadowRoot);
    } };
    look(document);
    const shown = frames.filter(one => one.contentDocument?.body?.childElementCount);
    return shown.length >= 4 && [...document.querySelectorAll('h3')].some(one => one.innerText.includes('All languages'));
}"""


def test_the_preview_in_every_surface(chromium, there):
    with watching(chromium, there) as watch:
        for surface, frame in SURFACES_AND_FRAMES:
            watch.open(f"preview?home={HOME}&locales={PERSON}.{ENGINE}.en-XA.ar-XB&surface={surface}&frame={frame}")
            watch.page.wait_for_function(MEASURED)
            watch.quiet()
            watch.look(f"preview {surface} {frame}", phone=surface == "product")


def test_the_brief_and_its_file(chromium, there, tmp_path):
    with watching(chromium, there) as watch:
        page = watch.open(f"brief?home={HOME}&market={MARKET}")
        watch.look("brief")
        with page.expect_download() as waiting:
            page.locator(".st-key-take_brief_html button").click()
        waiting.value.save_as(tmp_path / "brief.html")
        page.goto((tmp_path / "brief.html").as_uri())
        page.locator("h1").first.wait_for()
        assert page.evaluate(AUDIT) == []
        assert page.evaluate("document.scripts.length + document.images.length + document.forms.length") == 0


def test_the_watch_sees_what_runs(chromium, there):
    """The texts as markup, in a page without any care: else the watch would be blind."""
    told, trouble = f"console.info('stands ' + JSON.stringify(({AUDIT})()))", []
    bodies = {f"{there}/{family}": "".join(FAMILIES[family][:12]) for family in FAMILIES}
    context = chromium.new_context()
    # Some of these texts lead the page away: it is read by its own document, in the moment it stands.
    context.add_init_script(f"({DETECT})(); if (window === top) addEventListener('DOMContentLoaded', () => {told})")
    context.route(lambda url: HOST in url, lambda route: route.abort())
    context.route(
        lambda url: url in bodies,
        lambda route: route.fulfill(body="<!doctype html><body>" + bodies[route.request.url], content_type="text/html"),
    )
    for family, kinds in (("script", ()), ("handler", ("handler",)), ("embedded", ("element", "frame")), ("style", ("style",))):
        watch = Watch(there, context.new_page())
        with watch.page.expect_console_message(lambda said: said.text.startswith("stands ")) as waiting:
            watch.page.goto(f"{there}/{family}", wait_until="commit")
        found = {one[0] for one in json.loads(waiting.value.text.removeprefix("stands "))}
        assert found and (not kinds or found & {*kinds, "src", "inline"}), family
        trouble += watch.trouble
    context.close()
    assert any("lfRan" in one or "dialog" in one for one in trouble)
