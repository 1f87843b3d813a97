"""Drafts on the Texts page: off until switched on, asked before anything leaves, run beside the page, resumed."""

import time

import pytest
from streamlit.testing.v1 import AppTest

from data.content import KINDS
from data.store import Workspace
from data.translate import ENGINES, Limits, engine
from data.translate.drafting import ALL, Choice, Drafting
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item
from frameworks.localization.memory import Remembered
from pages import texts_filling, texts_work
from tests.app.reading import SHELL, opened, words
from tests.data.translate.conftest import KEY, Service, well
from tests.data.translate.test_drafting import HOSTILE, _with

QUICK = Limits(seconds=2, tries=1, per_second=0)
PATHS = {"google": "/m", "mymemory": "/get", "deepl": "", "microsoft": "", "libre": ""}
ITEMS = [Item("cart", "Add to cart"), Item("oak", "Acme is made of oak"), Item("elm", "Made of elm"), Item("n", "24/7")]


@pytest.fixture
def service():
    made = Service()
    yield made
    made.close()


@pytest.fixture
def kept():
    """A workspace with four texts into German and no sample shop."""
    studio = Workspace(data_version="x").studio
    studio.begin()
    studio.remove_items([item.key for item in studio.items()], by="")
    studio.put_items(ITEMS, by="")
    studio.set_locales(["de"])
    studio.glossary.replace_all([Term("Acme", exact=True)])
    return Workspace(data_version="x")


@pytest.fixture
def near(monkeypatch, service):
    """Lead every engine to the server on this machine, its keys given."""

    def made(name, reference, *, secrets, url=""):
        base = "" if name == "libre" else service.url + PATHS[name]
        return engine(name, reference, secrets=secrets, url=url, limits=QUICK, base_url=base)

    monkeypatch.setattr(texts_filling, "engine", made)
    monkeypatch.setattr(texts_filling, "secrets", lambda: {"deepl_key": KEY, "microsoft_key": KEY, "libre_key": KEY})
    return service


def switched_on(kept, name, service, locale=ALL):
    kept.room(Drafting).choose(Choice({locale: name}, service.url))


def done(app, seconds=20):
    """Run the page until the drafts are filled in."""
    end = time.monotonic() + seconds
    while any(button.key == "texts_run_cancel" for button in app.button) and time.monotonic() < end:
        time.sleep(0.05)
        app.run()
    assert not app.exception
    return app


def test_engines_are_off_and_nothing_is_sent_by_itself(kept, near):
    app = opened("texts")
    assert app.selectbox(key="texts_engine_all").value == ""
    assert "No engine is on: nothing leaves this machine" in words(app)
    app.button(key="texts_fill").click().run()
    assert near.asked == []
    assert {one.key: one.origin for one in kept.studio.translations(["de"])} == {"cart": "phrases"}


@pytest.mark.parametrize("name", ENGINES)
def test_before_anything_leaves_the_page_says_what_and_asks(kept, near, name):
    app = opened("texts")
    app.selectbox(key="texts_engine_all").set_value(name).run()
    if name == "libre":
        app.text_input(key="texts_engine_url").set_value(near.url).run()
    assert not app.exception and ENGINES[name].title in words(app)
    app.button(key="texts_fill").click().run()
    text = words(app)
    assert near.asked == [] and kept.studio.translations(["de"]) == ()
    assert "Before anything leaves this machine" in text and "Texts at most: 2; characters:" in text
    assert "127.0.0.1" in text and "German (de)" in text and "a code goes in their place: Acme" in text
    assert "QZX1 is made of oak" in text and "own network" in text and KEY not in text
    app.button(key="texts_send_yes").click().run()
    done(app)
    made = {one.key: one for one in kept.studio.translations(["de"])}
    assert made["oak"].text.endswith("Acme is made of oak") and made["oak"].origin == f"engine:{name}"
    assert made["cart"].origin == "phrases" and "n" not in made
    assert {one.state for one in made.values()} == {"draft"} and not any("Acme" in sent for sent in near.texts)
    assert "3 drafts filled in" in words(app) and "no word to translate" in words(app)
    app.button(key="texts_undo").click().run()
    assert kept.studio.translations(["de"]) == ()


