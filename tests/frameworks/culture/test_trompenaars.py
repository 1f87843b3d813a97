"""Leans with a grade, never scores."""

from collections import Counter

from frameworks.culture.trompenaars import DIMENSIONS, leans, sides
from frameworks.weights import CRITERIA


def test_seven_leans_for_every_market(reference):
    for market in ("USA", "ARE", "ATA"):
        found = leans(reference, market)
        assert [lean.dimension for lean in found] == list(DIMENSIONS) and len(found) == 7


def test_leans_are_a_pole_with_a_grade(reference):
    found = [lean for market in reference.markets for lean in leans(reference, market)]
    poles = Counter(lean.pole for lean in found)
    assert set(poles) <= {"first", "second", "middle", "mixed", "none"}
    assert {lean.grade for lean in found} <= {"A", "B", "C", ""}
    assert all(lean.sources == 0 and lean.grade == "" for lean in found if lean.pole == "none")
    assert sum(any(lean.pole != "none" for lean in leans(reference, m)) for m in reference.markets) == 49


def test_the_textbook_case(reference):
    assert leans(reference, "USA")[0].pole == "first"
    assert leans(reference, "ATA")[0].pole == "none"


def test_leans_are_no_criterion():
    assert not any(d.code in CRITERIA for d in DIMENSIONS)


def test_both_sides_are_as_many_texts_as_the_lean_counts(reference):
    rows = reference.table("trompenaars_consensus")
    for row in rows[rows["consensus"] == "mixed"].itertuples():
        said = sides(reference, row.iso3)[row.dimension]
        assert len(said) > 1
        assert {pole: len(texts) for pole, texts in said.items()} == {
            pole: int(count)
            for pole, count in (("first", row.n_first_pole), ("middle", row.n_middle), ("second", row.n_second_pole))
            if count
        }
    assert sides(reference, "VAT") == {}


def test_quoted_percentages_name_question_source_and_confidence_and_are_never_one_a_dimension(reference):
    items = reference.table("trompenaars_items")
    assert len(items) == 47 and items["iso3"].nunique() == 23
    assert set(items["confidence"]) == {"medium", "low"} and items["item"].notna().all() and items["source"].notna().all()
    assert sorted(items.loc[(items["iso3"] == "FRA") & (items["dimension"] == DIMENSIONS[0].code), "value"]) == [48, 68, 70, 73]
    assert not {"specific_diffuse", "sequential_synchronic"} & set(items["dimension"])
