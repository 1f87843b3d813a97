"""An exchange ends in time, in bounds, and where it began."""

import gzip
import logging

import pytest
import requests

from data.translate.session import MOST_BYTES, LimitedSession, unlogged


def test_it_remembers_what_came_back(service):
    service.always(429, "wait", Retry_After="7")
    with LimitedSession(2) as session:
        assert session.get(service.url).text == "wait"
    assert (session.status, session.retry_after, session.failure) == (429, 7.0, "")


@pytest.mark.parametrize("wait", ["Wed, 21 Oct 2026 07:28:00 GMT", "-1", "١", "9" * 40, ""])
def test_a_wait_that_is_no_number_of_seconds_is_left_aside(service, wait):
    if wait.isascii():
        service.always(503, "", Retry_After=wait)
    with LimitedSession(2) as session:
        session.get(service.url + "/m?q=x&tl=de")
    assert session.retry_after is None


def test_a_bomb_is_not_unpacked(service):
    bomb = gzip.compress(b"x" * (MOST_BYTES * 20))
    service.reply = lambda asked: (200, bomb, {"Content-Encoding": "gzip"})
    with LimitedSession(5) as session, pytest.raises(requests.RequestException):
        session.get(service.url)
    assert session.failure == "answer"


def test_a_broken_packing_is_no_answer(service):
    service.reply = lambda asked: (200, b"no gzip", {"Content-Encoding": "gzip"})
    with LimitedSession(2) as session, pytest.raises(requests.RequestException):
        session.get(service.url)
    assert session.failure == "answer"


def test_a_packed_answer_is_read(service):
    service.reply = lambda asked: (200, gzip.compress("größer".encode()), {"Content-Encoding": "gzip"})
    with LimitedSession(2) as session:
        assert session.get(service.url).content.decode() == "größer"


def test_a_redirection_comes_back_as_it_is(service):
    service.always(302, "", Location="http://127.0.0.1:1/")
    with LimitedSession(2) as session:
        assert session.get(service.url).status_code == 302


def test_only_its_own_exchanges_are_unlogged(service, caplog):
    caplog.set_level(logging.DEBUG)
    with LimitedSession(2) as session:
        with unlogged():
            session.get(service.url + "/m?q=private&tl=de")
        session.get(service.url + "/m?q=public&tl=de")
    assert "public" in caplog.text and "private" not in caplog.text


def test_no_login_of_the_user_goes_along(service, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login ana password hunter2\n")
    monkeypatch.setenv("NETRC", str(netrc))
    with LimitedSession(2) as session:
        session.get(service.url + "/m?q=x&tl=de")
    assert "Authorization" not in service.asked[0].headers
