"""What a segment shares and where it differs, against figures by hand."""

import pytest

from frameworks.culture.segments.portrait import SAME_SIDE, TOLD, portrait
from frameworks.culture.segments.segmentation import segmentation
from frameworks.culture.segments.space import space

ALL = ("hofstede", "globe", "schwartz", "world_values")


@pytest.fixture(scope="module")
def made(reference):
    return segmentation(space(reference, ALL), "medoids", 3)


def test_traits_are_the_members_means(reference, made):
    for letter in made.letters:
        found = portrait(reference, made, letter)
        scores = made.place.scores.loc[list(made.members(letter))]
        for trait in (*found.shared, *found.differs):
            values = scores[trait.model, trait.dimension.code].dropna()
            assert trait.mean == pytest.approx(values.mean())
            assert values[trait.low] == values.min() and values[trait.high] == values.max()
        assert all(abs(t.mean) >= TOLD and t.same_side >= SAME_SIDE for t in found.shared)
        assert [abs(t.mean) for t in found.shared] == sorted((abs(t.mean) for t in found.shared), reverse=True)
        assert [t.spread for t in found.differs] == sorted((t.spread for t in found.differs), reverse=True)


def test_the_pole_and_the_advice_follow_the_sign(reference, made):
    letter = made.frame.at["USA", "segment"]
    found = {t.dimension.code: t for t in portrait(reference, made, letter).shared}
    assert found["survival_selfexpression"].mean > 0
    assert found["survival_selfexpression"].pole == found["survival_selfexpression"].dimension.high
    assert found["embeddedness"].mean < 0 and found["embeddedness"].advice == found["embeddedness"].dimension.lower


def test_religion_language_and_income_are_counted_once_a_member(reference, made):
    letter = made.frame.at["USA", "segment"]
    found = portrait(reference, made, letter)
    members = set(made.members(letter))
    assert sum(map(len, found.languages.values())) == len(members)
    assert {code for codes in found.religions.values() for code in codes} <= members
    assert "USA" in found.languages["en"] and next(iter(found.religions)) == "christian"
    assert found.income.is_monotonic_increasing and set(found.income.index) <= members


def test_no_such_segment(reference, made):
    with pytest.raises(KeyError):
        portrait(reference, made, "Z")
