"""The fixed world."""

from types import MappingProxyType

import pandas as pd
import pytest

from frameworks.reference import Reference

TABLES = MappingProxyType(
    {"markets": pd.DataFrame({"iso3": ["USA", "CAN"]}), "hofstede": pd.DataFrame({"iso3": ["USA"], "pdi": [40.0]})}
)


def test_markets_are_in_order():
    assert list(Reference(TABLES, "1").markets) == ["CAN", "USA"]


def test_a_table_switched_off_has_columns_and_no_rows():
    frame = Reference(TABLES, "1", frozenset({"hofstede"})).table("hofstede")
    assert frame.empty and list(frame.columns) == ["iso3", "pdi"]


def test_the_list_of_markets_outlives_its_table_being_off():
    assert len(Reference(TABLES, "1", frozenset({"markets"})).markets) == 2


def test_an_unknown_table_is_an_error():
    with pytest.raises(KeyError):
        Reference(TABLES, "1").table("horoscope")


def test_results_are_worked_out_once_for_each_reference():
    asked = []

    def count(reference: Reference) -> int:
        asked.append(reference.version)
        return len(asked)

    first, second = Reference(TABLES, "1"), Reference(TABLES, "2")
    assert [first.derived(count), first.derived(count), second.derived(count)] == [1, 1, 2]
    assert asked == ["1", "2"]


def test_249_markets_and_no_code_for_kosovo(reference):
    assert len(reference.markets) == 249
    assert "XKX" not in reference.markets
