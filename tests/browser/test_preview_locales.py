"""The sample shop in thirty-one languages, every surface on desktop and phone: what does not fit is reported, all of it.

The preview's own report is held against a second look at the same frames that shares no code with it. It goes letter by
letter and asks of each whether it stands in its box, on the page, on one line with its word, and clear of other texts.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from components import mockup
from components.preview_frame import MOST_SHEETS, SCRIPT, payload
from components.preview_measured import Sheet, measured
from data.catalog import world
from data.samples.shop_texts import shop_texts
from data.store import Workspace
from data.studio import Filter
from data.translate import Chain, run
from data.translate import Job as Wanted
from frameworks.localization.items import Translation
from frameworks.localization.scenes import PSEUDO_LOCALES, SCENES, SURFACES, scene
from frameworks.localization.scripts import direction
from frameworks.scoring.scenario import Scenario
from pages.desk import Desk
from pages.preview_work import Job, Maker, View, usual_market

LOCALES = tuple(
    "ar bg bn cs de el en es fa fi fil fr he hi hu id it ja ko lt pl pt_BR ru sl sw th tr uk vi zh_Hans zh_Hant".split()  # noqa: SIM905
)
FRAMES = ("desktop", "phone")
PRICE = {"price": Decimal("24.90"), "currency": "EUR", "product": None, "today": dt.date(2026, 11, 20)}
SECOND_LOOK = """frame => {
    const doc = frame.contentDocument, view = doc.defaultView, page = doc.documentElement.clientWidth;
    const found = {}, letters = new Map(), range = doc.createRange();
    const style = element => view.getComputedStyle(element);
    const boxed = node => !['inline', 'contents'].includes(style(node).display);
    const add = (element, why) => (found[element.dataset.lfKey || '@' + element.dataset.lfRole] ||= []).push(why);
    const anywhere = /[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}]/u;
    for (const element of doc.querySelectorAll('[data-lf-key]')) {
        const spots = [], walker = doc.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const line = parseFloat(style(node.parentElement).lineHeight) || 0;
            for (let at = 0; at < node.data.length; at++) {
                range.setStart(node, at); range.setEnd(node, at + 1);
                const one = range.getBoundingClientRect();
                if (one.width < 0.6 || !node.data[at].trim()) continue;
                const thick = Math.max(0, (one.height - line) / 2) * (line > 0);
                spots.push({l: one.left, r: one.right, t: one.top + thick, b: one.bottom - thick, at, node, mid: (one.top + one.bottom) / 2, h: one.height});
            }
        }
        letters.set(element, spots);
        let near = element, inside = element;
        while (!boxed(near)) near = near.parentElement;
        const room = near.getBoundingClientRect(), px = name => parseFloat(style(near)[name]) || 0;
        const low = room.left + px('borderLeftWidth') + px('paddingLeft'), high = room.right - px('borderRightWidth') - px('paddingRight');
        if (spots.some(s => s.l < low - 1 || s.r > high + 1)) add(element, 'sideways');
        if (spots.some(s => s.l < -1 || s.r > page + 1)) add(element, 'page');
        for (inside = near; inside !== doc.body; inside = inside.parentElement) {
            if (!boxed(inside)) continue;
            const box = inside.getBoundingClientRect();
            if (spots.some(s => s.l < box.left - 1 || s.r > box.right + 1)) add(element, 'box ' + inside.className);
            if (spots.some(s => s.t < box.top - 3 || s.b > box.bottom + 3)) add(element, 'tall ' + inside.className);
            if (style(inside).position === 'absolute') break;
        }
        spots.forEach((s, i) => {
            const before = spots[i - 1];
            if (!before || before.node !== s.node || before.at + 1 !== s.at || Math.abs(before.mid - s.mid) < s.h / 2) return;
            const start = s.node.data.slice(0, s.at).search(/[^\\s\\u00ad\\u200b\\u2010\\u2013\\u2014\\-\\/?|]+$/u);
            const rest = s.node.data.slice(s.at).match(/^[^\\s\\u00ad\\u200b\\u2010\\u2013\\u2014\\-\\/?|]+/u);
            if (start < 0 || !rest) return;
            const word = s.node.data.slice(start, s.at) + rest[0];
            if (!anywhere.test(word)) add(element, 'broken ' + word);
        });
    }
    const all = [...letters].filter(([, spots]) => spots.length).map(([element, spots]) => ({element, spots, l: Math.min(...spots.map(s => s.l)),
        r: Math.max(...spots.map(s => s.r)), t: Math.min(...spots.map(s => s.t)), b: Math.max(...spots.map(s => s.b))}));
    const meet = (a, c, x, y) => Math.min(a.r, c.r) - Math.max(a.l, c.l) > x && Math.min(a.b, c.b) - Math.max(a.t, c.t) > y;
    all.forEach((a, i) => all.slice(i + 1).forEach(c => {
        if (!meet(a, c, 4, 4)) return;
        const hit = a.spots.some(s => c.spots.some(o => meet(s, o, 2, s.h / 2)));
        if (hit) { add(a.element, 'meets'); add(c.element, 'meets'); }
    }));
    return {found, wide: doc.documentElement.scrollWidth - page, texts: letters.size};
}"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory) -> Maker:
    """The sample shop with all drafts that the phrase pack has, as the Preview page shows it."""
    workspace = Workspace(tmp_path_factory.mktemp("locales"))
    studio = workspace.studio
    studio.begin()
    studio.set_locales([code for code in LOCALES if code != "en"])
    for code in studio.locales():
        rows = studio.list(code, Filter(states=("missing",)), limit=1000).rows
        drafts: list[Translation] = []
        run([Wanted(row.item, code) for row in rows], Chain(world()), lambda done, to=drafts: to.append(done.translation))
        studio.put_drafts([one for one in drafts if one is not None], by="Ann")
    return Maker(
        Desk(workspace, world(), Scenario(home="USA")), "", Decimal(24), Decimal("4.90"), "USD", False, dt.date(2026, 11, 20)
    )


