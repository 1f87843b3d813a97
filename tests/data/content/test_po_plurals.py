from __future__ import annotations

import pytest

from data.content.po_plurals import categories_of, header_of


@pytest.mark.parametrize("locale, categories", [
    ("en", ("one", "other")), ("fr", ("one", "other")), ("ja", ("other",)), ("pl", ("one", "few", "many")),
    ("ar", ("zero", "one", "two", "few", "other", "many")), ("ru", ("one", "few", "many")), ("pt_BR", ("one", "other")),
])  # fmt: skip
def test_the_forms_of_a_language_are_its_categories(locale, categories):
    assert categories_of(header_of(locale), locale) == categories
    assert categories_of("", locale) == categories


@pytest.mark.parametrize("header", [
    "nplurals=2; plural=__import__('os');", "nplurals=2; plural=n/0;", "nplurals=2; plural=((((;", "nplurals=0; plural=0;",
    "nplurals=2; plural=" + "(" * 300 + "n" + ")" * 300 + ";", "plural",
])  # fmt: skip
def test_a_header_that_cannot_be_read_gives_the_forms_of_the_language(header):
    assert categories_of(header, "de") == ("one", "other")


def test_a_header_of_one_form_is_the_general_one():
    assert categories_of("nplurals=1; plural=0;", "de") == ("other",)


def test_the_forms_follow_the_header_of_the_file():
    header = "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;"
    assert categories_of(header, "ar") == ("zero", "one", "two", "few", "many", "other")


def test_an_unknown_language_counts_like_english():
    assert categories_of(header_of("tlh"), "tlh") == ("one", "other")
