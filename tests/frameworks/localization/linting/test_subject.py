"""The text a lint looks at: letters keep their places, placeholders and addresses are out of sight."""

from frameworks.localization.linting.subject import Subject


def test_places_stay(reference):
    source = "“Hi” {first_name}, see <a href='/left'>it</a> at https://x.example/first-base"
    text = Subject(source, "DEU", reference).text
    assert len(text) == len(source) and text.startswith('"Hi" ')
    assert "left" not in text and "first" not in text


def test_branches_of_a_plural_are_read(reference):
    assert "home run" in Subject("{n, plural, one {a home run} other {# home runs}}", "DEU", reference).text


def test_what_is_known_of_the_market(reference):
    saudi, britain = Subject("", "SAU", reference, "USA"), Subject("", "GBR", reference)
    assert saudi.right_to_left and not saudi.english and str(saudi.locale) == "ar_SA"
    assert britain.english and britain.gaps == () and Subject("", "XYZ", reference, "USA").gaps == ()
