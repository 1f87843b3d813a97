"""Taxes: rates, display, limits with their years, and which of them count as unchecked."""

import pytest

from frameworks.rules.taxes import KINDS, tax
from tests.frameworks.rules.test_duties import EU


def test_germany_by_hand(reference):
    found = tax(reference, "DEU")
    assert (found.kind, found.local_name, found.standard, found.reduced, found.inclusive) == ("vat", "MwSt", 19.0, (7.0,), True)
    assert found.checked and found.year == 2025 and found.since == "2021-01-01"
    assert (found.duty_free.amount, found.duty_free.currency, found.duty_free.checked) == (0.0, "EUR", True)
    assert "flat duty of EUR 3" in found.duty_free.note


def test_no_parcel_is_free_of_vat_in_the_union(reference):
    for market in EU:
        limit = tax(reference, market).tax_free
        assert limit.amount == 0 and "July 2021" in limit.note, market


def test_the_american_duty_free_entry_has_ended(reference):
    found = tax(reference, "USA")
    assert found.kind == "sales_tax" and found.inclusive is None
    assert (found.duty_free.amount, found.duty_free.year) == (0.0, 2025) and "29 August 2025" in found.duty_free.note


def test_where_lists_differ_both_rates_stand(reference):
    found = tax(reference, "EST")
    assert (found.standard, found.other) == (24.0, 20.0)


def test_the_rate_is_the_one_that_is_charged(reference):
    thailand = tax(reference, "THA")
    assert thailand.standard == 7.0 and thailand.checked and "10 %" in thailand.note


@pytest.mark.parametrize("market", ["IRQ", "SYR", "CUB"])
def test_a_zero_that_may_be_a_gap_is_no_rate(reference, market):
    found = tax(reference, market)
    assert found.standard is None and not found.checked and "missing" in found.note


def test_a_free_port_is_a_real_zero(reference):
    found = tax(reference, "HKG")
    assert found.standard == 0 and found.checked


def test_limits_from_memory_are_unchecked(reference, doubted):
    assert not tax(doubted("taxes", column="threshold_checked", iso3="ISL"), "ISL").duty_free.checked
    for market in ("KOR", "CHL", "ISR", "ZAF"):
        assert tax(reference, market).duty_free.checked, market


def test_every_market_gives_a_tax_or_none(reference):
    found = {market: tax(reference, market) for market in reference.markets}
    assert sum(each is not None for each in found.values()) == len(reference.table("taxes"))
    for each in found.values():
        if each is not None:
            assert each.kind in KINDS and each.source and list(each.reduced) == sorted(each.reduced, reverse=True)
            for limit in (each.duty_free, each.tax_free):
                assert limit is None or (limit.amount >= 0 and len(limit.currency) == 3 and limit.source)


def test_a_market_that_no_list_has_is_none(reference):
    assert tax(reference, "XXX") is None
