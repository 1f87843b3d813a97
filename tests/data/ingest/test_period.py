"""The period that the lines above a table name."""

from __future__ import annotations

from datetime import date

import pytest

from data.ingest.period import stated

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


@pytest.mark.parametrize(
    "lines",
    [
        ("# Start date: 20261001", "# End date: 20261031"),
        ("# Data de início: 20261001", "# Data de término: 20261031"),
        ("# Date de début : 20261001", "# Date de fin : 20261031"),
        ("# 20261001-20261031",),
        ("Campaign report", "October 1, 2026 - October 31, 2026"),
        ("Oct 1 - 31, 2026",),
        ("1 October 2026 - 31 October 2026",),
        ("1–31 Oct 2026",),
        ("1. Oktober 2026 – 31. Oktober 2026",),
        ("1 oct. 2026 - 31 oct. 2026",),
        ("1 de octubre de 2026 - 31 de octubre de 2026",),
        ("1 ottobre 2026 - 31 ottobre 2026",),
        ("01.10.2026 - 31.10.2026",),
        ("01/10/2026 - 31/10/2026",),
        ("10/01/2026 - 10/31/2026",),
        ("2026-10-01 to 2026-10-31",),
        ("2026年10月1日～2026年10月31日",),
    ],
)
def test_a_period_in_many_spellings(lines):
    assert stated(lines) == OCTOBER


def test_a_period_over_two_months():
    assert stated(["1 Oct – 30 Nov 2026"]) == (date(2026, 10, 1), date(2026, 11, 30))


def test_one_day_is_a_period_of_one_day():
    assert stated([], "Report 2026-10-05") == (date(2026, 10, 5), date(2026, 10, 5))


@pytest.mark.parametrize("line", ["All time", "", "Account 123-456-7890", "# 20261399", "03/04/2026 - 05/06/2026"])
def test_nothing_is_made_up(line):
    assert stated([line]) is None
