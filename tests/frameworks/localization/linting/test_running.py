"""The lint over labelled texts: hits where they belong, silence over ordinary shop copy."""

import time

import pytest

from data.samples.shop_texts import shop_texts
from frameworks.localization.finding import SEVERITIES
from frameworks.localization.linting import EVIDENCE, LINTS, lint, lint_many
from tests.frameworks.localization.linting.labelled import ABROAD, BAD, QUIET


@pytest.mark.parametrize(("text", "market", "check"), BAD)
def test_what_travels_badly_is_told(reference, text, market, check):
    surface = "checkout" if "😉" in text else "ad"
    found = lint(text, market, home="USA" if market != "USA" else "DEU", reference=reference, surface=surface)
    assert check in {finding.check for finding in found}


def test_every_lint_has_a_labelled_text():
    assert {check for _text, _market, check in BAD} == set(LINTS)


@pytest.mark.parametrize("market", ABROAD)
def test_ordinary_copy_is_left_in_peace(reference, market):
    alarms = [
        (text, finding.check, str(finding.message))
        for text in QUIET
        for finding in lint(text, market, home="USA", reference=reference, surface="product")
    ]
    assert alarms == []


@pytest.mark.parametrize("text, market, _check", BAD)
def test_each_finding_names_market_reason_source_and_what_to_try(reference, text, market, _check):
    for finding in lint(text, market, home="USA", reference=reference, unchecked=True):
        assert finding.market == market and finding.check in LINTS and finding.severity in SEVERITIES
        assert finding.severity != "error"  # none blocks
        assert str(finding.message) and finding.suggestion and finding.source and finding.evidence in EVIDENCE
        assert 0 <= finding.start < finding.end <= len(text)


def test_tone_waits_for_a_culture_gap(reference):
    text = "Hurry, last chance!"
    assert lint(text, "JPN", reference=reference) == ()
    assert lint(text, "CAN", home="USA", reference=reference) == ()
    told = str(lint(text, "JPN", home="USA", reference=reference)[0].message)
    assert "Uncertainty avoidance is" in told and "higher than at home" in told
    assert lint(text, "JPN", home="USA", reference=reference, surface="legal") == ()


def test_at_home_only_what_holds_everywhere_is_told(reference):
    text = "You guys: order by 12/24 for Christmas, it's a home run. 5 oz"
    assert [finding.check for finding in lint(text, "USA", home="USA", reference=reference)] == ["gendered"]


def test_another_source_language_is_checked_for_its_forms_only(reference):
    found = lint("Home run! Gültig bis 12/05/2027", "USA", home="DEU", reference=reference, language="de")
    assert [finding.check for finding in found] == ["date"]


def test_one_kind_can_be_asked_for(reference):
    found = lint("Click here, you guys", "DEU", reference=reference, only=["link_text"])
    assert [finding.check for finding in found] == ["link_text"]


def test_texts_of_the_sample_shop_are_told_by_market(reference):
    found = {item.key: told for item, told in lint_many(shop_texts(), ("JPN", "AUS"), home="USA", reference=reference)}
    assert {one.check for one in found["product.story"]["JPN"]} == {"sport"}
    assert {one.check for one in found["ad.summer"]["AUS"]} == {"season"}
    assert found["ad.search_text"]["JPN"] and found["product.add_to_cart"] == {}


HOSTILE = ("", " ", "\x00", "{" * 500, "<" * 2000, "!" * 5000, "a " * 9000, "1/" * 5000, "😉" * 3000, "the best " * 2000,
           "first name " * 1500, "$" * 9000, "set of " * 2000, "A" * 20000, "1" * 20000, " " * 20000,
           "1 " * 10000, "A B " * 5000, "AAA " * 5000, "! " * 9000, "Hi " * 6000, "&" * 20000, "1." * 9000, "@" * 9000,
           "a." * 9000 + "@", "{a, plural, one {" * 900)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_ends_soon(reference, text):
    lint("warm up", "JPN", home="USA", reference=reference)
    began = time.perf_counter()
    lint(text, "JPN", home="USA", reference=reference, surface="checkout")
    assert time.perf_counter() - began < 2
