"""Terms: what they need and where they hold."""

import pytest

from frameworks.localization.glossary import KIND_LABELS, KINDS, Term
from frameworks.localization.items import ContentError


def test_every_kind_has_a_label():
    assert set(KINDS) == set(KIND_LABELS)


@pytest.mark.parametrize("locale, asked, holds", [
    ("", "ja", True), ("pt", "pt_BR", True), ("pt_BR", "pt", False), ("pt-BR", "pt_BR", True), ("p", "pt", False),
])  # fmt: skip
def test_a_term_holds_in_its_locale(locale, asked, holds):
    assert Term("Tea", locale=locale).holds_in(asked) is holds


@pytest.mark.parametrize("values", [
    {"term": " "}, {"term": "Tea", "kind": "loved"}, {"term": "Tea", "kind": "preferred"}, {"term": "Tea", "kind": "forbidden"},
])  # fmt: skip
def test_a_term_that_says_nothing_is_refused(values):
    with pytest.raises(ContentError):
        Term(**values)


def test_a_word_can_be_forbidden_whatever_the_source_says():
    assert Term("", "forbidden", "de", "billig").text == "billig"