@pytest.fixture(scope="module")
def look(chromium):
    """Function that has documents drawn and measured as the product does it, and looked at a second time."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.set_content("<div id=root></div>")
    page.add_script_tag(content=SCRIPT.replace("export default function", "window.LF = function"))

    def looked(sheets):
        both = {}
        for start in range(0, len(sheets), MOST_SHEETS):
            part = sheets[start : start + MOST_SHEETS]
            told = page.evaluate(
                """data => new Promise(resolve => {
                    const root = document.getElementById('root');
                    root.replaceChildren(document.createElement('div'));
                    LF({data, parentElement: root.firstChild, setStateValue: (name, value) => resolve(value), setTriggerValue() {}});
                })""", payload(part),
            )  # fmt: skip
            product = measured(told, part)
            again = page.evaluate(f"() => [...document.querySelectorAll('iframe')].map({SECOND_LOOK})")
            assert product is not None and len(again) == len(part)
            both |= {one.id: (product.sheets[one.id], seen) for one, seen in zip(part, again, strict=True)}
        return both

    yield looked
    page.close()


def names(found):
    """The texts that a measured document reports: by key, Landfall's own words by role."""
    return {key or f"@{seen.role}" for key, seen in found.over}


def disagreements(both):
    """What one of the two looks says and the other does not, by document."""
    wrong = {}
    for name, (product, again) in both.items():
        mine, other = names(product), set(again["found"])
        if mine != other or abs(product.wide - again["wide"]) > 1 or product.failed:
            unseen = {key: again["found"][key][:3] for key in other - mine}
            invented = [(key, seen) for key, seen in product.over if (key or f"@{seen.role}") in mine - other]
            wrong[name] = {"undetected": unseen, "invented": invented, "wide": (product.wide, again["wide"])}
    return wrong


@pytest.mark.parametrize("locale", [*LOCALES, *PSEUDO_LOCALES])
def test_the_shop_fits_and_what_does_not_is_reported(shop, look, locale):
    view = View(locale, "USA" if locale in PSEUDO_LOCALES else usual_market(shop.desk, locale))
    made = [shop.made(Job(view, kind, frame), kind) for kind in SCENES for frame in FRAMES]
    both = look([one.sheet for one in made])
    assert disagreements(both) == {}
    over = {name: names(product) for name, (product, _again) in both.items() if product.over}
    wide = {name: product.wide for name, (product, _again) in both.items() if product.wide > 1}
    missing = {name: product.missing for name, (product, _again) in both.items() if product.missing}
    print(locale, over)
    assert all(again["texts"] >= 15 for _product, again in both.values())
    if locale in PSEUDO_LOCALES:
        return
    assert (over, wide, missing) == ({}, {}, {})
