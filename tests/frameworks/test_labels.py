"""The mark on translatable words, and sentences that can be said in another language."""

import copy
import pickle
from datetime import date
from decimal import Decimal

import pytest

from frameworks.labels import N_, Sentence
from frameworks.weights import WeightError, Weights

INNER = Sentence(N_("the cell of {name} is empty"), name="{Ana}")
OUTER = Sentence(N_("{count} faults: {faults} ({inner})"), count=12345, faults=(INNER, "b"), inner=INNER)


def test_the_mark_changes_nothing():
    assert N_("Low risk") == "Low risk"


def test_a_sentence_reads_as_english_with_its_values_filled_in():
    assert str(OUTER) == "12,345 faults: the cell of {Ana} is empty; b (the cell of {Ana} is empty)"
    assert str(Sentence(N_("{a} {b} {c}"), a=0.25, b=True, c=1_000_000.0)) == "0.25 True 1,000,000"
    assert str(Sentence(N_("{a} {b}"), a=date(2026, 10, 30), b=Decimal("1175.68"))) == "2026-10-30 1,175.68"
    assert OUTER.template == "{count} faults: {faults} ({inner})" and OUTER.values["count"] == 12345


def test_every_template_in_it_is_translated_and_values_are_not():
    spanish = {INNER.template: "vacía: {name}", OUTER.template: "fallos: {count}, {faults}"}
    assert OUTER.filled(spanish.get, lambda figure: f"<{figure}>") == "fallos: <12345>, vacía: {Ana}; b"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_it_survives_copying_and_pickling_as_what_it_is(again):
    with pytest.raises(WeightError) as caught:
        Weights.of({"luck": 3})
    for error in (OUTER, caught.value):
        found = again(error)
        assert type(found) is type(error) and str(found) == str(error)
        assert (found.template, found.values.keys()) == (error.template, error.values.keys())
