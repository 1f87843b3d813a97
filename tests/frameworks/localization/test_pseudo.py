from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.localization.items import ContentError
from frameworks.localization.placeholders import find_placeholders
from frameworks.localization.plural_message import plural_forms
from frameworks.localization.pseudo import ACCENTED, MIRRORED, pseudo


def test_letters_take_accents_and_codes_stay():
    made = pseudo('Hi {name}, see <a href="/size">sizes</a> &amp; https://x.test/a', expansion=1)
    assert made == '⟦Ĥî {name}, šéé <a href="/size">šîžéš</a> &amp; https://x.test/a⟧'


def test_it_grows_by_what_is_asked():
    assert len(pseudo("Free shipping", expansion=2)) == 2 * len("Free shipping") + 2


def test_an_endless_expansion_is_bounded():
    assert len(pseudo("Free shipping", expansion=1e9)) == 4 * len("Free shipping") + 2


def test_a_plural_stays_one_with_its_texts_changed():
    made = pseudo("{count, plural, one {# bag} other {# bags}}", expansion=1)
    assert plural_forms(made) == ("count", {"one": "⟦# ƀåĝ⟧", "other": "⟦# ƀåĝš⟧"})


def test_a_choice_inside_a_text_keeps_its_selectors():
    made = pseudo("Hi {who, select, her {Ms {name}} other {you}}!", expansion=1)
    assert made == "⟦Ĥî {who, select, her {Ṁš {name}} other {ýöû}}!⟧"


def test_mirrored_words_read_from_the_right_and_their_marks_are_closed():
    made = pseudo("Add {name} now", MIRRORED)
    assert made == "\u202eAdd\u202c {name} \u202enow\u202c"


def test_nothing_stays_nothing():
    assert pseudo("  ") == "  "


def test_another_locale_is_refused():
    with pytest.raises(ContentError):
        pseudo("a", "de")


@given(st.text(max_size=60), st.sampled_from([ACCENTED, MIRRORED]))
def test_no_place_for_a_value_is_lost(text, locale):
    kept = [found.text for found in find_placeholders(text)]
    assert [found.text for found in find_placeholders(pseudo(text, locale, expansion=1))] == kept
