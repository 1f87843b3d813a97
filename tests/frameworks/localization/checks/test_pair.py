"""What of a text the checks look at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.localization.checks.pair import MASK, Pair, ascii_digits, cldr, masked, places, quoted
from frameworks.localization.glossary import Term
from frameworks.localization.items import Item


@given(st.text(alphabet="ab <>&;{}%(),$#'pluralone other@.:/w", max_size=80))
def test_a_masked_text_is_as_long_as_it_was(text):
    shown = masked(text, places(text))
    assert len(shown) == len(text)
    assert all(now in (letter, MASK) for now, letter in zip(shown, text, strict=True))


@pytest.mark.parametrize("text, left", [
    ("Hi {name}!", "Hi !"), ("See https://a.example/x?y=1.", "See ."), ("a@b.example, thanks", ", thanks"),
    ("5 &lt; 6", "5  6"), ("{n, plural, one {# bag} other {# bags}}", "# bag# bags"), ("Tom & Co <3", "Tom & Co <3"),
])  # fmt: skip
def test_what_a_buyer_does_not_read_is_covered(text, left):
    assert masked(text, places(text)).replace(MASK, "") == left


def test_a_pair_knows_its_languages_and_protected_names():
    pair = Pair("x", "y", "pt_BR", Item("k", "x", source_language="de"), (Term("Lumo"), Term("a", "preferred", text="b")))
    assert (pair.language, pair.source_language, pair.protected) == ("pt", "de", ("Lumo",))
    assert str(pair.cldr) == "pt_BR" and str(pair.source_cldr) == "de"


def test_plural_messages_are_branching():
    assert Pair("{n, plural, other {x}}", "x", "de").branching
    assert not Pair("{n, number}", "{n}", "de").branching


def test_odd_locales_fall_back():
    assert [str(cldr(code)) for code in ("fil", "de_JP", "zz", "", "a b")] == ["fil", "de", "en", "en", "en"]


def test_quotations_are_short_and_digits_latin():
    assert quoted(" a\n b ") == "“a b”" and len(quoted("x" * 100)) == 42
    assert ascii_digits("१२ ٣ a") == "12 3 a"
