"""The index misses nothing that the score would take, and finds nothing that it would not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from data.studio.likeness import LikenessIndex
from frameworks.localization.memory import FLOOR, MOST_LETTERS, score

TEXTS = st.text(st.sampled_from("abcd éß 日本 \n"), min_size=1, max_size=30)


def index(texts):
    made = LikenessIndex()
    made.add(range(len(texts)), texts)
    return made


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXTS, max_size=12), TEXTS, st.sampled_from([50.0, 70.0, FLOOR, 95.0]))
def test_it_finds_what_a_comparison_with_all_finds(texts, asked, floor):
    found = set(index(texts).nearest(asked, floor))
    wanted = {number for number, text in enumerate(texts) if score(text, asked, floor) >= floor}
    assert wanted <= found
    assert all(score(texts[number], asked) >= floor - 0.1 for number in found)


def test_it_grows_and_gives_the_best_first():
    made = index(["Free shipping over 50", "Returns"])
    made.add([7, 8], ["Free shipping over 60", "Free shipping over 500"])
    made.add([], [])
    assert len(made) == 4
    assert made.nearest("Free shipping over 50") == [0, 8, 7]
    assert made.nearest("Free shipping over 50", limit=1) == [0]
    assert LikenessIndex().nearest("Returns") == []


def test_texts_too_long_to_compare_are_left_out():
    assert len(index(["a" * (MOST_LETTERS + 1), "a" * MOST_LETTERS])) == 1
    assert index(["a" * 300]).nearest("a" * 299) == [0]
    assert index(["a"]).nearest("a" * (MOST_LETTERS + 1)) == []
