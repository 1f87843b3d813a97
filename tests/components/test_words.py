"""Interface text: every word marked and translated, figures as the visitor writes them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from babel.messages.catalog import Catalog, Message
from streamlit.testing.v1 import AppTest

from components import words
from components.locale import upkeep


def test_every_text_on_screen_is_marked():
    assert upkeep.unmarked() == []


@pytest.mark.parametrize("file", upkeep.catalogue_files(), ids=lambda file: file.stem)
def test_every_text_is_translated(file):
    assert upkeep.gaps(file) == []


def test_a_text_marked_inside_a_string_is_collected():
    code = """x = f"<b>{escape(_('Total'))}</b> {ngettext('{n} row', '{n} rows', n)} {_(name)}" """
    assert set(upkeep.inside_strings(code)) == {"Total", ("{n} row", "{n} rows")}


# --- the check itself -----------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        'st.title("Hello")',
        'col.button("Go there", key="x")',
        'st.caption(f"Rank {place}")',
        'st.slider(label="Share")',
        'st.write(_("Yes"), help="because")',
        'st.info("Total " + name)',
        'st.info("Hello there".format())',
        'st.error("Stop" if bad else "Go on")',
        'st.tabs(["First", _("Second")])',
        'st.html(f"<b>Hello</b> {name}")',
        'alt.X("field:Q", title="Affinity")',
        'st.column_config.NumberColumn("Rank")',
        'x = _(f"Hello {name}")',
    ],
)
def test_an_unmarked_text_is_found(line, tmp_path):
    file = tmp_path / "page.py"
    file.write_text(line)
    assert len(upkeep.unmarked([file])) == 1


@pytest.mark.parametrize(
    "line",
    [
        'st.title(_("Hello"))',
        'st.write(f"**{name}** {score}")',
        'st.html(f\'<p class="lf-note">{text}</p>\')',
        'st.metric(_("Rank"), "–")',
        'log.error("Not for the screen")',
        'st.caption(":material/star:")',
        'st.set_page_config(page_title="Landfall")  # words: ok',
        'st.button(_("Go"), key="go", icon=":material/add:")',
        "name.title()",
        'chart.encode(text="name:N")',
        'st.page_link(f"pages/{name}.py", label=_("Go"))',
    ],
)
def test_what_needs_no_mark_is_left_alone(line, tmp_path):
    file = tmp_path / "page.py"
    file.write_text(line)
    assert upkeep.unmarked([file]) == []


@pytest.mark.parametrize(
    ("text", "translation", "problem"),
    [
        ("Save", "Guardar", None),
        ("Save", "", "untranslated"),
        ("{market} leads", "Va en cabeza", "placeholders differ"),
        ("{market} leads", "{mercado} va en cabeza", "placeholders differ"),
        ("{market} leads", "{market va en cabeza", "placeholders differ"),
        ("{market} leads", "{market} va en cabeza", None),
        (("one market", "{count} markets"), ("un mercado", "{count} mercados"), None),
        (("one market", "{count} markets"), ("un mercado", ""), "untranslated"),
        (("one market", "{count} markets"), ("un mercado", "{n} mercados"), "placeholders differ"),
    ],
)
def test_a_translation_is_judged(text, translation, problem):
    wanted = Catalog()
    wanted.add(text)
    message = next(message for message in wanted if message.id)
    assert upkeep._problem(message, Message(text, translation)) == problem


def test_a_text_that_was_not_collected_is_named(tmp_path):
    wanted = Catalog()
    wanted.add("A new text")
    file = tmp_path / "es.po"
    file.write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n')
    assert upkeep.gaps(file, wanted) == ["es.po: not collected, run `make words`: 'A new text'"]


# --- language -------------------------------------------------------------------------


def test_outside_a_session_it_speaks_english():
    assert words.language() == "en"
    assert words._("") == ""
    assert words._("A text nobody translated") == "A text nobody translated"


def test_languages_are_offered_by_their_own_names():
    assert words.languages() == {"en": "English", "es": "Español"}


def test_a_further_language_is_one_file(tmp_path, monkeypatch):
    monkeypatch.setattr(words, "LOCALE_DIR", tmp_path)
    (tmp_path / "pt_BR.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        'msgid "Save"\nmsgstr "Salvar"\n\n'
        'msgid "one market"\nmsgid_plural "{count} markets"\nmsgstr[0] "um mercado"\nmsgstr[1] "{count} mercados"\n',
        encoding="utf-8",
    )
    assert words.languages() == {"en": "English", "pt_BR": "Português (Brasil)"}
    with words.using("pt_BR"):
        assert words._("Save") == "Salvar"
        assert words.ngettext("one market", "{count} markets", 3) == "{count} mercados"
        assert words.number(1234.5) == "1.234,5"


@pytest.mark.parametrize(
    ("tag", "found"),
    [("es-MX", "es"), ("es", "es"), ("ES_419", "es"), ("de-DE", "en"), (None, "en"), ("", "en"), ("<b>" * 99, "en")],
)
def test_the_browsers_language_is_matched(tag, found):
    assert words._best_match(tag, ("en", "es")) == found


def _page() -> None:
    import streamlit as st

    from components import words

    words.remember()
    st.text(words.language())
    st.button("switch", on_click=words.choose, args=("es",))


@pytest.mark.parametrize("hostile", ["xx", "", "../es", "<script>", "en_US", "e" * 9999])
def test_a_language_in_the_address_that_does_not_exist_is_ignored(hostile):
    page = AppTest.from_function(_page)
    page.query_params["lang"] = hostile
    assert page.run().text[0].value == "en"


def test_the_address_wins_and_a_choice_lasts():
    page = AppTest.from_function(_page)
    page.query_params["lang"] = "es"
    assert page.run().text[0].value == "es"

    page = AppTest.from_function(_page).run()
    assert page.text[0].value == "en"
    page.button[0].click().run()
    assert page.text[0].value == "es"
    page.query_params.clear()  # as a link inside the app does
    assert page.run().text[0].value == "es"


def test_choosing_what_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="no catalogue"):
        words.choose("xx")


# --- figures, dates, names --------------------------------------------------------------


@pytest.mark.parametrize("missing", [None, float("nan"), np.nan, pd.NA, float("inf"), "text"])
def test_missing_is_a_dash_and_zero_is_zero(missing):
    for show in (words.number, words.signed, words.percent, words.compact):
        assert show(missing) == "–"
        assert "0" in show(0)


@pytest.mark.parametrize(
    ("language", "tag", "shown"),
    [
        ("en", "en-US", ["1,234.6", "42%", "1.2B", "$1.2B", "Nov 22, 2026", "Germany", "Chinese"]),
        ("en", "en-DE", ["1.234,6", "42 %", "1,2B", "1,2B US$", "22 Nov 2026", "Germany", "Chinese"]),
        ("es", "es-ES", ["1.234,6", "42 %", "1200 M", "1200 M US$", "22 nov 2026", "Alemania", "chino"]),
        ("es", "es-MX", ["1,234.6", "42%", "1200 M", "USD 1200 M", "22 nov 2026", "Alemania", "chino"]),
    ],
)
def test_figures_follow_the_territory_and_names_the_language(language, tag, shown):
    with words.using(language, tag):
        said = [
            words.number(1234.56), words.percent(0.42), words.compact(1.2e9), words.compact(1.2e9, "USD"),
            words.date_text(dt.date(2026, 11, 22)), words.market_name("DEU"), words.language_name("zh"),
        ]  # fmt: skip
    assert [text.replace("\xa0", " ") for text in said] == shown


def test_numbers():
    assert words.number(-0.01) == "0.0"
    assert words.number(12, 0) == "12"
    assert words.number(np.float64(2.25), 2) == "2.25"
    assert words.signed(3.21) == "+3.2"
    assert words.signed(-3.21) == "−3.2"
    assert words.signed(0.001) == "0.0"
    assert words.percent(0.4256, 1) == "42.6%"
    assert words.compact(812) == "812"
    assert words.compact(-1.2e6, "EUR") == "−€1.2M"


def test_a_column_of_decimals_leaves_a_comma_to_the_browser():
    assert words.tenths() == "%.1f"
    with words.using("es", "es-ES"):
        assert words.tenths() == "localized"


def test_dates():
    assert words.date_text("2026-11-22T10:00:00Z") == "Nov 22, 2026"
    assert [words.date_text(bad) for bad in (None, "", "soon", pd.NaT)] == ["–"] * 4


def test_names():
    assert words.market_name("HKG") == "Hong Kong"
    assert words.market_name("XKX") == "Kosovo"
    assert words.market_name("ZZZ") == "ZZZ"
    assert words.language_name("pt") == "Portuguese"
    assert words.language_name("<b>") == "<b>"
    with words.using("es"):
        assert (words.language_name("pt"), words.language_name("bar")) == ("portugués", "Bavarian")  # CLDR has no Spanish one
    assert words.list_text(["Chile", "Peru"]) == "Chile and Peru"


def test_every_catalogue_has_the_marks_of_its_language():
    for file in upkeep.catalogue_files():
        assert words._CODE.fullmatch(file.stem), file
        assert Path(file).read_bytes().startswith(b"#"), "starts with a comment that says what it is"


@pytest.mark.parametrize("name", ["own knowledge, not checked", "from memory, not checked; WhatsApp leads", "Own essay"])
def test_what_was_written_from_own_knowledge_has_one_wording(name):
    assert words.source_text(name) == "Landfall’s own knowledge"


def test_a_source_keeps_its_name_and_any_of_reads_or():
    assert words.source_text("Askvity cross-cultural colour page") == "Askvity cross-cultural colour page"
    assert words.list_text(["a", "b", "c"], any_of=True) == "a, b, or c"
