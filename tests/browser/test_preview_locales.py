"""The sample shop in thirty-one languages, every surface on desktop and phone: what does not fit is reported, all of it.

The preview's own report is held against a second look at the same frames that shares no code with it. It goes letter by
letter and asks of each whether it stands in its box, on the page, on one line with its word, and clear of other texts.
"""

from __future__ import annotations

import datetime as dt
import re
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
    const found = {}, all = [], range = doc.createRange(), style = element => view.getComputedStyle(element);
    const boxed = node => !['inline', 'contents'].includes(style(node).display);
    const add = (element, why) => (found[element.dataset.lfKey || '@' + element.dataset.lfRole] ||= []).push(why);
    const anywhere = /[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}]/u;
    const apart = /[\\s\\u00ad\\u200b\\u2010\\u2013\\u2014\\-\\/?|]/u;
    const wordAt = (text, at) => {
        let start = at, end = at;
        while (start && !apart.test(text[start - 1])) start--;
        while (end < text.length && !apart.test(text[end])) end++;
        return text.slice(start, end);
    };
    const lettersOf = element => {
        const spots = [], walker = doc.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const line = parseFloat(style(node.parentElement).lineHeight) || 0;
            for (let at = 0; at < node.data.length; at++) {
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                const one = range.getBoundingClientRect(), high = one.height;
                if (one.width < 0.6 || !node.data[at].trim()) continue;
                const thick = line ? Math.max(0, (high - line) / 2) : 0;
                const {left: l, right: r, top, bottom} = one, mid = top + high / 2;
                const core = [mid - high / 4, mid + high / 4];
                spots.push({l, r, t: top + thick, b: bottom - thick, at, node, mid, h: high, core});
            }
        }
        return spots;
    };
    for (const element of doc.querySelectorAll('[data-lf-key]')) {
        const spots = lettersOf(element);
        if (!spots.length) continue;
        let near = element;
        while (!boxed(near)) near = near.parentElement;
        const room = near.getBoundingClientRect(), edge = name => parseFloat(style(near)[name]) || 0;
        const low = room.left + edge('borderLeftWidth') + edge('paddingLeft');
        const high = room.right - edge('borderRightWidth') - edge('paddingRight');
        if (spots.some(s => s.l < low - 1 || s.r > high + 1)) add(element, 'past its line');
        if (spots.some(s => s.l < -1 || s.r > page + 1)) add(element, 'past the page');
        for (let box = near; box !== doc.body; box = box.parentElement) {
            if (!boxed(box)) continue;
            const {left, right, top, bottom} = box.getBoundingClientRect();
            if (spots.some(s => s.l < left - 1 || s.r > right + 1)) add(element, 'beside ' + box.className);
            if (spots.some(s => s.t < top - 2 || s.b > bottom + 2)) add(element, 'below ' + box.className);
            if (style(box).position === 'absolute') break;
        }
        spots.forEach((s, i) => {
            const before = spots[i - 1];
            if (!before || before.node !== s.node || before.at + 1 !== s.at || Math.abs(before.mid - s.mid) < s.h / 2) return;
            if (apart.test(s.node.data[s.at - 1]) || apart.test(s.node.data[s.at])) return;
            if (!anywhere.test(wordAt(s.node.data, s.at))) add(element, 'broken ' + wordAt(s.node.data, s.at));
        });
        const ends = [['l', Math.min], ['r', Math.max], ['t', Math.min], ['b', Math.max]];
        all.push({element, spots, ...Object.fromEntries(ends.map(([name, most]) => [name, most(...spots.map(s => s[name]))]))});
    }
    /* Two texts meet where the middle halves of two letters do; of a text of the shop and one of Landfall's the first is told. */
    const both = (a, c) => Math.min(a.r, c.r) - Math.max(a.l, c.l);
    const core = (s, o) => Math.min(s.core[1], o.core[1]) - Math.max(s.core[0], o.core[0]);
    all.forEach((a, i) => all.slice(i + 1).forEach(c => {
        if (both(a, c) <= 2 || Math.min(a.b, c.b) < Math.max(a.t, c.t)) return;
        if (!a.spots.some(s => c.spots.some(o => both(s, o) > 2 && core(s, o) > 2))) return;
        const own = [a, c].filter(one => one.element.dataset.lfKey);
        for (const one of own.length ? own : [a, c]) add(one.element, 'meets');
    }));
    return {found, wide: doc.documentElement.scrollWidth - page, texts: all.length};
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
                    const parentElement = root.firstChild, setTriggerValue = () => {};
                    LF({data, parentElement, setTriggerValue, setStateValue: (name, value) => resolve(value)});
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
    assert all(again["texts"] >= 15 for _product, again in both.values())
    if locale not in PSEUDO_LOCALES:  # their texts are longer than any shop's, to see what gives
        assert (over, wide, missing) == ({}, {}, {})


