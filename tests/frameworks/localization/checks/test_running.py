"""One translation, many translations, hostile translations."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.localization.checks import CHECKS, check, check_many
from frameworks.localization.finding import SEVERITIES
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item, Translation

HOSTILE = st.text(alphabet="aZé {}<>%$#/\\'\"&;:?!.,0129()[]*`@＝。、カ你ال\u200b\u202e\u2067\x00\n\ud800", max_size=60)
LOCALES = st.sampled_from(["de", "fr", "es", "ja", "zh_Hant", "ar", "ru", "th", "xx", "", "pt-BR", "el", "ko"])


@given(HOSTILE, HOSTILE, LOCALES)
def test_no_text_breaks_a_check(source, target, locale):
    for finding in check(source, target, locale, glossary=[Term("a"), Term("Z", "preferred", text="é")], others=[(source, "x")]):
        assert finding.check in CHECKS and finding.severity in SEVERITIES
        assert str(finding.message)
        assert finding.start is None or 0 <= finding.start <= finding.end <= len(target)


@pytest.mark.parametrize("text", [
    "(" * 40_000, "<a " * 15_000, "{a, plural, other {" * 2_000, "a " * 20_000, "1," * 20_000, "https://" * 5_000, "&" * 40_000,
    "a@" * 20_000, "%" * 40_000, " " * 40_000 + "x", "不" * 20_000, "\u202e" * 20_000, "12/" * 10_000, "no " * 10_000,
])  # fmt: skip
def test_huge_texts_take_no_longer_than_a_moment(text):
    begun = time.perf_counter()
    check(text, text, "fr")
    check("Short.", text, "de")
    assert time.perf_counter() - begun < 4


def test_the_gravest_comes_first():
    seen = check("Hello {name}, welcome.", "Hallo  du du", "de")
    ranks = [SEVERITIES.index(finding.severity) for finding in seen]
    assert ranks == sorted(ranks) and seen[0].check == "placeholders"


def test_only_some_checks():
    assert [found.check for found in check("Hello {name}.", "Hallo ", "de", only=["edge_space"])] == ["edge_space"]


def test_terms_of_other_locales_are_left_aside():
    glossary = [Term("cart", "preferred", "fr", "panier"), Term("cart", "preferred", "de", "Warenkorb")]
    assert [found.check for found in check("cart", "Korb", "de", glossary=glossary)] == ["glossary"]


def test_the_other_texts_give_the_register():
    others = [(f"Check {n}", text) for n, text in enumerate(["Prüfen Sie Ihre Daten.", "Wählen Sie.", "Haben Sie Fragen?"])]
    assert [found.check for found in check("Your cart", "Dein Korb", "de", others=others)] == ["formality"]
    assert check("Your cart", "Dein Korb", "de", others=others, register="informal") == ()


def texts(count):
    made = [(Item(f"k{n}", "Your order"), Translation(f"k{n}", "de", "Ihre Bestellung")) for n in range(count)]
    made.append((Item("odd", "Your order"), Translation("odd", "de", "Ihr Auftrag")))
    made.append((Item("odd", "Your order"), Translation("odd", "fr", "Votre commande")))
    return made


def test_many_are_checked_against_each_other():
    done = check_many(texts(3))
    assert {found.check for found in done.findings[("odd", "de")]} == {"inconsistent"}
    assert ("odd", "fr") not in done.findings and (done.done, done.total, done.cancelled) == (5, 5, False)


def test_a_run_tells_how_far_it_is_and_can_be_stopped():
    told = []
    done = check_many(texts(48), every=10, progress=lambda at, total: told.append((at, total)))
    assert told == [(10, 50), (20, 50), (30, 50), (40, 50), (50, 50)] and done.done == 50
    stopped = check_many(texts(48), every=10, cancelled=lambda: len(told) > 0)
    assert stopped.cancelled and stopped.done == 10
