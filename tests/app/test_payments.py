"""The Payments page: the form, the fit, markets without a mix, hostile input and addresses."""

import pytest

from tests.app.reading import opened, words

KEY = "lf_pay_"


def set_up(**params):
    """The page of a market for a shop in Germany that has Stripe and Adyen and sells in euros."""
    app = opened("payments", home="DEU", **params)
    app.multiselect(key=KEY + "providers").set_value(["stripe", "adyen"]).run()
    assert not app.exception
    return app


def test_before_any_provider_is_chosen_the_page_says_what_to_do():
    text = words(opened("payments", home="DEU", market="FRA"))
    assert "You have chosen no provider yet" in text
    assert "Add it with" in text


def test_a_choice_moves_the_range_and_names_what_the_providers_leave_open():
    text = words(set_up(market="FRA"))
    assert "of all that people in france pay online" in text.lower()
    assert "once your providers confirm" in text
    assert "PPRO country report · 2023 · share of what is spent online" in text
    assert "publishes no merchant countries for it" in text


def test_the_form_stays_open_for_the_next_choice_and_is_shut_on_a_later_visit():
    app = set_up(market="FRA")
    assert app.expander[0].proto.expanded
    assert not opened("payments", home="DEU").expander[0].proto.expanded


def test_confirming_raises_the_low_end_and_can_be_taken_back():
    app = set_up(market="FRA")
    app.button(key="pay_confirm").click().run()
    assert "Count them as unknown again" in app.button(key="pay_confirm").label
    assert "between 0 and" not in words(app)
    app.button(key="pay_confirm").click().run()
    assert "between 0 and" in words(app)


def test_a_merchant_in_euros_alone_fails_upi_by_currency_and_reads_why():
    text = words(set_up(market="IND"))
    assert "It is paid in INR; you sell in EUR." in text
    assert '<span class="lf-pay-state lf-pay-no">currency</span>' in text


def test_where_nobody_lives_no_region_lends_its_figures():
    app = set_up(market="ATA")
    assert "fewer than 100,000 people are on record there" in app.info[0].value
    assert "lf-pay-head" not in words(app)


def test_cards_of_one_share_are_one_gain():
    text = words(opened("payments", home="DEU", market="JPN"))
    assert text.count("points together") == 1


def test_a_market_without_a_mix_shows_methods_and_no_score():
    app = set_up(market="KEN")
    assert "No payment mix is published for Kenya" in app.info[0].value
    text = words(app)
    assert "M-PESA" in text
    assert "lf-pay-head" not in text


def test_unchecked_figures_are_offered_marked_and_hidden_until_asked_for():
    app = set_up(market="EGY")
    assert "There are figures of low confidence: Selligate blog" in words(app)
    assert "lf-pay-unchecked" not in words(app)
    app.toggle(key="in_pay_unchecked").set_value(True).run()
    text = words(app)
    assert "lf-pay-unchecked" in text and "Selligate blog (logistics vendor) · 2026" in text


def test_a_region_that_stands_in_says_so():
    assert "figures of Asia and the Pacific stand in" in words(set_up(market="THA"))


def test_the_shortlist_is_drawn_side_by_side():
    app = set_up(market="FRA", short="NLD.MEX.KEN")
    assert len(app.get("vega_lite_chart")) == 1
    assert "No payment mix is published for Kenya." in words(app)


@pytest.mark.parametrize(
    "typed, told",
    [("-5", "more than 0"), ("1e30", "larger than"), ("49.999", "more decimals than EUR has"), ("<b>9</b>", "not a number"),
     ("9" * 24, "larger than"), ("nan", "more than 0")],
)  # fmt: skip
def test_a_basket_that_cannot_be_is_refused_and_the_former_kept(typed, told):
    app = set_up(market="FRA")
    app.text_input(key=KEY + "amount").set_value("49,90").run()
    assert not app.error
    app.text_input(key=KEY + "amount").set_value(typed).run()
    assert not app.exception
    assert told in app.error[0].value
    assert app.text_input(key=KEY + "amount").value == "49.90"


def test_weights_are_the_teams_to_change():
    app = set_up(market="NLD")
    app.button(key="pay_confirm").click().run()
    before = words(app)
    app.number_input(key=KEY + "weight_ideal").set_value(30.0).run()
    assert not app.exception
    assert words(app) != before
    assert app.number_input(key=KEY + "weight_ideal").value == 30.0


def test_the_set_up_outlives_the_session():
    set_up(market="FRA")
    again = opened("payments", home="DEU", market="FRA")
    assert again.multiselect(key=KEY + "providers").value == ["stripe", "adyen"]


def test_a_set_up_that_someone_broke_starts_anew_and_says_so():
    from pages.desk import workspace

    opened("payments", home="DEU", market="FRA")
    for broken in ("[]", '{"providers": ["nobody"]}', "x"):
        workspace().set_setting("payment_set_up", broken)
        app = opened("payments", home="DEU", market="FRA")
        app.run()
        assert not app.exception
        assert app.multiselect(key=KEY + "providers").value == []


def test_all_currencies_gone_is_refused():
    app = set_up(market="FRA")
    app.multiselect(key=KEY + "currencies").set_value([]).run()
    assert "no currency" in app.error[0].value
    assert app.multiselect(key=KEY + "currencies").value == ["EUR"]


def test_every_need_can_be_asked_for():
    app = set_up(market="BEL")
    for name in ("recurring", "refunds", "manual_capture", "cash_on_delivery", "confirmed"):
        app.toggle(key=KEY + name).set_value(True).run()
        assert not app.exception
    assert "3 needs" in app.expander[0].label
    app.selectbox(key=KEY + "merchant_country").select("USA").run()
    assert "United States" in app.expander[0].label


def test_markets_from_rich_to_empty_draw_without_error():
    app = set_up(market="FRA", methods="all")
    for market in ("DEU", "JPN", "SAU", "THA", "IND", "BVT", "ATA", "USA", "PSE"):
        app.query_params["market"] = market
        app.run()
        assert not app.exception, market
        assert not app.error, market


def test_a_table_that_is_switched_off_is_told():
    app = set_up(market="FRA", off="provider_methods")
    assert any("is switched off" in info.value for info in app.info)
    assert app.multiselect(key=KEY + "providers").value == []
