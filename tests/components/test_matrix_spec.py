"""The matrix's specification is valid Vega-Lite and the same for the same look."""

import json

import altair as alt
import pytest

from components import drawing, matrix_spec
from components.matrix_spec import Axes

SPAN = Axes((10.0, 100.0), (10.0, 90.0))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("for_picture", "glance"), [(False, False), (True, False), (False, True)])
def test_it_is_valid_vega_lite(scheme, for_picture, glance):
    spec = matrix_spec.spec(SPAN, scheme, 540, for_picture, glance, "en", "en")
    alt.LayerChart.validate({**drawing_with_rows(spec), "$schema": spec["$schema"]})
    assert spec["$schema"] == alt.SCHEMA_URL
    json.dumps(spec)


def test_the_glance_is_for_looking_and_the_matrix_for_picking():
    matrix, glance = (matrix_spec.spec(SPAN, "light", 540, False, small, "en", "en") for small in (False, True))
    assert [one["name"] for one in matrix["params"]] == ["hover", "pick"] and glance["params"] == []
    named = [layer["name"] for layer in matrix["layer"] if "name" in layer]
    assert all(one["views"] == named for one in matrix["params"])


def drawing_with_rows(spec):
    return {**{key: value for key, value in spec.items() if key != "$schema"}, "data": {"values": []}}


def test_it_is_built_once_for_one_look():
    one, two = (matrix_spec.spec(SPAN, "light", 540, False, False, "en", "en") for _turn in range(2))
    assert one is two


def test_rows_go_into_a_file_with_the_specification():
    import pandas as pd

    made = drawing.Drawing({"mark": "point"}, pd.DataFrame({"x": [1.0, float("nan")]}))
    assert made.to_dict()["data"]["values"] == [{"x": 1.0}, {"x": None}]
