from __future__ import annotations

import pytest

from data.content import gathering, model
from data.content.gathering import Gathering
from frameworks.labels import N_, Sentence
from frameworks.localization.items import ContentError

HERE = Sentence(N_("Row {number}"), number=7)


def test_the_first_of_two_texts_under_one_key_is_kept_and_the_other_told():
    found = Gathering()
    assert found.item(HERE, "a", "Add") == "a"
    assert found.item(HERE, "a", "Add") == "a"
    assert found.item(HERE, "a", "Other") == ""
    found.translation(HERE, "a", "de", "Hinzu")
    found.translation(HERE, "a", "de", "Dazu")
    content = found.content()
    assert [item.source for item in content.items] == ["Add"]
    assert [one.text for one in content.translations] == ["Hinzu"]
    assert [str(problem) for problem in content.problems] == [
        "Row 7: The key a stands there twice; the first text is kept.",
        "Row 7: de of a stands there twice; the first text is kept.",
    ]


def test_a_translation_from_elsewhere_needs_review_and_fits_the_source_beside_it():
    found = Gathering()
    found.item(HERE, "a", "Add")
    found.translation(HERE, "a", "de", "Hinzu", {"state": "done"}, "Add")
    content = found.content()
    one = content.translations[0]
    assert (one.state, one.origin, one.source_digest) == ("needs_review", "import", content.items[0].digest)
    assert "no state “done”" in str(content.problems[0])


@pytest.mark.parametrize("key, source, about, told", [
    ("", "x", {}, "needs a key"), ("k" * 501, "x", {}, "longer than 500"), ("a", "x" * 20_001, {}, "longer than 20,000"),
    ("a", "x", {"surface": "moon"}, "no surface"), ("a", "x", {"max_width": "wide"}, "no whole number"),
    ("a", "x", {"source_language": "?"}, "no language code"),
])  # fmt: skip
def test_a_bad_text_costs_itself_alone(key, source, about, told):
    found = Gathering()
    found.item(HERE, "good", "Add")
    assert found.item(HERE, key, source, "", about) == ""
    content = found.content()
    assert len(content.items) == 1
    assert told in str(content.problems[0])


def test_a_file_without_texts_is_told_with_its_first_problem():
    found = Gathering()
    found.item(HERE, "", "x")
    with pytest.raises(ContentError, match="Row 7: A text needs a key"):
        found.content()
    with pytest.raises(ContentError, match="holds no texts"):
        Gathering().content()


def test_problems_beyond_a_few_hundred_are_counted():
    found = Gathering()
    found.item(HERE, "a", "Add")
    for _ in range(model.PROBLEM_LIMIT + 5):
        found.item(HERE, "", "x")
    problems = found.content().problems
    assert len(problems) == model.PROBLEM_LIMIT + 1
    assert str(problems[-1]) == "5 more problems are not listed."


def test_too_many_texts_are_refused(monkeypatch):
    monkeypatch.setattr(gathering, "ITEM_LIMIT", 2)
    found = Gathering()
    with pytest.raises(ContentError, match="more than 2 texts"):
        for number in range(3):
            found.item(HERE, str(number), "x")
