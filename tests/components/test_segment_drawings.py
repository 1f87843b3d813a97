"""The map and the tree are valid Vega-Lite, hold every market once, and mark by letter as well as colour."""

import json

import altair as alt
import pytest

from components import segment_cards, segment_map, segment_tree, segment_words
from components.segment_people import template
from components.words import market_name
from data.catalog import world
from frameworks.culture.segments.choice import Candidate, Choice
from frameworks.culture.segments.personas import PERSONAS
from frameworks.culture.segments.portrait import portrait
from frameworks.culture.segments.segmentation import LETTERS, segmentation
from frameworks.culture.segments.space import space
from frameworks.culture.segments.tree import tree


@pytest.fixture(scope="module")
def made():
    return segmentation(space(world(), ["schwartz"]), "medoids", 4)


@pytest.fixture(scope="module")
def names(made):
    return {letter: segment_words.title(made, letter) for letter in made.letters}


def valid(drawing):
    spec = {key: value for key, value in drawing.spec.items() if key != "$schema"}
    alt.LayerChart.validate({**spec, "data": {"values": []}, "$schema": drawing.spec["$schema"]})
    json.dumps(drawing.to_dict())


@pytest.mark.parametrize("for_picture", [False, True])
def test_the_map(made, names, for_picture):
    drawing = segment_map.chart(made, names, outline_url="/world.json", for_picture=for_picture)
    valid(drawing)
    assert drawing.data["iso3"].tolist() == list(made.place.markets)
    assert set(drawing.data["segment"]) == set(made.letters) <= set(LETTERS)
    assert (drawing.data["mark"].str.endswith("?") == drawing.data["faint"]).all()


@pytest.mark.parametrize("for_picture", [False, True])
def test_the_tree(made, for_picture):
    drawing = segment_tree.chart(made, tree(made.place.distances), for_picture=for_picture)
    valid(drawing)
    leaves = drawing.data[drawing.data["leaf"]]
    assert sorted(text.split(" · ")[1] for text in leaves["text"]) == sorted(map(market_name, made.place.markets))
    assert (~drawing.data["leaf"]).sum() == 3 * (len(made.place.markets) - 1)
    assert all(text[0] == letter for text, letter in zip(leaves["text"], leaves["segment"], strict=True))


def test_every_segment_has_its_own_colour_and_letter():
    assert len({segment_words.colour(letter) for letter in LETTERS}) == len(LETTERS)
    assert ">A<" in segment_words.chip("A") and "<script" not in segment_words.chip("<script>")


def test_a_message_is_hedged_and_leaves_contested_dimensions_out(made):
    for letter in made.letters:
        text = segment_cards.message(portrait(world(), made, letter))
        assert "tendency of averages" in text or "test market by market" in text
        assert "Masculinity" not in text and "Uncertainty avoidance" not in text


@pytest.mark.parametrize("reason", ["carried", "two", "none"])
def test_the_suggestion_gives_its_reason(reason):
    text = segment_words.why(Choice(3, reason, (Candidate(3, 0.21, 0.7, 5),)))
    assert text.startswith("Suggested: 3") and "0.21" in text and "0.70" in text


@pytest.mark.parametrize(
    ("value", "told"), [(0.9, "stable"), (0.65, "a pattern"), (0.3, "unsteady"), (float("nan"), "not checked")]
)
def test_steadiness_in_words(value, told):
    assert told in segment_words.firmness(value)


def test_the_sheet_to_fill_in_has_a_row_for_each_template():
    sheet = template(())
    assert len(sheet) == len(PERSONAS) and sheet.notna().all(axis=None)
