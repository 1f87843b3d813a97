"""The glossary is kept as it is given."""

from __future__ import annotations

import pytest

from data.studio import StudioError
from data.studio import terms as module
from frameworks.localization.glossary import Term

TERMS = (Term("Acme", exact=True, note="us"), Term("cart", "preferred", "de", "Warenkorb"), Term("", "forbidden", "", "cheap"))


def test_terms_are_kept_found_by_locale_and_dropped(studio):
    studio.glossary.add(*TERMS, TERMS[0])
    assert set(studio.glossary.all()) == set(TERMS) and len(studio.glossary.all()) == 3
    assert set(studio.glossary.all("fr")) == {TERMS[0], TERMS[2]}
    studio.glossary.drop(TERMS[1])
    assert len(studio.glossary.all("de_AT")) == 2
    studio.glossary.replace_all(TERMS[1:2])
    assert studio.glossary.all() == TERMS[1:2]


def test_too_many_terms_change_nothing(studio, monkeypatch):
    monkeypatch.setattr(module, "MOST_TERMS", 2)
    studio.glossary.add(*TERMS[:2])
    for refused in (lambda: studio.glossary.add(TERMS[2]), lambda: studio.glossary.replace_all(TERMS)):
        with pytest.raises(StudioError, match="more than 2 terms"):
            refused()
    assert len(studio.glossary.all()) == 2
