"""The checks over the labelled pairs: what they should find, in twelve languages, and what they should leave alone."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.checks import ELSEWHERE, LEAST_PRECISION, LEAST_RECALL, Score, labelled, phrase_pairs, scores
from frameworks.localization.checks import CHECKS, check

BY_DEFINITION = {"too_long"}
"""One good text in ten is longer than the ratio, whatever the check does."""


@pytest.fixture(scope="module")
def seen(reference) -> dict[str, Score]:
    return scores(reference)


def test_the_set_is_large_in_twelve_languages_and_half_of_it_good():
    rows = labelled()
    assert len(rows) >= 300
    assert len({row["locale"] for row in rows}) == 12
    assert {key for row in rows for key in row["expected"].split()} <= set(CHECKS)
    good = Counter(not row["expected"] for row in rows)
    assert min(good.values()) >= 0.35 * len(rows)


def test_precision_and_recall_are_high(seen):
    found, alarms, missed = (sum(getattr(score, part) for score in seen.values()) for part in ("found", "alarms", "missed"))
    whole = Score(found, alarms, missed)
    assert whole.precision >= LEAST_PRECISION
    assert whole.recall >= LEAST_RECALL


def test_no_check_is_weak(seen):
    weak = {
        key: score
        for key, score in seen.items()
        if key not in BY_DEFINITION and score.found + score.missed >= 3 and min(score.precision or 0, score.recall or 0) < 0.8
    }
    assert weak == {}


def test_other_languages_are_checked_as_well(reference):
    seen = scores(reference, ELSEWHERE)
    found, alarms, missed = (sum(getattr(score, part) for score in seen.values()) for part in ("found", "alarms", "missed"))
    assert len({row["locale"] for row in labelled(ELSEWHERE)} | {row["locale"] for row in labelled()}) >= 30
    assert alarms + missed <= 0.05 * found


def test_good_phrases_are_left_alone(reference):
    pairs = phrase_pairs(reference)[::3]
    alarms = [
        (finding.check, language, source, text)
        for source, text, language in pairs
        for finding in check(source, text, language, reference=reference)
        if finding.severity != "hint"
    ]
    assert len(alarms) <= 0.005 * len(pairs), alarms
