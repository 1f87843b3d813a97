"""The table of words: sound rows, and phrases found as written and no further."""

import re

import pytest

from frameworks.localization.linting.registry import EVIDENCE, LINTS
from frameworks.localization.linting.subject import Subject
from frameworks.localization.linting.words import expression, gap_wanted, phrases_in, wanted_gap


def test_rows_are_sound(reference):
    rows = reference.table("lint_words")
    assert set(rows["family"]) <= set(LINTS) and set(rows["evidence"]) <= set(EVIDENCE)
    assert set(rows["severity"]) <= {"warning", "hint"}
    for row in rows.itertuples():
        assert "{" not in row.why + row.advice and row.why.endswith(".") and row.advice.endswith(".")
        for part in filter(None, row.skip_in.split("|")):
            assert part in {"en", "rtl_only"} or part in reference.markets
        for part in filter(None, row.gap.split("|")):
            model, dimension, _sign = gap_wanted(part)
            assert dimension in reference.table(model).columns and part[-1] in "+-"


def test_every_phrase_finds_itself(reference):
    for words in reference.table("lint_words")["words"].str.split("|").explode():
        spoken = words.replace("#_", "7 ").replace("_", " one ").replace("*", "s")
        assert phrases_in(reference, f"So: {spoken}."), words


@pytest.mark.parametrize(("words", "text", "hit"), [
    ("home run", "a Home-Run", True), ("home run", "home runner", False), ("killer deal*", "killer dealings", True),
    ("the best_in the world", "the best soap in the world", True), ("#_hours left", "24 hours left", True),
    ("#_hours left", "hours left", False), ("it's a steal", "it's a steal", True),
])  # fmt: skip
def test_the_shorthand_of_the_table(words, text, hit):
    assert bool(re.search(expression(words), text, re.IGNORECASE)) is hit


def test_the_largest_gap_is_named(reference):
    subject = Subject("", "JPN", reference, "USA")
    gap = wanted_gap(subject, (("hofstede", "uai", 1), ("hofstede", "pdi", 1)))
    assert gap.dimension.code == "uai" and wanted_gap(subject, (("hofstede", "uai", -1),)) is None
