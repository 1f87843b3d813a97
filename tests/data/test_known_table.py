"""The fast reading of shipped tables: the same frame as the careful one, or none."""

import pandas as pd
import pytest

from data.catalog import FOLDER, infos
from data.known_table import sound
from data.table_check import MAX_BYTES, parse

META = {
    "columns": {
        "iso3": {"type": "iso3"},
        "year": {"type": "year"},
        "score": {"type": "number", "unit": "index points", "min": 0, "max": 100},
        "note": {"type": "text"},
    },
    "key": ["iso3", "year"],
}
HEADER = "iso3,year,score,note\n"


@pytest.mark.parametrize("name", sorted(infos()))
def test_a_shipped_table_is_read_fast_and_to_the_digit_as_with_care(name):
    raw, info = (FOLDER / f"{name}.csv").read_bytes(), infos()[name]
    meta = {"columns": info.columns, "key": info.key}
    fast = sound(raw, meta)
    assert fast is not None
    pd.testing.assert_frame_equal(fast, parse(name, raw, meta), check_exact=True)


@pytest.mark.parametrize(
    "rows",
    [
        "USA,2020,0,a\nCAN,2020,,\n",
        'USA,2020,0.1,"a\nb, ""c"""\nUSA,2021,1e1,""\n',
        "USA,2020,100,a\r\nCAN,2020,33.333333333333336,=1\r\n",
        "USA,2020,5,x",
    ],
)
def test_good_rows_give_the_same_frame_both_ways(rows):
    raw = (HEADER + rows).encode()
    pd.testing.assert_frame_equal(sound(raw, META), parse("own", raw, META), check_exact=True)


def test_an_optional_year_may_be_missing():
    raw = b"iso3,year\nUSA,\nCAN,2020\n"
    meta = {"columns": {"iso3": {"type": "iso3"}, "year": {"type": "year"}}, "key": ["iso3"]}
    pd.testing.assert_frame_equal(sound(raw, meta), parse("own", raw, meta), check_exact=True)


@pytest.mark.parametrize(
    "rows",
    [
        "XKX,2020,1,\n", "usa,2020,1,\n", " USA,2020,1,\n", ",2020,1,\n", "USA,,1,\n", "USA,20,1,\n", "USA,2020,101,\n",
        "USA,2020,-1,\n", "USA,2020,forty,\n", "USA,2020,nan,\n", "USA,2020,NA,\n", "USA,2020,inf,\n", "USA,2020,0x10,\n",
        "USA,2020,1,\nUSA,2020,2,\n", "USA,2020,1,,more\n", "USA,2020\n", "USA,2020,1,\n\nCAN,2020,1,\n", "",
    ],
)  # fmt: skip
def test_any_fault_leaves_the_table_to_the_careful_reader(rows):
    assert sound((HEADER + rows).encode(), META) is None


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"\x00", b"iso3,year,score\nUSA,2020,1\n", b"iso3,iso3,year,score,note\nUSA,USA,2020,1,\n",
        HEADER.encode() + b"USA,2020,1,\xff\n", b" " * (MAX_BYTES + 1),
    ],
)  # fmt: skip
def test_what_is_no_such_table_is_left_too(raw):
    assert sound(raw, META) is None