def test_no_sends_nothing_and_without_the_engine_the_rest_is_done(kept, near):
    switched_on(kept, "libre", near)
    app = opened("texts")
    app.button(key="texts_fill").click().run()
    app.button(key="texts_send_no").click().run()
    assert kept.studio.translations(["de"]) == () and near.asked == []
    app.button(key="texts_fill").click().run()
    app.button(key="texts_send_without").click().run()
    done(app)
    assert [one.key for one in kept.studio.translations(["de"])] == ["cart"] and near.asked == []


def test_one_language_may_go_without_or_to_another_engine(kept, near):
    kept.studio.set_locales(["de", "fr"])
    switched_on(kept, "google", near)
    app = opened("texts")
    app.selectbox(key="texts_engine_de").set_value("off").run()
    app.button(key="texts_fill_all").click().run()
    assert "French (fr)" in words(app).split("to be put into", 1)[1][:40]
    app.button(key="texts_send_yes").click().run()
    done(app)
    assert {one.locale for one in kept.studio.translations() if one.origin == "engine:google"} == {"fr"}


@pytest.mark.parametrize("name", ["deepl", "microsoft"])
def test_a_missing_key_says_what_to_put_where(kept, service, name):
    switched_on(kept, name, service)
    app = opened("texts")
    assert ".streamlit/secrets.toml" in words(app)
    assert f'{name}_key = ""' in [code.value for code in app.code]
    app.button(key="texts_fill").click().run()
    assert not app.exception and "needs a key" in words(app) and service.asked == []


@pytest.mark.parametrize("url", ["", "localhost", "http://ana:secret@example.org", "file:///etc/passwd"])
def test_an_address_that_is_none_is_told(kept, near, url):
    kept.room(Drafting).choose(Choice({ALL: "libre"}, url))
    app = opened("texts")
    assert next(one for one in app.expander if one.label == "Network engines").proto.expanded
    app.button(key="texts_fill").click().run()
    assert not app.exception and near.asked == []
    assert "address" in " ".join(warning.value for warning in app.warning)


def test_a_run_is_cancelled_kept_and_taken_up(kept, near):
    kept.studio.put_items([Item(f"k{number}", f"Unheard-of {'abcdefghijkl'[number]} wood") for number in range(12)], by="")
    switched_on(kept, "libre", near)
    near.reply = lambda asked: time.sleep(0.15)
    app = opened("texts")
    app.button(key="texts_fill").click().run()
    app.button(key="texts_send_yes").click().run()
    assert "Filling in drafts:" in words(app) and "It goes on while you work elsewhere" in words(app)
    assert app.selectbox(key="texts_engine_all").disabled
    again = opened("texts")  # another tab sees the same run
    again.button(key="texts_run_cancel").click().run()
    done(app)
    made = len(kept.studio.translations(["de"]))
    text = words(app)
    assert 1 <= made < 14 and "You stopped it" in text and "A filling with drafts was broken off" in text
    near.reply = lambda asked: None
    app.button(key="texts_run_rest").click().run()
    app.button(key="texts_send_yes").click().run()
    done(app)
    assert len(kept.studio.translations(["de"])) == 15
    assert "broken off" not in words(app)
    texts = near.texts
    assert len(texts) - len(set(texts)) <= 1  # the one that was waited for when it was cancelled


@pytest.mark.parametrize("how", ["hang up", "drip", "wrong", "refused", "not there"])
def test_an_engine_that_fails_costs_nothing_but_its_drafts(kept, near, how):
    switched_on(kept, "google", near)
    replies = {"wrong": (200, "<html>no</html>", {}), "refused": (403, "", {})}
    near.reply = lambda asked: replies.get(how, how)
    app = opened("texts")
    app.button(key="texts_fill").click().run()
    if how == "not there":
        near.close()
    app.button(key="texts_send_yes").click().run()
    done(app)
    text = words(app)
    assert [one.key for one in kept.studio.translations(["de"])] == ["cart"]
    assert "wait for a person or an engine" in text and "Google" in text
    app.toggle(key="texts_why").set_value(True).run()
    text = words(app)
    assert "3 texts without a translation" in text and "no word to translate" in text
    with_text = opened("texts")
    assert not with_text.exception


