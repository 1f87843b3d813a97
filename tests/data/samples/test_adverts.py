"""The invented reports carry totals that their rows add up to."""

from __future__ import annotations

from data.samples import adverts
from data.samples.shop import history


def test_the_total_row_is_the_sum():
    *_, rows = [list(adverts.google(history()))]
    header, body, total = rows[2], rows[3:-1], rows[-1]
    cost = header.index("Cost")
    assert total[0].startswith("Total:")
    assert abs(sum(float(row[cost].replace(",", "")) for row in body) - float(total[cost].replace(",", ""))) < 0.005


def test_every_row_is_as_long_as_its_header():
    for rows in (list(adverts.meta(history())), list(adverts.klaviyo(history()))):
        assert {len(row) for row in rows} == {len(rows[0])}
