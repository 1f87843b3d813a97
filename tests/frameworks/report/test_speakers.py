"""Languages to serve: shares times population, what the team serves marked."""

from frameworks.report.speakers import LEAST_SHARE, speakers


def test_people_are_population_times_share(reference):
    found = speakers(reference, "USA", "IND", ("en",))
    hindi = found.languages[0]
    assert hindi.code == "hi"
    assert hindi.people == round(found.population * hindi.share)
    assert [one.share for one in found.languages] == sorted((one.share for one in found.languages), reverse=True)


def test_a_served_language_is_marked_and_kept_however_small(reference):
    found = speakers(reference, "USA", "JPN", ("ko",), most=50)
    korean = next(one for one in found.languages if one.code == "ko")
    assert korean.served
    assert korean.share < LEAST_SHARE


def test_no_language_given_means_those_of_home(reference):
    assert speakers(reference, "USA", "GBR", ()).serving == ("en",)


def test_an_uninhabited_market_says_nothing(reference):
    found = speakers(reference, "USA", "ATA", ("en",))
    assert found.population is None
    assert all(one.people is None for one in found.languages)
