"""Cells of a workbook become text without losing a digit."""

from __future__ import annotations

import datetime

import pytest

from data.ingest.workbook_reader import text_of


@pytest.mark.parametrize(
    "value, text",
    [
        ("x", "x"), (True, "TRUE"), (7410000000123.0, "7410000000123"), (0.1, "0.1"), (1e-7, "0.0000001"),
        (1.234567890123457e17, "123456789012345700"), (-0.0, "0"), (datetime.date(2024, 3, 1), "2024-03-01"),
        (datetime.datetime(2024, 3, 1, 1, 2, 3), "2024-03-01 01:02:03"), (datetime.time(1, 2, 3), "01:02:03"),
        (datetime.timedelta(days=2, seconds=61), "48:01:01"),
    ],
)  # fmt: skip
def test_text(value, text):
    assert text_of(value) == text
