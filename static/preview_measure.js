/* Measures a drawn document from outside: texts that do not fit, and letters without a font. Runs in the page that
   holds the frame; the document itself runs nothing. */

const MOST_FINDINGS = 300, MOST_WORDS = 600, MOST_GROUPS = 700, MOST_LETTERS = 2000;
const EDGE = 1, LINE_SLACK = 2;
const GRAVITY = ['clipped', 'outside', 'page', 'overlap', 'broken', 'cramped'];
/* Scripts that may break between any two letters, or whose words are not parted by spaces. */
const ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;
const UNBROKEN = /[^\s\u00ad\u200b\u2010\u2013\u2014\-/?|]+/gu;

function measure(doc) {
    const view = doc.defaultView, root = doc.documentElement, found = new Map();
    const wide = Math.max(0, root.scrollWidth - root.clientWidth);
    const add = (key, role, kind, axis, needed, room, fit) => {
        const name = `${key || `\r${role}`}\n${kind}\n${axis}`, held = found.get(name);
        if (!held || needed - room > held.needed - held.room) found.set(name, { key, role, kind, axis, needed, room, fit });
    };
    for (const element of doc.querySelectorAll('[data-lf-key]')) {
        one(element, view, root, add);
    }
    overlaps(doc, view, add);
    const worst = new Map();  /* of each text the gravest fault alone: the others mostly follow from it */
    for (const one of [...found.values()].sort((a, b) => GRAVITY.indexOf(a.kind) - GRAVITY.indexOf(b.kind)))
        if (!worst.has(one.key || `\r${one.role}`)) worst.set(one.key || `\r${one.role}`, one);
    return { wide, over: [...worst.values()].slice(0, MOST_FINDINGS) };
}

function rectangles(range) {
    return [...range.getClientRects()].filter(spot => spot.width > 0.5 && spot.height > 0.5);
}

function whole(element) {
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    return rectangles(range);
}

function seen(element, view) {
    const style = view.getComputedStyle(element);
    return style.visibility === 'visible' && style.display !== 'none';
}

/* One text against every box around it, the nearest first. */
function one(element, view, root, add) {
    const spots = seen(element, view) ? whole(element) : [];
    if (!element.textContent.trim() || !seen(element, view)) return;
    const { lfKey: key, lfRole: role = '' } = element.dataset;
    const fit = Boolean(element.closest('[data-lf-fit]'));
    const lineHeight = height(element, view);
    const text = {
        left: Math.min(...spots.map(s => s.left)), right: Math.max(...spots.map(s => s.right)),
        top: Math.min(...spots.map(s => s.top + slack(s, lineHeight))),
        bottom: Math.max(...spots.map(s => s.bottom - slack(s, lineHeight))),
    };
    let nearest = true, flows = true;
    for (let node = element; node && node !== root; node = node.parentElement) {
        const style = view.getComputedStyle(node);
        if (style.display === 'inline' || style.display === 'contents') continue;
        const body = node === node.ownerDocument.body;
        const clipsX = style.overflowX !== 'visible', clipsY = style.overflowY !== 'visible';
        const box = inner(node, style);
        if (!body && (flows || clipsX || clipsY)) {
            if (spots.length) beside(key, role, fit, text, box, { nearest, flows, clipsX, clipsY }, add);
            if (nearest && clipsX && node.scrollWidth > node.clientWidth + EDGE)
                add(key, role, 'clipped', 'x', box.width + node.scrollWidth - node.clientWidth, box.width, fit);
            if (nearest && clipsY && node.scrollHeight > node.clientHeight + LINE_SLACK)
                if (tall(spots, box, lineHeight)) add(key, role, 'clipped', 'y', box.height + node.scrollHeight - node.clientHeight, box.height, fit);
        }
        if (nearest) broken(element, key, role, fit, box.width, add);
        nearest = false;
        if (style.position === 'absolute' || style.position === 'fixed') flows = false;
    }
    const past = Math.max(0, -text.left) + Math.max(0, text.right - root.clientWidth);
    if (spots.length && past > EDGE) add(key, role, 'page', 'x', root.clientWidth + past, root.clientWidth, fit);
}

function height(element, view) {
    const said = parseFloat(view.getComputedStyle(element).lineHeight);
    return Number.isFinite(said) ? said : 0;
}

/* The rectangle of a text is as tall as its font, which may be taller than its line: that is no overflow. */
function slack(spot, lineHeight) {
    return lineHeight ? Math.max(0, (spot.height - lineHeight) / 2) : 0;
}

function tall(spots, box, lineHeight) {
    return !spots.length || spots.some(s => s.bottom - slack(s, lineHeight) > box.pad.bottom + LINE_SLACK);
}

