"""Engines, asking and runs as they are drawn: every foreign word is shown as text."""

from streamlit.testing.v1 import AppTest

from components import studio_engines
from frameworks.localization.memory import Remembered, suggestions
from tests.app.reading import words

ATTACK = '<img src=x onerror="alert(1)">\u202e'


def drawn(script):
    app = AppTest.from_function(script, default_timeout=30).run()
    assert not app.exception
    return app


def test_the_chain_names_what_is_on_and_for_which_language():
    def script():
        from components import studio_engines

        studio_engines.links({})
        studio_engines.links({"": "Google"})
        studio_engines.links({"": "Google", "de": "DeepL"})

    told = words(drawn(script))
    assert "nothing leaves this machine" in told and "Google: all languages" in told
    assert "Google: all other languages" in told and "DeepL: German (de)" in told


def test_a_missing_key_is_asked_for_by_its_line():
    def script():
        from components import studio_engines

        studio_engines.key_wanted("Microsoft", ["microsoft_key"], ["microsoft_region"])

    app = drawn(script)
    assert ".streamlit/secrets.toml" in words(app) and "microsoft_region" in words(app)
    assert [code.value for code in app.code] == ['microsoft_key = ""']


def test_what_would_leave_is_shown_as_text():
    def script():
        from components import studio_engines
        from data.translate import Leaving
        from frameworks.labels import Sentence

        attack = '<img src=x onerror="alert(1)">\u202e'
        leaving = Leaving("Google", "x", 2, 10, ("de",), sources=(attack, *(f"text {n}" for n in range(300))),
                          sentences=(Sentence("To {engine}", engine=attack),))  # fmt: skip
        studio_engines.asking([leaving], 3, lambda: None, lambda: None, lambda: None)

    app = drawn(script)
    told = words(app)
    assert "<img" not in told and "U+202E" in told and "3 drafts need no engine" in told and "and 101 more" in told
    assert "The 301 texts that would leave" in [one.label for one in app.expander]


def test_what_a_run_came_to_is_told_with_its_problems():
    def script():
        from collections import Counter

        from components import studio_engines
        from data.translate.drafting import Account
        from frameworks.labels import Sentence

        attack = '<img src=x onerror="alert(1)">\u202e'
        why = Sentence("Because of {what}", what=attack)
        account = Account(("de",), True, "de", Counter({"engine:google": 2}), {"de": Counter({why: 3})},
                          [(attack, "de", why)], halted=why)  # fmt: skip
        studio_engines.running(2, 8, account, True, lambda: None)
        studio_engines.over(account, True, Sentence("It failed"), lambda: None)
        studio_engines.waiting([("de", 3, {why: 3})])
        studio_engines.left("Broken off", lambda: None, lambda: None)

    told = words(drawn(script)).replace("\\<", "(")  # escaped for Markdown, which shows no HTML either
    assert "<img" not in told and "Filling in drafts: 2 of 8" in told and "Stopping; what is done is kept" in told
    assert "2 drafts filled in" in told and "It failed" in told and "left alone" in told
    assert "3 texts without a translation" in told and "Broken off" in told


def test_a_close_text_shows_what_differs():
    [one] = suggestions(f"Made of elm {ATTACK}", [Remembered(f"Made of elms {ATTACK}", "x")], floor=80, limit=1)
    told = studio_engines.close(ATTACK, "de", one)
    assert "<del>elms</del><ins>elm</ins>" in told and "<img" not in told and "of 100 alike" in told
