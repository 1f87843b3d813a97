"""Briefs in words: one document for page and files, in any language, with nothing said twice or left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from components import brief_comparison_words, brief_words, evidence
from components.words import using
from data.catalog import infos, world
from data.export.brief_html import fragment
from frameworks.payments import SetUp
from frameworks.potential.indicators import indicator_list
from frameworks.report import brief, comparison
from frameworks.report.document import Amount, Table, texts
from frameworks.scoring.scenario import Scenario
from frameworks.scoring.score import scoring

SCENARIO = Scenario(home="USA", languages=("en",), product="Lamps", category="Home")
SOURCES = {name: evidence.Source.of(info) for name, info in infos().items()}


@pytest.fixture(scope="module")
def scored():
    return scoring("USA", languages=("en",), reference=world())


@pytest.fixture(scope="module")
def briefs(scored):
    set_up = SetUp(providers=("stripe",))
    return {
        code: brief(world(), SCENARIO, code, scoring=scored, set_up=set_up, today=date(2026, 11, 22))
        for code in ("DEU", "JPN", "ARE", "ATF")
    }


def worded(found):
    return brief_words.document(found, SOURCES, indicator_list(world())["name"].to_dict())


def test_every_market_has_every_section(briefs):
    keys = [
        "verdict", "why", "culture", "advice", "languages", "payments", "channels", "calendar", "rules",
        "decided", "protocol", "questions", "sources",
    ]  # fmt: skip
    for found in briefs.values():
        document = worded(found)
        assert [section.key for section in document.sections] == keys
        assert all(section.blocks for section in document.sections)


def test_the_standing_note_and_the_fingerprint_stand_once(briefs):
    for found in briefs.values():
        said = "\n".join(texts(worded(found)))
        assert said.count("Most variation in values lies within countries") == 1
        assert said.count(found.fingerprint[:16]) == 1
        assert found.data_version in said
        assert "not legal advice" in said


def test_what_is_missing_is_said_and_never_nought(briefs):
    document = worded(briefs["ATF"])
    assert [item.value for item in document.sections[0].blocks[0].items] == ["–"] * 4
    assert document.chip == "Not enough data"
    assert "Too little is published" in document.lead


def rows_of(found, key):
    section = next(one for one in worded(found).sections if one.key == key)
    return [row for block in section.blocks if isinstance(block, Table) for row in block.rows]


def test_two_sources_on_one_platform_are_one_line_of_its_kind(briefs):
    rows = rows_of(briefs["DEU"], "channels")
    assert len(rows) == len({row[0] for row in rows})
    _kind, told, sources = next(row for row in rows if row[0] == "Messaging")
    assert told == "leading: WhatsApp 68%" and "Oberlo" in sources and "ARD/ZDF" in sources


def test_a_sentence_for_two_parts_of_a_protocol_is_said_in_the_first(briefs):
    section = next(one for one in worded(briefs["JPN"]).sections if one.key == "protocol")
    said = [item.text for item in section.blocks[0].items]
    assert sum("Negotiators in India" in text for text in said) <= 1 and len(said) > 2


def test_card_brands_of_one_share_are_one_payment_to_add(scored):
    found = brief(world(), SCENARIO, "JPN", scoring=scored, set_up=SetUp(), today=date(2026, 11, 22))
    rows = rows_of(found, "payments")
    assert [row[0] for row in rows] == ["Mastercard, Visa, American Express, Diners Club International, and JCB"]
    assert rows[0][2] == "with Adyen, Airwallex, or Shopify Payments"
    assert any("one row share one figure" in text for text in texts(worded(found)))


def test_the_same_brief_gives_the_same_words(briefs):
    assert worded(briefs["DEU"]) == worded(briefs["DEU"])
    assert fragment(worded(briefs["DEU"])) == fragment(worded(briefs["DEU"]))


def test_spanish_writes_its_own_names_and_figures(briefs):
    with using("es"):
        document = worded(briefs["DEU"])
    assert document.title == "Alemania"
    assert document.language == "es"
    assert "61,3" in texts(document)


def test_people_keep_their_number_beside_the_words(briefs):
    table = next(block for block in worded(briefs["DEU"]).section("languages").blocks if isinstance(block, Table))
    people = table.rows[0][2]
    assert isinstance(people, Amount)
    assert people.value == briefs["DEU"].speakers.languages[0].people


def test_unchecked_and_contested_are_marked(scored):
    found = brief(
        world(), SCENARIO, "DEU", scoring=scored, set_up=SetUp(), today=date(2026, 11, 22), unchecked=True,
    )  # fmt: skip
    assert "not checked" in texts(worded(found))


def test_the_comparison_has_a_row_for_every_market(briefs, scored):
    document = brief_comparison_words.document(comparison(scored, list(briefs.values())), SOURCES)
    assert not any("(– people)" in text for text in texts(document))
    for key in ("standing", "entering"):
        table = document.section(key).blocks[0]
        assert [row[0] for row in table.rows][:2] == ["Germany", "Japan"]
        assert {row[0] for row in table.rows[2:]} == {"French Southern Territories", "United Arab Emirates"}
        assert all(len(row) == len(table.head) for row in table.rows)
    assert "Germany" in document.lead


def test_hostile_words_of_the_team_stay_text(briefs):
    found = replace(briefs["DEU"], product="<script>alert(1)</script>", category='"><img src=x>')
    markup = fragment(worded(found))
    assert "<script" not in markup
    assert "<img" not in markup
