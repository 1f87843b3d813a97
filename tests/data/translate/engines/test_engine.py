"""Every engine against a server that behaves well, slowly, wrongly and not at all; the libraries are the real ones."""

import logging
import pickle
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest

from data.translate import ENGINES, Limits, TranslateError, engine
from data.translate.engines.engine import wordy

KEY = "s3cret-key-0123456789"
ALL = tuple(ENGINES)
TOLD = {"google": "de", "mymemory": "de-DE", "libre": "de", "deepl": "DE", "microsoft": "de"}


def fails(made, text="Add to cart", target="de", **options):
    with pytest.raises(TranslateError) as caught:
        made.translate(text, "en", target, **options)
    return caught.value


@pytest.mark.parametrize("name", ALL)
def test_a_text_comes_back(switch_on, service, name):
    assert switch_on(name).translate("Add to cart", "en", "de") == f"[{TOLD[name]}] Add to cart"
    assert service.texts == ["Add to cart"]


@pytest.mark.parametrize("name", ALL)
def test_lines_and_outer_spaces_stay_and_what_has_no_word_is_not_sent(switch_on, service, name):
    said = switch_on(name).translate("  Hello\n\n24/7 ★ {count}\nBye \n", "en", "de")
    assert said == f"  [{TOLD[name]}] Hello\n\n24/7 ★ {{count}}\n[{TOLD[name]}] Bye \n"
    assert service.texts == ["Hello", "Bye"]


@pytest.mark.parametrize("name", ALL)
def test_quotes_umlauts_and_signs_survive_the_way(switch_on, name):
    text = 'R&D’s “größte” & 日本 <b>sale</b> 100% "now"'
    assert switch_on(name).translate(text, "en", "de").removeprefix(f"[{TOLD[name]}] ") == text


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "status, kind, requests",
    [(429, "busy", 2), (500, "server", 2), (503, "server", 2), (302, "refused", 1), (404, "refused", 1),
     (403, "key", 1), (456, "quota", 1), (413, "length", 1)],
)  # fmt: skip
def test_a_status_is_told_and_tried_again_only_where_that_helps(switch_on, service, name, status, kind, requests):
    made = switch_on(name)
    made.codes("en", "de")
    service.asked.clear()
    service.always(status, {"error": {"code": 1, "message": KEY}, "message": KEY}, Location="/elsewhere")
    error = fails(made)
    if status == 403 and name in ("google", "mymemory"):  # they have no key to refuse
        kind = "refused"
    assert (error.kind, len(service.asked)) == (kind, requests)
    assert KEY not in str(error)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "body",
    ["", "null", "[]", "{}", "<html><body>Please log in</body></html>", "\x00\xff", '{"translations": []}',
     '[{"translations": []}]', '{"translatedText": null}', '{"responseData": {"translatedText": ""}, "matches": []}',
     '{"responseData": null}', '{"translatedText": 7}', '{"translations": [{"text": "x"}]}'],
)  # fmt: skip
def test_an_answer_that_is_none_is_told(switch_on, service, name, body):
    made = switch_on(name)
    made.codes("en", "de")
    service.always(200, body)
    assert fails(made).kind == "answer"


@pytest.mark.parametrize("name", ALL)
def test_a_fault_that_passes_is_waited_for(switch_on, service, name):
    made = switch_on(name)
    made.codes("en", "de")
    replies = iter([(503, "", {"Retry-After": "0"}), None])
    service.reply = lambda asked: next(replies)
    assert made.translate("Hello", "en", "de") == f"[{TOLD[name]}] Hello"


@pytest.mark.parametrize("name", ALL)
def test_a_wait_that_is_too_long_is_not_waited_for(switch_on, service, name):
    made = switch_on(name)
    made.codes("en", "de")
    service.asked.clear()
    service.always(429, "", Retry_After="86400")
    error = fails(made)
    assert (error.kind, error.after, len(service.asked)) == ("busy", 86400.0, 1)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("how", ["silent", "drip"])
