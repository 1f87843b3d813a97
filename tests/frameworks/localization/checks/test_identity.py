"""The language a text is in."""

import pytest

from frameworks.localization.checks import identity
from frameworks.localization.checks.pair import Pair


def seen(source, target, locale):
    return [found.check for found in identity.check(Pair(source, target, locale))]


@pytest.mark.parametrize("target, locale", [
    ("Ihre Bestellung ist auf dem Weg zu Ihnen.", "de"), ("Pay now", "de"),
    ("Bestillingen din er på vei til deg.", "nb"),
    ("Pesanan Anda sedang dalam perjalanan.", "id"), ("您的订单正在派送途中，请您耐心等待一下哦。", "zh_Hans"),
    ("", "de"),
    ("Su pedido ya está en camino hacia su casa.", "es"), ("ご注文の商品は現在お届け中です。", "ja"),
    ("Naipadala na po ang inyong order ngayong araw.", "fil"),
])  # fmt: skip
def test_texts_in_their_language_are_left_alone(target, locale):
    assert seen("Your order is on its way.", target, locale) == []


@pytest.mark.parametrize("target, locale", [
    ("Ihre Bestellung ist auf dem Weg zu Ihnen.", "fr"), ("The order left our warehouse this morning.", "de"),
    ("Su pedido ya está en camino hacia su casa y llega hoy.", "de"),
    ("Tilauksesi on lähtenyt varastostamme tänään.", "pl"),
    ("Ihre Bestellung ist unterwegs zu Ihnen. Please contact the courier for more information.", "de"),
])  # fmt: skip
def test_texts_in_another_language_are_found(target, locale):
    assert seen("Your order is on its way.", target, locale) == ["mixed_language"]
