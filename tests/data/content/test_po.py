from __future__ import annotations

import polib
import pytest

from data.content import Content, read_content, write_content
from frameworks.localization.items import ContentError, Item, Translation

BAGS = Item("bags", "{count, plural, one {# bag} other {# bags}}", "in the cart", plural=True)
FOREIGN = '''
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: pl\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

#. On the button
msgid "Add to cart"
msgstr "Dodaj do koszyka"

#, fuzzy
msgctxt "mail"
msgid "Hello"
msgstr "Cześć"

msgid "%d bag"
msgid_plural "%d bags"
msgstr[0] "%d torba"
msgstr[1] "%d torby"
msgstr[2] "%d toreb"

#~ msgid "Old"
#~ msgstr "Stary"
'''


def test_a_catalogue_from_elsewhere():
    content = read_content(FOREIGN.encode(), "shop.po")
    assert [(item.key, item.context) for item in content.items] == [
        ("add_to_cart", "On the button"), ("mail", ""), ("d_bag", ""),
    ]  # fmt: skip
    assert {one.key: one.state for one in content.translations} == {
        "add_to_cart": "needs_review", "mail": "draft", "d_bag": "needs_review",
    }  # fmt: skip
    assert content.by_key["d_bag", "pl"].text == (
        "{count, plural, one {%d torba} few {%d torby} many {%d toreb} other {%d toreb}}"
    )


def test_a_plural_goes_out_as_one_and_all_but_approved_texts_are_fuzzy():
    text = "{count, plural, one {# torba} few {# torby} many {# toreb} other {# torby}}"
    content = Content((BAGS, Item("a", "Add")), (Translation("bags", "pl", text), Translation("a", "pl", "Dodaj", "approved")))
    catalogue = polib.pofile(write_content(content, "po").decode())
    bags, add = catalogue
    assert (bags.msgid, bags.msgid_plural) == ("{count} bag", "{count} bags")
    assert bags.msgstr_plural == {0: "{count} torba", 1: "{count} torby", 2: "{count} toreb"}
    assert bags.comment.startswith("in the cart\n")
    assert (bags.fuzzy, add.fuzzy) == (True, False)


def test_what_a_translator_changed_comes_back():
    text = "{count, plural, one {# Tasche} other {# Taschen}}"
    catalogue = polib.pofile(write_content(Content((BAGS,), (Translation("bags", "de", text),)), "po").decode())
    catalogue[0].msgstr_plural[1] = "{count} Beutel"
    found = read_content(str(catalogue).encode(), "de.po")
    assert found.translations[0].text == "{count, plural, one {# Tasche} other {# Beutel}}"
    assert found.items == (BAGS,)


def test_an_approval_that_someone_made_fuzzy_needs_review():
    one = Translation("a", "de", "Hinzu", "approved", by="Ana")
    catalogue = polib.pofile(write_content(Content((Item("a", "Add"),), (one,)), "po").decode())
    catalogue[0].flags.append("fuzzy")
    assert read_content(str(catalogue).encode(), "de.po").translations[0].state == "needs_review"


def test_a_template_has_no_translations():
    content = read_content(write_content(Content((BAGS,)), "po"), "texts.pot")
    assert (content.items, content.translations) == ((BAGS,), ())


def test_a_broken_catalogue_says_its_line_and_a_path_is_no_catalogue():
    with pytest.raises(ContentError, match="line 3"):
        read_content(b'msgid "a"\nmsgstr "b"\nnonsense here\n', "x.po")
    with pytest.raises(ContentError, match="no PO catalogue"):
        read_content(b"/etc/hostname", "x.po")


def test_an_older_encoding_is_believed():
    data = FOREIGN.replace("UTF-8", "ISO-8859-2").encode("iso-8859-2")
    assert read_content(data, "shop.po").by_key["mail", "pl"].text == "Cześć"
