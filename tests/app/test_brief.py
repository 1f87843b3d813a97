"""The page of the market brief: shortlist or not, hostile addresses, comparison, downloads."""

from dataclasses import replace

from tests.app.reading import opened, words


def test_without_a_shortlist_the_leading_markets_stand_in():
    app = opened("brief", home="USA")
    assert any("shortlist is empty" in info.value for info in app.info)
    text = words(app)
    assert "Canada" in text
    assert text.lower().count("most variation in values") == 1


def test_a_shortlist_is_reported_and_the_first_of_it_opens():
    app = opened("brief", home="USA", short="JPN.DEU")
    assert app.selectbox(key="market_pick").value == "JPN"
    assert not app.info
    text = words(app)
    for part in ("Market brief, as seen from United States", "Payments to add", "What to test first", "Open questions", "scenario"):
        assert part in text
    assert len(app.get("download_button")) == 4


def test_a_market_off_the_shortlist_can_be_asked_for():
    app = opened("brief", home="USA", short="JPN.DEU", market="KEN")
    assert app.selectbox(key="market_pick").value == "KEN"


def test_sparse_and_empty_markets_have_a_page():
    for market in ("ARE", "VAT", "BVT"):
        assert "Open questions" in words(opened("brief", home="USA", market=market))


def test_hostile_addresses_are_left_aside():
    for asked in ("<script>", "XXX", "USA", "", "../..", "A" * 4000):
        app = opened("brief", home="USA", short="JPN", market=asked, brief=asked)
        assert app.selectbox(key="market_pick").value == "JPN"
        assert "<script>alert" not in words(app)


def test_the_shortlist_stands_side_by_side():
    app = opened("brief", home="USA", short="JPN.DEU.BRA", brief="shortlist")
    text = words(app)
    assert "3 markets side by side" in text
    assert "How firm is the order?" in text
    assert len(app.get("download_button")) == 4


def test_the_files_of_the_whole_shortlist_are_made_on_request():
    app = opened("brief", home="USA", short="JPN.DEU")
    app.button(key="brief_all").click().run()
    assert not app.exception
    assert len(app.get("download_button")) == 8


def test_unchecked_figures_are_marked_when_asked_for():
    app = opened("brief", home="USA", short="DEU")
    assert "not checked" not in words(app)
    app.toggle(key="in_brief_unchecked").set_value(True).run()
    assert not app.exception
    assert "not checked" in words(app)


def test_a_hostile_product_stays_text():
    app = opened("brief", home="USA", short="DEU")
    scenario = app.session_state["lf_scenario"]
    app.session_state["lf_scenario"] = replace(scenario, product="<script>alert(1)</script> =cmd()")
    app.run()
    assert "&lt;script&gt;alert(1)" in words(app)


def test_a_shortlist_beyond_the_candidates_is_ranked_among_all_markets():
    app = opened("brief", home="USA", markets="JPN.KOR", short="JPN.DEU", brief="shortlist")
    assert "2 markets side by side" in words(app)


def test_readiness_is_part_of_the_brief():
    text = words(opened("brief", home="USA", short="JPN.DEU"))
    assert "How ready we are" in text and "Content approved" in text
