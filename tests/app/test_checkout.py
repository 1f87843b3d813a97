"""The Checkout page: markets, amounts typed wrongly, a second market, hostile names and addresses."""

from __future__ import annotations

from tests.app.reading import opened, words


def field(app, label):
    """The text field with this label."""
    return next(element for element in app.text_input if element.label == label)


def test_markets_draw_without_error():
    app = opened("checkout", market="DEU", home="USA")
    for market in ("DEU", "JPN", "SAU", "IND", "THA", "ATA", "USA"):
        app.query_params["market"] = market
        app.run()
        assert not app.exception and not app.error, market
        text = words(app)
        assert "lf-co-page" in text and "What is estimated" in " ".join(element.value for element in app.subheader)


def test_amounts_are_converted_and_marked():
    text = words(opened("checkout", market="DEU", home="USA"))
    assert "Converted at the European Central Bank" in text and "€" in text


def test_a_currency_without_a_rate_asks_for_a_price():
    app = opened("checkout", market="SAU", home="USA")
    assert "quotes no rate for SAR" in words(app)
    app = field(app, "Price in SAR").set_value("499.00").run()
    assert "quotes no rate" not in words(app) and "٤٩٩٫٠٠" in words(app)


WRONG = {"-5": "below zero", "NaN": "must be a number", "9" * 30: "is above", "1.999": "has 2 decimals", "<b>x": "must be"}


def test_a_price_that_cannot_be_used_is_told_and_kept():
    app = opened("checkout", market="DEU", home="DEU")
    app = field(app, "Price").set_value("77.00").run()
    for typed, says in WRONG.items():
        app = field(app, "Price").set_value(typed).run()
        assert not app.exception
        text = words(app)
        assert says in text.replace("\\", "") and "77,00" in text, typed  # the last good price stands in
        assert field(app, "Price").value == typed


def test_a_price_too_large_in_the_markets_currency_is_told_and_shown_in_ones_own():
    app = opened("checkout", market="JPN", home="USA")
    app = field(app, "Price").set_value("99999999999").run()
    assert not app.exception
    text = words(app)
    assert "is above" in text and "$99,999,999,999" in text.replace("\\", "") and "quotes no rate" not in text


def test_a_hostile_product_name_is_escaped():
    app = opened("checkout", market="DEU", home="DEU")
    app = field(app, "Product name").set_value("<script>alert(1)</script>\u202e").run()
    text = words(app)
    assert "<script>alert" not in text and "&lt;script&gt;" in text and "taken out" in text


def test_two_markets_stand_beside_each_other():
    text = words(opened("checkout", market="JPN", beside="SAU", home="USA"))
    assert 'lang="ja-JP"' in text and 'lang="ar-SA"' in text


def test_a_strange_second_market_is_dropped():
    app = opened("checkout", market="JPN", beside="<script>", home="USA")
    assert not app.exception and words(app).count("lf-co-page\"") == 1


def test_language_and_frame_can_be_chosen():
    app = opened("checkout", market="CHE", home="USA")
    language = next(element for element in app.selectbox if element.label == "Language")
    app = language.set_value("fr").run()
    assert 'lang="fr-CH"' in words(app)
