/* Which letters no font of this machine can draw: each is drawn small and compared with what the browser draws for
   code points that no font has. A browser that writes the code into the empty box cannot be read this way, and says so. */

const SIZE = 40, NOWHERE = ['\u{10FFFE}', '\u0378', '\u{2FFFE}'];
const SCRIPTS = {
    Arab: 'ب', Armn: 'Ա', Beng: 'ক', Cyrl: 'Ж', Deva: 'क', Ethi: 'ሀ', Geor: 'ა', Grek: 'Ω', Gujr: 'ક', Guru: 'ਕ', Hang: '한',
    Hani: '漢', Hebr: 'א', Hira: 'あ', Kana: 'ア', Khmr: 'ក', Knda: 'ಕ', Laoo: 'ກ', Latn: 'g', Mlym: 'ക', Mymr: 'က', Orya: 'କ',
    Sinh: 'ක', Taml: 'க', Telu: 'క', Thaa: 'ހ', Thai: 'ก', Tibt: 'ཀ', Mtei: 'ꯀ', Olck: 'ᱚ', Nkoo: 'ߊ', Tfng: 'ⴰ', Adlm: '𞤀',
    Egyp: '𓀀',
};
const TESTS = Object.keys(SCRIPTS).map(code => [code, new RegExp(`\\p{Script=${code}}`, 'u')]);
const DRAWN = new Map();
let board = null;

function look(family, letter) {
    const name = `${family}\n${letter}`;
    if (DRAWN.has(name)) return DRAWN.get(name);
    if (!board) {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = SIZE;
        board = canvas.getContext('2d', { willReadFrequently: true });
    }
    board.clearRect(0, 0, SIZE, SIZE);
    board.font = `24px ${family}`;
    board.textBaseline = 'middle';
    board.fillText(letter, 6, SIZE / 2);
    const { data } = board.getImageData(0, 0, SIZE, SIZE);
    let mark = 2166136261;
    for (let at = 3; at < data.length; at += 4) mark = Math.imul(mark ^ data[at], 16777619) >>> 0;
    if (DRAWN.size > 20000) DRAWN.clear();
    DRAWN.set(name, mark);
    return mark;
}

function blind(family) {
    return look(family, NOWHERE[0]) !== look(family, NOWHERE[1]) || look(family, NOWHERE[0]) !== look(family, NOWHERE[2]);
}

function lacks(family, letter) {
    return look(family, letter) === look(family, NOWHERE[0]);
}

function scriptOf(letter) {
    return (TESTS.find(([, test]) => test.test(letter)) || ['Zyyy'])[0];
}

/* The letters of a document without a font, by script. */
function unseen(doc) {
    const view = doc.defaultView, walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT), tried = new Set(), gone = new Map();
    for (let node = walker.nextNode(); node && tried.size < MOST_LETTERS; node = walker.nextNode()) {
        if (!node.data.trim() || !node.parentElement || /^(STYLE|SCRIPT)$/.test(node.parentElement.tagName)) continue;
        const family = view.getComputedStyle(node.parentElement).fontFamily;
        const key = node.parentElement.closest('[data-lf-key]')?.dataset.lfKey || '';
        for (const letter of new Set(node.data)) {
            if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) || !lacksOnce(family, letter, tried)) continue;
            const script = scriptOf(letter), held = gone.get(script) || { script, letters: [], count: 0, keys: [] };
            held.count += 1;
            if (held.letters.length < 12 && !held.letters.includes(letter)) held.letters.push(letter);
            if (key && held.keys.length < 40 && !held.keys.includes(key)) held.keys.push(key);
            gone.set(script, held);
        }
    }
    return [...gone.values()];
}

function lacksOnce(family, letter, tried) {
    tried.add(`${family}\n${letter}`);
    return !blind(family) && lacks(family, letter);
}

/* Scripts of which no font is here at all. */
function scriptsWithoutFont(family) {
    return blind(family) ? [] : Object.keys(SCRIPTS).filter(code => lacks(family, SCRIPTS[code]));
}
