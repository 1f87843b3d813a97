"""What is peculiar to Google's public page."""

import html

import pytest

from data.translate import TranslateError


def page(text):
    return f'<div class="result-container">{html.escape(text)}</div>'


@pytest.mark.parametrize("target, told", [("he", "iw"), ("nb", "no"), ("fil", "tl"), ("zh_TW", "zh-TW"), ("pt_BR", "pt")])
def test_its_own_codes_are_used(switch_on, service, target, told):
    switch_on("google").translate("Hello", "en", target)
    assert (service.asked[0].query["tl"], service.asked[0].query["sl"]) == ([told], ["en"])


@pytest.mark.parametrize("target", ["en_GB", "sr_Latn"])
def test_a_variety_it_cannot_write_is_refused_instead_of_copied(switch_on, service, target):
    with pytest.raises(TranslateError) as caught:
        switch_on("google").translate("Colour", "en", target)
    assert caught.value.kind == "language"
    assert service.asked == []


def test_a_name_that_stays_the_same_is_a_translation(switch_on, service):
    service.always(200, page("Landfall"))
    assert switch_on("google").translate("Landfall", "en", "de") == "Landfall"


@pytest.mark.parametrize("answer", ["!", "…", "★", " "])
def test_an_answer_without_a_letter_is_none(switch_on, service, answer):
    service.always(200, page(answer))
    with pytest.raises(TranslateError) as caught:
        switch_on("google").translate("Landfall", "en", "de")
    assert caught.value.kind == "answer"


def test_entities_are_read_once(switch_on, service):
    service.always(200, page("Fish &#39;n&#39; chips"))
    assert switch_on("google").translate("Fish and chips", "en", "de") == "Fish 'n' chips"
