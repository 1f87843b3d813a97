"""The words of headers: well formed, known in ten languages, and no word that means two amounts of one table."""

import pytest

from data.ingest.folding import fold
from data.ingest.header_words import concepts, spellings
from data.ingest.plain import KINDS, MONEY

IN_TEN = {
    "order_id": "order number, Bestellnummer, numéro de commande, número de pedido, numero ordine, número da encomenda,"
    " bestelnummer, numer zamówienia, 注文番号, 订单号",
    "quantity": "quantity, Menge, quantité, cantidad, quantità, quantidade, aantal, ilość, 数量, 数量",
    "unit_price": "unit price, Einzelpreis, prix unitaire, precio unitario, prezzo unitario, preço unitário, stukprijs,"
    " cena jednostkowa, 単価, 单价",
    "country": "country, Land, pays, país, paese, país, land, kraj, 国, 国家",
    "currency": "currency, Währung, devise, moneda, valuta, moeda, valuta, waluta, 通貨, 货币",
    "sessions": "sessions, Sitzungen, sessions, sesiones, sessioni, sessões, sessies, sesje, セッション, 会话数",
    "clicks": "clicks, Klicks, clics, clics, clic, cliques, klikken, kliknięcia, クリック, 点击",
    "campaign": "campaign, Kampagne, campagne, campaña, campagna, campanha, campagne, kampania, キャンペーン, 广告系列",
    "email": "email, E-Mail, courriel, correo electrónico, e-mail, correio eletrónico, e-mailadres, adres e-mail,"
    " メールアドレス, 邮箱",
}


@pytest.mark.parametrize("concept", IN_TEN)
def test_ten_languages_know_the_word(concept):
    for said in IN_TEN[concept].split(","):
        assert concept in spellings()[fold(said)], said


def test_every_concept_of_a_field_has_words():
    used = {concept for kind in KINDS.values() for wanted in kind.wanted for concept in wanted.concepts}
    assert used <= set(concepts())
    assert all(len(concepts()[concept]) >= 10 for concept in used)


def test_no_exact_word_means_two_amounts_of_one_kind():
    for kind in KINDS.values():
        by_concept = {concept: w.alias for w in kind.wanted if w.type == MONEY for concept in w.concepts}
        for word, meant in spellings().items():
            exact = {by_concept[concept] for concept, is_exact in meant.items() if is_exact and concept in by_concept}
            assert len(exact) <= 1, (kind.name, word, exact)
