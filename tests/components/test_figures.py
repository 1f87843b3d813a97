import pytest

from components.figures import _AMOUNTS, _DOLLARS, _PERCENT, _SCALES, figure
from components.words import using
from data.catalog import read


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (4.7e12, "USD", "$4.7T"),
        (68.5e6, "persons", "68.5M people"),
        (45.49, "years", "45.5 years"),
        (84.94, "% of adults 15+", "84.9% of adults"),
        (-0.2, "% per year", "-0.2% a year"),
        (73.0, "0-100 (100 = clean)", "73 of 100"),
        (0.0, "%", "0.0%"),
    ],
)
def test_a_figure_reads_like_one(value, unit, text):
    with using("en"):
        assert figure(value, unit) == text


def test_a_published_error_stands_beside_its_figure():
    with using("en"):
        assert figure(0.951, "standard normal units, about -2.5 to 2.5", 0.2227) == "0.95 ± 0.22 (−2.5 to 2.5)"


def test_missing_is_empty_not_zero():
    assert figure(None, "USD") == figure(float("nan"), "USD") == ""


def test_every_unit_of_the_indicator_list_is_known():
    for unit in read("indicator_list")["unit"].unique():
        assert unit in {**_PERCENT, **_DOLLARS, **_AMOUNTS, **_SCALES}, unit
