"""What entering takes, as records taken over from the rooms that know it."""

from datetime import date

from frameworks.payments import SetUp, fit_for
from frameworks.report.entry import all_rows, channels, events, named_methods, payments, rules, sales_tax

TODAY = date(2026, 11, 22)


def test_payments_repeat_the_fit(reference):
    fit = fit_for("NLD", SetUp(providers=("stripe",)), reference=reference)
    found = payments(fit, reference)
    assert (found.low, found.high, found.confidence) == (fit.low, fit.high, fit.confidence)
    assert [one.code for one in found.missing] == list(fit.missing["method_id"])
    assert all(one.points > 0 for one in found.useful)
    assert len(named_methods(fit, found)) <= 3 * 5 + 5


def test_providers_go_by_name(reference):
    found = payments(fit_for("NLD", SetUp(currencies=("EUR",)), reference=reference), reference)
    assert "Stripe" in {name for one in found.missing for name in one.providers}


def test_without_a_mix_local_methods_come_first_and_score_nothing(reference):
    found = payments(fit_for("KEN", SetUp(providers=("stripe",)), reference=reference), reference)
    assert found.low is None
    assert found.missing[0].name == "M-PESA"
    assert found.useful == found.missing
    assert {one.points for one in found.missing} == {0.0}


def test_rows_become_records_in_their_order(reference):
    rows = all_rows(reference, "DEU", TODAY, months=12)
    kept = rows.checked()
    assert len(kept) < len(rows)
    assert [one.topic for one in rules(kept.duties)] == list(kept.duties["topic"])
    assert [one.name for one in channels(rows.platforms)] == list(rows.platforms["name"])
    days = [one.start for one in events(kept.dates)]
    assert days == sorted(days)
    assert all(one.end >= one.start for one in events(kept.dates))


def test_an_unchecked_tax_or_limit_is_left_out_unless_asked_for(reference):
    assert sales_tax(reference, "AND") is None
    assert sales_tax(reference, "AND", unchecked=True) is not None
    assert sales_tax(reference, "ISL").duty_free is None
    assert sales_tax(reference, "ISL", unchecked=True).duty_free is not None
