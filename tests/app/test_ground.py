"""The page On the ground, driven without a browser."""

from __future__ import annotations

import re

import pytest

from data.duties import Duties
from pages.desk import workspace
from tests.app.reading import opened, words


def test_a_market_shows_every_part_with_sources():
    text = words(opened("ground", market="DEU"))
    for said in ("14 days", "19 %", "not legal advice", "Black Friday", "practitioner lore", "No source by market was found"):
        assert said in text, said
    assert "unchecked facts are hidden" in text and "from memory" not in text.replace("written from memory", "")


def test_unchecked_facts_come_marked_when_asked_for():
    app = opened("ground", market="DEU")
    app.toggle[0].set_value(True).run()
    text = words(app)
    assert 'lf-gr-unchecked">unchecked' in text and "memory, not checked" not in text
    assert app.query_params["unchecked"] in ("1", ["1"])
    assert "unchecked facts are marked" in text


def test_the_address_can_ask_for_them():
    assert opened("ground", market="CHN", unchecked="1").toggle[0].value
    assert not opened("ground", market="CHN", unchecked="<script>").toggle[0].value


@pytest.mark.parametrize("market", ["BVT", "ATA", "PRK", "VAT"])
def test_a_market_without_facts_says_so_and_stands(market):
    app = opened("ground", market=market)
    assert not app.error and "No checked source" in words(app)


def test_a_referral_share_is_no_ranking_in_korea():
    text = words(opened("ground", market="KOR", unchecked="1"))
    assert "Facebook" in text and "94.3" not in text and "is left out" in text


def test_an_unknown_market_is_answered():
    app = opened("ground", market="QQQ")
    assert any("does not know" in warning.value for warning in app.warning)


def test_the_page_speaks_spanish_without_breaking():
    assert not opened("ground", market="MEX", lang="es").error


def test_the_calendar_can_be_taken_away():
    labels = {button.proto.label for button in opened("ground", market="JPN").get("download_button")}
    assert {"ICS", "CSV", "XLSX", "PNG", "SVG"} <= labels


def test_duties_are_ticked_off_and_count_for_readiness():
    app = opened("ground", market="DEU", home="USA")
    box = next(one for one in app.checkbox if one.key.startswith("ground_tick_DEU_"))
    box.check().run()
    assert not [one for one in app.markdown if "None" in one.value]  # nothing but the page is written
    assert not app.exception
    held = workspace().room(Duties).met("DEU")
    assert len(held) == 1
    assert re.search(r"1 of \d+ duties on record ticked off", words(opened("market", market="DEU", home="USA")))
    next(one for one in app.checkbox if one.key == box.key).uncheck().run()
    assert not workspace().room(Duties).met("DEU")


def test_a_standing_and_a_year_are_told_once():
    cards = next(html.proto.body for html in opened("ground", market="DEU").get("html") if "lf-gr-group" in html.proto.body)
    shops = cards[cards.index("Marketplaces") :]
    assert shops.count(">Available<") == 1 and shops.count("lf-gr-group") > 5
    assert "(2023), 2023" not in cards
    assert "rule of undated" not in words(opened("ground", market="CAN"))
