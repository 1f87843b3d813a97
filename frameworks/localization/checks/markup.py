"""Checks that tags, entities, links and addresses of the source are kept, and that nothing dangerous came in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from frameworks.labels import N_, Sentence
from frameworks.localization.checks.pair import EMAIL, TAG, URL, URL_TAIL, Pair, found, quoted
from frameworks.localization.finding import Finding

_NAME = re.compile(r"<(/?)\s*([A-Za-z][\w:-]*)")
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "area", "base", "col", "embed", "link", "meta", "source", "track"})
_MARKDOWN = re.compile(r"\]\(|(?<!\*)\*\*(?!\*)|(?<!`)`(?!`)")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|nbsp|copy|reg|trade|[Aa]mp;[a-z]+|#\d{1,7});")
_UNSAFE = re.compile(
    r"<\s*/?\s*(?:script|iframe|object|embed|style|link|meta|base|form|svg|math)\b"
    r"|<[^<>]{0,500}[\s/\"']on[a-z]{3,20}\s*=|\b(?:java|vb)script\s*:|\bdata\s*:\s*text/html|expression\s*\(",
    re.I,
)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""")
_TRANSLATED = frozenset({"title", "alt", "placeholder", "aria-label", "lang", "dir", "hreflang", "href", "content"})


def check(pair: Pair) -> Iterator[Finding]:
    """Find markup, web and e-mail addresses that differ from the source."""
    source, target = pair.source, pair.target
    if not target.strip():
        return
    marked = "<" in source or "<" in target
    if marked:
        yield from _tags(source, target)
    if marked or ":" in target:
        yield from _unsafe(source, target)
    if any(sign in text for sign in "*`(&" for text in (source, target)):
        yield from _signs(source, target)
    if any("://" in text or "www." in text.lower() for text in (source, target)):
        yield from _urls(source, target)
    if "@" in source or "@" in target:
        yield from _emails(source, target)


def _tags(source: str, target: str) -> Iterator[Finding]:
    wanted, got = _shapes(source), _shapes(target)
    for tag in wanted - got:
        yield found("tags", Sentence(N_("The tag {tag} is missing."), tag=quoted(tag)))
    for tag in got - wanted:
        at = target.find(tag.split()[0].rstrip(">"))
        place = (at, at + len(tag)) if at >= 0 else (None, None)
        yield found("tags", Sentence(N_("The source has no tag {tag}."), tag=quoted(tag)), *place)
    if wanted == got and _nested(source) and not _nested(target):
        yield found("tags", Sentence(N_("The tags do not close in the order in which they open.")))


def _shapes(text: str) -> Counter[str]:
    """Return the tags with those attributes that are not translated."""
    shapes: Counter[str] = Counter()
    for tag in TAG.findall(text):
        named = _NAME.match(tag)
        if named is None:
            continue
        kept = sorted(
            f"{name.lower()}={value.strip(chr(34) + chr(39))}"
            for name, value in _ATTRIBUTE.findall(tag)
            if name.lower() not in _TRANSLATED
        )
        shapes["<" + named[1] + " ".join([named[2].lower(), *kept]) + ">"] += 1
    return shapes


def _nested(text: str) -> bool:
    opened: list[str] = []
    for tag in TAG.findall(text):
        named = _NAME.match(tag)
        if named is None or named[2].lower() in _VOID or tag.endswith("/>"):
            continue
        if not named[1]:
            opened.append(named[2].lower())
        elif not opened or opened.pop() != named[2].lower():
            return False
    return not opened


def _unsafe(source: str, target: str) -> Iterator[Finding]:
    known = {re.sub(r"\s", "", hit[0]).lower() for hit in _UNSAFE.finditer(source)}
    for hit in _UNSAFE.finditer(target):
        if re.sub(r"\s", "", hit[0]).lower() not in known:
            message = Sentence(N_("{text} can run or load something and is not in the source."), text=quoted(hit[0]))
            yield found("unsafe_markup", message, hit.start(), hit.end())


def _signs(source: str, target: str) -> Iterator[Finding]:
    wanted, got = (Counter(_MARKDOWN.findall(text)) for text in (source, target))
    for sign in sorted((wanted - got) | (got - wanted)):
        message = Sentence(
            N_("The sign {sign} stands {count} times, in the source {wanted} times."),
            sign=quoted(sign), count=got[sign], wanted=wanted[sign],
        )  # fmt: skip
        yield found("tags", message)
    wanted, got = (Counter(_ENTITY.findall(text)) for text in (source, target))
    for entity in sorted(got - wanted):
        if entity != "&nbsp;" and (entity.startswith("&amp;") or entity not in wanted):
            at = target.find(entity)
            message = Sentence(N_("The source has no entity {entity}; it may show as it is written."), entity=quoted(entity))
            yield found("tags", message, at, at + len(entity), severity="warning")


def _urls(source: str, target: str) -> Iterator[Finding]:
    wanted, got = (Counter(hit.rstrip(URL_TAIL) for hit in URL.findall(text)) for text in (source, target))
    for url in wanted - got:
        other = next((mine for mine in got - wanted if _site(mine) == _site(url)), None)
        if other is None:
            yield found("urls", Sentence(N_("The address {url} is missing."), url=quoted(url)))
        else:
            at = target.find(other)
            message = Sentence(N_("{url} became {other}; make sure the page exists."), url=quoted(url), other=quoted(other))
            yield found("urls", message, at, at + len(other), severity="warning")
    sites = {_site(url) for url in wanted}
    for url in got - wanted:
        if _site(url) not in sites:
            at = target.find(url)
            yield found("urls", Sentence(N_("The source has no address {url}."), url=quoted(url)), at, at + len(url))


def _site(url: str) -> str:
    try:
        host = urlsplit(url if "://" in url else f"https://{url}").hostname or url
    except ValueError:
        return url
    return host.removeprefix("www.")


def _emails(source: str, target: str) -> Iterator[Finding]:
    wanted, got = (Counter(EMAIL.findall(text)) for text in (source, target))
    for address in wanted - got:
        yield found("emails", Sentence(N_("The address {address} is missing."), address=quoted(address)))
    for address in got - wanted:
        at = target.find(address)
        message = Sentence(N_("The source has no address {address}."), address=quoted(address))
        yield found("emails", message, at, at + len(address))
