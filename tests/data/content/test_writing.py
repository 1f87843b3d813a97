"""Whatever goes out comes back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from data.content import KINDS, Content, read_content, write_content
from frameworks.localization.items import ContentError, Item, Translation
from tests.data.content.texts import contents

MANY = [kind for kind, said in KINDS.items() if said.many]
ONE = [kind for kind, said in KINDS.items() if not said.many and said.sources]
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def returned(content: Content, kind: str, locale: str | None = None) -> Content:
    name = f"texts.{KINDS[kind].extension}"
    return read_content(write_content(content, kind, locale=locale), name)


def same(found: Content, content: Content, locale: str | None = None) -> None:
    assert found.problems == ()
    assert sorted(found.items, key=str) == sorted(content.items, key=str)
    wanted = {key: one for key, one in content.by_key.items() if locale in (None, key[1])}
    assert dict(found.by_key) == wanted


@pytest.mark.parametrize("kind", [kind for kind in MANY if kind != "xlsx"])
@QUICK
@given(content=contents())
def test_a_format_of_many_languages_loses_nothing(kind, content):
    same(returned(content, kind), content)


@settings(QUICK, max_examples=8)
@given(content=contents())
def test_a_workbook_loses_nothing(content):
    same(returned(content, "xlsx"), content)


@pytest.mark.parametrize("kind", ONE)
@pytest.mark.parametrize("locale", ["ar", "fr"])
@QUICK
@given(content=contents())
def test_a_format_of_one_language_loses_nothing_of_it(kind, locale, content):
    same(returned(content, kind, locale), content, locale)


def test_a_format_of_one_language_asks_which():
    content = Content(
        (Item("a", "Add"),), (Translation("a", "de", "Hinzu"), Translation("a", "fr", "Ajouter")),
    )  # fmt: skip
    with pytest.raises(ContentError, match="choose one of de, fr"):
        write_content(content, "po")


def test_an_unknown_format_is_told():
    with pytest.raises(ContentError, match="There is no format doc"):
        write_content(Content((Item("a", "Add"),)), "doc")


def test_only_what_a_person_approved_goes_out_as_approved():
    pay = Item("pay", "Pay now", surface="checkout")
    content = Content(
        (pay, Item("add", "Add")),
        (
            Translation("pay", "de", "Jetzt zahlen", "approved"),
            Translation("add", "de", "Hinzufügen", "approved", by="Ana"),
            Translation("add", "fr", "Ajouter", "draft"),
        ),
    )
    found = read_content(write_content(content, "json", approved_only=True), "texts.json")
    assert [(one.key, one.locale) for one in found.translations] == [("add", "de")]


def test_the_same_texts_give_the_same_bytes():
    content = Content((Item("a", "Add"),), (Translation("a", "de", "Hinzu"),))
    for kind in KINDS:
        assert write_content(content, kind, locale="de") == write_content(content, kind, locale="de")


@pytest.mark.parametrize("kind", [kind for kind, said in KINDS.items() if said.sources and kind != "xlsx"])
def test_an_approval_does_not_cover_a_text_that_was_changed_outside(kind):
    approved = Translation("a", "de", "Jetzt zahlen", "approved", by="Ana", source_digest="0123456789abcdef")
    written = write_content(Content((Item("a", "Pay now"),), (approved,)), kind, locale="de")
    found = read_content(written.replace(b"Jetzt zahlen", b"Spaeter zahlen"), f"x.{KINDS[kind].extension}")
    changed = found.translations[0]
    assert (changed.state, changed.by, changed.origin) == ("needs_review", "", "import")


def test_an_approval_in_a_table_of_someone_else_is_a_claim():
    found = read_content(b"key,source,de,de:state\na,Pay,Zahlen,approved\n", "x.csv")
    assert found.translations[0].state == "needs_review"
