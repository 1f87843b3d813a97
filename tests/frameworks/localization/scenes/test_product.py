"""The product page shows every item of its surfaces, each in its place."""

from __future__ import annotations

from frameworks.localization.scenes.product import names


def test_the_sample_shop_finds_its_places(made, rows):
    there = made("product")
    place = {part.key: part.role for part in there.parts if part.key}
    assert place["product.name"] == "name" and place["product.add_to_cart"] == "add" and place["product.price_from"] == "price"
    assert place["product.low_stock"] == "card.low" and place["product.out_of_stock"] == "card.soldout"
    assert place["product.free_shipping"] == "banner" and place["product.care"] == "care" and place["product.scent"] == "option"
    assert place["faq.delivery_question"] == "faq.question" and place["faq.gift_answer"] == "faq.answer"
    assert place["legal.consent"] == "legal.box" and place["legal.privacy"] == "legal"
    assert not [role for role in place.values() if role.startswith("more.")]
    assert [row[0].key for row in names(rows("de"))] == ["product.name"]


def test_a_page_without_items_is_said_by_the_pack(made):
    there = made("product", rows=())
    assert there.first("name").text == "Teapot" and there.first("add").text == "In den Warenkorb"
    assert "1.284" in there.first("reviews").text and there.first("price").text == "24,90\xa0€"