def test_a_slow_server_holds_nobody_up(switch_on, service, name, how):
    made = switch_on(name, Limits(seconds=0.2, tries=1, per_second=0))
    made.limits, normal = Limits(seconds=3, tries=1, per_second=0), made.limits
    made.codes("en", "de")
    made.limits = normal
    service.reply = lambda asked: "drip" if how == "drip" else service.over.wait(5) and "hang up"
    began = time.monotonic()
    assert fails(made).kind == "slow"
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("name", ALL)
def test_a_server_that_hangs_up_or_is_not_there_is_offline(switch_on, service, name):
    made = switch_on(name)
    made.codes("en", "de")
    service.reply = lambda asked: "hang up"
    assert fails(made).kind == "offline"
    service.close()
    assert fails(made).kind == "offline"


@pytest.mark.parametrize("name", ALL)
def test_an_endless_answer_is_cut_off(switch_on, service, name):
    made = switch_on(name)
    made.codes("en", "de")
    service.always(200, "x" * 3_000_000)
    assert fails(made).kind == "answer"


@pytest.mark.parametrize("name", ALL)
def test_cancelling_ends_the_wait_at_once(switch_on, service, name):
    made = switch_on(name)
    made.codes("en", "de")
    service.reply = lambda asked: service.over.wait(5) and "hang up"
    began = time.monotonic()
    assert fails(made, cancelled=lambda: time.monotonic() - began > 0.1).kind == "cancelled"
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("name", ALL)
def test_a_language_it_does_not_know_is_not_sent(switch_on, service, name):
    made = switch_on(name)
    assert fails(made, target="xx").kind == "language"
    assert fails(made, target="en").kind == "language"
    assert service.texts == []


@pytest.mark.parametrize("name", ALL)
def test_a_text_too_long_is_cut_at_sentences_or_refused(switch_on, service, name):
    made = switch_on(name)
    sentence = "This is a sentence of the shop. "
    made.translate(sentence * (made.about.most // len(sentence) + 1), "en", "de")
    assert len(service.texts) == 2
    assert fails(made, text="x" * (made.about.most + 1)).kind == "length"


@pytest.mark.parametrize("name", ["deepl", "microsoft", "libre"])
def test_a_key_is_in_no_error_no_log_and_no_shown_object(switch_on, service, name, caplog):
    caplog.set_level(logging.DEBUG)
    made = switch_on(name)
    made.codes("en", "de")
    for status in (200, 400, 403, 429, 500):
        service.always(status, {"error": {"message": f"bad {KEY}"}, "message": KEY})
        error = fails(made)
        told = "".join(traceback.format_exception(error))
        assert KEY not in str(error) and KEY not in repr(error.values) and KEY not in told
        assert KEY.encode() not in pickle.dumps(error)
    service.close()
    fails(made)
    assert KEY not in repr(made) and KEY not in made.identity
    assert KEY not in caplog.text


@pytest.mark.parametrize("name", ["deepl", "microsoft"])
def test_an_engine_without_its_key_cannot_be_switched_on(reference, name):
    with pytest.raises(TranslateError, match=f"{name}_key"):
        engine(name, reference, secrets={f"{name}_key": "  "})


def test_no_engine_is_on_by_itself_and_an_unknown_one_is_told(reference):
    assert engine("", reference) is None
    with pytest.raises(TranslateError, match="google"):
        engine("babelfish", reference)


@pytest.mark.parametrize("name", ALL)
def test_a_hostile_answer_comes_back_as_text_without_control_characters(switch_on, service, name):
    attack = "<script>alert(1)</script>{0.__class__}"
    said = switch_on(name).translate(f"Hello {attack}", "en", "de")
    assert said == f"[{TOLD[name]}] Hello {attack}"


@pytest.mark.parametrize("text, has_words", [("Hi", True), ("…", False), ("{name}", False), ("<b>7</b>", False)])
def test_only_letters_outside_placeholders_and_tags_are_words(text, has_words):
    assert wordy(text) is has_words


@pytest.mark.parametrize("name", ALL)
def test_threads_do_not_mix_up_their_answers(switch_on, name):
    made = switch_on(name)
    made.codes("en", "de")
    texts = [f"Text {letter}" for letter in "abcdefgh"]
    with ThreadPoolExecutor(8) as threads:
        said = list(threads.map(lambda text: made.translate(text, "en", "de"), texts))
    assert said == [f"[{TOLD[name]}] {text}" for text in texts]
