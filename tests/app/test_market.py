"""The Market page over rich, sparse and empty markets, hostile addresses and home itself."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

SHELL = str(Path(__file__).parents[2] / "components" / "shell.py")
PAGE = "../pages/market.py"


def opened(**params):
    app = AppTest.from_file(SHELL, default_timeout=60)
    for name, value in {"home": "USA", **params}.items():
        app.query_params[name] = value
    app.run()
    app.switch_page(PAGE)
    for name, value in {"home": "USA", **params}.items():
        app.query_params[name] = value
    return app.run()


def address(app, name):
    """One parameter of the address; AppTest gives a text or a list of texts."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[0]


def words(app):
    """All text of the page, markup included."""
    said = [
        element.value for kind in ("info", "warning", "success", "caption", "title") for element in getattr(app, kind)
    ]
    return " ".join([*said, *(element.proto.body for element in app.get("html"))])


def test_rich_sparse_and_empty_markets_draw_without_error():
    app = opened(market="DEU")
    for market in ("DEU", "CAN", "TWN", "NGA", "SAU", "ARE", "VAT", "ATA", "BVT", "PRK"):
        app.query_params["market"] = market
        app.run()
        assert not app.exception, market
        assert not app.error, market
        assert address(app, "market") == market


def test_a_rich_market_shows_verdict_bands_parts_and_sum():
    app = opened(market="DEU")
    text = words(app)
    assert app.title[0].value == "Germany"
    for part in (
        "Rank",
        "Cultural affinity",
        "Quadrant chances",
        "--low:",
        "Shared values",
        "Digital readiness",
        "÷ 100 =",
    ):
        assert part in text
    assert "stand-in" in text
    assert "most variation in values lies within countries" in text.lower()
    assert text.lower().count("most variation in values") == 1


def test_an_empty_market_says_what_is_missing_and_what_to_do():
    text = words(opened(market="BVT"))
    assert "Too little is published about Bouvet Island" in text
    assert "Sources page" in text
    assert text.count("missing") >= 14


def test_a_home_without_culture_data_ranks_by_potential():
    text = words(opened(home="ARE", market="DEU"))
    assert "No culture model in use knows United Arab Emirates" in text
    assert "ranked by potential alone" in text


def test_home_itself_is_told_apart():
    app = opened(market="USA")
    assert not app.exception
    assert "United States is your home market" in app.info[0].value
    assert "market_shortlist" not in [button.key for button in app.button]


HOSTILE = (
    "<script>alert(1)</script>", "XXX", "", "'; DROP TABLE scenarios;--", "A" * 5000, "日本国", "../..", "%00",
    "deutschland",
)  # fmt: skip


def test_a_hostile_market_in_the_address_is_refused_with_one_sentence():
    app = opened(market="DEU")
    for asked in HOSTILE:
        app.query_params["market"] = asked
        app.run()
        assert not app.exception, asked
        said = [warning.value for warning in app.warning]
        assert sum("does not know" in sentence for sentence in said) == 1, asked
        assert not asked or asked not in " ".join(said)
        assert address(app, "market") == "DEU"


def test_lower_case_is_understood():
    app = opened(market="jpn")
    assert app.title[0].value == "Japan"
    assert not app.warning


def test_a_hostile_comparison_is_cut_to_what_is_known():
    app = opened(market="JPN")
    for asked in ("<b>", "JPN.XXX", "JPN.KOR.TWN.DEU.FRA", ".", "JPN" * 2000):
        app.query_params["compare"] = asked
        app.run()
        assert not app.exception, asked
        assert len(app.multiselect(key="market_compare").value) <= 4


def test_the_default_is_the_first_of_the_shortlist_then_the_best_ranked():
    assert opened(short="BRA.JPN").title[0].value == "Brazil"
    assert opened().title[0].value == "Canada"


def test_picking_a_market_writes_the_address():
    app = opened(market="DEU")
    app.selectbox(key="market_pick").select("JPN").run()
    assert app.title[0].value == "Japan"
    assert address(app, "market") == "JPN"


def test_the_shortlist_button_adds_and_removes():
    app = opened(market="DEU")
    app.button(key="market_shortlist").click().run()
    assert address(app, "short") == "DEU"
    app.button(key="market_shortlist").click().run()
    assert "short" not in app.query_params


def test_each_dimension_opens_to_its_figures_missing_ones_listed():
    app = opened(market="TWN")
    sizes = {}
    for dimension in ("size", "purchasing_power", "openness", "payments", "all"):
        app.button_group(key="market_dimension").set_value(dimension).run()
        assert not app.exception
        sizes[dimension] = app.dataframe[0].value
    assert (sizes["purchasing_power"]["value"] == "missing").any()
    assert "Hours apart from home" in set(sizes["openness"]["name"])
    assert len(sizes["all"]) > 80
    assert sizes["size"]["source"].ne("").any()


def test_the_judgement_is_kept():
    app = opened(market="DEU")
    app.number_input(key="market_competition_DEU").set_value(40).run()
    assert app.session_state["lf_scenario"].competition == {"DEU": 40.0}
    assert any("does not count yet" in caption.value for caption in app.caption)


def test_a_weighted_judgement_enters_the_sum():
    app = opened(market="DEU", weights="competition~10")
    app.number_input(key="market_competition_DEU").set_value(40).run()
    assert "Room left by competitors" in words(app)
    assert "10 × 40" in words(app)


def test_two_markets_side_by_side_with_who_beats_whom():
    app = opened(market="JPN", compare="JPN.KOR.TWN")
    text = words(app)
    assert "South Korea beats Japan in" in text
    assert "no clear order" in text
    assert "★" in text
    assert len(app.get("vega_lite_chart")) == 2


def test_one_market_alone_asks_for_another():
    app = opened(market="JPN", compare="JPN")
    assert any("at least two" in info.value for info in app.info)


def test_markets_without_a_score_are_compared_by_what_is_known():
    app = opened(market="SAU", compare="SAU.DEU.BVT")
    assert not app.exception
    assert "Saudi Arabia has no overall score" in words(app)


def test_home_is_left_out_of_a_comparison():
    app = opened(market="JPN", compare="USA.JPN.KOR")
    assert any("left out" in info.value for info in app.info)
    assert "beats" in words(app)


def test_a_market_outside_the_candidates_says_so():
    app = opened(market="DEU", markets="JPN.KOR")
    assert not app.exception
    assert any("Not among your candidate markets" in caption.value for caption in app.caption)


def test_readiness_stands_in_bars_and_side_by_side():
    app = opened(market="JPN", short="JPN.DEU")
    text = words(app)
    for part in ("Content approved", "Formats right", "Payments covered", "Languages served", "Rules met"):
        assert part in text
    assert "Nothing is ticked off yet of what is on record" in text and "Readiness of your shortlist" in text
