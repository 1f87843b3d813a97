"""What is peculiar to a LibreTranslate server of one's own."""

import pytest

from data.translate import TranslateError
from data.translate.engines.libre import server_address, stays_near


@pytest.mark.parametrize(
    "address",
    ["", "localhost:5000", "ftp://localhost", "javascript:alert(1)", "file:///etc/passwd", "http://", "http://x:99999",
     "http://x/?api_key=1", "http://x/#a", "http://[::1", "http://" + "x" * 600],
)  # fmt: skip
def test_what_is_no_address_is_refused(address):
    with pytest.raises(TranslateError, match="address of a server"):
        server_address(address)


def test_a_password_in_the_address_is_refused_and_not_repeated():
    with pytest.raises(TranslateError) as caught:
        server_address("http://ana:hunter2@localhost:5000")
    assert "hunter2" not in str(caught.value)


def test_an_address_loses_its_last_slash():
    assert server_address(" https://mt.example.org/api/ ") == "https://mt.example.org/api"


@pytest.mark.parametrize("address, near", [("http://10.0.0.5:5000", True), ("http://[::1]:5000", True),
                                           ("http://mt.local", True), ("http://8.8.8.8", False)])  # fmt: skip
def test_near_is_this_machine_or_a_private_network(address, near):
    assert stays_near(address) is near


def test_texts_go_in_the_body_and_the_languages_are_asked_once(switch_on, service):
    made = switch_on("libre")
    long = "日本語" * 1_600
    assert made.translate(long, "en", "zh_TW") == f"[zt] {long}"
    made.translate("Hi", "en", "pt_BR")
    assert [(asked.method, asked.path, asked.query) for asked in service.asked] == [
        ("GET", "/languages", {}), ("POST", "/translate", {}), ("POST", "/translate", {}),
    ]  # fmt: skip
    assert service.asked[2].body == {
        "q": "Hi", "source": "en", "target": "pb", "format": "text", "api_key": "s3cret-key-0123456789",
    }  # fmt: skip


def test_an_open_server_gets_no_key(switch_on, service):
    switch_on("libre", secrets={}).translate("Hi", "en", "de")
    assert "api_key" not in service.asked[-1].body


@pytest.mark.parametrize("listed", [[], {}, [{"name": "x"}], [7], None])
def test_a_server_without_languages_is_told(switch_on, service, listed):
    service.always(200, listed)
    with pytest.raises(TranslateError) as caught:
        switch_on("libre").translate("Hi", "en", "de")
    assert caught.value.kind == "answer"


def test_a_redirection_is_not_followed(switch_on, service):
    made = switch_on("libre")
    made.codes("en", "de")
    service.always(307, "", Location=f"{service.url}/elsewhere")
    with pytest.raises(TranslateError):
        made.translate("Hi", "en", "de")
    assert "/elsewhere" not in [asked.path for asked in service.asked]
