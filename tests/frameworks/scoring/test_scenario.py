"""Scenarios travel exactly, and nothing odd gets in."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks.scoring.scenario import FORMAT, MAX_BYTES, Scenario, ScenarioError, package, unpack
from frameworks.weights import CRITERIA, PRESETS

MARKETS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3)
SCORES = st.floats(0, 100)
TABLES = st.lists(st.sampled_from(["hofstede", "globe", "schwartz", "wvs_axes"]), unique=True).map(tuple)


def _pick(codes, most=6):
    return st.lists(codes, unique=True, max_size=most).map(tuple)


@st.composite
def scenarios(draw):
    points = {name: draw(st.floats(0, 1e6)) for name in CRITERIA}
    points |= {
        "values": draw(st.floats(0.1, 100)),
        "size": draw(st.floats(0.1, 100)),
        "balance": draw(SCORES),
    }
    return Scenario(
        home=draw(MARKETS),
        name=draw(st.text(max_size=60)),
        product=draw(st.text(max_size=60)),
        category=draw(st.text(max_size=60)),
        languages=draw(_pick(st.sampled_from(["en", "es", "zh-Hant", "pt_BR", "yue"]))),
        current=draw(_pick(MARKETS)),
        candidates=draw(_pick(MARKETS)),
        shortlist=draw(_pick(MARKETS)),
        weights=points,
        affinity_cut=draw(st.none() | SCORES),
        potential_cut=draw(st.none() | SCORES),
        tables_off=draw(TABLES),
        tables_on=draw(st.sampled_from([(), ("hofstede_estimates",)])),
        competition=draw(st.dictionaries(MARKETS, SCORES, max_size=5)),
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
USA = Scenario(home="USA", name="Plan", languages=("en",), shortlist=("JPN", "GBR"), affinity_cut=50)


def document(**changes):
    return json.dumps(json.loads(USA.to_json()) | changes)


@settings(deadline=None, max_examples=60)
@given(scenarios())
def test_round_trip_is_exact(scenario):
    text = scenario.to_json()
    again = Scenario.from_json(text)
    assert again == scenario
    assert again.to_json() == text
    assert hash(again) == hash(scenario)
    packed = package(scenario, "2026.1+abc", "0f" * 32)
    found = unpack(packed.encode())
    assert found.scenario == scenario
    assert not found.altered
    assert package(found.scenario, found.data_version, found.ranking_digest) == packed


@settings(deadline=None, max_examples=150)
@given(st.dictionaries(st.sampled_from(sorted(json.loads(USA.to_json()))), JSON, max_size=3), JSON)
def test_any_json_is_read_or_refused_in_one_sentence(changes, whole):
    for text in (document(**changes), json.dumps(whole), json.dumps({"landfall": FORMAT, "scenario": whole})):
        for read in (Scenario.from_json, unpack):
            try:
                read(text)
            except ScenarioError as error:
                sentence = str(error)
            else:
                sentence = "Read."
            assert sentence.endswith(".")
            assert "\n" not in sentence
            assert len(sentence) < 300


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=60) | st.text(max_size=60))
def test_noise_is_refused(noise):
    with pytest.raises(ScenarioError):
        Scenario.from_json(noise)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "JSON"),
        ("[]", "object"),
        ("[" * 100_000, "deeply"),
        ('{"a":' * 40_000 + "1" + "}" * 40_000, "deeply"),
        ('{"landfall":1,"home":"USA","home":"DEU"}', "'home' is given twice"),
        ('{"home":"USA"}', "format"),
        ('{"landfall":true,"home":"USA"}', "format"),
        ('{"landfall":99,"home":"USA"}', "newer Landfall"),
        ('{"landfall":1}', "home market"),
        ('{"landfall":1,"home":"USA","affinity_cut":NaN}', "NaN"),
        ('{"landfall":1,"home":"USA","affinity_cut":-Infinity}', "Infinity"),
        ('{"landfall":1,"home":"USA","affinity_cut":1e999}', "affinity_cut"),
        ('{"landfall":1,"home":"USA","affinity_cut":' + "9" * 5000 + "}", "JSON"),
        ('{"landfall":1,"home":"USA","affinity_cut":' + "9" * 400 + "}", "affinity_cut"),
        (document(surprise=1), "'surprise'"),
        (document(**{"\u202e<script>\n" + "x" * 999: 1}), "'<script> xxx"),
        (document(home="usa"), "home"),
        (document(home="USA\n"), "home"),
        (document(home=None), "home"),
        (document(name=7), "name"),
        (document(product="x" * 201), "200 characters"),
        (document(shortlist="JPN"), "shortlist must be a list"),
        (document(shortlist={"JPN": 1}), "shortlist must be a list"),
        (document(shortlist=["JPN", "JPN"]), "JPN twice"),
        (document(shortlist=[["JPN"]]), "shortlist"),
        (document(current=["AAA"] * 301), "300"),
        (document(languages=["english"]), "languages"),
        (document(languages=["en", "../x"]), "languages"),
        (document(tables_off=["DROP TABLE"]), "tables_off"),
        (document(tables_off=["globe"], tables_on=["globe"]), "both on and off"),
        (document(affinity_cut="50"), "affinity_cut"),
        (document(affinity_cut=True), "affinity_cut"),
        (document(potential_cut=100.5), "potential_cut"),
        (document(competition={"JPN": -1}), "competition: JPN"),
        (document(competition={"Japan": 1}), "competition"),
        (document(competition=[]), "competition"),
        (document(weights=[]), "weights"),
        (document(weights={"charm": 1}), "'charm'"),
        (document(weights={"size": 1}), "affinity weights are zero"),
        (document(weights={"size": 1, "values": "1"}), "values"),
        (document(weights={"size": 1e300, "values": 1}), "size"),
        (document(weights={"size": 1, "values": 1, "balance": 101}), "balance"),
        (" " * (MAX_BYTES + 1), "256 kB"),
        ("é" * (MAX_BYTES // 2 + 1), "256 kB"),
        ("\ud800", "JSON"),
    ],
)
def test_hostile_files_get_one_sentence(text, word):
    with pytest.raises(ScenarioError) as caught:
        Scenario.from_json(text)
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_many_keys_with_one_repeated_at_the_end_are_refused_fast():
    keys = ",".join(f'"{n}":1' for n in range(20_000))
    with pytest.raises(ScenarioError, match="'7' is given twice"):
        Scenario.from_json(f'{{{keys},"7":1}}')


def test_text_loses_control_and_direction_characters_but_keeps_every_script():
    scenario = Scenario(
        home="JPN",
        name="  a\u202eb\x00c\td\u2028e\ud800\ufeff  ",
        product="石鹸 \U0001f469\u200d\U0001f52c",
        category="e\u0301",
    )
    assert (scenario.name, scenario.product) == ("abc d e", "石鹸 \U0001f469\u200d\U0001f52c")
    assert scenario.category == "é"


def test_fingerprint_covers_inputs_and_data_but_neither_name_nor_order():
    print_ = USA.fingerprint("1")
    assert len(print_) == 64
    assert print_ == replace(USA, name="Other", shortlist=("GBR", "JPN")).fingerprint("1")
    assert replace(USA, affinity_cut=-0.0).to_json() == replace(USA, affinity_cut=0).to_json()
    others = [
        USA.fingerprint("2"),
        replace(USA, home="DEU").fingerprint("1"),
        replace(USA, affinity_cut=50.00000000000001).fingerprint("1"),
        replace(USA, weights=PRESETS["equal"]).fingerprint("1"),
        replace(USA, tables_off=("globe",)).fingerprint("1"),
        replace(USA, competition={"JPN": 3}).fingerprint("1"),
    ]
    assert len({print_, *others}) == 7


def test_a_package_tells_when_its_inputs_were_edited():
    text = package(USA, "2026.1")
    assert not unpack(text).altered
    assert not unpack("\ufeff" + text).altered
    assert unpack(text.replace('"USA"', '"DEU"')).altered
    with pytest.raises(ScenarioError, match="'surprise'"):
        unpack(json.dumps(json.loads(text) | {"surprise": 1}))
    with pytest.raises(ScenarioError, match="no scenario"):
        unpack('{"landfall":1}')
    with pytest.raises(ScenarioError, match="data_version"):
        unpack(json.dumps(json.loads(text) | {"data_version": "<b>"}))


def test_scenarios_can_be_copied_pickled_and_never_changed():
    assert pickle.loads(pickle.dumps(USA)) == USA == copy.deepcopy(USA)
    with pytest.raises(TypeError):
        USA.competition["JPN"] = 1  # type: ignore[index]
    assert Scenario(home="USA", current={"MEX", "CAN"}).current == ("CAN", "MEX")
    assert sys.getsizeof(USA.to_json()) < 2000
