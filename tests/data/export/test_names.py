"""Download names are safe on every system."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from data.export import filename


def test_a_name_says_what_it_holds():
    assert filename("ranking", "csv", "USA", day=date(2026, 11, 22)) == "landfall-ranking-usa-2026-11-22.csv"
    assert filename("Größe & Maß", ".PNG") == "landfall-groe-ma.png"


@given(st.text(), st.text(), st.text(max_size=300), st.none() | st.dates())
def test_any_text_gives_a_plain_name(stem, extension, part, day):
    name = filename(stem, extension, part, day=day)
    assert re.fullmatch(r"landfall[a-z0-9-]*\.[a-z0-9-]+", name)
    assert len(name) < 400
    assert ".." not in name
