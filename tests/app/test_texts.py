"""The Texts page: the sample shop, adding and changing, languages, drafts, files, glossary, undo, hostile input."""

import pytest

from data.content import KINDS, read_content
from data.store import Workspace
from frameworks.localization.items import Item
from frameworks.localization.states import STATES
from pages import texts_work
from tests.app.reading import opened, words

ATTACK = '<img src=x onerror="alert(1)"><script>alert(1)</script>'


def studio():
    return Workspace(data_version="x").studio


def page(**params):
    return opened("texts", **params)


def with_german():
    app = page()
    app.multiselect(key="texts_locales_picked").set_value(["de"])
    apply = next(button for button in app.button if button.label == "Apply")
    apply.click().run()
    assert not app.exception
    return app


def submit(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def test_the_sample_shop_is_there_on_the_first_visit():
    text = words(page())
    assert "Four bars that smell like a walk by the sea" in text
    assert "No language is chosen yet" in text


def test_the_list_pages_and_narrows_by_words_surface_and_state():
    app = page()
    assert sum(key.key.startswith("texts_open_") for key in app.button) == 25
    app.text_input(key="texts_search").set_value("home run").run()
    assert sum(key.key.startswith("texts_open_") for key in app.button) == 1
    app.text_input(key="texts_search").set_value("").run()
    app.multiselect(key="texts_surfaces").set_value(["legal"]).run()
    text = words(app)
    assert "Product page" not in text and "Legal text" in text
    app.multiselect(key="texts_states").set_value(["approved"]).run()
    assert "Nothing here" in words(app)


def test_drafts_say_where_they_come_from_what_waits_and_that_nothing_is_sent():
    app = with_german()
    assert "0% approved" in words(app)
    app.button(key="texts_fill").click().run()
    assert not app.exception
    text = words(app)
    assert "from the phrase pack" in text and "wait for a person or an engine" in text
    assert "No engine is on: nothing leaves this machine" in text
    made = studio().translations(["de"])
    assert made and {one.origin for one in made} == {"phrases"} and {one.state for one in made} == {"draft"}
    app.button(key="texts_undo").click().run()
    assert not studio().translations(["de"])


def test_a_text_is_added_changed_and_its_translation_goes_stale():
    app = page()
    app.button(key="texts_add").click().run()
    app.text_input(key="texts_item_key_1").set_value("new.key")
    app.text_area(key="texts_item_source_1").set_value("Pay now")
    submit(app, "Keep")
    assert studio().item("new.key").source == "Pay now"
    kept = studio()
    kept.write("new.key", "de", "Jetzt zahlen", by="Ana")
    app = page()
    app.text_input(key="texts_search").set_value("new.key").run()
    app.button(key="texts_open_0").click().run()
    assert app.text_area(key="texts_item_source_1").value == "Pay now"
    app.text_area(key="texts_item_source_1").set_value("Pay later")
    submit(app, "Keep")
    assert studio().item("new.key").source == "Pay later"
    assert "1 translation is stale now." in words(app)


def test_a_key_that_is_there_or_missing_is_refused():
    app = page()
    app.button(key="texts_add").click().run()
    app.text_input(key="texts_item_key_1").set_value("product.name")
    app.text_area(key="texts_item_source_1").set_value("x")
    submit(app, "Keep")
    assert "already" in app.error[0].value
    app.text_input(key="texts_item_key_1").set_value(" ")
    submit(app, "Keep")
    assert "needs a key" in app.error[0].value


def test_what_may_travel_badly_is_told_for_the_markets_of_the_shortlist():
    app = page(home="USA", short="DEU.JPN")
    app.text_input(key="texts_search").set_value("product.story").run()
    app.button(key="texts_open_0").click().run()
    text = words(app)
    assert "Picture from sport" in text and "Germany and Japan" in text and "Try: " in text
    app = page(home="USA")
    app.button(key="texts_open_0").click().run()
    assert "Put markets on your shortlist" in words(app)


def test_a_window_opened_later_shows_its_own_text():
    app = page()
    app.button(key="texts_open_0").click().run()
    first = app.text_area(key="texts_item_source_1").value
    app.button(key="texts_open_1").click().run()
    assert app.text_area(key="texts_item_source_2").value != first


def test_pasted_lines_are_looked_at_first_and_taken_in_as_one_step():
    app = page()
    app.text_area(key="texts_pasted").set_value("key,source,surface\na.one,First,checkout\na.two,Second,nowhere\n")
    submit(app, "Look at it")
    text = words(app)
    assert "Nothing is kept yet" in text and "nowhere" in text
    assert studio().item("a.one") is None
    app.button(key="texts_take").click().run()
    assert studio().item("a.one").surface == "checkout" and studio().item("a.two") is None
    app.button(key="texts_undo").click().run()
    assert studio().item("a.one") is None


@pytest.mark.parametrize(
    "name, data",
    [("a.xlf", b"<!DOCTYPE x [<!ENTITY a 'b'>]><xliff version='1.2'>&a;</xliff>"), ("b.json", b"{"), ("c.csv", b"")],
)
def test_a_file_that_cannot_be_read_is_told_and_nothing_is_kept(name, data):
    app = page()
    app.get("file_uploader")[0].upload(name, data) if hasattr(app.get("file_uploader")[0], "upload") else pytest.skip("no upload")
    app.run()
    assert not app.exception
    assert app.warning or app.error
    assert "texts_take" not in {button.key for button in app.button}


def test_translations_without_a_text_are_told_before_and_left_out():
    app = page()
    app.text_area(key="texts_pasted").set_value("key\tsource\tde\nx.one\tOne\tEins\n")
    submit(app, "Look at it")
    app.button(key="texts_take").click().run()
    assert [one.text for one in studio().translations(["de"])] == ["Eins"]
    assert all(one.state in STATES and one.state != "approved" for one in studio().translations(["de"]))


def test_the_glossary_takes_terms_and_says_what_is_missing():
    app = page()
    app.selectbox(key="texts_term_kind").set_value("preferred")
    app.text_input(key="texts_term_word").set_value("Soap")
    submit(app, "Add the term")
    assert "needs the word in the translation" in app.error[0].value
    app.selectbox(key="texts_term_kind").set_value("forbidden")
    app.text_input(key="texts_term_word").set_value("Soap")
    app.text_input(key="texts_term_text").set_value(ATTACK)
    submit(app, "Add the term")
    assert any(term.kind == "forbidden" for term in studio().glossary.all())
    assert ATTACK not in words(app)


def test_a_language_that_is_none_is_refused_in_words():
    app = page()
    app.multiselect(key="texts_locales_picked").set_value(["de", "not a language"])
    submit(app, "Apply")
    assert "no language code" in words(app)
    assert studio().locales() == ()


def test_hostile_texts_are_shown_as_they_are():
    kept = studio()
    kept.begin()
    kept.put_items([Item("zz" + ATTACK, ATTACK, ATTACK, note=ATTACK)], by="")
    kept.write("zz" + ATTACK, "de", ATTACK + "\u202e", by=ATTACK)
    app = page()
    app.text_input(key="texts_search").set_value("zz").run()
    assert "onerror=" in words(app) and "<img" not in words(app) and "<script>alert" not in words(app)
    app.button(key="texts_open_0").click().run()
    assert not app.exception
    assert "<img" not in words(app)


def test_the_sample_shop_can_be_taken_out_and_brought_back():
    app = page()
    app.button(key="texts_no_sample").click().run()
    assert studio().items() == ()
    app.button(key="texts_undo").click().run()
    assert len(studio().items()) > 50


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("approved", [True, False])
def test_every_kind_of_file_goes_out_approved_or_all(kind, approved):
    kept = studio()
    kept.begin()
    kept.write("product.name", "de", "Geschenkset", by="Ana")
    kept.write("product.add_to_cart", "de", "In den Warenkorb", by="Ana")
    kept.move([("product.add_to_cart", "de")], "approved", by="Ben")
    name = f"de.{KINDS[kind].extension}"
    found = read_content(texts_work.written(kept, kind, "de", approved), name)
    texts = {one.text for one in found.translations if one.text}
    assert "In den Warenkorb" in texts
    assert ("Geschenkset" in texts) is not approved
    assert texts_work.written(kept, kind, None, approved)


def test_a_memory_file_can_feed_the_memory_alone():
    kept = studio()
    kept.begin()
    looked = texts_work.look("pasted.txt", b"key\tsource\tde\nx\tGift set of four\tGeschenkset\n", None)
    assert texts_work.remember(kept, looked.content) == 1
    assert kept.item("x") is None
    app = with_german()
    app.button(key="texts_fill").click().run()
    assert "from your memory" in words(app)


def test_a_text_may_be_written_in_another_language_than_english():
    app = page()
    app.button(key="texts_add").click().run()
    app.text_input(key="texts_item_key_1").set_value("es.key")
    app.text_area(key="texts_item_source_1").set_value("Pagar ahora")
    app.selectbox(key="texts_item_language_1").set_value("es_MX")
    submit(app, "Keep")
    assert studio().item("es.key").source_language == "es_MX"
    app = page()
    app.text_input(key="texts_search").set_value("es.key").run()
    app.button(key="texts_open_0").click().run()
    assert app.selectbox(key="texts_item_language_1").value == "es_MX"


def test_several_lines_are_pasted_with_or_without_a_key():
    app = page()
    app.selectbox(key="texts_door_source").set_value("es").run()
    app.text_area(key="texts_pasted").set_value("checkout.pay\tPagar\ncheckout.no\tNo\nUn texto solo\n")
    submit(app, "Look at it")
    app.button(key="texts_take").click().run()
    assert (studio().item("checkout.pay").source, studio().item("checkout.no").source) == ("Pagar", "No")
    assert studio().item("un_texto_solo").source_language == "es"


def test_inline_codes_go_in_and_out_of_the_page_as_they_came():
    source = 'See <g id="1">this</g> <x id="2"/><ph id="3">&lt;br/&gt;</ph>'
    file = f'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="de" datatype="html"><body><trans-unit id="inl"><source>{source}</source></trans-unit></body></file></xliff>'  # noqa: E501
    kept = studio()
    kept.begin()
    texts_work.take_in(kept, texts_work.look("a.xlf", file.encode(), None).content, "Ana")
    assert kept.item("inl").source == source and len(kept.item("inl").placeholders) == 4
    assert f"<source>{source}</source>".encode() in texts_work.written(kept, "xliff12", None, False)
    app = page()
    app.text_input(key="texts_search").set_value("inl").run()
    assert "&lt;x id=" in words(app)


def test_from_a_text_one_goes_to_its_translation_in_review():
    app = with_german()
    app.text_input(key="texts_search").set_value("product.story").run()
    app.button(key="texts_open_0").click().run()
    app.button(key="texts_review_de").click().run()
    assert not app.exception
    assert "Is this translation right" in words(app) and "swing and a miss" in words(app)
