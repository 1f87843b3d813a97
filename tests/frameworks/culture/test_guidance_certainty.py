"""Which gaps are beyond uncertainty: margins from the tables, contradiction, order."""

from dataclasses import replace

import pandas as pd
import pytest

from frameworks.culture.gaps import culture_gaps
from frameworks.culture.guidance_certainty import MARGINS, VERDICTS, certainties, certainty, firm


def one(reference, **changes):
    gap = next(gap for gap in culture_gaps(reference, "DEU", "BRA").told if gap.model.key == "hofstede")
    return certainty(reference, replace(gap, **{"basis": "measured", "same": 1, "opposite": 0, **changes}))


@pytest.mark.parametrize(
    ("changes", "verdict", "why"),
    [
        ({"size": 0.6}, "beyond", "scale"), ({"size": 0.5}, "within", "scale"), ({"size": -0.6}, "beyond", "scale"),
        ({"size": 0.9, "same": 0}, "within", "alone"), ({"size": 1.1, "same": 0}, "beyond", "alone"),
        ({"size": 0.9, "basis": "estimate"}, "within", "estimate"), ({"size": 1.1, "basis": "estimate"}, "beyond", "estimate"),
        ({"size": 2.0, "same": 1, "opposite": 1}, "contradicted", "scale"),
        ({"size": 2.0, "same": 2, "opposite": 1}, "beyond", "scale"),
        ({"size": 2.0, "same": 0, "opposite": 1}, "contradicted", "scale"),
    ],
)  # fmt: skip
def test_size_basis_and_agreement_decide(reference, changes, verdict, why):
    found = one(reference, **changes)
    assert (found.verdict, found.why) == (verdict, why)


def test_a_margin_of_surveys_is_nine_of_ten_changes_between_two_surveys(reference, with_table):
    gap = next(gap for gap in culture_gaps(reference, "USA", "JPN").told if gap.model.key == "world_values")
    margin = certainty(reference, gap).margin
    table = reference.table("world_values")
    model = table.sort_values("year").drop_duplicates("iso3", keep="last")
    code = gap.dimension.code
    changes = (table.sort_values(["iso3", "year"]).groupby("iso3")[code].diff().abs() / model[code].std(ddof=1)).dropna()
    assert (changes <= margin).mean() == pytest.approx(0.9, abs=0.02)


def test_a_part_that_stands_in_takes_the_margin_between_regions(reference):
    found = one(reference, basis="stand_in", size=0.9)
    assert found.why == "parts"
    assert 0.5 < found.margin < 2
    assert found.verdict == "within"


def test_firm_keeps_the_order_and_drops_the_rest(reference):
    gaps = culture_gaps(reference, "USA", "JPN")
    kept = firm(reference, gaps)
    assert [gap for gap in gaps.told if gap in kept.told] == list(kept.told)
    assert len(kept.told) == sum(found.verdict == "beyond" for found in certainties(reference, gaps))
    assert kept.small == gaps.small
    assert kept.without == gaps.without


def test_every_pair_gets_words_and_a_margin_of_at_least_what_is_told(reference):
    for market in ("JPN", "NGA", "SAU", "ARE", "VAT", "BRA"):
        for found in certainties(reference, culture_gaps(reference, "DEU", market)):
            assert found.margin >= 0.5
            assert found.why in MARGINS
            assert found.verdict in VERDICTS


def test_without_the_survey_table_there_is_no_margin_of_surveys(reference, with_table):
    empty = with_table("world_values", pd.DataFrame(columns=reference.table("world_values").columns))
    assert all(found.why != "surveys" for found in certainties(empty, culture_gaps(empty, "USA", "BRA")))
