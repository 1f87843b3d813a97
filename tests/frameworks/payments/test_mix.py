"""The mix of a market: which source stands for it, what a region lends, how sure it is."""

from __future__ import annotations

import pytest

from frameworks.payments import PaymentError, mix_of
from frameworks.payments.mix import MEASURES
from tests.frameworks.payments.rows import method, share

METHODS = [method("visa"), method("pix", type="real_time"), method("paypal", type="wallet"), method("vipps", type="wallet")]
WHOLE = (("card", 50), ("wallet", 30), ("other", 15))


def shares(place, source, *parts, **more):
    """Rows of one source."""
    return [share(place, code, percent, source=source, **more) for code, percent in parts]


def chosen(small, *rows, unchecked=False, market="NLD"):
    """The mix that stands for the Netherlands."""
    return mix_of(small(METHODS, [], [row for part in rows for row in part]), market, unchecked=unchecked)


def test_the_surest_stands_and_of_equally_sure_ones_the_newer(small):
    part = (("card", 50), ("wallet", 20))
    mix = chosen(small, shares("NLD", "whole", *WHOLE, year=2022), shares("NLD", "part", *part, year=2025))
    assert (mix.source, mix.year, mix.known) == ("whole", 2022, pytest.approx(0.8))
    assert chosen(small, shares("NLD", "whole", *WHOLE, year=2021), shares("NLD", "part", *part, year=2025)).source == "part"
    little = shares("NLD", "little", ("card", 40), year=2025)  # as sure as an old whole one of a medium source
    assert chosen(small, shares("NLD", "whole", *WHOLE, year=2021, confidence="medium"), little).source == "whole"


def test_an_old_unchecked_whole_never_stands_before_a_newer_checked_part(small):
    old = shares("NLD", "memory", *WHOLE, year=2019, confidence="low", checked="no")
    rows = old, shares("NLD", "report", ("bank_transfer", 64), year=2023)
    assert chosen(small, *rows, unchecked=True).source == "report"


def test_what_a_source_calls_other_makes_no_mix_whole(small):
    named, other = (("card", 60), ("wallet", 24)), (("card", 50), ("wallet", 33), ("other", 17))
    rows = shares("NLD", "other", *other, year=2023), shares("NLD", "named", *named, year=2024)
    assert chosen(small, *rows).source == "named"


def test_of_two_whole_mixes_the_newer_counts_even_with_fewer_classes(small):
    fine = (("card", 50), ("wallet", 20), ("bnpl", 10), ("bank_transfer", 20))
    assert chosen(small, shares("NLD", "a", *fine, year=2021), shares("NLD", "b", *WHOLE, year=2023)).source == "b"


def test_of_parts_the_one_that_names_half_counts_then_the_better_measure(small):
    few, many = (("bnpl", 19),), (("card", 40), ("bnpl", 15))
    rows = shares("NLD", "value", *few), shares("NLD", "shoppers", *many, measure="share_of_shoppers")
    assert chosen(small, *rows).source == "shoppers"
    rows = shares("NLD", "value", *few, year=2020), shares("NLD", "shoppers", *few, measure="share_of_shoppers")
    assert chosen(small, *rows).source == "value"


def test_sources_measures_and_years_are_never_added_up(small):
    rows = [
        share("NLD", "card", 40), share("NLD", "wallet", 30, source="Another"), share("NLD", "bnpl", 20, year=2024),
        share("NLD", "cash", 10, measure="share_of_transactions"),
    ]  # fmt: skip
    assert dict(chosen(small, rows).shares) == {"card": 0.4}


def test_finer_classes_are_folded_into_the_ones_that_methods_have(small):
    rows = shares("NLD", "a", ("credit_card", 30), ("debit_card", 20), ("a2a", 25), ("postpay_konbini", 10), ("barter", 5))
    mix = chosen(small, rows)
    assert {name: round(part, 9) for name, part in mix.shares.items()} == {
        "card": 0.5, "bank_transfer": 0.25, "cash": 0.1, "other": 0.05,
    }  # fmt: skip


def test_shares_of_methods_make_a_class_where_the_source_names_none(small):
    mix = chosen(small, shares("NLD", "a", ("vipps", 29), ("paypal", 3), level="method"), shares("NLD", "a", ("card", 41)))
    assert {name: round(part, 9) for name, part in mix.shares.items()} == {"card": 0.41, "wallet": 0.32}
    assert mix.methods["vipps"] == pytest.approx(0.29)


def test_shares_that_pass_a_hundred_are_scaled(small):
    mix = chosen(small, shares("NLD", "a", ("card", 80), ("wallet", 45), measure="share_of_shoppers"))
    assert sum(mix.shares.values()) == pytest.approx(1)


