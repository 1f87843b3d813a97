/* Draws documents in frames that can run nothing, side by side, scaled into the column; says what was measured in
   them and hands out pictures when it is asked to. Python treats every word of it as a stranger's. */

const HELD = new WeakMap(), PIECE = 384 * 1024, PATIENCE = 20000, FIRST_HEIGHT = 600, TALLEST = 20000;

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
    if (!HELD.has(parentElement)) HELD.set(parentElement, begin(parentElement));
    const self = HELD.get(parentElement);
    Object.assign(self, { state: setStateValue, trigger: setTriggerValue, data });
    draw(self);
    answer(self);
    return () => { self.gone = true; self.watch.disconnect(); };
}

function begin(parent) {
    const root = document.createElement('div');
    parent.appendChild(root);
    const self = { root, sheets: new Map(), sent: '', asked: '', gone: false };
    self.watch = new ResizeObserver(() => { for (const sheet of self.sheets.values()) scale(sheet); });
    self.watch.observe(root);
    return self;
}

function draw(self) {
    const { root, data } = self, wanted = new Set(data.sheets.map(one => one.id));
    root.className = data.hidden ? 'set hidden' : 'set';
    root.dataset.count = data.sheets.length;
    const widest = Math.max(0, ...data.sheets.map(one => one.width));  /* narrower than this a page cannot be read */
    root.style.setProperty('--least', widest > 900 ? '22rem' : widest > 500 ? '17rem' : '13rem');
    for (const [id, sheet] of self.sheets) if (!wanted.has(id)) { sheet.figure.remove(); self.sheets.delete(id); }
    for (const one of data.sheets) {
        const held = self.sheets.get(one.id);
        if (held && held.mark === one.mark && held.title === one.title) continue;
        const made = sheet(self, one);
        if (held) held.figure.replaceWith(made.figure); else root.appendChild(made.figure);
        self.sheets.set(one.id, made);
    }
    data.sheets.forEach((one, place) => {
        const { figure } = self.sheets.get(one.id);
        if (root.children[place] !== figure) root.insertBefore(figure, root.children[place] || null);
    });
    tell(self);
}

function sheet(self, one) {
    const figure = document.createElement('figure'), name = document.createElement('figcaption');
    const port = document.createElement('div'), frame = document.createElement('iframe');
    name.textContent = one.title;
    port.className = 'port';
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.setAttribute('referrerpolicy', 'no-referrer');
    frame.setAttribute('scrolling', 'no');
    frame.tabIndex = -1;
    frame.title = one.title;
    frame.style.width = `${one.width}px`;
    frame.style.height = `${FIRST_HEIGHT}px`;
    const made = { ...one, figure, port, frame, height: FIRST_HEIGHT, result: null };
    figure.style.setProperty('--width', `${one.width}px`);
    const late = setTimeout(() => done({ id: one.id, mark: one.mark, failed: true }), PATIENCE);
    const done = result => {
        clearTimeout(late);
        if (made.result) return;
        made.result = result;
        scale(made);
        tell(self);
    };
    frame.addEventListener('load', async () => {
        try {
            const doc = frame.contentDocument;
            if (!doc || !doc.body) return;
            await Promise.race([doc.fonts.ready, rest(2000)]);
            await rest(30);
            done(measured(one, made, doc));
        } catch (error) {
            console.warn('Landfall preview:', error);
            done({ id: one.id, mark: one.mark, failed: true });
        }
    }, { once: true });
    frame.srcdoc = one.html;
    port.appendChild(frame);
    figure.append(name, port);
    return made;
}

function measured(one, made, doc) {
    made.height = Math.min(TALLEST, Math.max(1, Math.ceil(Math.max(doc.body.getBoundingClientRect().bottom, lowest(doc)))));
    made.frame.style.height = `${made.height}px`;
    return { id: one.id, mark: one.mark, height: made.height, ...measure(doc), missing: unseen(doc), scripts: scriptsWithoutFont(doc.defaultView.getComputedStyle(doc.body).fontFamily), blind: blind(doc.defaultView.getComputedStyle(doc.body).fontFamily) };
}

function lowest(doc) {
    return doc.documentElement.scrollHeight > FIRST_HEIGHT ? doc.documentElement.scrollHeight : 0;
}

function rest(time) {
    return new Promise(resolve => setTimeout(resolve, time));
}

function scale(made) {
    const room = made.port.clientWidth;
    if (!room) return;
    const factor = Math.min(1, room / made.width);
    made.frame.style.transform = `scale(${factor})`;
    made.port.style.height = `${Math.ceil(made.height * factor)}px`;
}

/* Tell Python once all sheets are measured, and again only when something differs. */
function tell(self) {
    const results = self.data.sheets.map(one => self.sheets.get(one.id)?.result);
    if (self.gone || results.some(one => !one)) return;
    const said = { stamp: self.data.stamp, sheets: results }, text = JSON.stringify(said);
    if (text === self.sent) return;
    self.sent = text;
    self.state('measured', said);
}

async function answer(self) {
    const { ask } = self.data, name = JSON.stringify(ask);
    if (!ask || self.asked === name) return;
    self.asked = name;
    const made = self.sheets.get(ask.id), about = { number: ask.number, id: ask.id, at: ask.at };
    try {
        while (made && !made.result) await rest(30);
        if (!made || made.result.failed) throw new Error('no document');
        made.picture ||= await picture(made.frame, made.width, made.height);
        if (self.gone) return;
        self.trigger('piece', { ...about, mark: made.mark, total: made.picture.length, text: made.picture.slice(ask.at, ask.at + PIECE) });
    } catch (error) {
        if (!self.gone) self.trigger('piece', { ...about, refused: error.name === 'SecurityError' ? 'refused' : 'failed' });
    }
}
