"""What is peculiar to Microsoft Translator."""

import pytest

from data.translate import TranslateError


def test_the_key_goes_in_a_header_and_the_languages_are_asked_once_without_it(switch_on, service):
    made = switch_on("microsoft", secrets={"microsoft_key": "abc", "microsoft_region": "westeurope"})
    assert made.translate("Hello", "en", "zh_TW") == "[zh-Hant] Hello"
    made.translate("Bye", "en", "no")
    languages, first, second = service.asked
    assert languages.path == "/languages" and "Ocp-Apim-Subscription-Key" not in languages.headers
    assert first.headers["Ocp-Apim-Subscription-Key"] == "abc"
    assert first.headers["Ocp-Apim-Subscription-Region"] == "westeurope"
    assert first.query == {"api-version": ["3.0"], "from": ["en"], "to": ["zh-Hant"]}
    assert second.query["to"] == ["nb"]


@pytest.mark.parametrize("listed", ["{}", '{"translation": {}}', '{"translation": []}', "x"])
def test_a_service_without_languages_is_told(switch_on, service, listed):
    service.always(200, listed)
    with pytest.raises(TranslateError) as caught:
        switch_on("microsoft").translate("Hello", "en", "de")
    assert caught.value.kind == "answer"


def test_an_error_of_its_own_is_told_by_its_status(switch_on, service):
    made = switch_on("microsoft")
    made.codes("en", "de")
    service.always(401, {"error": {"code": 401000, "message": "invalid credentials"}})
    with pytest.raises(TranslateError) as caught:
        made.translate("Hello", "en", "de")
    assert caught.value.kind == "key"