def test_schemes_are_shares_within_cards_of_the_same_source(small):
    within = {"level": "card_scheme", "measure": "share_within_cards"}
    rows = shares("NLD", "a", *WHOLE), shares("NLD", "a", ("visa", 61), ("local_scheme", 40), **within)
    other = shares("NLD", "b", ("amex", 100), **within)
    mix = chosen(small, *rows, other)
    assert set(mix.schemes) == {"visa", "local_scheme"}
    assert sum(mix.schemes.values()) == pytest.approx(1)
    halves = shares("NLD", "a", ("card_local", 30), ("card_international", 10))
    assert chosen(small, halves).schemes["local_scheme"] == pytest.approx(0.75)


def test_figures_of_low_confidence_count_only_when_asked_for(small):
    rows = shares("NLD", "a", *WHOLE, confidence="low", checked="no")
    assert chosen(small, rows) is None
    mix = chosen(small, rows, unchecked=True)
    assert not mix.checked and "unchecked" in mix.marks and mix.grade == "C"


def test_a_region_stands_in_marked_and_less_sure(small):
    rows = shares("R-EUROPE-WC", "regional", *WHOLE)
    mix = chosen(small, rows)
    assert (mix.region, mix.grade, mix.place) == ("Western and Central Europe", "B", "R-EUROPE-WC")
    own = shares("NLD", "own", ("bnpl", 5))
    assert chosen(small, rows, own).region is None
    assert chosen(small, rows, market="JPN") is None


@pytest.mark.parametrize("market", ["LIE", "BVT"])
def test_no_region_stands_in_where_hardly_anybody_lives(small, market):
    rows = [row for place in ("R-EUROPE-WC", "R-LATAM") for row in shares(place, "regional", *WHOLE)]
    assert chosen(small, rows, market=market) is None
    assert chosen(small, rows, shares(market, "own", *WHOLE), market=market).source == "own"


def test_a_region_that_names_less_than_half_does_not_stand_in(small):
    assert chosen(small, shares("R-MEA", "regional", ("wallet", 20)), market="KEN") is None


@pytest.mark.parametrize(
    "parts, more, grade",
    [
        (WHOLE, {}, "A"), (WHOLE, {"confidence": "medium"}, "B"), (WHOLE, {"year": 2019}, "B"),
        (WHOLE, {"measure": "share_of_shoppers"}, "B"), ((("card", 60),), {}, "B"), ((("card", 20),), {}, "C"),
        ((("card", 20),), {"year": 2019, "confidence": "medium"}, "D"),
    ],
)  # fmt: skip
def test_confidence_falls_with_source_age_measure_and_gaps(small, parts, more, grade):
    newest = [share("USA", "card", 10, year=2025)]
    assert chosen(small, shares("NLD", "a", *parts, **more), newest).grade == grade


SHIPPED = {
    # What the trade would say: invoice and PayPal before debit and cards, UPI over half, wallets four fifths, iDEAL first.
    "DEU": ("bnpl", 2024, "share_of_value"), "IND": ("bank_transfer", 2024, "share_of_value"),
    "CHN": ("wallet", 2023, "share_of_value"), "NLD": ("bank_transfer", 2023, "share_of_value"),
    "USA": ("wallet", 2024, "share_of_value"), "BRA": ("card", 2024, "share_of_value"),
    "GBR": ("card", 2022, "share_of_value"), "JPN": ("card", 2024, "share_of_shoppers"),
}  # fmt: skip


@pytest.mark.parametrize("market", SHIPPED)
def test_the_shipped_mix_leads_with_what_the_trade_would_say(reference, market):
    mix = mix_of(reference, market)
    assert (max(mix.shares, key=mix.shares.get), mix.year, mix.measure) == SHIPPED[market]
    if market != "JPN":  # there the unchecked figures are the only ones of value
        assert mix_of(reference, market, unchecked=True) == mix


def test_the_shipped_mixes(reference):
    assert mix_of(reference, "ESP").year == 2025 and mix_of(reference, "MEX").year == 2025
    assert mix_of(reference, "KEN") is None and mix_of(reference, "EGY") is None
    brazil = mix_of(reference, "BRA")
    assert (brazil.methods["pix"], brazil.grade) == (0.4, "B")
    assert mix_of(reference, "THA").region == "Asia and the Pacific"
    assert mix_of(reference, "FRA").schemes["local_scheme"] == pytest.approx(0.85)
    for market in ("ATA", "BVT", "HMD", "IOT", "SGS", "ATF", "UMI", "PCN", "VAT"):
        assert mix_of(reference, market, unchecked=True) is None
    for market in reference.markets:
        mix = mix_of(reference, market, unchecked=True)
        if mix:
            assert 0 < sum(mix.shares.values()) <= 1 + 1e-9
            assert mix.measure in MEASURES and mix.grade in "ABCD"


def test_an_unknown_market_is_refused(reference):
    for market in ("XXX", "", None, "Germany", ["DEU"]):
        with pytest.raises(PaymentError, match="no market"):
            mix_of(reference, market)
