"""Two hundred texts that try to run, load, turn around, fill up or break out of the page they stand in."""

from __future__ import annotations

_RUN = "parent.hit=top.hit=window.hit=1"
_MARKUP = (
    f"<script>{_RUN}</script>", f"<img src=x onerror={_RUN}>", f"<svg onload={_RUN}>", f"<body onload={_RUN}>",
    f"<iframe srcdoc='<script>{_RUN}</script>'></iframe>", f"<a href=javascript:{_RUN}>x</a>", f"<input autofocus onfocus={_RUN}>",
    f"<details open ontoggle={_RUN}>", f"<video><source onerror={_RUN}></video>", f"<math><mtext><script>{_RUN}</script>",
    "<img src=https://far.example/a.png>", "<link rel=stylesheet href=https://far.example/a.css>",
    "<style>@import url(https://far.example/b.css)</style>", "<style>*{display:none!important}</style>",
    "<meta http-equiv=refresh content=0;url=https://far.example/>", "<base href=https://far.example/>",
    "<object data=https://far.example/c.swf>", "<embed src=https://far.example/d>", "<form action=https://far.example/><button>",
    "<b style=background:url(https://far.example/e.png)>x</b>", "<b style=position:fixed;inset:0;z-index:9999>x</b>",
    "<!-- x --", "]]>", "</span></div></body></html>", "<plaintext>", "<textarea>", "<noscript>", "<template>", "<frameset>",
    "&lt;script&gt;hit=1&lt;/script&gt;", "&#60;script&#62;hit=1&#60;/script&#62;", "\\3c script\\3e hit=1",
    "%3Cscript%3Ehit=1%3C/script%3E",
)  # fmt: skip
_WRAPS = ("{}", '">{}', "'>{}", "</title>{}", "</style>{}", "--><!-- -->{}")
_OTHER = (
    "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{", "}", "{count, plural,", "{0.__class__}", "%s%s%s%n", "{count, plural, one {",
    "\u202eabc\u202c", "\u202d\u202e\u202a", "\u2066\u2067\u2068", "\u200b" * 5000, "\u200f" * 3000, "\ufeff\u2060\u00ad" * 900,
    "a\u0301" * 4000, "Z" + "\u0300" * 3000, "W" * 20_000, "word " * 4000, "\n" * 3000, "\t\r\n\x0b\x0c", "\ufffd\uffff\ufffe",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 500, "\U000e0041" * 400, "ﷺ" * 800, "𒐫" * 300, "๎็่" * 1500,
    "expression(hit=1)", "url(javascript:hit=1)", "\\", "\"'`", "\x1b[31m", "=cmd|' /C calc'!A0",
)  # fmt: skip
TEXTS = tuple(dict.fromkeys([*(wrap.format(text) for text in _MARKUP for wrap in _WRAPS), *_OTHER]))