def test_offline_the_page_says_what_waits_and_why(kept, near):
    kept.studio.set_locales(["de", "fr"])
    app = opened("texts")
    app.toggle(key="texts_why").set_value(True).run()
    text = words(app)
    assert "4 texts without a translation" in text and "A draft is at hand" in text
    assert "Neither the memory nor the phrase pack has it" in text and "French (fr)" in text
    app.selectbox(key="texts_engine_all").set_value("google").run()
    assert "Google has not been asked yet" in words(app)


def test_where_time_is_up_the_page_says_how_many_it_looked_at_and_what_to_press(kept, near, monkeypatch):
    monkeypatch.setattr("pages.texts_filling._LOOKING", -1.0)
    kept.studio.set_locales(["de"])
    app = opened("texts")
    app.toggle(key="texts_why").set_value(True).run()
    assert "only the first 1 of 4 were looked at. Press “Fill in drafts” to try all. (3)" in words(app)


def test_a_close_text_of_the_memory_shows_what_differs(kept, near):
    kept.studio.memory.remember([Remembered("Made of elms", "Aus Ulmen")], "en", "de")
    app = opened("texts")
    app.button(key="texts_fill").click().run()
    text = words(app)
    assert "of 100 alike" in text and "<del>elms</del>" in text and "<ins>elm</ins>" in text
    app.text_input(key="texts_search").set_value("elm").run()
    app.button(key="texts_open_0").click().run()
    assert "<ins>elm</ins>" in words(app) and not app.exception


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_answer_is_shown_as_text(kept, near, hostile):
    switched_on(kept, "libre", near)
    near.reply = lambda asked: None if asked.text is None else (200, _with(well, asked, hostile), {})
    kept.studio.glossary.replace_all([])
    app = opened("texts")
    app.button(key="texts_fill").click().run()
    app.button(key="texts_send_yes").click().run()
    done(app)
    text = words(app)
    assert "<script>alert" not in text and "<img" not in text and "\x00" not in text
    app.button(key="texts_open_1").click().run()
    assert not app.exception and "<img" not in words(app)


def test_hostile_texts_are_shown_as_text_before_they_leave(kept, near):
    attack = '<img src=x onerror="alert(1)"> words \u202e'
    kept.studio.put_items([Item("x" + attack, attack)], by="")
    switched_on(kept, "libre", near)
    app = opened("texts")
    app.button(key="texts_fill").click().run()
    assert "<img" not in words(app) and "U+202E" in words(app)


def test_keys_come_from_the_secrets_and_stay_out_of_the_workspace_and_its_files(kept, service, monkeypatch):
    def made(name, reference, *, secrets, url=""):
        return engine(name, reference, secrets=secrets, url=url, limits=QUICK, base_url=service.url)

    monkeypatch.setattr(texts_filling, "engine", made)
    switched_on(kept, "deepl", service)
    app = AppTest.from_file(SHELL, default_timeout=60)
    app.secrets["deepl_key"] = KEY
    app.switch_page("../pages/texts.py")
    app.run()
    assert not app.exception and not app.code
    app.button(key="texts_fill").click().run()
    app.button(key="texts_send_yes").click().run()
    done(app)
    assert service.asked[-1].headers["Authorization"].endswith(KEY)
    assert {one.origin for one in kept.studio.translations(["de"])} == {"phrases", "engine:deepl"}
    files = [path for path in kept.path.parent.rglob("*") if path.is_file()]
    assert files and not any(KEY.encode() in path.read_bytes() for path in files)
    assert not any(KEY.encode() in texts_work.written(kept.studio, kind, "de", False) for kind in KINDS)
    assert KEY not in words(app) and KEY not in repr(app.session_state)


def test_secrets_that_are_no_toml_are_as_none(kept, service):
    assert texts_filling.secrets() == {}
