"""A text that did not fit is told as a finding, with what it needs and what there is."""

from __future__ import annotations

import pytest

from frameworks.localization.checks import CHECKS, check, check_many
from frameworks.localization.items import Item, Translation
from frameworks.localization.layout import AXES, KINDS, Overrun, finding

CLIPPED = Overrun("clipped", "x", 180.2, 120.9, True, "button", "product", "phone")


def test_the_finding_says_where_how_much_and_how_grave():
    told = finding(CLIPPED)
    assert (told.check, told.severity) == ("overflow", "error")
    assert str(told.message) == "Phone: cut off. It needs 181 px and has 120."
    assert "overflow" in CHECKS and CHECKS["overflow"].explanation


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("axis", AXES)
def test_every_kind_can_be_said(kind, axis):
    assert "10" in str(finding(Overrun(kind, axis, 10, 5)).message)


def test_a_broken_word_is_grave_only_where_the_place_has_a_size():
    assert finding(Overrun("broken", "x", 10, 5)).severity == "warning"
    assert finding(Overrun("broken", "x", 10, 5, fit=True)).severity == "error"
    assert finding(Overrun("cramped", "x", 10, 5, fit=True)).severity == "warning"


def test_the_checks_count_it():
    item = Item("cart.add", "Add to cart")
    assert [one.check for one in check("Add to cart", "In den Warenkorb", "de", item=item, overruns=[CLIPPED])] == ["overflow"]
    plural = Item("n", "{n, plural, one {# item} other {# items}}")
    text = "{n, plural, one {# Artikel} other {# Artikel}}"
    assert "overflow" in [one.check for one in check(plural.source, text, "de", item=plural, overruns=[CLIPPED])]
    many = check_many(
        [(item, Translation("cart.add", "de", "In den Warenkorb")), (item, Translation("cart.add", "fr", "Ajouter au panier"))],
        overruns={("cart.add", "de"): (CLIPPED,)},
    )
    assert [one.check for one in many.findings["cart.add", "de"]] == ["overflow"]
    assert ("cart.add", "fr") not in many.findings