WORDS = {
    "de": ("Donaudampfschifffahrtskapitänsmützenband", "Bitte warten Sie einen Augenblick, während wir Ihre Seife einpacken. "),
    "ja": ("お客様登録情報変更手続完了確認通知電子郵便配信停止申込受付専用窓口御案内係宛先各位",
           "ご注文いただいた石けんをただいまお包みしております。"),
    "ar": ("مستحضراتالتجميلالطبيعيةالمصنوعةيدويافيال", "نحن نغلف طلبك الآن وسنكتب إليك حالما يغادر مخزننا في الصباح. "),
    "th": ("กรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยา", "เรากำลังห่อสบู่ของคุณและจะเขียนถึงคุณอีกครั้งเมื่อจัดส่งแล้ว "),
    "hi": ("अंतर्राष्ट्रीयमानकीकरणसंगठनप्रमाणपत्रधारक", "हम आपका साबुन पैक कर रहे हैं और भेजते ही आपको फिर से लिखेंगे। "),
    "en": ("Antidisestablishmentarianisticallyminded", "We are packing your soap and will write again when it leaves. "),
}  # fmt: skip
"""A word of forty letters and a long sentence; words of Japanese and Thai may break anywhere, in their boxes they may not."""


def stretched(locale, text, kind, frame):
    """A surface whose every text is this one, and the keys of those that stand in a box of fixed size."""
    market = {"de": "DEU", "ja": "JPN", "ar": "EGY", "th": "THA", "hi": "IND", "en": "USA"}[locale]
    rows = [
        (replace(item, source=text, source_language=locale), Translation(item.key, locale, text))
        for item in shop_texts() if item.surface in SURFACES[kind]
    ]  # fmt: skip
    there = scene(kind, rows, market=market, locale=locale, reference=world(), **PRICE)
    return Sheet(f"{locale} {kind} {frame}", kind, mockup.document(there, frame), mockup.WIDTHS[frame], locale)


def boxed(sheet):
    """Keys of the texts in a document that must fit a box on one line."""
    return set(re.findall(r'data-lf-key="([^"]+)"[^>]*data-lf-fit', sheet.html))


@pytest.mark.parametrize("locale", WORDS)
@pytest.mark.parametrize("kind", SCENES)
def test_long_words_and_sentences_are_all_caught(look, locale, kind):
    word, sentence = WORDS[locale]
    for text in (word, (sentence * 6).strip()):
        sheets = [stretched(locale, text, kind, frame) for frame in FRAMES]
        both = look(sheets)
        assert disagreements(both) == {}
        for one in sheets:
            caught = names(both[one.id][0])
            assert one.keys, "texts of the shop stand in it"
            if text != word:  # hundreds of letters: no button, label or headline holds them
                missed = boxed(one) - caught
                assert missed == set(), (one.id, missed)
            elif one.width == mockup.WIDTHS["phone"] and boxed(one):
                assert caught, one.id


def test_what_is_bought_has_its_name_on_every_surface(shop):
    for kind in SCENES:
        made = shop.made(Job(View("de", "DEU"), kind, "phone"), kind)
        assert "product.name" in made.sheet.keys, kind