function inner(node, style) {
    const outer = node.getBoundingClientRect(), px = name => parseFloat(style[name]) || 0;
    const left = outer.left + px('borderLeftWidth'), right = outer.right - px('borderRightWidth');
    const top = outer.top + px('borderTopWidth'), bottom = outer.bottom - px('borderBottomWidth');
    const box = {
        left: left + px('paddingLeft'), right: right - px('paddingRight'),
        top: top + px('paddingTop'), bottom: bottom - px('paddingBottom'),
    };
    return { ...box, width: Math.max(0, box.right - box.left), height: Math.max(0, box.bottom - box.top), pad: { left, right, top, bottom } };
}

function beside(key, role, fit, text, box, how, add) {
    const past = (low, high, from, to) => Math.max(0, from - low) + Math.max(0, high - to);
    const padX = past(text.left, text.right, box.pad.left, box.pad.right);
    const padY = past(text.top, text.bottom, box.pad.top, box.pad.bottom);
    const inX = past(text.left, text.right, box.left, box.right);
    const inY = past(text.top, text.bottom, box.top, box.bottom);
    if (padX > EDGE) {
        if (how.clipsX) add(key, role, 'clipped', 'x', box.width + inX, box.width, fit);
        else if (how.flows) add(key, role, 'outside', 'x', box.width + inX, box.width, fit);
    } else if (how.nearest && inX > EDGE) add(key, role, 'cramped', 'x', box.width + inX, box.width, fit);
    if (padY > LINE_SLACK) {
        if (how.clipsY) add(key, role, 'clipped', 'y', box.height + inY, box.height, fit);
        else if (how.flows) add(key, role, 'outside', 'y', box.height + inY, box.height, fit);
    }
}

/* Words that had to be broken because the line is too short for them. */
function broken(element, key, role, fit, room, add) {
    const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let left = MOST_WORDS;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = element.ownerDocument.createRange();
        for (const word of node.data.matchAll(UNBROKEN)) {
            if (!left--) return;
            if (word[0].length < 2 || ANYWHERE.test(word[0])) continue;
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            const parts = rectangles(range);
            if (parts.length < 2 || !parts.some(s => Math.abs(s.top - parts[0].top) > s.height / 2)) continue;
            const needed = parts.reduce((sum, s) => sum + s.width, 0);
            if (needed > room + 0.5) add(key, role, 'broken', 'x', needed, room, fit);
        }
    }
}

/* What of the rectangles is not hidden by a box that cuts off. */
function uncovered(spots, element, view) {
    for (let node = element; node && node !== node.ownerDocument.body; node = node.parentElement) {
        const style = view.getComputedStyle(node);
        if (style.display === 'inline' || (style.overflowX === 'visible' && style.overflowY === 'visible')) continue;
        const { pad } = inner(node, style);
        spots = spots.map(s => {
            const cut = { left: Math.max(s.left, pad.left), right: Math.min(s.right, pad.right), top: Math.max(s.top, pad.top), bottom: Math.min(s.bottom, pad.bottom) };
            return { ...cut, height: cut.bottom - cut.top };
        }).filter(s => s.right > s.left && s.height > 0);
    }
    return spots;
}

/* Texts that run into another text. */
function overlaps(doc, view, add) {
    const groups = new Map(), walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && groups.size < MOST_GROUPS; node = walker.nextNode()) {
        if (!node.data.trim() || !node.parentElement || /^(STYLE|SCRIPT|TITLE)$/.test(node.parentElement.tagName)) continue;
        const owner = node.parentElement.closest('[data-lf-key]') || node.parentElement;
        if (!seen(node.parentElement, view)) continue;
        const range = doc.createRange();
        range.selectNodeContents(node);
        const spots = groups.get(owner) || [];
        for (const s of uncovered(rectangles(range), node.parentElement, view))
            spots.push({ left: s.left + 1, right: s.right - 1, top: s.top + s.height * 0.25, bottom: s.bottom - s.height * 0.25 });
        groups.set(owner, spots);
    }
    const all = [...groups];
    for (let i = 0; i < all.length; i++) for (let j = i + 1; j < all.length; j++) {
        const [a, here] = all[i], [b, there] = all[j];
        if (a.contains(b) || b.contains(a) || (!a.dataset.lfKey && !b.dataset.lfKey)) continue;
        let deep = 0;
        for (const s of here) for (const t of there) {
            const x = Math.min(s.right, t.right) - Math.max(s.left, t.left), y = Math.min(s.bottom, t.bottom) - Math.max(s.top, t.top);
            if (x > 2 && y > 2) deep = Math.max(deep, x);
        }
        if (!deep) continue;
        for (const [element, spots] of [[a, here], [b, there]]) {
            if (!element.dataset.lfKey) continue;
            const width = Math.max(...spots.map(s => s.right)) - Math.min(...spots.map(s => s.left));
            add(element.dataset.lfKey, element.dataset.lfRole || '', 'overlap', 'x', width, Math.max(0, width - deep), Boolean(element.closest('[data-lf-fit]')));
        }
    }
}
