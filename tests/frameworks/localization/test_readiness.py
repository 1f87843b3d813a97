from datetime import date

import pytest

from data.catalog import world
from frameworks.localization.formats import formats_for
from frameworks.localization.readiness import PARTS, Spoken, Texts, readiness, spoken_in
from frameworks.localization.states import progress_of

MEXICO = formats_for("es", market="MEX", today=date(2026, 11, 22))
PROGRESS = progress_of({("checkout", "approved"): 3, ("checkout", "draft"): 1, ("faq", "missing"): 2}, "es")


def ready(**given):
    known = {
        "texts": Texts(Spoken("es"), 6, PROGRESS, checked=4, wrong=1), "formats": MEXICO, "fit": (40.0, 70.0),
        "served": 0.95, "duties": 8, "met": 6,
    }  # fmt: skip
    return readiness("MEX", **{**known, **given})


def share(made, key):
    return made.part(key).low, made.part(key).high


def test_every_part_is_worked_out_from_what_the_team_has():
    made = ready()
    assert tuple(part.key for part in made.parts) == tuple(PARTS) and made.known == 5
    assert share(made, "content") == pytest.approx((100 * 3 * 0.75 / 4,) * 2)
    assert share(made, "formats") == (75, 75) and share(made, "payments") == (40, 70)
    assert share(made, "service") == (95, 95) and share(made, "rules") == (75, 75)
    assert str(made.part("content").reason).startswith("3 of 6 texts approved")


def test_texts_that_were_not_checked_widen_the_range():
    made = ready(texts=Texts(Spoken("es"), 6, PROGRESS, checked=2, wrong=1))
    assert share(made, "formats") == (25, 75) and "2 not checked" in str(made.part("formats").reason)


def test_what_nobody_knows_is_unknown_and_never_nothing():
    made = ready(texts=Texts(Spoken(None), 6), formats=None, fit=(None, None), served=None, duties=0, met=0)
    assert made.known == 0 and all(part.high is None and str(part.reason) for part in made.parts)
    assert ready(met=0).part("rules").low is None and "(8)" in str(ready(met=0).part("rules").reason)
    assert ready(texts=Texts(Spoken("es"), 6, PROGRESS)).part("formats").low is None
    assert ready(texts=Texts(Spoken("es"), 0, PROGRESS)).part("content").low is None
    nothing_covered = ready(fit=(0.0, 12.0), served=0.0)
    assert share(nothing_covered, "payments") == (0, 12) and share(nothing_covered, "service") == (0, 0)


def test_texts_in_the_markets_own_language_need_no_translation():
    made = ready(texts=Texts(Spoken(None, own=True), 6), formats=formats_for("en", market="GBR", today=date(2026, 11, 22)))
    assert share(made, "content") == (100, 100) and share(made, "formats") == (100, 100)


@pytest.mark.parametrize(("market", "locales", "read"), [
    ("MEX", ("de", "es"), Spoken("es")), ("BRA", ("pt_PT", "pt_BR"), Spoken("pt_BR")), ("JPN", ("de",), Spoken(None)),
    ("GBR", ("de",), Spoken(None, own=True)), ("GBR", ("de", "en_GB"), Spoken("en_GB")), ("TWN", ("zh_Hant",), Spoken("zh_Hant")),
    ("DEU", ("fr",), Spoken(None)), ("FRA", (), Spoken(None)), ("IND", (), Spoken(None, own=True)),
])  # fmt: skip
def test_the_locale_of_a_market_is_the_one_its_buyers_read(market, locales, read):
    assert spoken_in(world(), market, locales, "en") == read
