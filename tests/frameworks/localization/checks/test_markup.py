"""Tags, entities, addresses, and what must not come in."""

import pytest

from frameworks.localization.checks import markup
from frameworks.localization.checks.pair import Pair


def seen(source, target, locale="de"):
    return {found.check for found in markup.check(Pair(source, target, locale))}


@pytest.mark.parametrize("source, target", [
    ("<b>New</b> and <i>good</i>", "<i>Gut</i> und <b>neu</b>"), ("a<br>b", "a<br>b"), ("a<br/>b", "a<br />b"),
    ('<a href="/en" title="Help">x</a>', '<a href="/de" title="Hilfe">y</a>'), ("5 < 6", "5 < 6"),
    ("**now**", "**jetzt**"),
    ("[here](https://a.example)", "[hier](https://a.example)"), ("https://a.example.", "https://a.example。"),
    ("it &amp; they", "es &amp; sie"), ("Mail a@b.example", "E-Mail: a@b.example"), ("Total: 5", "online = gut"),
])  # fmt: skip
def test_kept_markup_is_left_alone(source, target):
    assert seen(source, target) == set()


@pytest.mark.parametrize("source, target, check", [
    ("<b>New</b>", "Neu", "tags"), ("<b>New</b>", "<b>Neu<b>", "tags"), ("<b><i>x</i></b>", "<b><i>x</b></i>", "tags"),
    ('<a class="x">y</a>', '<a class="z">y</a>', "tags"), ("**now**", "jetzt", "tags"),
    ("a & b", "a &amp;amp; b", "tags"),
    ("x", "<script>alert(1)</script>", "unsafe_markup"), ("<b>x</b>", "<b onclick=alert(1)>x</b>", "unsafe_markup"),
    ("x", '<a href="javascript:alert(1)">x</a>', "unsafe_markup"), ("x", "<IFRAME src=//e.example>", "unsafe_markup"),
    ("x", "<svg/onload=alert(1)>", "unsafe_markup"), ("x", "<style>*{}</style>", "unsafe_markup"),
    ("https://a.example/x", "hier", "urls"), ("x", "https://evil.example", "urls"),
    ("https://a.example", "https://a.example.evil.example", "urls"), ("a@b.example", "c@b.example", "emails"),
])  # fmt: skip
def test_changed_markup_is_found(source, target, check):
    assert check in seen(source, target)


def test_another_path_of_the_same_site_asks_for_a_look():
    found = list(markup.check(Pair("https://a.example/en", "https://a.example/de", "de")))
    assert [(finding.check, finding.severity) for finding in found] == [("urls", "warning")]
