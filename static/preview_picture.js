/* Draws a document into a picture: serialised into an SVG, that into a canvas, that into PNG. Some browsers refuse to
   give a canvas out that such a drawing went into; then the answer says so. */

const MOST_PIXELS = 24e6, MOST_SIDE = 12000;

async function picture(frame, width, height) {
    const doc = frame.contentDocument, copy = doc.documentElement.cloneNode(true);
    for (const node of copy.querySelectorAll('script, iframe, object, embed, link, meta, base')) node.remove();
    const tall = Math.max(1, Math.min(Math.ceil(height), MOST_SIDE));
    const bare = new XMLSerializer().serializeToString(copy)
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${tall}">`
        + `<foreignObject x="0" y="0" width="${width}" height="${tall}">${bare}</foreignObject></svg>`;
    const drawn = new Image();
    drawn.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await drawn.decode();
    const scale = Math.min(width < 500 ? 2 : 1, Math.sqrt(MOST_PIXELS / (width * tall)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(tall * scale);
    const board = canvas.getContext('2d');
    board.fillStyle = '#fff';
    board.fillRect(0, 0, canvas.width, canvas.height);
    const behind = doc.defaultView.getComputedStyle(doc.body).backgroundColor;
    board.fillStyle = behind;
    board.fillRect(0, 0, canvas.width, canvas.height);
    board.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').split(',')[1];
}
