"""What entering takes, as records taken over from the rooms that know it."""

from datetime import date

from frameworks.payments import SetUp, fit_for
from frameworks.report.entry import all_rows, channels, events, named_methods, payments, rules, sales_tax

TODAY = date(2026, 11, 22)


def test_payments_repeat_the_fit(reference):
    fit = fit_for("NLD", SetUp(providers=("stripe",)), reference=reference)
    found = payments(fit, reference)
    assert (found.low, found.high, found.confidence) == (fit.low, fit.high, fit.confidence)
    assert sorted(code for one in found.missing for code in one.codes) == sorted(fit.missing["method_id"])
    assert all(one.points > 0 for one in found.useful)
    assert len(named_methods(fit, found)) <= 3 * 5 + 5


def test_providers_go_by_name(reference):
    found = payments(fit_for("NLD", SetUp(currencies=("EUR",)), reference=reference), reference)
    assert "Stripe" in {name for one in found.missing for name in one.providers}


def test_the_cards_of_japan_are_one_gain_and_all_named_as_cited(reference):
    fit = fit_for("JPN", SetUp(currencies=("EUR",)), reference=reference)
    found = payments(fit, reference)
    assert [(set(one.codes), one.points) for one in found.useful] == [({"amex", "diners", "jcb", "mastercard", "visa"}, 79.8)]
    assert {"visa", "jcb"} <= set(named_methods(fit, found).index)


def test_without_a_mix_local_methods_come_first_and_score_nothing(reference):
    found = payments(fit_for("KEN", SetUp(providers=("stripe",)), reference=reference), reference)
    assert found.low is None
    assert found.missing[0].names == ("M-PESA",)
    assert found.useful == found.missing
    assert {one.points for one in found.missing} == {0.0}


def test_rows_become_records_in_their_order(doubted):
    rows = all_rows(doubted("rules", iso3="DEU", topic="cookies"), "DEU", TODAY, months=12)
    kept = rows.checked()
    assert len(kept) < len(rows)
    assert [one.topic for one in rules(kept.duties)] == list(kept.duties["topic"])
    assert [one.name for one in channels(rows.platforms)] == list(rows.platforms["name"])
    days = [one.start for one in events(kept.dates)]
    assert days == sorted(days)
    assert all(one.end >= one.start for one in events(kept.dates))


def test_an_unchecked_tax_or_limit_is_left_out_unless_asked_for(reference, doubted):
    assert sales_tax(reference, "ERI") is None
    assert sales_tax(reference, "ERI", unchecked=True) is not None
    world = doubted("taxes", column="threshold_checked", iso3="ISL")
    assert sales_tax(world, "ISL").duty_free is None
    assert sales_tax(world, "ISL", unchecked=True).duty_free is not None
