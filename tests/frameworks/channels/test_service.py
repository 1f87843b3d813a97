"""Service evidence: general, and saying so."""

from frameworks.channels.service import COLUMNS, NO_SOURCE, service


def test_the_evidence_is_the_same_for_every_market_for_want_of_a_source(reference):
    assert service(reference, "JPN").equals(service(reference, "DEU"))
    assert "by market" in str(NO_SOURCE)


def test_weak_surveys_are_hidden_unless_asked_for(reference):
    checked, every = service(reference, "JPN"), service(reference, "JPN", unchecked=True)
    assert list(every.columns) == list(COLUMNS)
    assert checked["value"].tolist() == [37, 29.7, 9.7] and len(every) == 6
    assert every["source"].str.len().gt(0).all()
