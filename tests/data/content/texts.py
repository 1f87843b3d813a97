"""Texts for the tests of all formats: any letters, any states, and what broke a format before."""

from __future__ import annotations

from hypothesis import strategies as st

from data.content import Content
from frameworks.localization.items import SURFACES, Item, Translation
from frameworks.localization.states import STATES

AWKWARD = (
    "", " ", "=1+1", "'=1", "@x", "-5 %", "a\nb", "\n", " a ", "\t", 'say "hi"', "a\\nb", "<b>&amp;</b>", "]]>", "{name}",
    "{{x}}", "%s %(n)s %d", "null", "_x000A_", "\u202eabc", "e\u0301", "🎁", "שלום", "a\u2028b", "#", "~ msgid", "'", "''",
    "msgid \"x\"", "landfall: {}", "{n, plural, one {# a} other {# b}}", "{n, plural, =0 {none} one {#} other {'#'}}",
    "{n, plural, one {a} few {b} many {c} other {d}}", "{n, plural, other {it''s #}}",
)  # fmt: skip
texts = st.one_of(st.sampled_from(AWKWARD), st.text(max_size=40))
keys = st.one_of(st.sampled_from(("cart.add", "@key", "@@locale", "a b", "1", "=k", "ключ")), st.text(max_size=20)).filter(
    lambda key: Item("k", key).source.strip() != ""
)
items = st.builds(
    Item, keys, texts, context=texts, surface=st.sampled_from(SURFACES),
    max_width=st.none() | st.integers(1, 999), plural=st.booleans(), note=texts,
)  # fmt: skip


@st.composite
def contents(draw: st.DrawFn, locales: tuple[str, ...] = ("de", "fr", "ja", "pt_BR", "zh_Hant_TW", "ar", "pl")) -> Content:
    """Return items with keys of their own, and for some of them translations."""
    made = draw(st.lists(items, min_size=1, max_size=4, unique_by=lambda item: item.key))
    pairs = [(item.key, locale) for item in made for locale in locales]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=5, unique=True))
    return Content(tuple(made), tuple(draw(translation(key, locale)) for key, locale in chosen))


@st.composite
def translation(draw: st.DrawFn, key: str, locale: str) -> Translation:
    """Return anything that may stand for the item."""
    return Translation(
        key, locale, draw(texts), draw(st.sampled_from(STATES)),
        draw(st.sampled_from(("person", "memory", "phrases", "engine:deepl", "import"))),
        draw(st.sampled_from(("", "Ana", "=Bo"))), draw(st.sampled_from(("", "2026-11-22T10:00:00Z"))),
        draw(st.sampled_from(("", "0123456789abcdef"))), draw(st.booleans()), draw(texts),
    )  # fmt: skip
